import { describe, expect, test } from '@jest/globals';
import { messages } from '../../actions/store-upload/messages.ts';
import { testWithAndroidTools } from '../artifacts/android-tools.ts';
import { slowModes } from '../support/scenario.ts';
import { PACKAGE, run, type Setting } from './android-stage.ts';
import { createMessageTable } from '../support/message-table.ts';
import { SITUATIONS } from './situations-android.ts';
import { SITUATIONS as IOS } from './situations-ios.ts';

/** Bundles that Google Play would refuse, mostly after the whole upload: the row of the table that says so. */
const UNFIT: Readonly<Record<string, readonly [setting: Setting, says: string]>> = {
  'another package': [
    { inputs: { 'bundle-id': 'com.example.other' } },
    '| package name | com.example.app | the workflow says another one | com.example.other |',
  ],
  'another version': [{ inputs: { version: '1.2.4' } }, '| version | 1.2.3 | the workflow says another one | 1.2.4 |'],
  'another version code': [
    { inputs: { 'version-code': '43' } },
    '| version code | 42 | the workflow says another one | 43 |',
  ],
  'no signature': [{ sample: { signer: null } }, '| signature | none | nobody has signed it |'],
  'the signature for debugging': [
    { sample: { signer: 'CN=Android Debug, O=Android, C=US' } },
    'it was signed for debugging',
  ],
  'JavaScript that was put in after signing': [
    { sample: { patch: { 'base/assets/index.android.bundle': 'new' } } },
    '| signature | base/assets/index.android.bundle | it was changed after signing |',
  ],
  'a debug build': [{ sample: { app: { application: 'android:debuggable="true"' } } }, 'a debugger may attach to it'],
  'a build for tests': [{ sample: { app: { application: 'android:testOnly="true"' } } }, 'it is for tests only'],
  'a watch app for phones': [
    { sample: { watch: true } },
    '| track | internal | the app runs on watches only | a track of Wear OS, such as wear:internal |',
  ],
  'a phone app for watches': [{ inputs: { track: 'wear:internal' } }, 'the app does not ask for a watch'],
  'release notes that are too long': [
    { inputs: { 'release-notes': `en-US: ${'x'.repeat(501)}` } },
    '| release notes | 501 characters in en-US | they are too long | at most 500 |',
  ],
  'libraries for small pages': [
    { sample: { pageSize: 4096 } },
    'base/lib/arm64-v8a/libapp.so, aligned to 4096 | they do not load on devices with pages of 16 kB',
  ],
};

const plain = (text: string): string => text.replaceAll(/[\\`]|<[^>]+>/g, '');

describe.each(slowModes)('%s: before a byte is sent it refuses', (mode) => {
  testWithAndroidTools.each(Object.entries(UNFIT))('%s', async (_what, [setting, says]) => {
    await run(mode, setting, ({ seen, emulator }) => {
      expect(seen.outputs).toMatchObject({ result: 'misconfigured', uploaded: 'false' });
      expect(plain(seen.summary)).toContain(plain(says));
      expect(seen.annotations.at(-1)?.message).toContain('[artifact-unfit]');
      expect(emulator.log.entries()).toEqual([]);
    });
  });

  testWithAndroidTools('a track that is not there, with those that are', async () => {
    await run(mode, { inputs: { track: 'prodution' } }, ({ seen, commits }) => {
      expect(seen.annotations.at(-1)?.message).toContain('[google-play-track-unknown]');
      expect(commits).toBe(0);
    });
  });

  testWithAndroidTools.each([
    ['rollout', '5%', 'did you mean "0.05"?'],
    ['rollout', '1', 'everybody is no share'],
    ['release-notes', 'english: Faster.', '"english" is no language such as en-US'],
    ['release-notes', `en-US: ${'x'.repeat(4_001)}`, 'has 4001 characters, and 4000 are the most'],
    ['release-notes', 'Faster.', 'it is no map from languages to texts'],
    ['artifact', 'build/app.apk', 'the path or the https address of an .ipa or .aab'],
    ['artifact', 'build/app.aab\nbuild/app.apk', '"build/app.apk" does not have this form'],
    ['artifact', 'build/app.aab\nbuild/app.aab', '"build/app.aab" stands there twice'],
    ['wear-rollout', '1.5', 'it is no share above 0 and below 1'],
    ['wear-track', 'internal', 'a track of Wear OS'],
  ])('the input %s: "%s"', async (input, value, says) => {
    await run(mode, { inputs: { [input]: value } }, ({ seen, emulator }) => {
      expect(seen.outputs['result']).toBe('misconfigured');
      expect(plain(seen.summary)).toContain(says);
      expect(emulator.log.entries()).toEqual([]);
    });
  });
});

const VENDORS = ['upload-not-shown', 'watch-left-behind', 'rollout-unopened'];
/** What was sent stays sent. */
const SENT = ['watch-left-behind', 'rollout-unopened'];

const table = createMessageTable('What the bundle says of an .aab, with its exit code');

describe.each(slowModes)('%s: each message of the catalogue that an .aab can bring is given', (mode) => {
  testWithAndroidTools.each(Object.entries(SITUATIONS))('%s', async (id, setting) => {
    await run(mode, setting, ({ seen, openEdits }) => {
      expect(seen.annotations.map(({ message }) => message).join('\n')).toContain(`[${id}]`);
      if (mode === 'bundle') table.add(id, seen);
      expect(seen.exitCode).toBe(VENDORS.includes(id) ? 3 : 2);
      expect(seen.outputs['uploaded']).toBe(`${SENT.includes(id)}`);
      expect(openEdits).toBe(0);
    });
  });

  testWithAndroidTools('a code is used for good, though no track shows it', async () => {
    const prepare: Setting['prepare'] = (world) => {
      for (const code of [42, 43]) world.addRelease(PACKAGE, 'alpha', { versionCodes: [code] });
    };
    await run(mode, { prepare }, ({ seen, emulator }) => {
      expect(seen.annotations.at(-1)?.message).toContain('Google Play has version code 42 already, on no track.');
      expect(emulator.log.writes().filter(({ operation }) => operation.startsWith('edits.bundles'))).toEqual([]);
    });
  });

  testWithAndroidTools.each<[what: string, setting: Setting]>([
    ['a review may be cancelled', { ...SITUATIONS['in-review'], inputs: { 'on-review': 'cancel' } }],
    [
      'a rollout may be superseded',
      { ...SITUATIONS['rollout-under-way'], inputs: { track: 'production', supersede: 'true' } },
    ],
  ])('%s where that is meant', async (_what, setting) => {
    await run(mode, setting, ({ seen, commits }) => {
      expect({ exit: seen.exitCode, log: seen.log }).toMatchObject({ exit: 0 });
      expect(commits).toBe(1);
    });
  });
});

test('no message of the catalogue is never given', () => {
  expect(Object.keys(messages).filter((id) => !(id in SITUATIONS) && !(id in IOS))).toEqual([]);
});
