import { setTimeout as delay } from 'node:timers/promises';

/**
 * Time as a parameter. Everything that waits or dates something takes a `Clock`; nothing else in shipped code reads the
 * time (a lint rule holds that). Rehearsals replace what this module stands on (`Date`, `node:timers/promises`,
 * `AbortSignal.timeout`) from outside the bundle, so a shipped bundle has no switch that could slow or speed a real clock.
 */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Resolves after `ms` milliseconds; rejects with the signal's reason when it aborts first. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
  /** A signal that aborts with a `TimeoutError` after `ms` milliseconds: a limit on waiting for somebody else. */
  deadline(ms: number): AbortSignal;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: async (ms, signal) => {
    try {
      await delay(ms, undefined, signal === undefined ? {} : { signal });
    } catch (error) {
      // Node wraps the reason into its own AbortError; callers want the reason they gave.
      throw signal?.aborted === true ? signal.reason : error;
    }
  },
  deadline: (ms) => AbortSignal.timeout(ms),
};
