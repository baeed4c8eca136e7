import type { Snapshot } from '#rehearsal/engine/snapshot';
import type { Git } from '#rehearsal/engine/git';
import type { ArtifactStore } from './artifact-store.ts';
import type { CacheStore } from './cache-store.ts';

/** What answers for an action that is not ours. It does what the action does as far as later steps can see it, and says so. */
export interface StandIn {
  /** What it does in place of the action, for people. */
  readonly does: string;
  readonly inputs: Readonly<Record<string, StandInInput>>;
  readonly run: (call: StandInCall) => Promise<StandInOutcome> | StandInOutcome;
}

export interface StandInInput {
  readonly default?: string;
  /** Why a value other than the default cannot be answered here. */
  readonly refused?: string;
}

/** What a stand-in sees: the inputs of the step and the machine of the job. */
export interface StandInCall {
  /** Value of an input; its default, or empty. */
  readonly input: (name: string) => string;
  /** A line of the step's log; commands in it are obeyed. */
  readonly say: (line: string) => void;
  readonly site: JobSite;
}

/** The machine of one job, as stand-ins need it. Paths are absolute. */
export interface JobSite {
  readonly workspace: string;
  readonly temp: string;
  readonly home: string;
  /** `owner/name` of the rehearsed repository. */
  readonly repository: string;
  readonly snapshot: Snapshot;
  /** A snapshot of the suite, for workflows that check it out. */
  readonly suiteSnapshot: () => Snapshot;
  readonly git: Git;
  readonly ref: string;
  readonly sha: string;
  readonly baseRef: string;
  /** The job's GITHUB_TOKEN. */
  readonly token: string;
  readonly permissions: Readonly<Record<string, string>>;
  /** The Node that actions run on. */
  readonly node: string;
  readonly machine: NodeJS.ProcessEnv;
  readonly artifacts: ArtifactStore;
  readonly caches: CacheStore;
  readonly job: string;
}

export interface StandInOutcome {
  readonly outputs?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  /** Folders put before PATH. */
  readonly path?: readonly string[];
  /** What differs from the real action in this very call. */
  readonly warning?: string;
  /** The step fails with this message. */
  readonly failure?: string;
  readonly post?: StandInPost;
}

export interface StandInPost {
  /** The action's `post-if`. */
  readonly condition: 'always' | 'success';
  readonly run: (say: (line: string) => void) => void;
}
