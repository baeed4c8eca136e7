import { test } from '@jest/globals';
import { longPlays, playQuestion } from './fault-play.ts';

test.each(longPlays)(
  '%s',
  async (name) => {
    await playQuestion(name);
  },
  300_000,
);
