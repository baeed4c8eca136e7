import { expect, test } from '@jest/globals';
import { takeShare } from '../../scripts/share.ts';
import { chooseBySeed, chooseByTurn, listTurns, race } from './races.ts';

test('two ticks at once, in all orders of their first six requests, raise once and write it down once', async () => {
  const lost = [];
  for (const turns of takeShare(listTurns(6))) {
    const problem = await race(chooseByTurn(turns));
    if (problem !== undefined) lost.push(`${turns.join('')}: ${problem}`);
  }
  expect(lost).toEqual([]);
}, 600_000);

test('and so they do in 200 orders by seed', async () => {
  const lost = [];
  for (const seed of takeShare(Array.from({ length: 200 }, (_, index) => index + 1))) {
    const problem = await race(chooseBySeed(seed));
    if (problem !== undefined) lost.push(`seed ${seed}: ${problem}`);
  }
  expect(lost).toEqual([]);
}, 600_000);
