import { test } from '@jest/globals';
import { playQuestion, shortPlays } from './fault-play.ts';

test.each(shortPlays)('%s', async (name) => {
  await playQuestion(name);
});
