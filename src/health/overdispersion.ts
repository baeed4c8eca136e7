import type { Tally, Unit } from './report.ts';

/**
 * How many times larger the variance of the bad units is than if each were bad by itself: a crash loop makes many of
 * one. All counts are divided by it.
 */
export interface Overdispersion {
  /** 1 to 20. */
  readonly value: number;
  readonly origin: 'given' | 'estimated' | 'floor' | 'fallback';
}

/** Hourly counts miss that one user crashes on several days, so an estimate is never believed below these. */
const floors: Readonly<Record<Unit, number>> = {
  session: 1.5,
  request: 1.5,
  'user-hour': 1.5,
  'user-day': 1.2,
  rating: 1.2,
};

const fallback = 3;
/** Slow requests come in bursts: one slow database makes thousands. */
const fallbackForLatency = 5;
const ceiling = 20;

/** Fewer buckets than this, or fewer expected bad units in one, make Pearson's statistic meaningless. */
const fewestBuckets = 24;
const fewestExpected = 2;

/**
 * Pearson's chi-squared per degree of freedom over the previous version's buckets of the last seven days. Estimate it
 * once, when a rollout starts, and freeze it: an estimate that follows the data would let a bad release excuse itself.
 *
 * @param buckets of the previous version, one hour each (15 s for a backend)
 */
export function estimateOverdispersion(
  buckets: readonly Tally[],
  gate: { readonly unit: Unit; readonly latency?: boolean },
): Overdispersion {
  const units = buckets.reduce((sum, bucket) => sum + bucket.units, 0);
  const share = buckets.reduce((sum, bucket) => sum + bucket.bad, 0) / units;
  const usable = buckets.filter((bucket) => bucket.units * share >= fewestExpected);
  if (usable.length < fewestBuckets || !(share > 0 && share < 1)) {
    return { value: gate.latency === true ? fallbackForLatency : fallback, origin: 'fallback' };
  }
  const chiSquared = usable.reduce((sum, bucket) => {
    const expected = bucket.units * share;
    return sum + (bucket.bad - expected) ** 2 / (expected * (1 - share));
  }, 0);
  const estimate = chiSquared / (usable.length - 1);
  const floor = floors[gate.unit];
  return estimate > floor
    ? { value: Math.min(ceiling, estimate), origin: 'estimated' }
    : { value: floor, origin: 'floor' };
}
