import { createVirtualClock, type VirtualClock } from '#emulators/base/clock';
import { createFaultPlan, type FaultPlan } from '#emulators/base/fault-plan';
import { createPlayEmulator, type PlayEmulator } from '#emulators/google-play/server';
import type { VitalsInput } from '#emulators/google-play/vitals';
import { createPlayWorld, type AccountOptions, type TokenOptions } from '#emulators/google-play/world';
import { fetchOverHttp } from '#kit/fetch';
import { createHttp } from '#kit/http';
import type { Log } from '#kit/log';
import { createPlayVitals, vitalsScopes } from '#vendors/play-vitals/client';
import type { PlayVitals } from '#vendors/play-vitals/client';
import type { VitalsQuestion } from '#vendors/play-vitals/source';
import { createGoogleSignIn } from '#vendors/google-auth/sign-in';
import { toClock } from '#rehearsal/clock/shipped-clock';

export const packageName = 'com.example.app';
export const email = 'ci@example-project.iam.gserviceaccount.com';
const now = '2026-11-24T12:27:28Z';
export const hour = 3_600_000;
/** The version codes of the release and of the one before it. */
export const release = 42;
export const previous = 41;

export interface ClientStage {
  readonly emulator: PlayEmulator;
  readonly clock: VirtualClock;
  /** What the client logged. */
  readonly lines: readonly string[];
  readonly connect: (options?: { readonly signal?: AbortSignal; readonly packageName?: string }) => PlayVitals;
  /** Adds what Google measures of the release. */
  readonly add: (...vitals: readonly (Partial<VitalsInput> & { readonly users: number })[]) => void;
  /** Operations in their order, without the sign-in. */
  readonly asked: () => readonly string[];
}

export interface StageOptions {
  readonly faults?: FaultPlan;
  readonly account?: AccountOptions;
  /** A token that is given instead of a sign-in. */
  readonly token?: TokenOptions;
  readonly fill?: (stage: ClientStage) => void;
}

/** The client before the emulator: real HTTP, on the virtual clock, signed in as the account of the machine. */
export async function withPlay(options: StageOptions, run: (stage: ClientStage) => Promise<void>): Promise<void> {
  const { faults = createFaultPlan(), account = {}, token, fill } = options;
  const world = createPlayWorld();
  world.addApp(packageName);
  world.addAccount({ email, attached: true, subjectTokens: ['unused'], ...account });
  const given = token === undefined ? undefined : world.addToken(email, token);
  const clock = createVirtualClock(now);
  const emulator = createPlayEmulator({ world, clock, faults });
  await emulator.start();
  const lines: string[] = [];
  const log = { info: (line: string) => lines.push(line) } as unknown as Log;
  const stage: ClientStage = {
    emulator,
    clock,
    lines,
    connect: ({ signal = new AbortController().signal, packageName: name = packageName } = {}) => {
      const environment = { SLIPWAY_GOOGLE_API: emulator.url };
      const http = createHttp({ fetch: fetchOverHttp, clock: toClock(clock), log, signal, random: () => 0.5 });
      const common = { http, clock: toClock(clock), environment };
      const vault = { add: () => undefined };
      const signIn =
        given === undefined
          ? createGoogleSignIn({ ...common, vault, given: 'machine', scopes: vitalsScopes })
          : { who: email, accessToken: async () => Promise.resolve(given), renew: async () => Promise.resolve(given) };
      return createPlayVitals({ ...common, log, signal, signIn, packageName: name });
    },
    add: (...vitals) => {
      emulator.console.addVitals(packageName, ...vitals.map((one) => ({ versionCode: release, ...one })));
    },
    asked: () =>
      emulator.log
        .entries()
        .map(({ operation }) => operation)
        .filter((operation) => !operation.startsWith('metadata')),
  };
  try {
    fill?.(stage);
    await run(stage);
    if (emulator.errors.length > 0) throw new AggregateError(emulator.errors, 'The emulator failed.');
  } finally {
    await emulator.stop();
  }
}

/** From 5:40 on, that is from 5. Figures reach to 9:00 by the emulator's lag of 3 hours. */
export const question: VitalsQuestion = {
  gate: 'anr',
  versionCodes: [release],
  previous: [previous],
  measure: 'anr',
  unit: 'user-hour',
  start: Date.parse('2026-11-24T05:40:00Z'),
  end: Date.parse(now),
};

/** Two hours of both versions, and one in which only the old one was used. */
export function fillTwoHours({ add }: ClientStage): void {
  add(
    { hour: '2026-11-24T05:10:00Z', users: 1_230, anrUsers: 12, crashUsers: 3 },
    { hour: '2026-11-24T07:10:00Z', users: 2_460, anrUsers: 6, userPerceivedAnrUsers: 5 },
    { hour: '2026-11-24T07:10:00Z', users: 88_850, versionCode: previous, anrUsers: 200 },
    { hour: '2026-11-24T06:10:00Z', users: 77_700, versionCode: previous, anrUsers: 100 },
    { hour: '2026-11-24T07:10:00Z', users: 5_000, versionCode: 7, anrUsers: 5_000 },
  );
}
