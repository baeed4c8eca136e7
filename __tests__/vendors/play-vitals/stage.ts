import { createVirtualClock, type VirtualClock } from '#emulators/base/clock';
import { createFaultPlan, type FaultPlan } from '#emulators/base/fault-plan';
import { createPlayEmulator, type PlayEmulator } from '#emulators/google-play/server';
import type { VitalsInput } from '#emulators/google-play/vitals';
import { createPlayWorld } from '#emulators/google-play/world';
import { createHttp } from '#kit/http';
import { createPlayVitals, reportingScope } from '#vendors/play-vitals/client';
import type { PlayVitals } from '#vendors/play-vitals/client';
import { toClock } from '../../support/virtual-time.ts';

export const packageName = 'com.example.app';
export const hour = 3_600_000;
/** What the clock shows at first. */
export const now = Date.parse('2026-11-24T09:30:00Z');

export interface VitalsStage {
  readonly emulator: PlayEmulator;
  readonly clock: VirtualClock;
  readonly vitals: (signal?: AbortSignal) => PlayVitals;
  readonly told: readonly string[];
  readonly asked: () => readonly string[];
}

export interface VitalsStageOptions {
  readonly figures: readonly VitalsInput[];
  readonly faults?: FaultPlan;
  readonly pageSize?: number;
  readonly scopes?: readonly string[];
}

/** The client before the emulator: real HTTP, on the virtual clock. Hourly figures come three hours late. */
export async function withVitals(
  options: VitalsStageOptions,
  run: (stage: VitalsStage) => Promise<void>,
): Promise<void> {
  const { figures, faults = createFaultPlan(), pageSize } = options;
  const { scopes = [reportingScope] } = options;
  const world = createPlayWorld();
  world.addApp(packageName);
  const account = world.addAccount({ subjectTokens: ['of nobody'] });
  const token = world.addToken(account.email, { scopes });
  const clock = createVirtualClock(new Date(now).toISOString());
  const emulator = createPlayEmulator({ world, clock, faults });
  await emulator.start();
  emulator.console.addVitals(packageName, ...figures);
  const told: string[] = [];
  try {
    await run({
      emulator,
      clock,
      told,
      asked: () => emulator.log.entries().map(({ operation }) => operation),
      vitals: (signal = new AbortController().signal) => {
        const log = { info: (line: string) => void told.push(line) } as never;
        return createPlayVitals({
          http: createHttp({ fetch: globalThis.fetch, clock: toClock(clock), log, signal, random: () => 0.5 }),
          clock: toClock(clock),
          log,
          signal,
          environment: { SLIPWAY_GOOGLE_API: emulator.url },
          signIn: { accessToken: async () => Promise.resolve(token), renew: async () => Promise.resolve(token) },
          packageName,
          ...(pageSize === undefined ? {} : { pageSize }),
        });
      },
    });
    if (emulator.errors.length > 0) throw new AggregateError(emulator.errors, 'The emulator failed.');
  } finally {
    await emulator.stop();
  }
}

/** An hour of version 42, by default with 2,340 users of which 12 had a crash. */
export function hourOf(at: string, more: Partial<VitalsInput> = {}): VitalsInput {
  return { hour: `2026-11-${at}:00Z`, versionCode: 42, users: 2_340, crashUsers: 12, anrUsers: 3, ...more };
}
