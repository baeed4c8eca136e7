import { expect, test } from '@jest/globals';
import { createVirtualClock } from '#emulators/base/clock';
import { createFaultPlan, type FaultPlan } from '#emulators/base/fault-plan';
import type { Emulator } from '#emulators/base/server';
import { createExpoEmulator } from '#emulators/expo/server';
import type { Build, ExpoState } from '#emulators/expo/state';
import { createExpoWorld } from '#emulators/expo/world';
import { ConfigurationError } from '#kit/errors';
import { fetchOverHttp } from '#kit/fetch';
import { createHttp } from '#kit/http';
import type { Log } from '#kit/log';
import { readEasBuild, type EasBuild } from '#vendors/expo/builds';
import { toClock } from '#rehearsal/clock/shipped-clock';
import { playFaults } from '../fault-matrix.ts';

interface ClientStage {
  readonly emulator: Emulator<ExpoState>;
  readonly read: (signal?: AbortSignal) => Promise<EasBuild>;
}

async function withBuild(
  faults: FaultPlan,
  build: Partial<Build>,
  run: (stage: ClientStage) => Promise<void>,
): Promise<void> {
  const world = createExpoWorld();
  const [token, id] = [world.addToken(), world.addBuild(build)];
  const clock = createVirtualClock('2026-11-24T12:00:00Z');
  const emulator = createExpoEmulator({ world, clock, faults });
  await emulator.start();
  const log = { info: () => undefined } as unknown as Log;
  try {
    await run({
      emulator,
      read: async (signal = new AbortController().signal) => {
        const http = createHttp({ fetch: fetchOverHttp, clock: toClock(clock), log, signal, random: () => 0.5 });
        const environment = { SLIPWAY_EXPO_API: emulator.url };
        return readEasBuild({ http, clock: toClock(clock), signal, environment, token }, id);
      },
    });
    expect(emulator.errors).toEqual([]);
  } finally {
    await emulator.stop();
  }
}

const failed: Partial<Build> = {
  status: 'ERRORED',
  platform: 'IOS',
  distribution: 'SIMULATOR',
  developmentClient: true,
  expirationDate: '2026-12-24T12:00:00.000Z',
  error: { errorCode: 'EAS_BUILD_UNKNOWN_FASTLANE_ERROR', message: 'The build failed.' },
  buildProfile: null,
};

test('a build as Expo tells of it', async () => {
  await withBuild(createFaultPlan(), {}, async ({ read, emulator }) => {
    expect(await read()).toMatchObject({
      status: 'FINISHED',
      platform: 'android',
      isForSimulator: false,
      isDevelopment: false,
      profile: 'production',
      version: '1.2.3',
      number: '42',
      expires: undefined,
      archive: `${emulator.url}/artifacts/eas/application.aab`,
    });
  });
  await withBuild(createFaultPlan(), failed, async ({ read }) => {
    expect(await read()).toMatchObject({
      status: 'ERRORED',
      platform: 'ios',
      isForSimulator: true,
      isDevelopment: true,
      profile: undefined,
      expires: Date.parse('2026-12-24T12:00:00Z'),
      error: 'The build failed. (EAS_BUILD_UNKNOWN_FASTLANE_ERROR)',
      archive: undefined,
    });
  });
});

test('under every fault: the build, or a failure that is told', async () => {
  const played = await playFaults<ClientStage, EasBuild>({
    open: async (faults, run) => withBuild(faults, {}, run),
    act: async (stage, signal) => stage.read(signal),
    judge: ({ outcome }) => ('value' in outcome && outcome.value.number !== '42' ? ['it read another build'] : []),
    // A 403 is what a token gets.
    expected: (error) => error instanceof ConfigurationError && error.notes[0].id === 'expo-token-refused',
  });
  console.log(`a build: ${played.requests} requests, ${played.cases} cases, ${played.survived} survived`);
  expect(played.problems).toEqual([]);
  expect(played.cases).toBeGreaterThanOrEqual(12);
});

test('an answer that Expo itself calls transient is asked for again, and not for ever', async () => {
  const body = { errors: [{ message: 'Try again.', extensions: { errorCode: 'INTERNAL', isTransient: true } }] };
  const fault = { kind: 'status', status: 200, body } as const;
  await withBuild(createFaultPlan([{ match: {}, fault, times: 2 }]), {}, async ({ read, emulator }) => {
    expect(await read()).toMatchObject({ status: 'FINISHED' });
    expect(emulator.clock.now() - Date.parse('2026-11-24T12:00:00Z')).toBe(10_000);
  });
  await withBuild(createFaultPlan([{ match: {}, fault, times: Infinity }]), {}, async ({ read, emulator }) => {
    await expect(read()).rejects.toThrow('Try again.');
    expect(emulator.log.entries()).toHaveLength(3);
  });
});

test('a build beside an error is no answer', async () => {
  await withBuild(createFaultPlan(), {}, async ({ read, emulator }) => {
    const { id = '' } = Object.values(emulator.snapshot().builds)[0] ?? {};
    const byId = { id, status: 'FINISHED', platform: 'ANDROID' };
    const body = { errors: [{ message: 'artifacts could not be read.' }], data: { builds: { byId } } };
    emulator.faults.add({ match: {}, fault: { kind: 'status', status: 200, body } });
    await expect(read()).rejects.toThrow('artifacts could not be read.');
  });
});
