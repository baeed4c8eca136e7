import type { Lift } from './sets';

// Past this the formulas drift apart by more than a plate.
const MOST_REPS = 12;

function epley(weightKg: number, reps: number): number {
  return weightKg * (1 + reps / 30);
}

function brzycki(weightKg: number, reps: number): number {
  return (weightKg * 36) / (37 - reps);
}

/** In kilograms, or null where the set is too long to say anything. */
export function estimateOneRepMax({
  weightKg,
  reps,
}: Pick<Lift, 'weightKg' | 'reps'>): number | null {
  if (reps < 1 || reps > MOST_REPS) {
    return null;
  }
  if (reps === 1) {
    return weightKg;
  }
  // Epley runs high for few reps and Brzycki for many; their mean does neither.
  return (epley(weightKg, reps) + brzycki(weightKg, reps)) / 2;
}

export function bestOneRepMax(lifts: readonly Lift[]): number | null {
  return lifts.reduce<number | null>((best, lift) => {
    const estimate = estimateOneRepMax(lift);
    return estimate !== null && (best === null || estimate > best) ? estimate : best;
  }, null);
}
