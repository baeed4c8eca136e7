import type { Place } from '../expressions/place.ts';
import type { ListNode, MapNode, Scalar, TextNode } from '../expressions/template.ts';
import type { Entry } from './fields.ts';

/** A workflow file, with a place for every value. What may hold expressions is a `Template`, evaluated at run time. */
export interface Workflow {
  /** From the root of its repository, with slashes. */
  readonly path: string;
  readonly place: Place;
  readonly name?: TextNode;
  readonly runName?: TextNode;
  readonly on: readonly Trigger[];
  /** A mapping, or one expression that gives one. */
  readonly env?: MapNode | TextNode;
  readonly defaults?: RunDefaults;
  readonly permissions?: PermissionsSetting;
  readonly concurrency?: Concurrency;
  readonly jobs: readonly Job[];
}

export interface Trigger {
  readonly event: string;
  readonly place: Place;
  /** Lists of patterns or names, as the file gives them; an absent filter lets everything through. */
  readonly filters: Readonly<Partial<Record<FilterName, readonly TextNode[]>>>;
  /** Of `schedule`. */
  readonly schedules: readonly Schedule[];
  /** Of `workflow_dispatch` and `workflow_call`. */
  readonly inputs: readonly InputDefinition[];
  /** Of `workflow_call`. */
  readonly secrets: readonly SecretDefinition[];
  readonly outputs: readonly OutputDefinition[];
}

export const filterNames = [
  'types',
  'branches',
  'branches-ignore',
  'tags',
  'tags-ignore',
  'paths',
  'paths-ignore',
  'workflows',
  'names',
  'versions',
] as const;
export type FilterName = (typeof filterNames)[number];

export interface Schedule {
  readonly place: Place;
  readonly cron: TextNode;
  /** An IANA name; UTC when absent. */
  readonly timezone?: TextNode;
}

export const inputTypes = ['string', 'boolean', 'number', 'choice', 'environment'] as const;
export type InputType = (typeof inputTypes)[number];

export interface InputDefinition {
  readonly name: string;
  readonly place: Place;
  readonly type: InputType;
  readonly required: boolean;
  readonly default?: Scalar;
  /** Of a `choice`. */
  readonly options: readonly TextNode[];
  readonly description?: string;
  /** Of an input of an action. */
  readonly deprecationMessage?: string;
}

export interface SecretDefinition {
  readonly name: string;
  readonly place: Place;
  readonly required: boolean;
}

export interface OutputDefinition {
  readonly name: string;
  readonly place: Place;
  /** Absent for an output of a JavaScript action, which sets it itself. */
  readonly value?: Scalar;
}

export interface RunDefaults {
  readonly shell?: TextNode;
  readonly workingDirectory?: TextNode;
}

export type AccessLevel = 'none' | 'read' | 'write';

export interface PermissionsSetting {
  readonly place: Place;
  /** `read-all` or `write-all`; else the scopes that are named, and all others have none. */
  readonly all?: 'read' | 'write';
  readonly scopes: readonly { readonly name: string; readonly level: AccessLevel; readonly place: Place }[];
}

export interface Concurrency {
  readonly place: Place;
  readonly group: Scalar;
  readonly cancelInProgress?: Scalar;
  /** `single` when absent: one pending run, the older one gives way. */
  readonly queue?: Scalar;
}

interface AnyJob {
  readonly id: string;
  readonly place: Place;
  readonly name?: Scalar;
  readonly needs: readonly TextNode[];
  /** As written, with or without `${{ }}`: for `evaluateCondition`. */
  readonly if?: TextNode;
  readonly strategy?: Strategy | TextNode;
  readonly permissions?: PermissionsSetting;
  readonly concurrency?: Concurrency;
}

/** A job with steps. */
export interface StepsJob extends AnyJob {
  readonly kind: 'steps';
  readonly runsOn: RunsOn;
  readonly env?: MapNode | TextNode;
  readonly environment?: EnvironmentReference;
  readonly outputs: readonly Entry[];
  readonly timeoutMinutes?: Scalar;
  readonly cancelTimeoutMinutes?: Scalar;
  readonly continueOnError?: Scalar;
  readonly defaults?: RunDefaults;
  readonly steps: readonly Step[];
}

/** A job that calls a reusable workflow. */
export interface CallJob extends AnyJob {
  readonly kind: 'call';
  readonly uses: TextNode;
  readonly with: readonly Entry[];
  readonly secrets: 'inherit' | readonly Entry[];
  /** Of `secrets:`, or of the job. */
  readonly secretsPlace: Place;
}

export type Job = StepsJob | CallJob;

export interface Strategy {
  readonly kind: 'strategy';
  readonly place: Place;
  readonly failFast?: Scalar;
  readonly maxParallel?: Scalar;
  /** With `include` and `exclude` in it; or one expression. */
  readonly matrix?: MapNode | TextNode;
}

export interface RunsOn {
  readonly place: Place;
  /** One label, a list of them, or an expression that gives either. */
  readonly labels?: Scalar | ListNode;
  readonly group?: Scalar;
}

export interface EnvironmentReference {
  readonly place: Place;
  readonly name: Scalar;
  readonly url?: Scalar;
  /** No deployment record is made when it is false. */
  readonly deployment?: Scalar;
}

interface AnyStep {
  readonly place: Place;
  readonly id?: TextNode;
  readonly name?: Scalar;
  readonly if?: TextNode;
  readonly env?: MapNode | TextNode;
  readonly continueOnError?: Scalar;
  readonly timeoutMinutes?: Scalar;
}

export interface RunStep extends AnyStep {
  readonly kind: 'run';
  readonly run: Scalar;
  readonly shell?: Scalar;
  readonly workingDirectory?: Scalar;
}

export interface UsesStep extends AnyStep {
  readonly kind: 'uses';
  readonly uses: TextNode;
  readonly with?: MapNode | TextNode;
}

export type Step = RunStep | UsesStep;
