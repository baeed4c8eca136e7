import { BUILD_LIFETIME } from './beta-states.ts';
import { writeDate } from './dates.ts';
import {
  findAll,
  getResource,
  nextId,
  type AscState,
  type Build,
  type BuildBundle,
  type Platform,
  type PreReleaseVersion,
} from './state.ts';
import { schedule } from './timers.ts';

export interface NewBuild {
  readonly app: string;
  readonly platform?: Platform;
  /** CFBundleShortVersionString. */
  readonly version: string;
  /** CFBundleVersion. */
  readonly number: string;
  readonly usesNonExemptEncryption?: boolean | null;
  readonly internalOnly?: boolean;
  /** What its processing comes to. Default: as the settings say. */
  readonly outcome?: Build['outcome'];
  /** When it arrived, ISO 8601. Default: now. */
  readonly uploadedDate?: string;
  /** Whether it has a watch app in it. */
  readonly watch?: boolean;
  readonly dSYMUrl?: string | null;
  readonly buildUpload?: string | null;
}

/** Adds a build, which then is processed. */
export function createBuild(state: AscState, wanted: NewBuild, now: number): Build {
  const { platform = 'IOS', usesNonExemptEncryption = null, internalOnly = false } = wanted;
  const { outcome = state.settings.buildOutcome } = wanted;
  const arrived = wanted.uploadedDate === undefined ? now : Date.parse(wanted.uploadedDate);
  const build: Build = {
    id: nextId(state),
    attributes: {
      version: wanted.number,
      uploadedDate: writeDate(arrived),
      expirationDate: writeDate(arrived + BUILD_LIFETIME),
      expired: false,
      minOsVersion: '15.1',
      processingState: 'PROCESSING',
      buildAudienceType: internalOnly ? 'INTERNAL_ONLY' : 'APP_STORE_ELIGIBLE',
      usesNonExemptEncryption,
    },
    to: {
      app: wanted.app,
      preReleaseVersion: provideTrain(state, wanted.app, platform, wanted.version).id,
      buildUpload: wanted.buildUpload ?? null,
    },
    outcome,
    processedAt: null,
  };
  state.tables.builds[build.id] = build;
  const detailId = nextId(state);
  state.tables.buildBetaDetails[detailId] = {
    id: detailId,
    attributes: { autoNotifyEnabled: true },
    to: { build: build.id },
  };
  createBundles(state, build, wanted);
  const { primaryLocale } = getResource(state, 'apps', wanted.app).attributes;
  createBuildLocalization(state, build.id, primaryLocale);
  schedule(state, 'build-processed', build.id, arrived, state.settings.buildProcessing);
  return build;
}

function createBundles(state: AscState, build: Build, { watch = false, dSYMUrl = null }: NewBuild): void {
  const { bundleId } = getResource(state, 'apps', build.to.app).attributes;
  const kinds: (readonly [BuildBundle['attributes']['bundleType'], string])[] = [
    ['APP', bundleId],
    ...(watch ? [['WATCH_APP', `${bundleId}.watchkitapp`] as const] : []),
  ];
  for (const [bundleType, name] of kinds) {
    const id = nextId(state);
    const attributes = { bundleId: name, bundleType, includesSymbols: true, dSYMUrl };
    state.tables.buildBundles[id] = { id, attributes, to: { build: build.id } };
  }
}

export function createBuildLocalization(
  state: AscState,
  buildId: string,
  locale: string,
  whatsNew: string | null = null,
): { readonly id: string } {
  const localization = { id: nextId(state), attributes: { locale, whatsNew }, to: { build: buildId } };
  state.tables.betaBuildLocalizations[localization.id] = localization;
  return localization;
}

/** The version that a build belongs to. 1.1 and 1.1.0 are one; the spelling that came first stays (fastlane, fastlane_core/build_watcher.rb). */
function provideTrain(state: AscState, appId: string, platform: Platform, version: string): PreReleaseVersion {
  const found = findTrain(state, appId, platform, version);
  if (found !== undefined) return found;
  const train = { id: nextId(state), attributes: { version, platform }, to: { app: appId } };
  state.tables.preReleaseVersions[train.id] = train;
  return train;
}

function findTrain(state: AscState, appId: string, platform: Platform, version: string): PreReleaseVersion | undefined {
  return findAll(
    state,
    'preReleaseVersions',
    ({ to, attributes }) =>
      to.app === appId && attributes.platform === platform && isSameVersion(attributes.version, version),
  )[0];
}

export function isSameVersion(a: string, b: string): boolean {
  return shorten(a) === shorten(b);
}

function shorten(version: string): string {
  return version.replace(/^(\d+\.\d+)\.0$/, '$1');
}

export function finishProcessing(state: AscState, buildId: string, at: number): void {
  const build = getResource(state, 'builds', buildId);
  build.attributes.processingState = build.outcome;
  build.processedAt = at;
}
