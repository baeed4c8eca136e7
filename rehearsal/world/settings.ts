/** What an app's users do, and what its versions do to them. Shares and rates are fractions of 1, times milliseconds. */
export interface WorldSettings {
  /** The same seed makes the same world. */
  readonly seed: number;
  readonly platforms: readonly PlatformSettings[];
  /** Oldest first: the first is what everybody has at the beginning. */
  readonly versions: readonly VersionSettings[];
  readonly changes: readonly Change[];
}

export interface PlatformSettings {
  readonly name: string;
  readonly store: 'google-play' | 'app-store';
  /** Who have it installed. */
  readonly users: number;
  /** By track for testing, or `testflight`. */
  readonly testers: Readonly<Record<string, number>>;
  /** In this time 63 % of those who may have an update take it. */
  readonly adoption: number;
}

export interface VersionSettings {
  /** `2.15.3` */
  readonly version: string;
  readonly rates: Rates;
}

export interface Rates {
  /** Of sessions. */
  readonly crash: number;
  /** Of hours of a user. */
  readonly anr: number;
  /** Of reviews with a text. */
  readonly oneStar: number;
  /** Reviews with a text of a user and day. */
  readonly reviews: number;
}

export type Measure = keyof Rates;

/** Something that makes a rate another one. */
export interface Change {
  /** Absent: of all. */
  readonly platform?: string;
  readonly version?: string;
  readonly what: Measure;
  /** The rate then, or how many times what it was. */
  readonly to: { readonly rate: number } | { readonly times: number };
  /** `hours` are counted from the beginning; a share is that of the version in production. */
  readonly at: { readonly after: number } | { readonly share: number };
  /** In this time it comes to that, evenly. 0: at once. */
  readonly within: number;
  /** And then it is over; absent: it stays. */
  readonly lasts?: number;
}

/** Users who open the app on a day, and how many hours of a day those use it in. */
export const activeShare = 0.4;
export const activeHours = 2;
/** Of an hour of a user. */
export const sessionsPerHour = 1.25;
/** Variance over mean of crashes and ANRs: docs/health.md. */
export const clustering = 1.5;
/** Testers take an update sooner than others. */
export const testerAdoption = 8 * 3_600_000;
/** Users of the App Store who take a version by hand before its phase has come to them, a day. */
export const byHandPerDay = 0.003;
