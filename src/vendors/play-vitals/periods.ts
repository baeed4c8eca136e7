import type { Unit } from '#health/report';
import { number, record, text } from '#kit/shapes';
import type { Shape } from '#kit/shapes';
import { optional } from './documents.ts';

/** A point in time as a date and perhaps an hour in a zone: `google.type.DateTime`. */
export interface Point {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hours?: number;
  readonly timeZone: { readonly id: string };
}

/** Hours or days as Google counts them: https://developers.google.com/play/developer/reporting/reference/rest/v1beta1/TimelineSpec */
export interface Period {
  readonly name: 'HOURLY' | 'DAILY';
  /** The only one that a query of this period may name. */
  readonly zone: string;
  /** Beyond this the feed does not lag but stands still. Google documents no lag; users report three days for DAILY figures. */
  readonly stalledAfterMs: number;
  /** The begin of the hour or day that an instant lies in. Instants are milliseconds since the epoch. */
  readonly begin: (at: number) => number;
  /** The begin of the next one. */
  readonly next: (begin: number) => number;
  readonly toPoint: (begin: number) => Point;
  /** The begin that a point names; undefined for a point that is none. */
  readonly fromPoint: (point: Omit<Point, 'timeZone'>) => number | undefined;
}

const hourMs = 3_600_000;
const losAngeles = 'America/Los_Angeles';

const hourly: Period = {
  name: 'HOURLY',
  zone: 'UTC',
  stalledAfterMs: 24 * hourMs,
  begin: (at) => Math.floor(at / hourMs) * hourMs,
  next: (begin) => begin + hourMs,
  toPoint: (begin) => {
    const date = new Date(begin);
    const day = { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
    return { ...day, hours: date.getUTCHours(), timeZone: { id: 'UTC' } };
  },
  // Midnight comes without hours.
  fromPoint: ({ year, month, day, hours = 0 }) => {
    const at = Date.UTC(year, month - 1, day, hours);
    const date = new Date(at);
    const same = date.getUTCMonth() === month - 1 && date.getUTCDate() === day && date.getUTCHours() === hours;
    return same ? at : undefined;
  },
};

const daily: Period = {
  name: 'DAILY',
  zone: losAngeles,
  stalledAfterMs: 5 * 24 * hourMs,
  begin: beginOfDay,
  // A day has 23 to 25 hours, so this is well within the next one.
  next: (begin) => beginOfDay(begin + 36 * hourMs),
  toPoint: (begin) => ({ ...readWall(begin).date, timeZone: { id: losAngeles } }),
  fromPoint: ({ hours = 0, ...date }) => (hours === 0 ? findMidnight(date) : undefined),
};

/** Users of hours must not be added up to users of a day, so each unit is asked for by itself. */
export const periods: Readonly<Partial<Record<Unit, Period>>> = { 'user-hour': hourly, 'user-day': daily };

interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

function beginOfDay(at: number): number {
  const { date } = readWall(at);
  const midnight = findMidnight(date);
  if (midnight === undefined) throw new Error(`${new Date(at).toISOString()} has no midnight in ${losAngeles}.`);
  return midnight;
}

/** Los Angeles is 7 or 8 hours behind UTC, and puts its clocks forward and back later in the night. */
function findMidnight({ year, month, day }: Day): number | undefined {
  return [7, 8]
    .map((hours) => Date.UTC(year, month - 1, day, hours))
    .find((at) => {
      const { date, hours } = readWall(at);
      return hours === 0 && date.year === year && date.month === month && date.day === day;
    });
}

/** What the clocks of Los Angeles show. */
function readWall(at: number): { readonly date: Day; readonly hours: number } {
  const numeric = 'numeric';
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: losAngeles,
    hourCycle: 'h23',
    year: numeric,
    month: numeric,
    day: numeric,
    hour: numeric,
  });
  const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  const part = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? Number.NaN;
  return { date: { year: part('year'), month: part('month'), day: part('day') }, hours: part('hour') };
}

const pointShape = record(
  {
    year: number('whole', 1_970, 9_999),
    month: number('whole', 1, 12),
    day: number('whole', 1, 31),
    hours: optional(number('whole', 0, 23)),
    minutes: optional(number('whole', 0, 0)),
    seconds: optional(number('whole', 0, 0)),
    timeZone: optional(record({ id: optional(text(100)) }, 'ignored')),
    utcOffset: optional(text(100)),
  },
  'ignored',
);

/** The begin of an hour or day of this period. What is of another zone or begins at another time is no answer. */
export function beginOf(period: Period): Shape<number> {
  return (value, where) => {
    const { year, month, day, hours, timeZone, utcOffset = '' } = pointShape(value, where);
    const zone = timeZone?.id ?? '';
    const isOurs = zone === '' ? ['', '0s'].includes(utcOffset) : zone === period.zone;
    if (!isOurs)
      throw new SyntaxError(`${where} is of the zone "${zone}${utcOffset}", and ${period.zone} was asked for`);
    const at = period.fromPoint({ year, month, day, ...(hours === undefined ? {} : { hours }) });
    if (at === undefined) throw new SyntaxError(`${where} is no begin of ${period.name} figures in ${period.zone}`);
    return at;
  };
}
