import { test } from '@jest/globals';
import { longMoves, playMove } from './fault-play.ts';

test.each(longMoves)(
  '%s',
  async (name) => {
    await playMove(name);
  },
  300_000,
);
