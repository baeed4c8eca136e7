import { coverageMetrics, formatShare, sumCounts } from '#reports/coverage';
import type { CoverageMetric } from '#reports/coverage';
import { measuredIn } from './checks/check.ts';
import type { CheckResult, SuiteName } from './checks/check.ts';

/** The negatives: what stands there when the step is killed. */
export const outputs = {
  verdict: 'fail',
  blame: '',
  reasons: '[]',
  'coverage-lines': '',
  'coverage-branches': '',
  'coverage-functions': '',
  'coverage-statements': '',
  'integration-coverage': '',
  'patch-coverage': '',
  'report-directory': '',
};

export type OutputName = keyof typeof outputs;

/** Of all packages together, suite by suite, and only when each has a figure: a sum without one of them would flatter. */
export function coverageOutputs(results: readonly CheckResult[]): Partial<Record<OutputName, string>> {
  const shares = (suite: SuiteName): readonly (readonly [CoverageMetric, string])[] => {
    const suites = results.filter((result) => result.name === suite);
    const measured = measuredIn(suites);
    if (measured.length === 0 || measured.length < suites.length) return [];
    const sum = sumCounts(measured.map((one) => one.measured.coverage.total));
    return coverageMetrics.map((metric) => [metric, formatShare(sum[metric]).replace(' %', '')]);
  };
  const integration = shares('integration').find(([metric]) => metric === 'lines')?.[1];
  return {
    ...Object.fromEntries(shares('tests').map(([metric, share]) => [`coverage-${metric}`, share])),
    ...(integration === undefined ? {} : { 'integration-coverage': integration }),
  };
}

export function patchOutput(results: readonly CheckResult[]): Partial<Record<OutputName, string>> {
  const patch = results.find((result) => result.patch !== undefined)?.patch;
  return patch === undefined ? {} : { 'patch-coverage': formatShare(patch).replace(' %', '') };
}
