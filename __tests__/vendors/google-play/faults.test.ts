import { test } from '@jest/globals';
import { readReviews } from '#vendors/google-play/customer-reviews';
import { readLifecycle, readTracks } from '#vendors/google-play/tracks';
import { playMove, playRead } from './fault-play.ts';
import { packageName, rollout } from './stage.ts';

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

test('read the reviews', async () => {
  await playRead(
    'read the reviews',
    async (play) => readReviews(play, null, 0),
    ({ state }) => {
      const app = state.apps[packageName];
      for (let n = 0; n < 210; n += 1)
        app?.reviews.push({
          id: `r${n}`,
          authorName: 'A user',
          text: 'Words.',
          stars: (n % 5) + 1,
          lastModified: Date.parse('2026-11-23T00:00:00Z') + n,
          versionCode: 42,
        });
    },
  );
});
