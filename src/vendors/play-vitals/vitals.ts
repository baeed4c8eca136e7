import type { Bucket, Report, Unit } from '#health/report';
import { formatDuration } from '#kit/duration';
import { VendorError } from '#kit/errors';
import { kitMessages } from '#kit/messages';
import type { Message } from '#kit/messages';
import { list, record, text } from '#kit/shapes';
import type { PlayVitals } from './client.ts';
import { toBaseline, toTally } from './counts.ts';
import { playVitalsMessages } from './messages.ts';
import { rowsShape } from './rows.ts';
import type { Row } from './rows.ts';
import { endOf, startOf, timePoint, writeTimePoint } from './time-points.ts';
import type { Period } from './time-points.ts';

/** Rates by metric set. "User-perceived" leaves out what happens in the background; Google's own limits are for those. */
const metricSets = {
  crashRate: 'crashRateMetricSet',
  userPerceivedCrashRate: 'crashRateMetricSet',
  anrRate: 'anrRateMetricSet',
  userPerceivedAnrRate: 'anrRateMetricSet',
} as const;

export type VitalsMetric = keyof typeof metricSets;

/** What is asked of one version. */
export interface VitalsQuestion {
  readonly metric: VitalsMetric;
  /** Hours to decide by; days for the long look, since they come days later. */
  readonly period: Period;
  /** Milliseconds since the epoch; the hour or day that holds `start` is the first, `end` is exclusive. */
  readonly start: number;
  readonly end: number;
  readonly versionCode: number;
  /** The version that most users had before, counted in the same hours. */
  readonly previous?: number;
  /** `testers` for versions on testing tracks, of which the others tell nothing. */
  readonly cohort: 'users' | 'testers';
}

export interface VitalsAnswer {
  readonly report: Report;
  /** Of one bucket: users of one hour, or of one day. Hours must not be summed to days. */
  readonly unit: Extract<Unit, 'user-hour' | 'user-day'>;
  /** Set while the feed stands still: nothing newer came for longer than it ever takes. */
  readonly stalled: Message | null;
}

const cohorts = { users: 'OS_PUBLIC', testers: 'APP_TESTERS' } as const;
const hourMs = 3_600_000;

/**
 * Age of the newest figures at which a feed counts as standing still. Google documents no lag: six hours are the oldest that a gate
 * decides by, three more what hourly figures may need; days come two to three days late.
 */
const stalledAfterMs: Readonly<Record<Period, number>> = { HOURLY: 9 * hourMs, DAILY: 96 * hourMs };

/**
 * Crashes or ANRs of a version as buckets for a gate. What Google does not tell is missing in them: hours with too few users, and
 * everything after `freshUntil`. So no data stays no data.
 * @throws ConfigurationError (`play-vitals-…`) or VendorError: whoever asks has no data then.
 */
export async function askVitals(vitals: PlayVitals, question: VitalsQuestion): Promise<VitalsAnswer> {
  const { metric, period, versionCode, previous } = question;
  const freshUntil = await readFreshness(vitals, metric, period);
  const unit = period === 'HOURLY' ? 'user-hour' : 'user-day';
  const stalled = describeStall(vitals, metric, period, freshUntil);
  if (stalled !== null) vitals.log.info(stalled.text);
  const from = startOf(period, question.start);
  // Later than the freshness is an error to Google, and an hour that is not over would be taken for a whole one.
  const to = Math.min(startOf(period, question.end), freshUntil);
  if (to <= from) return { report: { buckets: [], freshUntil }, unit, stalled };
  const rows = await readRows(vitals, question, from, to);
  const before = new Map(rows.filter((row) => row.versionCode === previous).map((row) => [row.start, row]));
  const buckets = rows
    .filter((row) => row.versionCode === versionCode)
    .map((row): Bucket => {
      const other = before.get(row.start);
      return {
        start: row.start,
        end: endOf(period, row.start),
        ...toTally(row),
        ...(other === undefined ? {} : { previous: toBaseline(other) }),
      };
    });
  return { report: { buckets: buckets.toSorted((one, other) => one.start - other.start), freshUntil }, unit, stalled };
}

/** The end, exclusive, of what is there to be asked for. */
async function readFreshness(vitals: PlayVitals, metric: VitalsMetric, period: Period): Promise<number> {
  const entry = record({ aggregationPeriod: text(40), latestEndTime: (value: unknown) => value }, 'ignored');
  const shape = record({ freshnessInfo: record({ freshnesses: list(entry) }, 'ignored') }, 'ignored');
  return vitals.describe(metricSets[metric], (value, where) => {
    const { freshnesses } = shape(value, where).freshnessInfo;
    const own = freshnesses.find(({ aggregationPeriod }) => aggregationPeriod === period);
    if (own === undefined) throw new SyntaxError(`it does not tell how far its ${period} figures reach`);
    // From a feed that is ahead of the time nothing could ever become stale.
    return Math.min(timePoint(period)(own.latestEndTime, 'latestEndTime'), startOf(period, vitals.clock.now()));
  });
}

async function readRows(
  vitals: PlayVitals,
  { metric, period, versionCode, previous, cohort }: VitalsQuestion,
  from: number,
  to: number,
): Promise<readonly Row[]> {
  const versions = previous === undefined ? [versionCode] : [versionCode, previous];
  const body = {
    timelineSpec: {
      aggregationPeriod: period,
      startTime: writeTimePoint(period, from),
      endTime: writeTimePoint(period, to),
    },
    dimensions: ['versionCode'],
    metrics: [metric, 'distinctUsers'],
    filter: versions.map((code) => `versionCode = ${code}`).join(' OR '),
    userCohort: cohorts[cohort],
  };
  const rows = new Map<string, Row>();
  for await (const page of vitals.query(metricSets[metric], body, rowsShape(metric, period))) {
    for (const row of page) {
      const key = `${row.versionCode} ${row.start}`;
      const isMeant = versions.includes(row.versionCode) && row.start >= from && row.start < to;
      if (!isMeant || rows.has(key)) {
        const why = isMeant ? 'there are two rows for the same version and time' : 'a row is none of those asked for';
        throw unreadable(metricSets[metric], why);
      }
      rows.set(key, row);
    }
  }
  return [...rows.values()];
}

function unreadable(metricSet: string, why: string): VendorError {
  const [vendor, operation] = ['Play Developer Reporting', `query the ${metricSet}`];
  const note = kitMessages['vendor-unreadable'](vendor, operation, why);
  return new VendorError(note, { vendor, operation, attempts: 1, ambiguous: false });
}

function describeStall(vitals: PlayVitals, metric: string, period: Period, freshUntil: number): Message | null {
  const age = vitals.clock.now() - freshUntil;
  if (age <= stalledAfterMs[period]) return null;
  const until = new Date(freshUntil).toISOString().replace(/:00\.000Z$/, 'Z');
  return playVitalsMessages['play-vitals-stalled'](metric, until, formatDuration(age));
}
