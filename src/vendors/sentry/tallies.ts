import type { Tally } from '#health/report';
import type { Field, Series, SessionGroup } from './sessions.ts';

/** The counts of some releases together, by step; undefined where there are none. */
export type Tallies = readonly (Tally | undefined)[];

/** https://develop.sentry.dev/sdk/telemetry/sessions/: what crash-free rates count as not free. */
const bad = 'crashed';

/**
 * Sentry counts distinct users by a sketch (ClickHouse's uniqCombined64), whose error is documented as a fraction of a percent
 * for large sets and none for small ones: https://clickhouse.com/docs/sql-reference/aggregate-functions/reference/uniqcombined
 */
const sketchError = 0.01;

/**
 * Adds up what was counted of the releases. Statuses exclude one another, so all of them together are the units, those that
 * Sentry may add to them included.
 * @throws SyntaxError where something is counted and crashes are not: that would be good news out of nothing.
 */
export function tallyReleases(
  groups: readonly SessionGroup[],
  releases: readonly string[],
  { steps, field }: { readonly steps: number; readonly field: Field },
): Tallies {
  const of = releases.map((release) => collectStatuses(groups, release));
  return Array.from({ length: steps }, (_, step) => {
    const found = of.flatMap((statuses) => tallyStep(statuses, step) ?? []);
    const units = found.reduce((sum, one) => sum + one.units, 0);
    if (units === 0) return undefined;
    const tally = { units, bad: found.reduce((sum, one) => sum + one.bad, 0) };
    const uncertainty = field === 'count_unique(user)' ? Math.round(units * sketchError) : 0;
    return uncertainty === 0 ? tally : { ...tally, uncertainty };
  });
}

type Statuses = ReadonlyMap<string, Series>;

function collectStatuses(groups: readonly SessionGroup[], release: string): Statuses {
  const statuses = new Map<string, Series>();
  for (const group of groups) {
    // Data of another release must not decide about this one.
    if (group.release !== release || group.status === undefined) continue;
    if (statuses.has(group.status)) throw new SyntaxError(`"${release}" has the status "${group.status}" twice`);
    statuses.set(group.status, group.series);
  }
  if (statuses.size > 0 && !statuses.has(bad))
    throw new SyntaxError(`"${release}" has sessions and no count of those that ${bad}`);
  return statuses;
}

function tallyStep(statuses: Statuses, step: number): Tally | undefined {
  const counts = [...statuses].map(([status, series]) => ({ status, count: series[step] ?? null }));
  const known = counts.flatMap(({ status, count }) => (count === null ? [] : [{ status, count }]));
  if (known.length === 0) return undefined;
  const unknown = counts.find(({ count }) => count === null);
  if (unknown !== undefined)
    throw new SyntaxError(`of step ${step}, it counts some sessions and not those that are "${unknown.status}"`);
  return {
    units: known.reduce((sum, { count }) => sum + count, 0),
    bad: known.find(({ status }) => status === bad)?.count ?? 0,
  };
}
