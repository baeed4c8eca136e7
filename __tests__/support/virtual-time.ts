import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createClockServer } from '#emulators/base/clock-server';
import type { VirtualClock } from '#emulators/base/clock';
import type { Clock } from '#kit/clock';
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

/** A virtual clock as shipped code takes one. */
export function toClock(clock: VirtualClock): Clock {
  return {
    now: () => clock.now(),
    sleep: async (ms, signal) => clock.sleep(ms, { signal }),
    deadline: (ms) => {
      const controller = new AbortController();
      void clock.deadline(ms, { hold: true }).then((release) => {
        controller.abort(new DOMException('The operation was aborted due to timeout', 'TimeoutError'));
        setImmediate(release);
      });
      return controller.signal;
    },
  };
}
