import { expect, test } from '@jest/globals';
import { readShare } from '../../scripts/share.ts';
import { checkLooks, checkMonotony, describeReached } from './properties.ts';

const seed = 72_014;
const runs = Math.round(200_000 / readShare().of);

test('200,000 looks keep the invariants', () => {
  const reached = checkLooks(runs, seed);
  console.log(`${runs} looks, seed ${seed}\n${describeReached(reached, runs)}`);
  expect(
    Math.min(...['promote', 'hold', 'halt'].map((state) => (reached.get(`rollout: ${state}`) ?? 0) / runs)),
  ).toBeGreaterThan(0.05);
}, 600_000);

test('200,000 pairs of counts keep the order', () => {
  checkMonotony(runs, seed);
}, 600_000);
