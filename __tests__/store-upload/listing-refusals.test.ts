import { describe, expect } from '@jest/globals';
import { slowModes } from '../support/scenario.ts';
import { testWithOpenssl } from '../support/openssl.ts';
import { makeJpeg, makePng } from '../support/pictures.ts';
import { run } from './ios-stage.ts';
import { HOME, plain, WRIST } from './listing-stage.ts';

/** Folders that Apple would refuse, mostly an hour later: the row of the table that says so. */
const UNFIT: Readonly<Record<string, readonly [files: Readonly<Record<string, string | Buffer>>, row: string]>> = {
  'a language that is none': [
    { 'metadata/de-De/name.txt': 'x' },
    '| metadata/de-De | de-De | it is no language of the App Store; did you mean "de-DE"? |',
  ],
  'a language that Apple writes otherwise': [
    { 'metadata/ja-JP/name.txt': 'x' },
    '| metadata/ja-JP | ja-JP | it is no language of the App Store; did you mean "ja"? |',
  ],
  'a language of screenshots that is none': [
    { 'screenshots/english/1.png': HOME },
    '| screenshots/english | english | it is no language of the App Store |',
  ],
  'a text that is too long': [
    { 'metadata/en-US/promotional_text.txt': 'x'.repeat(171) },
    '| metadata/en-US/promotional_text.txt | 171 characters | it is too long | at most 170 characters |',
  ],
  'a name that is too short': [
    { 'metadata/en-US/name.txt': 'x' },
    '| metadata/en-US/name.txt | 1 characters | it is too short | at least 2 characters |',
  ],
  'a name of a file that is misspelt': [
    { 'metadata/en-US/descripton.txt': 'x' },
    '| metadata/en-US/descripton.txt | descripton.txt | no text has this name; did you mean "description.txt"? |',
  ],
  'a misspelt file beside the languages': [
    { 'metadata/copyrigth.txt': 'x' },
    'no text has this name; did you mean "copyright.txt"?',
  ],
  'an address without https': [
    { 'metadata/en-US/support_url.txt': 'http://example.test' },
    '| metadata/en-US/support_url.txt | http://example.test | it is no address with https |',
  ],
  'a user without a password': [
    { 'metadata/review_information/demo_user.txt': 'demo', 'metadata/review_information/demo_password.txt': '\n' },
    '| metadata/review_information/demo_password.txt | missing or empty | there is a demo_user.txt, and',
  ],
  'texts for all languages, and no language': [
    { 'metadata/default/keywords.txt': 'maps' },
    '| metadata/default | no other language |',
  ],
  'no text': [{ 'metadata/notes.md': 'x' }, '| metadata | no text | nothing in it could be written |'],
  'a text that an input has, too': [
    { 'metadata/en-US/release_notes.txt': 'Maps.' },
    '| metadata/en-US/release_notes.txt | en-US | the input "release-notes" has a text of this language, too |',
  ],
  'a picture of a size that no display has': [
    { 'screenshots/en-US/1.png': makePng(1290, 2795) },
    '| screenshots/en-US/1.png | 1290 x 2795 | no display has this size | such as 1290 x 2796 for APP_IPHONE_67 |',
  ],
  'a JPEG of such a size': [
    { 'screenshots/en-US/1.jpg': makeJpeg(100, 100) },
    '| screenshots/en-US/1.jpg | 100 x 100 | no display has this size |',
  ],
  'a picture that can be seen through': [
    { 'screenshots/en-US/1.png': makePng(1290, 2796, { alpha: 'channel' }) },
    '| screenshots/en-US/1.png | alpha | parts of it can be seen through |',
  ],
  'a picture with a transparent colour': [
    { 'screenshots/en-US/1.png': makePng(1290, 2796, { alpha: 'declared' }) },
    'parts of it can be seen through',
  ],
  'a picture that is none': [
    { 'screenshots/en-US/1.png': 'no picture' },
    '| screenshots/en-US/1.png | 10 bytes | it is neither a PNG nor a JPEG |',
  ],
  'a picture that is cut off': [
    { 'screenshots/en-US/1.png': HOME.subarray(0, 20) },
    '| screenshots/en-US/1.png | 20 bytes | it ends too early |',
  ],
  'a PNG that calls itself a JPEG': [
    { 'screenshots/en-US/1.jpg': HOME },
    '| screenshots/en-US/1.jpg | PNG | its name says .jpg |',
  ],
  'a picture of a kind that Apple does not take': [
    { 'screenshots/en-US/1.webp': 'x' },
    '| screenshots/en-US/1.webp | .webp | Apple does not take such pictures |',
  ],
  'a watch’s picture for Messages': [
    { 'screenshots/iMessage/en-US/1.png': WRIST },
    '| screenshots/iMessage/en-US/1.png | 410 x 502 | no display has this size |',
  ],
  'more than ten pictures in a set': [
    Object.fromEntries(
      Array.from({ length: 11 }, (_, shade) => [`screenshots/en-US/${shade}.png`, makePng(410, 502, { shade })]),
    ),
    '| screenshots/en-US, APP_WATCH_ULTRA | 11 pictures | it is more than a set holds | at most 10 |',
  ],
  'a picture twice': [
    { 'screenshots/en-US/1.png': HOME, 'screenshots/en-US/2.png': HOME },
    '| screenshots/en-US/2.png | 2.png | it is the same picture as 1.png |',
  ],
  'a picture in no language': [
    { 'screenshots/1.png': HOME },
    '| screenshots/1.png | 1.png | it lies in no folder of a language |',
  ],
  'no picture': [{ 'screenshots/en-US/': '' }, '| screenshots | no picture | nothing in it could be sent |'],
  'a folder that is not there': [
    { 'metadata/en-US/name.txt': 'Tracker' },
    '| screenshots | screenshots | there is no such folder |',
  ],
};

describe.each(slowModes)('%s: of texts and screenshots it refuses, before a byte of the build is sent,', (mode) => {
  testWithOpenssl.each(Object.entries(UNFIT))('%s', async (what, [files, row]) => {
    const has = (folder: string): boolean => Object.keys(files).some((path) => path.startsWith(`${folder}/`));
    const inputs = {
      destination: 'app-store',
      ...(has('metadata') ? { metadata: 'metadata' } : {}),
      ...(has('screenshots') || what === 'a folder that is not there' ? { screenshots: 'screenshots' } : {}),
      ...(what === 'a text that an input has, too' ? { 'release-notes': 'en-US: Maps.' } : {}),
    };
    await run(mode, { inputs, files }, ({ seen, emulator }) => {
      expect({ exit: seen.exitCode, log: seen.log }).toMatchObject({ exit: 2 });
      expect(plain(seen.summary)).toContain(row);
      expect(seen.annotations.at(-1)?.message).toContain('[listing-unfit]');
      expect(emulator.log.entries()).toEqual([]);
    });
  });

  testWithOpenssl('everything at once', async () => {
    const files = {
      'metadata/en-US/keywords.txt': 'x'.repeat(101),
      'metadata/xx/name.txt': 'Tracker',
      'screenshots/en-US/1.png': makePng(10, 10, { alpha: 'channel' }),
    };
    const inputs = { destination: 'app-store', metadata: 'metadata', screenshots: 'screenshots' };
    await run(mode, { inputs, files }, ({ seen }) => {
      expect(seen.summary).toContain('4 things are wrong with them');
    });
  });

  testWithOpenssl.each<[what: string, files: Readonly<Record<string, string | Buffer>>, row: string]>([
    [
      'without a description',
      { 'metadata/fr-FR/keywords.txt': 'cartes' },
      '| fr-FR | no description.txt | App Store Connect does not have this language yet',
    ],
    ['whose app has no name', { 'metadata/fr-FR/subtitle.txt': 'Cartes' }, '| fr-FR | no name.txt |'],
    [
      'without screenshots, where others have them',
      { 'metadata/fr-FR/description.txt': 'Cartes.', 'screenshots/en-US/1.png': HOME },
      '| fr-FR | no screenshots |',
    ],
  ])('a new language %s', async (_what, files, row) => {
    const screenshots = Object.keys(files).some((path) => path.startsWith('screenshots/'));
    const inputs = {
      destination: 'app-store',
      metadata: 'metadata',
      ...(screenshots ? { screenshots: 'screenshots' } : {}),
    };
    await run(mode, { inputs, files }, ({ seen, applied }) => {
      expect({ exit: seen.exitCode, log: seen.log }).toMatchObject({ exit: 2 });
      expect(plain(seen.summary)).toContain(row);
      expect(applied).toEqual([]);
    });
  });
});
