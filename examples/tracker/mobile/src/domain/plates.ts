import type { WeightUnit } from './units';

export interface PlateRack {
  readonly bar: number;
  /** Heaviest first, as many pairs of each as it takes. */
  readonly plates: readonly number[];
}

export interface PlateLoad {
  readonly perSide: readonly number[];
  /** What is missing from the target once no plate fits any more. */
  readonly shortBy: number;
}

export const RACKS: Readonly<Record<WeightUnit, PlateRack>> = {
  kg: { bar: 20, plates: [25, 20, 15, 10, 5, 2.5, 1.25] },
  lb: { bar: 45, plates: [45, 35, 25, 10, 5, 2.5] },
};

/**
 * All figures are in the rack's own unit: converted ones would miss the
 * smallest plate by a rounding error. Null for a target below the bar.
 */
export function loadBar(target: number, rack: PlateRack): PlateLoad | null {
  if (!(target >= rack.bar)) {
    return null;
  }
  // Taking the heaviest that fits leaves the least over, because in both racks
  // every plate is a multiple of the smallest.
  const perSide: number[] = [];
  let left = (target - rack.bar) / 2;
  for (const plate of rack.plates) {
    while (left >= plate) {
      perSide.push(plate);
      left -= plate;
    }
  }
  return { perSide, shortBy: left * 2 };
}

export function describeLoad({ perSide, shortBy }: PlateLoad, unit: WeightUnit): string {
  const plates = perSide.length === 0 ? 'Empty bar' : `Per side: ${perSide.join(' + ')} ${unit}`;
  const missing = Math.round(shortBy * 100) / 100;
  return missing === 0 ? plates : `${plates} (${missing} ${unit} short)`;
}
