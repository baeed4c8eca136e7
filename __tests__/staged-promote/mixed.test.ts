import { afterEach, describe, expect, jest, test } from '@jest/globals';
import type { LogEntry } from '#emulators/base/request-log';
import { slowModes, type Seen } from '../support/scenario.ts';
import { CODE, openStage, PACKAGE, TAG, type RunOptions, type Stage, type StageOptions } from './stage.ts';

const hour = 3_600_000;
const stages: Stage[] = [];
// A bundle starts a process for each run, up to a dozen in a test.
jest.setTimeout(60_000);
afterEach(async () => {
  for (const stage of stages.splice(0)) await stage.stop();
});

const WATCH = CODE + 1;
const NEWER = 'tracker@2.15.4+20261201.1';
const NEWER_CODE = 261_201_010;
const APP_ID = '1500000001';

const phone = `
  android:
    package: ${PACKAGE}
    stages:
      - { track: internal, soak: 4h }
      - { track: production, rollout: { 0h: 10%, 6h: 100% }, evidence: halt-only }
    watch: 6h`;
const watch = `
  wear:
    package: ${PACKAGE}
    after: { android: 1d }
    stages:
      - { track: wear:internal, soak: 4h }
      - { track: wear:production, rollout: { 0h: 50%, 12h: 100% }, evidence: halt-only }
    watch: 6h`;
const apple = `
  ios: { app: ${APP_ID}, stages: [{ testflight: internal, soak: 4h }, { app-store: phased }] }`;
const policyOf = (...platforms: readonly string[]): string => `release: tracker
platforms:${platforms.join('')}
gates:
  crash: { source: command, run: 'sed "s/2.15.3.20261130.1/\${SLIPWAY_RELEASE#*@}/" health.json', unit: session, max: 0.5% }
`;

const withWatch: StageOptions = {
  prepare: (world) => {
    world.addTrack(PACKAGE, 'wear:internal');
    world.addTrack(PACKAGE, 'wear:production');
    world.addRelease(PACKAGE, 'wear:production', { versionCodes: [101], watch: true });
    world.addRelease(PACKAGE, 'wear:internal', { versionCodes: [WATCH], watch: true });
  },
};
const withApple: StageOptions = {
  ...withWatch,
  apple: {
    id: APP_ID,
    versions: [
      { versionString: '2.15.2', state: 'READY_FOR_DISTRIBUTION' },
      {
        versionString: '2.15.3',
        build: '20261130.1',
        state: 'PENDING_DEVELOPER_RELEASE',
        phased: true,
        releaseType: 'MANUAL',
      },
    ],
  },
};

type Told = Readonly<Record<string, Readonly<Record<string, string | number | boolean | null>>>>;
function told({ outputs }: Seen, tag = TAG): Told {
  return (JSON.parse(outputs['platforms'] ?? '{}') as Readonly<Record<string, Told>>)[tag] ?? {};
}

describe.each(slowModes)('%s', (mode) => {
  async function open(options: StageOptions, policy: string) {
    const stage = await openStage(options);
    stages.push(stage);
    const begun = stage.clock.now();
    const run = async (inputs: Readonly<Record<string, string>>, share = 0.002): Promise<Seen> => {
      const health: RunOptions = { policy, health: { since: begun, units: 20_000, share } };
      return stage.run(mode, inputs, health);
    };
    const tick = async (hours: number, share?: number): Promise<Seen> => {
      stage.clock.advanceTo(begun + hours * hour);
      return run({}, share);
    };
    expect((await run({ command: 'open', release: TAG })).exitCode).toBe(0);
    return { stage, run, tick, begun };
  }

  /** Where releases of a track are, by their code: "10 %", "halted", "all". */
  function shares(stage: Stage, track: string): Readonly<Record<string, string>> {
    return Object.fromEntries(
      stage
        .releases(track)
        .map(({ versionCodes, status, userFraction }) => [
          String(versionCodes[0]),
          status === 'completed' ? 'all' : `${status} ${userFraction ?? ''}`,
        ]),
    );
  }

  test('a watch comes a day after its phone, from the same package, one edit at a time', async () => {
    const { stage, tick, begun } = await open(withWatch, policyOf(phone, watch));
    for (const hours of [0, 5, 11, 12, 18, 28, 29, 30, 41, 42, 48, 49]) {
      const seen = await tick(hours);
      expect([hours, seen.exitCode, seen.annotations]).toEqual([hours, 0, []]);
    }
    expect([shares(stage, 'production'), shares(stage, 'wear:production')]).toEqual([
      { [CODE]: 'all' },
      { [WATCH]: 'all' },
    ]);
    const entries = stage.ledger()?.entries ?? [];
    const reached = entries.flatMap((entry) =>
      entry.kind === 'reached'
        ? [`${entry.platform} ${entry.place.track} ${entry.place.share} at ${(Date.parse(entry.at) - begun) / hour} h`]
        : [],
    );
    expect(reached).toEqual([
      'android internal 1 at 0 h',
      'wear wear:internal 1 at 0 h',
      'android production 0.1 at 5 h',
      'android production 1 at 11 h',
      'wear wear:production 0.5 at 29 h',
      'wear wear:production 1 at 41 h',
    ]);
    expect(entries.filter(({ kind }) => kind === 'completed')).toHaveLength(2);
    expect(listEditsAtOnce(stage.requests())).toEqual([]);
  });

  test('a newer release takes the place of one under way, which can be halted until then', async () => {
    const { stage, run, tick, begun } = await open({}, policyOf(phone));
    await tick(0);
    await tick(5);
    uploadNewer(stage);
    stage.clock.advanceTo(begun + 6 * hour);
    expect((await run({ command: 'open', release: NEWER })).exitCode).toBe(0);
    const joined = stage.ledger(NEWER)?.entries.find(({ kind }) => kind === 'joined');
    expect(joined).toMatchObject({ baseline: { releaseName: TAG, versionCodes: [CODE] } });
    const both = await tick(7);
    expect([told(both)['android']?.['life'], told(both, NEWER)['android']?.['track']]).toEqual(['open', 'internal']);
    // The older one is bad, and stops; the newer one brings what mends it.
    expect((await run({ command: 'halt', release: TAG })).exitCode).toBe(0);
    expect(shares(stage, 'production')).toEqual({ 100: 'all', [CODE]: 'halted 0.1' });
    const later = await tick(12);
    expect([later.exitCode, told(later, NEWER)['android']?.['moved']]).toEqual([0, true]);
    expect(shares(stage, 'production')).toEqual({ 100: 'all', [NEWER_CODE]: 'inProgress 0.1' });
    const after = await tick(13);
    expect([after.exitCode, told(after)['android']?.['life']]).toEqual([0, 'superseded']);
    expect((await tick(18)).exitCode).toBe(0);
    expect(shares(stage, 'production')).toEqual({ [NEWER_CODE]: 'all' });
    expect(stage.history().at(-1)).toBe('done superseded');
  });

  test('a hotfix in the middle of a rollout does not wait in the tracks for testing', async () => {
    const { stage, run, tick, begun } = await open({}, policyOf(phone));
    await tick(0);
    await tick(5);
    uploadNewer(stage);
    stage.clock.advanceTo(begun + 6 * hour);
    await run({ command: 'open', release: NEWER });
    await run({ command: 'expedite', release: NEWER });
    await tick(7);
    expect(shares(stage, 'production')).toEqual({ 100: 'all', [NEWER_CODE]: 'inProgress 0.2' });
    await tick(9);
    const last = await tick(13);
    expect([last.exitCode, shares(stage, 'production')]).toEqual([0, { [NEWER_CODE]: 'all' }]);
    expect(told(await tick(14), TAG)).toEqual({});
  });

  test('an abandoned release stays as it is', async () => {
    const { stage, run, tick } = await open({}, policyOf(phone));
    await tick(0);
    await tick(5);
    expect((await run({ command: 'abandon', why: 'the next one is better' })).outputs['verdict']).toBe('done');
    const seen = await tick(30, 0.05);
    expect([seen.exitCode, seen.outputs['verdict'], shares(stage, 'production')]).toEqual([
      0,
      'none',
      { 100: 'all', [CODE]: 'inProgress 0.1' },
    ]);
  });

  test('of three platforms, those whose store answers go on', async () => {
    const { stage, tick } = await open(withApple, policyOf(phone, watch, apple));
    await tick(0);
    stage.addFault({
      match: { vendor: 'app-store-connect' },
      fault: { kind: 'status', status: 503 },
      times: Number.POSITIVE_INFINITY,
    });
    const seen = await tick(5);
    expect([seen.exitCode, seen.outputs['result'], seen.outputs['verdict']]).toEqual([3, 'vendor-error', 'promote']);
    expect(told(seen)).toMatchObject({
      android: { verdict: 'promote', moved: true, share: 0.1 },
      wear: { verdict: 'hold', reason: 'after' },
      ios: { verdict: 'hold', reason: 'store-unreadable', moved: false },
    });
    expect(seen.annotations.map(({ message }) => message).join()).toContain('[store-unreadable]');
  });
});

/** The next version comes into internal testing. */
function uploadNewer(stage: Stage): void {
  stage.play.console.change(PACKAGE, ({ tracks, artifacts }) => {
    const like = artifacts.find(({ versionCode }) => versionCode === CODE);
    if (like === undefined) throw new Error('the first release was not uploaded');
    artifacts.push({ ...like, versionCode: NEWER_CODE });
    const internal = tracks.find(({ name }) => name === 'internal');
    internal?.releases.splice(0, 1, { name: '2.15.4', status: 'completed', versionCodes: [NEWER_CODE] });
  });
}

/** Edits that were begun while another of the same account was open, which ends that one. */
function listEditsAtOnce(log: readonly LogEntry[]): readonly number[] {
  let isOpen = false;
  const wrong: number[] = [];
  for (const { operation, n } of log) {
    if (operation === 'edits.insert') {
      if (isOpen) wrong.push(n);
      isOpen = true;
    }
    if (operation === 'edits.commit' || operation === 'edits.delete') isOpen = false;
  }
  return wrong;
}
