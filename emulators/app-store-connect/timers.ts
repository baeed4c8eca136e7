import type { AscState, TimerKind } from './state.ts';

/** Lets something happen to a resource at a time. `null` waits for the driver, who makes it happen. */
export function schedule(state: AscState, kind: TimerKind, id: string, now: number, after: number | null): void {
  unschedule(state, id, kind);
  if (after !== null) state.timers.push({ kind, id, at: now + after });
}

/** Calls off what was to happen to a resource: the kinds, or everything. */
export function unschedule(state: AscState, id: string, ...kinds: readonly TimerKind[]): void {
  state.timers = state.timers.filter((timer) => timer.id !== id || (kinds.length > 0 && !kinds.includes(timer.kind)));
}
