import type { VirtualClock } from '../base/clock.ts';
import type { FaultPlan } from '../base/fault-plan.ts';
import { createRequestLog, type RequestLog } from '../base/request-log.ts';
import type { Scheduler } from '../base/scheduler.ts';
import { createEmulator, extendEmulator, type Emulator } from '../base/server.ts';
import { createStore } from '../base/store.ts';
import { budgetOf, createManners } from './manners.ts';
import { createRateLimits, PRIMARY_LIMITS, type PrimaryLimits } from './rate-limits.ts';
import { createRoutes } from './routes.ts';
import type { GitHubRoute } from './routing.ts';
import { forkState, type GitHubState } from './state.ts';
import { STORAGE_MANNERS, STORAGE_ROUTES } from './storage.ts';
import type { GitHubWorld } from './world.ts';

export interface GitHubEmulatorOptions {
  readonly world: Pick<GitHubWorld, 'state' | 'tokens'>;
  readonly clock: VirtualClock;
  readonly log?: RequestLog;
  readonly faults?: FaultPlan;
  readonly scheduler?: Scheduler;
  /** Requests an hour by kind of token, where a test wants to run out of them sooner. */
  readonly primaryLimits?: PrimaryLimits;
}

export interface GitHubEmulator extends Emulator<GitHubState> {
  readonly routes: readonly GitHubRoute[];
}

/**
 * api.github.com, REST and GraphQL (`POST /graphql`), as far as the suite uses it, and the storage that it sends downloads to. Give
 * its `url` to Octokit as `baseUrl`, to an action as GITHUB_API_URL. Where GitHub's documents are silent, docs/unverified.md says
 * what is assumed here.
 */
export function createGitHubEmulator(options: GitHubEmulatorOptions): GitHubEmulator {
  const { world, clock, log = createRequestLog(), faults, scheduler } = options;
  const store = createStore(world.state, { fork: forkState });
  const limits = createRateLimits(options.primaryLimits ?? PRIMARY_LIMITS);
  const shared = { store, clock, log, faults, scheduler };
  const storage = createEmulator({
    vendor: 'github-storage',
    routes: STORAGE_ROUTES,
    manners: STORAGE_MANNERS,
    ...shared,
  });
  const routes = createRoutes({
    limits,
    budgetOf: (request, resource) => budgetOf(world.tokens, request, resource),
    storageUrl: () => storage.url,
  });
  const api = createEmulator({ vendor: 'github', routes, manners: createManners(world.tokens, limits), ...shared });
  return extendEmulator(api, {
    get errors() {
      return [...api.errors, ...storage.errors];
    },
    routes,
    start: async () => {
      await Promise.all([api.start(), storage.start()]);
    },
    stop: async () => {
      await Promise.all([api.stop(), storage.stop()]);
    },
  });
}
