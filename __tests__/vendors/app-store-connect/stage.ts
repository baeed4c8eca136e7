import { createVirtualClock } from '#emulators/base/clock';
import type { VirtualClock } from '#emulators/base/clock';
import { createFaultPlan } from '#emulators/base/fault-plan';
import type { FaultPlan } from '#emulators/base/fault-plan';
import type { Emulator } from '#emulators/base/server';
import { createHttp } from '#kit/http';
import { createAppStoreConnect } from '#vendors/app-store-connect/client';
import type { AppStoreConnect } from '#vendors/app-store-connect/client';
import { toClock } from '../../support/virtual-time.ts';
import { apiKey } from './scripted.ts';
import { createStandIn } from './stand-in.ts';
import type { Row, World } from './stand-in.ts';

export interface ClientStage {
  readonly emulator: Emulator<World>;
  readonly clock: VirtualClock;
  readonly faults: FaultPlan;
  readonly connect: (signal?: AbortSignal) => AppStoreConnect;
  /** Attributes of a resource as the world has them. */
  readonly see: (type: string, id: string) => Record<string, unknown>;
  /** Writes that took effect, by operation. */
  readonly applied: () => readonly string[];
}

export interface StageOptions {
  readonly prepare?: (world: World) => void;
  readonly faults?: FaultPlan;
}

/** The client before the stand-in: real HTTP, on the virtual clock. */
export async function withClient(options: StageOptions, run: (stage: ClientStage) => Promise<void>): Promise<void> {
  const world = createWorld();
  options.prepare?.(world);
  const clock = createVirtualClock('2026-11-25T08:00:00Z');
  const faults = options.faults ?? createFaultPlan();
  const emulator = createStandIn(world, { clock, faults });
  await emulator.start();
  const connect = (signal = new AbortController().signal): AppStoreConnect => {
    const log = { info: () => undefined } as never;
    return createAppStoreConnect({
      http: createHttp({ fetch: globalThis.fetch, clock: toClock(clock), log, signal, random: () => 0.5 }),
      clock: toClock(clock),
      log,
      signal,
      environment: { SLIPWAY_APP_STORE_CONNECT_API: emulator.url },
      vault: { add: () => undefined },
      key: apiKey,
    });
  };
  try {
    await run({
      emulator,
      clock,
      faults,
      connect,
      see: (type, id) => ({ ...emulator.snapshot()[type]?.find((row) => row.id === id)?.attributes }),
      applied: () => emulator.log.writes().map(({ operation }) => operation),
    });
    if (emulator.errors.length > 0) throw new AggregateError(emulator.errors, 'The stand-in failed.');
  } finally {
    await emulator.stop();
  }
}

/** An app with version 1.0 live, 2.0 being prepared with a build, and a group of each kind. */
function createWorld(): World {
  const version = (id: string, versionString: string, appVersionState: string, createdDate: string): Row => ({
    id,
    attributes: { platform: 'IOS', versionString, appVersionState, createdDate, releaseType: 'MANUAL' },
    to: { app: 'a', build: null, appStoreVersionPhasedRelease: null },
  });
  const group = (id: string, name: string, more = {}): Row => ({ id, attributes: { name, ...more }, to: { app: 'a' } });
  const build = (id: string, number: string): Row => ({
    id,
    attributes: {
      version: number,
      processingState: 'VALID',
      uploadedDate: '2026-11-24T08:00:00Z',
      expired: false,
      usesNonExemptEncryption: null,
    },
    to: { app: 'a', preReleaseVersion: 'pre', buildBetaDetail: `beta-${id}`, betaGroups: [] },
  });
  const beta = (id: string): Row => ({
    id,
    attributes: { internalBuildState: 'IN_BETA_TESTING', externalBuildState: 'READY_FOR_BETA_SUBMISSION' },
    to: {},
  });
  return {
    apps: [{ id: 'a', attributes: { bundleId: 'com.example.app', name: 'Tracker' }, to: {} }],
    appStoreVersions: [
      version('v1', '1.0', 'READY_FOR_DISTRIBUTION', '2026-10-01T08:00:00Z'),
      {
        ...version('v2', '2.0', 'PREPARE_FOR_SUBMISSION', '2026-11-20T08:00:00Z'),
        to: { app: 'a', build: 'b1', appStoreVersionPhasedRelease: null },
      },
      version('v0', '0.9', 'REPLACED_WITH_NEW_VERSION', '2026-09-01T08:00:00Z'),
    ],
    appStoreVersionPhasedReleases: [],
    builds: [build('b1', '1'), build('b2', '2')],
    preReleaseVersions: [{ id: 'pre', attributes: { version: '2.0', platform: 'IOS' }, to: {} }],
    buildBetaDetails: [beta('beta-b1'), beta('beta-b2')],
    betaGroups: [
      group('g1', 'Staff', { isInternalGroup: true, hasAccessToAllBuilds: true }),
      group('g2', 'Friends'),
      group('g3', 'Press'),
    ],
    betaBuildLocalizations: [],
    reviewSubmissions: [],
    reviewSubmissionItems: [],
    customerReviews: [],
  };
}

export function rowOf(world: World, type: string, id: string): Row {
  const row = world[type]?.find((one) => one.id === id);
  if (row === undefined) throw new Error(`No ${type} ${id}.`);
  return row;
}

/** Version 2.0 is out in phases, in this state. */
export function phase(phasedReleaseState: string, appVersionState = 'READY_FOR_DISTRIBUTION'): (world: World) => void {
  return (world) => {
    const version = rowOf(world, 'appStoreVersions', 'v2');
    version.attributes['appVersionState'] = appVersionState;
    version.to['appStoreVersionPhasedRelease'] = 'p';
    const begun =
      phasedReleaseState === 'INACTIVE'
        ? {}
        : { currentDayNumber: 3, startDate: '2026-11-23T08:00:00Z', totalPauseDuration: 4 };
    world['appStoreVersionPhasedReleases'] = [{ id: 'p', attributes: { phasedReleaseState, ...begun }, to: {} }];
  };
}

export function setState(appVersionState: string): (world: World) => void {
  return (world) => {
    rowOf(world, 'appStoreVersions', 'v2').attributes['appVersionState'] = appVersionState;
  };
}

/** A submission with version 2.0 in it. */
export function submitted(state: string, versionState: string): (world: World) => void {
  return (world) => {
    setState(versionState)(world);
    world['reviewSubmissions'] = [{ id: 's', attributes: { state, platform: 'IOS' }, to: { app: 'a' } }];
    world['reviewSubmissionItems'] = [
      { id: 'i', attributes: { state: 'READY_FOR_REVIEW' }, to: { reviewSubmission: 's', appStoreVersion: 'v2' } },
    ];
  };
}
