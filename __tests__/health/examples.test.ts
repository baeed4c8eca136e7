import { expect, test } from '@jest/globals';
import { evidenceAbove } from '#health/mixture';
import { unitsToProve, unitsToScreen } from '#health/sample-size';
import { look, oneBucket } from './looks.ts';

/** The examples that the rule was published with; limit 0.5 %, four tests that can halt, no overdispersion. */
test.each([
  { bad: 0, units: 10, verdict: 'hold', low: '0', high: '36' },
  { bad: 1, units: 50, verdict: 'hold', low: '0', high: '13' },
  { bad: 5, units: 50, verdict: 'halt' },
  { bad: 0, units: 600, verdict: 'promote' },
  { bad: 26, units: 5_700, verdict: 'hold', low: '0.18', high: '0.77' },
  { bad: 17, units: 5_700, verdict: 'promote', low: '0.09', high: '0.56' },
  { bad: 57, units: 5_700, verdict: 'halt', low: '0.55', high: '1.44' },
  { bad: 30, units: 6_000, verdict: 'hold' },
  { bad: 60, units: 6_000, verdict: 'halt' },
  { bad: 225, units: 50_000, verdict: 'promote' },
  { bad: 400, units: 50_000, verdict: 'halt' },
])('$bad bad of $units: $verdict', ({ bad, units, verdict, low, high }) => {
  const decision = look([oneBucket(bad, units)]);
  expect(decision.verdict.state).toBe(verdict);
  const interval = decision.gates[0]?.findings?.interval;
  const percent = (share = Number.NaN): string => String(Number((share * 100).toFixed(share >= 0.1 ? 0 : 2)));
  if (low !== undefined) expect([percent(interval?.low), percent(interval?.high)]).toEqual([low, high]);
});

const evidenceToHalt = Math.log(2 / (0.01 / 4));
const evidenceToPromote = Math.log(1 / 0.05);

test.each([
  { limit: 0.005, bad: [0, 1, 2, 3, 5, 10, 20], units: [581, 909, 1_193, 1_445, 1_904, 2_932, 4_787] },
  { limit: 0.05, bad: [0, 1, 5], units: [57, 89, 187] },
])('units that are needed to promote at a limit of $limit', ({ limit, bad, units }) => {
  expect(bad.map((count) => unitsToProve(count, 1.5 * limit, evidenceToPromote))).toEqual(units);
});

test.each([
  {
    limit: 0.005,
    units: [10, 50, 100, 500, 1_000, 2_000, 5_000, 10_000, 50_000],
    bad: [4, 5, 6, 12, 17, 26, 49, 83, 319],
  },
  { limit: 0.05, units: [10, 50, 200, 1_000], bad: [6, 11, 25, 82] },
])('bad units that halt at a limit of $limit', ({ limit, units, bad }) => {
  const fewest = (among: number): number => {
    let count = 0;
    while (evidenceAbove({ units: among, bad: count }, limit) < evidenceToHalt) count += 1;
    return count;
  };
  expect(units.map(fewest)).toEqual(bad);
});

test('units after which a release five, three and two times too bad would have been halted', () => {
  const units = [5, 3, 2].map((factor) => Math.round(1.5 * unitsToScreen(factor, 0.005, evidenceToHalt)));
  expect(units).toEqual([644, 2_011, 6_745]);
});

test('150 of 50,000 against 95 of 95,000: proven below the limit and yet worse than before, so it halts', () => {
  const decision = look([oneBucket(150, 50_000, { bad: 95, units: 95_000 })]);
  expect(decision.verdict).toEqual({ state: 'halt', reason: 'worse-than-previous' });
});
