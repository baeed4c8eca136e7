import { afterEach, describe, expect, test } from '@jest/globals';
import type { AppOptions } from '#emulators/app-store-connect/seeds';
import type { GitHubWorld } from '#emulators/github/world';
import { slowModes, type Seen } from '../support/scenario.ts';
import { openStage, PACKAGE, TAG, type Stage } from './stage.ts';

// What a run knows of the runs before it, and of uploads beside it.

const hour = 3_600_000;
const begun = Date.parse('2026-11-30T08:17:00Z');
const env = { GITHUB_WORKFLOW_REF: 'example-org/tracker/.github/workflows/mobile-promote.yml@refs/heads/main' };
const opened: Stage[] = [];
afterEach(async () => {
  for (const stage of opened.splice(0)) await stage.stop();
});

/** Runs of the workflow so many hours after the begin, the last ones of them. */
const runsAt =
  (...hours: readonly number[]) =>
  (world: GitHubWorld): void => {
    for (const at of hours)
      world.addRun({
        workflow: 'mobile-promote',
        event: 'schedule',
        createdAt: new Date(begun + at * hour).toISOString().replace('.000', ''),
      });
  };
const range = (from: number, to: number, step: number): number[] =>
  Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, index) => from + index * step);

describe.each(slowModes)('%s', (mode) => {
  describe('the runs before', () => {
    async function tickAfter(runs: (world: GitHubWorld) => void, inputs = {}): Promise<Seen> {
      const stage = await openStage({
        github: (world) => {
          runs(world);
          world.addToken({ name: 'blind', permissions: { contents: 'write', issues: 'write', deployments: 'write' } });
        },
      });
      opened.push(stage);
      await stage.run(mode, { command: 'open', release: TAG }, { env });
      return stage.run(mode, inputs, { env });
    }
    const told = ({ annotations }: Seen): readonly string[] => annotations.map(({ message }) => message);

    test('that are long ago are told, without failing', async () => {
      const seen = await tickAfter(runsAt(-9, -8, -7));
      expect(seen.exitCode).toBe(0);
      expect(told(seen)).toEqual([expect.stringMatching(/was 7 h ago: GitHub delays and drops.*\[ticks-late\]/s)]);
      expect(seen.summary).toContain('ticks-late');
    });

    test.each([
      ['that are not', runsAt(-3, -2, -1), {}],
      ['of which there are none', runsAt(), {}],
      ['that the token may not see', runsAt(-9), { 'github-token': 'ghs_blind' }],
    ])('%s are nothing to tell', async (_, runs, inputs) => {
      const seen = await tickAfter(runs, inputs);
      expect([seen.exitCode, told(seen)]).toEqual([0, []]);
    });

    test('a cancelled one was no look', async () => {
      const seen = await tickAfter((world) => {
        runsAt(-9)(world);
        world.addRun({
          workflow: 'mobile-promote',
          conclusion: 'cancelled',
          createdAt: new Date(begun - hour).toISOString(),
        });
      });
      expect(told(seen)).toEqual([expect.stringContaining('was 9 h ago')]);
    });

    const apple: AppOptions = {
      id: '1500000001',
      versions: [
        { versionString: '2.15.2', state: 'READY_FOR_DISTRIBUTION' },
        {
          ...{ versionString: '2.15.3', build: '20261130.1', phased: false, releaseType: 'MANUAL' },
          ...{ state: 'READY_FOR_DISTRIBUTION', releasedAt: '2026-11-30T08:17:00Z' },
        },
      ],
    };
    const policy = `
release: tracker
platforms:
  ios: { app: 1500000001, stages: [{ testflight: internal, soak: 24h }, { app-store: phased }] }
gates:
  crash: { source: command, run: cat health.json, unit: session, max: 0.5% }
`;
    test.each([
      ['hourly', range(-12, 22, 1), 'ACTIVE'],
      ['six hours apart', range(-12, 22, 6), 'PAUSED'],
    ])('say when a phased release has to rest for data that are stale: %s', async (_, hours, expected) => {
      const stage = await openStage({ apple, github: runsAt(...hours) });
      opened.push(stage);
      await stage.run(mode, { command: 'open', release: TAG }, { policy, env });
      const health = { since: begun, units: 20_000, share: 0.002 };
      await stage.run(mode, {}, { policy, health, env });
      stage.clock.advanceTo(begun + 19 * hour);
      await stage.run(mode, {}, { policy, health: null, env });
      const [phase] = Object.values(stage.apple?.snapshot().tables.appStoreVersionPhasedReleases ?? {}).map(
        ({ attributes }) => attributes.phasedReleaseState,
      );
      expect(phase).toBe(expected);
    });
  });

  describe('an upload under way', () => {
    async function duringUpload(until: number, of = PACKAGE): Promise<Stage> {
      const stage = await openStage();
      opened.push(stage);
      await stage.run(mode, { command: 'open', release: TAG });
      await stage.run(mode, {});
      stage.clock.advanceTo(begun + 25 * hour);
      const uploads = [{ package: of, run: '77.1', until: new Date(begun + until * hour).toISOString() }];
      const answer = await fetch(
        `${stage.github.url}/repos/example-org/tracker/contents/releases/tracker/uploading.json`,
        {
          method: 'PUT',
          headers: { authorization: 'Bearer ghs_workflow', 'content-type': 'application/json' },
          body: JSON.stringify({
            message: 'an upload begins',
            branch: 'slipway-ledger',
            content: Buffer.from(JSON.stringify({ schema: 1, uploads })).toString('base64'),
          }),
        },
      );
      expect(answer.status).toBe(201);
      return stage;
    }
    const edits = (stage: Stage): number =>
      stage.requests().filter(({ operation }) => operation === 'edits.insert').length;

    test('is not ended by a raise that is due: it waits until the upload is over', async () => {
      const stage = await duringUpload(26);
      const before = edits(stage);
      const waiting = await stage.run(mode, {});
      expect(waiting).toMatchObject({ exitCode: 0, outputs: { verdict: 'hold', moved: 'false' } });
      expect(waiting.summary).toContain('an upload of com.example.app is under way');
      expect(edits(stage)).toBe(before);
      stage.clock.advanceTo(begun + 26 * hour);
      expect(await stage.run(mode, {})).toMatchObject({ outputs: { moved: 'true' } });
    });

    test('is ended by a halt', async () => {
      const stage = await duringUpload(48);
      await stage.run(mode, { command: 'promote', confirm: '2.15.3' });
      expect(await stage.run(mode, { command: 'halt' })).toMatchObject({ exitCode: 0, outputs: { halted: 'true' } });
      expect(stage.releases('production')).toContainEqual(expect.objectContaining({ status: 'halted' }));
    });

    test('of another app is in the way of nothing', async () => {
      const stage = await duringUpload(48, 'com.example.other');
      expect(await stage.run(mode, {})).toMatchObject({ outputs: { moved: 'true' } });
    });
  });
});
