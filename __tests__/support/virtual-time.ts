import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createClockServer } from '#emulators/base/clock-server';
import type { VirtualClock } from '#emulators/base/clock';
import { toClock } from '#rehearsal/clock/shipped-clock';
import { root } from './scenario.ts';
import type { Scenario } from './scenario.ts';

export interface VirtualTime {
  /** What a scenario needs so that the action lives on the virtual clock, in this process and in one of its own. */
  readonly scenario: Pick<Scenario, 'clock' | 'nodeOptions'>;
  readonly stop: () => Promise<void>;
}

/** Serves a virtual clock to a bundle (by preload) and to sources (as a `Clock`). */
export async function serveTime(clock: VirtualClock): Promise<VirtualTime> {
  const folder = mkdtempSync(join(tmpdir(), 'slipway-time-'));
  const file = join(folder, 'now');
  const server = await createClockServer(clock, { file });
  const preload = pathToFileURL(join(root, 'rehearsal/clock/preload.mjs'));
  preload.searchParams.set('clock', server.url);
  preload.searchParams.set('file', file);
  return {
    scenario: { clock: toClock(clock), nodeOptions: ['--import', preload.href] },
    stop: async () => {
      await server.stop();
      rmSync(folder, { recursive: true });
    },
  };
}
