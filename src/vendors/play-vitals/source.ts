import type { Bucket, Report, Tally, Unit } from '#health/report';
import { formatDuration } from '#kit/duration';
import { ConfigurationError } from '#kit/errors';
import type { Message } from '#kit/messages';
import type { PlayVitals } from './client.ts';
import { readFreshness } from './freshness.ts';
import { measures } from './measures.ts';
import type { Measure } from './measures.ts';
import { vitalsMessages } from './messages.ts';
import { periods } from './periods.ts';
import type { Period } from './periods.ts';
import { readRows } from './rows.ts';
import type { Cohort, Row } from './rows.ts';
import { addTallies, createTallying } from './tallies.ts';

/** What a gate asks. */
export interface VitalsQuestion {
  /** Name of the gate. */
  readonly gate: string;
  /** Those of the release; their users are added up. */
  readonly versionCodes: readonly [number, ...number[]];
  /** Those that most users had before. */
  readonly previous: readonly number[];
  readonly measure: Measure;
  /** "user-hour" or, for the long look, "user-day". */
  readonly unit: Unit;
  /** True on a track for testing. Default: all users of public Android versions, testers among them. */
  readonly testers?: boolean;
  /** From when to when, in milliseconds since the epoch; `end` exclusive. */
  readonly start: number;
  readonly end: number;
}

/**
 * Crashes or ANRs of a release and of those before it, as a gate takes them: one request for how far the figures reach, and one or
 * more for each version code. Hours are those of UTC, days those of Los Angeles; the hour or day in which `start` lies comes along.
 *
 * Google says how far its figures reach, and goes on answering when they no longer advance: only that end tells. Nothing is asked
 * for beyond it, which Google would refuse, and nothing is made up for what is not there: an hour without a row had too few users
 * for Google to show, or none.
 *
 * How rates become counts: tallies.ts. A user who updates is counted in both versions in that hour.
 *
 * @throws ConfigurationError (`vitals-unit-unsupported`); VitalsRefusal; VendorError: whoever asks has no data then.
 */
export async function askVitals(play: PlayVitals, question: VitalsQuestion): Promise<Report> {
  const { gate, versionCodes, previous, measure, unit, testers = false } = question;
  const period = periods[unit];
  if (period === undefined) throw new ConfigurationError(vitalsMessages['vitals-unit-unsupported'](gate, unit));
  const metrics = measures[measure];
  const freshUntil = await readFreshness(play, metrics, period);
  const behind = play.clock.now() - freshUntil;
  if (behind > period.stalledAfterMs) {
    const { set } = metrics;
    tell(play, vitalsMessages['vitals-stalled'](set, period.name, showTime(freshUntil), formatDuration(behind)));
  }
  const span = alignSpan(question, period, freshUntil);
  if (span.start >= span.end) return { buckets: [], freshUntil };

  const cohort: Cohort = testers ? 'APP_TESTERS' : 'OS_PUBLIC';
  const rows: Row[] = [];
  // One after the other: Google documents no quota that many at once would surely keep.
  for (const versionCode of new Set([...versionCodes, ...previous]))
    rows.push(...(await readRows(play, { metrics, period, ...span, versionCode, cohort })));

  const buckets = makeBuckets(rows, question, period);
  if (buckets.length === 0) {
    const codes = `version code ${versionCodes.join(', ')}`;
    tell(play, vitalsMessages['vitals-silent'](codes, cohort, showTime(span.start), showTime(span.end)));
  }
  return { buckets, freshUntil };
}

/** Whole hours or days around what is asked for, up to where the figures reach. */
function alignSpan(
  { start, end }: VitalsQuestion,
  period: Period,
  freshUntil: number,
): { readonly start: number; readonly end: number } {
  const last = period.begin(end);
  return { start: period.begin(start), end: Math.min(last < end ? period.next(last) : last, freshUntil) };
}

function makeBuckets(
  rows: readonly Row[],
  { versionCodes, previous }: VitalsQuestion,
  period: Period,
): readonly Bucket[] {
  const tallyRow = createTallying(rows);
  const tallyAt = (start: number, codes: readonly number[]): Tally | undefined =>
    addTallies(rows.filter((row) => row.start === start && codes.includes(row.versionCode)).map(tallyRow));
  return [...new Set(rows.map(({ start }) => start))]
    .toSorted((one, other) => one - other)
    .flatMap((start) => {
      const own = tallyAt(start, versionCodes);
      if (own === undefined) return [];
      const before = tallyAt(start, previous);
      const bucket = { start, end: period.next(start), ...own };
      return [before === undefined ? bucket : { ...bucket, previous: before }];
    });
}

function tell(play: PlayVitals, { text, cure }: Message): void {
  play.log.info(`${text} ${cure}`);
}

function showTime(at: number): string {
  return new Date(at).toISOString().replace(/:00\.000Z$/, 'Z');
}
