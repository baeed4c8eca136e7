import { isExpired } from '../beta-states.ts';
import { readDocument, readLinkage } from '../bodies.ts';
import { isSameVersion } from '../builds.ts';
import { invalidAttribute, invalidRelationship, refuse, wrongState, type AscError } from '../refusals.ts';
import { APPLE } from '../resources/rows.ts';
import { answerWith, DONE, inCall, requireResource, type AscRoute, type Call } from '../routing.ts';
import { getResource, type Build, type Platform, type ReleaseType, type Version } from '../state.ts';
import { schedule } from '../timers.ts';
import { EDITABLE, findVersions, isEditable, isFirst, SETTLED } from '../version-states.ts';
import { createVersion, deleteVersion } from '../versions.ts';

const OPTIONAL = ['copyright', 'reviewType', 'releaseType', 'earliestReleaseDate', 'usesIdfa'];

/** Until it is out, a developer may change how a version will be released. */
const RELEASE_CAN_CHANGE = [
  ...EDITABLE,
  'READY_FOR_REVIEW',
  'WAITING_FOR_REVIEW',
  'IN_REVIEW',
  'PENDING_DEVELOPER_RELEASE',
  'PENDING_APPLE_RELEASE',
];

/** Attributes, and in which states of the version they can be changed. Those that are not here: only while all can be. */
const CHANGEABLE: Readonly<Record<string, readonly string[]>> = {
  releaseType: RELEASE_CAN_CHANGE,
  earliestReleaseDate: RELEASE_CAN_CHANGE,
  downloadable: SETTLED,
};

export const VERSION_ROUTES: readonly AscRoute[] = [
  {
    operation: 'appStoreVersions_createInstance',
    method: 'POST',
    path: '/v1/appStoreVersions',
    needs: { task: 'edit' },
    source: `${APPLE}/post-v1-appstoreversions`,
    handler: inCall((call) => {
      const { attributes, to } = readDocument(call, {
        type: 'appStoreVersions',
        required: ['platform', 'versionString'],
        optional: OPTIONAL,
        relationships: { app: 'apps', build: 'builds?' },
      });
      const { platform, versionString } = attributes as { platform: Platform; versionString: string };
      const app = to['app'] ?? '';
      requireNewVersion(call, app, platform, versionString);
      const version = createVersion(call.state, { ...attributes, app, platform, versionString }, call.now);
      if (to['build'] !== undefined) attachBuild(call, version, to['build']);
      return answerWith(call, 201, 'appStoreVersions', version);
    }),
  },
  {
    operation: 'appStoreVersions_updateInstance',
    method: 'PATCH',
    path: '/v1/appStoreVersions/{id}',
    needs: { task: 'edit' },
    source: `${APPLE}/patch-v1-appstoreversions-_id_`,
    handler: inCall((call) => {
      const version = requireResource(call, 'appStoreVersions', call.id);
      const { attributes, to } = readDocument(call, {
        type: 'appStoreVersions',
        optional: ['versionString', 'downloadable', ...OPTIONAL],
        relationships: { build: 'builds?' },
        strangers: ['appClipDefaultExperience'],
      });
      requireChangeable(version, attributes);
      const { versionString } = attributes;
      if (typeof versionString === 'string' && versionString !== version.attributes.versionString) {
        requireUnusedNumber(call, version.to.app, version.attributes.platform, versionString);
      }
      Object.assign(version.attributes, attributes);
      requireReleaseDate(version);
      planRelease(call, version);
      if (to['build'] !== undefined) attachBuild(call, version, to['build']);
      return answerWith(call, 200, 'appStoreVersions', version);
    }),
  },
  {
    operation: 'appStoreVersions_build_updateToOneRelationship',
    method: 'PATCH',
    path: '/v1/appStoreVersions/{id}/relationships/build',
    needs: { task: 'edit' },
    source: `${APPLE}/patch-v1-appstoreversions-_id_-relationships-build`,
    handler: inCall((call) => {
      const version = requireResource(call, 'appStoreVersions', call.id);
      attachBuild(call, version, readLinkage(call, 'builds'));
      return DONE;
    }),
  },
  {
    operation: 'appStoreVersions_deleteInstance',
    method: 'DELETE',
    path: '/v1/appStoreVersions/{id}',
    needs: { task: 'edit' },
    source: `${APPLE}/delete-v1-appstoreversions-_id_`,
    handler: inCall((call) => {
      const version = requireResource(call, 'appStoreVersions', call.id);
      if (!isEditable(version) || isFirst(call.state, version)) {
        throw refuse(wrongState('The version cannot be deleted in its current state.'));
      }
      deleteVersion(call.state, version.id);
      return DONE;
    }),
  },
];

/** Reported by fastlane's users: only one version of a platform is on its way at a time. */
function requireNewVersion(call: Call, app: string, platform: Platform, versionString: string): void {
  const versions = findVersions(call.state, app, platform);
  const errors: AscError[] = [];
  if (versions.some(({ attributes }) => !SETTLED.includes(attributes.appVersionState))) {
    errors.push(invalidRelationship('app', 'You cannot create a new version of the App in the current state.'));
  }
  if (versions.some(({ attributes }) => attributes.versionString === versionString)) errors.push(USED_NUMBER);
  const [first, ...more] = errors;
  if (first !== undefined) throw refuse(first, ...more);
}

const USED_NUMBER = {
  ...invalidAttribute('versionString', 'The version number has been previously used.', '.DUPLICATE'),
  title: 'The provided entity includes an attribute with a value that has already been used',
};

function requireUnusedNumber(call: Call, app: string, platform: Platform, versionString: string): void {
  const used = findVersions(call.state, app, platform).some(
    ({ attributes }) => attributes.versionString === versionString,
  );
  if (used) throw refuse(USED_NUMBER);
}

/** The words: fastlane/fastlane reports them of `whatsNew`; the code, of an app's name in a release that waits. */
function requireChangeable({ attributes: current }: Version, wanted: Readonly<Record<string, unknown>>): void {
  const errors = Object.keys(wanted)
    .filter((name) => !(CHANGEABLE[name] ?? EDITABLE).includes(current.appVersionState))
    .map((name) => invalidAttribute(name, `Attribute '${name}' cannot be edited at this time`, '.INVALID_STATE'));
  const [first, ...more] = errors;
  if (first !== undefined) throw refuse(first, ...more);
}

/** https://developer.apple.com/documentation/appstoreconnectapi/appstoreversioncreaterequest: a date only with SCHEDULED, and then always. */
function requireReleaseDate({ attributes }: Version): void {
  const needsDate: ReleaseType = 'SCHEDULED';
  if ((attributes.releaseType === needsDate) === (attributes.earliestReleaseDate !== null)) return;
  throw refuse(
    invalidAttribute(
      'earliestReleaseDate',
      'An earliest release date goes with the release type SCHEDULED, and with no other.',
    ),
  );
}

/** A version that waits for its date gets another one, or begins to wait for its developer. */
function planRelease({ state, now }: Call, version: Version): void {
  const hasDate = state.timers.some(({ kind, id }) => kind === 'release-date' && id === version.id);
  if (!hasDate && version.attributes.appVersionState !== 'PENDING_APPLE_RELEASE') return;
  const { releaseType, earliestReleaseDate } = version.attributes;
  if (releaseType === 'MANUAL') version.attributes.appVersionState = 'PENDING_DEVELOPER_RELEASE';
  const until = releaseType === 'MANUAL' ? null : Math.max(0, Date.parse(earliestReleaseDate ?? '') - now || 0);
  schedule(state, 'release-date', version.id, now, until);
}

/** A version takes a build that is VALID, has not expired, and is of its own number. */
function attachBuild(call: Call, version: Version, buildId: string | null): void {
  if (!isEditable(version)) {
    throw refuse(invalidRelationship('build', "Relationship 'build' cannot be edited at this time"));
  }
  const build = buildId === null ? null : requireResource(call, 'builds', buildId);
  if (build !== null && !fits(call, version, build)) {
    throw refuse(invalidRelationship('build', 'The specified pre-release build could not be added.'));
  }
  version.to.build = buildId;
}

function fits({ state, now }: Call, version: Version, build: Build): boolean {
  const train = getResource(state, 'preReleaseVersions', build.to.preReleaseVersion);
  return (
    build.to.app === version.to.app &&
    train.attributes.platform === version.attributes.platform &&
    isSameVersion(train.attributes.version, version.attributes.versionString) &&
    build.attributes.processingState === 'VALID' &&
    build.attributes.buildAudienceType === 'APP_STORE_ELIGIBLE' &&
    !isExpired(build, now)
  );
}
