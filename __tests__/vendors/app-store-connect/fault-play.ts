import { expect } from '@jest/globals';
import { playFaults } from '../fault-matrix.ts';
import { moves } from './move-table.ts';
import { withClient } from './stage.ts';
import type { ClientStage } from './stage.ts';

/** Those of many requests, which the long tier plays. */
export const longMoves: readonly string[] = [
  'submit for review',
  'submit again what is being taken back',
  'cancel a submission',
  'cancel a review with other things in it',
  'cancel what came back with questions',
  'cancel what is accepted, unlike the rest',
];

/** Every request of the move x every fault of the plan that applies to it. */
export async function playMove(name: string): Promise<void> {
  const move = moves[name];
  if (move === undefined) throw new Error(`There is no move "${name}".`);
  const { prepare, act, writes, afterRefusal = writes, isDone } = move;
  const played = await playFaults<ClientStage, { readonly did: string }>({
    open: async (faults, run) => withClient({ faults, ...(prepare === undefined ? {} : { prepare }) }, run),
    act: async (stage, signal) => act(stage.connect(signal), stage.scene),
    judge: ({ stage, outcome, again }) => {
      const applied = stage.applied();
      const done = isDone(stage.state(), stage.scene);
      const problems: string[] = [];
      // None twice, none of another kind, and in their order.
      const allowed = [writes, afterRefusal].map((one) => one.slice(0, applied.length).join());
      if (!allowed.includes(applied.join())) problems.push(`it wrote ${applied.join(', ')}`);
      if ('value' in outcome && !done) problems.push('it says that it is done, and it is not');
      if ('value' in outcome && !again && outcome.value.did !== 'moved') problems.push('it says that it moved nothing');
      return problems;
    },
  });
  console.log(`${name}: ${played.requests} requests, ${played.cases} cases, ${played.survived} survived`);
  expect(played.problems).toEqual([]);
  expect(played.cases).toBeGreaterThan(played.requests * 5);
}
