import type { Place } from './entries.ts';

export function isSamePlace(one: Place | null, other: Place): boolean {
  return one?.track === other.track && Math.abs(one.share - other.share) < 1e-6;
}
