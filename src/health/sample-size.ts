import { evidenceBelow } from './mixture.ts';

/**
 * Units, times the overdispersion, after which `bad` bad ones still prove a rate below `limit`.
 *
 * @param evidence ln(1/risk), above 0
 * @returns a whole number, exact: one unit fewer is not enough
 */
export function unitsToProve(bad: number, limit: number, evidence: number): number {
  const proves = (units: number): boolean => evidenceBelow({ units, bad }, limit) >= evidence;
  let enough = 1;
  while (!proves(enough)) enough *= 2;
  let tooFew = enough / 2;
  while (enough - tooFew > 1) {
    const middle = Math.floor((tooFew + enough) / 2);
    if (proves(middle)) enough = middle;
    else tooFew = middle;
  }
  return enough;
}

/**
 * Units, times the overdispersion, that a release at `rate` needs until it is proven to stay below `limit`, about.
 * The growth of the evidence per unit, with two nats for the price of the mixture; on the safe side: medians in
 * simulations are 10 to 40 % below.
 *
 * @returns infinite when `rate` is not below `limit`
 */
export function expectUnitsToProve(rate: number, limit: number, evidence: number): number {
  return rate < limit ? (evidence + 2) / divergence(rate, limit) : Number.POSITIVE_INFINITY;
}

/**
 * Units, times the overdispersion, after which a release at `factor` times `limit` would have been halted, about and on
 * the safe side.
 *
 * @param evidence what halts, ln(2/a)
 */
export function unitsToScreen(factor: number, limit: number, evidence: number): number {
  return factor > 1 ? (evidence + 2) / divergence(factor * limit, limit) : Number.POSITIVE_INFINITY;
}

/** Kullback-Leibler divergence per unit of two Poisson rates: a little less, so safer, than that of two shares. */
function divergence(rate: number, limit: number): number {
  return (rate > 0 ? rate * Math.log(rate / limit) : 0) - rate + limit;
}
