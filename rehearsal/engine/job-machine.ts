import { mkdirSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { machineEnvironment } from '#rehearsal/runner/environment';
import { createProblemMatchers } from '#rehearsal/runner/problem-matchers';
import type { JobSite } from '#rehearsal/stand-ins/stand-in';
import type { StepsJob } from '#rehearsal/workflow/workflow';
import type { JobFolders } from './contexts.ts';
import { githubContext, runnerContext } from './contexts.ts';
import type { Machine } from './machine.ts';
import type { JsonObject, Leg } from './matrix.ts';
import type { Run, WorkflowScope } from './run-state.ts';

/** A job that is about to run: one leg of it. */
export interface JobStart {
  readonly run: Run;
  readonly scope: WorkflowScope;
  readonly job: StepsJob;
  readonly key: string;
  readonly name: string;
  readonly leg: Leg | undefined;
  readonly strategy: JsonObject;
  readonly needs: JsonObject;
  readonly permissions: Readonly<Record<string, string>>;
  /** Name of the job's environment. */
  readonly environment: string | undefined;
  /** Fires when the job has to end. */
  readonly cancel: AbortSignal;
}

/** As on GitHub: the workspace is a folder with the repository's name, twice. */
export function makeFolders(run: Run, key: string): JobFolders {
  const place = join(run.folder, 'jobs', key.replaceAll(/[^\w.-]+/g, '_'));
  const repository = run.ground.repository.split('/')[1] ?? 'repository';
  const folders = {
    workspace: join(place, 'work', repository, repository),
    temp: join(place, 'work', '_temp'),
    home: join(place, 'home'),
  };
  for (const folder of Object.values(folders)) mkdirSync(folder, { recursive: true });
  return folders;
}

export function createMachine(start: JobStart, folders: JobFolders, trackingId: string, cancel: AbortSignal): Machine {
  const { run, scope, job, key, name } = start;
  const { ground } = run;
  const token = ground.issueToken(`${run.number} ${key}`, start.permissions);
  const secrets: Record<string, string> = { ...secretsOf(start), GITHUB_TOKEN: token };
  return {
    run,
    scope,
    job,
    key,
    name,
    folders,
    least: { ...machineEnvironment(ground.machine), RUNNER_TRACKING_ID: trackingId },
    site: createSite(start, folders, token),
    env: new Map(),
    path: [],
    masks: new Set(
      Object.values(secrets)
        .flatMap((secret) => [secret, ...secret.split(/\r?\n/)])
        .filter((text) => text.trim() !== ''),
    ),
    matchers: createProblemMatchers((file, fromPath) => rootFile(folders.workspace, file, fromPath)),
    defaults: { shell: '', workingDirectory: '' },
    cancel,
    status: 'success',
    posts: [],
    states: new Map(),
    contexts: {
      github: { ...githubContext(run), token, job: job.id, workspace: folders.workspace },
      vars: { ...ground.settings.vars, ...environmentOf(start)?.vars },
      secrets,
      needs: start.needs,
      strategy: start.strategy,
      leg: start.leg,
      runner: runnerContext(run, folders),
    },
  };
}

function createSite({ run, name, permissions }: JobStart, folders: JobFolders, token: string): JobSite {
  const { ground, event } = run;
  return {
    workspace: folders.workspace,
    temp: folders.temp,
    home: folders.home,
    repository: ground.repository,
    snapshot: ground.snapshot,
    suiteSnapshot: ground.suiteSnapshot,
    git: ground.git,
    ref: event.ref,
    sha: event.sha,
    baseRef: event.baseRef,
    token,
    permissions,
    node: process.execPath,
    machine: ground.machine,
    artifacts: run.artifacts,
    caches: ground.caches,
    job: name,
  };
}

function environmentOf({ run, environment }: JobStart): { secrets?: object; vars?: object } | undefined {
  return environment === undefined ? undefined : run.ground.settings.environments?.[environment];
}

/**
 * Secrets of a job's environment. In a called workflow of the same repository they replace what was passed under the same name and
 * add nothing; in one of another owner's they do not arrive at all. (docs/unverified.md: measured by others, documented otherwise)
 */
function secretsOf(start: JobStart): Record<string, string> {
  const passed = start.scope.secrets;
  const own = (environmentOf(start)?.secrets ?? {}) as Readonly<Record<string, string>>;
  if (start.scope.path.length === 0) return { ...passed, ...own };
  if (start.scope.origin.repository !== start.run.ground.repository) return passed;
  return Object.fromEntries(Object.entries(passed).map(([name, value]) => [name, own[name] ?? value]));
}

/** Where a tool says that something is, relative to the workspace; only files that are there (actions/runner, OutputManager). */
function rootFile(workspace: string, file: string, fromPath: string | undefined): string | undefined {
  const path = resolve(workspace, fromPath === undefined ? '' : dirname(fromPath), file);
  if (!path.startsWith(workspace + sep)) return undefined;
  if (statSync(path, { throwIfNoEntry: false })?.isFile() !== true) return undefined;
  return relative(workspace, path).split(sep).join('/');
}
