import { expect, test } from '@jest/globals';
import { playFaults } from '../fault-matrix.ts';
import { longMoves, playMove } from './fault-play.ts';
import { moves } from './move-table.ts';
import { reads } from './read-table.ts';
import { withClient } from './stage.ts';
import type { ClientStage } from './stage.ts';

// Every request of every move and read x every fault of the plan that applies to it.

test.each(Object.keys(moves).filter((name) => !longMoves.includes(name)))('%s', async (name) => {
  await playMove(name);
});

test.each(Object.entries(reads))('%s', async (name, [prepare, act]) => {
  let expected: unknown;
  await withClient({ prepare }, async (stage) => {
    expected = await act(stage.connect(), stage.scene);
  });
  const played = await playFaults<ClientStage, unknown>({
    open: async (faults, run) => withClient({ faults, prepare }, run),
    act: async (stage, signal) => act(stage.connect(signal), stage.scene),
    judge: ({ stage, outcome }) => [
      ...('value' in outcome && JSON.stringify(outcome.value) !== JSON.stringify(expected)
        ? ['it read something else']
        : []),
      ...stage.sent().map((one) => `it wrote ${one}`),
    ],
  });
  console.log(`${name}: ${played.requests} requests, ${played.cases} cases, ${played.survived} survived`);
  expect(played.problems).toEqual([]);
  // What a request passes by being repeated: outages, cuts, limits, slowness.
  expect(played.survived).toBeGreaterThanOrEqual(played.requests * 8);
});
