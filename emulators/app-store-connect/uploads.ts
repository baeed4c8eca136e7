import { createBuild, isSameVersion } from './builds.ts';
import { writeDate } from './dates.ts';
import {
  findAll,
  getResource,
  nextId,
  type AscState,
  type BuildUpload,
  type BuildUploadFile,
  type Findings,
  type Platform,
  type StateDetail,
} from './state.ts';
import { schedule } from './timers.ts';
import { cutIntoParts } from './upload-parts.ts';
import { findVersions } from './version-states.ts';

export interface NewUpload {
  readonly app: string;
  readonly cfBundleShortVersionString: string;
  readonly cfBundleVersion: string;
  readonly platform: Platform;
}

/**
 * AWAITING_UPLOAD -last file-> PROCESSING -> COMPLETE with a build, or FAILED with errors:
 * https://developer.apple.com/documentation/appstoreconnectapi/build-uploads.
 */
export function createUpload(state: AscState, { app, ...wanted }: NewUpload, now: number): BuildUpload {
  const upload: BuildUpload = {
    id: nextId(state),
    attributes: {
      ...wanted,
      createdDate: writeDate(now),
      uploadedDate: null,
      state: { state: 'AWAITING_UPLOAD', errors: [], warnings: [], infos: [] },
    },
    to: { app },
    findings: {},
  };
  state.tables.buildUploads[upload.id] = upload;
  return upload;
}

export interface NewFile {
  readonly buildUpload: string;
  readonly assetType: BuildUploadFile['attributes']['assetType'];
  readonly fileName: string;
  readonly fileSize: number;
  readonly uti: string;
}

/** @param base address of the store of parts */
export function createFile(
  state: AscState,
  { buildUpload, ...wanted }: NewFile,
  base: string,
  now: number,
): BuildUploadFile {
  const id = nextId(state);
  const file: BuildUploadFile = {
    id,
    attributes: {
      ...wanted,
      sourceFileChecksums: null,
      assetDeliveryState: { state: 'AWAITING_UPLOAD', errors: [], warnings: [] },
    },
    to: { buildUpload },
    ...cutIntoParts(state, id, wanted.fileSize, base, now),
  };
  state.tables.buildUploadFiles[id] = file;
  return file;
}

/** The file has arrived whole: Apple looks at it. @param findings what is in it */
export function startProcessing(state: AscState, upload: BuildUpload, findings: Findings, now: number): void {
  upload.findings = {
    ...findings,
    errors: [...(findings.errors ?? []), ...findRedundancy(state, upload), ...findClosedTrain(state, upload)],
  };
  upload.attributes.state = { state: 'PROCESSING', errors: [], warnings: [], infos: [] };
  upload.attributes.uploadedDate = writeDate(now);
  schedule(state, 'upload-processed', upload.id, now, state.settings.uploadProcessing);
}

export function finishUpload(state: AscState, uploadId: string, at: number): void {
  const upload = getResource(state, 'buildUploads', uploadId);
  const { errors = [], warnings = [], infos = [], usesNonExemptEncryption = null } = upload.findings;
  upload.attributes.state = { state: errors.length > 0 ? 'FAILED' : 'COMPLETE', errors, warnings, infos };
  for (const file of filesOf(state, uploadId)) setDelivery(file, 'COMPLETE');
  if (errors.length > 0) return;
  const { cfBundleShortVersionString: version, cfBundleVersion: number, platform } = upload.attributes;
  const arrived = { app: upload.to.app, platform, version, number, usesNonExemptEncryption, buildUpload: upload.id };
  createBuild(state, arrived, at);
}

export function filesOf(state: AscState, uploadId: string): BuildUploadFile[] {
  return findAll(state, 'buildUploadFiles', ({ to }) => to.buildUpload === uploadId);
}

export function setDelivery(
  { attributes }: BuildUploadFile,
  state: BuildUploadFile['attributes']['assetDeliveryState']['state'],
  errors: readonly StateDetail[] = [],
): void {
  attributes.assetDeliveryState = { state, errors, warnings: [] };
}

/** A file did not arrive as it was sent: there will be no build of it. */
export function failUpload(state: AscState, file: BuildUploadFile, error: StateDetail): void {
  setDelivery(file, 'FAILED', [error]);
  const upload = getResource(state, 'buildUploads', file.to.buildUpload);
  upload.attributes.state = { state: 'FAILED', errors: [error], warnings: [], infos: [] };
}

/** Error 90189 of Apple's checks, as users report it: two uploads of one number were begun, and the other was faster. */
function findRedundancy(state: AscState, { to, attributes }: BuildUpload): StateDetail[] {
  const { cfBundleVersion: number, cfBundleShortVersionString: version } = attributes;
  if (!usedNumbers(state, { ...attributes, app: to.app }).includes(number)) return [];
  const description = `Redundant Binary Upload. You've already uploaded a build with build number '${number}' for version number '${version}'.`;
  return [{ code: '90189', description }];
}

/** Once a version is approved, no more builds of it are taken: errors 90062 and 90186 of Apple's checks, as users report them. */
function findClosedTrain(state: AscState, { to, attributes }: BuildUpload): StateDetail[] {
  const { platform, cfBundleShortVersionString: version } = attributes;
  const closed = findVersions(state, to.app, platform).some(
    (one) => isSameVersion(one.attributes.versionString, version) && CLOSED.includes(one.attributes.appVersionState),
  );
  if (!closed) return [];
  return [
    {
      code: '90062',
      description: `This bundle is invalid. The value for key CFBundleShortVersionString [${version}] in the Info.plist file must contain a higher version than that of the previously approved version [${version}].`,
    },
    {
      code: '90186',
      description: `Invalid Pre-Release Train. The train version '${version}' is closed for new build submissions`,
    },
  ];
}

const CLOSED: readonly string[] = [
  'PENDING_DEVELOPER_RELEASE',
  'PENDING_APPLE_RELEASE',
  'PROCESSING_FOR_DISTRIBUTION',
  'READY_FOR_DISTRIBUTION',
  'REPLACED_WITH_NEW_VERSION',
];

/** Build numbers of a version that are used, by builds or by files under way. */
export function usedNumbers(
  state: AscState,
  { app, platform, cfBundleShortVersionString: version }: NewUpload,
): string[] {
  const uploads = findAll(
    state,
    'buildUploads',
    ({ to, attributes }) =>
      to.app === app &&
      attributes.platform === platform &&
      isSameVersion(attributes.cfBundleShortVersionString, version) &&
      attributes.state.state === 'PROCESSING',
  );
  const builds = findAll(state, 'builds', ({ to }) => {
    const train = getResource(state, 'preReleaseVersions', to.preReleaseVersion);
    return to.app === app && train.attributes.platform === platform && isSameVersion(train.attributes.version, version);
  });
  return [
    ...builds.map(({ attributes }) => attributes.version),
    ...uploads.map(({ attributes }) => attributes.cfBundleVersion),
  ];
}
