import type { Answer } from '../../base/routes.ts';
import { applyContent } from '../commit.ts';
import { checkEdit } from '../commit-rules.ts';
import { errorAnswer, refuse } from '../refusals.ts';
import { isInReview, sendsAutomatically } from '../review.ts';
import { ACCESS, APP, DOCS, EDIT, inApp, inEdit, type AppCall, type EditCall, type PlayRoute } from '../routing.ts';
import { nextId, type Edit } from '../state.ts';

const BEHAVIORS = [
  undefined,
  'CHANGES_IN_REVIEW_BEHAVIOR_TYPE_UNSPECIFIED',
  'CANCEL_IN_REVIEW_AND_SUBMIT',
  'ERROR_IF_IN_REVIEW',
];

/** @param lifetime of an edit in ms: Google tells it with every edit, and documents no figure. */
export function createEditRoutes(lifetime: number): PlayRoute[] {
  return [
    {
      operation: 'edits.insert',
      method: 'POST',
      path: `${APP}/edits`,
      needs: ACCESS,
      source: `${DOCS}/edits/insert; one open edit for each user and app: https://developers.google.com/android-publisher/concurrency-considerations`,
      handler: inApp((call) => insertEdit(call, lifetime)),
    },
    {
      operation: 'edits.validate',
      method: 'POST',
      path: `${EDIT}:validate`,
      needs: ACCESS,
      source: `${DOCS}/edits/validate`,
      handler: inEdit(({ app, content, edit }) => {
        checkEdit(app, content);
        return { status: 200, body: renderEdit(edit) };
      }),
    },
    {
      operation: 'edits.commit',
      method: 'POST',
      path: `${EDIT}:commit`,
      needs: ACCESS,
      source: `${DOCS}/edits/commit`,
      handler: inEdit(commitEdit),
    },
    {
      operation: 'edits.get',
      method: 'GET',
      path: EDIT,
      needs: ACCESS,
      source: `${DOCS}/edits/get`,
      handler: inEdit(({ edit }) => ({ status: 200, body: renderEdit(edit) })),
    },
    {
      operation: 'edits.delete',
      method: 'DELETE',
      path: EDIT,
      needs: ACCESS,
      source: `${DOCS}/edits/delete; what was uploaded to it is lost: https://developers.google.com/android-publisher/edits`,
      handler: inEdit(({ edit }) => {
        edit.status = 'deleted';
        return { status: 204 };
      }),
    },
  ];
}

function insertEdit({ state, app, actor, now }: AppCall, lifetime: number): Answer {
  for (const other of Object.values(state.edits)) {
    const isOpen = other.status === 'open' && now < other.expiresAt;
    if (isOpen && other.owner === actor && other.packageName === app.packageName) other.status = 'deleted';
  }
  const edit: Edit = {
    id: `${nextId(state)}`.padStart(20, '0'),
    packageName: app.packageName,
    owner: actor,
    base: app.revision,
    // Whole seconds, since that is how the caller is told.
    expiresAt: Math.floor((now + lifetime) / 1_000) * 1_000,
    status: 'open',
    content: structuredClone(app.content),
  };
  state.edits[edit.id] = edit;
  return { status: 200, body: renderEdit(edit) };
}

function commitEdit({ state, app, edit, content, query, now }: EditCall): Answer {
  const behavior = query['changesInReviewBehavior'];
  if (!BEHAVIORS.includes(behavior)) {
    throw refuse('INVALID_ARGUMENT', `Invalid value at 'changes_in_review_behavior': "${behavior ?? ''}"`);
  }
  checkEdit(app, content);
  const holdsBack = query['changesNotSentForReview'] === 'true';
  // Both: https://github.com/r0adkll/upload-google-play/issues/228
  if (holdsBack && sendsAutomatically(app, now)) {
    throw refuse(
      'INVALID_ARGUMENT',
      'Changes are sent for review automatically. The query parameter changesNotSentForReview must not be set.',
    );
  }
  if (!holdsBack && !sendsAutomatically(app, now)) {
    throw refuse(
      'INVALID_ARGUMENT',
      'Changes cannot be sent for review automatically. Please set the query parameter changesNotSentForReview to true. Once committed, the changes in this edit can be sent for review from the Google Play Console UI.',
    );
  }
  if (behavior === 'ERROR_IF_IN_REVIEW' && isInReview(app, now)) return alreadyInReview(edit);
  applyContent(state, app, content, now, !holdsBack);
  edit.status = 'committed';
  return { status: 200, body: renderEdit(edit) };
}

/** The sample at https://developers.google.com/android-publisher/api-ref/rest/v3/edits/commit#changes_in_review_error_message_sample. */
function alreadyInReview(edit: Edit): Answer {
  return errorAnswer(
    'FAILED_PRECONDITION',
    'You already have changes in review. Cancel this review or wait for it to complete before you try again. See https://developers.google.com/android-publisher/api-ref/rest/v3/applications.tracks.releases',
    {
      details: [
        {
          '@type': 'type.googleapis.com/google.rpc.ErrorInfo',
          reason: 'CHANGES_ALREADY_IN_REVIEW',
          domain: 'googleapis.com',
          metadata: { editId: edit.id, method: 'edits.commit' },
        },
      ],
    },
  );
}

function renderEdit({ id, expiresAt }: Edit): Record<string, unknown> {
  return { id, expiryTimeSeconds: `${expiresAt / 1_000}` };
}
