import type { Ledger, Place } from './entries.ts';
import { planStages } from './gates.ts';
import { tellPlace } from './places.ts';
import type { PlatformPolicy } from './policy.ts';
import { phases } from './presets.ts';
import type { PlatformState } from './state.ts';

/** A stretch of time in which a release is, or is to be, at one place. Times are milliseconds since the epoch. */
export interface Stay {
  readonly name: string;
  readonly from: number;
  /** Null while it lasts. */
  readonly to: number | null;
  /** Users get it since then; null while reviewers have it. */
  readonly publishedAt: number | null;
}

/** What happened, from the ledger: each change of the exposure, in order. */
export function listStays({ entries }: Ledger, platform: string): readonly Stay[] {
  const stays: Stay[] = [];
  const ends: ReadonlySet<string> = new Set(['superseded', 'completed', 'abandoned']);
  for (const entry of entries) {
    if (entry.kind === 'opened' || entry.platform !== platform) continue;
    const at = Date.parse(entry.at);
    const last = stays.at(-1);
    if (entry.kind === 'reached') {
      if (last !== undefined) stays[stays.length - 1] = { ...last, to: at };
      stays.push({ name: tellPlace(entry.place), from: at, to: null, publishedAt: null });
    }
    if (last === undefined) continue;
    if (entry.kind === 'published' && last.publishedAt === null) stays[stays.length - 1] = { ...last, publishedAt: at };
    if (ends.has(entry.kind) && last.to === null) stays[stays.length - 1] = { ...last, to: at };
  }
  return stays;
}

/** What is to come at the earliest, if every gate agrees as soon as it may: from now, or from when the stage is over. */
export function listPlan(platform: PlatformPolicy, state: PlatformState, now: number): readonly Stay[] {
  const stages = planStages(platform);
  const index = findStage(platform, state.place);
  const current = stages[index];
  let at = Math.max(now, (state.publishedAt ?? now) + (current?.soak ?? 0));
  return stages.slice(index + 1).map(({ name, soak }) => {
    const from = at;
    at += soak;
    return { name, from, to: at, publishedAt: from };
  });
}

function findStage(platform: PlatformPolicy, place: Place | null): number {
  if (place === null) return -1;
  if (platform.store === 'google-play')
    return platform.steps.findLastIndex(({ track, reach }) => track === place.track && reach <= place.share + 1e-6);
  if (place.track === 'testflight') return 0;
  const tests = platform.testFlight === undefined ? 0 : 1;
  return tests + (platform.phased ? phases.findLastIndex((share) => share <= place.share + 1e-6) : 0);
}
