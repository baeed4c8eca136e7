import { addBuild, addVersion } from '#emulators/app-store-connect/seeds';
import {
  completePhase,
  createPhase,
  pausePhase,
  resumePhase,
  startPhase,
} from '#emulators/app-store-connect/phased-releases';
import { addItem, cancel, decide, finishAdding, startReview, submit } from '#emulators/app-store-connect/review';
import type { ReviewOutcome } from '#emulators/app-store-connect/settings';
import { findAll, nextId } from '#emulators/app-store-connect/state';
import type { AscState, ReviewSubmission, VersionState } from '#emulators/app-store-connect/state';
import { getVersion, setVersionState } from '#emulators/app-store-connect/version-states';
import type { AscWorld } from '#emulators/app-store-connect/world';

export const start = Date.parse('2026-11-25T08:00:00Z');
export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;

/** Ids of an app with version 0.9 replaced, 1.0 out, and 2.0 in preparation, which lacks nothing. */
export interface Scene {
  readonly app: string;
  readonly old: string;
  readonly live: string;
  /** 2.0, or what a test puts in its place. */
  next: string;
  /** Of 2.0, number 1, attached to it. */
  readonly build: string;
  /** Of 2.0, number 2; nobody has said whether it uses encryption. Or what a test puts in its place. */
  spare: string;
  /** `Team` has all builds, `Friends` is internal, `Public` is external. */
  readonly groups: Readonly<Record<'Team' | 'Friends' | 'Public', string>>;
}

/** A change of the world before the client sees it. */
export type Prepare = (state: AscState, scene: Scene) => void;

export function createScene({ state, addApp }: AscWorld): Scene {
  const { id: app, groups } = addApp({ versions: [] });
  const version = (versionString: string, to: VersionState, daysAgo: number): string =>
    addVersion(state, app, { versionString, state: to }, start - daysAgo * day).id;
  const old = version('0.9', 'REPLACED_WITH_NEW_VERSION', 85);
  const live = version('1.0', 'READY_FOR_DISTRIBUTION', 55);
  const next = version('2.0', 'PREPARE_FOR_SUBMISSION', 5);
  const yesterday = start - day;
  const build = addBuild(state, { app, version: '2.0', number: '1', usesNonExemptEncryption: false }, yesterday);
  const spare = addBuild(state, { app, version: '2.0', number: '2' }, yesterday);
  const { attributes, to } = getVersion(state, next);
  attributes.releaseType = 'MANUAL';
  to.build = build;
  for (const text of findAll(state, 'appStoreVersionLocalizations', (one) => one.to.appStoreVersion === next))
    text.attributes.whatsNew = 'Better.';
  return { app, old, live, next, build, spare, groups };
}

export const all =
  (...changes: readonly Prepare[]): Prepare =>
  (state, scene) => {
    for (const change of changes) change(state, scene);
  };

export const setState =
  (to: VersionState): Prepare =>
  (state, { next }) => {
    setVersionState(state, getVersion(state, next), to);
  };

/** 2.0 is out in phases, for six days of which it was paused for four: on its third day. */
export const inPhases =
  (to: 'ACTIVE' | 'PAUSED' | 'COMPLETE'): Prepare =>
  (state, { live, next }) => {
    setVersionState(state, getVersion(state, live), 'REPLACED_WITH_NEW_VERSION');
    setVersionState(state, getVersion(state, next), 'READY_FOR_DISTRIBUTION');
    const phase = createPhase(state, next);
    startPhase(state, phase, start - 6 * day);
    pausePhase(state, phase, start - 5 * day);
    resumePhase(state, phase, start - day);
    if (to === 'PAUSED') pausePhase(state, phase, start);
    if (to === 'COMPLETE') completePhase(state, phase, start);
  };

/** A phased release of 2.0 that waits for the release. */
export const planPhases: Prepare = (state, { next }) => {
  createPhase(state, next);
};

/** A review submission with 2.0 in it, and with something else where that is asked for. */
export const inDraft =
  (otherThing?: string): Prepare =>
  (state, { app, next }) => {
    const submission: ReviewSubmission = {
      id: nextId(state),
      attributes: { platform: 'IOS', submittedDate: null, state: 'READY_FOR_REVIEW' },
      to: { app, appStoreVersionForReview: null },
    };
    state.tables.reviewSubmissions[submission.id] = submission;
    addItem(state, submission, { version: getVersion(state, next) }, start);
    state.timers = state.timers.filter(({ kind }) => kind !== 'version-added');
    finishAdding(state, next);
    if (otherThing !== undefined) addItem(state, submission, { otherThing }, start);
  };

const onSubmission =
  (change: (state: AscState, submission: ReviewSubmission) => void): Prepare =>
  (state) => {
    for (const submission of findAll(state, 'reviewSubmissions', () => true)) change(state, submission);
  };

/** 2.0 was submitted and waits for its review. */
export const submitted = (otherThing?: string): Prepare =>
  all(
    inDraft(otherThing),
    onSubmission((state, submission) => {
      submit(state, submission, start);
    }),
  );

export const inReview = (otherThing?: string): Prepare =>
  all(
    submitted(otherThing),
    onSubmission((state, { id }) => {
      startReview(state, id, start);
    }),
  );

export const reviewed = (outcome: ReviewOutcome, otherThing?: string): Prepare =>
  all(
    inReview(otherThing),
    onSubmission((state, { id }) => {
      decide(state, id, outcome, start);
    }),
  );

/** Somebody is taking it back. */
export const leaving: Prepare = all(
  submitted(),
  onSubmission((state, submission) => {
    cancel(state, submission, start);
  }),
);

/** Something else than a version lies with the reviewers. */
export const otherInReview: Prepare = (state, { app }) => {
  const submission: ReviewSubmission = {
    id: nextId(state),
    attributes: { platform: 'IOS', submittedDate: null, state: 'READY_FOR_REVIEW' },
    to: { app, appStoreVersionForReview: null },
  };
  state.tables.reviewSubmissions[submission.id] = submission;
  addItem(state, submission, { otherThing: 'appEvent' }, start);
  submit(state, submission, start);
};
