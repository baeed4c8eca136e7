import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect } from '@jest/globals';
import type { Fault, PlannedFault } from '#emulators/base/fault-plan';
import { bundledFastlane, testWithFastlane } from '../fastlane/run-fastlane.ts';
import { makeZip } from '../support/zip.ts';
import { run, sumUp, type Setting } from './android-stage.ts';
import { addWearTracks, SITUATIONS } from './situations-android.ts';

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

/** As Google says it: https://github.com/r0adkll/upload-google-play/issues/235 */
const REFUSED_SAYS = 'You cannot rollout this release because it does not allow any existing users to upgrade';
const REFUSED: Fault = {
  kind: 'status',
  status: 403,
  body: { error: { code: 403, message: REFUSED_SAYS, status: 'PERMISSION_DENIED', errors: [] } },
};

function at(operation: string, occurrence: number, fault: Fault): PlannedFault {
  return { match: { operation, occurrence }, fault };
}

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

testWithFastlane('a share of the users, with notes and priority', async () => {
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
});

/** The bundles of a phone and of its watch in one call, and one fault on the way. */
const both = (...faults: readonly PlannedFault[]): Setting => ({
  watch: {},
  prepare: addWearTracks,
  fastlane,
  start: now(),
  faults,
});

testWithFastlane('the phone’s bundle and then the watch’s, with symbols of both kinds for the phone', async () => {
  const mapping = '# compiler: R8\ncom.example.Original -> a.b:\n';
  const symbols = makeZip([{ name: 'arm64-v8a/libapp.so.dbg', content: 'symbols' }]);
  const setting: Setting = {
    ...both(),
    inputs: {
      mapping: 'out, of R8/mapping.txt',
      'native-symbols': 'out, of R8/symbols.bin',
      'release-notes': 'en-US: Faster.',
    },
    files: { 'out, of R8/mapping.txt': mapping },
    fill: (workspace) => {
      writeFileSync(join(workspace, 'out, of R8/symbols.bin'), symbols);
    },
  };
  await run('bundle', setting, ({ seen, releases, commits, openEdits, symbols: kept }) => {
    expect({ exit: seen.exitCode, log: seen.log }).toMatchObject({ exit: 0 });
    expect(releases('internal')).toMatchObject([{ versionCodes: [42] }]);
    expect(releases('wear:internal')).toMatchObject([{ versionCodes: [43], releaseNotes: [{ text: 'Faster.' }] }]);
    expect([commits, openEdits]).toEqual([2, 0]);
    expect(kept).toEqual([
      ['proguard', 42, sumUp(mapping)],
      ['nativeCode', 42, sumUp(symbols)],
    ]);
    expect(seen.left).toEqual([]);
  });
});

testWithFastlane('the watch’s is refused once: the phone’s is there, and the next run goes on', async () => {
  const refused = { match: { operation: 'edits.bundles.upload/send', occurrence: 2 }, fault: REFUSED };
  await run('bundle', both(refused), async ({ seen, releases, openEdits }) => {
    expect({ exit: seen.exitCode, log: seen.log }).toEqual({ exit: 3, log: expect.stringContaining(REFUSED_SAYS) });
    expect(seen.outputs).toMatchObject({ uploaded: 'true', lifecycle: 'PUBLISHED', 'wear-uploaded': 'false' });
    expect([releases('internal').length, releases('wear:internal').length, openEdits]).toEqual([1, 0, 0]);
    const again = await seen.again();
    expect({ exit: again.exitCode, log: again.log }).toMatchObject({ exit: 0 });
    expect(again.outputs).toMatchObject({ uploaded: 'false', 'wear-uploaded': 'true', 'wear-lifecycle': 'PUBLISHED' });
    expect(releases('wear:internal')).toMatchObject([{ versionCodes: [43] }]);
  });
});

testWithFastlane.each<[fault: string, planned: PlannedFault, watch: boolean]>([
  [
    'a 502 after the phone’s commit was applied',
    at('edits.commit', 1, { kind: 'status', status: 502, when: 'after' }),
    true,
  ],
  ['a reset after the phone’s commit was applied', at('edits.commit', 1, { kind: 'cut-after' }), true],
  ['an edit of the watch that cannot be opened at once', at('edits.insert', 4, { kind: 'status', status: 503 }), true],
  ['a break in the watch’s upload', at('edits.bundles.upload/send', 2, { kind: 'cut-before' }), true],
  ['an edit of the watch that has expired', at('edits.tracks.update', 2, { kind: 'status', status: 400 }), false],
  ['a commit of the watch that is refused', at('edits.commit', 2, { kind: 'status', status: 403 }), false],
  ['a reset after the watch’s commit was applied', at('edits.commit', 2, { kind: 'cut-after' }), true],
])('between the two, %s: the verdict is what the store shows', async (_fault, planned, watch) => {
  await run('bundle', both(planned), ({ seen, releases, openEdits, emulator }) => {
    expect({ exit: seen.exitCode, log: seen.log }).toMatchObject({ exit: watch ? 0 : 3 });
    expect(releases('internal')).toMatchObject([{ versionCodes: [42] }]);
    expect(releases('wear:internal')).toHaveLength(watch ? 1 : 0);
    expect(seen.outputs).toMatchObject({ uploaded: 'true', 'wear-uploaded': `${watch}` });
    expect(openEdits).toBe(0);
    expect(emulator.faults.unused()).toEqual([]);
    expect(seen.left).toEqual([]);
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
