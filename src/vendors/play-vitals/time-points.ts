import { number, optional, record, text } from '#kit/shapes';
import type { Shape } from '#kit/shapes';

/** How long one row is. Hours are those of UTC, days those of Los Angeles. */
export type Period = 'HOURLY' | 'DAILY';

/** The only zone that each is offered in: https://developers.google.com/play/developer/reporting/reference/rest/v1beta1/vitals.crashrate */
const zones: Readonly<Record<Period, string>> = { HOURLY: 'UTC', DAILY: 'America/Los_Angeles' };

const hourMs = 3_600_000;

interface Civil {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hours: number;
}

const pointShape = record(
  {
    year: number('whole', 2_000, 9_999),
    month: number('whole', 1, 12),
    day: number('whole', 1, 31),
    // A zero is left out, as everywhere in Google's JSON: midnight has no hours.
    hours: optional(number('whole', 0, 23)),
    minutes: optional(number('whole', 0, 0)),
    seconds: optional(number('whole', 0, 0)),
    nanos: optional(number('whole', 0, 0)),
    timeZone: optional(record({ id: optional(text(100)) }, 'ignored')),
    utcOffset: optional(text(40, /^-?0(\.0+)?s$/, 'no offset from its zone')),
  },
  'ignored',
);

/** A `DateTime` of Google's, in milliseconds since the epoch: https://developers.google.com/play/developer/reporting/reference/rest/v1beta1/DateTime */
export function timePoint(period: Period): Shape<number> {
  return (value, where) => {
    const { year, month, day, hours = 0, timeZone } = pointShape(value, where);
    const zone = timeZone?.id ?? '';
    if (zone !== '' && zone !== zones[period] && !(period === 'HOURLY' && zone === 'Etc/UTC'))
      throw new SyntaxError(`${where} has to be in the zone ${zones[period]}, and is in ${zone}`);
    const at = instantOf(zones[period], { year, month, day, hours });
    if (at === undefined || (period === 'DAILY' && hours !== 0))
      throw new SyntaxError(`${where} has to be the beginning of ${period === 'DAILY' ? 'a day' : 'an hour'}`);
    return at;
  };
}

/** The same for a request: an hour without minutes, a day without hours. */
export function writeTimePoint(period: Period, at: number): Readonly<Record<string, unknown>> {
  const { year, month, day, hours } = civilOf(zones[period], at);
  return { year, month, day, ...(period === 'HOURLY' ? { hours } : {}), timeZone: { id: zones[period] } };
}

/** The beginning of the hour or day that holds this moment. */
export function startOf(period: Period, at: number): number {
  if (period === 'HOURLY') return Math.floor(at / hourMs) * hourMs;
  const midnight = instantOf(zones.DAILY, { ...civilOf(zones.DAILY, at), hours: 0 });
  if (midnight === undefined) throw new RangeError(`There is no midnight before ${at}.`);
  return midnight;
}

/** The end of the one that begins here, exclusive: a day lasts 23 to 25 hours. */
export function endOf(period: Period, start: number): number {
  // Noon is on the next day whatever the clocks do.
  return period === 'HOURLY' ? start + hourMs : startOf('DAILY', start + 36 * hourMs);
}

function civilOf(zone: string, at: number): Civil {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    hourCycle: 'h23',
  });
  const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  const part = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? Number.NaN;
  return { year: part('year'), month: part('month'), day: part('day'), hours: part('hour') };
}

/** Undefined for what no clock of the zone ever shows: 31 February, or an hour that summer time skips. */
function instantOf(zone: string, civil: Civil): number | undefined {
  const wanted = Date.UTC(civil.year, civil.month - 1, civil.day, civil.hours);
  const offsetAt = (at: number): number => {
    const { year, month, day, hours } = civilOf(zone, at);
    return Date.UTC(year, month - 1, day, hours) - Math.floor(at / hourMs) * hourMs;
  };
  const candidates = [wanted - offsetAt(wanted - 12 * hourMs), wanted - offsetAt(wanted + 12 * hourMs)];
  return candidates.find((at) => {
    const shown = civilOf(zone, at);
    return (['year', 'month', 'day', 'hours'] as const).every((field) => shown[field] === civil[field]);
  });
}
