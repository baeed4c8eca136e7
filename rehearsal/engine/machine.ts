import type { Result, StepReport } from './result.ts';
import type { ProblemMatchers } from '#rehearsal/runner/problem-matchers';
import type { JobSite } from '#rehearsal/stand-ins/stand-in';
import type { Scope } from '#rehearsal/expressions/evaluate';
import type { Place } from '#rehearsal/expressions/place';
import type { StepsJob } from '#rehearsal/workflow/workflow';
import type { JobFolders } from './contexts.ts';
import { jobContext, matrixContext } from './contexts.ts';
import { hashFiles } from './hash-files.ts';
import type { Json, JsonObject, Leg } from './matrix.ts';
import type { Origin, Run, WorkflowScope } from './run-state.ts';

/** A job while it runs: what its steps share. */
export interface Machine {
  readonly run: Run;
  readonly scope: WorkflowScope;
  readonly job: StepsJob;
  readonly key: string;
  readonly name: string;
  readonly folders: JobFolders;
  readonly site: JobSite;
  /** What processes see of this machine. */
  readonly least: Readonly<Record<string, string>>;
  /** Set for the whole job: `env:` of workflow and job, and what steps wrote to GITHUB_ENV. */
  readonly env: Map<string, string>;
  /** Folders before PATH, the last one added first. */
  path: readonly string[];
  readonly masks: Set<string>;
  readonly matchers: ProblemMatchers;
  readonly defaults: { shell: string; workingDirectory: string };
  readonly cancel: AbortSignal;
  status: JobStatus;
  /** In the order of registration; they run from the last to the first. */
  readonly posts: Post[];
  /** What steps saved for their post, by the key of the step. */
  readonly states: Map<string, Map<string, string>>;
  readonly contexts: {
    readonly github: JsonObject;
    readonly vars: JsonObject;
    readonly secrets: JsonObject;
    readonly needs: JsonObject;
    readonly strategy: JsonObject;
    readonly leg: Leg | undefined;
    readonly runner: JsonObject;
  };
}

export type JobStatus = 'success' | 'failure' | 'cancelled';

/** Something that runs after all steps. */
export interface Post {
  readonly name: string;
  readonly key: string;
  readonly condition: string;
  readonly frame: Frame;
  readonly run: (control: StepControl) => Promise<Done>;
}

/** What a level of steps sees: the job's own steps, or those of a composite action. */
export interface Frame {
  /** The `steps` context. */
  readonly steps: Record<string, StepEntry>;
  readonly inputs: Readonly<Record<string, Json>>;
  /** `env:` of the composite step and those around it: before what the job has. */
  readonly overrides: Readonly<Record<string, string>>;
  /** Members of `github` that differ from the job's. */
  readonly github: JsonObject;
  /** Where `$/` leads. */
  readonly origin: Origin;
  /** What `success()` and `failure()` ask. */
  readonly status: () => JobStatus;
  /** 0 for the job's own steps. */
  readonly depth: number;
}

export interface StepEntry {
  readonly outputs: Readonly<Record<string, string>>;
  readonly outcome: Result;
  readonly conclusion: Result;
}

/** What a step's work ended with. */
export interface Done {
  readonly outcome: JobStatus;
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
  readonly children?: readonly StepReport[];
  readonly standIn?: string;
}

/** What a step's work is given. */
export interface StepControl {
  readonly key: string;
  readonly frame: Frame;
  /** `env` as the step sees it. */
  readonly env: Readonly<Record<string, string>>;
  /** Expressions of the step. */
  readonly scope: Scope;
  readonly sink: StepSink;
  /** Fires when the step has to end. */
  readonly signal: AbortSignal;
}

/** Where the lines of a step go. */
export interface StepSink {
  /** A line of output: commands are obeyed. */
  readonly read: (line: string) => void;
  /** An annotation of the runner itself. */
  readonly fail: (message: string) => void;
  readonly warn: (message: string) => void;
}

/** Expressions of a step. */
export function stepScope(
  machine: Machine,
  frame: Frame,
  env: Readonly<Record<string, string>>,
  where: Place,
  github: JsonObject = {},
): Scope {
  const { contexts } = machine;
  const status = frame.depth === 0 ? {} : { action_status: frame.status() };
  return {
    contexts: {
      github: { ...contexts.github, ...frame.github, ...github, ...status },
      env,
      vars: contexts.vars,
      secrets: contexts.secrets,
      inputs: frame.inputs,
      needs: contexts.needs,
      strategy: contexts.strategy,
      matrix: matrixContext(contexts.leg),
      job: jobContext(machine.scope, machine.status),
      steps: frame.steps,
      runner: contexts.runner,
    },
    functions: {
      success: () => frame.status() === 'success',
      failure: () => frame.status() === 'failure',
      always: () => true,
      cancelled: () => machine.status === 'cancelled',
      hashFiles: (...patterns) => hashFiles(machine.folders.workspace, patterns),
    },
    where,
  };
}

/** `env` before a step adds its own. */
export function baseEnv(machine: Machine, frame: Frame): Record<string, string> {
  return { ...Object.fromEntries(machine.env), ...frame.overrides };
}
