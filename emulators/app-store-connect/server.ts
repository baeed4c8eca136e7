import type { VirtualClock } from '../base/clock.ts';
import type { FaultPlan } from '../base/fault-plan.ts';
import type { RequestLog } from '../base/request-log.ts';
import { readsOnly } from '../base/routes.ts';
import type { Scheduler } from '../base/scheduler.ts';
import { createEmulator, extendEmulator, type Emulator } from '../base/server.ts';
import { createStore } from '../base/store.ts';
import { createAscConsole, type AscConsole } from './console.ts';
import { createManners } from './manners.ts';
import { createRateLimits } from './rate-limits.ts';
import { BETA_GROUP_ROUTES } from './routes/beta-groups.ts';
import { METADATA_ROUTES } from './routes/metadata.ts';
import { READ_ROUTES } from './routes/reads.ts';
import { RELEASE_ROUTES } from './routes/release.ts';
import { REVIEW_ROUTES } from './routes/review.ts';
import { TESTFLIGHT_ROUTES } from './routes/testflight.ts';
import { createScreenshotRoutes } from './routes/screenshots.ts';
import { createPartRoutes } from './routes/upload-parts.ts';
import { createUploadRoutes, type Inspect } from './routes/uploads.ts';
import { VERSION_ROUTES } from './routes/versions.ts';
import type { AscRoute } from './routing.ts';
import { isDue, settle } from './settle.ts';
import type { AscState } from './state.ts';
import { createUploadBytes } from './upload-bytes.ts';
import type { AscWorld } from './world.ts';

export interface AscEmulatorOptions {
  readonly world: Pick<AscWorld, 'state' | 'keys'>;
  readonly clock: VirtualClock;
  readonly log?: RequestLog;
  readonly faults?: FaultPlan;
  readonly scheduler?: Scheduler;
  /** Requests of a key in a rolling hour: https://developer.apple.com/documentation/appstoreconnectapi/identifying-rate-limits. Default 3,500. */
  readonly hourlyLimit?: number;
  /** What Apple finds in a file that was uploaded. Default: nothing. */
  readonly inspect?: Inspect;
}

export interface AscEmulator extends Emulator<AscState> {
  readonly routes: readonly AscRoute[];
  readonly console: AscConsole;
}

/**
 * api.appstoreconnect.apple.com, and the store to which parts of files are sent, on one address. What it does not know answers
 * 501. Where Apple's documents are silent, docs/unverified.md says what is assumed here.
 */
export function createAscEmulator(options: AscEmulatorOptions): AscEmulator {
  const { world, clock, log, faults, scheduler, hourlyLimit = 3_500, inspect = () => ({}) } = options;
  const store = createStore(world.state);
  const bytes = createUploadBytes();
  const routes = [
    ...READ_ROUTES,
    ...VERSION_ROUTES,
    ...METADATA_ROUTES,
    ...TESTFLIGHT_ROUTES,
    ...BETA_GROUP_ROUTES,
    ...REVIEW_ROUTES,
    ...RELEASE_ROUTES,
    ...createUploadRoutes(bytes, inspect),
    ...createScreenshotRoutes(bytes),
    ...createPartRoutes(bytes),
  ].map(settleAfterwards);
  const manners = createManners({ keys: world.keys, clock, limits: createRateLimits(hourlyLimit) });
  const emulator = createEmulator({
    vendor: 'app-store-connect',
    routes,
    manners,
    store,
    clock,
    log,
    faults,
    scheduler,
  });
  let settledAt = Number.NaN;
  const settleNow = (): void => {
    const now = clock.now();
    if (now === settledAt) return;
    settledAt = now;
    if (isDue(store.read(), now)) store.transact((state) => settle(state, now));
  };
  const forget = clock.subscribe(settleNow);
  settleNow();
  return extendEmulator(emulator, {
    routes,
    console: createAscConsole(store, world.keys, clock),
    stop: async () => {
      forget();
      await emulator.stop();
    },
  });
}

/** What a write has set going and takes no time has happened when the next request comes. */
function settleAfterwards(route: AscRoute): AscRoute {
  if (readsOnly(route)) return route;
  return {
    ...route,
    handler: (request, state, context) => {
      const answer = route.handler(request, state, context);
      settle(state, context.now);
      return answer;
    },
  };
}
