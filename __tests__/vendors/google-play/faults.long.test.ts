import { test } from '@jest/globals';
import type { PlayWorld } from '#emulators/google-play/world';
import { playMove } from './fault-play.ts';
import { moves } from './move-table.ts';
import type { TriedMove } from './move-table.ts';
import { packageName } from './stage.ts';
import { large, playUpload } from './upload-play.ts';

test.each(Object.keys(moves).filter((name) => !['raise', 'halt'].includes(name)))(
  '%s',
  async (name) => {
    await playMove(name);
  },
  300_000,
);

/** Something was rejected: Google wants every change to be sent by a person, and says so at the first commit. */
function rejected(move: TriedMove): TriedMove {
  return {
    ...move,
    prepare: (world: PlayWorld) => {
      move.prepare?.(world);
      const app = world.state.apps[packageName];
      if (app !== undefined) app.batches['b1'] = { state: 'rejected' };
    },
    act: async (play) => move.act(play, { review: 'as-asked' }),
  };
}

test.each(['raise', 'start'])(
  '%s, which takes two commits after a rejection',
  async (name) => {
    const move = moves[name];
    if (move !== undefined) await playMove(`${name} after a rejection`, rejected(move));
  },
  300_000,
);

test('an upload of three requests', async () => {
  await playUpload(large);
}, 300_000);
