import { isDeepStrictEqual } from 'node:util';
import { findAll, type AscState } from '#emulators/app-store-connect/state';
import { findEditableInfo, getVersion } from '#emulators/app-store-connect/version-states';
import { writeAppTexts } from '#vendors/app-store-connect/app-information';
import { versionTexts, writeTexts, type TextsByLanguage } from '#vendors/app-store-connect/listing-texts';
import { writeDetails } from '#vendors/app-store-connect/version-details';
import type { TriedMove } from './move-table.ts';
import type { Prepare, Scene } from './scene.ts';

const toMoved = (changes: readonly unknown[]): { readonly did: 'moved' | 'unchanged' } => ({
  did: changes.length > 0 ? 'moved' : 'unchanged',
});

export const TEXTS: TextsByLanguage = {
  'en-US': { description: 'Keeps track.', keywords: 'maps,track' },
  'de-DE': { description: 'Behält alles im Blick.', whatsNew: 'Karten.', supportUrl: 'https://example.test/de' },
};
const APP_TEXTS: TextsByLanguage = {
  'en-US': { subtitle: 'On track' },
  'de-DE': { name: 'Verfolger', privacyPolicyUrl: 'https://example.test/privat' },
};
const CONTACT = { contactEmail: 'review@example.test', demoAccountName: 'demo', demoAccountPassword: 'open sesame' };

/** Texts of 2.0 by language, without those that are empty. */
export function textsOf(state: AscState, { next }: Scene): unknown {
  return withoutNulls(
    findAll(state, 'appStoreVersionLocalizations', ({ to }) => to.appStoreVersion === next).map(
      ({ attributes }) => attributes,
    ),
  );
}

function appTextsOf(state: AscState, { app }: Scene): unknown {
  const info = findEditableInfo(state, app);
  return withoutNulls(
    findAll(state, 'appInfoLocalizations', ({ to }) => to.appInfo === info?.id).map(({ attributes }) => attributes),
  );
}

function withoutNulls(all: readonly { readonly locale: string }[]): Record<string, unknown> {
  return Object.fromEntries(
    all.map(({ locale, ...texts }) => [
      locale,
      Object.fromEntries(Object.entries(texts).filter(([, value]) => value !== null)),
    ]),
  );
}

/** Apple makes one with each version; should it ever not, there is none. */
export const withoutContact: Prepare = ({ tables }, { next }) => {
  for (const { id, to } of Object.values(tables.appStoreReviewDetails))
    if (to.appStoreVersion === next) Reflect.deleteProperty(tables.appStoreReviewDetails, id);
};

const isWritten: TriedMove['isDone'] = (state, { next }) => {
  const { copyright, usesIdfa } = getVersion(state, next).attributes;
  const contacts = findAll(state, 'appStoreReviewDetails', ({ to }) => to.appStoreVersion === next);
  const [contact] = contacts;
  return (
    copyright === '2027 Example' &&
    usesIdfa === false &&
    contacts.length === 1 &&
    contact?.attributes.demoAccountRequired === true &&
    Object.entries(CONTACT).every(([name, value]) => contact.attributes[name as keyof typeof CONTACT] === value)
  );
};

const details: Pick<TriedMove, 'act' | 'isDone'> = {
  act: async (connect, { next }) =>
    toMoved(await writeDetails(connect, next, { copyright: '2027 Example', usesIdfa: false, contact: CONTACT })),
  isDone: isWritten,
};

export const listingMoves: Readonly<Record<string, TriedMove>> = {
  'write the texts': {
    act: async (connect, { next }) => toMoved(await writeTexts(connect, versionTexts, next, TEXTS)),
    writes: ['appStoreVersionLocalizations_updateInstance', 'appStoreVersionLocalizations_createInstance'],
    isDone: (state, scene) =>
      isDeepStrictEqual(textsOf(state, scene), {
        'en-US': { description: 'Keeps track.', keywords: 'maps,track', whatsNew: 'Better.' },
        'de-DE': TEXTS['de-DE'],
      }),
  },
  'write the texts of the app': {
    act: async (connect, { app }) => toMoved(await writeAppTexts(connect, app, APP_TEXTS)),
    writes: ['appInfoLocalizations_updateInstance', 'appInfoLocalizations_createInstance'],
    isDone: (state, scene) =>
      isDeepStrictEqual(appTextsOf(state, scene), {
        'en-US': { subtitle: 'On track', name: 'Tracker' },
        'de-DE': { privacyPolicyUrl: 'https://example.test/privat', name: 'Verfolger' },
      }),
  },
  'write the details': {
    ...details,
    writes: ['appStoreVersions_updateInstance', 'appStoreReviewDetails_updateInstance'],
  },
  'write the first details': {
    ...details,
    prepare: withoutContact,
    writes: ['appStoreVersions_updateInstance', 'appStoreReviewDetails_createInstance'],
  },
};
