import { expect, test } from '@jest/globals';
import { findLostRaces } from './speaking.ts';

// Two runs at once. The long tier plays more of their requests.

test.each<[before: number[], requests: number]>([
  [[], 4],
  [[3], 3],
  [[3, 4], 3],
])('after %j: one comment stays, whatever the order of the first %i requests', async (before, requests) => {
  expect(await findLostRaces(requests, before)).toEqual([]);
});
