import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import { readAndroidArtifact } from '#artifacts/android-artifact';
import {
  makeApk,
  makeBundle,
  makeKeyStore,
  makeLibrary,
  patchArchive,
  readFingerprint,
  signApk,
  signJar,
  testWithAndroidTools,
  type AppOptions,
} from './android-tools.ts';

// What Android's own tools made is read back, and compared with what they were told and with what they say of it.

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'slipway-artifacts-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const UPLOAD = 'CN=Upload, O=Acme, C=ES';
const upload = (): string => makeKeyStore(folder, 'upload', UPLOAD);

describe.each(['aab', 'apk'] as const)('the manifest in an %s', (kind) => {
  const make = { aab: makeBundle, apk: makeApk }[kind];

  testWithAndroidTools.each<[what: string, options: AppOptions, expected: object]>([
    [
      'of a phone app',
      {},
      {
        packageName: 'com.example.app',
        versionCode: 42,
        versionName: '1.2.3',
        minSdk: 24,
        targetSdk: 35,
        debuggable: false,
        testOnly: false,
        watch: false,
        standalone: undefined,
      },
    ],
    [
      'of a watch app that needs its phone app',
      {
        elements: '<uses-feature android:name="android.hardware.type.watch"/>',
        inside: '<meta-data android:name="com.google.android.wearable.standalone" android:value="false"/>',
      },
      { watch: true, standalone: false },
    ],
    [
      'that makes the watch optional',
      { elements: '<uses-feature android:name="android.hardware.type.watch" android:required="false"/>' },
      { watch: false },
    ],
    [
      'of a debug build',
      { application: 'android:debuggable="true" android:testOnly="true"' },
      { debuggable: true, testOnly: true },
    ],
    ['with a hexadecimal version code', { manifest: 'package="a.b" android:versionCode="0x2b"' }, { versionCode: 43 }],
    [
      'with the largest version code',
      { manifest: 'package="a.b" android:versionCode="2100000000" android:versionName="日本語 1"' },
      { versionCode: 2_100_000_000, versionName: '日本語 1' },
    ],
    [
      'whose version name is a resource',
      { manifest: 'package="a.b" android:versionCode="1" android:versionName="@string/version"' },
      { versionName: undefined },
    ],
    [
      'for a preview of Android',
      { elements: '<uses-sdk android:minSdkVersion="VanillaIceCream"/>' },
      { minSdk: Infinity, targetSdk: Infinity },
    ],
  ])('%s', async (_what, options, expected) => {
    expect((await readAndroidArtifact(make(folder, options))).manifest).toMatchObject(expected);
  });

  testWithAndroidTools.each<[what: string, options: AppOptions, says: string]>([
    ['no version code', { manifest: 'package="a.b"' }, 'the manifest has no android:versionCode'],
    [
      'a version code below 1',
      { manifest: 'package="a.b" android:versionCode="-7"' },
      `the manifest's android:versionCode is "-7", no number from 1 on`,
    ],
  ])('with %s is refused', async (_what, options, says) => {
    await expect(readAndroidArtifact(make(folder, options))).rejects.toThrow(says);
  });
});

describe('the signature of a bundle', () => {
  testWithAndroidTools.each([
    ['RSA', UPLOAD],
    ['EC', UPLOAD],
    ['DSA', UPLOAD],
  ])('made with %s', async (algorithm, subject) => {
    const store = makeKeyStore(folder, algorithm, subject, algorithm);
    const path = signJar(makeBundle(folder, { files: { [`base/assets/${'ü'.repeat(60)}.txt`]: 'x' } }), store);
    expect((await readAndroidArtifact(path)).signature).toEqual({
      scheme: 'jar',
      signers: [
        {
          sha256: readFingerprint(store),
          subject: 'C=ES, O=Acme, CN=Upload',
          notAfter: expect.stringMatching(/^20\d\d-.*Z$/),
          debug: false,
        },
      ],
      changed: [],
      added: [],
    });
  });

  testWithAndroidTools('is missing', async () => {
    expect((await readAndroidArtifact(makeBundle(folder))).signature).toBeUndefined();
  });

  testWithAndroidTools('of a debug build is told', async () => {
    const path = signJar(makeBundle(folder), makeKeyStore(folder, 'debug', 'CN=Android Debug,O=Android,C=US'));
    expect((await readAndroidArtifact(path)).signature?.signers[0]?.debug).toBe(true);
  });

  testWithAndroidTools('tells what was done to the bundle afterwards', async () => {
    const path = await patchArchive(signJar(makeBundle(folder), upload()), {
      'base/dex/classes.dex': 'other code',
      'base/resources.pb': null,
      'base/assets/index.android.bundle': 'new',
    });
    expect((await readAndroidArtifact(path)).signature).toMatchObject({
      changed: ['base/dex/classes.dex', 'base/resources.pb'],
      added: ['base/assets/index.android.bundle'],
    });
  });

  testWithAndroidTools.each([
    ['its manifest changed', 'META-INF/MANIFEST.MF', 'META-INF/MANIFEST.MF was changed after signing'],
    ['its signature file changed', 'META-INF/KEY.SF', 'META-INF/KEY.RSA is not the signature of its .SF file'],
    ['its block replaced', 'META-INF/KEY.RSA', 'a value of ASN.1 is cut off'],
  ])('with %s is refused', async (_what, file, says) => {
    const path = await patchArchive(signJar(makeBundle(folder), upload()), { [file]: 'Name: x\n\n' });
    await expect(readAndroidArtifact(path)).rejects.toThrow(says);
  });
});

describe('the signature of an APK', () => {
  testWithAndroidTools.each([
    ['v3', []],
    ['v2', ['--v3-signing-enabled=false']],
    ['jar', ['--v3-signing-enabled=false', '--v2-signing-enabled=false', '--min-sdk-version=21']],
  ])('by scheme %s', async (scheme, flags) => {
    const { signature } = await readAndroidArtifact(signApk(makeApk(folder), upload(), flags));
    expect(signature).toMatchObject({ scheme, signers: [{ sha256: readFingerprint(upload()) }] });
  });

  testWithAndroidTools('is missing', async () => {
    expect((await readAndroidArtifact(makeApk(folder))).signature).toBeUndefined();
  });
});

testWithAndroidTools('native libraries have their build ids and the alignment of their parts', async () => {
  const files = {
    'base/lib/arm64-v8a/libsmall.so': makeLibrary(folder, 4096),
    'base/lib/arm64-v8a/liblarge.so': makeLibrary(folder, 16_384, ['-Wl,--build-id=0xc0ffee']),
    'feature/lib/x86_64/libnone.so': makeLibrary(folder, 16_384, ['-Wl,--build-id=none']),
    'base/assets/lib/x86/nolibrary.so': 'not looked at',
  };
  const { libraries } = await readAndroidArtifact(makeBundle(folder, { files }));
  expect(libraries).toEqual([
    {
      path: 'base/lib/arm64-v8a/libsmall.so',
      abi: expect.stringMatching(/^(x86_64|arm64-v8a)$/),
      bits: 64,
      buildId: expect.stringMatching(/^[0-9a-f]{40}$/),
      alignment: 4096,
    },
    expect.objectContaining({ path: 'base/lib/arm64-v8a/liblarge.so', buildId: 'c0ffee', alignment: 16_384 }),
    expect.objectContaining({ path: 'feature/lib/x86_64/libnone.so', buildId: undefined }),
  ]);
});

testWithAndroidTools('what travels inside a bundle for the store is told', async () => {
  const without = await readAndroidArtifact(makeBundle(folder));
  expect(without).toMatchObject({ kind: 'aab', holdsMapping: false, holdsNativeSymbols: false });
  const files = {
    'BUNDLE-METADATA/com.android.tools.build.obfuscation/proguard.map': 'a -> b:',
    'BUNDLE-METADATA/com.android.tools.build.debugsymbols/arm64-v8a/libapp.so.sym': 'x',
  };
  const holding = await readAndroidArtifact(makeBundle(folder, { files }));
  expect(holding).toMatchObject({ holdsMapping: true, holdsNativeSymbols: true });
});

testWithAndroidTools.each([
  ['a library that is none', { 'base/lib/x86/a.so': 'text' }, 'base/lib/x86/a.so: it is no ELF file'],
  ['a manifest that is none', { 'base/manifest/AndroidManifest.xml': '<manifest/>' }, 'protobuf'],
])('a bundle with %s is refused', async (_what, files, says) => {
  await expect(readAndroidArtifact(makeBundle(folder, { files }))).rejects.toThrow(says);
});

testWithAndroidTools('a file that is neither is refused', async () => {
  const path = join(folder, 'text.aab');
  writeFileSync(path, 'no archive');
  await expect(readAndroidArtifact(path)).rejects.toThrow('it is no zip archive, or it is cut off');
});
