import { expect } from '@jest/globals';
import { ConfigurationError } from '#kit/errors';
import type { PlayVitals } from '#vendors/play-vitals/client';
import { noReviews } from '#vendors/play-vitals/review-memory';
import { askReviews } from '#vendors/play-vitals/reviews-source';
import { askVitals } from '#vendors/play-vitals/source';
import { playFaults } from '../fault-matrix.ts';
import { fillTwoHours, hour, packageName, previous, question, withPlay } from './stage.ts';
import type { ClientStage } from './stage.ts';

interface Play {
  readonly fill: (stage: ClientStage) => void;
  readonly act: (play: PlayVitals) => Promise<unknown>;
}

const fresh = Date.parse('2026-11-24T09:00:00Z');

/** So many hours of the release, the newest last. */
function fillHours(hours: number): (stage: ClientStage) => void {
  return ({ add }) => {
    const first = fresh - hours * hour;
    add(
      ...Array.from({ length: hours }, (_, index) => ({
        hour: new Date(first + index * hour).toISOString(),
        users: 245 + index,
        anrUsers: index % 3,
      })),
    );
  };
}

function fillReviews({ emulator }: ClientStage): void {
  const reviews = Array.from({ length: 250 }, (_, index) => ({
    id: `r${index}`,
    text: 'Words.',
    stars: (index % 5) + 1,
    versionCode: 41 + (index % 2),
    at: new Date(fresh - index * 60_000).toISOString(),
  }));
  emulator.console.addReviews(packageName, ...reviews);
}

const plays: Readonly<Record<string, Play>> = {
  'hours of two versions': { fill: fillTwoHours, act: async (play) => askVitals(play, question) },
  'crashes of testers by day': {
    fill: ({ add }) => {
      const day = { day: '2026-11-20T12:00:00Z', cohort: 'APP_TESTERS' } as const;
      add({ ...day, users: 1_230, crashUsers: 4 }, { ...day, users: 4_560, crashUsers: 9, versionCode: previous });
    },
    act: async (play) =>
      askVitals(play, {
        ...question,
        measure: 'crash',
        unit: 'user-day',
        testers: true,
        start: Date.parse('2026-11-19T12:00:00Z'),
      }),
  },
  'three pages of hours': {
    fill: fillHours(2_100),
    act: async (play) => askVitals(play, { ...question, start: fresh - 2_100 * hour }),
  },
  'three pages of reviews': {
    fill: fillReviews,
    act: async (play) =>
      withoutTime(await askReviews(play, { versionCodes: [42], previous: [41], since: fresh - 24 * hour }, noReviews)),
  },
};

export const longPlays: readonly string[] = ['crashes of testers by day', 'three pages of hours'];
export const shortPlays = Object.keys(plays).filter((name) => !longPlays.includes(name));

/**
 * Every request of a question x every fault of the plan that applies to it: either what was asked for is told, whole, or that it is
 * not known.
 */
export async function playQuestion(name: string): Promise<void> {
  const one = plays[name];
  if (one === undefined) throw new Error(`There is no question "${name}".`);
  const { fill, act } = one;
  let expected: unknown;
  await withPlay({ fill }, async ({ connect }) => {
    expected = await act(connect());
  });
  const played = await playFaults<ClientStage, unknown>({
    open: async (faults, run) => withPlay({ faults, fill }, run),
    act: async (stage, signal) => act(stage.connect({ signal })),
    judge: ({ outcome }) => {
      if (!('value' in outcome) || JSON.stringify(outcome.value) === JSON.stringify(expected)) return [];
      return [`it read ${JSON.stringify(outcome.value).slice(0, 200)}`];
    },
    // Nobody is let in.
    expected: (error) => error instanceof ConfigurationError && error.notes[0].id === 'google-sign-in-refused',
  });
  console.log(`${name}: ${played.requests} requests, ${played.cases} cases, ${played.survived} survived`);
  expect(played.problems).toEqual([]);
  // What a request passes by being repeated: outages, cuts, limits, slowness.
  expect(played.survived).toBeGreaterThanOrEqual(played.requests * 8);
}

/** Reviews of today end when they were read, and repetitions take time. */
function withoutTime(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (key, member: unknown) => (['end', 'lookedAt', 'freshUntil'].includes(key) ? 0 : member)),
  ) as unknown;
}
