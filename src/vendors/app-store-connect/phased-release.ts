import type { AppStoreConnect, Command } from './client.ts';
import { path } from './client.ts';
import { carryOut } from './moves.ts';
import type { Moved } from './moves.ts';
import { outStates, readVersion, readVersions, tellVersion } from './versions.ts';
import type { AppStoreVersion, Platform } from './versions.ts';

export interface VersionOf {
  readonly appId: string;
  readonly versionId: string;
  readonly platform?: Platform;
}

/**
 * Before the release, so that it will begin with day 1: Apple turns the INACTIVE one ACTIVE.
 * @throws ConfigurationError when the app has no version that users could be updated from, or this one is out already.
 */
export async function createPhasedRelease(connect: AppStoreConnect, of: VersionOf): Promise<Moved<AppStoreVersion>> {
  const { versionId } = of;
  let isFirst = false;
  const look = async (): Promise<AppStoreVersion> => {
    const versions = await readVersions(connect, of.appId, of.platform);
    isFirst = !versions.some(({ id, state }) => id !== versionId && hadUsers.has(state));
    // A version of another app or platform is refused by the answer to this.
    return versions.find(({ id }) => id === versionId) ?? readVersion(connect, versionId);
  };
  return carryOut(connect, {
    name: 'create the phased release',
    look,
    isDone: ({ phasedRelease }) => phasedRelease !== null && phasedRelease.state !== 'COMPLETE',
    findObstacle: ({ state, phasedRelease }) => {
      if (phasedRelease !== null) return 'its phased release is over, and cannot begin again';
      if (isFirst) return 'the first version of an app cannot be released in phases: nobody has it to be updated';
      return outStates.has(state) ? 'the version is out already, to everybody' : undefined;
    },
    tell: tellVersion,
    act: async () =>
      connect.command({
        operation: 'create the phased release',
        method: 'POST',
        path: path`/v1/appStoreVersionPhasedReleases`,
        data: {
          type: 'appStoreVersionPhasedReleases',
          attributes: { phasedReleaseState: 'INACTIVE' },
          relationships: { appStoreVersion: { data: { type: 'appStoreVersions', id: versionId } } },
        },
      }),
  });
}

const hadUsers: ReadonlySet<string> = new Set(['READY_FOR_DISTRIBUTION', 'REPLACED_WITH_NEW_VERSION']);

interface Change {
  readonly name: string;
  readonly to: 'PAUSED' | 'ACTIVE' | 'COMPLETE';
  /** States from which it is made. */
  readonly from: readonly string[];
}

const changes = {
  pause: { name: 'pause the phased release', to: 'PAUSED', from: ['ACTIVE'] },
  resume: { name: 'resume the phased release', to: 'ACTIVE', from: ['PAUSED'] },
  complete: { name: 'complete the phased release', to: 'COMPLETE', from: ['ACTIVE', 'PAUSED'] },
} as const satisfies Record<string, Change>;

const obstacles: Readonly<Record<string, string>> = {
  INACTIVE: 'the phased release has not begun, since the version is not released',
  COMPLETE: 'the phased release is over, which is final: everybody gets the version',
  PAUSED: 'the phased release is paused',
  ACTIVE: 'the phased release is under way',
};

/**
 * Pauses, resumes, or gives the version to everybody at once, which is final.
 * https://developer.apple.com/documentation/appstoreconnectapi/app-store-version-phased-releases
 * @throws ConfigurationError (`app-store-move-refused`) where the state does not allow it; VendorError.
 */
export async function changePhasedRelease(
  connect: AppStoreConnect,
  versionId: string,
  change: keyof typeof changes,
): Promise<Moved<AppStoreVersion>> {
  const { name, to, from }: Change = changes[change];
  return carryOut(connect, {
    name,
    look: async () => readVersion(connect, versionId),
    // Apple answers a change to the same state with an error.
    isDone: ({ phasedRelease }) => phasedRelease?.state === to,
    findObstacle: ({ phasedRelease }) => {
      if (phasedRelease === null) return 'the version has no phased release';
      if (from.includes(phasedRelease.state)) return undefined;
      return obstacles[phasedRelease.state] ?? 'this state of a phased release is not known';
    },
    tell: tellVersion,
    act: async ({ phasedRelease }) => connect.command(changeTo(phasedRelease?.id ?? '', to, name)),
  });
}

function changeTo(id: string, phasedReleaseState: string, operation: string): Command {
  return {
    operation,
    method: 'PATCH',
    path: path`/v1/appStoreVersionPhasedReleases/${id}`,
    data: { type: 'appStoreVersionPhasedReleases', id, attributes: { phasedReleaseState } },
  };
}
