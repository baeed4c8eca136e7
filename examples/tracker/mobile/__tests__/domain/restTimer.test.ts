import {
  formatClock,
  IDLE,
  nextRestTimer,
  type RestTimer,
  type RestTimerEvent,
} from '../../src/domain/restTimer';

function after(...events: RestTimerEvent[]): RestTimer {
  return events.reduce(nextRestTimer, IDLE);
}

const started: RestTimerEvent = { type: 'start', durationMs: 90_000, now: 1_000 };
const paused: RestTimerEvent = { type: 'pause', now: 31_000 };
const over: RestTimerEvent = { type: 'tick', now: 91_000 };

test('it counts down to the moment it ends at', () => {
  expect(after(started)).toEqual({ status: 'running', endsAt: 91_000, remainingMs: 90_000 });
  expect(after(started, { type: 'tick', now: 61_000 })).toEqual({
    status: 'running',
    endsAt: 91_000,
    remainingMs: 30_000,
  });
});

test('it finishes on time, or at the first tick after a spell in the background', () => {
  expect(after(started, { type: 'tick', now: 90_999 }).status).toBe('running');
  expect(after(started, over)).toEqual({ status: 'finished' });
  expect(after(started, { type: 'tick', now: 500_000 })).toEqual({ status: 'finished' });
});

test('a pause takes no time off', () => {
  expect(after(started, paused)).toEqual({ status: 'paused', remainingMs: 60_000 });
  expect(after(started, paused, { type: 'tick', now: 80_000 }).status).toBe('paused');
  expect(after(started, paused, { type: 'resume', now: 200_000 })).toEqual({
    status: 'running',
    endsAt: 260_000,
    remainingMs: 60_000,
  });
});

test('a pause that comes after the end finishes it', () => {
  expect(after(started, { type: 'pause', now: 95_000 })).toEqual({ status: 'finished' });
});

test('it can be made longer, running or paused', () => {
  const longer: RestTimerEvent = { type: 'extend', byMs: 30_000 };
  expect(after(started, longer)).toEqual({
    status: 'running',
    endsAt: 121_000,
    remainingMs: 120_000,
  });
  expect(after(started, paused, longer)).toEqual({ status: 'paused', remainingMs: 90_000 });
});

test('starting again starts over', () => {
  expect(after(started, over, { ...started, now: 100_000 })).toEqual({
    status: 'running',
    endsAt: 190_000,
    remainingMs: 90_000,
  });
});

test('stopping makes it idle from any status', () => {
  expect(after(started, { type: 'stop' })).toBe(IDLE);
  expect(after(started, paused, { type: 'stop' })).toBe(IDLE);
  expect(after(started, over, { type: 'stop' })).toBe(IDLE);
});

test.each<RestTimerEvent>([
  { type: 'tick', now: 5 },
  { type: 'pause', now: 5 },
  { type: 'resume', now: 5 },
  { type: 'extend', byMs: 5 },
])('$type means nothing to an idle or a finished timer', event => {
  const finished = after(started, over);
  expect(nextRestTimer(IDLE, event)).toBe(IDLE);
  expect(nextRestTimer(finished, event)).toBe(finished);
});

test('a running timer cannot be resumed', () => {
  const running = after(started);
  expect(nextRestTimer(running, { type: 'resume', now: 50_000 })).toBe(running);
});

test.each([
  [0, '0:00'],
  [1, '0:01'],
  [9_000, '0:09'],
  [60_000, '1:00'],
  [89_001, '1:30'],
  [240_000, '4:00'],
])('%d ms reads %s', (ms, clock) => {
  expect(formatClock(ms)).toBe(clock);
});
