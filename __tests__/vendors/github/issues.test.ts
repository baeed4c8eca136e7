import { describe, expect, test } from '@jest/globals';
import { createFaultPlan } from '#emulators/base/fault-plan';
import { listInterleavings } from '#emulators/base/interleavings';
import { chooseByActor, createScheduler } from '#emulators/base/scheduler';
import type { Comment, Issue } from '#emulators/github/state';
import type { GitHubWorld } from '#emulators/github/world';
import type { GitHub } from '#vendors/github/client';
import { closeIssue, listOpenKeys, upsertIssue } from '#vendors/github/issues';
import type { CallIssue, Called } from '#vendors/github/issues';
import { composeBody } from '#vendors/github/markers';
import { findFaultProblems } from './fault-runs.ts';
import { withClient } from './stage.ts';
import type { ClientStage } from './stage.ts';

const key = 'staged-promote/tracker-mobile@2.15.3+20250114.1';
const bot = 'github-actions[bot]';

const at = (run: number, state = 'halted-1', more: Partial<CallIssue> = {}): CallIssue => ({
  key,
  state,
  run: { id: run, attempt: 1 },
  title: 'tracker-mobile 2.15.3 is halted',
  blocks: ['@ada Crashes in 1.2 % of sessions.', `To resume, type \`resume\`.`],
  notice: `@ada It is ${state}.`,
  ...more,
});

function read({ emulator, repo }: ClientStage): { issues: readonly Issue[]; comments: readonly Comment[] } {
  const repository = emulator.snapshot().repositories[`${repo.owner}/${repo.repo}`];
  if (repository === undefined) throw new Error('no repository');
  return repository;
}

const textOf = (body: string | null): string => (body ?? '').replace(/^<!--.*-->\n/, '');

/** Issues with what was said beneath each, the oldest first. */
function view(stage: ClientStage): unknown {
  const { issues, comments } = read(stage);
  return issues.map(({ number, title, body, state, stateReason, labels }) => ({
    title,
    text: textOf(body),
    state: stateReason === null ? state : `${state}, ${stateReason}`,
    labels,
    said: comments.filter((each) => each.number === number).map((each) => textOf(each.body)),
  }));
}

const mine = (state: string, ...said: string[]): unknown => ({
  title: at(1).title,
  text: at(1).blocks.join('\n\n'),
  state,
  labels: ['slipway'],
  said,
});

/** An issue that was there before. */
function leave(world: GitHubWorld, one: Partial<Issue>): void {
  const { repository, state } = world;
  const createdAt = '2026-11-23T10:00:00Z';
  state.lastId += 1;
  repository.issues.push({
    id: state.lastId,
    number: (repository.lastNumber += 1),
    title: at(1).title,
    body: composeBody(at(1)),
    author: bot,
    state: 'open',
    stateReason: null,
    labels: ['slipway'],
    createdAt,
    updatedAt: createdAt,
    closedAt: null,
    ...one,
  });
}

/** A person at GitHub. */
async function byHand(stage: ClientStage, state: 'open' | 'closed'): Promise<void> {
  await stage.github('ghp_ada').send({
    operation: 'by hand',
    route: 'PATCH /repos/{owner}/{repo}/issues/{issue_number}',
    parameters: { issue_number: 1, state },
  });
}

describe('one issue', () => {
  test('is opened once, left alone while nothing is new, changed in silence, and calls again by a comment', async () => {
    await withClient({}, async (stage) => {
      const call = async (one: CallIssue): Promise<[Called['did'], ...string[]]> => {
        const before = stage.asked().length;
        const { did, number, url } = await upsertIssue(stage.github(), one);
        expect({ number, url }).toEqual({ number: 1, url: expect.stringMatching(/\/issues\/1$/) });
        return [did, ...stage.asked().slice(before)];
      };
      const look = 'issues/list-for-repo';
      const change = 'issues/update';
      expect(await call(at(1))).toEqual(['called', look, 'issues/create', look]);
      expect(await call(at(2))).toEqual(['unchanged', look]);
      expect(await call(at(3, 'halted-1', { blocks: ['More of it.'] }))).toEqual(['updated', look, change]);
      expect(await call(at(4))).toEqual(['updated', look, change]);
      expect(view(stage)).toEqual([mine('open')]);
      const comment = ['issues/list-comments', 'issues/create-comment', 'issues/list-comments'];
      expect(await call(at(5, 'halted-2'))).toEqual(['called', look, ...comment, change]);
      expect(await call(at(6, 'halted-2'))).toEqual(['unchanged', look]);
      expect(view(stage)).toEqual([mine('open', '@ada It is halted-2.')]);
    });
  });

  test('the end is said and it is closed; another state opens it again', async () => {
    await withClient({}, async (stage) => {
      const end = { key, run: { id: 2, attempt: 1 }, comment: 'Resumed by ada.' };
      expect(await closeIssue(stage.github(), end)).toEqual({ did: 'none' });
      await upsertIssue(stage.github(), at(1));
      expect(await closeIssue(stage.github(), end)).toEqual({ did: 'closed' });
      expect(await closeIssue(stage.github(), end)).toEqual({ did: 'none' });
      expect(view(stage)).toEqual([mine('closed, completed', 'Resumed by ada.')]);
      expect(await upsertIssue(stage.github(), at(3, 'halted-2'))).toMatchObject({ did: 'called', number: 1 });
      expect(view(stage)).toEqual([mine('open, reopened', 'Resumed by ada.', '@ada It is halted-2.')]);
    });
  });

  test('what a person has closed stays closed until there is something else to say', async () => {
    await withClient(
      { prepare: (world) => world.addToken({ name: 'ada', secret: 'ghp_ada', actor: 'ada', kind: 'pat' }) },
      async (stage) => {
        await upsertIssue(stage.github(), at(1));
        await byHand(stage, 'closed');
        expect(await upsertIssue(stage.github(), at(2))).toMatchObject({ did: 'unchanged' });
        expect(read(stage).issues).toMatchObject([{ state: 'closed' }]);
        expect(await upsertIssue(stage.github(), at(3, 'halted-2'))).toMatchObject({ did: 'called' });
        expect(read(stage).issues).toMatchObject([{ state: 'open' }]);
      },
    );
  });

  test('an older run leaves it alone', async () => {
    await withClient({}, async (stage) => {
      await upsertIssue(stage.github(), at(9, 'halted-2'));
      const before = stage.asked().length;
      expect(await upsertIssue(stage.github(), at(8))).toMatchObject({ did: 'outdated', number: 1 });
      expect(stage.asked().slice(before)).toEqual(['issues/list-for-repo']);
    });
  });

  test.each<[what: string, other: Partial<Issue>]>([
    ['of another key', { body: composeBody({ ...at(1), key: 'staged-promote/other' }) }],
    ['of a person who quotes the marker', { author: 'mallory' }],
    ['that quotes the marker further down', { body: `See:\n${composeBody(at(1))}` }],
    ['without a text', { body: null }],
  ])('one %s is another one', async (_, other) => {
    await withClient({ prepare: (world) => leave(world, other) }, async (stage) => {
      expect(await upsertIssue(stage.github(), at(2))).toMatchObject({ did: 'called', number: 2 });
      expect(read(stage).issues[0]).toMatchObject(other);
    });
  });

  test('those that are open are listed by the beginning of their keys', async () => {
    await withClient({}, async (stage) => {
      for (const name of ['one', 'two', 'three'])
        await upsertIssue(stage.github(), { ...at(1), key: `staged-promote/tracker@${name}` });
      await upsertIssue(stage.github(), { ...at(1), key: 'staged-promote/other@one' });
      await closeIssue(stage.github(), { key: 'staged-promote/tracker@two', run: { id: 2, attempt: 1 }, comment: '.' });
      const before = stage.asked().length;
      expect(await listOpenKeys(stage.github(), 'staged-promote/tracker@')).toEqual([
        'staged-promote/tracker@three',
        'staged-promote/tracker@one',
      ]);
      expect(stage.asked().slice(before)).toEqual(['issues/list-for-repo']);
    });
  });

  test('of two at once the older stays and the younger is closed as its duplicate, in every order', async () => {
    for (const order of listInterleavings({ a: 4, b: 4 })) {
      const scheduler = createScheduler({ callers: 2, choose: chooseByActor(order) });
      const prepare = (world: GitHubWorld): void => {
        world.addToken({ name: 'a' });
        world.addToken({ name: 'b' });
      };
      await withClient({ prepare, scheduler }, async (stage) => {
        const call = async (who: string, run: number): Promise<Called> =>
          upsertIssue(stage.github(`ghs_${who}`), at(run)).finally(scheduler.leave);
        const [one, other] = await Promise.all([call('a', 10), call('b', 11)]);
        const stands = read(stage).issues.map(({ state, stateReason }) => [state, stateReason]);
        expect([order.join(''), one.number, other.number, ...stands]).toEqual([
          order.join(''),
          1,
          1,
          ['open', null],
          ...stands.slice(1).map(() => ['closed', 'duplicate']),
        ]);
      });
    }
  });

  test('an answer that was lost is looked for; one that is lost each time is told', async () => {
    const match = { operation: 'issues/create' };
    await withClient({ faults: createFaultPlan([{ match, fault: { kind: 'cut-after' } }]) }, async (stage) => {
      expect(await upsertIssue(stage.github(), at(1))).toMatchObject({ did: 'called', number: 1 });
      expect(view(stage)).toEqual([mine('open')]);
    });
    const always = createFaultPlan([{ match, fault: { kind: 'cut-before' }, times: Infinity }]);
    await withClient({ faults: always }, async (stage) => {
      await expect(upsertIssue(stage.github(), at(1))).rejects.toMatchObject({ details: { ambiguous: true } });
    });
  });

  test('without the permission the cure names it', async () => {
    await withClient(
      { prepare: (world) => world.addToken({ name: 'reader', permissions: { issues: 'read' } }) },
      async (stage) => {
        const refused = { fault: 'configuration', notes: [{ cure: expect.stringContaining('"issues: write"') }] };
        await expect(upsertIssue(stage.github('ghs_reader'), at(1))).rejects.toMatchObject(refused);
        await upsertIssue(stage.github(), at(1));
        const end = { key, run: { id: 2, attempt: 1 }, comment: 'Over.' };
        await expect(closeIssue(stage.github('ghs_reader'), end)).rejects.toMatchObject(refused);
      },
    );
  });
});

describe('every request, every fault', () => {
  test.each<[what: string, before: readonly Partial<Issue>[], atLeast: number]>([
    ['the first call', [], 40],
    ['a second call', [{ body: composeBody(at(1, 'halted-0')) }], 60],
    ['a second call after it was closed', [{ body: composeBody(at(1, 'halted-0')), state: 'closed' }], 60],
    ['another text', [{ title: 'before' }], 20],
    ['two of them', [{}, {}], 20],
    ['nothing new', [{}], 10],
  ])('%s: what is reported is there, and after the next run it is there once', async (_, before, atLeast) => {
    const { runs, problems } = await findFaultProblems({
      prepare: (world) => {
        for (const one of before) leave(world, one);
      },
      run: async (github: GitHub) => upsertIssue(github, at(5)),
      says: () => true,
      view,
    });
    expect(runs).toBeGreaterThan(atLeast);
    expect(problems).toEqual([]);
  });

  test('the end', async () => {
    const { runs, problems } = await findFaultProblems({
      prepare: (world) => leave(world, {}),
      run: async (github: GitHub) => closeIssue(github, { key, run: { id: 2, attempt: 1 }, comment: 'Resumed.' }),
      says: () => true,
      view,
    });
    expect(runs).toBeGreaterThan(60);
    expect(problems).toEqual([]);
  });
});
