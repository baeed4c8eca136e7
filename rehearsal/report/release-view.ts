import type { Unit } from '#health/report';
import type { Place } from '#rollout/entries';
import type { Life } from '#rollout/state';

/**
 * What the page of a release shows, made from a rehearsal or from ledgers. Times are milliseconds since the epoch, shares fractions
 * of 1. What only a rehearsal knows is absent otherwise.
 */
export interface ReleaseView {
  readonly source: 'rehearsal' | 'ledger';
  readonly title: string;
  readonly about: string;
  /** Small facts, in order. */
  readonly facts: readonly (readonly [name: string, value: string])[];
  /** What the reader has to know of the page itself: files that could not be read, a plan that is missing. */
  readonly notes: readonly string[];
  /** When the page was true. */
  readonly now: number;
  readonly stories: readonly StoryView[];
  readonly comparisons: readonly ComparisonView[];
  /** What people and services did. */
  readonly acts: readonly { readonly at: number; readonly text: string }[];
  readonly runs: readonly RunView[];
  readonly ledgers: readonly { readonly tag: string; readonly text: string }[];
}

/** One release on one platform. */
export interface StoryView {
  /** Unique on the page, letters, digits and hyphens. */
  readonly id: string;
  readonly platform: string;
  readonly version: string;
  readonly tag: string;
  readonly life: Life;
  /** Of the last look; null before the first. */
  readonly verdict: string | null;
  readonly reason: string;
  readonly sentence: string;
  /** When that was said: its durations count from there. Null before the first look. */
  readonly saidAt: number | null;
  readonly place: Place | null;
  /** Share of the users of the store who may have it now. */
  readonly open: number;
  /** A person has to decide something. */
  readonly choice: string | null;
  readonly next: string;
  readonly exposed?: { readonly users: number; readonly all: number };
  /** A move that a run has taken upon itself, and has not read back yet. */
  readonly underWay?: string;
  readonly stop: { readonly text: string; readonly commands: readonly string[] };
  readonly curve: CurveView;
  readonly evidence: readonly EvidenceView[];
  /** In order of time. */
  readonly decisions: readonly DecisionView[];
}

/** A value that stands until the next step. */
export interface Step {
  readonly at: number;
  readonly share: number;
}

export interface CurveView {
  readonly from: number;
  readonly to: number;
  /** Empty where no policy was read. */
  readonly plan: readonly (Step & { readonly name: string })[];
  /** Share of the users of the store who may have it. */
  readonly open: readonly Step[];
  /** Share of the users who have it; empty where nobody knows. */
  readonly users: readonly Step[];
  /** What a threshold would have opened; empty where nobody knows. */
  readonly naive: readonly Step[];
  /** Where it was. */
  readonly stays: readonly Span[];
  /** Why it did not go on; without gaps. */
  readonly verdicts: readonly (Span & { readonly tone: Tone })[];
}

export interface Span {
  readonly from: number;
  readonly to: number;
  readonly name: string;
}

/** go: it moved. wait: as planned. ask: longer than planned, or a person is asked. stop: halted. over: nothing more to do. */
export type Tone = 'go' | 'wait' | 'ask' | 'stop' | 'over';

export interface EvidenceView {
  readonly gate: string;
  readonly unit: Unit;
  readonly max: number;
  /** Everything since the first user, as it was known at each time. */
  readonly points: readonly { readonly at: number; readonly units: number; readonly bad: number }[];
}

export interface DecisionView {
  readonly at: number;
  /** When the next one came; null while it stands. */
  readonly until: number | null;
  /** `hold`, or what somebody did: `held by @octocat`. */
  readonly what: string;
  readonly tone: Tone;
  readonly reason: string;
  readonly sentence: string;
  readonly place: string;
  /** The runs that said so: the first, and how many. */
  readonly run: string;
  readonly looks: number;
}

/** What was expected and what a threshold would have done, beside what was. */
export interface ComparisonView {
  readonly name: string;
  /** Absent where the scenario expects nothing. */
  readonly expected?: string;
  readonly observed: string;
  /** Users who have it at the end. */
  readonly users: number;
  readonly misses: readonly string[];
  /** Of the release itself; the one that comes after it has none. */
  readonly naive?: { readonly text: string; readonly users: number; readonly isFalse: boolean };
}

export interface RunView {
  readonly name: string;
  readonly at: number;
  /** Absent where nobody knows. */
  readonly command?: string;
  readonly conclusion?: string;
  /** What came of it, in words. */
  readonly did: readonly string[];
  /** It moved something, failed, or was asked for. */
  readonly isNotable: boolean;
  readonly address?: string;
  /** Markdown. */
  readonly summary?: string;
  readonly log?: readonly string[];
}
