import type { Batch, PlayApp, Release, Track } from './state.ts';

/** Values of ReleaseLifecycleState: https://developers.google.com/android-publisher/api-ref/rest/v3/applications.tracks.releases. */
export type Lifecycle =
  'DRAFT' | 'NOT_SENT_FOR_REVIEW' | 'IN_REVIEW' | 'APPROVED_NOT_PUBLISHED' | 'NOT_APPROVED' | 'PUBLISHED';

const LIFECYCLES: Readonly<Record<Batch['state'], Lifecycle>> = {
  'not-sent': 'NOT_SENT_FOR_REVIEW',
  'in-review': 'IN_REVIEW',
  approved: 'APPROVED_NOT_PUBLISHED',
  rejected: 'NOT_APPROVED',
  published: 'PUBLISHED',
};

/** What has become of a batch by now: a review ends by itself. */
export function batchState(app: PlayApp, id: string, now: number): Batch['state'] {
  const batch = app.batches[id];
  if (batch === undefined) return 'published';
  if (batch.state !== 'in-review' || now < (batch.until ?? Infinity)) return batch.state;
  return outcomeOf(app);
}

function outcomeOf({ review }: PlayApp): Batch['state'] {
  if (review.outcome === 'rejected') return 'rejected';
  return review.managedPublishing ? 'approved' : 'published';
}

export function lifecycleOf(app: PlayApp, release: Release, now: number): Lifecycle {
  if (release.status === 'draft') return 'DRAFT';
  return release.batch === undefined ? 'PUBLISHED' : LIFECYCLES[batchState(app, release.batch, now)];
}

/** Writes down which reviews have ended, before anything changes what later ones come to. */
export function settleReviews(app: PlayApp, now: number): void {
  for (const id of Object.keys(app.batches)) {
    const state = batchState(app, id, now);
    if (app.batches[id]?.state !== state) app.batches[id] = { state };
  }
}

export function isInReview(app: PlayApp, now: number): boolean {
  return Object.keys(app.batches).some((id) => batchState(app, id, now) === 'in-review');
}

/** After a rejection nothing is sent for review unless a person sends it. */
export function sendsAutomatically(app: PlayApp, now: number): boolean {
  return !Object.keys(app.batches).some((id) => batchState(app, id, now) === 'rejected');
}

/**
 * Sends batches for review: those that wait, and those in review, which starts again from its beginning.
 *
 * @param states which batches
 */
export function sendForReview(app: PlayApp, now: number, states: readonly Batch['state'][]): void {
  settleReviews(app, now);
  for (const [id, batch] of Object.entries(app.batches)) {
    if (!states.includes(batch.state)) continue;
    app.batches[id] =
      app.review.takes === 0 ? { state: outcomeOf(app) } : { state: 'in-review', until: now + app.review.takes };
  }
}

/** Releases that users get although others have been committed in their place: those wait for a review. */
export function stillServing(app: PlayApp, track: Track, now: number): Release[] {
  return track.replaced.filter(({ by }) => batchState(app, by, now) !== 'published').map(({ release }) => release);
}
