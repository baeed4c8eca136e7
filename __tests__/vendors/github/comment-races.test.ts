import { expect, test } from '@jest/globals';
import { findLostRaces } from './speaking.ts';

// Two runs at once. The long tier plays more of their requests.

test.each<[before: number[]]>([[[]], [[3]], [[3, 4]]])(
  'after %j: one comment stays, whatever the order of the first three requests',
  async (before) => {
    expect(await findLostRaces(3, before)).toEqual([]);
  },
);
