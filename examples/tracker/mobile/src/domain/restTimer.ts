/**
 * A running timer holds the moment it ends at, not a count of ticks: phones
 * stop JavaScript timers while the app is in the background, and a count would
 * then be wrong by as long as the app was away.
 */
export type RestTimer =
  | { readonly status: 'idle' }
  | { readonly status: 'running'; readonly endsAt: number; readonly remainingMs: number }
  | { readonly status: 'paused'; readonly remainingMs: number }
  | { readonly status: 'finished' };

export type RestTimerEvent =
  | { readonly type: 'start'; readonly durationMs: number; readonly now: number }
  | { readonly type: 'tick'; readonly now: number }
  | { readonly type: 'pause'; readonly now: number }
  | { readonly type: 'resume'; readonly now: number }
  | { readonly type: 'extend'; readonly byMs: number }
  | { readonly type: 'stop' };

export const IDLE: RestTimer = { status: 'idle' };

function runUntil(endsAt: number, now: number): RestTimer {
  const remainingMs = endsAt - now;
  return remainingMs > 0 ? { status: 'running', endsAt, remainingMs } : { status: 'finished' };
}

/** An event that means nothing in the present status leaves the timer as it is. */
export function nextRestTimer(timer: RestTimer, event: RestTimerEvent): RestTimer {
  switch (event.type) {
    case 'start':
      return runUntil(event.now + event.durationMs, event.now);
    case 'tick':
      return timer.status === 'running' ? runUntil(timer.endsAt, event.now) : timer;
    case 'pause': {
      const stopped = nextRestTimer(timer, { type: 'tick', now: event.now });
      return stopped.status === 'running'
        ? { status: 'paused', remainingMs: stopped.remainingMs }
        : stopped;
    }
    case 'resume':
      return timer.status === 'paused' ? runUntil(event.now + timer.remainingMs, event.now) : timer;
    case 'extend':
      return extend(timer, event.byMs);
    case 'stop':
      return IDLE;
  }
}

function extend(timer: RestTimer, byMs: number): RestTimer {
  switch (timer.status) {
    case 'running':
      return {
        status: 'running',
        endsAt: timer.endsAt + byMs,
        remainingMs: timer.remainingMs + byMs,
      };
    case 'paused':
      return { status: 'paused', remainingMs: timer.remainingMs + byMs };
    case 'idle':
    case 'finished':
      return timer;
  }
}

export function formatClock(ms: number): string {
  // Rounded up, so that 0:00 is shown only once the rest is over.
  const seconds = Math.ceil(ms / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
