/** https://develop.sentry.dev/sdk/telemetry/sessions/: how a session ended. Of several, the worst counts, and only that. */
export const STATUSES = ['healthy', 'errored', 'crashed', 'abnormal', 'unhandled'] as const;
export type SessionStatus = (typeof STATUSES)[number];

/** How many, by status; a session and a user of an hour have one status each. */
export type Counts = Readonly<Record<SessionStatus, number>>;

/** Sessions that began at one time, of one release in one environment. */
export interface SessionRow {
  readonly project: number;
  readonly release: string;
  readonly environment: string;
  /** When they began, ms since the epoch: sessions belong to the hour of their begin, whenever they end or are reported. */
  readonly at: number;
  readonly sessions: Counts;
  /** Distinct users among them. Those of several rows of one hour are taken to be different people. */
  readonly users: Counts;
  /** Whether `users` are those of a whole day (UTC), and no sessions come with them. */
  readonly daily: boolean;
  /** When Sentry has them. */
  readonly arrivesAt: number;
  /** When Sentry learns of crashes: until then those sessions look healthy. */
  readonly crashesArriveAt: number;
}

/** How data come in, ms. */
export interface Ingestion {
  /** From the begin of a session to its being counted. */
  delay: number;
  /** From the begin of a session to the report of its crash: the next start of the app. */
  crashDelay: number;
  /** When it stopped, ms since the epoch: nothing newer is counted, and every call goes on succeeding. */
  frozenAt: number | null;
}

/** What the driver says of sessions. Counts that are not given are none; users, as many as sessions. */
export interface SessionsInput {
  /** Slug. */
  readonly project: string;
  readonly release: string;
  /** Default: "production". */
  readonly environment?: string;
  /** ISO 8601. */
  readonly at: string;
  readonly sessions?: Partial<Counts>;
  readonly users?: Partial<Counts>;
  /** The users of a whole day instead of those of an hour. Days of which none are given are made of their hours. */
  readonly daily?: true;
  /** ms; default: as the ingestion is set. */
  readonly delay?: number;
  readonly crashDelay?: number;
}

const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
const NONE: Counts = { healthy: 0, errored: 0, crashed: 0, abnormal: 0, unhandled: 0 };

/** Turns what the driver says into a row, or throws: a mistake of the driver must not look like good health. */
export function readSessionsInput(input: SessionsInput, project: number, ingestion: Ingestion): SessionRow {
  const { release, environment = 'production', sessions = {}, users = sessions, daily = false } = input;
  const at = Date.parse(input.at);
  if (Number.isNaN(at)) throw new TypeError(`${input.at} is no time: sessions take ISO 8601.`);
  for (const [name, count] of [...Object.entries(sessions), ...Object.entries(users)]) {
    if (!Number.isInteger(count) || count < 0) throw new RangeError(`${name} is ${count}, and no count.`);
  }
  if (daily && input.sessions !== undefined) throw new TypeError('Users of a day come without sessions.');
  return {
    project,
    release,
    environment,
    at,
    sessions: { ...NONE, ...(daily ? {} : sessions) },
    users: { ...NONE, ...users },
    daily,
    arrivesAt: at + (input.delay ?? ingestion.delay),
    crashesArriveAt: at + (input.crashDelay ?? ingestion.crashDelay),
  };
}

/** What Sentry knows of a row by now; undefined when it has not come in. */
export function asKnown(row: SessionRow, { frozenAt }: Ingestion, now: number): SessionRow | undefined {
  const until = Math.min(now, frozenAt ?? Infinity);
  if (row.arrivesAt > until) return undefined;
  if (row.crashesArriveAt <= until) return row;
  const hide = (counts: Counts): Counts => ({ ...counts, crashed: 0, healthy: counts.healthy + counts.crashed });
  return { ...row, sessions: hide(row.sessions), users: hide(row.users) };
}

export function startOf(step: number, at: number): number {
  return Math.floor(at / step) * step;
}

/** Rows that count for distinct users, by hour or by day. */
export function userRows(rows: readonly SessionRow[], step: number): readonly SessionRow[] {
  if (step < DAY) return rows.filter(({ daily }) => !daily);
  const key = ({ project, release, environment, at }: SessionRow): string =>
    JSON.stringify([project, release, environment, startOf(DAY, at)]);
  const given = new Set(rows.filter(({ daily }) => daily).map(key));
  return rows.filter((row) => row.daily || !given.has(key(row)));
}

/** In place: an answer sums each row several times, and a rehearsal of a week asks for a thousand answers. */
export function sumOf(list: readonly Counts[]): Counts {
  const sums: Record<SessionStatus, number> = { ...NONE };
  for (const counts of list) for (const status of STATUSES) sums[status] += counts[status];
  return sums;
}

export function total(counts: Counts): number {
  return STATUSES.reduce((sum, status) => sum + counts[status], 0);
}
