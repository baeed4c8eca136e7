import { notEmulated, refuse } from './refusals.ts';
import type { Call } from './routing.ts';

/** What a query of sessions asks for, ms since the epoch: steps from `start` on, the last of which may be cut at `end`. */
export interface TimeRange {
  readonly start: number;
  readonly end: number;
  readonly step: number;
}

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const UNITS: Readonly<Record<string, number>> = { s: SECOND, m: MINUTE, h: HOUR, d: DAY, w: 7 * DAY };
/** For how long Sentry keeps sessions, and what is asked for where nothing is said. */
const RETENTION = 90 * DAY;
/** Most steps of an answer; a limit of the source at https://github.com/getsentry/sentry/blob/master/src/sentry/snuba/sessions_v2.py. */
const MOST_STEPS = 1_000;

/**
 * Reads statsPeriod, start, end and interval, and rounds as Sentry does: an explicit end is inclusive, the range is rounded up to
 * whole steps that end at or after it, and an end in the future is cut to the next minute. Words are those of the source above.
 */
export function readTimeRange(call: Call): TimeRange {
  const step = readStep(call.value('interval'));
  const asked = readAsked(call);
  const inclusive = call.value('statsPeriod') === undefined && asked.explicit ? SECOND : 0;
  const wantedEnd = asked.end + inclusive;
  const width = Math.ceil((wantedEnd - asked.start) / step) * step;
  if (width / step > MOST_STEPS) {
    throw refuse(
      400,
      'Your interval and date range would create too many results. Use a larger interval, or a smaller date range.',
    );
  }
  const end = Math.ceil(wantedEnd / step) * step;
  const cut = end > call.now ? (Math.floor(call.now / MINUTE) + 1) * MINUTE : end;
  return { start: end - width, end: cut, step };
}

export function stepsOf({ start, end, step }: TimeRange): readonly number[] {
  return Array.from({ length: Math.ceil((end - start) / step) }, (_, index) => start + index * step);
}

function readStep(interval = '1h'): number {
  const step = readPeriod(interval) ?? HOUR;
  if (step < HOUR || step % HOUR !== 0)
    throw refuse(400, 'The interval has to be a multiple of the minimum interval of one hour.');
  if (step > DAY) throw refuse(400, 'The interval has to be less than one day.');
  if (DAY % step !== 0) throw refuse(400, 'The interval should divide one day without a remainder.');
  return step;
}

function readPeriod(text: string): number | undefined {
  const [, count, unit = ''] = /^(\d+)([smhdw])$/.exec(text) ?? [];
  const size = UNITS[unit];
  return count === undefined || size === undefined ? undefined : Number(count) * size;
}

function readAsked({ value, now }: Call): { start: number; end: number; explicit: boolean } {
  const period = value('statsPeriod');
  if (period !== undefined) {
    const width = readPeriod(period);
    if (width === undefined) throw refuse(400, `Invalid statsPeriod: '${period}'`);
    return keep({ start: now - width, end: now, explicit: false }, now);
  }
  const [start, end] = [value('start'), value('end')];
  if (start === undefined && end === undefined) return { start: now - RETENTION, end: now, explicit: false };
  if (start === undefined || end === undefined) throw refuse(400, 'start and end are both required');
  if (value('utc') !== undefined) throw notEmulated('the parameter utc');
  const range = { start: readTime('start', start), end: readTime('end', end), explicit: true };
  if (range.start > range.end) throw refuse(400, 'start must be before end');
  return keep(range, now);
}

function keep<T extends { start: number }>(range: T, now: number): T {
  if (range.start < now - RETENTION) throw refuse(400, 'Invalid date range. Please try a more recent date range.');
  return range;
}

/** ISO 8601; without a zone it is UTC. */
function readTime(name: string, text: string): number {
  const form = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|\+00:00)?$/;
  const at = form.test(text) ? Date.parse(/Z$|\+/.test(text) ? text : `${text}Z`) : Number.NaN;
  if (Number.isNaN(at)) throw refuse(400, `${name} is not a valid ISO8601 date query`);
  return at;
}
