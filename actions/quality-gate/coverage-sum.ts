import { coverageMetrics } from '#reports/coverage';
import type { Count, CoverageMetric, Counts } from '#reports/coverage';

/** Several packages together: whole numbers added, never percentages averaged. */
export function sumCoverage(parts: readonly Counts[]): Counts {
  const sum = (metric: CoverageMetric): Count =>
    parts.reduce(
      (all, part) => ({ covered: all.covered + part[metric].covered, total: all.total + part[metric].total }),
      { covered: 0, total: 0 },
    );
  return Object.fromEntries(coverageMetrics.map((metric) => [metric, sum(metric)])) as Record<CoverageMetric, Count>;
}
