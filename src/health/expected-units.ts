import { assumeMaturity } from './completeness.ts';
import type { Curve } from './completeness.ts';

/** What a gate's source is expected to count, all users together. */
export interface Traffic {
  /** At an exposure of 100 %, a mean over day and night. */
  readonly unitsPerHour: number;
  /** Bad share of the previous version; default: 0.6 of the limit. */
  readonly rate?: number;
  /**
   * Milliseconds in which 63 % of the users who may have the new version take it up; 0 for a backend, whose traffic
   * moves at once. Phones update by night and by Wi-Fi: 36 h is usual.
   */
  readonly adoption: number;
  /** Of the source; default: the gate's maturity. */
  readonly curve?: Curve;
}

/** Users who are offered the new version from `startedAt` on (milliseconds from the start of the plan). */
export interface Tranche {
  readonly startedAt: number;
  readonly unitsPerHour: number;
}

/**
 * Units that count for a raise at `time`: each hour's units by the share that has been reported by then. With the
 * usual take-up, 1 - e^(-t/adoption), and a curve of steps, that has a closed form.
 */
export function expectUnits(
  time: number,
  tranches: readonly Tranche[],
  { adoption, curve }: Traffic,
  maturity: number,
): number {
  const { steps } = curve ?? assumeMaturity(maturity);
  return steps.reduce((sum, { age, share }, index) => {
    const newlyReported = share - (steps[index - 1]?.share ?? 0);
    const had = tranches.reduce(
      (total, tranche) => total + accumulate(time - age - tranche.startedAt, tranche, adoption),
      0,
    );
    return sum + newlyReported * had;
  }, 0);
}

function accumulate(elapsed: number, { unitsPerHour }: Tranche, adoption: number): number {
  if (elapsed <= 0) return 0;
  const taken = adoption > 0 ? elapsed + adoption * Math.expm1(-elapsed / adoption) : elapsed;
  return (unitsPerHour * taken) / 3_600_000;
}

/**
 * The earliest time from `from` on at which `needed` units count, to the minute (or a thousandth of `within`).
 *
 * @returns undefined when they do not come before `within`
 */
export function findTime(
  needed: number,
  count: (time: number) => number,
  from: number,
  within: number,
): number | undefined {
  if (count(from) >= needed) return from;
  if (count(within) < needed) return undefined;
  let [early, late] = [from, within];
  while (late - early > Math.min(60_000, within / 1_000)) {
    const middle = (early + late) / 2;
    if (count(middle) >= needed) late = middle;
    else early = middle;
  }
  return late;
}
