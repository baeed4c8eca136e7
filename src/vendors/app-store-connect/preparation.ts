import { ConfigurationError } from '#kit/errors';
import { optional, record, text } from '#kit/shapes';
import { isSameVersion } from './builds.ts';
import { path, readAll, type AppStoreConnect } from './client.ts';
import { many } from './documents.ts';
import { appStoreMessages } from './messages.ts';
import { carryOut, refuseMove, type Moved } from './moves.ts';
import {
  editableStates,
  outStates,
  readVersions,
  tellVersion,
  type AppStoreVersion,
  type Platform,
} from './versions.ts';

/** Which version of an app there has to be. */
export interface VersionWish {
  readonly appId: string;
  /** "2.15.3". */
  readonly version: string;
  readonly platform?: Platform;
}

interface Versions {
  readonly all: readonly AppStoreVersion[];
  readonly wanted: AppStoreVersion | undefined;
  /** The one on its way to users, of which Apple has one at most. */
  readonly open: AppStoreVersion | undefined;
}

async function readState(
  connect: AppStoreConnect,
  { appId, version, platform = 'IOS' }: VersionWish,
): Promise<Versions> {
  const all = await readVersions(connect, appId, platform);
  return {
    all,
    wanted: all.find((one) => isSameVersion(one.version, version)),
    open: all.find(({ state }) => !outStates.has(state)),
  };
}

function findObstacle({ open }: Versions): string | undefined {
  if (open === undefined || editableStates.has(open.state)) return undefined;
  return `version ${open.version} is on its way, and Apple prepares one version at a time`;
}

function tell({ all }: Versions): string {
  return all.length === 0 ? 'no version' : all.slice(0, 3).map(tellVersion).join('; ');
}

/** What there is of a version, and of the app. */
export interface FoundVersion {
  /** Undefined where it could be prepared. */
  readonly version: AppStoreVersion | undefined;
  /** The one that it is, gets the place of, or will begin as; undefined where the app has none. */
  readonly base: AppStoreVersion | undefined;
  /** True where no version ever had users: such a one has no notes on what is new, and no phases. */
  readonly isFirst: boolean;
}

/**
 * The same look as `prepareVersion`, and nothing else.
 * @throws as `prepareVersion`
 */
export async function findVersion(connect: AppStoreConnect, wish: VersionWish): Promise<FoundVersion> {
  const state = await readState(connect, wish);
  const obstacle = state.wanted === undefined ? findObstacle(state) : undefined;
  if (obstacle !== undefined) throw refuseMove(`prepare version ${wish.version}`, tell(state), obstacle);
  const { wanted, open, all } = state;
  return { version: wanted, base: wanted ?? open ?? all[0], isFirst: isFirst(state) };
}

function isFirst({ all, wanted }: Versions): boolean {
  return !all.some((one) => outStates.has(one.state) && one !== wanted);
}

export type PreparedVersion = Moved<AppStoreVersion> & Pick<FoundVersion, 'isFirst'>;

/**
 * Sees to it that the app has this version. Where another one is still being prepared, that one gets the number: Apple prepares one
 * at a time. In which state the version is, the caller has to look at.
 * @throws ConfigurationError (`app-store-move-refused`) while another version is in review, or approved; VendorError
 */
export async function prepareVersion(connect: AppStoreConnect, wish: VersionWish): Promise<PreparedVersion> {
  const { did, state } = await carryOut(connect, {
    name: `prepare version ${wish.version}`,
    look: async () => readState(connect, wish),
    isDone: ({ wanted }) => wanted !== undefined,
    findObstacle,
    tell,
    act: async ({ open }) => {
      if (open === undefined) await create(connect, wish);
      else await rename(connect, open.id, wish.version);
    },
  });
  if (state.wanted === undefined) throw new Error('a version that was prepared is not there');
  return { did, state: state.wanted, isFirst: isFirst(state) };
}

async function create(connect: AppStoreConnect, { appId, version, platform = 'IOS' }: VersionWish): Promise<void> {
  await connect.command({
    operation: 'create the version',
    method: 'POST',
    path: path`/v1/appStoreVersions`,
    data: {
      type: 'appStoreVersions',
      attributes: { platform, versionString: version },
      relationships: { app: { data: { type: 'apps', id: appId } } },
    },
  });
}

async function rename(connect: AppStoreConnect, versionId: string, version: string): Promise<void> {
  connect.log.info(`App Store Connect: the version that is being prepared becomes ${version}`);
  await connect.command({
    operation: 'give the version its number',
    method: 'PATCH',
    path: path`/v1/appStoreVersions/${versionId}`,
    data: { type: 'appStoreVersions', id: versionId, attributes: { versionString: version } },
  });
}

/** What a version says in one language. */
interface Localization {
  readonly id: string;
  readonly locale: string;
  readonly whatsNew: string | null;
}

const localizationShape = many(
  'appStoreVersionLocalizations',
  record({ locale: text(20), whatsNew: optional(text(10_000)) }, 'ignored'),
  ({ id, attributes: { locale, whatsNew } }): Localization => ({ id, locale, whatsNew: whatsNew ?? null }),
);

/** https://developer.apple.com/help/app-store-connect/reference/platform-version-information */
const mostCharacters = 4_000;

/**
 * Writes what is new, in languages that the version has.
 * @param notes by language, at most 4,000 characters each
 * @throws ConfigurationError (`app-store-language-missing`, `app-store-news-too-long`) before anything is sent; VendorError
 */
export async function setReleaseNotes(
  connect: AppStoreConnect,
  versionId: string,
  notes: Readonly<Record<string, string>>,
): Promise<{ readonly did: 'moved' | 'unchanged' }> {
  for (const [locale, note] of Object.entries(notes))
    if (note.length > mostCharacters)
      throw new ConfigurationError(appStoreMessages['app-store-news-too-long'](locale, note.length, mostCharacters));
  const there = await readLocalizations(connect, versionId);
  const missing = Object.keys(notes).filter((locale) => !there.some((one) => one.locale === locale));
  if (missing.length > 0) {
    const known = there.map(({ locale }) => locale).join(', ');
    throw new ConfigurationError(appStoreMessages['app-store-language-missing'](missing.join(', '), known));
  }
  let did: 'moved' | 'unchanged' = 'unchanged';
  for (const [locale, whatsNew] of Object.entries(notes))
    if ((await setNews(connect, versionId, locale, whatsNew)).did === 'moved') did = 'moved';
  return { did };
}

async function setNews(
  connect: AppStoreConnect,
  versionId: string,
  locale: string,
  whatsNew: string,
): Promise<Moved<Localization | undefined>> {
  return carryOut(connect, {
    name: `write what is new in ${locale}`,
    look: async () => (await readLocalizations(connect, versionId)).find((one) => one.locale === locale),
    isDone: (found) => found?.whatsNew === whatsNew,
    findObstacle: (found) => (found === undefined ? 'the version has no such language any more' : undefined),
    tell: (found) => ((found?.whatsNew ?? null) === null ? 'nothing is written' : 'something else is written'),
    act: async (found) => {
      if (found === undefined) return;
      await connect.command({
        operation: 'write what is new',
        method: 'PATCH',
        path: path`/v1/appStoreVersionLocalizations/${found.id}`,
        data: { type: 'appStoreVersionLocalizations', id: found.id, attributes: { whatsNew } },
      });
    },
  });
}

async function readLocalizations(connect: AppStoreConnect, versionId: string): Promise<readonly Localization[]> {
  const question = {
    operation: 'read the languages of the version',
    path: path`/v1/appStoreVersions/${versionId}/appStoreVersionLocalizations`,
  };
  return readAll(connect, question, localizationShape);
}
