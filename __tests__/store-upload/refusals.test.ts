import { describe, expect } from '@jest/globals';
import { makeZip } from '../support/zip.ts';
import { testWithOpenssl } from '../support/openssl.ts';
import { slowModes } from '../support/scenario.ts';
import { makeProgram } from '../artifacts/apple-samples.ts';
import { createMessageTable } from '../support/message-table.ts';
import { SITUATIONS } from './situations-ios.ts';
import { run, WATCH, type Setting } from './ios-stage.ts';

interface Refused {
  readonly setting: Setting;
  readonly says: string;
}

/** Builds that Apple would refuse, mostly an hour later: the row of the table that says so. */
const UNFIT: Readonly<Record<string, Refused>> = {
  'another bundle id': {
    setting: { inputs: { 'bundle-id': 'com.example.other' } },
    says: '| bundle id | `com.example.app` | the workflow says another one | com.example.other |',
  },
  'another version': {
    setting: { inputs: { version: '2.15.4' } },
    says: '| version | `2.15.3` | the workflow says another one | 2.15.4 |',
  },
  'another build': {
    setting: { inputs: { build: '20261122.2' } },
    says: '| build | `20261122.1` | the workflow says another one | 20261122.2 |',
  },
  'a version that is none': {
    setting: { sample: { app: { info: { CFBundleShortVersionString: '2.15.3-rc.1' } } } },
    says: '| version | `2.15.3-rc.1` | Apple does not take it |',
  },
  'a build number that is too long': {
    setting: { sample: { app: { info: { CFBundleVersion: '2026112211.12345678' } } } },
    says: '| build | `2026112211.12345678` | Apple does not take it |',
  },
  'no signature': { setting: { sample: { signed: null } }, says: '| signature | none | nobody has signed it |' },
  'an ad-hoc signature': { setting: { sample: { signed: 'ad-hoc' } }, says: '| signature | of nobody' },
  'no profile': { setting: { sample: { profile: null } }, says: '| provisioning profile | none |' },
  'a profile for devices': {
    setting: { sample: { profile: { ProvisionedDevices: ['00008110-1'] } } },
    says: 'Tracker App Store \\(ad-hoc\\)',
  },
  'a profile that has expired': {
    setting: { sample: { profile: { ExpirationDate: new Date('2026-11-24T10:00:00Z') } } },
    says: 'it has expired',
  },
  'a debug build': {
    setting: { sample: { entitlements: { 'get-task-allow': true } } },
    says: '| entitlement get\\-task\\-allow | true | a debugger may attach to it |',
  },
  'a build for the simulator': {
    setting: { sample: { platform: 7 } },
    says: 'arm64 for ios\\-simulator | it was built for a simulator |',
  },
  'a watch app of another version (90379)': {
    setting: { sample: { watch: { info: { CFBundleVersion: '7' } } } },
    says: `| version of ${WATCH} | 2.15.3 \\(7\\) | it differs from that of the app around it | 2.15.3 \\(20261122.1\\) |`,
  },
  'a watch app of another phone app': {
    setting: { sample: { watch: { info: { WKCompanionAppBundleIdentifier: 'com.example.old' } } } },
    says: 'its WKCompanionAppBundleIdentifier names another app',
  },
};

const plain = (text: string): string => text.replaceAll(/[\\`]|<[^>]+>/g, '');

describe.each(slowModes)('%s: before a byte is sent it refuses', (mode) => {
  testWithOpenssl.each(Object.entries(UNFIT))('%s', async (_what, { setting, says }) => {
    await run(mode, setting, ({ seen, applied, emulator }) => {
      expect(seen.outputs).toMatchObject({ result: 'misconfigured', uploaded: 'false', 'build-id': '' });
      expect(seen.exitCode).toBe(2);
      expect(plain(seen.summary)).toContain(plain(says));
      expect(seen.annotations.at(-1)?.message).toContain('[artifact-unfit]');
      expect(applied).toEqual([]);
      expect(emulator.log.entries()).toEqual([]);
    });
  });

  testWithOpenssl('everything at once', async () => {
    const sample = {
      profile: null,
      entitlements: { 'get-task-allow': true },
      watch: { info: { CFBundleVersion: '7' } },
    };
    await run(mode, { sample, inputs: { version: '3.0' } }, ({ seen }) => {
      expect(seen.summary).toContain('4 things are wrong with it');
    });
  });

  testWithOpenssl('a group that is not there', async () => {
    await run(mode, { inputs: { groups: 'Friend' } }, ({ seen, applied }) => {
      expect(seen.annotations.at(-1)?.message).toContain('[app-store-group-unknown]');
      expect(applied).toEqual([]);
    });
  });

  testWithOpenssl('an app that is not there', async () => {
    const sample = {
      app: { info: { CFBundleIdentifier: 'com.example.none' } },
      watch: { info: { WKCompanionAppBundleIdentifier: 'com.example.none' } },
    };
    await run(mode, { sample }, ({ seen, applied }) => {
      expect(seen.annotations.at(-1)?.message).toContain('[app-store-app-unknown]');
      expect(applied).toEqual([]);
    });
  });
});

/** Those that are not the user's to mend, or stop nothing. */
const EXITS: Readonly<Record<string, number>> = {
  'apple-found-warnings': 0,
  'first-version': 0,
  'listing-left-alone': 0,
  'listing-too-late': 0,
  'build-not-shown': 3,
  'lane-failed': 3,
};

const table = createMessageTable('What the bundle says of an .ipa, with its exit code');

describe.each(slowModes)('%s: each message of the catalogue that an .ipa can bring is given', (mode) => {
  testWithOpenssl.each(Object.entries(SITUATIONS))('%s', async (id, setting) => {
    await run(mode, setting, ({ seen }) => {
      expect(seen.annotations.map(({ message }) => message).join('\n')).toContain(`[${id}]`);
      if (mode === 'bundle') table.add(id, seen);
      expect(seen.exitCode).toBe(EXITS[id] ?? 2);
    });
  });

  testWithOpenssl.each([
    ['a file that is not there', { inputs: { artifact: 'build/Other.ipa' } }],
    ['an archive that is no app', { sample: { bytes: makeZip([{ name: 'a.txt', content: 'x' }]) } }],
    ['a program that is cut off', { sample: { app: { program: makeProgram().subarray(0, 40) } } }],
  ])('artifact-unreadable: %s', async (_what, setting) => {
    await run(mode, setting, ({ seen, emulator }) => {
      expect(seen.annotations.at(-1)?.message).toContain('[artifact-unreadable]');
      expect(emulator.log.entries()).toEqual([]);
    });
  });
});
