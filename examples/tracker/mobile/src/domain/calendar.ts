/** A day in the user's own time zone, as `2025-03-09`. */
export type DayKey = string;

const DAY_MS = 24 * 60 * 60 * 1000;

function toKey(year: number, month: number, day: number): DayKey {
  const pad = (part: number) => String(part).padStart(2, '0');
  return `${year}-${pad(month)}-${pad(day)}`;
}

export function dayOf(timestamp: number): DayKey {
  const date = new Date(timestamp);
  return toKey(date.getFullYear(), date.getMonth() + 1, date.getDate());
}

/** Counts in UTC, where a day is always 24 hours: in local time, DST makes some shorter. */
export function addDays(day: DayKey, count: number): DayKey {
  const date = new Date(Date.parse(day) + count * DAY_MS);
  return toKey(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
}

/** The Monday on or before the day. */
export function weekOf(day: DayKey): DayKey {
  const sundayBased = new Date(Date.parse(day)).getUTCDay();
  return addDays(day, -((sundayBased + 6) % 7));
}
