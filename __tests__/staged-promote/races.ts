import { createRandom } from '#emulators/base/random';
import { chooseAtRandom, createScheduler, type Choose, type Scheduler } from '#emulators/base/scheduler';
import { CODE, openStage, PACKAGE, TAG, type RunOptions } from './stage.ts';

const hour = 3_600_000;

/** Lets everything through until it is armed. */
function createGate(): Scheduler & { readonly arm: (inner: Scheduler) => void } {
  let inner: Scheduler | undefined;
  return {
    arm: (scheduler) => {
      inner = scheduler;
    },
    admit: async (ticket, signal) =>
      inner?.admit(ticket, signal) ?? Promise.resolve({ end: () => undefined, suspend: () => () => undefined }),
    leave: () => {
      inner?.leave();
    },
  };
}

/**
 * Two ticks at once, when a raise is due, with one account.
 * @returns what is wrong afterwards; undefined where it was raised once, and is written down once
 */
export async function race(choose: Choose): Promise<string | undefined> {
  const gate = createGate();
  const stage = await openStage({
    scheduler: gate,
    prepare: (world) => {
      world.addRelease(PACKAGE, 'production', { versionCodes: [CODE], status: 'inProgress', userFraction: 0.05 });
    },
  });
  try {
    const begun = stage.clock.now();
    const health = (): RunOptions => ({ health: { since: begun, units: 20_000, share: 0.002 } });
    await stage.run('source', { command: 'open', release: TAG });
    await stage.run('source', {}, health());
    stage.clock.advanceTo(begun + 7 * hour);
    gate.arm(createScheduler({ callers: 2, choose, clock: stage.clock }));
    // The timeline has its own races, in the tests of its client.
    const tick = async () => stage.run('bundle', { timeline: 'none' }, health()).finally(gate.leave);
    const both = await Promise.all([tick(), tick()]);
    stage.clock.advanceTo(begun + 8 * hour);
    const after = await stage.run('source', {}, health());
    const own = stage.releases('production').find(({ versionCodes }) => versionCodes[0] === CODE);
    const commits = stage.requests().filter(({ operation, applied }) => operation === 'edits.commit' && applied).length;
    const reached = stage.history().filter((line) => line.startsWith('reached production 0.1'));
    const told = both.filter(({ outputs }) => outputs['moved'] === 'true').length;
    const facts = {
      fraction: own?.userFraction,
      commits,
      reached,
      told,
      claims: Object.keys(stage.ledger()?.claims ?? {}),
      defects: [...both, after].filter(({ exitCode }) => exitCode !== 0).map(({ log }) => log.slice(-600)),
    };
    const wanted = {
      fraction: 0.1,
      commits: 1,
      reached: ['reached production 0.1 (move by controller)'],
      told: 1,
      claims: [],
      defects: [],
    };
    return JSON.stringify(facts) === JSON.stringify(wanted) ? undefined : JSON.stringify(facts);
  } finally {
    await stage.stop();
  }
}

/** Every order in which the first requests of two callers can go, as the index of the one that goes first. */
export function listTurns(requests: number): readonly (readonly number[])[] {
  return Array.from({ length: 2 ** requests }, (_, order) =>
    Array.from({ length: requests }, (__, step) => Math.floor(order / 2 ** step) % 2),
  );
}

export function chooseByTurn(turns: readonly number[]): Choose {
  return (waiting, step) => Math.min(turns[step] ?? 0, waiting.length - 1);
}

export function chooseBySeed(seed: number): Choose {
  return chooseAtRandom(createRandom(seed));
}
