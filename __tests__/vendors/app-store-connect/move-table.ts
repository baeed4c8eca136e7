import type { AppStoreConnect } from '#vendors/app-store-connect/client';
import { changePhasedRelease, createPhasedRelease } from '#vendors/app-store-connect/phased-release';
import { attachBuild, releaseVersion, setReleaseType } from '#vendors/app-store-connect/release';
import { cancelSubmission, submitForReview } from '#vendors/app-store-connect/submission';
import {
  addToGroups,
  expireBuild,
  setExportCompliance,
  setWhatToTest,
  submitForBetaReview,
} from '#vendors/app-store-connect/testflight';
import { phase, rowOf, setState, submitted } from './stage.ts';
import type { World } from './stand-in.ts';

export interface TriedMove {
  readonly prepare?: (world: World) => void;
  readonly act: (connect: AppStoreConnect) => Promise<{ readonly did: 'moved' | 'unchanged' }>;
  /** What takes effect, in this order and once. */
  readonly writes: readonly string[];
  /** What takes effect instead when Apple refuses on the way. */
  readonly afterRefusal?: readonly string[];
  /** Whether the world is as asked for. */
  readonly isDone: (world: World) => boolean;
}

const v2 = { appId: 'a', versionId: 'v2' };
const state = (world: World, type: string, id: string, name: string): unknown =>
  world[type]?.find((row) => row.id === id)?.attributes[name];
const versionState = (world: World): unknown => state(world, 'appStoreVersions', 'v2', 'appVersionState');
const phasedState = (world: World): unknown => state(world, 'appStoreVersionPhasedReleases', 'p', 'phasedReleaseState');
const patchPhased = 'PATCH /v1/appStoreVersionPhasedReleases/{id}';
const notes = (world: World): readonly unknown[] =>
  (world['betaBuildLocalizations'] ?? []).map(({ attributes }) => attributes['whatsNew']);

/** Every move, in a world where it can be made. */
export const moves: Readonly<Record<string, TriedMove>> = {
  'create a phased release': {
    act: async (connect) => createPhasedRelease(connect, v2),
    writes: ['POST /v1/appStoreVersionPhasedReleases'],
    isDone: (world) =>
      world['appStoreVersionPhasedReleases']?.map(({ attributes }) => attributes['phasedReleaseState']).join() ===
      'INACTIVE',
  },
  pause: {
    prepare: phase('ACTIVE'),
    act: async (connect) => changePhasedRelease(connect, 'v2', 'pause'),
    writes: [patchPhased],
    isDone: (world) => phasedState(world) === 'PAUSED',
  },
  resume: {
    prepare: phase('PAUSED'),
    act: async (connect) => changePhasedRelease(connect, 'v2', 'resume'),
    writes: [patchPhased],
    isDone: (world) => phasedState(world) === 'ACTIVE',
  },
  complete: {
    prepare: phase('ACTIVE'),
    act: async (connect) => changePhasedRelease(connect, 'v2', 'complete'),
    writes: [patchPhased],
    isDone: (world) => phasedState(world) === 'COMPLETE',
  },
  release: {
    prepare: setState('PENDING_DEVELOPER_RELEASE'),
    act: async (connect) => releaseVersion(connect, 'v2'),
    writes: ['POST /v1/appStoreVersionReleaseRequests'],
    isDone: (world) => versionState(world) === 'PROCESSING_FOR_DISTRIBUTION',
  },
  'set the release type': {
    act: async (connect) =>
      setReleaseType(connect, 'v2', { releaseType: 'SCHEDULED', earliestRelease: Date.parse('2026-12-01T08:00:00Z') }),
    writes: ['PATCH /v1/appStoreVersions/{id}'],
    isDone: (world) =>
      state(world, 'appStoreVersions', 'v2', 'releaseType') === 'SCHEDULED' &&
      state(world, 'appStoreVersions', 'v2', 'earliestReleaseDate') === '2026-12-01T08:00:00.000Z',
  },
  'attach a build': {
    act: async (connect) => attachBuild(connect, 'v2', 'b2'),
    writes: ['PATCH /v1/appStoreVersions/{id}'],
    isDone: (world) => rowOf(world, 'appStoreVersions', 'v2').to['build'] === 'b2',
  },
  'submit for review': {
    act: async (connect) => submitForReview(connect, v2),
    writes: ['POST /v1/reviewSubmissions', 'POST /v1/reviewSubmissionItems', 'PATCH /v1/reviewSubmissions/{id}'],
    afterRefusal: [
      'POST /v1/reviewSubmissions',
      'POST /v1/reviewSubmissionItems',
      'DELETE /v1/reviewSubmissionItems/{id}',
      'POST /v1/reviewSubmissionItems',
      'PATCH /v1/reviewSubmissions/{id}',
    ],
    isDone: (world) =>
      versionState(world) === 'WAITING_FOR_REVIEW' &&
      world['reviewSubmissions']?.length === 1 &&
      world['reviewSubmissionItems']?.length === 1,
  },
  'cancel a submission': {
    prepare: submitted('WAITING_FOR_REVIEW', 'WAITING_FOR_REVIEW'),
    act: async (connect) => cancelSubmission(connect, v2),
    writes: ['PATCH /v1/reviewSubmissions/{id}'],
    isDone: (world) => {
      const [submission] = world['reviewSubmissions'] ?? [];
      return submission?.attributes['state'] === 'CANCELING' && submission.later !== undefined;
    },
  },
  'withdraw a draft': {
    prepare: submitted('READY_FOR_REVIEW', 'READY_FOR_REVIEW'),
    act: async (connect) => cancelSubmission(connect, v2),
    writes: ['DELETE /v1/reviewSubmissionItems/{id}'],
    isDone: (world) => versionState(world) === 'PREPARE_FOR_SUBMISSION' && world['reviewSubmissionItems']?.length === 0,
  },
  'add to groups': {
    act: async (connect) => addToGroups(connect, { appId: 'a', buildId: 'b1' }, ['Staff', 'Friends', 'Press']),
    writes: ['POST /v1/builds/{id}/relationships/betaGroups'],
    isDone: (world) => JSON.stringify(rowOf(world, 'builds', 'b1').to['betaGroups']) === '["g2","g3"]',
  },
  'write notes for testers': {
    act: async (connect) => setWhatToTest(connect, 'b1', 'en-US', 'Try the map.'),
    writes: ['POST /v1/betaBuildLocalizations'],
    isDone: (world) => notes(world).join() === 'Try the map.',
  },
  'change notes for testers': {
    prepare: (world) => {
      world['betaBuildLocalizations'] = ['de-DE', 'es-ES', 'en-US'].map((locale) => ({
        id: `l-${locale}`,
        attributes: { locale, whatsNew: 'old' },
        to: { build: 'b1' },
      }));
    },
    act: async (connect) => setWhatToTest(connect, 'b1', 'en-US', 'Try the map.'),
    writes: ['PATCH /v1/betaBuildLocalizations/{id}'],
    isDone: (world) => notes(world).join() === 'old,old,Try the map.',
  },
  'submit for beta review': {
    act: async (connect) => submitForBetaReview(connect, 'b1'),
    writes: ['POST /v1/betaAppReviewSubmissions'],
    isDone: (world) => state(world, 'buildBetaDetails', 'beta-b1', 'externalBuildState') === 'WAITING_FOR_BETA_REVIEW',
  },
  expire: {
    act: async (connect) => expireBuild(connect, 'b1'),
    writes: ['PATCH /v1/builds/{id}'],
    isDone: (world) => state(world, 'builds', 'b1', 'expired') === true,
  },
  'set the export compliance': {
    act: async (connect) => setExportCompliance(connect, 'b1', false),
    writes: ['PATCH /v1/builds/{id}'],
    isDone: (world) => state(world, 'builds', 'b1', 'usesNonExemptEncryption') === false,
  },
};
