import type { Tally } from '#health/report';

/** What Google tells of one slice. */
export interface Measured {
  /** Distinct users, rounded. */
  readonly users: number;
  /** Share of them that were hit, from 0 to 1. */
  readonly rate: number;
  /** Google's confidence interval of the rate; null where it gives none. */
  readonly interval: { readonly lower: number; readonly upper: number } | null;
}

/**
 * What `distinctUsers` is rounded to, "depending on the magnitude of the value"; where one step ends and the next begins is not
 * documented. https://developers.google.com/play/developer/reporting/reference/rest/v1beta1/vitals.crashrate
 */
const steps = [1_000_000, 1_000, 100, 10];

/** 95 %. Google does not say of which level its intervals are; at a higher one this counts fewer units, never more. */
const z = 1.96;

/**
 * Counts as a gate weighs them, with no more evidence in them than Google's figures hold.
 *
 * - **Users are rounded**, so the number of units is known up to half a step: that goes along as `uncertainty`. The step is the
 *   coarsest documented one that the figure is a multiple of, so it is never taken for finer than it was.
 * - **Bad units** are the rate of the fewest users that there can have been. So the two ends that a gate computes with are both
 *   sound: for a raise, the fewest units at just this rate; for a halt, the most units with the fewest bad ones.
 * - **The interval has the last word.** Where it is wider than that many independent users would give, Google knows less than
 *   the count says (a sample, noise, a smoothed rate), and all is scaled down to the number of users that its width stands for.
 *   Where it is narrower the count decides.
 */
export function toTally(measured: Measured): Required<Tally> {
  const { units, uncertainty } = toUnits(measured);
  return { units, bad: measured.rate * (units - uncertainty), uncertainty };
}

/**
 * The same for the version that a release is compared with. There the rate itself has to be right: one that is too low would make
 * a release worse than it is, and an incident of both look like the release's own.
 */
export function toBaseline(measured: Measured): Required<Tally> {
  const { units, uncertainty } = toUnits(measured);
  return { units, bad: measured.rate * units, uncertainty };
}

function toUnits({ users, rate, interval }: Measured): { units: number; uncertainty: number } {
  const uncertainty = Math.min(halfStep(users), users);
  const fewest = users - uncertainty;
  const supported = interval === null ? Number.POSITIVE_INFINITY : usersBehind(rate, interval.upper - interval.lower);
  const scale = fewest > 0 ? Math.min(1, supported / fewest) : 1;
  return { units: users * scale, uncertainty: uncertainty * scale };
}

/** A multiple of its own step it is in any case. */
function halfStep(users: number): number {
  return (steps.find((one) => users % one === 0) ?? 10) / 2;
}

/** How many users give an interval of this width around the rate (Wilson's, which is never wider than 1). */
function usersBehind(rate: number, width: number): number {
  if (!(width > 0)) return Number.POSITIVE_INFINITY;
  let [few, many] = [0, 1e12];
  for (let round = 0; round < 100; round += 1) {
    const middle = (few + many) / 2;
    if (wilsonWidth(rate, middle) > width) few = middle;
    else many = middle;
  }
  return many;
}

function wilsonWidth(rate: number, users: number): number {
  if (users === 0) return 1;
  const spread = (rate * (1 - rate)) / users + (z * z) / (4 * users * users);
  return ((2 * z) / (1 + (z * z) / users)) * Math.sqrt(spread);
}
