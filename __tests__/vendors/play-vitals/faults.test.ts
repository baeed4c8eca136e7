import { expect, test } from '@jest/globals';
import { ConfigurationError } from '#kit/errors';
import { askVitals } from '#vendors/play-vitals/vitals';
import type { VitalsAnswer } from '#vendors/play-vitals/vitals';
import { playFaults } from '../fault-matrix.ts';
import { hourOf, now, withVitals } from './stage.ts';
import type { VitalsStage } from './stage.ts';

// Every request of a look, its second and its last page among them, x every fault of the plan that applies to it.

const figures = Array.from({ length: 7 }, (_, n) => hourOf(`23T1${n}:00`, { crashUsers: n }));
const options = { figures, pageSize: 3 };
const ask = async (stage: VitalsStage, signal?: AbortSignal): Promise<VitalsAnswer> =>
  askVitals(stage.vitals(signal), {
    metric: 'crashRate',
    period: 'HOURLY',
    start: now - 24 * 3_600_000,
    end: now,
    versionCode: 42,
    cohort: 'users',
  });

test('the figures, or a failure that says so; never other figures', async () => {
  let expected: VitalsAnswer | undefined;
  await withVitals(options, async (stage) => {
    expected = await ask(stage);
  });
  expect(expected?.report.buckets).toHaveLength(7);
  const played = await playFaults<VitalsStage, VitalsAnswer>({
    open: async (faults, run) => withVitals({ ...options, faults }, run),
    act: ask,
    expected: (error) => error instanceof ConfigurationError,
    judge: ({ outcome }) =>
      'value' in outcome && JSON.stringify(outcome.value) !== JSON.stringify(expected) ? ['other figures'] : [],
  });
  console.log(`vitals: ${played.requests} requests, ${played.cases} cases, ${played.survived} survived`);
  expect(played.problems).toEqual([]);
  expect(played.requests).toBe(4);
  expect(played.survived).toBeGreaterThanOrEqual(played.requests * 8);
});
