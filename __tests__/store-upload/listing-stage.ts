import type { AscEmulator } from '#emulators/app-store-connect/server';
import { makePng } from '../support/pictures.ts';
import { screenshotsOf } from '../vendors/app-store-connect/screenshot-stage.ts';

export const HOME = makePng(1290, 2796, { shade: 1 });
export const MAP = makePng(1290, 2796, { shade: 2 });
export const WRIST = makePng(410, 502, { shade: 3 });

/** A summary without the signs that keep Markdown from reading foreign text. */
export const plain = (text: string): string => text.replaceAll(/[\\`]|<[^>]+>/g, '');

/** Two folders as a team has them that comes from Fastlane. */
export const FOLDERS: Readonly<Record<string, string | Buffer>> = {
  'fastlane/metadata/copyright.txt': '2027 Example\n',
  'fastlane/metadata/review_information/email_address.txt': 'review@example.test\n',
  'fastlane/metadata/review_information/demo_user.txt': 'demo\n',
  'fastlane/metadata/review_information/demo_password.txt': 'open sesame\n',
  'fastlane/metadata/default/support_url.txt': 'https://example.test/help\n',
  'fastlane/metadata/en-US/keywords.txt': 'maps,track\n',
  'fastlane/metadata/en-US/release_notes.txt': 'Maps.\n',
  'fastlane/metadata/de-DE/name.txt': 'Verfolger\n',
  'fastlane/metadata/de-DE/description.txt': 'Behält alles im Blick.\n',
  'fastlane/metadata/de-DE/release_notes.txt': 'Karten.\n',
  'fastlane/screenshots/en-US/10-map.png': MAP,
  'fastlane/screenshots/en-US/2-home.png': HOME,
  'fastlane/screenshots/en-US/watch.png': WRIST,
  'fastlane/screenshots/de-DE/1.png': HOME,
};

export const INPUTS = {
  destination: 'app-store',
  metadata: 'fastlane/metadata',
  screenshots: 'fastlane/screenshots',
  'uses-idfa': 'false',
};

/** What the newest version says and shows: its texts by language, what has none, its screenshots by set. */
export function listingIn(emulator: AscEmulator): {
  readonly texts: Readonly<Record<string, object>>;
  readonly app: Readonly<Record<string, object>>;
  readonly details: object;
  readonly screenshots: Readonly<Record<string, readonly string[]>>;
} {
  const state = emulator.snapshot();
  const { tables } = state;
  const version = Object.values(tables.appStoreVersions).at(-1);
  if (version === undefined) throw new Error('There is no version.');
  const contact = Object.values(tables.appStoreReviewDetails).find(({ to }) => to.appStoreVersion === version.id);
  const info = Object.values(tables.appInfos).at(-1)?.id;
  const { copyright, usesIdfa } = version.attributes;
  const mine = Object.values(tables.appStoreVersionLocalizations).filter(({ to }) => to.appStoreVersion === version.id);
  return {
    texts: byLanguage(mine),
    app: byLanguage(Object.values(tables.appInfoLocalizations).filter(({ to }) => to.appInfo === info)),
    details: { copyright, usesIdfa, ...withoutNulls(contact?.attributes ?? {}) },
    screenshots: screenshotsOf(state, { next: version.id }),
  };
}

function byLanguage(all: readonly { readonly attributes: { readonly locale: string } }[]): Record<string, object> {
  return Object.fromEntries(all.map(({ attributes: { locale, ...texts } }) => [locale, withoutNulls(texts)]));
}

function withoutNulls(values: object): object {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
}
