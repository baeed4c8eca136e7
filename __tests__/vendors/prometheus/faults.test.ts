import { expect, test } from '@jest/globals';
import type { Report } from '#health/report';
import { askPrometheus } from '#vendors/prometheus/source';
import { playFaults } from '../fault-matrix.ts';
import { crashes, previous, question, series, source, starts, withPrometheus } from './stage.ts';
import type { ClientStage } from './stage.ts';

test('every request x every fault of the plan', async () => {
  const answers = {
    [crashes('2.0.0')]: series(9, 1, 2, 3),
    [starts('2.0.0')]: series(9, 100, 200, 300),
    [crashes('1.9.0')]: series(9, 10, 20, 30),
    [starts('1.9.0')]: series(9, 1_000, 2_000, 3_000),
  };
  const asked = { ...question, previous: [previous] };
  let expected: Report | undefined;
  await withPrometheus({ answers }, async ({ connect }) => {
    expected = await askPrometheus(connect(), source, asked);
  });
  const played = await playFaults<ClientStage, Report>({
    open: async (faults, run) => withPrometheus({ answers, faults }, run),
    act: async ({ connect }, signal) => askPrometheus(connect({ signal }), source, asked),
    judge: ({ outcome }) =>
      'value' in outcome && JSON.stringify(outcome.value) !== JSON.stringify(expected)
        ? [`it read ${JSON.stringify(outcome.value)}`]
        : [],
  });
  console.log(`two releases: ${played.requests} requests, ${played.cases} cases, ${played.survived} survived`);
  expect(played.problems).toEqual([]);
  expect(played.survived).toBeGreaterThanOrEqual(played.requests * 8);
});
