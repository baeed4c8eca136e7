import type { VirtualClock } from '#emulators/base/clock';
import type { Ahead } from '#rehearsal/ahead/ahead';
import type { PlannedWorkflow } from '#rehearsal/workflow/start-up';
import type { Workflow } from '#rehearsal/workflow/workflow';
import type { ArtifactStore } from '#rehearsal/stand-ins/artifact-store';
import type { CacheStore } from '#rehearsal/stand-ins/cache-store';
import type { Concurrency } from './concurrency.ts';
import type { RunEvent } from './events.ts';
import type { Git } from './git.ts';
import type { Limiter } from './limiter.ts';
import type { Json } from './matrix.ts';
import type { Finding, JobResult, StandInUse, StepReport } from './result.ts';
import type { Snapshot } from './snapshot.ts';

/** What a person gives a rehearsal in place of the repository's settings. */
export interface Settings {
  readonly secrets?: Readonly<Record<string, string>>;
  readonly vars?: Readonly<Record<string, string>>;
  readonly environments?: Readonly<Record<string, EnvironmentSettings>>;
}

export interface EnvironmentSettings {
  readonly secrets?: Readonly<Record<string, string>>;
  readonly vars?: Readonly<Record<string, string>>;
}

/** What all runs of a rehearsal share. */
export interface Ground {
  /** Absolute: the rehearsed folder. */
  readonly root: string;
  /** Absolute: the suite's own checkout. */
  readonly suite: string;
  /** `owner/name` of the rehearsed repository. */
  readonly repository: string;
  readonly snapshot: Snapshot;
  readonly suiteSnapshot: () => Snapshot;
  readonly git: Git;
  readonly machine: NodeJS.ProcessEnv;
  /** Absolute: everything that a rehearsal leaves on disk. */
  readonly folder: string;
  readonly toolCache: string;
  readonly clock: VirtualClock;
  readonly clockUrl: string;
  readonly clockFile: string;
  readonly apiUrl: string;
  /** Id of a run that has ended, as the emulator knows it. */
  readonly endedRun: number;
  /** Makes a credential for the emulator of GitHub. @returns its secret */
  readonly issueToken: (name: string, permissions: Readonly<Record<string, string>>) => string;
  readonly caches: CacheStore;
  readonly concurrency: Concurrency;
  /** As many jobs at once as the machine has cores. */
  readonly slots: Limiter;
  readonly settings: Settings;
  /** Where the same actions run again and again; undefined where that is not known. */
  readonly ahead: Ahead | undefined;
  /** Real milliseconds per minute of a time limit: a hung process does not hang in virtual time. */
  readonly minuteMs: number;
  /** Real milliseconds between the signals of a cancel. */
  readonly cancelMs: { readonly terminate: number; readonly kill: number };
}

/** One run of one workflow. */
export interface Run {
  readonly ground: Ground;
  readonly event: RunEvent;
  readonly id: number;
  readonly number: number;
  /** The workflow that the event started. */
  readonly top: Workflow;
  readonly name: string;
  /** Absolute. */
  readonly folder: string;
  /** Fires when the run is cancelled. */
  readonly cancel: AbortSignal;
  /** Further variables of JavaScript actions; steps of other kinds do not see them. */
  readonly endpoints: Readonly<Record<string, string>>;
  readonly artifacts: ArtifactStore;
  readonly jobs: JobResult[];
  readonly standIns: StandInUse[];
  readonly warnings: Finding[];
  readonly emit: (event: LiveEvent) => void;
  /** Milliseconds since the run began. */
  readonly elapsed: () => number;
}

/** What a terminal shows while a run goes on. */
export type LiveEvent =
  | { readonly kind: 'job-started'; readonly key: string; readonly name: string }
  | { readonly kind: 'step-started'; readonly key: string; readonly step: string }
  | { readonly kind: 'line'; readonly key: string; readonly line: string }
  | { readonly kind: 'step-ended'; readonly key: string; readonly step: StepReport }
  | { readonly kind: 'job-ended'; readonly key: string; readonly job: JobResult };

/** Where a file comes from, for `$/` and the `job` context. */
export interface Origin {
  /** `owner/name` */
  readonly repository: string;
  /** Absolute. */
  readonly root: string;
  readonly ref: string;
  readonly sha: string;
}

/** One workflow file within a run: the one that the event started, or a called one. */
export interface WorkflowScope {
  readonly workflow: Workflow;
  readonly origin: Origin;
  readonly inputs: Readonly<Record<string, Json>>;
  readonly secrets: Readonly<Record<string, string>>;
  /** The same file as it was laid out before the start: what each job may do, and what it calls. */
  readonly plan: PlannedWorkflow;
  /** Ids and names of the calling jobs. */
  readonly path: readonly string[];
  readonly names: readonly string[];
  /** Fires when a calling job is cancelled, or the run. */
  readonly cancel: AbortSignal;
}
