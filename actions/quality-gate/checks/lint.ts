import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeError } from '#kit/errors';
import type { Outcome } from '#kit/exec';
import { parseLintReport } from '#reports/eslint';
import type { LintReport } from '#reports/eslint';
import { messages } from '../messages.ts';
import { brokenEnd, commandFor, describeEnd, tellingLine, toolOf } from './check.ts';
import type { CheckContext, CheckResult, Finding, Reason } from './check.ts';

/** ESLint with zero warnings, by the project's own version and configuration. */
export async function checkLint(context: CheckContext): Promise<CheckResult> {
  const eslint = toolOf(context, 'eslint');
  // --no-warn-ignored: a warning about an ignored file has no line and cannot be mended in the code.
  const args = ['.', '--format', 'json', '--max-warnings', '0', '--no-warn-ignored'];
  // Into a file: a plugin that prints would break a report on standard output.
  const reportFile = join(context.reports, 'eslint.json');
  args.push('--output-file', reportFile);
  const outcome = await context.exec.run(commandFor(context, 'lint', eslint, args));
  const report = readReport(reportFile);
  const findings = 'messages' in report ? report.messages.map(toFinding) : [];
  return {
    package: context.package,
    name: 'lint',
    reasons: judge(outcome, report, context.timeoutMs),
    findings,
    durationMs: outcome.durationMs,
    extent: 'messages' in report ? `${report.files} files` : 'nothing',
  };
}

function readReport(file: string): LintReport | { readonly unreadable: string } {
  try {
    return parseLintReport(readFileSync(file, 'utf8'));
  } catch (error) {
    return { unreadable: describeError(error) };
  }
}

function judge(outcome: Outcome, report: ReturnType<typeof readReport>, timeoutMs: number): readonly Reason[] {
  const broken = brokenEnd('lint', outcome, timeoutMs);
  if (broken !== undefined) return [broken];
  const code = outcome.end.kind === 'exited' ? outcome.end.code : -1;
  // ESLint's own contract: 2 is "could not lint", and then it writes no report.
  if (code === 2)
    return [{ blame: 'configuration', message: messages['lint-misconfigured'](tellingLine(outcome.tail)) }];
  if ('unreadable' in report) {
    return [
      {
        blame: 'tool',
        message: messages['lint-report-unreadable'](`${report.unreadable} (${describeEnd(outcome.end)})`),
      },
    ];
  }
  if (report.messages.length > 0) {
    const warnings = report.messages.filter((message) => message.severity === 'warning').length;
    return [{ blame: 'code', message: messages['lint-failed'](report.messages.length - warnings, warnings) }];
  }
  if (code !== 0) {
    return [
      {
        blame: 'tool',
        message: messages['check-crashed']('lint', describeEnd(outcome.end), tellingLine(outcome.tail)),
      },
    ];
  }
  if (report.files === 0) return [{ blame: 'configuration', message: messages['lint-nothing-checked']() }];
  return [];
}

function toFinding(message: LintReport['messages'][number]): Finding {
  return {
    file: message.file,
    level: message.severity,
    title: message.rule ?? 'syntax',
    message: message.message,
    ...(message.line === 0 ? {} : { line: message.line, column: message.column }),
  };
}
