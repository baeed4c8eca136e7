import { expect } from '@jest/globals';
import { createScheduler } from '#emulators/base/scheduler';
import type { GooglePlay } from '#vendors/google-play/client';
import type { Moved } from '#vendors/google-play/moves';
import { findRefusal } from '#vendors/google-play/refusals';
import { haltRelease, raiseRollout } from '#vendors/google-play/rollout';
import { of42 } from './move-table.ts';
import { rollout, withPlay } from './stage.ts';

type Act = (play: GooglePlay) => Promise<Moved>;

interface Raced {
  /** "moved", "unchanged", or the id of the message. */
  readonly ends: readonly string[];
  readonly production: string;
  readonly commits: number;
}

const raise: Act = async (play) => raiseRollout(play, of42, { from: 0.05, to: 0.1 });
const halt: Act = async (play) => haltRelease(play, of42);

/** Two runs of one account at once; `choices` says which of the two requests that wait goes next, then the first one does. */
async function race(acts: readonly Act[], choices: readonly number[]): Promise<Raced> {
  let raced: Raced = { ends: [], production: '', commits: 0 };
  await withPlay(
    {
      prepare: rollout('inProgress', 0.05),
      scheduler: (clock) =>
        createScheduler({
          callers: acts.length,
          clock,
          choose: (waiting, step) => Math.min(choices[step] ?? 0, waiting.length - 1),
        }),
    },
    async (stage) => {
      const run = async (act: Act): Promise<string> => {
        try {
          return (await act(stage.play())).did;
        } catch (error) {
          const { notes } = error as { readonly notes?: readonly { readonly id: string }[] };
          return findRefusal(error)?.kind ?? notes?.[0]?.id ?? String(error);
        } finally {
          stage.leave();
        }
      };
      const ends = await Promise.all(acts.map(run));
      raced = { ends, production: stage.see('production').join(', '), commits: stage.commits() };
    },
  );
  return raced;
}

/** All outcomes of the first so many choices, each once. */
async function raceInAllOrders(acts: readonly Act[], choices: number): Promise<readonly Raced[]> {
  const found = new Map<string, Raced>();
  for (let bits = 0; bits < 2 ** choices; bits += 1) {
    const order = Array.from({ length: choices }, (_, step) => (bits >> step) & 1);
    const raced = await race(acts, order);
    found.set(JSON.stringify(raced), raced);
  }
  return [...found.values()];
}

/** Two raise at once: one commits, and the other one finds it done. */
export async function raceRaises(choices: number): Promise<void> {
  const raced = await raceInAllOrders([raise, raise], choices);
  for (const { ends, production, commits } of raced) {
    expect(ends.toSorted()).toEqual(['moved', 'unchanged']);
    expect({ production, commits }).toEqual({ production: '42 inProgress 0.1, 40 completed', commits: 1 });
  }
  // Otherwise the orders were no orders.
  expect(raced).toHaveLength(2);
}

/** One raises while one halts: the halt is made, whoever comes first, and nobody is told what is not so. */
export async function raceAgainstHalt(choices: number): Promise<void> {
  const raced = await raceInAllOrders([raise, halt], choices);
  for (const { ends, production, commits } of raced) {
    expect(ends[1]).toBe('moved');
    const told = ends[0] === 'google-play-move-refused' ? [0.05, 1] : [0.1, 2];
    expect(['moved', 'google-play-overtaken', 'google-play-move-refused']).toContain(ends[0]);
    expect([production, commits]).toEqual([`42 halted ${told[0]}, 40 completed`, told[1]]);
  }
  expect(raced.length).toBeGreaterThan(1);
}
