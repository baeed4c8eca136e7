import { evidenceAbove, evidenceBelow } from './mixture.ts';
import type { Counts } from './mixture.ts';

/** Halvings of [0, 1]: 60 leave less than the spacing of doubles around any rate that matters. */
const halvings = 60;

/**
 * The largest limit that the counts prove to be exceeded, so that `lowerBound(counts, e) >= limit` is the same question
 * as `evidenceAbove(counts, limit) >= e`: the evidence falls as the limit rises.
 *
 * @param evidence what counts as proof, ln(1/risk); above 0
 * @returns 0 to the observed share; 0 without units
 */
export function lowerBound(counts: Counts, evidence: number): number {
  if (counts.bad <= 0) return 0;
  return bisect((limit) => evidenceAbove(counts, limit) >= evidence).proven;
}

/**
 * The smallest limit that the counts prove to be kept: `upperBound(counts, e) <= limit` asks the same as
 * `evidenceBelow(counts, limit) >= e`.
 *
 * @returns the observed share to 1; 1 without units
 */
export function upperBound(counts: Counts, evidence: number): number {
  if (counts.units <= 0) return 1;
  return bisect((limit) => evidenceBelow(counts, limit) < evidence).other;
}

/** Narrows [0, 1] to the place where `holds` turns from true (below) to false (above). */
function bisect(holds: (limit: number) => boolean): { proven: number; other: number } {
  let [proven, other] = [0, 1];
  for (let step = 0; step < halvings; step += 1) {
    const middle = (proven + other) / 2;
    if (holds(middle)) proven = middle;
    else other = middle;
  }
  return { proven, other };
}
