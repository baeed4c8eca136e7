import { isRecord } from '../base/data.ts';
import { civilOf, instantOf, type Civil } from './civil-time.ts';
import { PERIODS } from './metric-sets.ts';
import { notEmulated, refuse } from './refusals.ts';
import { DAILY_ZONE, latestEnd, type Period, type Vitals } from './vitals.ts';

/** What a query asks for: rows of a period that start in [from, to), ms since the epoch. */
export interface Timeline {
  readonly period: Period;
  readonly from: number;
  readonly to: number;
}

/** https://developers.google.com/play/developer/reporting/reference/rest/v1beta1/vitals.crashrate: the only zone of each period. */
const ZONES: Readonly<Record<Period, string>> = { HOURLY: 'UTC', DAILY: DAILY_ZONE };

/** Fields that a point of a period must leave unset: https://developers.google.com/play/developer/reporting/reference/rest/v1beta1/TimelineSpec. */
const UNSET: Readonly<Record<Period, readonly string[]>> = {
  HOURLY: ['minutes', 'seconds', 'nanos'],
  DAILY: ['hours', 'minutes', 'seconds', 'nanos'],
};

type Point = Readonly<Record<string, unknown>>;

/** Reads the timeline of a query, or refuses it. The words are not known: docs/unverified.md. */
export function readTimeline(body: unknown, vitals: Vitals, now: number): Timeline {
  if (!isRecord(body)) throw refuse('INVALID_ARGUMENT', 'timeline_spec is required.');
  const { aggregationPeriod, startTime, endTime } = body;
  if (aggregationPeriod === 'FULL_RANGE') throw notEmulated('the aggregation period FULL_RANGE');
  const period = PERIODS.find((one) => one === aggregationPeriod);
  if (period === undefined) {
    throw refuse(
      'INVALID_ARGUMENT',
      `timeline_spec.aggregation_period is not supported: ${JSON.stringify(aggregationPeriod)}`,
    );
  }
  if (!isRecord(startTime) || !isRecord(endTime)) throw notEmulated('queries without a start and an end');
  const from = readPoint('start_time', startTime, period);
  const to = readPoint('end_time', endTime, period);
  if (zoneOf(startTime) !== zoneOf(endTime)) {
    throw refuse('INVALID_ARGUMENT', 'timeline_spec.end_time: the time zone must match that of start_time.');
  }
  if (from >= to) throw refuse('INVALID_ARGUMENT', 'timeline_spec.start_time must be before end_time.');
  const end = latestEnd(vitals, period, now);
  if (to > end) {
    throw refuse(
      'INVALID_ARGUMENT',
      `timeline_spec.end_time is later than the freshness of the metric set: ${new Date(end).toISOString()}.`,
    );
  }
  return { period, from, to };
}

function readPoint(field: string, point: Point, period: Period): number {
  const set = UNSET[period].find((name) => (point[name] ?? 0) !== 0);
  if (set !== undefined)
    throw refuse('INVALID_ARGUMENT', `timeline_spec.${field}: ${set} must be unset for ${period}.`);
  const zone = zoneOf(point) ?? ZONES[period];
  if (zone !== ZONES[period] || !['', '0s'].includes(text(point['utcOffset']))) {
    throw refuse(
      'INVALID_ARGUMENT',
      `timeline_spec.${field}: the only supported time zone of ${period} is ${ZONES[period]}.`,
    );
  }
  const { year = 0, month = 0, day = 0, hours = 0 } = point;
  const at = instantOf(zone, { year: Number(year), month: Number(month), day: Number(day), hours: Number(hours) });
  if (at === undefined)
    throw refuse('INVALID_ARGUMENT', `timeline_spec.${field} is no date and time: ${JSON.stringify(point)}`);
  return at;
}

function zoneOf(point: Point): string | undefined {
  const zone = isRecord(point['timeZone']) ? text(point['timeZone']['id']) : '';
  return zone === '' ? undefined : zone;
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** A point as Google writes it: zeros are left out, as everywhere in its JSON. */
export function renderPoint(period: Period, at: number): Record<string, unknown> {
  const { year, month, day, hours }: Civil = civilOf(ZONES[period], at);
  return { year, month, day, ...(hours === 0 ? {} : { hours }), timeZone: { id: ZONES[period] } };
}
