import { ConfigurationError } from '#kit/errors';
import { oneOf, optional, record, text } from '#kit/shapes';
import { readBuild, tellBuild } from './builds.ts';
import type { Build } from './builds.ts';
import { path, readAll } from './client.ts';
import type { AppStoreConnect } from './client.ts';
import { many } from './documents.ts';
import { appStoreMessages } from './messages.ts';
import { carryOut } from './moves.ts';
import type { Moved } from './moves.ts';

/** A list of people who test. */
export interface BetaGroup {
  readonly id: string;
  readonly name: string;
  readonly internal: boolean;
  /** Gets every build by itself; none is added by hand. */
  readonly allBuilds: boolean;
}

const flag = optional(oneOf([true, false]));
const groupShape = many(
  'betaGroups',
  record({ name: text(500), isInternalGroup: flag, hasAccessToAllBuilds: flag }, 'ignored'),
  ({ id, attributes }): BetaGroup => ({
    id,
    name: attributes.name,
    internal: attributes.isInternalGroup ?? false,
    allBuilds: attributes.hasAccessToAllBuilds ?? false,
  }),
);

/**
 * Gives a build to groups of testers, by name.
 * @returns the groups of the app that have it
 * @throws ConfigurationError (`app-store-group-unknown`) before anything is sent; VendorError.
 */
export async function addToGroups(
  connect: AppStoreConnect,
  { appId, buildId }: { readonly appId: string; readonly buildId: string },
  names: readonly string[],
): Promise<Moved<readonly BetaGroup[]>> {
  const wanted = await findGroups(connect, appId, names);
  const needed = wanted.filter(({ allBuilds }) => !allBuilds);
  const missing = (have: readonly BetaGroup[]): readonly BetaGroup[] =>
    needed.filter((group) => !have.some(({ id }) => id === group.id));
  return carryOut(connect, {
    name: 'give the build to groups of testers',
    look: async () => readGroups(connect, appId, buildId),
    isDone: (have) => missing(have).length === 0,
    findObstacle: () => undefined,
    tell: (have) => `groups with the build: ${have.length === 0 ? 'none' : have.map(({ name }) => name).join(', ')}`,
    act: async (have) =>
      connect.command({
        operation: 'give the build to groups of testers',
        method: 'POST',
        path: path`/v1/builds/${buildId}/relationships/betaGroups`,
        data: missing(have).map(({ id }) => ({ type: 'betaGroups', id })),
      }),
  });
}

/**
 * The groups of an app with these names.
 * @throws ConfigurationError (`app-store-group-unknown`), VendorError
 */
export async function findGroups(
  connect: AppStoreConnect,
  appId: string,
  names: readonly string[],
): Promise<readonly BetaGroup[]> {
  const groups = await readGroups(connect, appId);
  const unknown = names.filter((name) => !groups.some((group) => group.name === name));
  if (unknown.length === 0) return groups.filter(({ name }) => names.includes(name));
  const there = groups.length === 0 ? 'are none' : `are ${groups.map(({ name }) => `"${name}"`).join(', ')}`;
  const called = unknown.map((name) => `"${name}"`).join(', ');
  throw new ConfigurationError(appStoreMessages['app-store-group-unknown'](`group ${called}`, there));
}

/** @throws VendorError */
export async function readGroups(
  connect: AppStoreConnect,
  appId: string,
  buildId?: string,
): Promise<readonly BetaGroup[]> {
  const question = {
    operation: buildId === undefined ? 'read the groups of testers' : 'read the groups that have the build',
    path: path`/v1/betaGroups`,
    query: { 'filter[app]': appId, ...(buildId === undefined ? {} : { 'filter[builds]': buildId }) },
  };
  return readAll(connect, question, groupShape);
}

/** What testers are asked to look at, in one language. */
interface WhatToTest {
  readonly id: string;
  readonly locale: string;
  readonly notes: string;
}

const mostNotes = 4_000;
const notesShape = many(
  'betaBuildLocalizations',
  record({ locale: text(50), whatsNew: optional(text(100_000)) }, 'ignored'),
  ({ id, attributes }): WhatToTest => ({ id, locale: attributes.locale, notes: attributes.whatsNew ?? '' }),
);

/**
 * @param locale "en-US"
 * @param notes at most 4,000 characters
 * @throws ConfigurationError (`app-store-notes-too-long`); VendorError.
 */
export async function setWhatToTest(
  connect: AppStoreConnect,
  buildId: string,
  locale: string,
  notes: string,
): Promise<Moved<string>> {
  if (notes.length > mostNotes)
    throw new ConfigurationError(appStoreMessages['app-store-notes-too-long'](locale, notes.length, mostNotes));
  const question = {
    operation: 'read the notes for testers',
    path: path`/v1/builds/${buildId}/betaBuildLocalizations`,
  };
  const operation = 'write the notes for testers';
  const type = 'betaBuildLocalizations';
  const { did } = await carryOut(connect, {
    name: operation,
    look: async () => (await readAll(connect, question, notesShape)).find((one) => one.locale === locale),
    isDone: (found) => found?.notes === notes,
    findObstacle: () => undefined,
    tell: (found) => (found === undefined ? `no notes in ${locale}` : `other notes in ${locale}`),
    act: async (found) =>
      connect.command(
        found === undefined
          ? {
              operation,
              method: 'POST',
              path: path`/v1/betaBuildLocalizations`,
              data: {
                type,
                attributes: { locale, whatsNew: notes },
                relationships: { build: { data: { type: 'builds', id: buildId } } },
              },
            }
          : {
              operation,
              method: 'PATCH',
              path: path`/v1/betaBuildLocalizations/${found.id}`,
              data: { type, id: found.id, attributes: { whatsNew: notes } },
            },
      ),
  });
  return { did, state: notes };
}

/** What became of a build that was given to Apple's beta review once. */
const pastSubmission: ReadonlySet<string> = new Set([
  'WAITING_FOR_BETA_REVIEW',
  'IN_BETA_REVIEW',
  'BETA_APPROVED',
  'READY_FOR_BETA_TESTING',
  'IN_BETA_TESTING',
]);

const betaObstacles: Readonly<Record<string, string>> = {
  PROCESSING: 'Apple has not processed the build yet',
  PROCESSING_EXCEPTION: 'Apple could not process the build',
  MISSING_EXPORT_COMPLIANCE: 'nobody has said whether the build uses encryption (export compliance)',
  IN_EXPORT_COMPLIANCE_REVIEW: 'Apple looks at the documents on encryption first',
  BETA_REJECTED: 'the beta review has rejected this build; upload another one',
  EXPIRED: 'the build has expired',
  NOT_APPLICABLE: 'the build is for internal testers only',
};

/**
 * External testers get a build only after Apple's beta review.
 * @throws ConfigurationError (`app-store-move-refused`) where the state does not allow it; VendorError.
 */
export async function submitForBetaReview(connect: AppStoreConnect, buildId: string): Promise<Moved<Build>> {
  const operation = 'submit the build for beta review';
  return carryOut(connect, {
    name: operation,
    look: async () => readBuild(connect, buildId),
    isDone: ({ externalState }) => pastSubmission.has(externalState ?? ''),
    findObstacle: ({ externalState }) =>
      externalState === 'READY_FOR_BETA_SUBMISSION'
        ? undefined
        : (betaObstacles[externalState ?? 'PROCESSING'] ?? 'this state of a build is not known'),
    tell: tellBuild,
    act: async () =>
      connect.command({
        operation,
        method: 'POST',
        path: path`/v1/betaAppReviewSubmissions`,
        data: {
          type: 'betaAppReviewSubmissions',
          relationships: { build: { data: { type: 'builds', id: buildId } } },
        },
      }),
  });
}

/** For good: testers cannot install the build any more. @throws VendorError */
export async function expireBuild(connect: AppStoreConnect, buildId: string): Promise<Moved<Build>> {
  return changeBuild(connect, buildId, {
    name: 'expire the build',
    attributes: { expired: true },
    isDone: ({ expired }) => expired,
    findObstacle: () => undefined,
  });
}

/**
 * Whether the build uses encryption that is not exempt from declaration. Apple takes it once.
 * @throws ConfigurationError (`app-store-move-refused`) when the other answer was given before; VendorError.
 */
export async function setExportCompliance(
  connect: AppStoreConnect,
  buildId: string,
  usesNonExemptEncryption: boolean,
): Promise<Moved<Build>> {
  return changeBuild(connect, buildId, {
    name: 'set the export compliance',
    attributes: { usesNonExemptEncryption },
    isDone: (build) => build.usesNonExemptEncryption === usesNonExemptEncryption,
    findObstacle: (build) =>
      build.usesNonExemptEncryption === null
        ? undefined
        : `it was declared that the build ${build.usesNonExemptEncryption ? 'uses' : 'does not use'} such encryption, which cannot be changed`,
  });
}

async function changeBuild(
  connect: AppStoreConnect,
  buildId: string,
  change: {
    readonly name: string;
    readonly attributes: object;
    readonly isDone: (build: Build) => boolean;
    readonly findObstacle: (build: Build) => string | undefined;
  },
): Promise<Moved<Build>> {
  const { name, attributes, isDone, findObstacle } = change;
  return carryOut(connect, {
    name,
    isDone,
    findObstacle,
    look: async () => readBuild(connect, buildId),
    tell: tellBuild,
    act: async () =>
      connect.command({
        operation: name,
        method: 'PATCH',
        path: path`/v1/builds/${buildId}`,
        data: { type: 'builds', id: buildId, attributes },
      }),
  });
}
