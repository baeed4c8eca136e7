import type { Entry, Event } from '#rollout/entries';

export const hour = 3_600_000;
export const openedAt = Date.parse('2026-11-30T08:00:00Z');
export const release = { name: 'tracker-mobile', version: '2.15.3', build: '20261130.1' };
export const tag = 'tracker-mobile@2.15.3+20261130.1';

/** Entries at hours after the opening; a run for each hour. */
export function at(hours: number, event: Event): Entry {
  return { ...event, at: new Date(openedAt + hours * hour).toISOString(), run: `${9_000 + hours}.1` };
}

const android = { platform: 'android' };

/** Opened, two hours internal, 10 % of production, seen at 20 % by hand, halted by the gate. */
export function entriesOf(sentence = '2 % crash: above the limit'): readonly Entry[] {
  const first = Math.floor(openedAt / hour);
  return [
    at(0, { kind: 'opened', release, policy: 'sha256:1', by: '@ada' }),
    at(0, {
      kind: 'joined',
      ...android,
      artifact: { store: 'google-play', versionCode: 7 },
      baseline: null,
      by: '@ada',
    }),
    at(0, { kind: 'reached', ...android, place: { track: 'internal', share: 1 }, how: 'seen', by: 'store' }),
    at(0, { kind: 'published', ...android }),
    at(0, { kind: 'decided', ...android, state: 'hold', reason: 'soaking', sentence: 'its soak ends in 2 h' }),
    at(3, { kind: 'decided', ...android, state: 'promote', reason: 'soaked', sentence: 'its soak is over' }),
    at(3, { kind: 'reached', ...android, place: { track: 'production', share: 0.1 }, how: 'move', by: 'controller' }),
    at(4, { kind: 'published', ...android }),
    at(4, { kind: 'decided', ...android, state: 'hold', reason: 'soaking', sentence: 'its soak ends in 6 h' }),
    at(4, {
      kind: 'snapshot',
      ...android,
      counts: {
        crash: [
          [first, 100, 0],
          [first + 3, 500, 2],
        ],
      },
      looked: true,
    }),
    at(5, { kind: 'reached', ...android, place: { track: 'production', share: 0.2 }, how: 'drift', by: 'store' }),
    at(5, { kind: 'published', ...android }),
    at(6, {
      kind: 'snapshot',
      ...android,
      counts: {
        crash: [
          [first + 3, 600, 12],
          [first + 5, 300, 6],
        ],
      },
      looked: true,
    }),
    at(6, {
      kind: 'halted',
      ...android,
      reason: 'above-threshold',
      gate: 'crash',
      by: 'gate crash',
      sentence,
      isCritical: false,
    }),
    at(6, { kind: 'decided', ...android, state: 'halt', reason: 'above-threshold', sentence }),
    at(6, { kind: 'stopped', ...android }),
  ];
}
