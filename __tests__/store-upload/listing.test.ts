import { describe, expect } from '@jest/globals';
import { slowModes } from '../support/scenario.ts';
import { findLeaks } from '../support/leaks.ts';
import { testWithOpenssl } from '../support/openssl.ts';
import { makePng } from '../support/pictures.ts';
import { md5 } from '../vendors/app-store-connect/screenshot-stage.ts';
import { versionIn } from './app-store-version.ts';
import { run, writeFiles, type Setting } from './ios-stage.ts';
import { FOLDERS, HOME, INPUTS, listingIn, MAP, plain, WRIST } from './listing-stage.ts';

const WAITING = { waiting: null } as const;

/** As the folders have it; the description in English, and its screenshots for other displays, were there before. */
const LISTED = {
  texts: {
    'en-US': {
      description: 'Keeps track.',
      keywords: 'maps,track',
      supportUrl: 'https://example.test/help',
      whatsNew: 'Maps.',
    },
    'de-DE': {
      description: 'Behält alles im Blick.',
      supportUrl: 'https://example.test/help',
      whatsNew: 'Karten.',
    },
  },
  app: { 'en-US': { name: 'Tracker' }, 'de-DE': { name: 'Verfolger' } },
  details: {
    copyright: '2027 Example',
    usesIdfa: false,
    contactEmail: 'review@example.test',
    demoAccountName: 'demo',
    demoAccountPassword: 'open sesame',
    demoAccountRequired: true,
  },
  screenshots: {
    'en-US APP_IPHONE_67': [md5(HOME), md5(MAP)],
    'en-US APP_WATCH_ULTRA': [md5(WRIST)],
    'de-DE APP_IPHONE_67': [md5(HOME)],
  },
};

const setting: Setting = { inputs: INPUTS, files: FOLDERS, settings: WAITING };

describe.each(slowModes)('%s: texts and screenshots', (mode) => {
  testWithOpenssl('are those of the folders before the version is submitted, and are found there again', async () => {
    await run(mode, setting, async ({ seen, emulator }) => {
      expect({ exit: seen.exitCode, log: seen.log }).toMatchObject({ exit: 0 });
      expect(listingIn(emulator)).toEqual(LISTED);
      expect(versionIn(emulator)).toMatchObject({ is: '2.15.3 WAITING_FOR_REVIEW MANUAL', build: '20261122.1' });
      const rows = [
        '| version and reviewers | copyright, uses-idfa, demo_password, demo_user, email_address, that they sign in |',
        '| de-DE, the version | a new language: description, release_notes, support_url |',
        '| en-US, the version | keywords, release_notes, support_url |',
        '| de-DE, the app | a new language: name |',
        '| en-US, APP_IPHONE_67 | 2 new, 1 removed |',
        '| en-US, APP_WATCH_ULTRA | 1 new |',
      ];
      for (const row of rows) expect(plain(seen.summary)).toContain(row);
      expect([...findLeaks('open sesame', seen)]).toEqual([]);
      const before = emulator.log.writes().length;
      const again = await seen.again();
      expect({ exit: again.exitCode, log: again.log }).toMatchObject({ exit: 0 });
      expect(emulator.log.writes()).toHaveLength(before);
      expect(again.annotations).toEqual([]);
      expect(again.summary).not.toContain('Changed at the App Store');
    });
  });

  testWithOpenssl('are told by a dry run, language by language and set by set', async () => {
    await run(mode, { ...setting, inputs: { ...INPUTS, 'dry-run': 'true' } }, ({ seen, applied }) => {
      expect({ exit: seen.exitCode, log: seen.log }).toMatchObject({ exit: 0 });
      expect(applied).toEqual([]);
      expect(plain(seen.summary)).toContain('| Would change at the App Store |');
      expect(plain(seen.summary)).toContain('| en-US, APP_IPHONE_67 | 2 new, 1 removed |');
      expect(seen.log).toContain('dry run: would change de-DE, the app: a new language: name');
      // Apple does not copy it into the version that would be made.
      expect(plain(seen.summary)).toContain('| en-US, the version | keywords, release_notes, support_url |');
    });
  });

  testWithOpenssl('of a folder for all languages give way to those of a language', async () => {
    const files = {
      'metadata/default/keywords.txt': 'maps',
      'metadata/default/promotional_text.txt': 'Now.',
      'metadata/en-US/keywords.txt': 'track',
    };
    const inputs = { destination: 'app-store', metadata: 'metadata', 'submit-for-review': 'false' };
    await run(mode, { inputs, files }, ({ seen, emulator }) => {
      expect({ exit: seen.exitCode, log: seen.log }).toMatchObject({ exit: 0 });
      expect(listingIn(emulator).texts).toMatchObject({ 'en-US': { keywords: 'track', promotionalText: 'Now.' } });
    });
  });

  testWithOpenssl('have news that are the old ones told by a dry run, since a new version has none', async () => {
    const versions = ['1.0', '1.1'].map((versionString) => ({
      versionString,
      state: 'READY_FOR_DISTRIBUTION' as const,
    }));
    const files = { 'metadata/en-US/release_notes.txt': 'Better.' };
    const inputs = { destination: 'app-store', metadata: 'metadata', 'dry-run': 'true' };
    await run(mode, { inputs, files, app: { versions } }, ({ seen }) => {
      expect({ exit: seen.exitCode, log: seen.log }).toMatchObject({ exit: 0 });
      expect(plain(seen.summary)).toContain('| en-US, the version | release_notes |');
    });
  });

  testWithOpenssl('of a version under review stay, but for promotional texts', async () => {
    await run(mode, { ...setting, settings: { ...WAITING, largestPage: 1 } }, async ({ seen, emulator }) => {
      expect({ exit: seen.exitCode, log: seen.log }).toMatchObject({ exit: 0 });
      emulator.console.change(({ tables }) => {
        for (const { attributes } of Object.values(tables.appStoreVersionLocalizations)) {
          attributes.keywords = 'other';
          attributes.promotionalText = 'Old.';
        }
      });
      const again = await seen.again();
      expect(again.exitCode).toBe(0);
      expect(again.annotations.map(({ level, message }) => [level, message])).toEqual([
        ['warning', expect.stringContaining('Other than asked for: en-US, the version (keywords).')],
      ]);
      expect(listingIn(emulator).texts['en-US']).toMatchObject({ keywords: 'other', promotionalText: 'Old.' });
      writeFiles(seen.workspace, { 'fastlane/metadata/en-US/promotional_text.txt': 'Now.\n' });
      const third = await seen.again();
      expect({ exit: third.exitCode, log: third.log }).toMatchObject({ exit: 0 });
      expect(listingIn(emulator).texts['en-US']).toMatchObject({ keywords: 'other', promotionalText: 'Now.' });
      expect(plain(third.summary)).toContain('| en-US, the version | promotional_text |');
    });
  });

  testWithOpenssl('of the first version have no news', async () => {
    const app = { versions: [{ versionString: '2.15.3', state: 'PREPARE_FOR_SUBMISSION' as const }] };
    const files = { 'metadata/en-US/release_notes.txt': 'Maps.', 'metadata/en-US/keywords.txt': 'maps' };
    const inputs = { destination: 'app-store', metadata: 'metadata' };
    await run(mode, { inputs, files, settings: WAITING, app }, ({ seen, emulator }) => {
      expect({ exit: seen.exitCode, log: seen.log }).toMatchObject({ exit: 0 });
      expect(listingIn(emulator).texts).toEqual({ 'en-US': { description: 'Keeps track.', keywords: 'maps' } });
      expect(seen.annotations.at(-1)?.message).toContain('what is new and the phased release was left out');
    });
  });

  testWithOpenssl('that Apple refuses end the step before anything is submitted', async () => {
    const refusal = { kind: 'status', status: 409 } as const;
    const faults = [{ match: { operation: 'appStoreVersionLocalizations_createInstance' }, fault: refusal }];
    await run(mode, { ...setting, faults }, async ({ seen, emulator }) => {
      expect(seen.exitCode).toBe(3);
      expect(versionIn(emulator)).toMatchObject({ is: '2.15.3 PREPARE_FOR_SUBMISSION AFTER_APPROVAL' });
      expect((await seen.again()).exitCode).toBe(0);
      expect(listingIn(emulator)).toEqual(LISTED);
    });
  });

  testWithOpenssl('a picture that Apple alone finds fault with is named, and nothing is submitted', async () => {
    // Behind the end of the picture, where we do not look.
    const files = { 'screenshots/en-US/1.png': Buffer.concat([HOME, Buffer.from('tRNS')]) };
    const inputs = { destination: 'app-store', screenshots: 'screenshots' };
    await run(mode, { inputs, files, settings: WAITING }, ({ seen, emulator }) => {
      expect({ exit: seen.exitCode, log: seen.log }).toMatchObject({ exit: 2 });
      const told = seen.annotations.at(-1)?.message;
      expect(told).toContain('1.png: The picture has an alpha channel. [IMAGE_ALPHA_NOT_ALLOWED]');
      expect(told).toContain('[app-store-screenshots-refused]');
      expect(versionIn(emulator)).toMatchObject({ is: '2.15.3 PREPARE_FOR_SUBMISSION AFTER_APPROVAL' });
    });
  });
});

testWithOpenssl('what is empty, or for others, changes nothing and is told', async () => {
  const files = {
    'metadata/en-US/release_notes.txt': 'Maps.',
    'metadata/en-US/marketing_url.txt': '',
    'metadata/en-US/description.txt': ' \n',
    'metadata/primary_category.txt': 'SPORTS',
    'metadata/trade_representative_contact_information/city.txt': 'Seoul',
    'metadata/.DS_Store': 'x',
    'screenshots/README.txt': 'x',
    'screenshots/en-US/1.png': makePng(1290, 2796, { alpha: 'channel' }),
    'screenshots/en-US/1_framed.png': HOME,
    'screenshots/en-US/trailer.mp4': 'x',
    'screenshots/en-US/watch.png': WRIST,
  };
  const inputs = { destination: 'app-store', metadata: 'metadata', screenshots: 'screenshots' };
  await run('source', { inputs, files, settings: WAITING }, ({ seen, emulator }) => {
    expect({ exit: seen.exitCode, log: seen.log }).toMatchObject({ exit: 0 });
    const [told] = seen.annotations;
    expect(told?.level).toBe('notice');
    for (const one of [
      'metadata/en-US/marketing_url.txt is empty, which deletes nothing',
      'metadata/primary_category.txt is not handled',
      'metadata/trade_representative_contact_information is not handled',
      'screenshots/README.txt is not handled',
      'screenshots/en-US/1.png is without its frame',
      'screenshots/en-US/trailer.mp4 is not handled',
    ])
      expect(told?.message).toContain(one);
    expect(listingIn(emulator).texts['en-US']).toMatchObject({ description: 'Keeps track.', whatsNew: 'Maps.' });
    expect(listingIn(emulator).screenshots).toEqual({
      'en-US APP_IPHONE_67': [md5(HOME)],
      'en-US APP_WATCH_ULTRA': [md5(WRIST)],
    });
  });
});
