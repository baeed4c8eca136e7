import { relative, sep } from 'node:path';
import type { Annotation } from '#kit/annotations';
import { formatDuration } from '#kit/duration';
import { bar, code, md } from '#kit/summary';
import type { Summary, Text } from '#kit/summary';
import { coverageMetrics, formatShare, reaches, sumCounts } from '#reports/coverage';
import type { Count, Coverage, FileCoverage } from '#reports/coverage';
import { countPackages } from './checks/check.ts';
import type { CheckResult, Finding } from './checks/check.ts';
import type { Verdict } from './verdict.ts';

/** A file name as GitHub knows it: from the root of the workspace, with forward slashes. */
export function workspacePath(file: string, workspace: string): string {
  return relative(workspace, file).split(sep).join('/');
}

type PathOf = (file: string) => string;

/** The verdict first, then what led to it, then what to look at. */
export function describeRun(
  summary: Summary,
  verdict: Verdict,
  results: readonly CheckResult[],
  threshold: number,
  pathOf: PathOf,
): void {
  const passed = verdict.verdict === 'pass';
  const failed = results.filter((result) => result.reasons.length > 0).length;
  const headline = passed ? 'pass' : `fail, ${failed} of ${results.length} checks did not pass`;
  summary.heading(2, `${passed ? '✅' : '❌'} quality-gate: ${headline}`);
  if (!passed)
    summary.list(verdict.reasons.map((reason) => md`**${reason.text}** ${reason.cure} (${code(reason.id)})`));
  describeChecks(summary, results);
  const warnings = results.flatMap((result) => result.warnings ?? []);
  if (warnings.length > 0) summary.list(warnings.map((one) => md`⚠️ **${one.text}** ${one.cure} (${code(one.id)})`));
  describeCoverage(summary, results, threshold);
  describeFindings(summary, results, pathOf);
  describeWorstFiles(summary, results, pathOf);
}

function describeChecks(summary: Summary, results: readonly CheckResult[]): void {
  // With one package its name in every row says nothing.
  const several = countPackages(results) > 1;
  summary.table(
    [
      ...(several ? [{ title: 'Package' }] : []),
      { title: 'Check' },
      { title: 'Result' },
      { title: 'Looked at' },
      { title: 'Found', align: 'right' as const },
      { title: 'Time', align: 'right' as const },
    ],
    results.map((result) => [
      ...(several ? [result.package === '' ? 'all' : code(result.package)] : []),
      result.name,
      outcomeOf(result),
      result.extent,
      String(result.findings.length),
      result.notRun === true ? '' : formatDuration(result.durationMs),
    ]),
  );
}

function outcomeOf(result: CheckResult): string {
  if (result.notRun === true) return '⏭️ not run: an earlier check did not pass';
  if (result.reasons.length === 0) return '✅ passed';
  const blames = new Set(result.reasons.map((reason) => reason.blame));
  if (blames.has('code')) return '❌ failed';
  return blames.has('configuration') ? '❌ not run: configuration' : '❌ not proven: the tool failed';
}

type Covered = CheckResult & { readonly coverage: Coverage };

function covered(results: readonly CheckResult[]): readonly Covered[] {
  return results.filter((result): result is Covered => result.coverage !== undefined);
}

function describeCoverage(summary: Summary, results: readonly CheckResult[], threshold: number): void {
  const [first, ...others] = covered(results);
  if (first === undefined) return;
  summary.heading(3, 'Coverage');
  if (others.length === 0) describeMetrics(summary, first.coverage, threshold);
  else describePackages(summary, [first, ...others], threshold);
}

function describeMetrics(summary: Summary, { total }: Coverage, threshold: number): void {
  summary.table(
    [
      { title: 'Of' },
      { title: 'Covered', align: 'right' },
      { title: 'Share', align: 'right' },
      { title: '' },
      { title: 'Required', align: 'right' },
    ],
    coverageMetrics.map((metric) => {
      const count = total[metric];
      return [
        metric,
        `${count.covered} of ${count.total}`,
        formatShare(count),
        `${bar(count.covered / count.total)} ${markOf(count, threshold)}`,
        `${threshold} %`,
      ];
    }),
  );
}

/** Each package has to reach the threshold by itself; the total is for information. */
function describePackages(summary: Summary, results: readonly Covered[], threshold: number): void {
  const share = (count: Count): string => `${formatShare(count)} ${markOf(count, threshold)}`.trim();
  const total = sumCounts(results.map((result) => result.coverage.total));
  summary.table(
    [{ title: 'Package' }, ...coverageMetrics.map((title) => ({ title, align: 'right' as const }))],
    [
      ...results.map((result): Text[] => [
        code(result.package),
        ...coverageMetrics.map((metric) => share(result.coverage.total[metric])),
      ]),
      ['all', ...coverageMetrics.map((metric) => formatShare(total[metric]))],
    ],
  );
  summary.paragraph(`Required: ${threshold} % of each in every package.`);
}

function markOf(count: Count, threshold: number): string {
  if (count.total === 0) return '';
  return reaches(count, threshold) ? '✅' : '❌';
}

function describeFindings(summary: Summary, results: readonly CheckResult[], pathOf: PathOf): void {
  const rows = results.flatMap((result) => result.findings.map((finding) => ({ result, finding })));
  if (rows.length === 0) return;
  summary.heading(3, 'What to mend');
  summary.table(
    [{ title: 'Where' }, { title: 'Check' }, { title: 'What' }],
    rows.map(({ result, finding }) => [
      code(placeOf(finding, pathOf)),
      result.name,
      md`**${finding.title}** ${finding.message.split('\n')[0] ?? ''}`,
    ]),
  );
  for (const { finding } of rows) {
    const lines = firstLines(finding.message).split('\n');
    if (lines.length > 1) summary.details(`${finding.title}, in full`, (inner) => inner.code('diff', lines));
  }
}

/** The files with the most lines left to cover: that is where effort moves the number. */
function describeWorstFiles(summary: Summary, results: readonly CheckResult[], pathOf: PathOf): void {
  const files = covered(results).flatMap((result) => result.coverage.files);
  const missing = ({ counts: { lines } }: FileCoverage): number => lines.total - lines.covered;
  const worst = files.filter((file) => missing(file) > 0).sort((a, b) => missing(b) - missing(a));
  if (worst.length === 0) return;
  summary.details(`Least covered files (${worst.length} of ${files.length} have uncovered lines)`, (inner) => {
    inner.table(
      [{ title: 'File' }, { title: 'Lines', align: 'right' }, { title: 'Not covered' }],
      worst
        .slice(0, 20)
        .map((file) => [code(pathOf(file.file)), formatShare(file.counts.lines), formatRanges(file.uncoveredLines)]),
    );
  });
}

/** `3, 7-9, 12`, at most ten ranges. */
function formatRanges(lines: readonly number[]): string {
  const ranges: [from: number, to: number][] = [];
  for (const line of lines) {
    const last = ranges.at(-1);
    if (last !== undefined && line === last[1] + 1) last[1] = line;
    else ranges.push([line, line]);
  }
  const shown = ranges.slice(0, 10).map(([from, to]) => (from === to ? String(from) : `${from}-${to}`));
  return shown.join(', ') + (ranges.length > 10 ? `, and ${ranges.length - 10} more` : '');
}

export function toAnnotation(finding: Finding, pathOf: PathOf): Annotation {
  return {
    level: finding.level,
    title: finding.title,
    message: firstLines(finding.message),
    file: pathOf(finding.file),
    ...(finding.line === undefined ? {} : { line: finding.line }),
    ...(finding.endLine === undefined ? {} : { endLine: finding.endLine }),
    ...(finding.column === undefined ? {} : { column: finding.column }),
  };
}

/** `src/a.ts:3:7`, as editors and terminals understand it. */
export function placeOf(finding: Finding, pathOf: PathOf): string {
  return [pathOf(finding.file), finding.line, finding.column].filter((part) => part !== undefined).join(':');
}

/** What a person needs of a long message: a stack below the assertion helps only in the log. */
function firstLines(message: string): string {
  const lines = message.split('\n').filter((line) => !/^\s+at /.test(line));
  return lines.slice(0, 30).join('\n').trim();
}
