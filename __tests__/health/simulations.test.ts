import { expect, test } from '@jest/globals';
import { ourRule, repeat, withRate } from '../../bench/health/apps.ts';
import { isHalted, leftFirstStage } from '../../bench/health/app-tables.ts';
import {
  hoursSinceOnset,
  lateReports,
  runClustered,
  runIncident,
  runLate,
  runOnset,
  silent,
  trueCurve,
} from '../../bench/health/stress-table.ts';
import { quantile, shareOf } from '../../bench/health/statistics.ts';

/**
 * A few dozen rollouts of each kind with a fixed seed: enough to notice a rule that is broken. Whether it is as good as
 * promised is measured by `bench/health`, with some thousand.
 */
const effort = { seeds: [7], scale: 1 };

test('healthy releases arrive on time, and none is halted', () => {
  const outcomes = repeat(30, 7, 'healthy', silent, ourRule(silent));
  expect(shareOf(outcomes, isHalted)).toBe(0);
  expect(
    quantile(
      outcomes.map(({ begun }) => begun[4] ?? Infinity),
      0.9,
    ),
  ).toBeLessThanOrEqual(49);
});

test('a release twice too bad is halted in its first stage', () => {
  const outcomes = repeat(60, 7, 'bad', withRate(silent, 0.01), ourRule(silent));
  expect(shareOf(outcomes, leftFirstStage)).toBe(0);
  expect(
    quantile(
      outcomes.map(({ haltedAt = Infinity }) => haltedAt),
      0.9,
    ),
  ).toBeLessThanOrEqual(8);
});

test('at the limit with clusters of three, hardly any is halted', () => {
  expect(shareOf(runClustered(effort, 20, 3), isHalted)).toBeLessThanOrEqual(0.05);
});

test('what begins in the third stage is found within hours', () => {
  expect(quantile(hoursSinceOnset(runOnset(effort, 40, 0.01)), 0.9)).toBeLessThanOrEqual(4);
});

test('late reports do not let a bad release pass', () => {
  expect(shareOf(runLate(effort, 40, 0.008, 6), leftFirstStage)).toBeLessThanOrEqual(0.15);
  expect(shareOf(runLate(effort, 40, 0.008, 6, trueCurve(lateReports)), leftFirstStage)).toBeLessThanOrEqual(0.05);
});

test('an incident of both versions halts no healthy release', () => {
  expect(shareOf(runIncident(effort, 30, 0.003), isHalted)).toBeLessThanOrEqual(0.05);
});
