import fc from 'fast-check';
import type { Report, SourceError } from '#health/report';
import type { Order } from '#rollout/decision';
import { hour, hoursOf, start } from './situations.ts';

/** What the sources say at a step. */
export type Data = 'good' | 'bad' | 'incident' | 'few' | 'none' | 'stale' | 'invalid' | 'error' | 'absent';

/** One run of the controller, with what has happened since the one before. `Outside`: what others do at the store. */
export interface Step<Outside extends string> {
  readonly gap: number;
  readonly data: Data;
  readonly outside: Outside | 'nothing';
  readonly order: Order['command'] | 'none';
  readonly dies: 'claimed' | 'moved' | undefined;
}

const data: readonly Data[] = [
  ...(['good', 'good', 'good', 'good', 'good'] as const),
  ...(['bad', 'incident', 'few', 'none', 'stale', 'invalid', 'error', 'absent'] as const),
];
const commands: readonly Order['command'][] = [
  ...(['promote', 'promote', 'complete', 'complete', 'resume', 'resume'] as const),
  ...(['hold', 'halt', 'expedite', 'abandon'] as const),
];

export interface Odds {
  /** Hours between two runs. */
  readonly gaps: readonly number[];
  /** Of a hundred: how many steps are without an act of others, an order, a death. */
  readonly quiet?: number;
  readonly unordered?: number;
  readonly surviving?: number;
}

/** Days of a rollout: mostly quiet, and now and then somebody does something. */
export function generateWalks<Outside extends string>(
  outsides: readonly Outside[],
  { gaps, quiet = 92, unordered = 95, surviving = 89 }: Odds,
): fc.Arbitrary<Step<Outside>[]> {
  const mostly = <T, U>(weight: number, usual: T, others: readonly U[]): fc.Arbitrary<T | U> =>
    fc.oneof(
      { weight, arbitrary: fc.constant(usual) },
      { weight: 100 - weight, arbitrary: fc.constantFrom(...others) },
    );
  return fc.array(
    fc.record({
      gap: fc.constantFrom(...gaps),
      data: fc.constantFrom(...data),
      outside: mostly(quiet, 'nothing' as const, outsides),
      order: mostly(unordered, 'none' as const, commands),
      dies: mostly(surviving, undefined, ['claimed', 'moved'] as const),
    }),
    { minLength: 5, maxLength: 40 },
  );
}

export function toOrder(command: Order['command'] | 'none', now: number): Order | undefined {
  return command === 'none' ? undefined : { command, by: '@octocat', why: '', until: now + 5 * hour };
}

export function toReport(word: Data, now: number): Report | SourceError | undefined {
  switch (word) {
    case 'good':
      return hoursOf(start - 20 * hour, now, 3_000, 0.001);
    case 'bad':
      return hoursOf(start - 20 * hour, now, 3_000, 0.05);
    case 'incident':
      // The version before is as bad in the same hours.
      return worsen(hoursOf(start - 20 * hour, now, 3_000, 0.05));
    case 'few':
      return hoursOf(now - 2 * hour, now, 5, 0);
    case 'none':
      return { buckets: [], freshUntil: now };
    case 'stale':
      return hoursOf(start - 40 * hour, start - 10 * hour, 3_000, 0.001);
    case 'invalid':
      return { buckets: [{ start: now - hour, end: now, units: 3, bad: 5 }] };
    case 'error':
      return { error: 'the source is down' };
    case 'absent':
      return undefined;
  }
}

function worsen({ buckets, ...rest }: Report): Report {
  return { ...rest, buckets: buckets.map((bucket) => ({ ...bucket, previous: { units: 30_000, bad: 1_500 } })) };
}

export interface Tally {
  readonly count: (what: string) => void;
  /** Prints how often each was reached. @returns those of `needed` that never were: a generator that does not reach them proves nothing */
  readonly print: (needed: readonly string[]) => readonly string[];
}

export function createTally(): Tally {
  const reached = new Map<string, number>();
  return {
    count: (what) => {
      reached.set(what, (reached.get(what) ?? 0) + 1);
    },
    print: (needed) => {
      const rows = [...reached].toSorted(([one], [other]) => (one < other ? -1 : 1));
      process.stderr.write(`${rows.map(([what, times]) => `  ${String(times).padStart(6)}  ${what}`).join('\n')}\n`);
      return needed.filter((what) => !reached.has(what));
    },
  };
}
