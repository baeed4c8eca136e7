import type { Place } from './entries.ts';
import { tell } from './policy-stages.ts';

export function isSamePlace(one: Place | null, other: Place): boolean {
  return one?.track === other.track && Math.abs(one.share - other.share) < 1e-6;
}

/** "production 5 %". */
export function tellPlace({ track, share }: Place): string {
  return `${track} ${tell(share)}`;
}
