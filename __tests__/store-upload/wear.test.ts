import { describe, expect } from '@jest/globals';
import type { Fault } from '#emulators/base/fault-plan';
import type { PlayWorld } from '#emulators/google-play/world';
import { testWithAndroidTools } from '../artifacts/android-tools.ts';
import { slowModes } from '../support/scenario.ts';
import { PACKAGE, run, type After, type Setting } from './android-stage.ts';
import { addWearTracks } from './situations-android.ts';

const BOTH: Setting = { watch: {}, prepare: addWearTracks };
const plain = (text: string): string => text.replaceAll(/[\\`]|<[^>]+>/g, '');

/** Version codes by track. */
function codesOn({ releases }: After, ...tracks: readonly string[]): readonly (readonly number[])[] {
  return tracks.map((track) => releases(track).flatMap(({ versionCodes }) => versionCodes));
}

/** A review of everything, for a day. */
function withReviews(world: PlayWorld): void {
  addWearTracks(world);
  const app = world.state.apps[PACKAGE];
  if (app === undefined) throw new Error('There is no app.');
  app.review.takes = 86_400_000;
}

describe.each(slowModes)('%s: the bundles of a phone and of its watch', (mode) => {
  testWithAndroidTools('go one after the other, each to its track, whatever their order', async () => {
    const inputs = { 'version-code': '42', 'wear-version-code': '43', 'release-notes': 'en-US: Faster.' };
    await run(mode, { ...BOTH, inputs }, (after) => {
      const { seen, commits, openEdits, commands, releases } = after;
      expect({ exit: seen.exitCode, log: seen.log }).toMatchObject({ exit: 0 });
      expect(codesOn(after, 'internal', 'wear:internal')).toEqual([[42], [43]]);
      expect(seen.outputs).toMatchObject({
        uploaded: 'true',
        'version-code': '42',
        track: 'internal',
        lifecycle: 'PUBLISHED',
        'wear-uploaded': 'true',
        'wear-version-code': '43',
        'wear-track': 'wear:internal',
        'wear-lifecycle': 'PUBLISHED',
      });
      expect([commits, openEdits]).toEqual([2, 0]);
      expect(commands.split('\n').filter((line) => line.endsWith('.aab'))).toEqual([
        `${seen.workspace}/build/app.aab`,
        `${seen.workspace}/build/wear.aab`,
      ]);
      expect(releases('wear:internal')).toMatchObject([{ releaseNotes: [{ text: 'Faster.' }] }]);
      expect(plain(seen.summary)).toMatch(/1\.2\.3 \(42\) is at Google Play[^]*1\.2\.3 \(43\) is at Google Play/);
      expect(seen.left).toEqual([]);
    });
  });

  testWithAndroidTools.each<[what: string, inputs: Record<string, string>, phone: object, watch: object]>([
    [
      'the share of the phone is that of the watch',
      { rollout: '0.05' },
      { status: 'inProgress', userFraction: 0.05 },
      { status: 'inProgress', userFraction: 0.05 },
    ],
    [
      'a share of its own',
      { rollout: '0.05', 'wear-rollout': '0.5' },
      { status: 'inProgress', userFraction: 0.05 },
      { status: 'inProgress', userFraction: 0.5 },
    ],
    [
      'everybody with a watch',
      { rollout: '0.05', 'wear-rollout': '1' },
      { userFraction: 0.05 },
      { status: 'completed' },
    ],
  ])('%s', async (_what, inputs, phone, watch) => {
    const prepare = (world: PlayWorld): void => {
      addWearTracks(world);
      world.addRelease(PACKAGE, 'wear:production', { versionCodes: [39] });
    };
    await run(mode, { ...BOTH, prepare, inputs: { track: 'production', ...inputs } }, ({ seen, releases }) => {
      expect({ exit: seen.exitCode, log: seen.log }).toMatchObject({ exit: 0 });
      expect(releases('production')).toContainEqual(expect.objectContaining({ versionCodes: [42], ...phone }));
      expect(releases('wear:production')).toContainEqual(expect.objectContaining({ versionCodes: [43], ...watch }));
    });
  });

  testWithAndroidTools.each<[what: string, add: string, inputs: Record<string, string>]>([
    ['by Google’s other name for internal testing', 'wear:qa', {}],
    ['by the name that is given', 'wear:My watches', { 'wear-track': 'wear:My watches' }],
    ['by what stands for the closed track', 'wear:My watches', { track: 'closed' }],
  ])('the track of the watch is found %s', async (_what, add, inputs) => {
    const prepare = (world: PlayWorld): void => void world.addTrack(PACKAGE, add);
    await run(mode, { watch: {}, prepare, inputs }, (after) => {
      expect({ exit: after.seen.exitCode, log: after.seen.log }).toMatchObject({ exit: 0 });
      expect(codesOn(after, add)).toEqual([[43]]);
      expect(after.seen.outputs['wear-track']).toBe(add);
    });
  });

  testWithAndroidTools('when Google refuses the watch’s, the phone’s is there and the next run goes on', async () => {
    const refused = { kind: 'status', status: 403 } as const;
    const faults = [{ match: { operation: 'edits.bundles.upload/send', occurrence: 2 }, fault: refused }];
    await run(mode, { ...BOTH, faults }, async (after) => {
      const { seen, openEdits, commits } = after;
      expect({ exit: seen.exitCode, log: seen.log }).toMatchObject({ exit: 3 });
      expect(codesOn(after, 'internal', 'wear:internal')).toEqual([[42], []]);
      expect([commits, openEdits]).toEqual([1, 0]);
      expect(seen.outputs).toMatchObject({
        result: 'vendor-error',
        uploaded: 'true',
        track: 'internal',
        lifecycle: 'PUBLISHED',
        'wear-uploaded': 'false',
        'wear-version-code': '43',
        'wear-track': 'wear:internal',
        'wear-lifecycle': '',
        opened: 'false',
        'release-tag': '',
      });
      expect(plain(seen.summary)).toMatch(/1\.2\.3 \(42\) is at Google Play[^]*1\.2\.3 \(43\) is not at Google Play/);
      const again = await seen.again();
      expect({ exit: again.exitCode, log: again.log }).toMatchObject({ exit: 0 });
      expect(again.outputs).toMatchObject({
        uploaded: 'false',
        lifecycle: 'PUBLISHED',
        'wear-uploaded': 'true',
        'wear-lifecycle': 'PUBLISHED',
      });
      expect(codesOn(after, 'internal', 'wear:internal')).toEqual([[42], [43]]);
    });
  });

  testWithAndroidTools('when the phone’s is refused, the watch’s is not begun', async () => {
    const faults = [{ match: { operation: 'edits.commit' }, fault: { kind: 'status', status: 403 } as const }];
    await run(mode, { ...BOTH, faults }, (after) => {
      expect(after.seen.outputs).toMatchObject({ uploaded: 'false', 'wear-uploaded': 'false' });
      expect(after.commands.match(/--aab/g)).toHaveLength(1);
      expect(codesOn(after, 'internal', 'wear:internal')).toEqual([[], []]);
      expect(after.seen.annotations.map(({ message }) => message).join()).not.toContain('[watch-left-behind]');
    });
  });

  testWithAndroidTools.each<[fault: string, operation: string, occurrence: number, fault: Fault, codes: number[]]>([
    [
      'a 502 after the phone’s commit was applied',
      'edits.commit',
      1,
      { kind: 'status', status: 502, when: 'after' },
      [43],
    ],
    ['a reset after the watch’s commit was applied', 'edits.commit', 2, { kind: 'cut-after' }, [43]],
    ['a break in the watch’s upload', 'edits.bundles.upload/send', 2, { kind: 'cut-before' }, [43]],
    ['a watch’s edit that has expired', 'edits.tracks.update', 2, { kind: 'status', status: 400 }, []],
  ])('with %s the verdict is what the store shows', async (_what, operation, occurrence, fault, codes) => {
    await run(mode, { ...BOTH, faults: [{ match: { operation, occurrence }, fault }] }, (after) => {
      const { seen, openEdits } = after;
      expect({ codes: codesOn(after, 'internal', 'wear:internal'), log: seen.log }).toMatchObject({
        codes: [[42], codes],
      });
      expect(seen.exitCode).toBe(codes.length === 1 ? 0 : 3);
      expect(seen.outputs).toMatchObject({ uploaded: 'true', 'wear-uploaded': `${codes.length === 1}` });
      expect(openEdits).toBe(0);
    });
  });

  testWithAndroidTools('what the phone’s upload puts into review stops the watch’s in a later run only', async () => {
    await run(mode, { watch: {}, prepare: withReviews }, (after) => {
      expect({ exit: after.seen.exitCode, log: after.seen.log }).toMatchObject({ exit: 0 });
      expect(after.seen.outputs).toMatchObject({ lifecycle: 'IN_REVIEW', 'wear-lifecycle': 'IN_REVIEW' });
    });
    const faults = [
      {
        match: { operation: 'edits.bundles.upload/send', occurrence: 2 },
        fault: { kind: 'status', status: 403 } as const,
      },
    ];
    await run(mode, { watch: {}, prepare: withReviews, faults }, async ({ seen }) => {
      const again = await seen.again();
      expect(again.annotations.at(-1)?.message).toContain('Google is reviewing 42 on internal');
    });
  });

  testWithAndroidTools('that are there already are not sent again', async () => {
    await run(mode, BOTH, async ({ seen, commits, emulator }) => {
      const again = await seen.again();
      expect(again.outputs).toEqual({ ...seen.outputs, uploaded: 'false', 'wear-uploaded': 'false' });
      expect(emulator.log.writes().filter(({ operation }) => operation === 'edits.commit')).toHaveLength(commits);
    });
  });

  testWithAndroidTools('in a dry run are opened and compared, and not sent', async () => {
    await run(mode, { ...BOTH, inputs: { 'dry-run': 'true' } }, ({ seen, commits }) => {
      expect(seen.outputs).toMatchObject({ result: 'success', track: 'internal', 'wear-track': 'wear:internal' });
      expect(plain(seen.summary)).toContain('Would go to everybody of wear:internal.');
      expect(commits).toBe(0);
    });
  });

  testWithAndroidTools('by the team’s lane, once for each', async () => {
    const inputs = { lane: 'android release', track: 'production', rollout: '0.1', 'pass-env': 'TEAM' };
    const prepare = (world: PlayWorld): void => {
      addWearTracks(world);
      world.addRelease(PACKAGE, 'wear:production', { versionCodes: [39] });
    };
    await run(mode, { watch: {}, prepare, fastlane: 'lane', inputs, env: { TEAM: 'mobile' } }, (after) => {
      expect({ exit: after.seen.exitCode, log: after.seen.log }).toMatchObject({ exit: 0 });
      expect(codesOn(after, 'production', 'wear:production')).toEqual([
        [42, 40],
        [43, 39],
      ]);
    });
  });
});

describe.each(slowModes)('%s: before a byte of either is sent', (mode) => {
  testWithAndroidTools('what is wrong with any of the two stands in one table', async () => {
    const setting: Setting = {
      ...BOTH,
      sample: { app: { application: 'android:debuggable="true"' } },
      watch: {
        signer: null,
        app: {
          manifest: 'package="com.example.watch" android:versionCode="42" android:versionName="1.2.3"',
        },
      },
      files: { 'map.txt': '' },
      inputs: { mapping: 'map.txt' },
    };
    await run(mode, setting, ({ seen, emulator }) => {
      expect(seen.annotations.at(-1)?.message).toContain('[artifacts-unfit]');
      for (const row of [
        '| android:debuggable of build/app.aab | true |',
        '| signature of build/wear.aab | none |',
        '| package name of build/wear.aab | com.example.watch | the bundle of the phone has another one | com.example.app |',
        '| version code of build/wear.aab | 42 | the bundle of the phone has it, too |',
        '| mapping | map.txt | it is empty |',
      ])
        expect(plain(seen.summary)).toContain(row);
      expect(emulator.log.entries()).toEqual([]);
    });
  });

  testWithAndroidTools.each<[what: string, setting: Setting, row: string]>([
    [
      'a bundle that is none',
      { watch: { bytes: Buffer.from('no zip') } },
      '| archive | build/wear.aab | it is no zip archive',
    ],
    [
      'another code than that of the watch',
      { watch: {}, inputs: { 'wear-version-code': '44' } },
      '| version code of build/wear.aab | 43 | the workflow says another one | 44 |',
    ],
    [
      'a code for a watch, and no bundle of one',
      { inputs: { 'wear-version-code': '43' } },
      '| wear-version-code | none | the workflow says a code for the watch, and no bundle is for one | 43 |',
    ],
    [
      'the tracks of the watch for the phone',
      { watch: {}, inputs: { track: 'wear:internal' } },
      '| track of build/app.aab | wear:internal | the app does not ask for a watch |',
    ],
  ])('%s', async (_what, setting, row) => {
    await run(mode, { prepare: addWearTracks, ...setting }, ({ seen, emulator }) => {
      expect(plain(seen.summary)).toContain(row);
      expect(emulator.log.entries()).toEqual([]);
    });
  });

  testWithAndroidTools.each<[what: string, setting: Setting, id: string]>([
    ['a code of the watch that is used', { prepare: useCode }, 'code-used'],
    ['a track of the watch that is not there', { prepare: () => undefined }, 'google-play-track-unknown'],
    [
      'a share of the watch’s first release',
      { inputs: { track: 'production', rollout: '0.1' } },
      'first-release-staged',
    ],
  ])('%s', async (_what, setting, id) => {
    await run(mode, { ...BOTH, ...setting }, ({ seen, emulator, commands }) => {
      expect(seen.annotations.at(-1)?.message).toContain(`[${id}]`);
      expect(commands).toBe('');
      expect(emulator.log.writes().filter(({ operation }) => operation.startsWith('edits.bundles'))).toEqual([]);
    });
  });

  testWithAndroidTools.each([
    ['two for phones', { watch: { watch: false } }, 'they are both for phones and tablets'],
    ['two for watches', { sample: { watch: true } }, 'they are both for watches'],
    ['one for each store', { inputs: { artifact: 'build/app.aab\nbuild/app.ipa' } }, 'they go to different stores'],
    ['two for Apple', { inputs: { artifact: 'a.ipa\nb.ipa' } }, 'each is a release of its own'],
    ['three', { inputs: { artifact: 'a.aab\nb.aab\nc.aab' } }, 'they are more than two'],
  ])('%s', async (_what, setting, says) => {
    await run(mode, { ...BOTH, ...setting }, ({ seen, emulator }) => {
      expect(seen.annotations.at(-1)?.message).toContain(says);
      expect(seen.outputs['result']).toBe('misconfigured');
      expect(emulator.log.entries()).toEqual([]);
    });
  });
});

function useCode(world: PlayWorld): void {
  addWearTracks(world);
  world.addRelease(PACKAGE, 'alpha', { versionCodes: [43] });
}
