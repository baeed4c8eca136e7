import type { Report, SourceError } from '#health/report';
import type { ReviewMemory } from '#vendors/play-vitals/review-memory';
import type { Event } from './entries.ts';
import { newReviews } from './review-news.ts';
import type { PlatformState } from './state.ts';

const hourMs = 3_600_000;
/** How often counts are written down where nothing else is. */
export const snapshotEveryMs = 6 * hourMs;
/** Counts older than this have settled, and were written down since: two days, and one snapshot more. */
const settledMs = 54 * hourMs;

export interface Seen {
  readonly reports: Readonly<Record<string, Report | SourceError>>;
  /** Whether tracks were read in an edit. */
  readonly looked: boolean;
  readonly reviews?: ReviewMemory;
  readonly now: number;
}

/**
 * Counts by hour as they are now, so that it can be learned how late they come; and that tracks were read. Every six hours, and
 * only of hours whose counts may still change.
 * @returns undefined while the last one is young
 */
export function takeSnapshot(state: PlatformState, { reports, looked, reviews, now }: Seen): Event | undefined {
  if (now - (state.snapshotAt ?? state.joinedAt) < snapshotEveryMs) return undefined;
  const counts = Object.entries(reports).flatMap(([gate, report]) => {
    if ('error' in report) return [];
    const young = report.buckets.filter(
      ({ start, end }) => end <= now && now - end <= settledMs && start % hourMs === 0 && end - start === hourMs,
    );
    return young.length === 0
      ? []
      : [[gate, young.map(({ start, units, bad }) => [start / hourMs, round(units), round(bad)] as const)] as const];
  });
  return {
    kind: 'snapshot',
    platform: state.platform,
    counts: Object.fromEntries(counts),
    looked,
    ...(reviews === undefined ? {} : { reviews: newReviews(state.reviews, reviews) }),
  };
}

function round(value: number): number {
  return Number(value.toPrecision(6));
}
