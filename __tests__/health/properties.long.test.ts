import { expect, test } from '@jest/globals';
import { checkLooks, checkMonotony, describeReached } from './properties.ts';

const seed = 72_014;

test('200,000 looks keep the invariants', () => {
  const runs = 200_000;
  const reached = checkLooks(runs, seed);
  console.log(`${runs} looks, seed ${seed}\n${describeReached(reached, runs)}`);
  expect(
    Math.min(...['promote', 'hold', 'halt'].map((state) => (reached.get(`rollout: ${state}`) ?? 0) / runs)),
  ).toBeGreaterThan(0.05);
}, 600_000);

test('200,000 pairs of counts keep the order', () => {
  checkMonotony(200_000, seed);
}, 600_000);
