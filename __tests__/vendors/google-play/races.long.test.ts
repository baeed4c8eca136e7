import { test } from '@jest/globals';
import { raceAgainstHalt, raceRaises } from './races.ts';

test('two raise at once, in 512 orders', async () => {
  await raceRaises(9);
}, 300_000);

test('one raises while one halts, in 512 orders', async () => {
  await raceAgainstHalt(9);
}, 300_000);
