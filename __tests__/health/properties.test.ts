import { expect, test } from '@jest/globals';
import { checkLooks, checkMonotony, describeReached } from './properties.ts';

const seed = 20_260_114;

test('every look keeps the invariants', () => {
  const runs = 4_000;
  const reached = checkLooks(runs, seed);
  console.log(`${runs} looks, seed ${seed}\n${describeReached(reached, runs)}`);
  for (const state of ['promote', 'hold', 'halt']) {
    expect((reached.get(`rollout: ${state}`) ?? 0) / runs).toBeGreaterThan(0.05);
  }
  // The reasons to hold by chance alone; those that are rare have tests of their own beside this.
  for (const reason of [
    'invalid-data',
    'stale',
    'shared-incident',
    'needs-human',
    'no-data',
    'not-enough-evidence',
    'soaking',
  ]) {
    expect((reached.get(`hold: ${reason}`) ?? 0) / runs).toBeGreaterThan(0.01);
  }
});

test('a bad unit never speaks for a release, a good one never against it', () => {
  checkMonotony(4_000, seed);
});
