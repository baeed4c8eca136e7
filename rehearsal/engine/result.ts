import type { Annotation } from '#rehearsal/runner/log-commands';

/** What GitHub shows of a job or step when it is over. */
export type Result = 'success' | 'failure' | 'cancelled' | 'skipped';

/** Everything that a rehearsed run was: what terminal and page draw, and what tests look at. Times are milliseconds since the run's start. */
export interface RunResult {
  readonly workflow: { readonly name: string; readonly path: string };
  /** `run-name`, or the workflow's name. */
  readonly title: string;
  readonly event: { readonly name: string; readonly payload: unknown };
  readonly repository: string;
  readonly ref: string;
  readonly sha: string;
  readonly runNumber: number;
  /** `startup-failure`: GitHub would not have started a single job. */
  readonly conclusion: Result | 'startup-failure';
  /** Why the run did not start; empty when it did. */
  readonly refusals: readonly Finding[];
  readonly jobs: readonly JobResult[];
  readonly artifacts: readonly ArtifactResult[];
  /** What was answered by something else than on GitHub. */
  readonly standIns: readonly StandInUse[];
  /** What differs from GitHub in this run without stopping it. */
  readonly warnings: readonly Finding[];
  readonly durationMs: number;
}

/** Something about a place in a file; without a line it is about the whole run. */
export interface Finding {
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
  readonly message: string;
}

export interface JobResult {
  /** Unique in the run: ids of the calling jobs and its own, with the number of the leg. */
  readonly key: string;
  /** As GitHub shows it: `mobile / Quality gate`. */
  readonly name: string;
  /** Ids from the outermost calling job to this one. */
  readonly path: readonly string[];
  readonly result: Result;
  /** Set when `continue-on-error` made a failure count as success. */
  readonly tolerated: boolean;
  readonly leg: Readonly<Record<string, unknown>> | undefined;
  readonly outputs: Readonly<Record<string, string>>;
  readonly environment?: { readonly name: string; readonly url: string };
  readonly steps: readonly StepReport[];
  /** Of the job itself: why it was skipped, what could not be evaluated. */
  readonly annotations: readonly PlacedAnnotation[];
  readonly startMs: number;
  readonly durationMs: number;
}

export type Phase = 'set-up' | 'pre' | 'main' | 'post' | 'complete';

export interface StepReport {
  readonly name: string;
  /** Of the step in the workflow; generated ones are absent. */
  readonly id?: string;
  readonly phase: Phase;
  /** Before `continue-on-error`. */
  readonly outcome: Result;
  /** After it. */
  readonly conclusion: Result;
  readonly outputs: Readonly<Record<string, string>>;
  readonly annotations: readonly PlacedAnnotation[];
  /** Annotations beyond what GitHub keeps. */
  readonly dropped: number;
  /** Markdown, masked. */
  readonly summary: string;
  readonly log: readonly string[];
  /** What stood in for an action that is not ours. */
  readonly standIn?: string;
  readonly startMs: number;
  readonly durationMs: number;
  /** Virtual time that the step let pass. */
  readonly waitedMs: number;
  /** Steps of a composite action. */
  readonly children: readonly StepReport[];
}

/** An annotation with the lines around its place, where the file could be read when it was made. */
export interface PlacedAnnotation extends Annotation {
  readonly excerpt?: readonly { readonly line: number; readonly text: string }[];
}

export interface ArtifactResult {
  readonly name: string;
  readonly files: readonly { readonly path: string; readonly bytes: number }[];
  readonly retentionDays: number;
  readonly job: string;
}

export interface StandInUse {
  /** `actions/checkout@<ref>` */
  readonly action: string;
  /** Where it was used, such as `mobile / Quality gate`. */
  readonly job: string;
  /** What it did in place of the action. */
  readonly did: string;
}
