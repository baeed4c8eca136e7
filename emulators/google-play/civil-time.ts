/** Date and hour as a clock on the wall shows them; `month` from 1. */
export interface Civil {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hours: number;
}

const HOUR = 3_600_000;

const formats = new Map<string, Intl.DateTimeFormat>();

/** What the clocks of a zone show at an instant. */
export function civilOf(zone: string, at: number): Civil {
  if (zone === 'UTC') {
    // Hourly rows are asked for by the hundred, and this zone needs no table.
    const date = new Date(at);
    return {
      year: date.getUTCFullYear(),
      month: date.getUTCMonth() + 1,
      day: date.getUTCDate(),
      hours: date.getUTCHours(),
    };
  }
  let format = formats.get(zone);
  if (format === undefined) {
    const numeric = 'numeric';
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      year: numeric,
      month: numeric,
      day: numeric,
      hour: numeric,
      hourCycle: 'h23',
    });
    formats.set(zone, format);
  }
  const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  const part = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? NaN;
  return { year: part('year'), month: part('month'), day: part('day'), hours: part('hour') };
}

/** The instant at which the clocks of a zone show this; undefined for a date that does not exist. */
export function instantOf(zone: string, civil: Civil): number | undefined {
  const wanted = Date.UTC(civil.year, civil.month - 1, civil.day, civil.hours);
  const shownAt = (at: number): number => {
    const { year, month, day, hours } = civilOf(zone, at);
    return Date.UTC(year, month - 1, day, hours);
  };
  // The offset at the first guess may be that of the other side of a change to or from summer time.
  const guess = wanted - (shownAt(wanted) - wanted);
  const at = guess - (shownAt(guess) - wanted);
  const shown = civilOf(zone, at);
  const isSame = (['year', 'month', 'day', 'hours'] as const).every((field) => shown[field] === civil[field]);
  return isSame ? at : undefined;
}

export function startOfHour(at: number): number {
  return Math.floor(at / HOUR) * HOUR;
}

/** Midnight of the day that an instant is in. */
export function startOfDay(zone: string, at: number): number {
  const midnight = instantOf(zone, { ...civilOf(zone, at), hours: 0 });
  if (midnight === undefined) throw new RangeError(`No midnight in ${zone} before ${at}.`);
  return midnight;
}
