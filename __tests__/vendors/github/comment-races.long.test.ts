import { expect, test } from '@jest/globals';
import { findLostRaces } from './speaking.ts';

test.each<[before: number[]]>([[[]], [[3]], [[3, 4]]])(
  'after %j: one comment stays, whatever the order of the first five requests',
  async (before) => {
    expect(await findLostRaces(5, before)).toEqual([]);
  },
  300_000,
);
