import type { VirtualClock } from '../base/clock.ts';
import type { FaultPlan } from '../base/fault-plan.ts';
import type { RequestLog } from '../base/request-log.ts';
import type { Scheduler } from '../base/scheduler.ts';
import { createEmulator, extendEmulator, type Emulator } from '../base/server.ts';
import { createStore } from '../base/store.ts';
import { createPlayConsole, type PlayConsole } from './console.ts';
import { createManners } from './manners.ts';
import { readStandIn, type ReadPackage } from './packages.ts';
import { REVIEW_ROUTES } from './routes/customer-reviews.ts';
import { createEditRoutes } from './routes/edits.ts';
import { createIdentityRoutes } from './routes/identity.ts';
import { LISTING_ROUTES } from './routes/listings.ts';
import { createOAuthRoutes } from './routes/oauth.ts';
import { REPORTING_ROUTES } from './routes/reporting.ts';
import { createTrackRoutes } from './routes/tracks.ts';
import { createArtifactRoutes } from './routes/uploads.ts';
import type { PlayRoute } from './routing.ts';
import { forkState, type PlayState } from './state.ts';
import { createUploadBytes } from './upload-bytes.ts';
import type { UploadOptions } from './uploads.ts';
import type { PlayWorld } from './world.ts';

export interface PlayEmulatorOptions {
  readonly world: Pick<PlayWorld, 'state' | 'accounts'>;
  readonly clock: VirtualClock;
  readonly log?: RequestLog;
  readonly faults?: FaultPlan;
  readonly scheduler?: Scheduler;
  /** Reads uploaded bundles and APKs. Default: stand-ins of packages.ts. */
  readonly readPackage?: ReadPackage;
  /** Interrupts uploads: see `UploadOptions`. Default: never. */
  readonly interrupt?: UploadOptions['interrupt'];
  /** How long an edit lives, in ms. Google documents no figure, and says it with each edit. Default: one hour. */
  readonly editLifetime?: number;
}

export interface PlayEmulator extends Emulator<PlayState> {
  readonly routes: readonly PlayRoute[];
  readonly console: PlayConsole;
}

const HOUR = 3_600_000;

/**
 * androidpublisher.googleapis.com, playdeveloperreporting.googleapis.com, the token endpoints of oauth2, www and
 * sts.googleapis.com, iamcredentials.googleapis.com and the metadata server of a machine, on one address. Give its `url` to Google's clients as root URL. What it does not know answers 501. Where Google's documents are silent,
 * docs/unverified.md says what is assumed here.
 */
export function createPlayEmulator(options: PlayEmulatorOptions): PlayEmulator {
  const { world, clock, log, faults, scheduler } = options;
  const { readPackage = readStandIn, interrupt = () => undefined, editLifetime = HOUR } = options;
  const store = createStore(world.state, { fork: forkState });
  const routes: PlayRoute[] = [
    ...createOAuthRoutes(world.accounts),
    ...createIdentityRoutes(world.accounts),
    ...createEditRoutes(editLifetime),
    ...createTrackRoutes(world.accounts),
    ...createArtifactRoutes(readPackage, { bytes: createUploadBytes(), interrupt }),
    ...LISTING_ROUTES,
    ...REVIEW_ROUTES,
    ...REPORTING_ROUTES,
  ];
  const manners = createManners(world.accounts, store.read);
  const emulator = createEmulator({ vendor: 'google-play', routes, manners, store, clock, log, faults, scheduler });
  return extendEmulator(emulator, { routes, console: createPlayConsole(store, clock) });
}
