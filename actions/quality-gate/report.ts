import { relative, sep } from 'node:path';
import type { Annotation } from '#kit/annotations';
import { formatDuration } from '#kit/duration';
import { code, md } from '#kit/summary';
import type { Summary } from '#kit/summary';
import type { FiguresPyramid } from '#reports/quality-figures';
import type { Base } from './base.ts';
import { countPackages } from './checks/check.ts';
import type { CheckResult, Finding } from './checks/check.ts';
import { describeCoverage, describePyramid, describeWorstFiles } from './coverage-report.ts';
import { tellReasons } from './verdict.ts';
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
  base: Base | undefined,
  pyramid: FiguresPyramid,
  pathOf: PathOf,
): void {
  const passed = verdict.verdict === 'pass';
  const failed = results.filter((result) => result.reasons.length > 0).length;
  const headline = passed ? 'pass' : `fail, ${failed} of ${results.length} checks did not pass`;
  summary.heading(2, `${passed ? '✅' : '❌'} quality-gate: ${headline}`);
  if (!passed)
    summary.list(
      tellReasons(verdict, results).map((reason) => md`**${reason.text}** ${reason.cure} (${code(reason.id)})`),
    );
  describeChecks(summary, results);
  const warnings = results.flatMap((result) => result.warnings ?? []);
  if (warnings.length > 0) summary.list(warnings.map((one) => md`⚠️ **${one.text}** ${one.cure} (${code(one.id)})`));
  describeCoverage(summary, results, base);
  describeFindings(summary, results, pathOf);
  describeWorstFiles(summary, results, pathOf);
  describePyramid(summary, pyramid);
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
