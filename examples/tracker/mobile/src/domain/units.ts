export type WeightUnit = 'kg' | 'lb';

const KILOGRAMS_PER_POUND = 0.45359237;

export function toKilograms(weight: number, unit: WeightUnit): number {
  return unit === 'kg' ? weight : weight * KILOGRAMS_PER_POUND;
}

export function fromKilograms(kilograms: number, unit: WeightUnit): number {
  return unit === 'kg' ? kilograms : kilograms / KILOGRAMS_PER_POUND;
}

export function formatWeight(kilograms: number, unit: WeightUnit): string {
  const weight = fromKilograms(kilograms, unit);
  // Two decimals, because 1.25 kg plates exist; they also hide what is left of
  // a round trip through pounds.
  return `${Math.round(weight * 100) / 100} ${unit}`;
}

/** For sums and estimates, where a decimal would claim too much. */
export function formatRoundedWeight(kilograms: number, unit: WeightUnit): string {
  return `${Math.round(fromKilograms(kilograms, unit))} ${unit}`;
}
