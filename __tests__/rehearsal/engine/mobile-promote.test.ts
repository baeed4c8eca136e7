import { afterEach, expect, test } from '@jest/globals';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPlayEmulator } from '#emulators/google-play/server';
import { createPlayWorld } from '#emulators/google-play/world';
import type { RunResult } from '#rehearsal/engine/result';
import { openRehearsal } from '#rehearsal/engine/session';
import { root } from '../../support/scenario.ts';
import { findJob, logOf } from './runs.ts';

// The example's promotion workflow by schedule and by hand, through our reusable one, to Google Play behind it.

const PACKAGE = 'com.example.tracker';
const CODE = 261_130_010;
const hour = 3_600_000;
let home = '';
afterEach(() => {
  rmSync(home, { recursive: true, force: true });
});

test('ticks by schedule bring a release that was opened by hand to more users, and a halt by hand stops it', async () => {
  home = mkdtempSync(join(tmpdir(), 'slipway-promote-'));
  const folder = join(home, 'tracker');
  mkdirSync(folder);
  cpSync(join(root, 'examples/tracker/.github'), join(folder, '.github'), { recursive: true });
  writeFileSync(
    join(folder, '.github/slipway.yml'),
    `release: tracker-mobile
platforms:
  android:
    package: ${PACKAGE}
    stages: [{ track: internal, soak: 2h }, { track: production, evidence: halt-only }]
gates: {}
`,
  );
  writeFileSync(join(home, 'subject.txt'), 'a-secret-subject-token');
  const secrets: Record<string, string> = {};
  const rehearsal = await openRehearsal({
    root: folder,
    suite: root,
    repository: 'example-org/tracker',
    machine: process.env,
    at: '2026-11-30T08:17:00Z',
    settings: { secrets },
  });
  const world = createPlayWorld();
  world.addApp(PACKAGE);
  world.addRelease(PACKAGE, 'production', { versionCodes: [100] });
  world.addRelease(PACKAGE, 'internal', { versionCodes: [CODE] });
  world.addAccount({ subjectTokens: ['a-secret-subject-token'] });
  const play = createPlayEmulator({ world, clock: rehearsal.clock });
  await play.start();
  secrets['GOOGLE_CREDENTIALS'] = JSON.stringify({
    type: 'external_account',
    audience: 'slipway',
    subject_token_type: 'urn:ietf:params:oauth:token-type:jwt',
    token_url: `${play.url}/v1/token`,
    credential_source: { file: join(home, 'subject.txt') },
  });
  const chain = async (): Promise<RunResult> =>
    rehearsal.run({
      workflow: '.github/workflows/mobile-promote-chain.yml',
      event: 'workflow_dispatch',
      endpoints: { SLIPWAY_GOOGLE_API: play.url },
    });
  const links = (): number =>
    rehearsal.github
      .snapshot()
      .repositories['example-org/tracker']?.runs.filter(
        ({ event, status }) => event === 'workflow_dispatch' && status === 'queued',
      ).length ?? 0;
  const run = async (inputs?: Readonly<Record<string, string>>): Promise<RunResult> =>
    rehearsal.run({
      workflow: '.github/workflows/mobile-promote.yml',
      ...(inputs === undefined
        ? { event: 'schedule', schedule: '17 * * * *' }
        : { event: 'workflow_dispatch', inputs }),
      endpoints: { SLIPWAY_GOOGLE_API: play.url },
    });
  const outcome = (result: RunResult): unknown => {
    expect(result.refusals).toEqual([]);
    const job = findJob(result, 'promote / Promote');
    return {
      conclusion: result.conclusion,
      ...job.outputs,
      platforms: undefined,
      'next-at': undefined,
      log: logOf(job),
    };
  };
  const production = () =>
    play.snapshot().apps[PACKAGE]?.content.tracks.find(({ name }) => name === 'production')?.releases;
  try {
    // Nothing is open, so the chain of the second trigger ends.
    expect(findJob(await chain(), 'Start the next one').result).toBe('skipped');
    const release = 'tracker-mobile@2.15.3+20261130.1';
    expect(outcome(await run({ command: 'open', release }))).toMatchObject({ conclusion: 'success', release });
    expect(outcome(await run())).toMatchObject({ conclusion: 'success', verdict: 'hold', moved: 'false' });
    const link = await chain();
    expect([link.refusals, link.conclusion, links()]).toEqual([[], 'success', 1]);
    rehearsal.clock.advanceBy(3 * hour);
    expect(outcome(await run())).toMatchObject({ conclusion: 'success', verdict: 'promote', moved: 'true' });
    expect(production()).toContainEqual(expect.objectContaining({ versionCodes: [CODE], userFraction: 0.05 }));
    expect(outcome(await run({ command: 'halt', why: 'a rehearsal' }))).toMatchObject({
      conclusion: 'success',
      halted: 'true',
    });
    expect(production()).toContainEqual(expect.objectContaining({ versionCodes: [CODE], status: 'halted' }));
    expect(play.errors).toEqual([]);
  } finally {
    await play.stop();
    await rehearsal.close();
  }
});
