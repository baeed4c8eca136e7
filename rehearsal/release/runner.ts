import type { VirtualClock } from '#emulators/base/clock';
import type { GitHubEmulator } from '#emulators/github/server';

/** Where the promotion runs, and the GitHub that it writes to. */
export interface Runner {
  readonly clock: VirtualClock;
  readonly github: GitHubEmulator;
  /** A credential of a person with write access, for what people do beside the workflow. */
  readonly token: string;
  /** By schedule, or by hand with these inputs. */
  readonly run: (inputs?: PromotionInputs) => Promise<PromotionRun>;
  readonly close: () => Promise<void>;
}

export interface RunnerOptions {
  /** Absolute: the repository that is rehearsed, with its policy in it. */
  readonly folder: string;
  /** Absolute: the suite's checkout. */
  readonly suite: string;
  readonly machine: NodeJS.ProcessEnv;
  /** Milliseconds since the epoch: where virtual time begins. */
  readonly at: number;
  readonly cores?: number;
}

/** Credentials and addresses that are known when the stores have been started. */
export interface Surroundings {
  readonly secrets: Readonly<Record<string, string>>;
  readonly vars: Readonly<Record<string, string>>;
  readonly endpoints: Readonly<Record<string, string>>;
}

/** Of the caller's workflow. */
export type PromotionInputs = Readonly<Record<string, string>> & { readonly command: string };

/** One run of the promotion. */
export interface PromotionRun {
  /** `success`, or how it ended otherwise. */
  readonly conclusion: string;
  /** Why it did not start; empty when it did. */
  readonly refusals: readonly string[];
  /** Of the job. */
  readonly outputs: Readonly<Record<string, string>>;
  readonly log: readonly string[];
  /** Markdown, as the job summary shows it. */
  readonly summary: string;
  /** Processes that were started for it: one for each phase of a JavaScript action. */
  readonly processes: number;
  /** Real milliseconds. */
  readonly durationMs: number;
}
