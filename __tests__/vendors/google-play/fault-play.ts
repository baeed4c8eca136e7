import { expect } from '@jest/globals';
import type { PlayWorld } from '#emulators/google-play/world';
import { ConfigurationError } from '#kit/errors';
import type { GooglePlay } from '#vendors/google-play/client';
import type { Moved } from '#vendors/google-play/moves';
import { findRefusal } from '#vendors/google-play/refusals';
import { playFaults } from '../fault-matrix.ts';
import { moves } from './move-table.ts';
import { withPlay } from './stage.ts';
import type { PlayStage } from './stage.ts';

/** A refusal that is the user's fault is told as such. */
export const isRefusal = (error: unknown): boolean =>
  error instanceof ConfigurationError && findRefusal(error) !== undefined;

/** Every request of the move x every fault of the plan that applies to it. */
export async function playMove(name: string, move = moves[name]): Promise<void> {
  if (move === undefined) throw new Error(`There is no move "${name}".`);
  const { prepare, act, track, after } = move;
  const played = await playFaults<PlayStage, Moved>({
    open: async (faults, run) => withPlay({ faults, ...(prepare === undefined ? {} : { prepare }) }, run),
    act: async (stage, signal) => act(stage.play(signal)),
    expected: isRefusal,
    judge: ({ stage, outcome, again }) => {
      const problems: string[] = [];
      const isDone = JSON.stringify(stage.see(track)) === JSON.stringify(after);
      if (stage.commits() > 1) problems.push(`it committed ${stage.commits()} times`);
      if (stage.commits() === 1 && !isDone) problems.push(`it made ${stage.see(track).join(', ')} of the track`);
      if (!('value' in outcome)) return problems;
      const { did, after: told } = outcome.value;
      if (!isDone) problems.push('it says that it is done, and it is not');
      if (!again && did !== 'moved') problems.push('it says that it moved nothing');
      const world = stage
        .releases(track)
        .map(({ versionCodes, status, userFraction = null }) => [versionCodes, status, userFraction]);
      const reported = told.releases.map(({ versionCodes, status, fraction }) => [versionCodes, status, fraction]);
      if (JSON.stringify(reported) !== JSON.stringify(world)) problems.push('it reports what the world does not show');
      return problems;
    },
  });
  console.log(`${name}: ${played.requests} requests, ${played.cases} cases, ${played.survived} survived`);
  expect(played.problems).toEqual([]);
  expect(played.cases).toBeGreaterThan(played.requests * 5);
}

/** Every request of a read x every fault: what is read is what is there, or a failure that says so. */
export async function playRead(
  name: string,
  act: (play: GooglePlay) => Promise<unknown>,
  prepare?: (world: PlayWorld) => void,
): Promise<void> {
  const options = prepare === undefined ? {} : { prepare };
  let expected: unknown;
  await withPlay(options, async (stage) => {
    expected = await act(stage.play());
  });
  const played = await playFaults<PlayStage, unknown>({
    open: async (faults, run) => withPlay({ faults, ...options }, run),
    act: async (stage, signal) => act(stage.play(signal)),
    expected: isRefusal,
    judge: ({ stage, outcome }) => [
      ...('value' in outcome && withoutTimes(outcome.value) !== withoutTimes(expected)
        ? ['it read something else']
        : []),
      ...(stage.commits() > 0 ? ['it committed'] : []),
    ],
  });
  console.log(`${name}: ${played.requests} requests, ${played.cases} cases, ${played.survived} survived`);
  expect(played.problems).toEqual([]);
  // What a request passes by being repeated: outages, cuts, limits, slowness.
  expect(played.survived).toBeGreaterThanOrEqual(played.requests * 8);
}

/** When it was read, which repeating moves. */
function withoutTimes(value: unknown): string {
  return JSON.stringify(value, (name, member: unknown) =>
    ['readUntil', 'missed'].includes(name) ? undefined : member,
  );
}
