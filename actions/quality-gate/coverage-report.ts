import { bar, code } from '#kit/summary';
import type { Column, Summary, Text } from '#kit/summary';
import { coverageMetrics, formatShare, formatShareChange, markShare, sumCounts } from '#reports/coverage';
import type { Counts } from '#reports/coverage';
import { formatRanges } from '#reports/line-ranges';
import { pyramidGoal } from '#reports/pyramid';
import type { FiguresPyramid } from '#reports/quality-figures';
import type { Base } from './base.ts';
import { measuredIn } from './checks/check.ts';
import type { CheckResult, Measured, SuiteName } from './checks/check.ts';
import { count as countOf } from './count.ts';
import { worstFiles } from './figures.ts';

type PathOf = (file: string) => string;

const suiteTitles: Readonly<Record<SuiteName, string>> = {
  tests: 'Coverage',
  integration: 'Coverage by integration tests',
};

/** Of each suite a section of its own: their thresholds differ, and one says little about the other. */
export function describeCoverage(summary: Summary, results: readonly CheckResult[], base: Base | undefined): void {
  for (const suite of ['tests', 'integration'] as const) {
    const measured = measuredIn(results).filter(({ name }) => name === suite);
    const [first, ...others] = measured;
    if (first === undefined) continue;
    summary.heading(3, suiteTitles[suite]);
    const before = (one: Measured): Counts | undefined => (suite === 'tests' ? baseCounts(base, one) : undefined);
    if (others.length === 0) describeMetrics(summary, first, before(first));
    else describePackages(summary, measured, before);
    if (suite === 'tests') describeBase(summary, base, measured);
  }
}

function baseCounts(base: Base | undefined, { package: of }: Measured): Counts | undefined {
  if (base === undefined || 'none' in base) return undefined;
  return base.baseline.packages.find(({ name }) => name === of)?.counts;
}

function describeMetrics(summary: Summary, { measured }: Measured, before: Counts | undefined): void {
  const { total } = measured.coverage;
  const columns: Column[] = [
    { title: 'Of' },
    { title: 'Covered', align: 'right' },
    { title: 'Share', align: 'right' },
    ...(before === undefined ? [] : [{ title: 'Change', align: 'right' as const }]),
    { title: '' },
    { title: 'Required', align: 'right' },
  ];
  summary.table(
    columns,
    coverageMetrics.map((metric) => {
      const count = total[metric];
      return [
        metric,
        `${count.covered} of ${count.total}`,
        formatShare(count),
        ...(before === undefined ? [] : [formatShareChange(before[metric], count)]),
        count.total === 0 ? '' : `${bar(count.covered / count.total)} ${markShare(count, measured.threshold)}`,
        `${measured.threshold} %`,
      ];
    }),
  );
}

/** Each package has to reach the threshold by itself; the total is for information. */
function describePackages(
  summary: Summary,
  results: readonly Measured[],
  beforeOf: (one: Measured) => Counts | undefined,
): void {
  const total = sumCounts(results.map(({ measured }) => measured.coverage.total));
  summary.table(
    [{ title: 'Package' }, ...coverageMetrics.map((title) => ({ title, align: 'right' as const }))],
    [
      ...results.map((result): Text[] => {
        const before = beforeOf(result);
        return [
          code(result.package),
          ...coverageMetrics.map((metric) => {
            const count = result.measured.coverage.total[metric];
            const change = before === undefined ? '' : ` (${formatShareChange(before[metric], count)})`;
            return `${formatShare(count)}${change} ${markShare(count, result.measured.threshold)}`.trim();
          }),
        ];
      }),
      ['all', ...coverageMetrics.map((metric) => formatShare(total[metric]))],
    ],
  );
  const thresholds = [...new Set(results.map(({ measured }) => measured.threshold))];
  summary.paragraph(`Required: ${thresholds.join(' or ')} % of each in every package.`);
}

function describeBase(summary: Summary, base: Base | undefined, results: readonly Measured[]): void {
  if (base === undefined) return;
  if ('none' in base) {
    summary.paragraph(`No baseline to compare with: ${base.none}.`);
    return;
  }
  const where =
    base.distance === 0 ? 'where this branch begins' : `${countOf(base.distance, 'commit')} before this branch begins`;
  const tools = results.some(({ measured }) => measured.provider !== base.baseline.tools['coverage-provider']);
  const warning = tools ? ' It was counted by another coverage provider, so the change means little.' : '';
  summary.paragraph(`Change in percentage points against ${base.commit.slice(0, 12)}, ${where}.${warning}`);
}

export function describeWorstFiles(summary: Summary, results: readonly CheckResult[], pathOf: PathOf): void {
  const measured = measuredIn(results);
  const worst = worstFiles(measured);
  if (worst.length === 0) return;
  const files = measured.filter(({ name }) => name === 'tests').flatMap((one) => one.measured.coverage.files);
  summary.details(`Least covered files (${worst.length} of ${files.length} have uncovered lines)`, (inner) => {
    inner.table(
      [{ title: 'File' }, { title: 'Lines', align: 'right' }, { title: 'Not covered' }],
      worst
        .slice(0, 20)
        .map((file) => [code(pathOf(file.file)), formatShare(file.counts.lines), formatRanges(file.uncoveredLines)]),
    );
  });
}

/** Only where there are tests of two kinds at least: one kind alone has no shape. */
export function describePyramid(summary: Summary, pyramid: FiguresPyramid): void {
  const kinds = [
    ['unit', pyramid.unit],
    ['integration', pyramid.integration],
    ['e2e', pyramid.e2e],
  ] as const;
  if (kinds.filter(([, count]) => count !== null).length < 2) return;
  const total = kinds.reduce((sum, [, count]) => sum + (count ?? 0), 0);
  const titles = { unit: 'Unit', integration: 'Integration', e2e: 'E2E, counted in the sources' } as const;
  summary.heading(3, 'Test pyramid');
  summary.table(
    [
      { title: 'Tests' },
      { title: 'Count', align: 'right' },
      { title: 'Share', align: 'right' },
      { title: '' },
      { title: 'Goal', align: 'right' },
    ],
    kinds.map(([kind, count]) => [
      titles[kind],
      count === null ? 'not known' : String(count),
      count === null ? '' : `${Math.round((count * 100) / total)} %`,
      count === null ? '' : bar(count / total),
      `${pyramidGoal[kind]} %`,
    ]),
  );
}
