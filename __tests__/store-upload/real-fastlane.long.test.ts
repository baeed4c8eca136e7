import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect } from '@jest/globals';
import type { Fault } from '#emulators/base/fault-plan';
import { bundledFastlane, testWithFastlane } from '../fastlane/run-fastlane.ts';
import { run, type Setting } from './android-stage.ts';
import { SITUATIONS } from './situations-android.ts';

// The built action starts the real Fastlane, which uploads a bundle that Android's own tools made. Whatever happens on the way, the
// action says what the store shows.

let folder = '';
let fastlane = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'slipway-fastlane-bin-'));
  fastlane = join(folder, 'fastlane');
  writeFileSync(fastlane, bundledFastlane(), { mode: 0o755 });
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** As Google says it: https://github.com/fastlane/fastlane/issues/16553 */
const USED: Fault = {
  kind: 'status',
  status: 403,
  body: {
    error: { code: 403, message: 'Version code 42 has already been used.', status: 'PERMISSION_DENIED', errors: [] },
  },
};

interface Expected {
  readonly exit: number;
  readonly says: string;
  /** On the track. */
  readonly codes: readonly number[];
}

async function verdict(setting: Setting, { exit, says, codes }: Expected): Promise<void> {
  await run('bundle', { fastlane, start: now(), ...setting }, ({ seen, releases, openEdits }) => {
    expect({ exit: seen.exitCode, log: seen.log }).toEqual({ exit, log: expect.stringContaining(says) });
    expect(releases('internal').flatMap(({ versionCodes }) => versionCodes)).toEqual(codes);
    expect(openEdits).toBe(0);
    expect(seen.left).toEqual([]);
  });
}

/** The tool's time is real time. */
const now = (): string => new Date().toISOString();

testWithFastlane('the phone’s bundle, then the watch’s on a track of its own', async () => {
  const notes = { 'release-notes': 'en-US: Faster.\nde-DE: Schneller.', 'in-app-update-priority': '3' };
  await run(
    'bundle',
    { fastlane, start: now(), inputs: { track: 'production', rollout: '0.05', ...notes } },
    ({ seen, releases }) => {
      expect({ exit: seen.exitCode, log: seen.log }).toMatchObject({ exit: 0 });
      expect(releases('production')).toEqual([
        expect.objectContaining({
          status: 'inProgress',
          userFraction: 0.05,
          versionCodes: [42],
          inAppUpdatePriority: 3,
        }),
        expect.objectContaining({ versionCodes: [40] }),
      ]);
      expect(JSON.stringify(releases('production'))).toContain('Schneller.');
    },
  );
  const watch = { sample: { watch: true, versionCode: 43 }, inputs: { track: 'wear:internal' } };
  const prepare = (world: { addTrack: (app: string, name: string) => unknown }): void => {
    world.addTrack('com.example.app', 'wear:internal');
  };
  await run('bundle', { ...watch, fastlane, start: now(), prepare }, ({ seen, releases }) => {
    expect({ exit: seen.exitCode, log: seen.log }).toMatchObject({ exit: 0 });
    expect(releases('wear:internal')).toMatchObject([{ versionCodes: [43] }]);
  });
});

testWithFastlane('the team’s own lane', async () => {
  const files = {
    'fastlane/Fastfile': `
platform :android do
  lane :release do
    upload_to_play_store(aab: ENV["SLIPWAY_ARTIFACT"], track: ENV["SLIPWAY_TRACK"], rollout: ENV["SLIPWAY_ROLLOUT"], skip_upload_changelogs: true)
  end
end`,
  };
  const inputs = { lane: 'android release', track: 'production', rollout: '0.1' };
  await run('bundle', { fastlane, start: now(), files, inputs }, ({ seen, releases }) => {
    expect({ exit: seen.exitCode, log: seen.log }).toMatchObject({ exit: 0 });
    expect(releases('production')).toMatchObject([{ userFraction: 0.1, versionCodes: [42] }, { versionCodes: [40] }]);
  });
});

testWithFastlane.each<[fault: string, operation: string, fault: Fault, exit: number]>([
  ['a break in the upload', 'edits.bundles.upload/send', { kind: 'cut-before' }, 0],
  ['a 502 after the commit was applied', 'edits.commit', { kind: 'status', status: 502, when: 'after' }, 0],
  ['a reset after the commit was applied', 'edits.commit', { kind: 'cut-after' }, 0],
  ['an edit that has expired', 'edits.tracks.update', { kind: 'status', status: 400 }, 3],
  ['too many requests, once', 'edits.commit', { kind: 'rate-limit', retryAfter: 1 }, 0],
])('with %s the verdict is what the store shows', async (_fault, operation, fault, exit) => {
  await run(
    'bundle',
    { fastlane, start: now(), faults: [{ match: { operation }, fault }] },
    ({ seen, releases, commits, openEdits }) => {
      expect({ exit: seen.exitCode, log: seen.log }).toMatchObject({ exit });
      expect(releases('internal')).toHaveLength(exit === 0 ? 1 : 0);
      expect([commits, openEdits]).toEqual([exit === 0 ? 1 : 0, 0]);
      expect(seen.left).toEqual([]);
    },
  );
});

testWithFastlane.each<[what: string, setting: Setting, expected: Expected]>([
  [
    'too many requests for as long as it asks',
    {
      faults: [{ match: { operation: 'edits.commit' }, fault: { kind: 'rate-limit', retryAfter: 1 }, times: Infinity }],
    },
    { exit: 3, says: 'Google Play does not show version code 42 on internal', codes: [] },
  ],
  [
    'a version code that Google does not list and knows to be used',
    { faults: [{ match: { operation: 'edits.bundles.upload/send' }, fault: USED }] },
    { exit: 3, says: 'Version code 42 has already been used.', codes: [] },
  ],
  [
    'a release in review, which this upload may take out of it',
    { ...SITUATIONS['in-review'], inputs: { 'on-review': 'cancel' } },
    { exit: 0, says: 'is at Google Play', codes: [42] },
  ],
])('%s', async (_what, setting, expected) => {
  await verdict(setting, expected);
});

testWithFastlane(
  'a hang ends at its deadline, and what the store shows decides',
  async () => {
    const hang = (when: 'before' | 'after'): Setting => ({
      inputs: { 'upload-minutes': '1' },
      faults: [{ match: { operation: 'edits.commit' }, fault: { kind: 'hang', when } }],
    });
    await Promise.all([
      verdict(hang('before'), { exit: 3, says: 'Fastlane ended with the time limit', codes: [] }),
      verdict(hang('after'), { exit: 0, says: 'the release is there all the same', codes: [42] }),
    ]);
  },
  150_000,
);
