import { writeDate } from './dates.ts';
import { approveVersion } from './release.ts';
import type { ReviewOutcome } from './settings.ts';
import {
  findAll,
  getResource,
  nextId,
  type AscState,
  type Platform,
  type ReviewItem,
  type ReviewSubmission,
  type SubmissionState,
  type Version,
} from './state.ts';
import { schedule, unschedule } from './timers.ts';
import { getVersion, isEditable, setVersionState } from './version-states.ts';
import { markSubmitted, rejectByDeveloper, unmarkSubmitted } from './version-submissions.ts';

/**
 * How a submission passes: https://developer.apple.com/help/app-store-connect/manage-submissions-to-app-review and
 * https://developer.apple.com/documentation/appstoreconnectapi/review-submissions.
 *
 * READY_FOR_REVIEW -submit-> WAITING_FOR_REVIEW -> IN_REVIEW -> COMPLETING -> COMPLETE, or -> UNRESOLVED_ISSUES, from where it is
 * submitted again; CANCELING -> COMPLETE from all three states of a review.
 */
export const IN_PROGRESS: readonly SubmissionState[] = [
  'WAITING_FOR_REVIEW',
  'IN_REVIEW',
  'UNRESOLVED_ISSUES',
  'CANCELING',
  'COMPLETING',
];

export const CANCELLABLE: readonly SubmissionState[] = ['WAITING_FOR_REVIEW', 'IN_REVIEW', 'UNRESOLVED_ISSUES'];

function itemsOf(state: AscState, submissionId: string): ReviewItem[] {
  return findAll(state, 'reviewSubmissionItems', ({ to }) => to.reviewSubmission === submissionId);
}

/** Items that are still part of their submission. */
export function openItems(state: AscState, submissionId: string): ReviewItem[] {
  return itemsOf(state, submissionId).filter(({ attributes }) => attributes.state !== 'REMOVED');
}

/** The submission that a version is part of, in preparation or under review. */
export function findSubmissionOf(state: AscState, versionId: string): ReviewSubmission | undefined {
  return findAll(
    state,
    'reviewSubmissions',
    ({ id, attributes }) =>
      attributes.state !== 'COMPLETE' && openItems(state, id).some(({ to }) => to.appStoreVersion === versionId),
  )[0];
}

/** A draft, with nothing in it yet. */
export function createSubmission(state: AscState, app: string, platform: Platform): ReviewSubmission {
  const submission: ReviewSubmission = {
    id: nextId(state),
    attributes: { platform, submittedDate: null, state: 'READY_FOR_REVIEW' },
    to: { app, appStoreVersionForReview: null },
  };
  state.tables.reviewSubmissions[submission.id] = submission;
  return submission;
}

/** Adds a version, or something else, to a submission. A version is ready a little later. */
export function addItem(
  state: AscState,
  submission: ReviewSubmission,
  what: { readonly version: Version } | { readonly otherThing: string },
  now: number,
): ReviewItem {
  const version = 'version' in what ? what.version : undefined;
  const item: ReviewItem = {
    id: nextId(state),
    attributes: { state: 'READY_FOR_REVIEW' },
    to: { reviewSubmission: submission.id, appStoreVersion: version?.id ?? null },
    otherThing: 'version' in what ? null : what.otherThing,
  };
  state.tables.reviewSubmissionItems[item.id] = item;
  if (version !== undefined) {
    submission.to.appStoreVersionForReview = version.id;
    prepareVersion(state, version, now);
  }
  return item;
}

/** A version gets ready for review. */
export function prepareVersion(state: AscState, version: Version, now: number): void {
  version.stateBefore = version.attributes.appVersionState;
  schedule(state, 'version-added', version.id, now, state.settings.adding);
}

export function finishAdding(state: AscState, versionId: string): void {
  setVersionState(state, getVersion(state, versionId), 'READY_FOR_REVIEW');
}

/** Takes an item out of a submission that was not sent: its version is again what it was. */
export function takeOut(state: AscState, item: ReviewItem): void {
  Reflect.deleteProperty(state.tables.reviewSubmissionItems, item.id);
  const { appStoreVersion, reviewSubmission } = item.to;
  if (appStoreVersion === null) return;
  const version = getVersion(state, appStoreVersion);
  unschedule(state, version.id, 'version-added');
  setVersionState(state, version, version.stateBefore ?? 'PREPARE_FOR_SUBMISSION');
  getResource(state, 'reviewSubmissions', reviewSubmission).to.appStoreVersionForReview = null;
}

export function submit(state: AscState, submission: ReviewSubmission, now: number): void {
  for (const { to } of openItems(state, submission.id)) {
    if (to.appStoreVersion !== null) markSubmitted(state, to.appStoreVersion);
  }
  submission.attributes.submittedDate = writeDate(now);
  moveSubmission(state, submission, 'WAITING_FOR_REVIEW');
  schedule(state, 'review-begins', submission.id, now, state.settings.waiting);
}

export function startReview(state: AscState, submissionId: string, at: number): void {
  const submission = getResource(state, 'reviewSubmissions', submissionId);
  unschedule(state, submissionId);
  moveSubmission(state, submission, 'IN_REVIEW');
  schedule(state, 'review-ends', submissionId, at, state.settings.reviewing);
}

export function finishReview(state: AscState, submissionId: string, at: number): void {
  decide(state, submissionId, state.settings.outcome, at);
}

/** The end of a review. What is no version is approved, unless the outcome is about it. */
export function decide(state: AscState, submissionId: string, outcome: ReviewOutcome, at: number): void {
  unschedule(state, submissionId);
  const items = openItems(state, submissionId);
  const isRejected = ({ to }: ReviewItem): boolean =>
    outcome === 'reject-others' ? to.appStoreVersion === null : outcome !== 'approve' && to.appStoreVersion !== null;
  if (!items.some(isRejected)) {
    approveAll(state, submissionId, at);
    return;
  }
  for (const item of items) {
    const fallsShort = isRejected(item);
    item.attributes.state = fallsShort ? 'REJECTED' : 'ACCEPTED';
    if (item.to.appStoreVersion === null) continue;
    const version = getVersion(state, item.to.appStoreVersion);
    const rejected = outcome === 'reject' ? 'REJECTED' : 'METADATA_REJECTED';
    setVersionState(state, version, fallsShort ? rejected : 'ACCEPTED');
    if (fallsShort) unmarkSubmitted(state, version.id);
  }
  getResource(state, 'reviewSubmissions', submissionId).attributes.state = 'UNRESOLVED_ISSUES';
}

function approveAll(state: AscState, submissionId: string, at: number): void {
  for (const item of openItems(state, submissionId)) {
    item.attributes.state = 'APPROVED';
    if (item.to.appStoreVersion !== null) approveVersion(state, getVersion(state, item.to.appStoreVersion), at);
  }
  getResource(state, 'reviewSubmissions', submissionId).attributes.state = 'COMPLETING';
  schedule(state, 'submission-completes', submissionId, at, state.settings.completing);
}

/**
 * An item that was rejected leaves its submission. What is left is published if all of it was accepted:
 * https://developer.apple.com/help/app-store-connect/reference/app-and-submission-statuses.
 */
export function removeItem(state: AscState, item: ReviewItem, at: number): void {
  item.attributes.state = 'REMOVED';
  const { reviewSubmission } = item.to;
  const left = openItems(state, reviewSubmission);
  if (left.length === 0) completeSubmission(state, reviewSubmission);
  else if (left.every(({ attributes }) => attributes.state === 'ACCEPTED')) approveAll(state, reviewSubmission, at);
}

export function completeSubmission(state: AscState, submissionId: string): void {
  getResource(state, 'reviewSubmissions', submissionId).attributes.state = 'COMPLETE';
}

/** A cancellation takes time, and until it is over nothing can be edited. */
export function cancel(state: AscState, submission: ReviewSubmission, now: number): void {
  unschedule(state, submission.id);
  submission.attributes.state = 'CANCELING';
  schedule(state, 'cancellation-ends', submission.id, now, state.settings.cancelling);
}

/** https://github.com/rorkai/App-Store-Connect-CLI/issues/1347: the submission is COMPLETE, its item REMOVED, the version DEVELOPER_REJECTED. */
export function endCancellation(state: AscState, submissionId: string): void {
  for (const item of openItems(state, submissionId)) {
    item.attributes.state = 'REMOVED';
    if (item.to.appStoreVersion === null) continue;
    const version = getVersion(state, item.to.appStoreVersion);
    // What Apple has rejected stays rejected.
    if (!isEditable(version)) rejectByDeveloper(state, version);
  }
  completeSubmission(state, submissionId);
}

function moveSubmission(
  state: AscState,
  submission: ReviewSubmission,
  to: Extract<SubmissionState, 'WAITING_FOR_REVIEW' | 'IN_REVIEW'>,
): void {
  submission.attributes.state = to;
  for (const item of openItems(state, submission.id)) {
    if (item.to.appStoreVersion !== null) setVersionState(state, getVersion(state, item.to.appStoreVersion), to);
  }
}
