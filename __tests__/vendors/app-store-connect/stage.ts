import { createVirtualClock } from '#emulators/base/clock';
import type { VirtualClock } from '#emulators/base/clock';
import { createFaultPlan } from '#emulators/base/fault-plan';
import type { FaultPlan } from '#emulators/base/fault-plan';
import { createAscEmulator } from '#emulators/app-store-connect/server';
import type { AscEmulator, AscEmulatorOptions } from '#emulators/app-store-connect/server';
import type { Settings } from '#emulators/app-store-connect/settings';
import type { AscState, Resources, ResourceType } from '#emulators/app-store-connect/state';
import { createAscWorld } from '#emulators/app-store-connect/world';
import type { KeyOptions, SeededKey } from '#emulators/app-store-connect/world';
import { fetchOverHttp, type Fetch } from '#kit/fetch';
import { createHttp } from '#kit/http';
import { createAppStoreConnect } from '#vendors/app-store-connect/client';
import type { AppStoreConnect } from '#vendors/app-store-connect/client';
import { toClock } from '#rehearsal/clock/shipped-clock';
import { createScene, start } from './scene.ts';
import type { Prepare, Scene } from './scene.ts';

export interface ClientStage {
  readonly emulator: AscEmulator;
  readonly clock: VirtualClock;
  readonly faults: FaultPlan;
  readonly scene: Scene;
  /** `next` of the scene, as the moves of a review name it. */
  readonly next: { readonly appId: string; readonly versionId: string };
  readonly connect: (signal?: AbortSignal) => AppStoreConnect;
  readonly state: () => AscState;
  /** A resource as the world has it; throws for one that is not there. */
  readonly see: <T extends ResourceType>(type: T, id: string) => Resources[T];
  /** Writes that took effect, by operation. */
  readonly applied: () => readonly string[];
  /** Writes that were sent, whatever became of them. */
  readonly sent: () => readonly string[];
  /** Bodies of the requests, in the order of the emulator's log; undefined for one without. */
  readonly bodies: readonly unknown[];
  /** What the account has. */
  readonly keys: readonly SeededKey[];
  /** What the client has told in the log. */
  readonly told: readonly string[];
}

export interface StageOptions extends Pick<AscEmulatorOptions, 'hourlyLimit' | 'inspect'> {
  readonly prepare?: Prepare;
  readonly faults?: FaultPlan;
  readonly settings?: Partial<Settings>;
  readonly key?: KeyOptions;
}

/** Nobody reviews anything unless the test says so, and a list has its second page after two. */
const standard: Partial<Settings> = { largestPage: 2, waiting: null, reviewing: null, betaWaiting: null };

/** The client before the emulator: real HTTP, on the virtual clock. */
export async function withClient(options: StageOptions, run: (stage: ClientStage) => Promise<void>): Promise<void> {
  const { prepare, settings, faults = createFaultPlan(), hourlyLimit, inspect } = options;
  const world = createAscWorld({ start: new Date(start).toISOString(), settings: { ...standard, ...settings } });
  const key = world.addKey(options.key);
  const scene = createScene(world);
  prepare?.(world.state, scene);
  const clock = createVirtualClock(new Date(start).toISOString());
  const emulator = createAscEmulator({
    world,
    clock,
    faults,
    ...(hourlyLimit === undefined ? {} : { hourlyLimit }),
    ...(inspect === undefined ? {} : { inspect }),
  });
  await emulator.start();
  const told: string[] = [];
  const log = { info: (line: string) => told.push(line) } as never;
  const bodies: unknown[] = [];
  const send: Fetch = async (url, options) => {
    bodies.push(typeof options.body === 'string' ? JSON.parse(options.body) : undefined);
    return fetchOverHttp(url, options);
  };
  const connect = (signal = new AbortController().signal): AppStoreConnect =>
    createAppStoreConnect({
      http: createHttp({ fetch: send, clock: toClock(clock), log, signal, random: () => 0.5 }),
      clock: toClock(clock),
      log,
      signal,
      environment: { SLIPWAY_APP_STORE_CONNECT_API: emulator.url },
      vault: { add: () => undefined },
      key: {
        keyId: key.keyId,
        privateKey: key.privateKey,
        ...(key.issuerId === null ? {} : { issuerId: key.issuerId }),
      },
    });
  try {
    await run({
      emulator,
      clock,
      faults,
      scene,
      next: { appId: scene.app, versionId: scene.next },
      connect,
      state: () => emulator.snapshot(),
      see: (type, id) => {
        const found = emulator.snapshot().tables[type][id];
        if (found === undefined) throw new Error(`There is no ${type} ${id}.`);
        return found;
      },
      applied: () => emulator.log.writes().map(({ operation }) => operation),
      sent: () =>
        emulator.log
          .entries()
          .filter(({ reads }) => !reads)
          .map(({ operation }) => operation),
      bodies,
      keys: [key],
      told,
    });
    if (emulator.errors.length > 0) throw new AggregateError(emulator.errors, 'The emulator failed.');
  } finally {
    await emulator.stop();
  }
}
