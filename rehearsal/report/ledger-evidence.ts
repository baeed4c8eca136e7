import type { Unit } from '#health/report';
import type { Policy } from '#rollout/policy';
import type { PlatformState } from '#rollout/state';
import type { EvidenceView } from './release-view.ts';

/** What gates had reported at each snapshot: of every hour what was last seen of it. */
export function listEvidence(
  { snapshots, memory }: PlatformState,
  policy: Policy | undefined,
): readonly EvidenceView[] {
  return Object.entries(snapshots).flatMap(([gate, all]): readonly EvidenceView[] => {
    const frozen = memory?.parameters.gates.find(({ name }) => name === gate);
    const written = policy?.gates.find(({ name }) => name === gate);
    // What a release was opened with counts, not what the policy says by now.
    const limit: { readonly unit: Unit; readonly max: number } | undefined =
      frozen === undefined ? written : { unit: frozen.unit, max: frozen.limit };
    if (limit === undefined) return [];
    const hours = new Map<number, { readonly units: number; readonly bad: number }>();
    const times = [...new Set(all.map(({ seenAt }) => seenAt))].sort((one, other) => one - other);
    const points = times.map((at) => {
      for (const { bucket, seenAt } of all) if (seenAt === at) hours.set(bucket.start, bucket);
      const sum = { at, units: 0, bad: 0 };
      for (const { units, bad } of hours.values()) {
        sum.units += units;
        sum.bad += bad;
      }
      return sum;
    });
    return [{ gate, unit: limit.unit, max: limit.max, points }];
  });
}
