import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { ConfigurationError, type Problem } from '#kit/errors';
import { compareAppTexts, writeAppTexts } from '#vendors/app-store-connect/app-information';
import type { AppStoreConnect } from '#vendors/app-store-connect/client';
import {
  compareTexts,
  versionTexts,
  writeTexts,
  type TextChange,
  type TextsByLanguage,
} from '#vendors/app-store-connect/listing-texts';
import {
  compareScreenshots,
  writeScreenshots,
  type PictureSet,
  type SetChange,
} from '#vendors/app-store-connect/screenshots';
import { compareDetails, writeDetails, type VersionDetails } from '#vendors/app-store-connect/version-details';
import type { UploadContext } from './context.ts';
import { tellFile } from './listing-files.ts';
import { readPictures } from './listing-pictures.ts';
import { readTexts, type Findings } from './listing-texts.ts';
import { messages } from './messages.ts';

/** What the product page of a version is to say and show; what is not here stays as it is. */
export interface Listing {
  readonly version: TextsByLanguage;
  readonly app: TextsByLanguage;
  readonly details: VersionDetails;
  readonly sets: readonly PictureSet[];
}

/** What is other than asked for, or was until it was written. */
export interface ListingChange {
  /** A language, a set, the version, the reviewers. */
  readonly where: string;
  readonly what: string;
}

/** Which version, of which app. */
interface Target {
  readonly appId: string;
  readonly versionId: string;
}

/**
 * Reads the folders of texts and screenshots, and says everything that is wrong with them at once.
 * @returns undefined where nothing was asked for
 * @throws ConfigurationError (`listing-unfit`, `listing-unused`)
 */
export async function readListing(context: UploadContext): Promise<Listing | undefined> {
  const { metadata, screenshots, usesIdfa, destination, releaseNotes } = context.inputs;
  const given = Object.entries({ metadata, screenshots, 'uses-idfa': usesIdfa }).filter(
    ([, value]) => value !== undefined,
  );
  if (given.length === 0) return undefined;
  if (destination !== 'app-store')
    throw new ConfigurationError(messages['listing-unused'](given.map(([name]) => `"${name}"`).join(' and ')));
  const findings: Findings = { problems: [], leftAlone: [] };
  const open = (input: string, shown: string | undefined): string | undefined =>
    findFolder(context, input, shown, findings);
  const [textsIn, picturesIn] = [open('metadata', metadata), open('screenshots', screenshots)];
  const texts = textsIn === undefined ? undefined : readTexts(textsIn, metadata ?? '', findings);
  const sets = picturesIn === undefined ? [] : await readPictures(picturesIn, screenshots ?? '', findings);
  const password = texts?.review['demoAccountPassword'];
  if (password !== undefined) context.vault.add('review_information/demo_password.txt', password);
  findings.problems.push(...findDoubles(texts?.version ?? {}, releaseNotes, metadata ?? ''));
  if (findings.problems.length > 0)
    throw new ConfigurationError(messages['listing-unfit'](findings.problems.length), findings.problems);
  noteLeftAlone(context, findings.leftAlone);
  const contact = Object.keys(texts?.review ?? {}).length === 0 ? undefined : texts?.review;
  return {
    version: texts?.version ?? {},
    app: texts?.app ?? {},
    details: {
      ...(texts?.copyright === undefined ? {} : { copyright: texts.copyright }),
      ...(usesIdfa === undefined ? {} : { usesIdfa: usesIdfa === 'true' }),
      ...(contact === undefined ? {} : { contact }),
    },
    sets,
  };
}

function findFolder(
  { inputs }: UploadContext,
  input: string,
  shown: string | undefined,
  { problems }: Findings,
): string | undefined {
  if (shown === undefined) return undefined;
  const path = resolve(inputs.workingDirectory, shown);
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory() === true) return path;
  const valid = 'a folder, relative to the working directory';
  problems.push({ name: input, value: shown, reason: 'there is no such folder', valid });
  return undefined;
}

/** Nobody knows which of two texts is meant. */
function findDoubles(
  texts: TextsByLanguage,
  notes: Readonly<Record<string, string>>,
  shown: string,
): readonly Problem[] {
  return Object.keys(notes)
    .filter((locale) => texts[locale]?.['whatsNew'] !== undefined)
    .map((locale) => ({
      name: `${shown}/${locale}/release_notes.txt`,
      value: locale,
      reason: 'the input "release-notes" has a text of this language, too',
      valid: 'one of them',
    }));
}

const mostNamed = 10;

function noteLeftAlone({ annotations, log }: UploadContext, leftAlone: readonly string[]): void {
  if (leftAlone.length === 0) return;
  for (const one of leftAlone) log.info(one);
  const more = leftAlone.length > mostNamed ? `; and ${leftAlone.length - mostNamed} more` : '';
  const { text, cure, id } = messages['listing-left-alone'](`${leftAlone.slice(0, mostNamed).join('; ')}${more}`);
  annotations.add({ level: 'notice', message: `${text} ${cure} [${id}]` });
}

/**
 * What would be written, and nothing else.
 * @param isCopied whether the version is that which the asked one will begin as: Apple copies everything but what is new
 * @throws ConfigurationError (`listing-unfit`) for a language that would be added and lacks what Apple asks for; VendorError
 */
export async function compareListing(
  connect: AppStoreConnect,
  { appId, versionId }: Target,
  listing: Listing,
  isCopied: boolean,
): Promise<readonly ListingChange[]> {
  const texts = await compareTexts(connect, versionTexts, versionId, listing.version);
  const appTexts = await compareAppTexts(connect, appId, listing.app);
  const problems = findIncomplete(listing, texts, appTexts);
  if (problems.length > 0) throw new ConfigurationError(messages['listing-unfit'](problems.length), problems);
  const details = await compareDetails(connect, versionId, listing.details);
  const sets = await compareScreenshots(connect, versionId, listing.sets);
  return tell({ texts: isCopied ? addNews(texts, listing.version) : texts, appTexts, details, sets });
}

function addNews(changes: readonly TextChange[], wanted: TextsByLanguage): readonly TextChange[] {
  const withNews = Object.keys(wanted).filter((locale) => wanted[locale]?.['whatsNew'] !== undefined);
  const kept = changes.map((one) =>
    withNews.includes(one.locale) && !one.fields.includes('whatsNew')
      ? { ...one, fields: [...one.fields, 'whatsNew'] }
      : one,
  );
  const added = withNews.filter((locale) => !changes.some((one) => one.locale === locale));
  return [...kept, ...added.map((locale) => ({ locale, fields: ['whatsNew'], isNew: false }))];
}

/** A language without these keeps the whole version from being reviewed. */
function findIncomplete(
  { version, app, sets }: Listing,
  texts: readonly TextChange[],
  appTexts: readonly TextChange[],
): readonly Problem[] {
  const lack = (locale: string, file: string): Problem => ({
    name: locale,
    value: `no ${file}`,
    reason: 'App Store Connect does not have this language yet, and it cannot be reviewed without that',
    valid: `${locale}/${file}`,
  });
  return [
    ...texts
      .filter(({ isNew, locale }) => isNew && version[locale]?.['description'] === undefined)
      .map(({ locale }) => lack(locale, 'description.txt')),
    ...appTexts
      .filter(({ isNew, locale }) => isNew && app[locale]?.['name'] === undefined)
      .map(({ locale }) => lack(locale, 'name.txt')),
    ...texts
      .filter(({ isNew, locale }) => isNew && sets.length > 0 && !sets.some((set) => set.locale === locale))
      .map(({ locale }) => lack(locale, 'screenshots')),
  ];
}

/**
 * Writes what differs, and reads it back.
 * @returns what was written
 * @throws ConfigurationError (`app-store-screenshots-refused`, `app-store-language-missing`), VendorError
 */
export async function writeListing(
  connect: AppStoreConnect,
  { appId, versionId }: Target,
  { version, app, details, sets }: Listing,
): Promise<readonly ListingChange[]> {
  // Fastlane found that Apple wants the version first.
  const written = await writeDetails(connect, versionId, details);
  const texts = await writeTexts(connect, versionTexts, versionId, version);
  const appTexts = await writeAppTexts(connect, appId, app);
  return tell({ details: written, texts, appTexts, sets: await writeScreenshots(connect, versionId, sets) });
}

/**
 * Writes what may be changed at all times, in languages that are there:
 * https://developer.apple.com/help/app-store-connect/reference/required-localizable-and-editable-properties
 * @throws VendorError
 */
export async function writePromotions(
  connect: AppStoreConnect,
  { versionId }: Target,
  { version }: Listing,
): Promise<readonly ListingChange[]> {
  const wanted = pickFields(version, (name) => name === 'promotionalText');
  const changes = await compareTexts(connect, versionTexts, versionId, wanted);
  const there = changes.filter(({ isNew }) => !isNew).map(({ locale }) => [locale, wanted[locale] ?? {}] as const);
  const texts = await writeTexts(connect, versionTexts, versionId, Object.fromEntries(there));
  return tell({ texts, appTexts: [], details: [], sets: [] });
}

/** Apple takes no news for a version that is the first. */
export function leaveOutNews(listing: Listing): Listing {
  return { ...listing, version: pickFields(listing.version, (name) => name !== 'whatsNew') };
}

function pickFields(texts: TextsByLanguage, isWanted: (name: string) => boolean): TextsByLanguage {
  const picked = Object.entries(texts).map(
    ([locale, one]) => [locale, Object.entries(one).filter(([name]) => isWanted(name))] as const,
  );
  return Object.fromEntries(
    picked.filter(([, fields]) => fields.length > 0).map(([locale, fields]) => [locale, Object.fromEntries(fields)]),
  );
}

interface Changes {
  readonly texts: readonly TextChange[];
  readonly appTexts: readonly TextChange[];
  readonly details: readonly string[];
  readonly sets: readonly SetChange[];
}

function tell({ texts, appTexts, details, sets }: Changes): readonly ListingChange[] {
  const tellTexts = ({ locale, fields, isNew }: TextChange, of: string): ListingChange => ({
    where: `${locale}, ${of}`,
    what: `${isNew ? 'a new language: ' : ''}${fields.map(tellFile).join(', ')}`,
  });
  return [
    ...(details.length === 0 ? [] : [{ where: 'version and reviewers', what: details.map(tellFile).join(', ') }]),
    ...texts.map((one) => tellTexts(one, 'the version')),
    ...appTexts.map((one) => tellTexts(one, 'the app')),
    ...sets.map(({ locale, displayType, sent, removed, reordered }) => ({
      where: `${locale}, ${displayType}`,
      what: [
        ...(sent > 0 ? [`${sent} new`] : []),
        ...(removed > 0 ? [`${removed} removed`] : []),
        ...(reordered ? ['another order'] : []),
      ].join(', '),
    })),
  ];
}
