import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { slowModes, type Mode } from '../support/scenario.ts';
import { CODE, openStage, POLICY, TAG, type Stage } from './stage.ts';

// Whom a run calls, and where people see what it did: issues and deployments of GitHub.

const hour = 3_600_000;
const policy = POLICY.replace('{ track: internal, soak: 24h }', '{ track: internal, soak: 1h }').replace(
  'max: 0.5%',
  'max: 0.5%, page-above: 1%',
);
let stage: Stage;
beforeEach(async () => {
  stage = await openStage();
});
afterEach(async () => stage.stop());

const repository = () => {
  const found = stage.github.snapshot().repositories['example-org/tracker'];
  if (found === undefined) throw new Error('There is no repository.');
  return found;
};
/** Issues as their readers see them, each with its comments. */
const issues = (): readonly { readonly title: string; readonly state: string; readonly texts: readonly string[] }[] =>
  repository().issues.map(({ number, title, state, body }) => ({
    title,
    state,
    texts: [body ?? '', ...repository().comments.flatMap((one) => (one.number === number ? [one.body] : []))].map(
      (text) => text.replace(/^<!--.*-->\n/, ''),
    ),
  }));
const statuses = (): readonly string[] =>
  repository().deploymentStatuses.map(({ state, description }) => `${state}: ${description}`);
const writes = (): number =>
  stage.requests().filter(({ operation }) => /^issues\/(create|update)/.test(operation)).length;

/** Opens it and brings it to 5 % of production. */
async function reachProduction(mode: Mode): Promise<void> {
  await stage.run(mode, { command: 'open', release: TAG }, { policy });
  await stage.run(mode, {}, { policy });
  stage.clock.advanceBy(2 * hour);
  await stage.run(mode, {}, { policy });
  stage.clock.advanceBy(hour);
}

const bad = () => ({ since: stage.clock.now() - 3 * hour, units: 4_000, share: 0.03 });

describe.each(slowModes)('people, %s', (mode) => {
  test('a halt opens one issue that says what was seen and what to type; it is closed by the resume', async () => {
    await reachProduction(mode);
    expect(issues()).toEqual([]);
    const halted = await stage.run(mode, {}, { policy, health: bad() });
    expect(halted.exitCode).toBe(1);
    const address = 'https://github.com/example-org/tracker/issues/1';
    expect(halted.outputs).toMatchObject({ halted: 'true', critical: 'true', 'needs-person': 'true', issue: address });
    const [issue] = issues();
    console.info(`${issue?.title}\n\n${issue?.texts[0]}`);
    expect(issue).toMatchObject({
      title: '🚨 Critical: tracker 2.15.3 (20261130.1) is halted on android',
      state: 'open',
    });
    const [text = '', ...comments] = issue?.texts ?? [];
    expect(comments).toEqual([]);
    for (const part of [
      /^@octocat$/m,
      /\*\*android\*\* is critically halted since 2026-11-30 11:17 UTC, at production 5 %: .*crash/,
      `[run `,
      `gh workflow run mobile-promote.yml -f command=resume -f release='${TAG}' -f platform=android -f confirm=2.15.3`,
      `gh workflow run mobile-promote.yml -f command=abandon -f release='${TAG}' -f platform=android`,
    ])
      expect(text).toMatch(part);
    expect(halted.summary).toContain(`[issue](${address})`);

    const before = writes();
    stage.clock.advanceBy(hour);
    const again = await stage.run(mode, {}, { policy, health: bad() });
    expect(again).toMatchObject({ exitCode: 0, outputs: { halted: 'true', issue: address } });
    expect(writes()).toBe(before);

    const resumed = await stage.run(mode, { command: 'resume', confirm: '2.15.3' }, { policy, health: null });
    expect(resumed.outputs).toMatchObject({ issue: '' });
    expect(issues()).toMatchObject([
      {
        state: 'closed',
        texts: [text, expect.stringContaining('Nothing of this release waits for a person any more.')],
      },
    ]);
  });

  test('a second halt calls again, in the issue of the first', async () => {
    await reachProduction(mode);
    await stage.run(mode, { command: 'halt', why: 'a dream' }, { policy });
    await stage.run(mode, { command: 'resume', confirm: '2.15.3' }, { policy });
    stage.clock.advanceBy(hour);
    await stage.run(mode, { command: 'halt', why: 'another one' }, { policy });
    expect(issues()).toMatchObject([
      {
        title: '🛑 tracker 2.15.3 (20261130.1) is halted on android',
        state: 'open',
        texts: [
          expect.stringContaining('another one'),
          expect.stringContaining('waits for a person any more'),
          expect.stringMatching(/^@octocat\n\n[^]*another one/),
        ],
      },
    ]);
  });

  test('a hold that is overdue asks, and what was asked is over when the release is abandoned', async () => {
    await reachProduction(mode);
    await stage.run(mode, { command: 'hold', 'hold-hours': '2' }, { policy });
    expect(issues()).toEqual([]);
    stage.clock.advanceBy(3 * hour);
    const asked = await stage.run(mode, {}, { policy });
    expect(asked.outputs).toMatchObject({ 'needs-person': 'true', halted: 'false' });
    expect(issues()).toMatchObject([{ title: '⏸️ tracker 2.15.3 (20261130.1) waits for a decision about android' }]);
    await stage.run(mode, { command: 'abandon' }, { policy });
    expect(issues()).toMatchObject([
      { state: 'closed', texts: [expect.anything(), expect.stringContaining('abandoned')] },
    ]);
  });

  test('nobody is called by a look, nor where nobody wants it', async () => {
    await reachProduction(mode);
    const halt = { policy, health: bad() };
    await stage.run(mode, { command: 'status' }, halt);
    await stage.run(mode, { mode: 'observe' }, halt);
    expect(await stage.run(mode, { notify: 'none', timeline: 'none' }, halt)).toMatchObject({
      outputs: { halted: 'true', issue: '' },
    });
    expect(issues()).toEqual([]);
    expect(stage.releases('production')).toContainEqual(
      expect.objectContaining({ versionCodes: [CODE], status: 'halted' }),
    );
  });

  test('where it cannot call, the run fails and says so; where nobody is needed, it does not matter', async () => {
    await stage.stop();
    stage = await openStage({
      github: (world) => world.addToken({ name: 'ledger-only', permissions: { contents: 'write' } }),
    });
    await reachProduction(mode);
    const poor = { 'github-token': 'ghs_ledger-only' };
    const quiet = await stage.run(mode, poor, { policy, health: { ...bad(), share: 0 } });
    expect(quiet).toMatchObject({ exitCode: 0 });
    await stage.run(mode, { ...poor, command: 'hold', 'hold-hours': '1' }, { policy });
    stage.clock.advanceBy(2 * hour);
    const asked = await stage.run(mode, poor, { policy });
    expect(asked.exitCode).toBe(2);
    expect(asked.annotations.map(({ message }) => message)).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/no issue could call one: .*"issues: write".*\[call-failed\]/s),
        expect.stringMatching(/could not be shown among the deployments: .*"deployments: write".*\[timeline-failed\]/s),
      ]),
    );
  });

  test('each change of the rollout is a status of one deployment', async () => {
    await reachProduction(mode);
    await stage.run(mode, { command: 'halt', why: 'a dream' }, { policy });
    await stage.run(mode, { command: 'resume', confirm: '2.15.3' }, { policy });
    await stage.run(mode, { command: 'abandon', why: 'enough' }, { policy });
    expect(repository().deployments).toMatchObject([
      { environment: 'tracker android', task: 'rollout', payload: { release: TAG, platform: 'android' } },
    ]);
    console.info(statuses().join('\n'));
    expect(statuses()).toEqual([
      expect.stringMatching(/^in_progress: internal 100 %: /),
      expect.stringMatching(/^in_progress: production 5 %: /),
      expect.stringMatching(/^failure: halted at production 5 %: @octocat halted it: a dream$/),
      expect.stringMatching(/^in_progress: production 5 %: /),
      expect.stringMatching(/^inactive: it was abandoned/),
    ]);
  });
});
