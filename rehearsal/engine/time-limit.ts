import type { Ground } from './run-state.ts';

export interface TimeLimit {
  readonly passed: () => boolean;
  readonly end: () => void;
}

/**
 * A limit in minutes, by both clocks: virtual time for what waits on it, real time for what hangs or computes. Nothing for 0 and
 * what is no number.
 */
export function startTimeLimit(ground: Ground, minutes: number, stop: AbortController): TimeLimit {
  if (!(minutes > 0)) return { passed: () => false, end: () => undefined };
  let passed = false;
  const done = new AbortController();
  const fire = (): void => {
    if (done.signal.aborted || stop.signal.aborted) return;
    passed = true;
    stop.abort();
  };
  // Node fires longer timers at once.
  const timer = setTimeout(fire, Math.min(minutes * ground.minuteMs, 2 ** 31 - 1));
  let release = (): void => undefined;
  ground.clock.deadline(minutes * 60_000, { signal: done.signal, hold: true }).then(
    (held) => {
      // Until what has to end has ended, its own waits must not come true.
      release = held;
      if (done.signal.aborted) release();
      fire();
    },
    () => undefined,
  );
  return {
    passed: () => passed,
    end: () => {
      clearTimeout(timer);
      done.abort();
      release();
    },
  };
}
