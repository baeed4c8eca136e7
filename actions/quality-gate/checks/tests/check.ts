import { count } from '../../count.ts';
import { detectRunner } from '../../test-runner.ts';
import { nothingSeen } from '../check.ts';
import type { CheckContext, CheckResult, Finding } from '../check.ts';
import { runTestCommand } from './command.ts';
import { runJest } from './jest.ts';
import { judgeRun, warnOf } from './judge.ts';
import type { Suite, TestRun } from './suite.ts';
import { runVitest } from './vitest.ts';

/** One suite of tests, with coverage counted from what the run left and not from its exit code. */
export async function checkTests(context: CheckContext, suite: Suite): Promise<CheckResult> {
  const run = await runSuite(context, suite);
  if ('reason' in run) return nothingSeen(context.package, suite.name, [run.reason], run.durationMs);
  const { report, coverage } = run;
  const whole = 'total' in report ? report : undefined;
  return {
    package: context.package,
    name: suite.name,
    reasons: judgeRun(suite, run, context.timeoutMs),
    findings: whole === undefined ? [] : whole.failed.map(toFinding),
    durationMs: run.durationMs,
    extent: whole === undefined ? 'nothing' : `${count(whole.total, 'test')} in ${count(whole.suites, 'file')}`,
    ...(whole === undefined || !('coverage' in coverage)
      ? {}
      : {
          measured: { report: whole, threshold: suite.threshold, ...coverage },
          warnings: warnOf(coverage, run.runner),
        }),
  };
}

async function runSuite(context: CheckContext, suite: Suite): ReturnType<typeof runJest> {
  if (suite.command !== undefined) return runTestCommand(context, suite, suite.command);
  const runners = { jest: runJest, vitest: runVitest } as const;
  return runners[detectRunner(context.testRunner, context.folder, context.workspace)](context, suite);
}

function toFinding(test: Extract<TestRun['report'], { total: number }>['failed'][number]): Finding {
  return {
    file: test.file,
    level: 'error',
    title: test.name ?? 'the test file could not be run',
    message: test.message,
    ...(test.line === undefined ? {} : { line: test.line }),
    ...(test.column === undefined ? {} : { column: test.column }),
  };
}
