import { readDocument, type Document } from '../bodies.ts';
import { invalidAttribute, invalidRelationship, refuse, wrongState } from '../refusals.ts';
import { APPLE } from '../resources/rows.ts';
import { REVIEW_ITEMS } from '../resources/versions.ts';
import { findLacks } from '../review-requirements.ts';
import {
  addItem,
  cancel,
  CANCELLABLE,
  createSubmission,
  findSubmissionOf,
  IN_PROGRESS,
  openItems,
  prepareVersion,
  removeItem,
  submit,
  takeOut,
} from '../review.ts';
import { answerWith, DONE, inCall, requireResource, type AscRoute, type Call } from '../routing.ts';
import { findAll, getResource, type Platform, type ReviewSubmission, type Version } from '../state.ts';
import { EDITABLE, getVersion } from '../version-states.ts';

const THINGS = Object.keys(REVIEW_ITEMS.relationships).filter((name) => name !== 'appStoreVersion');

export const REVIEW_ROUTES: readonly AscRoute[] = [
  {
    operation: 'reviewSubmissions_createInstance',
    method: 'POST',
    path: '/v1/reviewSubmissions',
    needs: { task: 'release' },
    source: `${APPLE}/post-v1-reviewsubmissions`,
    handler: inCall((call) => {
      const { attributes, to } = readDocument(call, {
        type: 'reviewSubmissions',
        optional: ['platform'],
        relationships: { app: 'apps' },
      });
      const platform = (attributes['platform'] ?? 'IOS') as Platform;
      return answerWith(call, 201, 'reviewSubmissions', createSubmission(call.state, to['app'] ?? '', platform));
    }),
  },
  {
    operation: 'reviewSubmissions_updateInstance',
    method: 'PATCH',
    path: '/v1/reviewSubmissions/{id}',
    needs: { task: 'release' },
    source: `${APPLE}/patch-v1-reviewsubmissions-_id_`,
    handler: inCall((call) => {
      const submission = requireResource(call, 'reviewSubmissions', call.id);
      const { attributes } = readDocument(call, {
        type: 'reviewSubmissions',
        optional: ['platform', 'submitted', 'canceled'],
      });
      if (attributes['canceled'] === true) cancelSubmission(call, submission);
      else if (attributes['submitted'] === true) sendSubmission(call, submission);
      return answerWith(call, 200, 'reviewSubmissions', submission);
    }),
  },
  {
    operation: 'reviewSubmissionItems_createInstance',
    method: 'POST',
    path: '/v1/reviewSubmissionItems',
    needs: { task: 'release' },
    source: `${APPLE}/post-v1-reviewsubmissionitems`,
    handler: inCall((call) => {
      const document = readDocument(call, {
        type: 'reviewSubmissionItems',
        relationships: { reviewSubmission: 'reviewSubmissions', appStoreVersion: 'appStoreVersions?' },
        strangers: THINGS,
      });
      const submission = getResource(call.state, 'reviewSubmissions', document.to['reviewSubmission'] ?? '');
      if (submission.attributes.state !== 'READY_FOR_REVIEW') {
        throw refuse(wrongState('Items cannot be added to a submission that was submitted.'));
      }
      const what = readThing(call, submission, document);
      return answerWith(call, 201, 'reviewSubmissionItems', addItem(call.state, submission, what, call.now));
    }),
  },
  {
    operation: 'reviewSubmissionItems_updateInstance',
    method: 'PATCH',
    path: '/v1/reviewSubmissionItems/{id}',
    needs: { task: 'release' },
    source: `${APPLE}/patch-v1-reviewsubmissionitems-_id_`,
    handler: inCall((call) => {
      const item = requireResource(call, 'reviewSubmissionItems', call.id);
      const { attributes } = readDocument(call, {
        type: 'reviewSubmissionItems',
        optional: ['resolved', 'removed'],
      });
      if (item.attributes.state !== 'REJECTED') {
        throw refuse(wrongState('Only an item that was rejected can be resolved or removed.'));
      }
      if (attributes['removed'] === true) {
        removeItem(call.state, item, call.now);
      } else if (attributes['resolved'] === true) {
        item.attributes.state = 'READY_FOR_REVIEW';
        if (item.to.appStoreVersion !== null) {
          const version = getVersion(call.state, item.to.appStoreVersion);
          requireComplete(call, version);
          prepareVersion(call.state, version, call.now);
        }
      }
      return answerWith(call, 200, 'reviewSubmissionItems', item);
    }),
  },
  {
    operation: 'reviewSubmissionItems_deleteInstance',
    method: 'DELETE',
    path: '/v1/reviewSubmissionItems/{id}',
    needs: { task: 'release' },
    source: `${APPLE}/delete-v1-reviewsubmissionitems-_id_`,
    handler: inCall((call) => {
      const item = requireResource(call, 'reviewSubmissionItems', call.id);
      const { state } = getResource(call.state, 'reviewSubmissions', item.to.reviewSubmission).attributes;
      if (state !== 'READY_FOR_REVIEW') throw refuse(wrongState('Item was already submitted'));
      takeOut(call.state, item);
      return DONE;
    }),
  },
];

function readThing(
  call: Call,
  submission: ReviewSubmission,
  { to }: Document,
): { readonly version: Version } | { readonly otherThing: string } {
  const otherThing = THINGS.find((name) => to[name] !== undefined);
  const versionId = to['appStoreVersion'];
  if (otherThing !== undefined && versionId === undefined) return { otherThing };
  if (otherThing !== undefined || typeof versionId !== 'string') {
    throw refuse(invalidRelationship('appStoreVersion', 'An item is exactly one thing that can be reviewed.'));
  }
  const version = getVersion(call.state, versionId);
  if (findSubmissionOf(call.state, versionId) !== undefined) {
    throw refuse({
      ...wrongState('The item is part of another submission.'),
      code: 'STATE_ERROR.ITEM_PART_OF_ANOTHER_SUBMISSION',
    });
  }
  if (version.attributes.platform !== submission.attributes.platform || version.to.app !== submission.to.app) {
    throw refuse(
      invalidRelationship('appStoreVersion', 'The version is not of the app and the platform of the submission.'),
    );
  }
  requireComplete(call, version);
  return { version };
}

/** https://github.com/fastlane/fastlane/issues/21482 quotes title and detail; the reasons stand beside them. */
function requireComplete({ state }: Call, version: Version): void {
  const { id } = version;
  const associated = EDITABLE.includes(version.attributes.appVersionState)
    ? findLacks(state, version)
    : { [`/v1/appStoreVersions/${id}`]: [wrongState('The version is not in a state in which it can be submitted.')] };
  if (Object.keys(associated).length === 0) return;
  throw refuse({
    ...wrongState('This resource cannot be reviewed, please check associated errors to see why.', {
      title: `appStoreVersions with id '${id}' is not in valid state.`,
    }),
    associated,
  });
}

function cancelSubmission({ state, now }: Call, submission: ReviewSubmission): void {
  if (!CANCELLABLE.includes(submission.attributes.state)) {
    throw refuse(wrongState('Resource is not in cancellable state'));
  }
  cancel(state, submission, now);
}

function sendSubmission({ state, now }: Call, submission: ReviewSubmission): void {
  const { id, attributes, to } = submission;
  if (attributes.state !== 'READY_FOR_REVIEW' && attributes.state !== 'UNRESOLVED_ISSUES') {
    throw refuse(invalidAttribute('submitted', 'The submission was submitted already.'));
  }
  const items = openItems(state, id);
  if (items.length === 0) throw refuse(wrongState('There are no items to be reviewed in this submission.'));
  if (items.some((item) => item.attributes.state === 'REJECTED')) {
    throw refuse(wrongState('The submission has items with unresolved issues.'));
  }
  const versions = items.flatMap((item) => item.to.appStoreVersion ?? []).map((one) => getVersion(state, one));
  // Two may be under way at a time, one with a version and one without: https://developer.apple.com/help/app-store-connect/manage-submissions-to-app-review/overview-of-submitting-for-review.
  const other = findAll(
    state,
    'reviewSubmissions',
    (one) =>
      one.id !== id &&
      one.to.app === to.app &&
      one.attributes.platform === attributes.platform &&
      IN_PROGRESS.includes(one.attributes.state) &&
      openItems(state, one.id).some((item) => item.to.appStoreVersion !== null) === versions.length > 0,
  )[0];
  if (other !== undefined) {
    throw refuse(
      wrongState(`There is another reviewSubmissions with id ${other.id} still in progress.`, {
        title: 'Resource state invalid',
      }),
    );
  }
  if (versions.some((version) => version.attributes.appVersionState !== 'READY_FOR_REVIEW')) {
    throw refuse(wrongState('Version is not ready to be submitted yet, please try again later.'));
  }
  submit(state, submission, now);
}
