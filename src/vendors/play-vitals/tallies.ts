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
  const precision = learnPrecision(rows);
  return (row) => {
    const units = Math.min(leastUsers(row.users), countSupported(row, precision));
    return units > 0 ? { units, bad: units * row.rate } : undefined;
  };
}

/** Of what level Google's intervals are is not documented. At a lower one this never takes anything away, at a higher one more. */
const z = 1.96;

/**
 * For how many independent users an interval speaks: Google may estimate a rate from fewer than all users, and its interval is
 * wider then. By Wilson's score the distance of a bound to the rate is z standard errors at that bound. Taken is the farther
 * bound, where other kinds of interval say nearly the same; the nearer one is cut off at zero by some. A bound at 0 or 1 that
 * is far from the rate speaks for nobody.
 * @param precision by how much the distance of a bound may have grown when both were rounded
 */
function countSupported({ rate, interval }: Row, precision: number): number {
  if (interval === undefined) return Number.POSITIVE_INFINITY;
  const { lower, upper } = interval;
  const bound = upper - rate >= rate - lower ? upper : lower;
  const distance = Math.abs(bound - rate) - precision;
  // Perhaps of no width, and then it takes nothing away.
  if (distance <= 0) return Number.POSITIVE_INFINITY;
  return (z * z * bound * (1 - bound)) / distance ** 2;
}

/**
 * Rates that users have stored have up to four decimals (https://github.com/ActivityWatch/stats, data/android-crash-rate.csv), and
 * then the interval of many users is a few last decimals wide.
 */
const decimalsAtLeast = 4;
const decimalsAtMost = 12;

/** One of the last decimal that is written anywhere, since zeros at the end are left out. */
function learnPrecision(rows: readonly Row[]): number {
  const written = rows.flatMap(({ rate, interval }) =>
    interval === undefined ? [rate] : [rate, interval.lower, interval.upper],
  );
  let decimals = decimalsAtLeast;
  for (const value of written)
    while (decimals < decimalsAtMost && Number(value.toFixed(decimals)) !== value) decimals += 1;
  return 10 ** -decimals;
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
