import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { createClockServer } from '#emulators/base/clock-server';
import { createVirtualClock } from '#emulators/base/clock';
import type { VirtualClock } from '#emulators/base/clock';
import type { Permissions, Scope } from '#emulators/github/routing';
import { createGitHubEmulator } from '#emulators/github/server';
import type { GitHubEmulator } from '#emulators/github/server';
import { createAhead } from '#rehearsal/ahead/ahead';
import { runnerCancelMs } from '#rehearsal/runner/process';
import { createCacheStore } from '#rehearsal/stand-ins/cache-store';
import { createConcurrency } from './concurrency.ts';
import { createGit } from './git.ts';
import { createRehearsedWorld } from './github-world.ts';
import { createLimiter } from './limiter.ts';
import type { RunResult } from './result.ts';
import type { Ground, Settings } from './run-state.ts';
import type { RunRequest } from './run.ts';
import { runWorkflow } from './run.ts';
import type { Snapshot } from './snapshot.ts';
import { takeSnapshot } from './snapshot.ts';

/** A folder that is rehearsed: its snapshot, one virtual time, one GitHub, and the runs one after the other. */
export interface Rehearsal {
  readonly run: (request: RunRequest) => Promise<RunResult>;
  readonly snapshot: Snapshot;
  readonly clock: VirtualClock;
  readonly github: GitHubEmulator;
  /** Makes a credential of GitHub, for what people do beside the workflows. @returns its secret */
  readonly issueToken: Ground['issueToken'];
  /** Absolute: where runs leave their files; gone after `close`. */
  readonly folder: string;
  readonly close: () => Promise<void>;
}

export interface RehearsalOptions {
  /** The folder to rehearse. */
  readonly root: string;
  /** The suite's own checkout. */
  readonly suite: string;
  /** `owner/name`; default: what its remote says, else made up after the folder. */
  readonly repository?: string;
  /** Of the person: only what a step needs to start at all is taken from it. */
  readonly machine: NodeJS.ProcessEnv;
  /** ISO 8601; where virtual time begins. */
  readonly at: string;
  readonly settings?: Settings;
  /** Jobs at once; default: the machine's cores. */
  readonly cores?: number;
  readonly toolCache?: string;
  /** Absolute: where its folder is made; default: where the machine has temporary files. */
  readonly temp?: string;
  /** Many runs of the same workflow will come: processes of its actions are started before their steps begin. */
  readonly isRepeated?: boolean;
  /** Real milliseconds per minute of a time limit; tests have shorter ones. */
  readonly minuteMs?: number;
  readonly cancelMs?: Ground['cancelMs'];
}

/** Opens a rehearsal of a folder. Nothing in the folder is changed; what runs leave behind is removed by `close`. */
export async function openRehearsal(options: RehearsalOptions): Promise<Rehearsal> {
  const { machine, at } = options;
  const root = resolve(options.root);
  const folder = mkdtempSync(join(options.temp ?? tmpdir(), 'slipway-rehearsal-'));
  const git = createGit(machine, at);
  const snapshot = takeSnapshot(git, root, join(folder, 'repository'));
  const repository =
    options.repository ?? nameRepository(git(['remote', 'get-url', 'origin'], { cwd: root, otherwise: '' }), root);
  const clock = createVirtualClock(at);
  const clockFile = join(folder, 'clock');
  const clockServer = await createClockServer(clock, { file: clockFile });
  const { world, endedRun } = createRehearsedWorld({
    ...{ repository, snapshot, at, machine },
    workflows: listWorkflows(root),
  });
  const github = createGitHubEmulator({ world, clock });
  await github.start();
  let suiteSnapshot: Snapshot | undefined;
  const toolCache = options.toolCache ?? join(folder, 'tool-cache');
  mkdirSync(toolCache, { recursive: true });
  const ground: Ground = {
    root,
    suite: options.suite,
    repository,
    snapshot,
    suiteSnapshot: () => (suiteSnapshot ??= takeSnapshot(git, options.suite, join(folder, 'suite'))),
    git,
    machine,
    folder,
    toolCache,
    clock,
    clockUrl: clockServer.url,
    clockFile,
    apiUrl: github.url,
    endedRun,
    issueToken: (name, permissions) =>
      world.addToken({ name, secret: `ghs_${name.replaceAll(/\W+/g, '_')}_rehearsal`, permissions: toApi(permissions) })
        .secret,
    caches: createCacheStore(join(folder, 'caches')),
    concurrency: createConcurrency(),
    slots: createLimiter(options.cores ?? availableParallelism()),
    settings: options.settings ?? {},
    ahead: options.isRepeated === true ? createAhead(join(folder, 'compiled')) : undefined,
    minuteMs: options.minuteMs ?? 60_000,
    cancelMs: options.cancelMs ?? runnerCancelMs,
  };
  let runs = 0;
  return {
    snapshot,
    clock,
    github,
    issueToken: ground.issueToken,
    folder,
    run: async (request) => {
      const createdAt = clock.iso();
      const result = await runWorkflow(ground, (runs += 1), request);
      // Later runs may ask when this workflow ran before.
      const { conclusion } = result;
      if (conclusion !== 'startup-failure')
        world.addRun({ workflow: nameOf(request.workflow), event: request.event, conclusion, createdAt });
      return result;
    },
    close: async () => {
      await Promise.all([ground.ahead?.close(), github.stop(), clockServer.stop()]);
      // Retries: folders of the last jobs may be going at the same time.
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

function listWorkflows(root: string): readonly string[] {
  const folder = join(root, '.github/workflows');
  return existsSync(folder) ? readdirSync(folder).map(nameOf) : [];
}

const nameOf = (path: string): string => basename(path).replace(/\.ya?ml$/, '');

function nameRepository(remote: string, root: string): string {
  const named = /[/:](?<name>[\w.-]+\/[\w.-]+?)(?:\.git)?$/.exec(remote)?.groups?.['name'];
  return named ?? `example-org/${basename(root).replaceAll(/[^\w.-]/g, '-')}`;
}

/** Workflows write `pull-requests`, the API `pull_requests`. */
function toApi(permissions: Readonly<Record<string, string>>): Permissions {
  return Object.fromEntries(
    Object.entries(permissions).map(([name, level]) => [name.replaceAll('-', '_') as Scope, level as 'read' | 'write']),
  );
}
