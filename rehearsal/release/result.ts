import type { Policy } from '#rollout/policy';
import type { Usage } from '#rehearsal/world/usage';
import type { Kind, Role } from './app.ts';
import type { Expectation, Life, Scenario } from './scenario.ts';

/** Everything that a rehearsed release was. Times are milliseconds since the epoch, shares fractions of 1. */
export interface ReleaseRehearsal {
  readonly scenario: Scenario;
  readonly seed: number;
  readonly policy: Policy;
  /** Text of the policy file. */
  readonly policyText: string;
  /** When the release was opened, and when the rehearsal was over. */
  readonly openedAt: number;
  readonly endedAt: number;
  readonly platforms: readonly PlatformRecord[];
  /** Runs of the promotion, by schedule and by hand, those before the opening apart. */
  readonly runs: readonly RunRecord[];
  /** What people and services did. */
  readonly acts: readonly { readonly at: number; readonly text: string }[];
  /** Ledgers as they were at the end: one for each release that has one. */
  readonly ledgers: readonly { readonly tag: string; readonly text: string }[];
  readonly naive: readonly NaiveRecord[];
  readonly outcomes: readonly Outcome[];
  /** Whether all that was expected holds. */
  readonly holds: boolean;
  readonly cost: Cost;
}

export interface Cost {
  /** Runs that the schedule started, those before the opening apart. */
  readonly ticks: number;
  /** Processes of the bundle, from the very beginning. */
  readonly processes: number;
  /** Real milliseconds: all of it, within runs, and between them in the world and the emulators. */
  readonly totalMs: number;
  readonly runsMs: number;
  readonly worldMs: number;
  /** Requests that the emulators answered. */
  readonly requests: number;
}

/** One platform of the policy. */
export interface PlatformRecord {
  readonly name: string;
  readonly kind: Kind;
  readonly users: number;
  /** What would be if every stage ended as soon as it may: shares of the store's users by hours after the opening. */
  readonly plan: readonly PlanStep[];
  /** Hour by hour, from the opening on. */
  readonly hours: readonly HourRecord[];
  /** Of each release that was opened. */
  readonly stories: readonly Story[];
}

export interface PlanStep {
  readonly at: number;
  readonly name: string;
  /** Of the store's users; 0 in tracks for testing. */
  readonly share: number;
}

/** What is true in an hour, whether anybody knows it or not. */
export interface HourRecord {
  /** Its begin. */
  readonly at: number;
  /** The newest version that is open to users of the store, and to how many. */
  readonly open: { readonly role: Role; readonly share: number };
  /** Users by the version that they have, testers apart. */
  readonly users: Readonly<Partial<Record<Role, number>>>;
  readonly testers: Readonly<Partial<Record<Role, number>>>;
  readonly usage: Readonly<Partial<Record<Role, Usage>>>;
}

/** A release on a platform, as the controller saw it. */
export interface Story {
  readonly role: Role;
  readonly tag: string;
  /** One for each run that looked at it. */
  readonly looks: readonly Look[];
  /** What gates had reported at each look: since the first user, the late ones left out. */
  readonly evidence: readonly GateEvidence[];
}

export interface Look {
  readonly at: number;
  /** Number of the run. */
  readonly run: number;
  readonly life: Life;
  readonly verdict: string;
  readonly reason: string;
  readonly track: string | null;
  readonly share: number;
  readonly moved: boolean;
  readonly until: number | null;
  /** What a person may do about it. */
  readonly choice: string | null;
  readonly sentence: string;
}

export interface GateEvidence {
  readonly gate: string;
  readonly max: number;
  readonly points: readonly { readonly at: number; readonly units: number; readonly bad: number }[];
}

export interface RunRecord {
  readonly number: number;
  readonly at: number;
  /** `tick`, or what was asked for by hand. */
  readonly command: string;
  readonly conclusion: string;
  readonly moved: boolean;
  readonly processes: number;
  readonly durationMs: number;
  /** Why it did not start. */
  readonly refusals: readonly string[];
  /** Markdown; kept where something was moved, halted, failed or asked for. */
  readonly summary?: string;
  readonly log?: readonly string[];
}

/** What a threshold would have done on the same users: raise by the plan's hours, halt at the first look above the limit. */
export interface NaiveRecord {
  readonly platform: string;
  readonly kind: Kind;
  /** Null: it went to everybody. */
  readonly halt: NaiveHalt | null;
  /** Users of the release at the halt, or at the end. */
  readonly exposed: number;
  /** By hour: the share that was open. */
  readonly shares: readonly { readonly at: number; readonly share: number }[];
}

export interface NaiveHalt {
  readonly at: number;
  readonly gate: string;
  readonly units: number;
  readonly bad: number;
  /** The release was not above the limit, or the one before was as well. */
  readonly isFalse: boolean;
  /** From the first hour in which somebody had what is too bad; null where it never was. */
  readonly after: number | null;
}

/** What was expected of a release on a platform, and what was. */
export interface Outcome {
  readonly platform: string;
  readonly kind: Kind;
  readonly role: Role;
  readonly expected: Expectation;
  readonly observed: Observed;
  /** What of it does not hold, in words; empty when all does. */
  readonly misses: readonly string[];
}

export interface Observed {
  /** Null: no run ever looked at it. */
  readonly life: Life | null;
  readonly reason: string;
  readonly track: string | null;
  readonly share: number;
  /** From the first hour in which somebody had what is too bad, to the halt; null without either. */
  readonly halt: number | null;
  /** From the first user of the store until everybody may have it. */
  readonly everybody: number | null;
  /** Who have the version at the end. */
  readonly users: number;
  readonly exposed: number;
  /** Reasons of all holds. */
  readonly held: readonly string[];
}
