import { writeDate } from './dates.ts';
import { getResource, nextId, type AscState, type BetaReview } from './state.ts';
import { schedule, unschedule } from './timers.ts';

/** WAITING_FOR_REVIEW -> IN_REVIEW -> APPROVED or REJECTED: https://developer.apple.com/documentation/appstoreconnectapi/betareviewstate. */
export function submitForBetaReview(state: AscState, buildId: string, now: number): BetaReview {
  const review: BetaReview = {
    id: nextId(state),
    attributes: { betaReviewState: 'WAITING_FOR_REVIEW', submittedDate: writeDate(now) },
    to: { build: buildId },
  };
  state.tables.betaAppReviewSubmissions[review.id] = review;
  schedule(state, 'beta-review-begins', review.id, now, state.settings.betaWaiting);
  return review;
}

export function startBetaReview(state: AscState, id: string, at: number): void {
  getResource(state, 'betaAppReviewSubmissions', id).attributes.betaReviewState = 'IN_REVIEW';
  schedule(state, 'beta-review-ends', id, at, state.settings.betaReviewing);
}

export function finishBetaReview(state: AscState, id: string): void {
  decideBeta(state, id, state.settings.betaOutcome);
}

export function decideBeta(state: AscState, id: string, outcome: 'approve' | 'reject'): void {
  unschedule(state, id);
  const review = getResource(state, 'betaAppReviewSubmissions', id);
  review.attributes.betaReviewState = outcome === 'approve' ? 'APPROVED' : 'REJECTED';
}
