import { describe, expect } from '@jest/globals';
import type { PlannedFault } from '#emulators/base/fault-plan';
import type { Build } from '#emulators/expo/state';
import type { expoMessages } from '#vendors/expo/messages';
import { testWithAndroidTools } from '../artifacts/android-tools.ts';
import { findLeaks } from '../support/leaks.ts';
import { slowModes } from '../support/scenario.ts';
import { run, sumUp, type Setting } from './android-stage.ts';
import { easBuild } from './situations-android.ts';

const NOWHERE = '5f4e3d2c-0000-4000-8000-999999999999';
const always = (status: number, body?: unknown): readonly PlannedFault[] => [
  { match: { operation: 'builds.byId' }, fault: { kind: 'status', status, body }, times: Infinity },
];

/** Messages of Expo's client, by what brings them, with their exit code. */
const EXPO: Readonly<Record<keyof typeof expoMessages, readonly [setting: Setting, exit: number, says: string]>> = {
  'expo-token-refused': [
    { ...easBuild({}), inputs: { 'expo-token': 'expo-of-somebody-else' } },
    2,
    'It says: The bearer token is invalid.',
  ],
  'expo-build-unknown': [{ ...easBuild({}), inputs: { artifact: `eas:${NOWHERE}` } }, 2, `no build ${NOWHERE}`],
  'expo-failed': [
    {
      ...easBuild({}),
      expoFaults: always(200, {
        errors: [{ message: 'Something went wrong.', extensions: { errorCode: 'INTERNAL' } }],
      }),
    },
    3,
    'Something went wrong.',
  ],
};

describe.each(slowModes)('%s: a build of EAS', (mode) => {
  testWithAndroidTools('arrives at Google Play; the token shows nowhere, and no host of archives sees it', async () => {
    let token = '';
    const expo: Setting['expo'] = (world, bytes) => {
      token = world.addToken();
      return { artifact: `eas:${world.addBuild({}, bytes)}`, 'expo-token': token };
    };
    await run(mode, { expo }, ({ seen, releases, commands, expo: asked }) => {
      expect({ exit: seen.exitCode, log: seen.log }).toMatchObject({ exit: 0 });
      expect(releases('internal')).toMatchObject([{ versionCodes: [42] }]);
      expect(seen.log).toContain('FINISHED, android 1.2.3 (42), profile production');
      // The host of archives refuses who brings a token along.
      expect(asked.map(({ operation, actor, status }) => [operation, actor, status])).toEqual([
        ['builds.byId', 'robot 1', 200],
        ['archive', null, 200],
      ]);
      expect(findLeaks(token, seen, { commands })).toEqual([]);
      expect(seen.left).toEqual([]);
    });
  });

  testWithAndroidTools('of a phone and one of its watch go together', async () => {
    const expo: Setting['expo'] = (world, bytes) => ({
      artifact: `eas:${world.addBuild({}, bytes)}\nbuild/wear.aab`,
      'expo-token': world.addToken(),
      'dry-run': 'true',
    });
    const prepare: Setting['prepare'] = (world) => void world.addTrack('com.example.app', 'wear:internal');
    await run(mode, { expo, watch: {}, prepare }, ({ seen }) => {
      expect({ exit: seen.exitCode, log: seen.log }).toMatchObject({ exit: 0 });
      expect(seen.outputs).toMatchObject({ 'version-code': '42', 'wear-version-code': '43' });
    });
  });

  testWithAndroidTools('whose address does not say what it is, is what its platform says', async () => {
    await run(mode, easBuild({ archive: 'gxy7hq' }), ({ releases }) => {
      expect(releases('internal')).toMatchObject([{ versionCodes: [42] }]);
    });
  });

  testWithAndroidTools.each([
    ['that one', (sum: string) => sum, 0],
    ['another one', () => '0'.repeat(64), 2],
  ])('has to have the sum that is given: %s', async (_what, choose, exit) => {
    const expo: Setting['expo'] = (world, bytes) => ({
      artifact: `eas:${world.addBuild({}, bytes)}`,
      'expo-token': world.addToken(),
      'artifact-sha256': choose(sumUp(bytes)),
    });
    await run(mode, { expo }, ({ seen }) => {
      expect({ exit: seen.exitCode, log: seen.log }).toMatchObject({ exit });
    });
  });

  testWithAndroidTools('that Expo does not serve, though it says so, is told with what the host says', async () => {
    const expo: Setting['expo'] = (world) => ({
      artifact: `eas:${world.addBuild({})}`,
      'expo-token': world.addToken(),
    });
    await run(mode, { expo }, ({ seen, emulator }) => {
      expect(seen.outputs['result']).toBe('vendor-error');
      expect(seen.annotations.at(-1)?.message).toContain('NoSuchKey');
      expect(emulator.log.entries()).toEqual([]);
    });
  });

  testWithAndroidTools.each(Object.entries(EXPO))('%s', async (id, [setting, exit, says]) => {
    await run(mode, setting, ({ seen, expo, emulator }) => {
      expect({ exit: seen.exitCode, log: seen.log }).toMatchObject({ exit });
      expect(seen.annotations.at(-1)?.message).toContain(`[${id}]`);
      expect(seen.annotations.at(-1)?.message).toContain(says);
      expect(expo.filter(({ operation }) => operation === 'archive')).toEqual([]);
      expect(emulator.log.entries()).toEqual([]);
    });
  });

  testWithAndroidTools('of another account is refused as that of nobody is', async () => {
    const expo: Setting['expo'] = (world, bytes) => ({
      artifact: `eas:${world.addBuild({ account: 'other' }, bytes)}`,
      'expo-token': world.addToken(),
    });
    await run(mode, { expo }, ({ seen }) => {
      expect(seen.annotations.at(-1)?.message).toContain('Entity not authorized');
      expect(seen.annotations.at(-1)?.message).toContain('[expo-token-refused]');
    });
  });

  testWithAndroidTools('without a token is not asked for', async () => {
    await run(mode, { inputs: { artifact: `eas:${NOWHERE}` } }, ({ seen, expo }) => {
      expect(seen.annotations.at(-1)?.message).toContain('The input "expo-token" is missing');
      expect(expo).toEqual([]);
    });
  });

  testWithAndroidTools('goes nowhere else by environment, but to this machine', async () => {
    await run(mode, { ...easBuild({}), env: { SLIPWAY_EXPO_API: 'https://expo.example.test' } }, ({ seen, expo }) => {
      expect(seen.annotations.at(-1)?.message).toContain('[endpoint-not-loopback]');
      expect(expo).toEqual([]);
    });
  });

  testWithAndroidTools.each<[what: string, build: Partial<Build>, says: string, more: Setting]>([
    ['in the queue', { status: 'IN_QUEUE' }, 'is not finished: it is IN_QUEUE', {}],
    ['in a state of tomorrow', { status: 'PAUSED' as 'NEW' }, 'is not finished: it is PAUSED', {}],
    ['that was cancelled', { status: 'CANCELED' }, 'came to nothing: it is CANCELED', {}],
    [
      'that failed',
      { status: 'ERRORED', error: { errorCode: 'GRADLE', message: 'Gradle failed.' } },
      'Gradle failed.',
      {},
    ],
    ['for simulators', { isForIosSimulator: true, platform: 'IOS' }, 'it is for simulators', {}],
    ['by its distribution', { distribution: 'SIMULATOR', platform: 'IOS' }, 'it is for simulators', {}],
    ['for development', { developmentClient: true }, 'it is a development build', {}],
    ['for iPhones of a list', { distribution: 'INTERNAL', platform: 'IOS' }, 'it is for internal distribution', {}],
    ['as an APK', { archive: 'application.apk' }, 'its archive is no .aab, but a .apk', {}],
    ['as a folder', { archive: 'application.tar.gz' }, 'its archive is no .aab, but a .tar.gz', {}],
    ['without an archive', { archive: null }, 'it has no archive', {}],
    [
      'of the other platform',
      { platform: 'IOS' },
      'is for ios, and android is wanted',
      { inputs: { platform: 'android' } },
    ],
  ])('%s is refused before it is downloaded', async (_what, build, says, more) => {
    await run(mode, { ...easBuild(build), ...more }, ({ seen, expo }) => {
      expect(seen.outputs['result']).toBe('misconfigured');
      expect(seen.annotations.at(-1)?.message).toContain(says);
      expect(expo.map(({ operation }) => operation)).toEqual(['builds.byId']);
    });
  });

  testWithAndroidTools('for iPhones does not go with a bundle for Android', async () => {
    const expo: Setting['expo'] = (world, bytes) => ({
      artifact: `build/app.aab\neas:${world.addBuild({ platform: 'IOS' }, bytes)}`,
      'expo-token': world.addToken(),
    });
    await run(mode, { expo }, ({ seen, expo: asked }) => {
      expect(seen.annotations.at(-1)?.message).toContain('is for ios, and android is wanted');
      expect(asked).toHaveLength(1);
    });
  });
});
