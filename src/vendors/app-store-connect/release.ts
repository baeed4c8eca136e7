import type { AppStoreConnect } from './client.ts';
import { path } from './client.ts';
import { isSameVersion, readBuild } from './builds.ts';
import { carryOut } from './moves.ts';
import type { Moved } from './moves.ts';
import { approvedStates, editableStates, outStates, readVersion, releasedStates, tellVersion } from './versions.ts';
import type { AppStoreVersion } from './versions.ts';

/**
 * Gives an approved version, which waits for this, to the users.
 * @throws ConfigurationError (`app-store-move-refused`) when it does not wait for it; VendorError.
 */
export async function releaseVersion(connect: AppStoreConnect, versionId: string): Promise<Moved<AppStoreVersion>> {
  return carryOut(connect, {
    name: 'release the version',
    look: async () => readVersion(connect, versionId),
    isDone: ({ state }) => releasedStates.has(state),
    findObstacle: ({ state }) => {
      if (state === 'PENDING_DEVELOPER_RELEASE') return undefined;
      if (state === 'PENDING_APPLE_RELEASE')
        return 'Apple holds the approved version, for its date or for a release of the operating system; for a date, set the release type to MANUAL first';
      return 'only an approved version that waits for its release can be released';
    },
    tell: tellVersion,
    act: async () =>
      connect.command({
        operation: 'release the version',
        method: 'POST',
        path: path`/v1/appStoreVersionReleaseRequests`,
        data: {
          type: 'appStoreVersionReleaseRequests',
          relationships: { appStoreVersion: { data: { type: 'appStoreVersions', id: versionId } } },
        },
      }),
  });
}

export type ReleasePlan =
  | { readonly releaseType: 'MANUAL' | 'AFTER_APPROVAL' }
  /** Milliseconds since the epoch, a full hour: Apple takes no other. */
  | { readonly releaseType: 'SCHEDULED'; readonly earliestRelease: number };

/**
 * When the version comes to the users once it is approved.
 * @throws ConfigurationError (`app-store-move-refused`) when it is out already; VendorError.
 */
export async function setReleaseType(
  connect: AppStoreConnect,
  versionId: string,
  plan: ReleasePlan,
): Promise<Moved<AppStoreVersion>> {
  const earliest = plan.releaseType === 'SCHEDULED' ? plan.earliestRelease : null;
  return carryOut(connect, {
    name: `set the release type to ${plan.releaseType}`,
    look: async () => readVersion(connect, versionId),
    isDone: ({ releaseType, earliestRelease }) =>
      releaseType === plan.releaseType && (earliest === null || earliestRelease === earliest),
    findObstacle: ({ state }) => (outStates.has(state) ? 'the version is out already' : undefined),
    tell: (version) => `${tellVersion(version)}, its release type ${version.releaseType ?? 'not chosen'}`,
    act: async () =>
      connect.command({
        operation: 'set the release type',
        method: 'PATCH',
        path: path`/v1/appStoreVersions/${versionId}`,
        data: {
          type: 'appStoreVersions',
          id: versionId,
          attributes: {
            releaseType: plan.releaseType,
            earliestReleaseDate: earliest === null ? null : new Date(earliest).toISOString(),
          },
        },
      }),
  });
}

/**
 * Makes a processed build the one of the version.
 * @throws ConfigurationError (`app-store-move-refused`) when the version or the build is not ready for it; VendorError.
 */
export async function attachBuild(
  connect: AppStoreConnect,
  versionId: string,
  buildId: string,
): Promise<Moved<AppStoreVersion>> {
  const build = await readBuild(connect, buildId);
  return carryOut(connect, {
    name: `attach the build ${build.number}`,
    look: async () => readVersion(connect, versionId),
    isDone: (version) => version.build?.id === buildId,
    findObstacle: ({ state, version }) => {
      if (build.version !== null && !isSameVersion(build.version, version))
        return `the build is of version ${build.version}`;
      if (build.processing !== 'VALID') return `the build is ${build.processing}, and has to be VALID`;
      if (build.expired) return 'the build has expired';
      return editableStates.has(state) ? undefined : findFixedReason(state);
    },
    tell: (version) => `${tellVersion(version)}, its build ${version.build?.number ?? 'not chosen'}`,
    act: async () =>
      connect.command({
        operation: 'attach the build',
        method: 'PATCH',
        path: path`/v1/appStoreVersions/${versionId}`,
        data: {
          type: 'appStoreVersions',
          id: versionId,
          relationships: { build: { data: { type: 'builds', id: buildId } } },
        },
      }),
  });
}

function findFixedReason(state: string): string {
  if (approvedStates.has(state)) return 'the version is approved with the build that it has';
  if (releasedStates.has(state)) return 'the version is out already';
  return 'the version is in review, or in a state that cannot be edited';
}
