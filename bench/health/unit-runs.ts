import { evidenceAbove } from '#health/mixture';
import { unitsToProve } from '#health/sample-size';
import { evidenceWorse } from '#health/comparison';
import { drawGeometric, drawPoisson } from './random.ts';
import type { Random } from './random.ts';

/** Four tests share 1 %; an absolute one spends half its part on the whole rollout. */
const evidenceToHalt = Math.log(2 / (0.01 / 4));
const evidenceWhenWorse = Math.log(1 / (0.01 / 4));
const evidenceToPromote = Math.log(1 / 0.05);

/** Units until a release with this rate is halted, looked at after each one; undefined beyond `most`. */
export function countToHalt(rate: number, limit: number, random: Random, most = 1_000_000): number | undefined {
  // Only a bad unit raises the evidence, so it is enough to look at those.
  for (
    let [units, bad] = [drawGeometric(random, rate), 1];
    units <= most;
    units += drawGeometric(random, rate), bad += 1
  ) {
    if (evidenceAbove({ units, bad }, limit) >= evidenceToHalt) return units;
  }
  return undefined;
}

/** Units until it is proven to be below 1.5 × the limit and its share keeps the limit; undefined beyond `most`. */
export function countToPromote(rate: number, limit: number, random: Random, most = 1_000_000): number | undefined {
  // Between two bad units only good ones come, which can only help: the first moment follows from their number.
  for (
    let [bad, next] = [0, drawGeometric(random, rate)];
    next <= most;
    next += drawGeometric(random, rate), bad += 1
  ) {
    const enough = Math.max(unitsToProve(bad, 1.5 * limit, evidenceToPromote), Math.ceil(bad / limit));
    if (enough < next) return enough;
  }
  return undefined;
}

/** Units of the new version until the comparison finds it worse, at a share of 5 %; looked at every `every` units. */
export function countToFindWorse(
  rate: number,
  previous: number,
  random: Random,
  every: number,
  most = 500_000,
): number | undefined {
  // One bucket that grows: with one share throughout, the evidence is the same as with many.
  let [bad, previousBad] = [0, 0];
  for (let units = every; units <= most; units += every) {
    const previousUnits = 19 * units;
    bad += drawPoisson(random, rate * every);
    previousBad += drawPoisson(random, previous * 19 * every);
    const bucket = { start: 0, end: 1, units, bad, previous: { units: previousUnits, bad: previousBad } };
    if (bad / units - previousBad / previousUnits < 0.2 * 0.005) continue;
    if (evidenceWorse([bucket], 1.5, 1) >= evidenceWhenWorse) return units;
  }
  return undefined;
}
