import { isDeepStrictEqual } from 'node:util';
import { findSame, liveTrack } from './release-changes.ts';
import { batchState, lifecycleOf, sendForReview } from './review.ts';
import { nextId, type Content, type PlayApp, type PlayState, type Release, type Track } from './state.ts';

/**
 * Makes an edit's content that of the app. What users have not seen before goes into a batch; a change to a release that is
 * with users (a fraction raised, a halt, a completion) takes effect at once.
 *
 * @param send whether the commit sends everything for review that waits, and starts again what is in review
 */
export function applyContent(state: PlayState, app: PlayApp, content: Content, now: number, send: boolean): void {
  const batch = `b${nextId(state)}`;
  app.batches[batch] = { state: 'not-sent' };
  const tracks = content.tracks.map((track) => toLive(app, track, batch, now));
  const isNew =
    tracks.some(({ releases }) => releases.some((release) => release.batch === batch)) ||
    !(['listings', 'images', 'details'] as const).every((part) => isDeepStrictEqual(content[part], app.content[part]));
  if (!isNew) app.batches = Object.fromEntries(Object.entries(app.batches).filter(([id]) => id !== batch));
  app.content = { ...structuredClone(content), tracks };
  app.revision += 1;
  if (send) sendForReview(app, now, ['not-sent', 'in-review']);
}

function toLive(app: PlayApp, track: Track, batch: string, now: number): Track {
  const live = liveTrack(app, track.name);
  const isKnown = (release: Release): boolean => {
    const same = findSame(live?.releases ?? [], release) ?? findSame(live?.history ?? [], release);
    return same !== undefined && same.status !== 'draft';
  };
  const releases = track.releases.map((release) =>
    release.status === 'draft' || isKnown(release) ? release : { ...release, batch },
  );
  if (!releases.some((release) => release.batch === batch)) return { ...track, releases };
  // What users have until the new one is published; those who waited already wait for this batch now.
  const waiting = (live?.replaced ?? []).filter(({ by }) => batchState(app, by, now) !== 'published');
  const replaced = (live?.releases ?? [])
    .filter((one) => findSame(releases, one) === undefined && lifecycleOf(app, one, now) === 'PUBLISHED')
    .concat(waiting.map(({ release }) => release));
  return { ...track, releases, replaced: replaced.map((release) => ({ release, by: batch })) };
}
