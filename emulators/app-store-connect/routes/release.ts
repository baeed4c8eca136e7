import { readDocument } from '../bodies.ts';
import { createDeletion } from '../deletions.ts';
import { PAUSE_BUDGET, pausedTime } from '../phase-days.ts';
import { completePhase, createPhase, findPhase, pausePhase, resumePhase } from '../phased-releases.ts';
import { invalidAttribute, invalidRelationship, refuse, wrongState } from '../refusals.ts';
import { startDistribution } from '../release.ts';
import { APPLE } from '../resources/rows.ts';
import { cancel, CANCELLABLE, findSubmissionOf } from '../review.ts';
import { answerWith, DONE, inCall, requireResource, type AscRoute, type Call } from '../routing.ts';
import { nextId, type PhasedRelease, type PhasedState, type VersionState } from '../state.ts';
import { getVersion, isFirst, SETTLED } from '../version-states.ts';
import { rejectByDeveloper } from '../version-submissions.ts';

export const RELEASE_ROUTES: readonly AscRoute[] = [
  {
    operation: 'appStoreVersionReleaseRequests_createInstance',
    method: 'POST',
    path: '/v1/appStoreVersionReleaseRequests',
    needs: { task: 'release' },
    source: `${APPLE}/post-v1-appstoreversionreleaserequests`,
    handler: inCall((call) => {
      const { to } = readDocument(call, {
        type: 'appStoreVersionReleaseRequests',
        relationships: { appStoreVersion: 'appStoreVersions' },
      });
      const appStoreVersion = to['appStoreVersion'] ?? '';
      const { appVersionState } = getVersion(call.state, appStoreVersion).attributes;
      if (appVersionState !== 'PENDING_DEVELOPER_RELEASE') {
        throw refuse(wrongState('The version is not in a state in which it can be released.'));
      }
      startDistribution(call.state, appStoreVersion, call.now);
      const released = { id: nextId(call.state), attributes: {}, to: { appStoreVersion } };
      call.state.tables.appStoreVersionReleaseRequests[released.id] = released;
      return answerWith(call, 201, 'appStoreVersionReleaseRequests', released);
    }),
  },
  {
    operation: 'appStoreVersionSubmissions_deleteInstance',
    method: 'DELETE',
    path: '/v1/appStoreVersionSubmissions/{id}',
    needs: { task: 'release' },
    source: `${APPLE}/delete-v1-appstoreversionsubmissions-_id_`,
    handler: inCall((call) => {
      const { to } = requireResource(call, 'appStoreVersionSubmissions', call.id);
      const version = getVersion(call.state, to.appStoreVersion);
      const submission = findSubmissionOf(call.state, version.id);
      // A user reports it of a version that was approved and waited for its developer.
      if (PENDING.includes(version.attributes.appVersionState)) rejectByDeveloper(call.state, version);
      else if (submission !== undefined && CANCELLABLE.includes(submission.attributes.state)) {
        cancel(call.state, submission, call.now);
      } else throw refuse(wrongState('The version cannot be removed from review in its current state.'));
      return DONE;
    }),
  },
  {
    operation: 'appStoreVersionPhasedReleases_createInstance',
    method: 'POST',
    path: '/v1/appStoreVersionPhasedReleases',
    needs: { task: 'release' },
    source: `${APPLE}/post-v1-appstoreversionphasedreleases`,
    handler: inCall((call) => {
      const { attributes, to } = readDocument(call, {
        type: 'appStoreVersionPhasedReleases',
        optional: ['phasedReleaseState'],
        relationships: { appStoreVersion: 'appStoreVersions' },
      });
      const version = getVersion(call.state, to['appStoreVersion'] ?? '');
      if ((attributes['phasedReleaseState'] ?? 'INACTIVE') !== 'INACTIVE') {
        throw refuse(invalidAttribute('phasedReleaseState', 'A phased release begins INACTIVE.'));
      }
      // The same page: an update only, and before it is out.
      if (isFirst(call.state, version)) {
        throw refuse(
          invalidRelationship('appStoreVersion', 'The first version of an app cannot be released in phases.'),
        );
      }
      if (SETTLED.includes(version.attributes.appVersionState)) {
        throw refuse(invalidRelationship('appStoreVersion', 'The version has been released already.'));
      }
      if (findPhase(call.state, version.id) !== undefined) {
        throw refuse(invalidRelationship('appStoreVersion', 'The version has a phased release already.'));
      }
      return answerWith(call, 201, 'appStoreVersionPhasedReleases', createPhase(call.state, version.id));
    }),
  },
  {
    operation: 'appStoreVersionPhasedReleases_updateInstance',
    method: 'PATCH',
    path: '/v1/appStoreVersionPhasedReleases/{id}',
    needs: { task: 'release' },
    source: `${APPLE}/patch-v1-appstoreversionphasedreleases-_id_`,
    handler: inCall((call) => {
      const phase = requireResource(call, 'appStoreVersionPhasedReleases', call.id);
      const { attributes } = readDocument(call, {
        type: 'appStoreVersionPhasedReleases',
        optional: ['phasedReleaseState'],
      });
      const wanted = attributes['phasedReleaseState'] as PhasedState | null | undefined;
      if (wanted !== undefined && wanted !== null) movePhase(call, phase, wanted);
      return answerWith(call, 200, 'appStoreVersionPhasedReleases', phase);
    }),
  },
  createDeletion('appStoreVersionPhasedReleases', 'release', (_call, phase) => {
    if (phase.attributes.phasedReleaseState !== 'INACTIVE') {
      throw refuse(wrongState('A phased release that has started cannot be deleted.'));
    }
  }),
];

const PENDING: readonly VersionState[] = ['PENDING_DEVELOPER_RELEASE', 'PENDING_APPLE_RELEASE'];

/** Moves that a caller may ask for: from, to, and what it does. */
const MOVES: Readonly<Record<string, typeof pausePhase>> = {
  'ACTIVE PAUSED': pausePhase,
  'PAUSED ACTIVE': resumePhase,
  'ACTIVE COMPLETE': completePhase,
  'PAUSED COMPLETE': completePhase,
};

/** The words of the first two refusals are Apple's (https://github.com/tramlinehq/applelink); the others are not known. */
function movePhase({ state, now }: Call, phase: PhasedRelease, wanted: PhasedState): void {
  const current = phase.attributes.phasedReleaseState;
  const no = (detail: string): Error => refuse(invalidAttribute('phasedReleaseState', detail));
  if (wanted === current) throw no('The phased release already has this value');
  if (current === 'COMPLETE') throw no('You cannot change the state of a phased release that is in a final state');
  const move = MOVES[`${current} ${wanted}`];
  if (move === undefined) throw no(`A phased release that is ${current} cannot become ${wanted}.`);
  if (wanted === 'PAUSED' && pausedTime(phase, now) >= PAUSE_BUDGET) {
    throw no('The phased release has been paused for 30 days in all.');
  }
  move(state, phase, now);
}
