import { createFaultPlan, type PlannedFault } from '#emulators/base/fault-plan';
import type { LogEntry } from '#emulators/base/request-log';
import type { Release } from '#emulators/github/state';
import type { GitHubWorld } from '#emulators/github/world';
import { releaseVersion } from '../../actions/release-version/main.ts';
import { withGitHub } from '../emulators/github-harness.ts';
import { play, type Mode, type Seen } from '../support/scenario.ts';
import { serveTime } from '../support/virtual-time.ts';
import { startStores, type Stores } from './stores.ts';

export interface Setting {
  readonly inputs?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly files?: Readonly<Record<string, string>>;
  readonly prepare?: (world: GitHubWorld) => void;
  readonly faults?: readonly PlannedFault[];
  /** Both stores are there, and asked. */
  readonly stores?: Stores;
  readonly permissions?: Readonly<Record<string, 'read' | 'write'>>;
}

export interface After {
  readonly seen: Seen;
  /** Commit by name, all of git. */
  readonly refs: Readonly<Record<string, string>>;
  readonly releases: readonly Release[];
  readonly log: readonly LogEntry[];
  /** The commit of the run. */
  readonly commit: string;
  /** Secrets of the keys to the stores. */
  readonly keys: readonly string[];
}

export const TAG = 'tracker@2.15.3+20261124.1';
const RESERVED = 'refs/slipway/builds/tracker/';

/** Numbers that are reserved, in order. */
export function reservedIn(refs: After['refs']): string[] {
  return Object.keys(refs)
    .filter((name) => name.startsWith(RESERVED))
    .map((name) => name.slice(RESERVED.length))
    .sort();
}

export function reserveIn(world: GitHubWorld, ...builds: readonly string[]): void {
  for (const build of builds) world.repository.refs[`${RESERVED}${build}`] = headOf(world);
}

export function headOf(world: GitHubWorld): string {
  return world.repository.refs['refs/heads/main'] ?? '';
}

/** Runs the action on 24 November 2026, 9:00 UTC, for a commit on main whose package.json says 2.15.3. */
export async function run(mode: Mode, setting: Setting, look: (after: After) => void | Promise<void>): Promise<void> {
  let commit = '';
  const prepare = (world: GitHubWorld): void => {
    world.tokens.length = 0;
    world.addToken({ name: 'workflow', permissions: setting.permissions ?? { contents: 'write' } });
    setting.prepare?.(world);
    commit = headOf(world);
  };
  await withGitHub({ prepare, faults: createFaultPlan(setting.faults) }, async ({ emulator, clock, repo }) => {
    const time = await serveTime(clock);
    const stores = setting.stores === undefined ? undefined : await startStores(setting.stores, clock);
    const scenario = {
      inputs: { 'github-token': 'ghs_workflow', release: 'tracker', ...stores?.inputs, ...setting.inputs },
      files: { 'package.json': '{ "version": "2.15.3" }', ...setting.files },
      env: {
        GITHUB_REPOSITORY: `${repo.owner}/${repo.repo}`,
        GITHUB_API_URL: emulator.url,
        GITHUB_SHA: commit,
        ...stores?.env,
        ...setting.env,
      },
      ...time.scenario,
    };
    try {
      await play(mode, releaseVersion, scenario, async (seen) => {
        const { refs = {}, releases = [] } = emulator.snapshot().repositories[`${repo.owner}/${repo.repo}`] ?? {};
        await look({ seen, refs, releases, log: emulator.log.entries(), commit, keys: stores?.keys ?? [] });
      });
    } finally {
      await time.stop();
      await stores?.stop();
    }
  });
}
