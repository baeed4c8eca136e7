import { test } from '@jest/globals';
import { readLifecycle, readTracks } from '#vendors/google-play/tracks';
import { playMove, playRead } from './fault-play.ts';
import { rollout } from './stage.ts';

// Every request of every read, and of the two moves that matter most, x every fault of the plan that applies to it; the other
// moves are played in the long tier.

test.each(['raise', 'halt'])('%s', async (name) => {
  await playMove(name);
});

const prepare = rollout('inProgress', 0.05);

test('read the lifecycle', async () => {
  await playRead('read the lifecycle', async (play) => readLifecycle(play, 'production'), prepare);
});

test('read the tracks', async () => {
  await playRead('read the tracks', async (play) => readTracks(play), prepare);
});
