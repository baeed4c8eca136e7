import type { VirtualClock } from '#emulators/base/clock';
import type { Clock } from '#kit/clock';

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
