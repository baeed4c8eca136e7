import { createBuild, type NewBuild } from './builds.ts';
import { writeDate } from './dates.ts';
import { createPhase, startPhase } from './phased-releases.ts';
import { addItem, createSubmission, finishAdding, startReview, submit } from './review.ts';
import { addScreenshots, hasScreenshots } from './screenshots.ts';
import { findAll, nextId, type AscState, type App, type Platform, type Version, type VersionState } from './state.ts';
import { unschedule } from './timers.ts';
import { findLive, setVersionState } from './version-states.ts';
import { createVersion, NO_CONTACT } from './versions.ts';

export interface AppOptions {
  readonly id?: string;
  readonly bundleId?: string;
  readonly name?: string;
  readonly primaryLocale?: string;
  /** Versions, oldest first. A build of the same version is made for each that needs one. Default: 1.0 is out. */
  readonly versions?: readonly VersionSeed[];
}

export interface VersionSeed {
  readonly versionString: string;
  readonly state: VersionState;
  readonly platform?: Platform;
  /** Since when it has been released in phases, ISO 8601. Default: not in phases. */
  readonly releasedAt?: string;
  /** It will be released in phases. Default: not. */
  readonly phased?: boolean;
  /** Of its build. Default "1". */
  readonly build?: string;
  /** Default: what a new version has. */
  readonly releaseType?: Version['attributes']['releaseType'];
}

export interface SeededApp {
  readonly id: string;
  readonly app: App;
  readonly versions: readonly Version[];
  /** Ids of the groups of testers: `Team` is internal and has all builds, `Friends` is internal, `Public` is external. */
  readonly groups: Readonly<Record<'Team' | 'Friends' | 'Public', string>>;
}

/** Adds an app that lacks nothing which a review asks for. */
export function addApp(state: AscState, options: AppOptions, now: number): SeededApp {
  const { bundleId = 'com.example.app', name = 'Tracker', primaryLocale = 'en-US' } = options;
  const { versions = [{ versionString: '1.0', state: 'READY_FOR_DISTRIBUTION' }] } = options;
  state.lastId += 1;
  // Apps have numbers.
  const id = options.id ?? `${1_500_000_000 + state.lastId}`;
  const app: App = {
    id,
    attributes: {
      name,
      bundleId,
      sku: bundleId,
      primaryLocale,
      contentRightsDeclaration: 'DOES_NOT_USE_THIRD_PARTY_CONTENT',
    },
    to: {},
  };
  state.tables.apps[id] = app;
  const detail = nextId(state);
  state.tables.betaAppReviewDetails[detail] = { id: detail, attributes: { ...NO_CONTACT }, to: { app: id } };
  const locale = nextId(state);
  state.tables.betaAppLocalizations[locale] = {
    id: locale,
    attributes: { locale: primaryLocale, feedbackEmail: null, description: null },
    to: { app: id },
  };
  const groups = {
    Team: addGroup(state, { app: id, name: 'Team', internal: true, allBuilds: true }, now),
    Friends: addGroup(state, { app: id, name: 'Friends', internal: true }, now),
    Public: addGroup(state, { app: id, name: 'Public' }, now),
  };
  return { id, app, groups, versions: versions.map((seed) => addVersion(state, id, seed, now)) };
}

export interface GroupSeed {
  readonly app: string;
  readonly name: string;
  readonly internal?: boolean;
  readonly allBuilds?: boolean;
}

/** Adds a group of testers and returns its id. */
export function addGroup(state: AscState, seed: GroupSeed, now: number): string {
  const { app, name, internal = false, allBuilds = false } = seed;
  const id = nextId(state);
  state.tables.betaGroups[id] = {
    id,
    attributes: {
      name,
      createdDate: writeDate(now),
      isInternalGroup: internal,
      hasAccessToAllBuilds: allBuilds,
      publicLinkEnabled: false,
      feedbackEnabled: true,
    },
    to: { app },
    lists: { builds: [] },
  };
  return id;
}

/** Adds a build that is processed already. */
export function addBuild(state: AscState, seed: NewBuild, now: number): string {
  const build = createBuild(state, seed, now);
  build.attributes.processingState = build.outcome;
  state.timers = state.timers.filter(({ id }) => id !== build.id);
  return build.id;
}

/** Adds a version in any state, with texts, screenshots and, once it left preparation, a build and what it is part of. */
export function addVersion(state: AscState, appId: string, seed: VersionSeed, now: number): Version {
  const { versionString, platform = 'IOS' } = seed;
  const previous = findLive(state, appId, platform);
  const version = createVersion(state, { app: appId, platform, versionString, copyright: '2026 Example' }, now);
  for (const text of findAll(state, 'appStoreVersionLocalizations', ({ to }) => to.appStoreVersion === version.id)) {
    text.attributes.description ??= 'Keeps track.';
    if (previous !== undefined) text.attributes.whatsNew = 'Better.';
    if (!hasScreenshots(state, text.id)) addScreenshots(state, text.id, 'APP_IPHONE_67');
  }
  if (seed.state === 'PREPARE_FOR_SUBMISSION') return version;
  const number = seed.build ?? '1';
  const build = { app: appId, platform, version: versionString, number, usesNonExemptEncryption: false };
  version.to.build = addBuild(state, build, now);
  enterState(state, version, seed.state, now);
  if (seed.state === 'READY_FOR_DISTRIBUTION' && previous !== undefined) {
    setVersionState(state, previous, 'REPLACED_WITH_NEW_VERSION');
  }
  if (seed.releaseType !== undefined) version.attributes.releaseType = seed.releaseType;
  if (seed.phased === true) createPhase(state, version.id);
  if (seed.releasedAt !== undefined) startPhase(state, createPhase(state, version.id), Date.parse(seed.releasedAt));
  return version;
}

/** A version in review is part of a submission, which goes on by itself or by the driver. */
function enterState(state: AscState, version: Version, to: VersionState, now: number): void {
  if (!IN_SUBMISSION.includes(to)) {
    setVersionState(state, version, to);
    return;
  }
  const submission = createSubmission(state, version.to.app, version.attributes.platform);
  addItem(state, submission, { version }, now);
  unschedule(state, version.id, 'version-added');
  finishAdding(state, version.id);
  if (to === 'READY_FOR_REVIEW') return;
  submit(state, submission, now);
  if (to === 'IN_REVIEW') startReview(state, submission.id, now);
}

const IN_SUBMISSION: readonly VersionState[] = ['READY_FOR_REVIEW', 'WAITING_FOR_REVIEW', 'IN_REVIEW'];
