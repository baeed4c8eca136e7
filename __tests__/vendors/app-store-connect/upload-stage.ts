import { createFaultPlan, type FaultPlan } from '#emulators/base/fault-plan';
import { createVirtualClock, type VirtualClock } from '#emulators/base/clock';
import { createAscEmulator, type AscEmulator } from '#emulators/app-store-connect/server';
import type { Settings } from '#emulators/app-store-connect/settings';
import type { Inspect } from '#emulators/app-store-connect/routes/uploads';
import { createAscWorld } from '#emulators/app-store-connect/world';
import { createHttp } from '#kit/http';
import {
  sendBuild,
  waitForUpload,
  type BuildFile,
  type BuildUpload,
  type NewBuild,
} from '#vendors/app-store-connect/build-uploads';
import { createAppStoreConnect, type AppStoreConnect } from '#vendors/app-store-connect/client';
import { toClock } from '../../support/virtual-time.ts';

export interface UploadStage {
  readonly emulator: AscEmulator;
  readonly clock: VirtualClock;
  readonly build: NewBuild;
  readonly connect: (signal?: AbortSignal) => AppStoreConnect;
  /** Writes that took effect, by operation. */
  readonly applied: () => readonly string[];
  /** What the log of our client said. */
  readonly said: readonly string[];
}

export interface UploadOptions {
  readonly faults?: FaultPlan;
  readonly settings?: Partial<Settings>;
  readonly inspect?: Inspect;
}

/** 10 bytes in parts of 4. */
const CONTENT = 'ABCDEFGHIJ';

export function fileOf(content = CONTENT): BuildFile {
  const bytes = new TextEncoder().encode(content);
  return {
    name: 'app.ipa',
    size: bytes.length,
    read: (offset, length) => Promise.resolve(bytes.slice(offset, offset + length)),
  };
}

/** The client before the emulator, on the virtual clock, with an app that lacks nothing. */
export async function withUploads(options: UploadOptions, run: (stage: UploadStage) => Promise<void>): Promise<void> {
  const start = '2026-11-25T08:00:00Z';
  const world = createAscWorld({ start, settings: { uploadPart: 4, ...options.settings } });
  const key = world.addKey();
  const app = world.addApp();
  const clock = createVirtualClock(start);
  const { faults = createFaultPlan(), inspect } = options;
  const emulator = createAscEmulator({ world, clock, faults, ...(inspect === undefined ? {} : { inspect }) });
  await emulator.start();
  const said: string[] = [];
  const log = { info: (line: string) => void said.push(line) } as never;
  try {
    await run({
      emulator,
      clock,
      build: { appId: app.id, version: '1.1', number: '42', platform: 'IOS' },
      connect: (signal = new AbortController().signal) =>
        createAppStoreConnect({
          http: createHttp({ fetch: globalThis.fetch, clock: toClock(clock), log, signal, random: () => 0.5 }),
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
        }),
      applied: () => emulator.log.writes().map(({ operation }) => operation),
      said,
    });
    if (emulator.errors.length > 0) throw new AggregateError(emulator.errors, 'The emulator failed.');
  } finally {
    await emulator.stop();
  }
}

export async function upload(
  stage: UploadStage,
  { file = fileOf(), signal }: { file?: BuildFile; signal?: AbortSignal } = {},
): Promise<BuildUpload> {
  const connect = stage.connect(signal);
  const { id } = await sendBuild(connect, stage.build, file);
  return await waitForUpload(connect, id, 60 * 60_000);
}
