import type { Random } from '#emulators/base/random';
import { drawBinomial } from './draws.ts';
import { byHandPerDay, testerAdoption, type PlatformSettings } from './settings.ts';

/** Who has which version. Users stand in line in an order that never changes, and a share is the front of it. */
export interface Population {
  /** Neighbours in the line, from its front, without gaps. */
  readonly bands: readonly Band[];
  /** Testers by track and version. */
  readonly testers: Readonly<Record<string, readonly number[]>>;
}

/** Users between two places in the line, counted by version: as many bands as shares were ever opened. */
interface Band {
  /** 0 to 1. */
  readonly from: number;
  readonly to: number;
  /** By the number of the version, the oldest first. */
  readonly users: readonly number[];
}

/** What a store gives to whom, by the number of the version. */
export interface Exposure {
  /** Everybody may have it. */
  readonly everybody: number;
  /** The front of the line may have it. */
  readonly rollout?: { readonly version: number; readonly share: number };
  /** Whoever asks for it by hand gets it. */
  readonly byHand?: number;
  /** What testers get, by track. */
  readonly tracks: Readonly<Record<string, number>>;
}

export function createPopulation({ users, testers }: PlatformSettings, versions: number): Population {
  const first = (count: number): number[] => Array.from({ length: versions }, (_, index) => (index === 0 ? count : 0));
  return {
    bands: [{ from: 0, to: 1, users: first(users) }],
    testers: Object.fromEntries(Object.entries(testers).map(([track, count]) => [track, first(count)])),
  };
}

/** Users of a version, testers apart; of the whole line. */
export function countUsers({ bands }: Population, version: number): number {
  return bands.reduce((sum, { users }) => sum + (users[version] ?? 0), 0);
}

export function countTesters({ testers }: Population, version: number): number {
  return Object.values(testers).reduce((sum, users) => sum + (users[version] ?? 0), 0);
}

/**
 * One hour of updates. Nobody goes back to an older version: stores do not take one away.
 * @param weight of the hour: phones update while they are used
 */
export function update(
  population: Population,
  { everybody, rollout, byHand, tracks }: Exposure,
  { adoption }: PlatformSettings,
  weight: number,
  random: Random,
): Population {
  const hourMs = 3_600_000;
  const hazard = 1 - Math.exp((-hourMs * weight) / adoption);
  const manual = 1 - Math.exp((-byHandPerDay * weight) / 24);
  const bands = rollout === undefined ? population.bands : split(population.bands, rollout.share, random);
  return {
    bands: bands.map((band) => {
      const isIn = rollout !== undefined && band.to <= rollout.share + 1e-12;
      const offered = isIn ? Math.max(rollout.version, everybody) : everybody;
      const updated = move(band.users, offered, hazard, random);
      return { ...band, users: byHand === undefined ? updated : move(updated, byHand, manual, random) };
    }),
    testers: Object.fromEntries(
      Object.entries(population.testers).map(([track, users]) => {
        const offered = Math.max(tracks[track] ?? 0, everybody);
        return [track, move(users, offered, 1 - Math.exp(-hourMs / testerAdoption), random)];
      }),
    ),
  };
}

/** Cuts the band in which the share ends. Who of it stands before the cut is chance, and stays so. */
function split(bands: readonly Band[], share: number, random: Random): readonly Band[] {
  return bands.flatMap((band) => {
    const { from, to, users } = band;
    if (share <= from + 1e-12 || share >= to - 1e-12) return [band];
    const front = users.map((count) => drawBinomial(random, count, (share - from) / (to - from)));
    return [
      { from, to: share, users: front },
      { from: share, to, users: users.map((count, index) => count - (front[index] ?? 0)) },
    ];
  });
}

function move(users: readonly number[], offered: number, hazard: number, random: Random): readonly number[] {
  const moved = users.map((count, version) => (version < offered ? drawBinomial(random, count, hazard) : 0));
  const arrived = moved.reduce((sum, count) => sum + count, 0);
  return users.map((count, version) => count - (moved[version] ?? 0) + (version === offered ? arrived : 0));
}
