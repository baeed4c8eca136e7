import { listInterleavings } from '#emulators/base/interleavings';
import { chooseByActor, createScheduler } from '#emulators/base/scheduler';
import type { Comment } from '#emulators/github/state';
import type { GitHubWorld } from '#emulators/github/world';
import { upsertComment } from '#vendors/github/comments';
import { composeBody } from '#vendors/github/markers';
import type { StickyComment } from '#vendors/github/comments';
import type { RunOrder } from '#vendors/github/markers';
import { withClient } from './stage.ts';
import type { ClientStage } from './stage.ts';

export const key = 'quality-comment/quality';
export const bot = 'github-actions[bot]';

export function prepare(world: GitHubWorld): void {
  world.branch('topic');
  world.openPull({ head: 'topic' });
}

export const sticky = (
  run: RunOrder | number,
  says = `run ${typeof run === 'number' ? run : run.id}`,
): StickyComment => ({
  number: 1,
  key,
  run: typeof run === 'number' ? { id: run, attempt: 1 } : run,
  blocks: [says],
});

export const bodyOf = (run: RunOrder | number): string => composeBody(sticky(run));

export function comments({ emulator, repo }: ClientStage): readonly Comment[] {
  return emulator.snapshot().repositories[`${repo.owner}/${repo.repo}`]?.comments ?? [];
}

export const bodies = (stage: ClientStage): string[] => comments(stage).map(({ body }) => body);

/** A comment that was there before, of a bot unless somebody else is named. */
export function leave(world: GitHubWorld, body: string, author = bot): void {
  const at = '2026-11-23T10:00:00Z';
  world.state.lastId += 1;
  world.repository.comments.push({ id: world.state.lastId, number: 1, author, body, createdAt: at, updatedAt: at });
}

/** What is left when runs 10 (a) and 11 (b) speak at once and their requests come in this order. */
async function race(order: readonly string[], before: readonly number[]): Promise<readonly string[]> {
  const scheduler = createScheduler({ callers: 2, choose: chooseByActor(order) });
  const both = (world: GitHubWorld): void => {
    prepare(world);
    world.addToken({ name: 'a' });
    world.addToken({ name: 'b' });
    for (const run of before) leave(world, bodyOf(run));
  };
  let left: readonly string[] = [];
  await withClient({ prepare: both, scheduler }, async (stage) => {
    const speak = (token: string, run: number): Promise<unknown> =>
      upsertComment(stage.github(token), sticky(run)).finally(scheduler.leave);
    await Promise.all([speak('ghs_a', 10), speak('ghs_b', 11)]);
    left = bodies(stage);
  });
  return left;
}

/** The older one looks, the newer one writes and is content, the older one writes. GitHub has nothing to prevent it. */
function comesTooLate(order: readonly string[]): boolean {
  const at = (who: string, nth: number): number =>
    order.map((one, index) => (one === who ? index : -1)).filter((index) => index >= 0)[nth - 1] ?? 0;
  return at('a', 1) < at('b', 2) && at('b', 3) < at('a', 2);
}

/**
 * Every order in which so many first requests of two runs can come (those that follow come in any), in which something
 * else is left than one comment: of the newer run, but for the one order that nobody can exclude.
 * @param before runs that have spoken before
 */
export async function findLostRaces(requests: number, before: readonly number[]): Promise<readonly string[]> {
  const lost: string[] = [];
  for (const order of listInterleavings({ a: requests, b: requests })) {
    // Where nobody has spoken, both write what the other then sees.
    const expected = [bodyOf(before.length > 0 && comesTooLate(order) ? 10 : 11)];
    const left = await race(order, before);
    if (JSON.stringify(left) !== JSON.stringify(expected)) lost.push(`${order.join('')}: ${JSON.stringify(left)}`);
  }
  return lost;
}
