import { test } from '@jest/globals';
import { raceAgainstHalt, raceRaises } from './races.ts';

// Two runs at once, whose edits end each other. The long tier plays more orders of their requests.

test('two raise at once: one commits, and the other one finds it done', async () => {
  await raceRaises(4);
});

test('one raises while one halts: the halt is made', async () => {
  await raceAgainstHalt(4);
});
