import { startOfDay, startOfHour } from './civil-time.ts';

export type Period = 'HOURLY' | 'DAILY';

/** https://developers.google.com/play/developer/reporting/reference/rest/v1beta1/UserCohort */
export type Cohort = 'OS_PUBLIC' | 'OS_BETA' | 'APP_TESTERS';

/** The zone of every daily metric: https://developers.google.com/play/developer/reporting/reference/rest/v1beta1/vitals.crashrate. */
export const DAILY_ZONE = 'America/Los_Angeles';

/** What Google has measured of an app, and how far its figures have come. */
export interface Vitals {
  rows: VitalsRow[];
  settings: VitalsSettings;
}

export interface VitalsSettings {
  /** How far the newest figures lie behind, in ms. Google documents no figure, and says it with each metric set. */
  lag: Readonly<Record<Period, number>>;
  /** Rows with fewer users than this are left out. Google documents no figure. */
  floor: number;
  /** When the feed stopped, ms since the epoch: nothing newer ever becomes visible, and every call goes on succeeding. */
  frozenAt: number | null;
}

/** Counts of one slice of users in one hour or day. Slices of one period are taken to have no user in common. */
export interface VitalsRow extends Counts {
  readonly period: Period;
  /** ms since the epoch; a whole hour, or midnight in Los Angeles. */
  readonly start: number;
  readonly cohort: Cohort;
  readonly versionCode: number;
  /** Values of other dimensions, such as `deviceType` and `countryCode`. */
  readonly dimensions: Readonly<Record<string, string>>;
}

export interface Counts {
  /** Distinct users that were active. */
  readonly users: number;
  /** Those among them that had at least one. */
  readonly crashUsers: number;
  readonly userPerceivedCrashUsers: number;
  readonly anrUsers: number;
  readonly userPerceivedAnrUsers: number;
  /** Reports, of which one user may send many. */
  readonly crashReports: number;
  readonly anrReports: number;
}

/** What the driver says of one slice, by hour or by day. Counts that are not given are none, or as many as the users hit. */
export interface VitalsInput extends Partial<Counts> {
  /** Any instant of the hour, ISO 8601. */
  readonly hour?: string;
  /** Any instant of the day in Los Angeles, ISO 8601. Days of which none is given are made of their hours. */
  readonly day?: string;
  readonly versionCode: number;
  readonly users: number;
  readonly cohort?: Cohort;
  readonly dimensions?: Readonly<Record<string, string>>;
}

const HOUR = 3_600_000;

export function createVitals(): Vitals {
  return { rows: [], settings: { lag: { HOURLY: 3 * HOUR, DAILY: 24 * HOUR }, floor: 10, frozenAt: null } };
}

/** Turns what the driver says into a row, or throws: a mistake of the driver must not look like good health. */
export function readVitalsInput(input: VitalsInput): VitalsRow {
  const { hour, day, versionCode, users, cohort = 'OS_PUBLIC', dimensions = {} } = input;
  const { crashUsers = 0, userPerceivedCrashUsers = crashUsers, crashReports = crashUsers } = input;
  const { anrUsers = 0, userPerceivedAnrUsers = anrUsers, anrReports = anrUsers } = input;
  if ((hour === undefined) === (day === undefined)) throw new TypeError('Vitals are given by hour or by day.');
  const at = Date.parse(hour ?? day ?? '');
  if (Number.isNaN(at)) throw new TypeError(`${hour ?? day ?? ''} is no instant: vitals take ISO 8601.`);
  const counts = { crashUsers, userPerceivedCrashUsers, anrUsers, userPerceivedAnrUsers };
  for (const [name, count] of Object.entries({ users, crashReports, anrReports, ...counts })) {
    if (!Number.isInteger(count) || count < 0) throw new RangeError(`${name} is ${count}, and no count.`);
  }
  for (const [name, count] of Object.entries(counts)) {
    if (count > users) throw new RangeError(`${name} is ${count}, of ${users} users.`);
  }
  return {
    period: hour === undefined ? 'DAILY' : 'HOURLY',
    start: hour === undefined ? startOfDay(DAILY_ZONE, at) : startOfHour(at),
    cohort,
    versionCode,
    dimensions: { deviceType: 'PHONE', ...dimensions },
    users,
    ...counts,
    crashReports,
    anrReports,
  };
}

/** The end, exclusive, of the newest period that can be asked for, ms since the epoch. */
export function latestEnd({ settings: { lag, frozenAt } }: Vitals, period: Period, now: number): number {
  const until = Math.min(now, frozenAt ?? Infinity) - lag[period];
  return period === 'HOURLY' ? startOfHour(until) : startOfDay(DAILY_ZONE, until);
}

/** Rows of a period that start in [from, to). A day that nobody has given is made of its hours. */
export function rowsOf({ rows }: Vitals, period: Period, from: number, to: number): VitalsRow[] {
  const isWithin = ({ start }: VitalsRow): boolean => start >= from && start < to;
  const given = rows.filter((row) => row.period === period);
  if (period === 'HOURLY') return given.filter(isWithin);
  const days = new Set(given.map(({ start }) => start));
  const made = rows
    .filter((row) => row.period === 'HOURLY')
    .map((row) => ({ ...row, start: startOfDay(DAILY_ZONE, row.start) }))
    .filter(({ start }) => !days.has(start));
  return [...given, ...made].filter(isWithin);
}
