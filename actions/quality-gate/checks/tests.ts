import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeError } from '#kit/errors';
import type { Outcome } from '#kit/exec';
import type { Message } from '#kit/messages';
import { countCoverage, coverageMetrics, formatShare, missingTo, reaches } from '#reports/coverage';
import type { Coverage } from '#reports/coverage';
import { parseTestReport } from '#reports/jest';
import { detectProvider } from '#reports/provider';
import type { TestReport } from '#reports/jest';
import { messages } from '../messages.ts';
import type { ToolCommand } from '../package-manager.ts';
import { brokenEnd, commandFor, describeEnd, tellingLine, toolOf } from './check.ts';
import type { CheckContext, CheckResult, Finding, Reason } from './check.ts';

/** Unit tests by the project's own Jest, with coverage counted from the map and not from Jest's exit code. */
export async function checkTests(context: CheckContext, threshold: number): Promise<CheckResult> {
  const jest = toolOf(context, 'jest');
  const scope = await readScope(context, jest);
  if ('reason' in scope)
    return {
      package: context.package,
      name: 'tests',
      reasons: [scope.reason],
      findings: [],
      durationMs: scope.durationMs,
      extent: 'nothing',
    };

  const reportFile = join(context.reports, 'jest.json');
  const args = ['--ci', '--json', '--outputFile', reportFile, '--testLocationInResults', '--coverage'];
  // With `bail` Jest leaves without a report at the first failure; a gate needs the whole result.
  args.push('--bail=0');
  // Thresholds are ours to judge, from the map: Jest passes a threshold of 60 % for 0 of 0 files.
  args.push(
    '--coverageThreshold',
    '{}',
    '--coverageReporters',
    'none',
    '--coverageDirectory',
    join(context.reports, 'coverage'),
  );
  const outcome = await context.exec.run(commandFor(context, 'tests', jest, args));
  const report = readReport(reportFile);
  const coverage = 'total' in report ? readCoverage(report) : undefined;
  return {
    package: context.package,
    name: 'tests',
    reasons: judge(outcome, report, coverage, threshold, context.timeoutMs),
    findings: 'total' in report ? report.failed.map(toFinding) : [],
    durationMs: scope.durationMs + outcome.durationMs,
    extent: 'total' in report ? `${report.total} tests in ${report.suites} files` : 'nothing',
    ...(coverage !== undefined && 'files' in coverage && 'total' in report
      ? { coverage, coverageMap: report.coverageMap, testReport: report, warnings: warnOf(report.coverageMap) }
      : {}),
  };
}

type Missing = { readonly missing: string } | { readonly unreadable: string };

/** Asks Jest for its effective configuration: without a scope, files that no test imports would not count. */
async function readScope(context: CheckContext, jest: ToolCommand): Promise<{ durationMs: number; reason?: Reason }> {
  const command = commandFor(context, 'tests', jest, ['--showConfig']);
  const outcome = await context.exec.run({ ...command, capture: true });
  const { durationMs } = outcome;
  const broken = brokenEnd('tests', outcome, context.timeoutMs);
  if (broken !== undefined) return { durationMs, reason: broken };
  const shown = parseScope(outcome.stdout ?? '');
  if (shown === undefined || outcome.end.kind !== 'exited' || outcome.end.code !== 0) {
    return {
      durationMs,
      reason: { blame: 'configuration', message: messages['tests-misconfigured'](tellingLine(outcome.tail)) },
    };
  }
  if (!shown) return { durationMs, reason: { blame: 'configuration', message: messages['coverage-scope-missing']() } };
  return { durationMs };
}

/** Whether a scope is configured; undefined when the text is not Jest's configuration. */
function parseScope(stdout: string): boolean | undefined {
  try {
    const shown = JSON.parse(stdout) as {
      globalConfig?: { collectCoverageFrom?: unknown };
      configs?: { collectCoverageFrom?: unknown }[];
    };
    const scopes = [
      shown.globalConfig?.collectCoverageFrom,
      ...(shown.configs ?? []).map((one) => one.collectCoverageFrom),
    ];
    return scopes.some((scope) => Array.isArray(scope) && scope.length > 0);
  } catch {
    return undefined;
  }
}

function readReport(file: string): TestReport | Missing {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    return { missing: describeError(error) };
  }
  try {
    return parseTestReport(text);
  } catch (error) {
    return { unreadable: describeError(error) };
  }
}

function readCoverage(report: TestReport): Coverage | Missing {
  try {
    return countCoverage(report.coverageMap);
  } catch (error) {
    return { missing: describeError(error) };
  }
}

function judge(
  outcome: Outcome,
  report: TestReport | Missing,
  coverage: Coverage | Missing | undefined,
  threshold: number,
  timeoutMs: number,
): readonly Reason[] {
  const broken = brokenEnd('tests', outcome, timeoutMs);
  if (broken !== undefined) return [broken];
  const end = describeEnd(outcome.end);
  if ('missing' in report) {
    const none = outcome.tail.some((line) => line.includes('No tests found'));
    if (none) return [{ blame: 'configuration', message: messages['tests-none']() }];
    return [{ blame: 'tool', message: messages['tests-report-missing'](end, tellingLine(outcome.tail)) }];
  }
  if ('unreadable' in report)
    return [{ blame: 'tool', message: messages['tests-report-unreadable'](report.unreadable) }];
  if (report.interrupted)
    return [{ blame: 'configuration', message: messages['tests-interrupted'](report.passed + report.failed.length) }];
  if (report.failed.length > 0)
    return [{ blame: 'code', message: messages['tests-failed'](report.failed.length, report.total) }];
  // Skipped tests are in the total and prove nothing.
  if (report.passed === 0) return [{ blame: 'configuration', message: messages['tests-none']() }];
  const reasons = coverage === undefined ? [] : judgeCoverage(coverage, threshold);
  if (outcome.end.kind !== 'exited' || outcome.end.code !== 0)
    return [{ blame: 'tool', message: messages['tests-exit'](end) }, ...reasons];
  return reasons;
}

function judgeCoverage(coverage: Coverage | Missing, threshold: number): readonly Reason[] {
  if ('missing' in coverage)
    return [{ blame: 'configuration', message: messages['coverage-missing'](coverage.missing) }];
  if ('unreadable' in coverage) return [{ blame: 'tool', message: messages['coverage-missing'](coverage.unreadable) }];
  const { lines } = coverage.total;
  if (lines.total === 0) return [{ blame: 'configuration', message: messages['coverage-nothing']('lines') }];
  return coverageMetrics.flatMap((metric): Reason[] => {
    const count = coverage.total[metric];
    // Code without a single branch or function is possible where there are lines.
    if (count.total === 0 || reaches(count, threshold)) return [];
    const missing = missingTo(count, threshold);
    return [{ blame: 'code', message: messages['coverage-below'](metric, formatShare(count), threshold, missing) }];
  });
}

function warnOf(map: unknown): readonly Message[] {
  return detectProvider(map).provider === 'v8-lines' ? [messages['coverage-by-v8']()] : [];
}

function toFinding(test: TestReport['failed'][number]): Finding {
  return {
    file: test.file,
    level: 'error',
    title: test.name ?? 'the test file could not be run',
    message: test.message,
    ...(test.line === undefined ? {} : { line: test.line }),
    ...(test.column === undefined ? {} : { column: test.column }),
  };
}
