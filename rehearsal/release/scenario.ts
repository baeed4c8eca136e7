import type { Rates, Measure } from '#rehearsal/world/settings';
import type { Kind, Role } from './app.ts';

/** A release to be rehearsed: the app, what becomes of it, and what must hold at the end. Times are milliseconds. */
export interface Scenario {
  /** Of its file. */
  readonly name: string;
  readonly about: string;
  readonly seed: number;
  /** When the release is opened, since the epoch. */
  readonly start: number;
  /** The rehearsal is over so long after, at the latest. */
  readonly limit: number;
  readonly users: Readonly<Record<Kind, number>>;
  /** By track, or `testflight`. */
  readonly testers: Readonly<Record<string, number>>;
  /** In this time 63 % of those who may have an update take it. */
  readonly adoption: number;
  /** By role; `next` is there where a newer release comes. */
  readonly versions: Readonly<Partial<Record<Role, Rates>>>;
  /** When the newer release is opened, after the first. */
  readonly next?: { readonly after: number; readonly expedite: boolean };
  readonly changes: readonly ScenarioChange[];
  readonly reviewers: { readonly google: number; readonly apple: number; readonly rejects: boolean };
  readonly ticks: Ticking;
  readonly acts: readonly Act[];
  readonly expect: readonly Expectation[];
}

/** A rate that becomes another one. */
export interface ScenarioChange {
  /** Absent: every version. */
  readonly of?: Role;
  readonly on?: Kind;
  readonly what: Measure;
  readonly to: { readonly rate: number } | { readonly times: number };
  /** After the opening, or from a share in production on. */
  readonly at: { readonly after: number } | { readonly share: number };
  readonly within: number;
  readonly lasts?: number;
}

/** How the hourly schedule keeps its hours: GitHub's starts late, and drops some. */
export interface Ticking {
  /** Most lateness. */
  readonly drift: number;
  /** Share of ticks that never come. */
  readonly dropped: number;
  /** In these nothing runs at all. */
  readonly gaps: readonly { readonly after: number; readonly lasts: number }[];
}

/** What people and services do, so long after the opening. */
export type Act =
  | { readonly after: number; readonly does: 'stall'; readonly source: 'sentry' | 'vitals'; readonly lasts: number }
  | { readonly after: number; readonly does: 'lose-ledger' }
  /** In a store's console: a share, a halt, or a pause. */
  | { readonly after: number; readonly does: 'raise'; readonly on: Kind; readonly to: number }
  | { readonly after: number; readonly does: 'stop'; readonly on: Kind }
  /** By hand, with the workflow. */
  | {
      readonly after: number;
      readonly does: 'run';
      readonly command: (typeof commands)[number];
      readonly of: Role;
      readonly on?: Kind;
    };

export const commands = [
  'open',
  'promote',
  'hold',
  'halt',
  'resume',
  'complete',
  'expedite',
  'abandon',
  'status',
] as const;

export interface Range {
  readonly from: number;
  readonly to: number;
}

export const lives = ['open', 'halted', 'superseded', 'complete', 'abandoned'] as const;
export type Life = (typeof lives)[number];

/** What must hold of a release on a platform when the rehearsal is over. */
export interface Expectation {
  readonly on: Kind;
  readonly of: Role;
  readonly life: Life;
  /** Of the last verdict. */
  readonly reason?: string;
  readonly track?: string;
  /** Open to users of that track. */
  readonly share?: Range;
  /** From the first hour in which somebody had what is too bad, to the halt. */
  readonly halt?: Range;
  /** Of the platform's users, who have it. */
  readonly exposed?: Range;
  /** The same as a number; only where the scenario has its own number of users. */
  readonly users?: Range;
  /** From the first user of the store until everybody may have it. */
  readonly everybody?: Range;
  /** Reasons that it was held for at some time. */
  readonly held: readonly string[];
}
