import type { Freeze, Window } from './policy.ts';

const minute = 60_000;
const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
/** How far ahead an open moment is looked for; beyond it "not within a year" is told. */
const horizon = 366 * 24 * 60 * minute;

interface Local {
  /** "2026-12-24". */
  readonly day: string;
  /** 0 is Sunday. */
  readonly weekday: number;
  /** Since midnight. */
  readonly minutes: number;
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

/** To the minute; by hours first, since a year of minutes is half a million. */
function findOpening(calendar: Calendar, toLocal: (at: number) => Local, now: number): number | null {
  const isOpen = (at: number): boolean => closedAt(calendar, toLocal(at)) === undefined;
  const step = 15 * minute;
  const first = Math.floor(now / step) * step + step;
  for (let at = first; at <= now + horizon; at += step) {
    if (!isOpen(at)) continue;
    // Hours may begin at any minute.
    for (let earlier = at - step + minute; earlier < at; earlier += minute) {
      if (earlier > now && isOpen(earlier)) return earlier;
    }
    return at;
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
    const { year = '', month = '', day = '', weekday = '', hour = '', minute: minutes = '' } = parts;
    return {
      day: `${year}-${month}-${day}`,
      weekday: weekdays.indexOf(weekday),
      minutes: Number(hour) * 60 + Number(minutes),
    };
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
