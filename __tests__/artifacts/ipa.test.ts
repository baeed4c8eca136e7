import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readIpa } from '#artifacts/ipa';
import { testWithOpenssl } from '../support/openssl.ts';
import {
  ARM64_32,
  makeBundleFiles,
  makeCodeSignature,
  makeIpa,
  makeProfile,
  makeProgram,
  makeSigner,
  makeUniversal,
  words,
  type Value,
} from './apple-samples.ts';

const APP = 'Payload/Tracker.app';
const BINARY_INFO =
  'YnBsaXN0MDDVAQIDBAUGBwgJCl8QEkNGQnVuZGxlRXhlY3V0YWJsZV8QEkNGQnVuZGxlSWRlbnRpZmllcl8QGkNGQnVuZGxlU2hvcnRWZXJzaW9uU3RyaW5nXxAPQ0ZCdW5kbGVWZXJzaW9uXxAdSVRTQXBwVXNlc05vbkV4ZW1wdEVuY3J5cHRpb25XUHJvZ3JhbV8QD2NvbS5leGFtcGxlLmFwcFMzLjBRNwkIEyg9WmyMlKaqrAAAAAAAAAEBAAAAAAAAAAsAAAAAAAAAAAAAAAAAAACt';
const WATCH = `${APP}/Watch/TrackerWatch.app`;

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'slipway-artifacts-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

test('an app with its watch app, extensions and libraries', async () => {
  const path = makeIpa(folder, {
    ...makeBundleFiles(APP, { info: { ITSAppUsesNonExemptEncryption: false } }),
    ...makeBundleFiles(WATCH, {
      info: { CFBundleIdentifier: 'com.example.app.watch', WKCompanionAppBundleIdentifier: 'com.example.app' },
      program: makeProgram({ processor: ARM64_32, platform: 4, uuid: null }),
    }),
    ...makeBundleFiles(`${APP}/PlugIns/Widget.appex`, { info: { CFBundleIdentifier: 'com.example.app.widget' } }),
    ...makeBundleFiles(`${WATCH}/PlugIns/Face.appex`, { info: { CFBundleIdentifier: 'com.example.app.watch.face' } }),
    [`${APP}/Frameworks/hermes.framework/hermes`]: makeUniversal([
      makeProgram({ uuid: '01'.repeat(16) }),
      makeProgram({ uuid: '02'.repeat(16), processor: ARM64_32, platform: 9 }),
    ]),
    [`${APP}/Frameworks/hermes.framework/Info.plist`]: 'not looked at',
    [`${APP}/Frameworks/libswiftCore.dylib`]: makeProgram({ uuid: '03'.repeat(16) }),
  });
  const ipa = await readIpa(path);
  expect(ipa.sha256).toMatch(/^[0-9a-f]{64}$/);
  expect(ipa.app).toEqual({
    path: APP,
    bundleId: 'com.example.app',
    version: '2.15.3',
    build: '20261122.1',
    minimumOs: '15.1',
    usesNonExemptEncryption: false,
    companion: undefined,
    slices: [
      {
        architecture: 'arm64',
        uuid: '00112233-4455-6677-8899-AABBCCDDEEFF',
        platform: 'ios',
        minimumOs: '15.1',
        signature: undefined,
      },
    ],
    signature: undefined,
    profile: undefined,
  });
  expect(ipa.watchApps).toMatchObject([
    {
      path: WATCH,
      companion: 'com.example.app',
      usesNonExemptEncryption: undefined,
      slices: [{ architecture: 'arm64_32', platform: 'watchos', uuid: undefined }],
    },
  ]);
  expect(ipa.extensions.map(({ bundleId }) => bundleId)).toEqual([
    'com.example.app.widget',
    'com.example.app.watch.face',
  ]);
  expect(
    ipa.libraries.map((library) => library.slices.map(({ uuid, platform }) => [uuid?.slice(0, 2), platform])),
  ).toEqual([
    [
      ['01', 'ios'],
      ['02', 'watchos-simulator'],
    ],
    [['03', 'ios']],
  ]);
});

test('a binary property list, as Xcode writes it', async () => {
  // Written by plistlib of Python 3.11 from the same keys as the sample's, with a version of its own.
  const infoFile = Buffer.from(BINARY_INFO, 'base64');
  const { app } = await readIpa(makeIpa(folder, makeBundleFiles(APP, { infoFile })));
  expect(app).toMatchObject({ bundleId: 'com.example.app', version: '3.0', build: '7', usesNonExemptEncryption: true });
});

test('a program from before LC_BUILD_VERSION', async () => {
  const program = makeProgram({ platform: 77, commands: [words(0x25, 16, 0x0c_04_01, 0)] });
  const { app } = await readIpa(makeIpa(folder, makeBundleFiles(APP, { program })));
  expect(app.slices).toMatchObject([{ platform: 'ios', minimumOs: '12.4.1' }]);
});

describe('the code signature', () => {
  const sign = (entitlements: Readonly<Record<string, Value>>, directory?: string): Buffer =>
    makeCodeSignature(folder, makeSigner(folder, '/CN=Apple Distribution: Acme'), entitlements, directory);

  testWithOpenssl('names the signer and the entitlements', async () => {
    const program = makeProgram({ signature: sign({ 'get-task-allow': false, 'aps-environment': 'production' }) });
    const { app } = await readIpa(makeIpa(folder, makeBundleFiles(APP, { program })));
    expect(app.signature).toMatchObject({
      signer: { subject: 'CN=Apple Distribution: Acme', sha256: expect.stringMatching(/^([0-9A-F]{2}:){31}/) },
      entitlements: { 'get-task-allow': false, 'aps-environment': 'production' },
    });
  });

  testWithOpenssl('of one part of several is read where that part stands', async () => {
    const program = makeUniversal([makeProgram({ signature: sign({ first: true }) }), makeProgram()]);
    const { app } = await readIpa(makeIpa(folder, makeBundleFiles(APP, { program })));
    expect(app.signature?.entitlements).toEqual({ first: true });
  });

  test('may be nobody’s', async () => {
    const program = makeProgram({ signature: makeCodeSignature(folder, null) });
    const { app } = await readIpa(makeIpa(folder, makeBundleFiles(APP, { program })));
    expect(app.signature).toEqual({ signer: undefined, entitlements: {} });
  });

  testWithOpenssl('of another app is refused', async () => {
    const program = makeProgram({ signature: sign({}, 'other code') });
    await expect(readIpa(makeIpa(folder, makeBundleFiles(APP, { program })))).rejects.toThrow(
      `${APP}: its code signature is not that of this app`,
    );
  });
});

describe('the provisioning profile', () => {
  testWithOpenssl.each<[distribution: string, keys: Readonly<Record<string, Value>>]>([
    ['app-store', {}],
    ['ad-hoc', { ProvisionedDevices: ['00008110-1'] }],
    ['enterprise', { ProvisionsAllDevices: true }],
    ['development', { Entitlements: { 'get-task-allow': true }, ProvisionedDevices: ['00008110-1'] }],
  ])('is for %s', async (distribution, keys) => {
    const profile = makeProfile(folder, makeSigner(folder, '/CN=Apple'), keys);
    const { app } = await readIpa(makeIpa(folder, makeBundleFiles(APP, { profile })));
    expect(app.profile).toEqual({
      name: 'Tracker App Store',
      uuid: '7c7f5a5e-0000-4000-8000-000000000001',
      team: 'TEAM123456',
      expires: '2027-11-01T10:00:00.000Z',
      distribution,
    });
  });

  test('that is none is refused', async () => {
    const files = makeBundleFiles(APP, { profile: Buffer.from('text') });
    await expect(readIpa(makeIpa(folder, files))).rejects.toThrow(`${APP}/embedded.mobileprovision: `);
  });
});

test.each<[what: string, files: () => Record<string, string | Buffer>, says: string]>([
  ['no app', () => ({ 'Payload/readme.txt': 'x' }), 'it is no .ipa: it holds no Payload/<name>.app'],
  [
    'two apps',
    () => ({ ...makeBundleFiles('Payload/A.app'), ...makeBundleFiles('Payload/B.app') }),
    'it holds more than one app: Payload/A.app, Payload/B.app',
  ],
  [
    'no build number',
    () => makeBundleFiles(APP, { info: { CFBundleVersion: undefined } }),
    `${APP}/Info.plist has no CFBundleVersion`,
  ],
  ['no program', () => makeBundleFiles(APP, { info: { CFBundleExecutable: 'Other' } }), `it holds no ${APP}/Other`],
  [
    'a program that is none',
    () => makeBundleFiles(APP, { program: Buffer.from('#!/bin/sh\nexit 0') }),
    `${APP}/Program: it is no Mach-O file`,
  ],
  [
    'a program that is cut off',
    () => makeBundleFiles(APP, { program: makeProgram().subarray(0, 40) }),
    `${APP}/Program: the Mach-O file is cut off`,
  ],
  [
    'a property list that is cut off',
    () => makeBundleFiles(APP, { infoFile: Buffer.from('<plist version="1.0"><dict>') }),
    `${APP}/Info.plist: line 1: `,
  ],
  [
    'a binary property list that is cut off',
    () => makeBundleFiles(APP, { infoFile: Buffer.from('bplist00') }),
    `${APP}/Info.plist: the binary property list is damaged`,
  ],
])('a file with %s is refused', async (_what, files, says) => {
  await expect(readIpa(makeIpa(folder, files()))).rejects.toThrow(says);
});
