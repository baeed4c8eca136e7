import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect } from '@jest/globals';
import type { Fault } from '#emulators/base/fault-plan';
import { bundledFastlane, testWithFastlane } from '../fastlane/run-fastlane.ts';
import { run } from './android-stage.ts';

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
