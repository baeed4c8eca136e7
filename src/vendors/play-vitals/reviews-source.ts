import type { Report } from '#health/report';
import { formatDuration } from '#kit/duration';
import type { Message } from '#kit/messages';
import type { PlayVitals } from './client.ts';
import { vitalsMessages } from './messages.ts';
import { rememberReviews, toReport } from './review-memory.ts';
import type { ReviewMemory, ReviewWindow } from './review-memory.ts';
import { readReviews } from './reviews.ts';

export interface ReviewsAnswer {
  readonly report: Report;
  /** For the next look. */
  readonly memory: ReviewMemory;
}

const weekMs = 7 * 86_400_000;

/**
 * Reviews of a release and of those before it, of this look and of earlier ones. Whoever asks keeps the memory: without it, what
 * is older than a week is forgotten, and data that shrink are invalid.
 * @throws VitalsRefusal; VendorError: whoever asks has no data then, and the memory that it had.
 */
export async function askReviews(play: PlayVitals, window: ReviewWindow, memory: ReviewMemory): Promise<ReviewsAnswer> {
  // Runners differ in their clocks, and a look is not before the one before it.
  const now = Math.max(play.clock.now(), memory.lookedAt ?? 0);
  const tell = ({ text, cure }: Message): void => {
    play.log.info(`${text} ${cure}`);
  };
  const seen = await readReviews(play);
  const pause = now - (memory.lookedAt ?? now);
  if (pause > weekMs) tell(vitalsMessages['play-reviews-gap'](formatDuration(pause)));
  const unattributed = seen.filter(({ versionCode }) => versionCode === null).length;
  if (unattributed > 0) tell(vitalsMessages['play-reviews-unattributed'](unattributed, seen.length));
  const versionCodes = [...window.versionCodes, ...window.previous];
  const { reviews } = rememberReviews(memory, seen, { versionCodes, now });
  return { report: toReport({ reviews, lookedAt: now }, window), memory: { lookedAt: now, reviews } };
}
