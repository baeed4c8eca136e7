import {
  findAll,
  getResource,
  type AppInfo,
  type AppInfoState,
  type AscState,
  type Platform,
  type Version,
  type VersionState,
} from './state.ts';

/** https://developer.apple.com/help/app-store-connect/reference/app-and-submission-statuses: all of a version can be changed. */
export const EDITABLE: readonly VersionState[] = [
  'PREPARE_FOR_SUBMISSION',
  'DEVELOPER_REJECTED',
  'REJECTED',
  'METADATA_REJECTED',
  'INVALID_BINARY',
];

/** Versions that do not keep a new one from being made. */
export const SETTLED: readonly VersionState[] = ['READY_FOR_DISTRIBUTION', 'REPLACED_WITH_NEW_VERSION'];

/** What the app's information shows while a version of it is on its way: https://developer.apple.com/documentation/appstoreconnectapi/appinfo. */
const INFO_STATES: Readonly<Partial<Record<VersionState, AppInfoState>>> = {
  PREPARE_FOR_SUBMISSION: 'PREPARE_FOR_SUBMISSION',
  READY_FOR_REVIEW: 'READY_FOR_REVIEW',
  WAITING_FOR_REVIEW: 'WAITING_FOR_REVIEW',
  IN_REVIEW: 'IN_REVIEW',
  ACCEPTED: 'ACCEPTED',
  DEVELOPER_REJECTED: 'DEVELOPER_REJECTED',
  REJECTED: 'REJECTED',
  METADATA_REJECTED: 'REJECTED',
  INVALID_BINARY: 'REJECTED',
  PENDING_DEVELOPER_RELEASE: 'PENDING_RELEASE',
  PENDING_APPLE_RELEASE: 'PENDING_RELEASE',
  PROCESSING_FOR_DISTRIBUTION: 'PENDING_RELEASE',
  READY_FOR_DISTRIBUTION: 'READY_FOR_DISTRIBUTION',
};

/** Moves a version, and the information of its app with it. */
export function setVersionState(state: AscState, version: Version, to: VersionState): void {
  version.attributes.appVersionState = to;
  const info = findEditableInfo(state, version.to.app);
  const infoState = INFO_STATES[to];
  if (info === undefined || infoState === undefined) return;
  if (to === 'READY_FOR_DISTRIBUTION') {
    for (const old of findAll(state, 'appInfos', (one) => one.to.app === version.to.app && one !== info)) {
      old.attributes.state = 'REPLACED_WITH_NEW_INFO';
    }
  }
  info.attributes.state = infoState;
}

/** The information that the next version brings; undefined where only that of the live version is there. */
export function findEditableInfo(state: AscState, appId: string): AppInfo | undefined {
  return findAll(
    state,
    'appInfos',
    ({ to, attributes }) =>
      to.app === appId && !['READY_FOR_DISTRIBUTION', 'REPLACED_WITH_NEW_INFO'].includes(attributes.state),
  )[0];
}

export function findVersions(state: AscState, appId: string, platform: Platform): Version[] {
  return findAll(
    state,
    'appStoreVersions',
    ({ to, attributes }) => to.app === appId && attributes.platform === platform,
  );
}

/** The version that users get; undefined before the first. */
export function findLive(state: AscState, appId: string, platform: Platform): Version | undefined {
  return findVersions(state, appId, platform).find(
    ({ attributes }) => attributes.appVersionState === 'READY_FOR_DISTRIBUTION',
  );
}

/** Whether no version of the platform was ever out before this one. */
export function isFirst(state: AscState, version: Version): boolean {
  return !findVersions(state, version.to.app, version.attributes.platform).some(
    (other) => other !== version && SETTLED.includes(other.attributes.appVersionState),
  );
}

export function isEditable({ attributes }: Version): boolean {
  return EDITABLE.includes(attributes.appVersionState);
}

export function getVersion(state: AscState, id: string): Version {
  return getResource(state, 'appStoreVersions', id);
}
