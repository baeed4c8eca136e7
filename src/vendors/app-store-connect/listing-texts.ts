import { optional, record, text } from '#kit/shapes';
import { path, readAll, type AppStoreConnect, type Question } from './client.ts';
import { many } from './documents.ts';
import { carryOut } from './moves.ts';

/** Texts of one language, by Apple's names of the attributes. */
export type Texts = Readonly<Record<string, string>>;

/** By language: "en-US". */
export type TextsByLanguage = Readonly<Record<string, Texts>>;

/** Where texts hang: on a version, or on the information of the app. */
export interface TextPlace {
  readonly type: 'appStoreVersionLocalizations' | 'appInfoLocalizations';
  readonly owner: 'appStoreVersion' | 'appInfo';
  readonly owners: 'appStoreVersions' | 'appInfos';
  /** As messages say it. */
  readonly name: string;
}

export const versionTexts: TextPlace = {
  type: 'appStoreVersionLocalizations',
  owner: 'appStoreVersion',
  owners: 'appStoreVersions',
  name: 'the version',
};

export const appTexts: TextPlace = {
  type: 'appInfoLocalizations',
  owner: 'appInfo',
  owners: 'appInfos',
  name: 'the app',
};

/** What of a language is other than asked for. */
export interface TextChange {
  readonly locale: string;
  /** Names of the attributes, in the order of the wish. */
  readonly fields: readonly string[];
  /** True where the language is not there yet. */
  readonly isNew: boolean;
}

interface Localization {
  readonly id: string;
  readonly locale: string;
  readonly texts: Readonly<Record<string, string | undefined>>;
}

const words = optional(text(20_000));
const shape = record(
  {
    locale: text(20),
    description: words,
    keywords: words,
    marketingUrl: words,
    promotionalText: words,
    supportUrl: words,
    whatsNew: words,
    name: words,
    subtitle: words,
    privacyPolicyUrl: words,
  },
  'ignored',
);

/** The languages that there are, with their ids. @throws VendorError */
export async function readLanguages(
  connect: AppStoreConnect,
  { type, owners, name }: TextPlace,
  ownerId: string,
): Promise<readonly Localization[]> {
  const question: Question = {
    operation: `read the languages of ${name}`,
    path: path`/v1/${owners}/${ownerId}/${type}`,
  };
  return readAll(
    connect,
    question,
    many(type, shape, ({ id, attributes: { locale, ...texts } }): Localization => ({ id, locale, texts })),
  );
}

/** What would have to be written. @throws VendorError */
export async function compareTexts(
  connect: AppStoreConnect,
  place: TextPlace,
  ownerId: string,
  wanted: TextsByLanguage,
): Promise<readonly TextChange[]> {
  return findChanges(await readLanguages(connect, place, ownerId), wanted);
}

/**
 * Writes what differs, a language at a time; what was not asked for stays as it is. A language that is not there is added.
 * @returns what was written
 * @throws AppStoreRefusal, VendorError
 */
export async function writeTexts(
  connect: AppStoreConnect,
  place: TextPlace,
  ownerId: string,
  wanted: TextsByLanguage,
): Promise<readonly TextChange[]> {
  let there = await readLanguages(connect, place, ownerId);
  const changes = findChanges(there, wanted);
  for (const { locale } of changes) {
    const { state } = await carryOut(
      connect,
      {
        name: `write the texts of ${place.name} in ${locale}`,
        look: async () => readLanguages(connect, place, ownerId),
        isDone: (seen) => differing(seen, locale, wanted[locale] ?? {}).length === 0,
        findObstacle: () => undefined,
        tell: (seen) => `not as asked for: ${differing(seen, locale, wanted[locale] ?? {}).join(', ')}`,
        act: async (seen) => send(connect, place, ownerId, { seen, locale, wanted: wanted[locale] ?? {} }),
      },
      there,
    );
    there = state;
  }
  return changes;
}

function findChanges(there: readonly Localization[], wanted: TextsByLanguage): readonly TextChange[] {
  return Object.entries(wanted).flatMap(([locale, texts]) => {
    const fields = differing(there, locale, texts);
    return fields.length === 0 ? [] : [{ locale, fields, isNew: !there.some((one) => one.locale === locale) }];
  });
}

function differing(there: readonly Localization[], locale: string, wanted: Texts): readonly string[] {
  const texts = there.find((one) => one.locale === locale)?.texts ?? {};
  return Object.keys(wanted).filter((name) => !isSameText(texts[name], wanted[name]));
}

/** Line ends, spaces around and the way of writing an accent are nobody's change. */
export function isSameText(one: string | undefined, other: string | undefined): boolean {
  const plain = (value: string | undefined): string => (value ?? '').replaceAll('\r\n', '\n').trim().normalize('NFC');
  return plain(one) === plain(other);
}

interface Sending {
  readonly seen: readonly Localization[];
  readonly locale: string;
  readonly wanted: Texts;
}

async function send(
  connect: AppStoreConnect,
  { type, owner, owners, name }: TextPlace,
  ownerId: string,
  { seen, locale, wanted }: Sending,
): Promise<void> {
  const there = seen.find((one) => one.locale === locale);
  const fields = differing(seen, locale, wanted);
  const attributes = Object.fromEntries(fields.map((field) => [field, wanted[field]]));
  connect.log.info(`App Store Connect: ${name} in ${locale}: ${fields.join(', ')}`);
  if (there === undefined) {
    await connect.command({
      operation: `add ${locale} to ${name}`,
      method: 'POST',
      path: path`/v1/${type}`,
      data: {
        type,
        attributes: { locale, ...attributes },
        relationships: { [owner]: { data: { type: owners, id: ownerId } } },
      },
    });
    return;
  }
  await connect.command({
    operation: `write the texts of ${name} in ${locale}`,
    method: 'PATCH',
    path: path`/v1/${type}/${there.id}`,
    data: { type, id: there.id, attributes },
  });
}
