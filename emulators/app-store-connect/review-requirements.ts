import type { AscError } from './refusals.ts';
import { hasScreenshots } from './screenshots.ts';
import { getResource, findAll, type AscState, type Version, type VersionLocalization } from './state.ts';
import { findEditableInfo, isFirst } from './version-states.ts';

interface Requirement {
  /** Errors by the path of the resource that lacks something. */
  readonly find: (state: AscState, version: Version) => readonly (readonly [path: string, error: AscError])[];
  readonly source: string;
}

/** What a version needs before it can be reviewed. The codes are those that users report from `meta.associatedErrors`. */
const REQUIREMENTS: readonly Requirement[] = [
  {
    find: (_state, { id, to }) =>
      to.build === null ? [[`/v1/appStoreVersions/${id}`, missingRelationship('build')]] : [],
    source: 'https://developer.apple.com/help/app-store-connect/manage-builds/choose-a-build-to-submit',
  },
  {
    find: (state, { to }) =>
      to.build !== null && getResource(state, 'builds', to.build).attributes.usesNonExemptEncryption === null
        ? [[`/v1/builds/${to.build}`, missingAttribute('usesNonExemptEncryption')]]
        : [],
    source: 'https://developer.apple.com/help/app-store-connect/manage-app-information/overview-of-export-compliance',
  },
  {
    find: (state, version) =>
      eachText(state, version, ({ attributes }) => attributes.description === null, missingAttribute('description')),
    source: 'https://developer.apple.com/help/app-store-connect/reference/required-localizable-and-editable-properties',
  },
  {
    find: (state, version) =>
      isFirst(state, version)
        ? []
        : eachText(state, version, ({ attributes }) => attributes.whatsNew === null, missingAttribute('whatsNew')),
    source: 'https://developer.apple.com/help/app-store-connect/reference/required-localizable-and-editable-properties',
  },
  {
    find: (state, version) =>
      eachText(state, version, ({ id }) => !hasScreenshots(state, id), {
        ...stateError('.SCREENSHOT_REQUIRED.APP_IPHONE_67'),
        detail: 'App screenshot missing (APP_IPHONE_67).',
      }),
    source: 'https://developer.apple.com/help/app-store-connect/reference/screenshot-specifications',
  },
  {
    find: (state, { to }) => {
      const info = findEditableInfo(state, to.app);
      return info?.ageRated === false
        ? [[`/v1/appInfos/${info.id}`, { ...stateError('.AGE_RATING_REQUIRED'), detail: 'The age rating is missing.' }]]
        : [];
    },
    source: 'https://developer.apple.com/help/app-store-connect/manage-app-information/set-an-app-age-rating',
  },
  {
    find: (state, { to }) =>
      getResource(state, 'apps', to.app).attributes.contentRightsDeclaration === null
        ? [[`/v1/apps/${to.app}`, missingAttribute('contentRightsDeclaration')]]
        : [],
    source: 'https://developer.apple.com/documentation/appstoreconnectapi/app/attributes',
  },
];

/** What a version lacks, by the paths of the resources that should have it. Empty: it can be reviewed. */
export function findLacks(state: AscState, version: Version): Record<string, AscError[]> {
  const lacks: Record<string, AscError[]> = {};
  for (const { find } of REQUIREMENTS) {
    for (const [path, error] of find(state, version)) (lacks[path] ??= []).push(error);
  }
  return lacks;
}

function eachText(
  state: AscState,
  version: Version,
  lacks: (localization: VersionLocalization) => boolean,
  error: AscError,
): (readonly [string, AscError])[] {
  return findAll(state, 'appStoreVersionLocalizations', ({ to }) => to.appStoreVersion === version.id)
    .filter(lacks)
    .map(({ id }) => [`/v1/appStoreVersionLocalizations/${id}`, error]);
}

function missingAttribute(name: string): AscError {
  return {
    status: 409,
    code: 'ENTITY_ERROR.ATTRIBUTE.REQUIRED',
    title: 'The provided entity is missing a required attribute',
    detail: `You must provide a value for the attribute '${name}' with this request`,
    source: { pointer: `/data/attributes/${name}` },
  };
}

function missingRelationship(name: string): AscError {
  return {
    status: 409,
    code: 'ENTITY_ERROR.RELATIONSHIP.REQUIRED',
    title: 'The provided entity is missing a required relationship',
    detail: `You must provide a value for the relationship '${name}' with this request`,
    source: { pointer: `/data/relationships/${name}` },
  };
}

function stateError(special: string): AscError {
  return {
    status: 409,
    code: `STATE_ERROR${special}`,
    title: 'The request cannot be fulfilled because of the state of another resource.',
    detail: '',
  };
}
