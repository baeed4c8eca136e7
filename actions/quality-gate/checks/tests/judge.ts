import type { Message } from '#kit/messages';
import { coverageMetrics, formatShare, missingTo, reaches } from '#reports/coverage';
import { messages } from '../../messages.ts';
import { describeEnd } from '#kit/exec';
import { brokenEnd, tellingLine } from '../check.ts';
import type { Reason } from '../check.ts';
import type { Unread } from '../report-file.ts';
import type { ReadCoverage, Suite, TestRun } from './suite.ts';

/** Every reason against a run of tests, the one that explains the others first. */
export function judgeRun(suite: Suite, run: TestRun, timeoutMs: number): readonly Reason[] {
  const { outcome, report, runner } = run;
  const broken = brokenEnd(suite.name, outcome, timeoutMs);
  if (broken !== undefined) return [broken];
  const end = describeEnd(outcome.end);
  if ('missing' in report) {
    const none = outcome.tail.some((line) => line.includes('No tests found'));
    if (none) return [{ blame: 'configuration', message: messages['tests-none'](runner) }];
    const said = tellingLine(outcome.tail);
    return [{ blame: 'tool', message: messages['tests-report-missing'](runner, end, said) }];
  }
  if ('unreadable' in report)
    return [{ blame: 'tool', message: messages['tests-report-unreadable'](report.unreadable) }];
  // A failure explains itself, and may be what cut the run short.
  if (report.failed.length > 0)
    return [{ blame: 'code', message: messages['tests-failed'](report.failed.length, report.total) }];
  if (report.interrupted)
    return [{ blame: 'configuration', message: messages['tests-interrupted'](runner, report.passed) }];
  if (run.hidden !== undefined) return [run.hidden];
  // Skipped tests are in the total and prove nothing.
  if (report.passed === 0) return [{ blame: 'configuration', message: messages['tests-none'](runner) }];
  const reasons = judgeCoverage(run.coverage, suite.threshold);
  if (outcome.end.kind !== 'exited' || outcome.end.code !== 0)
    return [{ blame: 'tool', message: messages['tests-exit'](runner, end) }, ...reasons];
  return reasons;
}

function judgeCoverage(read: ReadCoverage | Unread, threshold: number): readonly Reason[] {
  if ('missing' in read) return [{ blame: 'configuration', message: messages['coverage-missing'](read.missing) }];
  if ('unreadable' in read) return [{ blame: 'tool', message: messages['coverage-missing'](read.unreadable) }];
  const { total } = read.coverage;
  if (total.lines.total === 0) return [{ blame: 'configuration', message: messages['coverage-nothing']('lines') }];
  return coverageMetrics.flatMap((metric): Reason[] => {
    const count = total[metric];
    // Code without a single branch or function is possible where there are lines.
    if (count.total === 0 || reaches(count, threshold)) return [];
    const missing = missingTo(count, threshold);
    return [{ blame: 'code', message: messages['coverage-below'](metric, formatShare(count), threshold, missing) }];
  });
}

/** What is accepted and should be known: figures that mean less than they seem to. */
export function warnOf({ provider, coverage }: ReadCoverage, runner: string): readonly Message[] {
  if (provider === 'v8-lines') return [messages['coverage-by-v8'](runner)];
  if (provider !== 'report') return [];
  // Istanbul counts the branches and functions of all code; a report may come from a tool that knows only lines.
  const absent = (['branches', 'functions'] as const).filter((metric) => coverage.total[metric].total === 0);
  return absent.length === 0 ? [] : [messages['coverage-lines-only'](absent.join(' and '))];
}
