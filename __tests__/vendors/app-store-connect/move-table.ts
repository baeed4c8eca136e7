import { createBuildLocalization } from '#emulators/app-store-connect/builds';
import { describeBetaStates } from '#emulators/app-store-connect/beta-states';
import { findPhase } from '#emulators/app-store-connect/phased-releases';
import { findAll, getResource } from '#emulators/app-store-connect/state';
import type { AscState, VersionState } from '#emulators/app-store-connect/state';
import { getVersion } from '#emulators/app-store-connect/version-states';
import { cancelSubmission } from '#vendors/app-store-connect/cancellation';
import type { AppStoreConnect } from '#vendors/app-store-connect/client';
import { changePhasedRelease, createPhasedRelease } from '#vendors/app-store-connect/phased-release';
import { attachBuild, releaseVersion, setReleaseType } from '#vendors/app-store-connect/release';
import { submitForReview } from '#vendors/app-store-connect/submission';
import {
  addToGroups,
  expireBuild,
  setExportCompliance,
  setWhatToTest,
  submitForBetaReview,
} from '#vendors/app-store-connect/testflight';
import { listingMoves } from './listing-moves.ts';
import { inDraft, inPhases, inReview, leaving, reviewed, setState, start, submitted } from './scene.ts';
import type { Prepare, Scene } from './scene.ts';

export interface TriedMove {
  readonly prepare?: Prepare;
  readonly act: (connect: AppStoreConnect, scene: Scene) => Promise<{ readonly did: 'moved' | 'unchanged' }>;
  /** What takes effect, in this order and once. */
  readonly writes: readonly string[];
  /** What takes effect instead when Apple refuses on the way. */
  readonly afterRefusal?: readonly string[];
  /** Whether the world is as asked for. */
  readonly isDone: (state: AscState, scene: Scene) => boolean;
}

const reviewOf = ({ app, next }: Scene): { appId: string; versionId: string } => ({ appId: app, versionId: next });
const isVersion =
  (wanted: VersionState): TriedMove['isDone'] =>
  (state, { next }) =>
    getVersion(state, next).attributes.appVersionState === wanted;
const isPhase =
  (wanted: string): TriedMove['isDone'] =>
  (state, { next }) =>
    findPhase(state, next)?.attributes.phasedReleaseState === wanted;
/** By submission: its state, and those of its items. */
const submissions = ({ tables }: AscState): readonly string[] =>
  Object.values(tables.reviewSubmissions).map(({ id, attributes }) =>
    [
      attributes.state,
      ...Object.values(tables.reviewSubmissionItems)
        .filter(({ to }) => to.reviewSubmission === id)
        .map((item) => item.attributes.state),
    ].join(),
  );
const notes = (state: AscState, buildId: string): readonly unknown[] =>
  findAll(state, 'betaBuildLocalizations', ({ to }) => to.build === buildId).map(
    ({ attributes }) => `${attributes.locale} ${attributes.whatsNew ?? 'none'}`,
  );
const external = (state: AscState, buildId: string): string =>
  describeBetaStates(state, buildId, start).externalBuildState;

const patchPhased = 'appStoreVersionPhasedReleases_updateInstance';
const patchVersion = 'appStoreVersions_updateInstance';
const patchBuild = 'builds_updateInstance';
const createDraft = 'reviewSubmissions_createInstance';
const patchSubmission = 'reviewSubmissions_updateInstance';
const addItem = 'reviewSubmissionItems_createInstance';
const deleteItem = 'reviewSubmissionItems_deleteInstance';

/** The submission is over, and its version is in this state. */
function isCancelled(version: VersionState): TriedMove['isDone'] {
  return (state, scene) =>
    isVersion(version)(state, scene) && /^COMPLETE(,REMOVED)+$/.test(submissions(state).join(' '));
}

const cancelled: Omit<TriedMove, 'prepare'> = {
  act: async (connect, scene) => cancelSubmission(connect, reviewOf(scene)),
  writes: [patchSubmission],
  isDone: isCancelled('DEVELOPER_REJECTED'),
};

/** Every move, in a world where it can be made. */
export const moves: Readonly<Record<string, TriedMove>> = {
  'create a phased release': {
    act: async (connect, scene) => createPhasedRelease(connect, reviewOf(scene)),
    writes: ['appStoreVersionPhasedReleases_createInstance'],
    isDone: isPhase('INACTIVE'),
  },
  pause: {
    prepare: inPhases('ACTIVE'),
    act: async (connect, { next }) => changePhasedRelease(connect, next, 'pause'),
    writes: [patchPhased],
    isDone: isPhase('PAUSED'),
  },
  resume: {
    prepare: inPhases('PAUSED'),
    act: async (connect, { next }) => changePhasedRelease(connect, next, 'resume'),
    writes: [patchPhased],
    isDone: isPhase('ACTIVE'),
  },
  complete: {
    prepare: inPhases('ACTIVE'),
    act: async (connect, { next }) => changePhasedRelease(connect, next, 'complete'),
    writes: [patchPhased],
    isDone: isPhase('COMPLETE'),
  },
  'complete a pause': {
    prepare: inPhases('PAUSED'),
    act: async (connect, { next }) => changePhasedRelease(connect, next, 'complete'),
    writes: [patchPhased],
    isDone: isPhase('COMPLETE'),
  },
  release: {
    prepare: setState('PENDING_DEVELOPER_RELEASE'),
    act: async (connect, { next }) => releaseVersion(connect, next),
    writes: ['appStoreVersionReleaseRequests_createInstance'],
    isDone: isVersion('PROCESSING_FOR_DISTRIBUTION'),
  },
  'set the release type': {
    act: async (connect, { next }) =>
      setReleaseType(connect, next, { releaseType: 'SCHEDULED', earliestRelease: Date.parse('2026-12-01T08:00:00Z') }),
    writes: [patchVersion],
    isDone: (state, { next }) => {
      const { releaseType, earliestReleaseDate } = getVersion(state, next).attributes;
      return releaseType === 'SCHEDULED' && earliestReleaseDate === '2026-12-01T08:00:00.000Z';
    },
  },
  'attach a build': {
    act: async (connect, { next, spare }) => attachBuild(connect, next, spare),
    writes: [patchVersion],
    isDone: (state, { next, spare }) => getVersion(state, next).to.build === spare,
  },
  'submit for review': {
    act: async (connect, scene) => submitForReview(connect, reviewOf(scene)),
    writes: [createDraft, addItem, patchSubmission],
    afterRefusal: [createDraft, addItem, deleteItem, addItem, patchSubmission],
    isDone: (state, scene) =>
      isVersion('WAITING_FOR_REVIEW')(state, scene) &&
      submissions(state).join(' ') === 'WAITING_FOR_REVIEW,READY_FOR_REVIEW',
  },
  'submit again what is being taken back': {
    prepare: leaving,
    act: async (connect, scene) => submitForReview(connect, reviewOf(scene)),
    writes: [createDraft, addItem, patchSubmission],
    afterRefusal: [createDraft, addItem, deleteItem, addItem, patchSubmission],
    isDone: (state, scene) =>
      isVersion('WAITING_FOR_REVIEW')(state, scene) &&
      submissions(state).join(' ') === 'COMPLETE,REMOVED WAITING_FOR_REVIEW,READY_FOR_REVIEW',
  },
  'cancel a submission': { ...cancelled, prepare: submitted() },
  'cancel a review with other things in it': { ...cancelled, prepare: inReview('appEvent') },
  'cancel what came back with questions': {
    ...cancelled,
    prepare: reviewed('reject'),
    isDone: isCancelled('REJECTED'),
  },
  'cancel what is accepted, unlike the rest': { ...cancelled, prepare: reviewed('reject-others', 'appEvent') },
  'withdraw a draft': {
    prepare: inDraft('appEvent'),
    act: async (connect, scene) => cancelSubmission(connect, reviewOf(scene)),
    writes: [deleteItem],
    isDone: (state, scene) =>
      isVersion('PREPARE_FOR_SUBMISSION')(state, scene) &&
      submissions(state).join(' ') === 'READY_FOR_REVIEW,READY_FOR_REVIEW' &&
      Object.values(state.tables.reviewSubmissionItems).every(({ otherThing }) => otherThing === 'appEvent'),
  },
  'add to groups': {
    act: async (connect, { app, build }) =>
      addToGroups(connect, { appId: app, buildId: build }, ['Team', 'Friends', 'Public']),
    writes: ['builds_betaGroups_createToManyRelationship'],
    isDone: (state, { build, groups }) =>
      [groups.Friends, groups.Public].every(
        (id) => getResource(state, 'betaGroups', id).lists.builds.join() === build,
      ) && getResource(state, 'betaGroups', groups.Team).lists.builds.length === 0,
  },
  'write notes for testers': {
    act: async (connect, { build }) => setWhatToTest(connect, build, 'de-DE', 'Die Karte.'),
    writes: ['betaBuildLocalizations_createInstance'],
    isDone: (state, { build }) => notes(state, build).join() === 'en-US none,de-DE Die Karte.',
  },
  'change notes for testers': {
    prepare: (state, { build }) => {
      for (const locale of ['de-DE', 'es-ES', 'fr-FR']) createBuildLocalization(state, build, locale, 'old');
    },
    act: async (connect, { build }) => setWhatToTest(connect, build, 'fr-FR', 'La carte.'),
    writes: ['betaBuildLocalizations_updateInstance'],
    isDone: (state, { build }) => notes(state, build).join() === 'en-US none,de-DE old,es-ES old,fr-FR La carte.',
  },
  'submit for beta review': {
    act: async (connect, { build }) => submitForBetaReview(connect, build),
    writes: ['betaAppReviewSubmissions_createInstance'],
    isDone: (state, { build }) => external(state, build) === 'WAITING_FOR_BETA_REVIEW',
  },
  expire: {
    act: async (connect, { build }) => expireBuild(connect, build),
    writes: [patchBuild],
    isDone: (state, { build }) => getResource(state, 'builds', build).attributes.expired,
  },
  'set the export compliance': {
    act: async (connect, { spare }) => setExportCompliance(connect, spare, false),
    writes: [patchBuild],
    isDone: (state, { spare }) => getResource(state, 'builds', spare).attributes.usesNonExemptEncryption === false,
  },
  ...listingMoves,
};
