import { describe, expect } from '@jest/globals';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createVirtualClock } from '#emulators/base/clock';
import { createExpoEmulator } from '#emulators/expo/server';
import { createExpoWorld } from '#emulators/expo/world';
import { testWithOpenssl } from '../support/openssl.ts';
import { slowModes } from '../support/scenario.ts';
import { makeSample, run } from './ios-stage.ts';

describe.each(slowModes)('%s: a build of EAS for iPhones', (mode) => {
  testWithOpenssl('arrives at TestFlight', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'slipway-eas-'));
    const world = createExpoWorld();
    const id = world.addBuild({ platform: 'IOS' }, readFileSync(makeSample(folder)));
    const token = world.addToken();
    const expo = createExpoEmulator({ world, clock: createVirtualClock('2026-11-25T08:00:00Z') });
    await expo.start();
    try {
      const inputs = { artifact: `eas:${id}`, 'expo-token': token, platform: 'ios' };
      await run(mode, { inputs, env: () => ({ SLIPWAY_EXPO_API: expo.url }) }, ({ seen, builds }) => {
        expect({ exit: seen.exitCode, log: seen.log }).toMatchObject({ exit: 0 });
        expect(builds).toContain('2.15.3 (20261122.1) VALID');
        expect(expo.log.entries().map(({ operation, actor }) => [operation, actor])).toEqual([
          ['builds.byId', 'robot 1'],
          ['archive', null],
        ]);
      });
    } finally {
      await expo.stop();
      rmSync(folder, { recursive: true });
    }
  });
});
