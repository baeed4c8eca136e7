import { ConfigurationError } from '#kit/errors';
import { optional, record, text } from '#kit/shapes';
import { path, readAll } from './client.ts';
import type { AppStoreConnect } from './client.ts';
import { instant, many, one, readIncluded, word } from './documents.ts';
import type { Resource } from './documents.ts';
import { appStoreMessages } from './messages.ts';
import { phasedReleaseAttributes, toPhasedRelease } from './phased-release-state.ts';
import type { PhasedRelease } from './phased-release-state.ts';

export type Platform = 'IOS' | 'MAC_OS' | 'TV_OS' | 'VISION_OS';

/** One version of an app in the App Store, as it was read. */
export interface AppStoreVersion {
  readonly id: string;
  /** "2.15.3". */
  readonly version: string;
  /** `appVersionState` of Apple: "PENDING_DEVELOPER_RELEASE". A word that Apple adds later comes as it is. */
  readonly state: string;
  /** "MANUAL", "AFTER_APPROVAL", "SCHEDULED"; null when none was chosen. */
  readonly releaseType: string | null;
  /** Not before this time, milliseconds since the epoch; null without one. */
  readonly earliestRelease: number | null;
  readonly createdAt: number;
  readonly build: { readonly id: string; readonly number: string } | null;
  readonly phasedRelease: PhasedRelease | null;
}

/** Apple's 15 states, by what may be done (https://developer.apple.com/documentation/appstoreconnectapi/appversionstate). */
export const editableStates: ReadonlySet<string> = new Set([
  'PREPARE_FOR_SUBMISSION',
  'DEVELOPER_REJECTED',
  'REJECTED',
  'METADATA_REJECTED',
  'INVALID_BINARY',
]);
/** With the reviewers. */
export const inReviewStates: ReadonlySet<string> = new Set(['WAITING_FOR_REVIEW', 'IN_REVIEW']);
/**
 * Part of a submission, and of nothing else: in a draft, with the reviewers, or accepted while other items of it are not
 * (https://developer.apple.com/help/app-store-connect/reference/app-and-submission-statuses).
 */
export const inSubmissionStates: ReadonlySet<string> = new Set(['READY_FOR_REVIEW', ...inReviewStates, 'ACCEPTED']);
/** Approved, and not yet with anybody. */
export const approvedStates: ReadonlySet<string> = new Set([
  'PENDING_DEVELOPER_RELEASE',
  // Apple holds it, for a date or for a release of the operating system: nobody has it yet.
  'PENDING_APPLE_RELEASE',
]);
/** On its way to users, or with them. */
export const releasedStates: ReadonlySet<string> = new Set(['PROCESSING_FOR_DISTRIBUTION', 'READY_FOR_DISTRIBUTION']);
/** The same, and had by users once: nothing of such a version can be set any more, and it does not stand in the way of the next. */
export const outStates: ReadonlySet<string> = new Set([...releasedStates, 'REPLACED_WITH_NEW_VERSION']);

const attributes = record(
  {
    versionString: text(100),
    appVersionState: word,
    releaseType: optional(word),
    earliestReleaseDate: optional(instant),
    createdDate: instant,
  },
  'ignored',
);
const buildAttributes = record({ version: text(100) }, 'ignored');
const include = 'build,appStoreVersionPhasedRelease';

/** @throws ConfigurationError (`app-store-app-unknown`) when the key sees no such app; VendorError. */
export async function findApp(
  connect: AppStoreConnect,
  bundleId: string,
): Promise<{ readonly id: string; readonly name: string }> {
  const question = { operation: 'find the app', path: path`/v1/apps`, query: { 'filter[bundleId]': bundleId } };
  const shape = record({ bundleId: text(500), name: text(500) }, 'ignored');
  const apps = await readAll(
    connect,
    question,
    many('apps', shape, ({ id, attributes: { bundleId: found, name } }) => ({ id, name, found })),
  );
  const app = apps.find(({ found }) => found === bundleId);
  if (app === undefined) throw new ConfigurationError(appStoreMessages['app-store-app-unknown'](bundleId));
  return { id: app.id, name: app.name };
}

/**
 * All versions of an app on one platform, the newest first.
 * @throws VendorError
 */
export async function readVersions(
  connect: AppStoreConnect,
  appId: string,
  platform: Platform = 'IOS',
): Promise<readonly AppStoreVersion[]> {
  const question = {
    operation: 'read the versions',
    path: path`/v1/apps/${appId}/appStoreVersions`,
    query: { 'filter[platform]': platform, include },
  };
  const versions = await readAll(connect, question, many('appStoreVersions', attributes, toVersion));
  return versions.toSorted((first, second) => second.createdAt - first.createdAt);
}

/** @throws VendorError */
export async function readVersion(connect: AppStoreConnect, versionId: string): Promise<AppStoreVersion> {
  const question = {
    operation: 'read the version',
    path: path`/v1/appStoreVersions/${versionId}`,
    query: { include },
  };
  return connect.read(question, one('appStoreVersions', attributes, toVersion));
}

function toVersion(
  { id, attributes: read, related }: Resource<ReturnType<typeof attributes>>,
  included: readonly unknown[],
): AppStoreVersion {
  const build = readIncluded(included, related['build'], 'builds', buildAttributes);
  const phased = related['appStoreVersionPhasedRelease'];
  const phasedRelease = readIncluded(included, phased, 'appStoreVersionPhasedReleases', phasedReleaseAttributes);
  return {
    id,
    version: read.versionString,
    state: read.appVersionState,
    releaseType: read.releaseType ?? null,
    earliestRelease: read.earliestReleaseDate ?? null,
    createdAt: read.createdDate,
    build: build === null ? null : { id: build.id, number: build.attributes.version },
    phasedRelease: phasedRelease === null ? null : toPhasedRelease(phasedRelease),
  };
}

/** In words, as messages show it. */
export function tellVersion({ version, state, phasedRelease: phased }: AppStoreVersion): string {
  const day = phased?.day === null || phased?.day === undefined ? '' : ` on day ${phased.day}`;
  return `version ${version} is ${state}, ${phased === null ? 'without a phased release' : `its phased release ${phased.state}${day}`}`;
}
