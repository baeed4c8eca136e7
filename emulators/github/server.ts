import type { VirtualClock } from '../base/clock.ts';
import type { FaultPlan } from '../base/fault-plan.ts';
import { createRequestLog, type RequestLog } from '../base/request-log.ts';
import type { Scheduler } from '../base/scheduler.ts';
import { createEmulator, type Emulator } from '../base/server.ts';
import { createStore } from '../base/store.ts';
import { createManners } from './manners.ts';
import { createRateLimits, PRIMARY_LIMITS } from './rate-limits.ts';
import { createRoutes } from './routes.ts';
import { forkState, type GitHubState } from './state.ts';
import type { GitHubWorld } from './world.ts';

export interface GitHubEmulatorOptions {
  readonly world: GitHubWorld;
  readonly clock: VirtualClock;
  readonly log?: RequestLog;
  readonly faults?: FaultPlan;
  readonly scheduler?: Scheduler;
  /** Requests an hour by kind of token, where a test wants to run out of them sooner. */
  readonly primaryLimits?: typeof PRIMARY_LIMITS;
}

export type GitHubEmulator = Emulator<GitHubState>;

/**
 * api.github.com, REST and GraphQL (`POST /graphql`), as far as the suite uses it. Give its `url` to Octokit as `baseUrl`, to an
 * action as GITHUB_API_URL. What it does beyond GitHub's documents is listed in docs/unverified.md.
 */
export function createGitHubEmulator(options: GitHubEmulatorOptions): GitHubEmulator {
  const { world, clock, log = createRequestLog(), faults, scheduler } = options;
  const store = createStore(world.state, { fork: forkState });
  const limits = createRateLimits(options.primaryLimits ?? PRIMARY_LIMITS);
  return createEmulator({
    vendor: 'github',
    routes: createRoutes({ limits, tokens: world.tokens }),
    manners: createManners(world.tokens, limits),
    store,
    clock,
    log,
    faults,
    scheduler,
  });
}
