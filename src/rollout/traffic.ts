import type { Curve } from '#health/completeness';
import { estimateOverdispersion, type Overdispersion } from '#health/overdispersion';
import type { Bucket, Unit } from '#health/report';
import { gatesOf } from './gates.ts';
import type { PlatformPolicy, Policy } from './policy.ts';

const hourMs = 3_600_000;

/** What a gate's source counts when everybody has a version. */
export interface GateTraffic {
  /** A mean over day and night. */
  readonly unitsPerHour: number;
  /** Usual share of bad units; absent: 0.6 of the limit is assumed. */
  readonly rate?: number;
  /** Counted of the release before, or told by a person. */
  readonly origin: 'measured' | 'estimated';
  readonly overdispersion?: Overdispersion;
  /** How late its reports come, where that was learned. */
  readonly curve?: Curve;
}

/** By the name of the gate. Of one that is not in it nothing is known. */
export type TrafficByGate = Readonly<Record<string, GateTraffic>>;

/** Units of which everybody who uses the app makes one a day at least. What is counted of requests and ratings, no number of users tells. */
const daily: ReadonlySet<Unit> = new Set(['session', 'user-hour', 'user-day']);

export function isDaily(unit: Unit): boolean {
  return daily.has(unit);
}

/**
 * What a number of users makes of each gate: one unit a day from each, which is on the safe side for sessions and hours.
 * @param dailyUsers people who use the app of this platform in a day
 */
export function estimateTraffic(policy: Policy, platform: PlatformPolicy, dailyUsers: number): TrafficByGate {
  if (!(dailyUsers > 0 && Number.isFinite(dailyUsers))) return {};
  const gates = gatesOf(policy, platform).filter(({ unit }) => isDaily(unit));
  return Object.fromEntries(gates.map(({ name }) => [name, { unitsPerHour: dailyUsers / 24, origin: 'estimated' }]));
}

/**
 * What the release before showed.
 * @param counts its buckets by the name of the gate, of the last days; a gate without one unit in them stays unknown
 * @param share of the users who had it in that time, above 0
 */
export function measureTraffic(
  policy: Policy,
  platform: PlatformPolicy,
  counts: Readonly<Record<string, readonly Bucket[]>>,
  share = 1,
): TrafficByGate {
  const measured = gatesOf(policy, platform).flatMap(({ name, unit }): (readonly [string, GateTraffic])[] => {
    const buckets = counts[name] ?? [];
    const units = buckets.reduce((sum, bucket) => sum + bucket.units, 0);
    const bad = buckets.reduce((sum, bucket) => sum + bucket.bad, 0);
    const from = Math.min(...buckets.map(({ start }) => start));
    const to = Math.max(...buckets.map(({ end }) => end));
    if (!(units > 0 && to > from)) return [];
    const unitsPerHour = units / share / ((to - from) / hourMs);
    const overdispersion = estimateOverdispersion(buckets, { unit });
    return [[name, { unitsPerHour, rate: bad / units, origin: 'measured', overdispersion }]];
  });
  return Object.fromEntries(measured);
}
