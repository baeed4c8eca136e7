import type { ExerciseId } from './exercises';
import { toKilograms, type WeightUnit } from './units';

/** What was lifted. Weights are kept in kilograms whatever unit is shown. */
export interface Lift {
  readonly exerciseId: ExerciseId;
  readonly weightKg: number;
  readonly reps: number;
}

export interface LoggedSet extends Lift {
  readonly id: number;
}

/** A set as typed: both fields are free text until they are parsed. */
export interface SetEntry {
  readonly weight: string;
  readonly reps: string;
}

export type ParsedSet =
  | { readonly ok: true; readonly weightKg: number; readonly reps: number }
  | { readonly ok: false; readonly field: keyof SetEntry; readonly message: string };

const HEAVIEST_KG = 600;
const MOST_REPS = 100;

/** NaN for anything but plain digits with one decimal point or comma. */
export function parseDecimal(text: string): number {
  const trimmed = text.trim();
  // Number() alone would also take '', '1e3' and '0x10'.
  return /^\d+([.,]\d+)?$/.test(trimmed) ? Number(trimmed.replace(',', '.')) : NaN;
}

export function parseSet(entry: SetEntry, unit: WeightUnit): ParsedSet {
  const weightKg = toKilograms(parseDecimal(entry.weight), unit);
  if (Number.isNaN(weightKg)) {
    return { ok: false, field: 'weight', message: 'Enter a weight' };
  }
  if (weightKg === 0 || weightKg > HEAVIEST_KG) {
    return { ok: false, field: 'weight', message: 'That weight is out of range' };
  }
  const reps = parseDecimal(entry.reps);
  if (!Number.isInteger(reps)) {
    return { ok: false, field: 'reps', message: 'Enter a whole number of reps' };
  }
  if (reps === 0 || reps > MOST_REPS) {
    return { ok: false, field: 'reps', message: 'That many reps is out of range' };
  }
  return { ok: true, weightKg, reps };
}

export function totalVolume(lifts: readonly Lift[]): number {
  return lifts.reduce((sum, lift) => sum + lift.weightKg * lift.reps, 0);
}
