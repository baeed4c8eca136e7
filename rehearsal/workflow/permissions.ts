import type { Place } from '../expressions/place.ts';
import { errorAt, type Finding } from './findings.ts';
import { readDefinitions } from './schema.ts';
import type { AccessLevel, PermissionsSetting, Workflow } from './workflow.ts';

/** What a token may do: a level for every scope that GitHub knows. */
export type PermissionSet = Readonly<Record<string, AccessLevel>>;

/**
 * What a token may do when no file says anything: a setting of the repository.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#how-permissions-are-calculated-for-a-workflow-job
 */
export type PermissionPolicy = 'restricted' | 'permissive';

const ranks: Readonly<Record<AccessLevel, number>> = { none: 0, read: 1, write: 2 };

let scopes: ReadonlyMap<string, readonly AccessLevel[]> | undefined;

/** Every scope with the levels that it has besides `none`: `id-token` cannot be read, `models` cannot be written. */
function permissionScopes(): ReadonlyMap<string, readonly AccessLevel[]> {
  if (scopes) return scopes;
  const properties = readDefinitions('workflow')['permissions-mapping']?.mapping?.properties ?? {};
  const levels: Readonly<Record<string, readonly AccessLevel[]>> = {
    'permission-level-write-or-no-access': ['write'],
    'permission-level-read-or-no-access': ['read'],
  };
  scopes = new Map(
    Object.entries(properties).map(([name, property]) => {
      const type = typeof property === 'string' ? property : property.type;
      return [name, levels[type] ?? ['read', 'write']];
    }),
  );
  return scopes;
}

/** @param level of every scope, as far as the scope has it; a scope that cannot be written is read by `write` */
function all(level: AccessLevel): PermissionSet {
  return Object.fromEntries(
    [...permissionScopes()].map(([scope, levels]): [string, AccessLevel] => {
      const within = levels.filter((each) => ranks[each] <= ranks[level]);
      return [scope, within.at(-1) ?? 'none'];
    }),
  );
}

/** The token of a repository that says nothing: reading of contents and packages, or everything but an identity. */
export function defaultPermissions(policy: PermissionPolicy): PermissionSet {
  return policy === 'permissive'
    ? { ...all('write'), 'id-token': 'none' }
    : { ...all('none'), contents: 'read', packages: 'read' };
}

/** What a `permissions:` gives. A scope that it does not name has none. */
export function permissionsOf({ all: level, scopes: named }: PermissionsSetting): PermissionSet {
  if (level !== undefined) return all(level);
  return { ...all('none'), ...Object.fromEntries(named.map((scope) => [scope.name, scope.level])) };
}

export function hasAccess(granted: PermissionSet, scope: string, level: AccessLevel): boolean {
  return ranks[granted[scope] ?? 'none'] >= ranks[level];
}

/** A pull request from a fork reads only, unless the repository's settings say otherwise; `pull_request_target` is no such event. */
export function reduceToRead(granted: PermissionSet): PermissionSet {
  return Object.fromEntries(
    Object.entries(granted).map(([scope, level]): [string, AccessLevel] => {
      const readable = permissionScopes().get(scope)?.includes('read') ?? false;
      return [scope, level === 'write' ? (readable ? 'read' : 'none') : level];
    }),
  );
}

/** Who calls a workflow, and what it may pass on. */
export interface PermissionCeiling {
  readonly granted: PermissionSet;
  /** The `uses:` of the caller, as written. */
  readonly called: string;
  /** Where the caller's job stands. */
  readonly place: Place;
  /** Does some file of the chain of callers say `permissions:`? Else the ceiling is the repository's default. */
  readonly isExplicit: boolean;
  /** Has the called workflow the same owner? A permissive default then lets it take an identity too. */
  readonly isTrusted: boolean;
}

/** What a job may do, and whether a file says so. */
export interface JobPermissions {
  readonly granted: PermissionSet;
  readonly isExplicit: boolean;
}

/**
 * What each job of a workflow may do. A called workflow can only keep or lower what its caller has: what asks for more is an
 * error at start-up, as in GitHub's PermissionsHelper (actions/runner), with its words.
 * @param ceiling of a called workflow
 */
export function grantPermissions(
  workflow: Workflow,
  policy: PermissionPolicy,
  ceiling?: PermissionCeiling,
): { readonly jobs: ReadonlyMap<string, JobPermissions>; readonly findings: readonly Finding[] } {
  const highest = highestOf(policy, ceiling);
  const ofWorkflow = workflow.permissions && permissionsOf(workflow.permissions);
  const findings = exceeding(workflow.permissions, highest, 'The workflow', ceiling);
  const jobs = workflow.jobs.map(({ id, permissions }): [string, JobPermissions] => {
    findings.push(...exceeding(permissions, highest, `The nested job '${id}'`, ceiling));
    const asked = permissions ? permissionsOf(permissions) : (ofWorkflow ?? ceiling?.granted ?? highest);
    const isExplicit = permissions !== undefined || ofWorkflow !== undefined || (ceiling?.isExplicit ?? false);
    return [id, { granted: ceiling ? lower(asked, highest) : asked, isExplicit }];
  });
  return { jobs: new Map(jobs), findings };
}

function highestOf(policy: PermissionPolicy, ceiling: PermissionCeiling | undefined): PermissionSet {
  if (ceiling === undefined) return defaultPermissions(policy);
  const mayIdentify = policy === 'permissive' && ceiling.isTrusted && !ceiling.isExplicit;
  return mayIdentify ? { ...ceiling.granted, 'id-token': 'write' } : ceiling.granted;
}

function exceeding(
  setting: PermissionsSetting | undefined,
  highest: PermissionSet,
  who: string,
  ceiling: PermissionCeiling | undefined,
): Finding[] {
  if (setting === undefined || ceiling === undefined) return [];
  const asked = permissionsOf(setting);
  const over = Object.keys(asked).filter((scope) => !hasAccess(highest, scope, asked[scope] ?? 'none'));
  if (over.length === 0) return [];
  const show = (set: PermissionSet): string => over.map((scope) => `${scope}: ${set[scope] ?? 'none'}`).join(', ');
  const what =
    `Error calling workflow '${ceiling.called}'. ` +
    `${who} is requesting '${show(asked)}', but is only allowed '${show(highest)}'`;
  const why = `A called workflow cannot raise what its caller may do. Grant it in the calling job: ${show(asked)}`;
  return [errorAt(setting.place, what, why, ceiling.place)];
}

function lower(asked: PermissionSet, highest: PermissionSet): PermissionSet {
  return Object.fromEntries(
    Object.entries(asked).map(([scope, level]): [string, AccessLevel] => [
      scope,
      hasAccess(highest, scope, level) ? level : (highest[scope] ?? 'none'),
    ]),
  );
}
