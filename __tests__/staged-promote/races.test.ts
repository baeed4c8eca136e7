import { expect, test } from '@jest/globals';
import { chooseBySeed, chooseByTurn, race } from './races.ts';

// The long tier plays all orders of the first six requests, and 200 more.
test.each([
  ['one after the other', chooseByTurn([])],
  ['in turns', chooseByTurn([0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1])],
  ['the other way round', chooseByTurn(Array.from({ length: 40 }, () => 1))],
  // Each looked while the other had just moved.
  ['by seed 1', chooseBySeed(1)],
  ['by seed 6', chooseBySeed(6)],
])('two ticks at once, %s, raise once and write it down once', async (_, choose) => {
  expect(await race(choose)).toBeUndefined();
});
