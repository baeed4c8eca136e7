import { writeDate } from './dates.ts';
import { copySets, deleteSets } from './screenshots.ts';
import {
  findAll,
  nextId,
  type AppInfo,
  type AppInfoLocalization,
  type AscState,
  type ContactAttributes,
  type Platform,
  type Version,
  type VersionLocalization,
} from './state.ts';
import { findEditableInfo, findLive } from './version-states.ts';

export interface NewVersion {
  readonly app: string;
  readonly platform: Platform;
  readonly versionString: string;
  readonly copyright?: string | null;
  readonly releaseType?: Version['attributes']['releaseType'];
  readonly earliestReleaseDate?: string | null;
  readonly usesIdfa?: boolean | null;
}

export const NO_CONTACT: ContactAttributes = {
  contactFirstName: null,
  contactLastName: null,
  contactPhone: null,
  contactEmail: null,
  demoAccountName: null,
  demoAccountPassword: null,
  demoAccountRequired: null,
  notes: null,
};

/**
 * Makes a version with all that comes with it: localizations and contact of the version before it (but for what is new), and
 * information of the app that can be edited. That they come with it is seen with fastlane, which cannot go on without them.
 */
export function createVersion(state: AscState, wanted: NewVersion, now: number): Version {
  const previous = findLive(state, wanted.app, wanted.platform);
  const { copyright, releaseType, earliestReleaseDate = null, usesIdfa = null } = wanted;
  const version: Version = {
    id: nextId(state),
    attributes: {
      platform: wanted.platform,
      versionString: wanted.versionString,
      appVersionState: 'PREPARE_FOR_SUBMISSION',
      copyright: copyright ?? previous?.attributes.copyright ?? null,
      releaseType: releaseType ?? 'AFTER_APPROVAL',
      earliestReleaseDate,
      usesIdfa,
      downloadable: true,
      createdDate: writeDate(now),
    },
    to: { app: wanted.app, build: null },
    stateBefore: null,
  };
  state.tables.appStoreVersions[version.id] = version;
  createLocalizations(state, version, previous);
  const contact = findAll(state, 'appStoreReviewDetails', ({ to }) => to.appStoreVersion === previous?.id)[0];
  const id = nextId(state);
  state.tables.appStoreReviewDetails[id] = {
    id,
    attributes: { ...(contact?.attributes ?? NO_CONTACT) },
    to: { appStoreVersion: version.id },
  };
  if (findEditableInfo(state, wanted.app) === undefined) createInfo(state, wanted.app);
  return version;
}

function createLocalizations(state: AscState, version: Version, previous: Version | undefined): void {
  const before = findAll(state, 'appStoreVersionLocalizations', ({ to }) => to.appStoreVersion === previous?.id);
  const locale = state.tables.apps[version.to.app]?.attributes.primaryLocale ?? 'en-US';
  if (before.length === 0) createLocalization(state, version.id, { locale });
  for (const { id, attributes } of before) {
    const { id: copy } = createLocalization(state, version.id, { ...attributes, whatsNew: null });
    copySets(state, id, copy);
  }
}

export function createLocalization(
  state: AscState,
  versionId: string,
  attributes: Partial<VersionLocalization['attributes']> & { readonly locale: string },
): VersionLocalization {
  const localization: VersionLocalization = {
    id: nextId(state),
    attributes: {
      description: null,
      keywords: null,
      marketingUrl: null,
      promotionalText: null,
      supportUrl: null,
      whatsNew: null,
      ...attributes,
    },
    to: { appStoreVersion: versionId },
  };
  state.tables.appStoreVersionLocalizations[localization.id] = localization;
  return localization;
}

/** Takes a version away with all that belongs to it alone. */
export function deleteVersion(state: AscState, versionId: string): void {
  const { tables } = state;
  for (const { id } of findAll(state, 'appStoreVersionLocalizations', ({ to }) => to.appStoreVersion === versionId)) {
    deleteSets(state, id);
  }
  for (const type of [
    'appStoreVersionLocalizations',
    'appStoreReviewDetails',
    'appStoreVersionPhasedReleases',
  ] as const) {
    for (const { id } of findAll(state, type, ({ to }) => to.appStoreVersion === versionId)) {
      Reflect.deleteProperty(tables[type], id);
    }
  }
  Reflect.deleteProperty(tables.appStoreVersions, versionId);
}

/** Information of the app that can be edited: a copy of that which is out. */
function createInfo(state: AscState, appId: string): AppInfo {
  const previous = findAll(state, 'appInfos', ({ to }) => to.app === appId).at(-1);
  const info: AppInfo = {
    id: nextId(state),
    attributes: { state: 'PREPARE_FOR_SUBMISSION' },
    to: { app: appId },
    ageRated: previous?.ageRated ?? true,
  };
  state.tables.appInfos[info.id] = info;
  const rating = findAll(state, 'ageRatingDeclarations', ({ to }) => to.appInfo === previous?.id)[0];
  const id = nextId(state);
  state.tables.ageRatingDeclarations[id] = { id, attributes: { ...rating?.attributes }, to: { appInfo: info.id } };
  const before = findAll(state, 'appInfoLocalizations', ({ to }) => to.appInfo === previous?.id);
  const { name = '', primaryLocale = 'en-US' } = state.tables.apps[appId]?.attributes ?? {};
  if (before.length === 0) createInfoLocalization(state, info.id, { locale: primaryLocale, name });
  for (const { attributes } of before) createInfoLocalization(state, info.id, attributes);
  return info;
}

export function createInfoLocalization(
  state: AscState,
  infoId: string,
  attributes: Partial<AppInfoLocalization['attributes']> & { readonly locale: string; readonly name: string },
): AppInfoLocalization {
  const localization: AppInfoLocalization = {
    id: nextId(state),
    attributes: { subtitle: null, privacyPolicyUrl: null, ...attributes },
    to: { appInfo: infoId },
  };
  state.tables.appInfoLocalizations[localization.id] = localization;
  return localization;
}
