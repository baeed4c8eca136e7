import type { Tally } from '#health/report';
import { learnRounding } from './rounding.ts';
import type { Row } from './rows.ts';

/** The tally of a row; undefined for one that is no evidence at all. */
export type TallyRow = (row: Row) => Tally | undefined;

/**
 * Turns a rate of a rounded number of users into counts.
 *
 * The rate is kept, and stands for no more users than there surely were: the fewest that the rounding allows, and no more than the
 * interval of the rate speaks for. So a row may weigh less than it is worth, and never more. Weighing less is no bias: a part of
 * a stake on a fair bet is a fair bet (E[W^w] ≤ E[W]^w for 0 ≤ w ≤ 1), so the promises of docs/health.md hold for a halt and for a
 * raise. A rate times the rounded number would not keep them: of "10 users" that are 5, one who crashes would become two.
 *
 * @param rows all rows of the answers, from which the rounding is learned
 */
export function createTallying(rows: readonly Row[]): TallyRow {
  const leastUsers = learnRounding(rows.map(({ users }) => users));
  return (row) => {
    const units = Math.min(leastUsers(row.users), countSupported(row));
    return units > 0 ? { units, bad: units * row.rate } : undefined;
  };
}

/** Of what level Google's intervals are is not documented. At a lower one this never takes anything away, at a higher one more. */
const z = 1.96;

/**
 * For how many independent users an interval speaks, by Wilson's score: the distance of a bound to the rate is z standard errors at the
 * bound. Intervals of other kinds come out near it. Google may estimate a rate from fewer than all users, and its interval is
 * wider then.
 */
function countSupported({ rate, interval }: Row): number {
  if (interval === undefined) return Number.POSITIVE_INFINITY;
  const { lower, upper } = interval;
  // From nothing to everything is no knowledge.
  if (lower <= 0 && upper >= 1) return 0;
  return Math.min(...[lower, upper].map((bound) => countAt(bound, rate)));
}

/** A bound at an end of the scale was cut off there, and says nothing. */
function countAt(bound: number, rate: number): number {
  if (bound <= 0 || bound >= 1 || bound === rate) return Number.POSITIVE_INFINITY;
  return (z * z * bound * (1 - bound)) / (bound - rate) ** 2;
}

/** Tallies of several version codes of one release together; undefined where none has any. */
export function addTallies(tallies: readonly (Tally | undefined)[]): Tally | undefined {
  const known = tallies.filter((tally) => tally !== undefined);
  if (known.length === 0) return undefined;
  return {
    units: known.reduce((sum, { units }) => sum + units, 0),
    bad: known.reduce((sum, { bad }) => sum + bad, 0),
  };
}
