import type { VirtualClock } from '../base/clock.ts';
import type { FaultPlan } from '../base/fault-plan.ts';
import type { RequestLog } from '../base/request-log.ts';
import type { Scheduler } from '../base/scheduler.ts';
import { createEmulator, extendEmulator, type Emulator } from '../base/server.ts';
import { createStore } from '../base/store.ts';
import { createIngestion, type SentryIngestion } from './ingestion.ts';
import { createManners } from './manners.ts';
import { createRateLimits, type RateLimit } from './rate-limits.ts';
import { RELEASE_ROUTES } from './routes/releases.ts';
import { SESSION_ROUTES } from './routes/sessions.ts';
import type { SentryRoute } from './routing.ts';
import { forkState, type SentryState } from './state.ts';
import type { SentryWorld } from './world.ts';

export interface SentryEmulatorOptions {
  readonly world: Pick<SentryWorld, 'state'>;
  readonly clock: VirtualClock;
  readonly log?: RequestLog;
  readonly faults?: FaultPlan;
  readonly scheduler?: Scheduler;
  /** Default: 40 requests a second, as https://docs.sentry.io/api/ratelimits/ gives as an example. */
  readonly limit?: RateLimit;
}

export interface SentryEmulator extends Emulator<SentryState> {
  readonly routes: readonly SentryRoute[];
  readonly ingestion: SentryIngestion;
}

/**
 * Release health and releases of sentry.io, a region of it or a self-hosted one: what gates need of its web API. What it does not
 * know answers 501. Where Sentry's documents are silent, docs/unverified.md says what is assumed here.
 */
export function createSentryEmulator(options: SentryEmulatorOptions): SentryEmulator {
  const { world, clock, log, faults, scheduler, limit = { limit: 40, window: 1 } } = options;
  const store = createStore(world.state, { fork: forkState });
  const routes = [...SESSION_ROUTES, ...RELEASE_ROUTES];
  const manners = createManners(createRateLimits(limit), store.read);
  const emulator = createEmulator({ vendor: 'sentry', routes, manners, store, clock, log, faults, scheduler });
  return extendEmulator(emulator, { routes, ingestion: createIngestion(store, clock) });
}
