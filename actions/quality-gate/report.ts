import { relative, resolve, sep } from 'node:path';
import type { Annotation } from '#kit/annotations';
import { formatDuration } from '#kit/duration';
import { bar, code, md } from '#kit/summary';
import type { Summary } from '#kit/summary';
import { coverageMetrics, formatShare, reaches } from '#reports/coverage';
import type { Coverage, FileCoverage } from '#reports/coverage';
import type { CheckResult, Finding } from './checks/check.ts';
import type { Verdict } from './verdict.ts';

/** A file name as GitHub knows it: from the root of the workspace, with forward slashes. */
export function workspacePath(file: string, folder: string, workspace: string): string {
  return relative(workspace, resolve(folder, file)).split(sep).join('/');
}

/** The verdict first, then what led to it, then what to look at. */
export function describeRun(
  summary: Summary,
  verdict: Verdict,
  results: readonly CheckResult[],
  threshold: number,
  pathOf: (file: string) => string,
): void {
  const passed = verdict.verdict === 'pass';
  const failed = results.filter((result) => result.reasons.length > 0).length;
  const headline = passed ? 'pass' : `fail, ${failed} of ${results.length} checks did not pass`;
  summary.heading(2, `${passed ? '✅' : '❌'} quality-gate: ${headline}`);
  if (!passed)
    summary.list(verdict.reasons.map((reason) => md`**${reason.text}** ${reason.cure} (${code(reason.id)})`));

  summary.table(
    [
      { title: 'Check' },
      { title: 'Result' },
      { title: 'Looked at' },
      { title: 'Found', align: 'right' },
      { title: 'Time', align: 'right' },
    ],
    results.map((result) => [
      result.name,
      result.reasons.length === 0 ? '✅ passed' : `❌ ${blameOf(result)}`,
      result.extent,
      String(result.findings.length),
      formatDuration(result.durationMs),
    ]),
  );
  const coverage = results.find((result) => result.coverage !== undefined)?.coverage;
  if (coverage !== undefined) describeCoverage(summary, coverage, threshold);
  describeFindings(summary, results, pathOf);
  if (coverage !== undefined) describeWorstFiles(summary, coverage, pathOf);
}

function blameOf(result: CheckResult): string {
  const blames = new Set(result.reasons.map((reason) => reason.blame));
  if (blames.has('code')) return 'failed';
  return blames.has('configuration') ? 'not run: configuration' : 'not proven: the tool failed';
}

function describeCoverage(summary: Summary, { total }: Coverage, threshold: number): void {
  summary.heading(3, 'Coverage');
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
      const mark = count.total === 0 ? '' : reaches(count, threshold) ? '✅' : '❌';
      return [
        metric,
        `${count.covered} of ${count.total}`,
        formatShare(count),
        `${bar(count.covered / count.total)} ${mark}`,
        `${threshold} %`,
      ];
    }),
  );
}

function describeFindings(summary: Summary, results: readonly CheckResult[], pathOf: (file: string) => string): void {
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
function describeWorstFiles(summary: Summary, coverage: Coverage, pathOf: (file: string) => string): void {
  const missing = ({ counts: { lines } }: FileCoverage): number => lines.total - lines.covered;
  const worst = coverage.files.filter((file) => missing(file) > 0).sort((a, b) => missing(b) - missing(a));
  if (worst.length === 0) return;
  summary.details(`Least covered files (${worst.length} of ${coverage.files.length} have uncovered lines)`, (inner) => {
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

export function toAnnotation(finding: Finding, pathOf: (file: string) => string): Annotation {
  return {
    level: finding.level,
    title: finding.title,
    message: firstLines(finding.message),
    file: pathOf(finding.file),
    ...(finding.line === undefined ? {} : { line: finding.line }),
    ...(finding.column === undefined ? {} : { column: finding.column }),
  };
}

function placeOf(finding: Finding, pathOf: (file: string) => string): string {
  return [pathOf(finding.file), finding.line, finding.column].filter((part) => part !== undefined).join(':');
}

/** What a person needs of a long message: a stack below the assertion helps only in the log. */
function firstLines(message: string): string {
  const lines = message.split('\n').filter((line) => !/^\s+at /.test(line));
  return lines.slice(0, 30).join('\n').trim();
}
