import { afterEach, describe, expect, jest, test } from '@jest/globals';
import type { AppOptions, VersionSeed } from '#emulators/app-store-connect/seeds';
import { modes, type Seen } from '../support/scenario.ts';
import { openStage, TAG, type RunOptions, type Stage } from './stage.ts';

const hour = 3_600_000;
const opened: Stage[] = [];
// A bundle starts a process for each run, up to a dozen in a test.
jest.setTimeout(60_000);
afterEach(async () => {
  for (const stage of opened.splice(0)) await stage.stop();
});

const APP_ID = '1500000001';
const policy = `
release: tracker
platforms:
  ios: { app: ${APP_ID}, stages: [{ testflight: internal, soak: 24h }, { app-store: phased }] }
gates:
  crash: { source: command, run: cat health.json, unit: session, max: 0.5% }
`;

function withVersion(version: Omit<VersionSeed, 'versionString' | 'build'>): AppOptions {
  return {
    id: APP_ID,
    versions: [
      { versionString: '2.15.2', state: 'READY_FOR_DISTRIBUTION' },
      { versionString: '2.15.3', build: '20261130.1', phased: true, releaseType: 'MANUAL', ...version },
    ],
  };
}

interface Drive {
  readonly stage: Stage;
  readonly tick: (hours: number, share: number | null, given?: RunOptions) => Promise<Seen>;
  readonly order: (inputs: Readonly<Record<string, string>>) => Promise<Seen>;
  readonly versionId: () => string;
  /** State of the version, and of its phased release. */
  readonly phase: () => string;
}

describe.each(modes)('%s', (mode) => {
  async function open(app: AppOptions): Promise<Drive> {
    const stage = await openStage({ apple: app });
    opened.push(stage);
    const begun = stage.clock.now();
    const options = (share: number | null): RunOptions => ({
      policy,
      health: share === null ? null : { since: begun, units: 20_000, share },
    });
    const opening = await stage.run(mode, { command: 'open', release: TAG }, { policy });
    expect(opening.exitCode).toBe(0);
    const tables = () => stage.apple?.snapshot().tables;
    const version = () =>
      Object.values(tables()?.appStoreVersions ?? {}).find(({ attributes }) => attributes.versionString === '2.15.3');
    return {
      stage,
      tick: async (hours, share, given = {}) => {
        stage.clock.advanceTo(begun + hours * hour);
        return stage.run(mode, {}, { ...options(share), ...given });
      },
      order: async (inputs) => stage.run(mode, inputs, options(0.002)),
      versionId: () => version()?.id ?? '',
      phase: () => {
        const phase = Object.values(tables()?.appStoreVersionPhasedReleases ?? {}).find(
          ({ to }) => to.appStoreVersion === version()?.id,
        );
        return `${version()?.attributes.appVersionState ?? ''} ${phase?.attributes.phasedReleaseState ?? 'none'}`;
      },
    };
  }

  test('an approved version is released after its soak, and watched day by day until everybody has it', async () => {
    const { stage, tick, phase } = await open(withVersion({ state: 'PENDING_DEVELOPER_RELEASE' }));
    expect((await tick(0, 0.002)).outputs['verdict']).toBe('hold');
    const released = await tick(24, 0.002);
    expect([released.exitCode, released.outputs['moved']]).toEqual([0, 'true']);
    for (const days of [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]) {
      const seen = await tick(days * 24 + 1, 0.002);
      expect([days, seen.exitCode, seen.annotations]).toEqual([days, 0, []]);
    }
    expect(phase()).toMatch(/^READY_FOR_DISTRIBUTION COMPLETE/);
    expect(stage.history().filter((line) => line.startsWith('reached') || line === 'completed')).toEqual([
      'reached testflight 1 (seen by store)',
      ...[0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1].map(
        (share, index) => `reached app-store ${share} (${index === 0 ? 'move by controller' : 'seen by store'})`,
      ),
      'completed',
    ]);
  });

  test('a bad version is paused at once, and resumed by hand', async () => {
    const { stage, tick, order, phase } = await open(
      withVersion({ state: 'READY_FOR_DISTRIBUTION', releasedAt: '2026-11-29T08:17:00Z', phased: false }),
    );
    await tick(0, 0.002);
    const halting = await tick(3, 0.03);
    expect([halting.exitCode, halting.outputs['halted'], phase()]).toEqual([
      1,
      'true',
      'READY_FOR_DISTRIBUTION PAUSED',
    ]);
    expect((await tick(4, 0.03)).exitCode).toBe(0);
    const resumed = await order({ command: 'resume', confirm: '2.15.3' });
    expect([resumed.exitCode, phase()]).toEqual([0, 'READY_FOR_DISTRIBUTION ACTIVE']);
    expect(stage.history()).toEqual(
      expect.arrayContaining(['halted by gate crash: above-threshold', 'stopped', 'resumed by @octocat']),
    );
  });

  test('it rests for data that are stale, no sooner than the next day asks for, and goes on by itself', async () => {
    const { tick, phase, stage } = await open(
      withVersion({ state: 'READY_FOR_DISTRIBUTION', releasedAt: '2026-11-30T08:17:00Z', phased: false }),
    );
    await tick(0, 0.002);
    const early = await tick(10, null);
    expect([early.outputs['verdict'], phase()]).toEqual(['hold', 'READY_FOR_DISTRIBUTION ACTIVE']);
    expect(early.summary).toContain('paused before that');
    await tick(22, null);
    expect(phase()).toBe('READY_FOR_DISTRIBUTION PAUSED');
    await tick(26, 0.002);
    expect(phase()).toMatch(/^READY_FOR_DISTRIBUTION ACTIVE/);
    expect(stage.history()).toEqual(expect.arrayContaining(['paused', 'unpaused']));
  });

  test('complete by hand gives it to everybody', async () => {
    const { order, tick, phase } = await open(
      withVersion({ state: 'READY_FOR_DISTRIBUTION', releasedAt: '2026-11-30T08:17:00Z', phased: false }),
    );
    await tick(0, 0.002);
    expect((await order({ command: 'complete', confirm: '2.15.3' })).exitCode).toBe(0);
    expect(phase()).toMatch(/COMPLETE/);
  });

  test.each([
    ['WAITING_FOR_REVIEW', 'in-review', 'review-overdue'],
    ['REJECTED', 'rejected', 'rejected'],
    ['METADATA_REJECTED', 'rejected', 'rejected'],
    ['PREPARE_FOR_SUBMISSION', 'not-submitted', 'not-submitted'],
  ] as const)('%s is told, and what a person can do', async (state, first, later) => {
    const { tick, stage } = await open(withVersion({ state }));
    stage.apple?.console.set({ waiting: null, reviewing: null });
    const reason = (seen: Seen): unknown =>
      (JSON.parse(seen.outputs['platforms'] ?? '{}') as Record<string, Record<string, { reason: string }>>)[TAG]?.[
        'ios'
      ]?.reason;
    expect(reason(await tick(1, 0.002))).toBe(first);
    expect(reason(await tick(50, 0.002))).toBe(later);
  });
});
