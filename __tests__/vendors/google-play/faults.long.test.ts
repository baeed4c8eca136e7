import { test } from '@jest/globals';
import { playMove } from './fault-play.ts';
import { moves } from './move-table.ts';

test.each(Object.keys(moves).filter((name) => !['raise', 'halt'].includes(name)))(
  '%s',
  async (name) => {
    await playMove(name);
  },
  300_000,
);
