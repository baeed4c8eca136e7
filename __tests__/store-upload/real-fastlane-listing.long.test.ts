import { expect } from '@jest/globals';
import { addBuild, type SeededApp } from '#emulators/app-store-connect/seeds';
import type { AscEmulator } from '#emulators/app-store-connect/server';
import { createInfoLocalization } from '#emulators/app-store-connect/versions';
import type { AscWorld } from '#emulators/app-store-connect/world';
import { startTlsProxy, type TlsProxy } from '#emulators/base/tls-proxy';
import { AT_ONCE, HOST } from '../fastlane/app-store-story.ts';
import { bundledFastlane, testWithFastlane } from '../fastlane/run-fastlane.ts';
import { md5 } from '../vendors/app-store-connect/screenshot-stage.ts';
import { versionIn } from './app-store-version.ts';
import { run, type After } from './ios-stage.ts';
import { FOLDERS, HOME, INPUTS, listingIn, MAP, WRIST } from './listing-stage.ts';

// The real Fastlane sends texts and screenshots to the emulated routes: a second reading of Apple's contract. Then the built action
// looks at what it has done, with the same folders.

const OPTIONS = {
  app_identifier: 'com.example.app',
  app_version: '2.15.3',
  build_number: '20261122.1',
  metadata_path: './fastlane/metadata',
  screenshots_path: './fastlane/screenshots',
  overwrite_screenshots: true,
  skip_binary_upload: true,
  force: true,
  run_precheck_before_submit: false,
  automatic_release: false,
  phased_release: true,
};

function makeFastfile(options: Readonly<Record<string, unknown>>): string {
  const all = Object.entries({ ...OPTIONS, ...options }).map(([name, value]) => `${name}: ${JSON.stringify(value)}`);
  return `platform :ios do\n  lane :release do\n    upload_to_app_store(${all.join(', ')})\n  end\nend\n`;
}

interface Play {
  readonly inputs: Readonly<Record<string, string>>;
  /** Of the lane. */
  readonly options?: Readonly<Record<string, unknown>>;
  /** That the app has beside English. */
  readonly languages?: readonly string[];
}

async function release({ inputs, options = {}, languages = [] }: Play, look: (after: After) => void): Promise<void> {
  const start = new Date().toISOString();
  let proxy: TlsProxy | undefined;
  const env = async (emulator: AscEmulator): Promise<Record<string, string>> => {
    proxy = await startTlsProxy({ [HOST]: emulator.url });
    return { SPACESHIP_PROXY: proxy.url, SSL_CERT_FILE: proxy.authority };
  };
  const setting = {
    start,
    env,
    fastlane: bundledFastlane(),
    files: { ...FOLDERS, 'fastlane/Fastfile': makeFastfile(options) },
    settings: AT_ONCE,
    inputs: { ...INPUTS, lane: 'ios release', 'pass-env': 'SPACESHIP_PROXY\nSSL_CERT_FILE', ...inputs },
    prepare: (world: AscWorld, app: SeededApp) => {
      const build = { app: app.id, version: '2.15.3', number: '20261122.1', usesNonExemptEncryption: false };
      addBuild(world.state, build, Date.parse(start));
      const [info] = Object.keys(world.state.tables.appInfos);
      for (const locale of languages) createInfoLocalization(world.state, info ?? '', { locale, name: 'Tracker' });
    },
  };
  try {
    await run('bundle', setting, look);
  } finally {
    await proxy?.stop();
    expect(proxy?.refused).toEqual([]);
  }
}

/** What of texts and screenshots was written, by Fastlane and by us, and how often. */
function countWrites(applied: readonly string[]): Readonly<Record<string, number>> {
  const counted: Record<string, number> = {};
  for (const operation of applied.filter((one) =>
    /^(app(Screenshot|Info|StoreVersionLoc|StoreReview)|upload-parts)/.test(one),
  ))
    counted[operation] = (counted[operation] ?? 0) + 1;
  return counted;
}

const SHOWN = {
  'en-US APP_IPHONE_67': [md5(HOME), md5(MAP)],
  'en-US APP_WATCH_ULTRA': [md5(WRIST)],
  'de-DE APP_IPHONE_67': [md5(HOME)],
};
/** Bytes of a part, as the stage has it. */
const PART = 4_096;
const parts = [HOME, MAP, WRIST, HOME].reduce((sum, { length }) => sum + Math.ceil(length / PART), 0);
/** What Fastlane writes of the folders, each once. */
const BY_FASTLANE = {
  appScreenshotSets_createInstance: 3,
  appScreenshots_createInstance: 4,
  'upload-parts/put': parts,
  appScreenshots_updateInstance: 4,
  appStoreVersionLocalizations_createInstance: 1,
  appStoreVersionLocalizations_updateInstance: 2,
  appStoreReviewDetails_updateInstance: 1,
};
/** Fastlane has no answer to the question after the advertising identifier. */
const PREPARED = { 'uses-idfa': '', 'submit-for-review': 'false' };

testWithFastlane(
  'what a lane has sent is found there by the action, which changes nothing of it',
  async () => {
    await release({ inputs: PREPARED, languages: ['de-DE'] }, ({ seen, emulator, applied }) => {
      expect({ exit: seen.exitCode, log: seen.log }).toMatchObject({ exit: 0 });
      expect(listingIn(emulator)).toMatchObject({
        screenshots: SHOWN,
        app: { 'en-US': { name: 'Tracker' }, 'de-DE': { name: 'Verfolger' } },
        details: { copyright: '2027 Example', contactEmail: 'review@example.test', demoAccountRequired: true },
      });
      expect(seen.summary).not.toContain('Changed at the App Store');
      expect(countWrites(applied)).toMatchObject({ ...BY_FASTLANE, appInfoLocalizations_updateInstance: 1 });
      expect(versionIn(emulator)).toMatchObject({ is: '2.15.3 PREPARE_FOR_SUBMISSION MANUAL' });
    });
  },
  180_000,
);

testWithFastlane(
  'the name of a language that is new, which a lane leaves out, is all that the action adds',
  async () => {
    await release({ inputs: PREPARED }, ({ seen, emulator, applied }) => {
      expect({ exit: seen.exitCode, log: seen.log }).toMatchObject({ exit: 0 });
      expect(listingIn(emulator)).toMatchObject({ screenshots: SHOWN, app: { 'de-DE': { name: 'Verfolger' } } });
      expect(countWrites(applied)).toMatchObject({ ...BY_FASTLANE, appInfoLocalizations_createInstance: 1 });
      const [, changes = ''] = seen.summary.split('| Changed at the App Store |  |\n| --- | --- |\n');
      expect(changes).toMatch(/^\| de-DE, the app \| a new language: name \|\n\n/);
    });
  },
  180_000,
);

testWithFastlane(
  'a lane that only adds its pictures to those of somebody else is put right',
  async () => {
    const options = { overwrite_screenshots: false };
    await release({ inputs: PREPARED, options, languages: ['de-DE'] }, ({ seen, emulator, applied }) => {
      expect({ exit: seen.exitCode, log: seen.log }).toMatchObject({ exit: 0 });
      expect(listingIn(emulator)).toMatchObject({ screenshots: SHOWN });
      expect(countWrites(applied)).toMatchObject({
        appScreenshots_createInstance: 4,
        appScreenshots_deleteInstance: 1,
      });
      expect(seen.summary).toContain('1 removed');
    });
  },
  180_000,
);
