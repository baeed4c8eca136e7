import type { Freeze, Window } from './policy.ts';

const minute = 60_000;
const dayMinutes = 24 * 60;
const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
/** How far ahead an open moment is looked for; beyond it "not within a year" is told. */
const horizon = 366 * dayMinutes * minute;

interface Local {
  /** "2026-12-24". */
  readonly day: string;
  /** 0 is Sunday. */
  readonly weekday: number;
  /** Since midnight. */
  readonly minutes: number;
  /** What the clocks of the zone show, in minutes since their 1970: as many as went by, unless the clocks were changed. */
  readonly elapsed: number;
}

export interface Calendar {
  readonly window?: Window;
  readonly freezes: readonly Freeze[];
}

/** Why nothing is raised now, and when it may be again; undefined while it may. */
export interface Closed {
  readonly reason: 'window' | 'freeze';
  readonly detail: string;
  /** Milliseconds since the epoch; null for not within a year. */
  readonly until: number | null;
}

/** Whether a raise may happen now. It never speaks about a halt. */
export function findClosed(calendar: Calendar, now: number): Closed | undefined {
  const toLocal = createLocal(calendar.window?.timezone ?? 'UTC');
  const reason = closedAt(calendar, toLocal(now));
  return reason === undefined ? undefined : { ...reason, until: findOpening(calendar, toLocal, now) };
}

function closedAt({ window, freezes }: Calendar, local: Local): Omit<Closed, 'until'> | undefined {
  const freeze = freezes.find(({ from, to }) => local.day >= from && local.day <= to);
  if (freeze !== undefined) {
    const span = freeze.from === freeze.to ? freeze.from : `${freeze.from} to ${freeze.to}`;
    return { reason: 'freeze', detail: freeze.reason === '' ? span : `${span} (${freeze.reason})` };
  }
  if (window === undefined) return undefined;
  const isOpen = window.days.includes(local.weekday) && local.minutes >= window.from && local.minutes < window.to;
  return isOpen ? undefined : { reason: 'window', detail: tellWindow(window) };
}

/** To the minute. What is closed stays closed until the window begins or the day ends, so that a weekend is a few looks. */
function findOpening(calendar: Calendar, toLocal: (at: number) => Local, now: number): number | null {
  const isOpen = (at: number): boolean => closedAt(calendar, toLocal(at)) === undefined;
  let at = Math.floor(now / minute) * minute;
  let local = toLocal(at);
  while (at < now + horizon) {
    const from = calendar.window?.from ?? 0;
    const wait = (local.minutes < from ? from : dayMinutes) - local.minutes;
    const next = at + wait * minute;
    const then = toLocal(next);
    if (then.elapsed - local.elapsed !== wait) {
      // The clocks of the zone are changed in between.
      for (let between = at + minute; between < next; between += minute) if (isOpen(between)) return between;
    }
    if (closedAt(calendar, then) === undefined) return next;
    at = next;
    local = then;
  }
  return null;
}

function createLocal(timeZone: string): (at: number) => Local {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
  });
  return (at) => {
    const parts = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]));
    const { year = '', month = '', day: date = '', weekday = '', hour = '', minute: past = '' } = parts;
    const day = `${year}-${month}-${date}`;
    const minutes = Number(hour) * 60 + Number(past);
    return { day, weekday: weekdays.indexOf(weekday), minutes, elapsed: Date.parse(day) / minute + minutes };
  };
}

/** "mon, tue, 08:00 to 20:00, Europe/Madrid". */
function tellWindow({ days, from, to, timezone }: Window): string {
  const named = days.length === 7 ? 'every day' : days.map((day) => weekdays[day]?.toLowerCase() ?? '').join(', ');
  return `${named}, ${tellMinutes(from)} to ${tellMinutes(to)}, ${timezone}`;
}

function tellMinutes(minutes: number): string {
  const pad = (value: number): string => String(value).padStart(2, '0');
  return `${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
}
