import { assumeMaturity, shareReported, shareReportedAtMost } from './completeness.ts';
import type { Curve } from './completeness.ts';
import type { Epoch } from './epochs.ts';
import type { Counts } from './mixture.ts';
import type { Gate } from './parameters.ts';
import type { Bucket } from './report.ts';

/**
 * One stretch of buckets, summed twice: what is uncertain counts for the release when a halt is at stake and against it
 * when a raise is.
 */
export interface WindowSums {
  /** Divided by the overdispersion, as the tests that halt weigh them. */
  readonly halting: Counts;
  /** Divided by the overdispersion; only what is old enough, or by the share of it that has been reported. */
  readonly promoting: Counts;
  /** As reported. */
  readonly raw: Counts;
}

/**
 * Whether a bucket counts in an epoch. The first takes every bucket that reaches into it, since this version had no
 * users before; a later one only whole buckets, so that nothing counts twice.
 */
export function belongsTo(epoch: Epoch, { start, end }: Bucket): boolean {
  return epoch.number === 0 ? end > epoch.startedAt : start >= epoch.startedAt;
}

/** Buckets that reach beyond `startedAt`, the one in which it lies included. */
export function selectSince(buckets: readonly Bucket[], startedAt: number): readonly Bucket[] {
  return buckets.filter(({ end }) => end > startedAt);
}

export interface SumOptions {
  readonly gate: Gate;
  /** Absent: the gate's maturity for promoting, and for halting everything that has been reported. */
  readonly curve?: Curve | undefined;
  readonly now: number;
  /** Whose buckets may count for promoting. */
  readonly promotionEpoch: Epoch;
}

export function sumWindow(buckets: readonly Bucket[], options: SumOptions): WindowSums {
  const { gate, curve, now, promotionEpoch } = options;
  const phi = gate.overdispersion.value;
  const assumed = curve ?? assumeMaturity(gate.maturity);
  const halting = { units: 0, bad: 0 };
  const promoting = { units: 0, bad: 0 };
  const raw = { units: 0, bad: 0 };
  for (const bucket of buckets) {
    const { end, units, bad, uncertainty = 0 } = bucket;
    raw.units += units;
    raw.bad += bad;
    const age = Math.max(0, now - end);
    // Late bad units can only delay a halt, so an unmeasured source may halt on what it has.
    add(
      halting,
      units + uncertainty,
      bad,
      curve === undefined && !gate.lateUnits ? 1 : shareReportedAtMost(assumed, age),
    );
    // A bucket that is still open would be taken for a whole one.
    const counts = end <= now && belongsTo(promotionEpoch, bucket);
    add(promoting, units - uncertainty, bad, counts ? shareReported(assumed, age) : 0);
  }
  return { halting: divide(halting, phi), promoting: divide(promoting, phi), raw };
}

function add(sums: { units: number; bad: number }, units: number, bad: number, share: number): void {
  if (share <= 0) return;
  // However few have been reported, there were at least as many units as bad ones.
  sums.units += Math.max(units * share, bad);
  sums.bad += bad;
}

function divide({ units, bad }: Counts, by: number): Counts {
  return { units: units / by, bad: bad / by };
}
