import { getOctokit } from '@actions/github';
import { createVirtualClock, type VirtualClock } from '#emulators/base/clock';
import { createFaultPlan, type FaultPlan } from '#emulators/base/fault-plan';
import type { Scheduler } from '#emulators/base/scheduler';
import type { PrimaryLimits } from '#emulators/github/rate-limits';
import { createGitHubEmulator, type GitHubEmulator } from '#emulators/github/server';
import { createGitHubWorld, type GitHubWorld, type GitHubWorldOptions } from '#emulators/github/world';

const START = '2026-11-24T09:00:00Z';

export type Octokit = ReturnType<typeof getOctokit>;

export interface Stage {
  readonly world: GitHubWorld;
  readonly clock: VirtualClock;
  readonly emulator: GitHubEmulator;
  readonly faults: FaultPlan;
  /** The repository, as Octokit takes it. */
  readonly repo: { readonly owner: string; readonly repo: string };
  /** A real client with the secret of one of the world's tokens; default: the world's first. */
  readonly octokit: (secret?: string) => Octokit;
  /** A plain request below the repository (`/git/refs`) or, with a leading `//`, below the API. */
  readonly request: (method: string, path: string, options?: RequestOptions) => Promise<Reply>;
}

export interface RequestOptions {
  readonly body?: unknown;
  readonly secret?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The parsed body; undefined where there is none. */
  readonly body: unknown;
}

export interface StageOptions extends GitHubWorldOptions {
  readonly prepare?: (world: GitHubWorld) => void;
  readonly scheduler?: Scheduler;
  readonly clock?: VirtualClock;
  readonly primaryLimits?: PrimaryLimits;
  readonly faults?: FaultPlan;
}

/** Runs a test against an emulator that lives as long as the test. The clock begins a day after the world. */
export async function withGitHub(options: StageOptions, run: (stage: Stage) => Promise<void>): Promise<void> {
  const { prepare, scheduler, primaryLimits, ...worldOptions } = options;
  const world = createGitHubWorld({ at: '2026-11-23T09:00:00Z', ...worldOptions });
  prepare?.(world);
  const clock = options.clock ?? createVirtualClock(START);
  const faults = options.faults ?? createFaultPlan();
  const emulator = createGitHubEmulator({
    world,
    clock,
    faults,
    ...(scheduler === undefined ? {} : { scheduler }),
    ...(primaryLimits === undefined ? {} : { primaryLimits }),
  });
  await emulator.start();
  const { owner, name: repo } = world.repository;
  try {
    await run({
      world,
      clock,
      emulator,
      faults,
      repo: { owner, repo },
      octokit: (secret = 'ghs_workflow') =>
        getOctokit(secret, { baseUrl: emulator.url, request: { fetch }, log: SILENT }),
      request: async (method, path, { body, secret = 'ghs_workflow', headers = {} } = {}) => {
        const url = path.startsWith('//') ? path.slice(1) : `/repos/${owner}/${repo}${path}`;
        const response = await fetch(`${emulator.url}${url}`, {
          method,
          redirect: 'manual',
          headers: { authorization: `Bearer ${secret}`, ...headers },
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        });
        const text = await response.text();
        return { status: response.status, headers: response.headers, text, body: parse(text) };
      },
    });
    if (emulator.errors.length > 0) throw new AggregateError(emulator.errors, 'The emulator failed.');
  } finally {
    await emulator.stop();
  }
}

function parse(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

const nothing = (): void => undefined;
const SILENT = { debug: nothing, info: nothing, warn: nothing, error: nothing };
