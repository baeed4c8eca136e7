/**
 * Bad units among units, after division by the overdispersion. Both may be fractional.
 */
export interface Counts {
  /** 0 or more. */
  readonly units: number;
  /** 0 to `units`. */
  readonly bad: number;
}

/** Looked up once: one look calls them some thousand times. */
const { exp, log, log1p, max } = Math;

/**
 * How many times above the limit a release is suspected to be. Seven suspicions bet at once, a seventh of the stake on
 * each, so a rate 10 % above the limit is found as surely as a tenfold one, only later.
 */
export const suspectedAbove: readonly number[] = [1.1, 1.25, 1.5, 2, 3, 5, 10];

/** The mirror image: what share of the limit a good release is believed to stay at. */
export const believedBelow: readonly number[] = [0.9, 0.75, 0.6, 0.4, 0.2, 0.05];

/**
 * Log of the evidence that the bad share is above `limit`: 0 is none, positive speaks for it.
 *
 * As long as every unit is bad with a conditional probability of at most `limit`, whatever came before, the exponential
 * of this is a non-negative supermartingale that starts at 1: the chance that it **ever** reaches 1/a is at most a
 * (Ville), however often and at whatever data-dependent moments it is looked at. It needs no identical distribution, so
 * night and day may differ. This is the sub-Bernoulli process of Howard et al. 2021 with a discrete mixture.
 *
 * @param limit above 0 and below 1
 */
export function evidenceAbove(counts: Counts, limit: number): number {
  return mixLikelihoods(suspectedAbove, counts, limit);
}

/** Log of the evidence that the bad share is below `limit`; the mirror statement of `evidenceAbove`. */
export function evidenceBelow(counts: Counts, limit: number): number {
  return mixLikelihoods(believedBelow, counts, limit);
}

/** ln of the mean over m of m^bad · (1 + (m - 1) · limit)^(-units). */
function mixLikelihoods(factors: readonly number[], { units, bad }: Counts, limit: number): number {
  return logMeanExp(factors.map((factor) => bad * log(factor) - units * log1p((factor - 1) * limit)));
}

/** ln of the mean of e^x. The largest is taken out first: e^x itself overflows above 709, and 10^9 units reach there. */
export function logMeanExp(exponents: readonly number[]): number {
  const largest = max(...exponents);
  return largest + log(exponents.reduce((sum, exponent) => sum + exp(exponent - largest), 0) / exponents.length);
}
