import { oneOf, optional, record, text } from '#kit/shapes';
import { path, readAll } from './client.ts';
import type { AppStoreConnect, Question } from './client.ts';
import { instant, many, one, readIncluded, word } from './documents.ts';
import type { Resource } from './documents.ts';
import { waitFor } from './moves.ts';
import { appStoreMessages } from './messages.ts';
import { formatDuration } from '#kit/duration';

/** A build, with what TestFlight says of it. */
export interface Build {
  readonly id: string;
  /** CFBundleShortVersionString: "2.15.3"; null where Apple has not read it yet. */
  readonly version: string | null;
  /** CFBundleVersion: "20250114.1". */
  readonly number: string;
  readonly platform: string | null;
  /** "PROCESSING", "FAILED", "INVALID", "VALID". */
  readonly processing: string;
  readonly uploadedAt: number;
  readonly expired: boolean;
  /** Whether it uses encryption that has to be declared; null when nobody has said yet. */
  readonly usesNonExemptEncryption: boolean | null;
  /** "IN_BETA_TESTING", "READY_FOR_BETA_SUBMISSION" ...; null where there is none yet. */
  readonly internalState: string | null;
  readonly externalState: string | null;
}

const attributes = record(
  {
    version: text(100),
    processingState: word,
    uploadedDate: instant,
    expired: oneOf([true, false]),
    usesNonExemptEncryption: optional(oneOf([true, false])),
  },
  'ignored',
);
const preReleaseAttributes = record({ version: text(100), platform: word }, 'ignored');
const betaAttributes = record({ internalBuildState: optional(word), externalBuildState: optional(word) }, 'ignored');
const include = 'preReleaseVersion,buildBetaDetail';
/** Without it Apple leaves some builds out. */
const everyState = 'PROCESSING,FAILED,INVALID,VALID';

/**
 * The builds with this version and build number, one for each platform; processing, failed and invalid ones, too.
 * @throws VendorError
 */
export async function findBuilds(
  connect: AppStoreConnect,
  { appId, version, number }: { readonly appId: string; readonly version: string; readonly number: string },
): Promise<readonly Build[]> {
  const question: Question = {
    operation: 'find the build',
    path: path`/v1/builds`,
    query: {
      'filter[app]': appId,
      'filter[preReleaseVersion.version]': spellings(version).join(','),
      'filter[version]': number,
      'filter[processingState]': everyState,
      include,
    },
  };
  const builds = await readAll(connect, question, many('builds', attributes, toBuild));
  return builds.filter((build) => build.number === number);
}

/**
 * The builds of the app that were uploaded since then, of every version and platform, the newest first.
 * @param since milliseconds since 1970
 * @throws VendorError
 */
export async function findBuildsSince(
  connect: AppStoreConnect,
  appId: string,
  since: number,
): Promise<readonly Build[]> {
  const question: Question = {
    operation: 'find the newest builds',
    path: path`/v1/builds`,
    query: {
      'filter[app]': appId,
      'filter[processingState]': everyState,
      sort: '-uploadedDate',
      include,
    },
  };
  const builds: Build[] = [];
  for await (const page of connect.pages(question, many('builds', attributes, toBuild))) {
    builds.push(...page.filter(({ uploadedAt }) => uploadedAt >= since));
    if (page.some(({ uploadedAt }) => uploadedAt < since)) break;
  }
  return builds;
}

/** 1.1 and 1.1.0 are the same version to Apple, and only the one that was uploaded first is found. */
function spellings(version: string): readonly string[] {
  if (/^\d+\.\d+\.0$/.test(version)) return [version, version.slice(0, -2)];
  return /^\d+\.\d+$/.test(version) ? [version, `${version}.0`] : [version];
}

/** Whether Apple takes them for the same: 1.1 and 1.1.0. */
export function isSameVersion(one: string, other: string): boolean {
  return spellings(one).includes(other);
}

/** @throws VendorError */
export async function readBuild(connect: AppStoreConnect, buildId: string): Promise<Build> {
  const question = { operation: 'read the build', path: path`/v1/builds/${buildId}`, query: { include } };
  return connect.read(question, one('builds', attributes, toBuild));
}

const processingPauseMs = 30_000;

/**
 * Waits until Apple has processed the build, for TestFlight, too. How it ended stands in the build: it may be invalid.
 * @throws VendorError (`app-store-wait-ended`) at the limit.
 */
export async function waitForProcessing(connect: AppStoreConnect, buildId: string, limitMs: number): Promise<Build> {
  const name = 'the processing of the build';
  return waitFor(connect, {
    name,
    look: async () => readBuild(connect, buildId),
    isDone: (build) => ![build.processing, build.internalState, build.externalState].includes('PROCESSING'),
    tell: tellBuild,
    limitMs,
    pauseMs: processingPauseMs,
    giveUp: (seen) => appStoreMessages['app-store-wait-ended'](name, formatDuration(limitMs), seen),
  });
}

export function tellBuild({ version, number, processing, internalState, externalState, expired }: Build): string {
  const tests = `TestFlight internal ${internalState ?? 'nothing yet'}, external ${externalState ?? 'nothing yet'}`;
  return `build ${number} of ${version ?? 'an unknown version'} is ${processing}${expired ? ' and expired' : ''}, ${tests}`;
}

function toBuild(
  { id, attributes: read, related }: Resource<ReturnType<typeof attributes>>,
  included: readonly unknown[],
): Build {
  const pre = readIncluded(included, related['preReleaseVersion'], 'preReleaseVersions', preReleaseAttributes);
  const beta = readIncluded(included, related['buildBetaDetail'], 'buildBetaDetails', betaAttributes);
  return {
    id,
    version: pre?.attributes.version ?? null,
    number: read.version,
    platform: pre?.attributes.platform ?? null,
    processing: read.processingState,
    uploadedAt: read.uploadedDate,
    expired: read.expired,
    usesNonExemptEncryption: read.usesNonExemptEncryption ?? null,
    internalState: beta?.attributes.internalBuildState ?? null,
    externalState: beta?.attributes.externalBuildState ?? null,
  };
}
