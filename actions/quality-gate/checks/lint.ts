import { join, resolve } from 'node:path';
import type { Outcome } from '#kit/exec';
import { parseCheckstyle } from '#reports/checkstyle';
import { parseLintReport } from '#reports/eslint';
import type { LintReport } from '#reports/eslint';
import type { UserCommand } from '../commands.ts';
import { askLintScope, readLintScope, singleFilePlugins } from '../lint-cache.ts';
import type { LintScope } from '../lint-cache.ts';
import { count } from '../count.ts';
import { messages } from '../messages.ts';
import { askNode } from './ask-node.ts';
import { describeEnd } from '#kit/exec';
import { brokenEnd, commandFor, shellCommand, tellingLine, toolOf } from './check.ts';
import type { CheckContext, CheckResult, Finding, Reason } from './check.ts';
import { rememberReports } from './fresh-report.ts';
import { readReportFile } from './report-file.ts';
import type { Unread } from './report-file.ts';

/** Lint with zero warnings, by the project's own ESLint and configuration, or by the user's command. */
export async function checkLint(context: CheckContext, own?: UserCommand): Promise<CheckResult> {
  const { outcome, report, durationMs } = own === undefined ? await runEslint(context) : await runCommand(context, own);
  const findings = 'messages' in report ? report.messages.map((one) => toFinding(one, context.folder)) : [];
  return {
    package: context.package,
    name: 'lint',
    reasons: judge(outcome, report, context.timeoutMs, own !== undefined),
    findings,
    durationMs,
    extent:
      'messages' in report
        ? report.files === undefined
          ? 'what the command looks at'
          : count(report.files, 'file')
        : 'nothing',
  };
}

interface LintRun {
  readonly outcome: Outcome;
  readonly report: Report;
  readonly durationMs: number;
}

type Report = LintReport | Unread | { readonly stale: string };

async function runEslint(context: CheckContext): Promise<LintRun> {
  const eslint = toolOf(context, 'eslint');
  // --no-warn-ignored: a warning about an ignored file has no line and cannot be mended in the code.
  const args = ['.', '--format', 'json', '--max-warnings', '0', '--no-warn-ignored'];
  // Into a file: a plugin that prints would break a report on standard output.
  const reportFile = join(context.reports, 'eslint.json');
  args.push('--output-file', reportFile);
  const cache = await askCache(context);
  // By content: a checkout gives every file a new date.
  if (cache.file !== undefined) args.push('--cache', '--cache-strategy', 'content', '--cache-location', cache.file);
  const outcome = await context.exec.run(commandFor(context, 'lint', eslint, args));
  return {
    outcome,
    report: readReportFile(reportFile, parseLintReport),
    durationMs: cache.durationMs + outcome.durationMs,
  };
}

async function askCache(context: CheckContext): Promise<{ readonly file?: string; readonly durationMs: number }> {
  const { lintFile } = context.caches;
  if (lintFile === undefined) return { durationMs: 0 };
  const args = [context.workspace, ...singleFilePlugins];
  const { outcome, answer } = await askNode(context, 'lint', askLintScope, args);
  const { durationMs } = outcome;
  const obstacle = readLintScope(outcome, answer as LintScope | undefined);
  if (obstacle === undefined) return { file: lintFile, durationMs };
  context.note(`${context.label('lint')}: ESLint's cache is not used, ${obstacle}`);
  return { durationMs };
}

async function runCommand(context: CheckContext, own: UserCommand): Promise<LintRun> {
  const reportFile = resolve(context.folder, own.report ?? '');
  const before = rememberReports([reportFile], context.reports);
  const outcome = await context.exec.run(shellCommand(context, 'lint', own.run));
  const report = before.isStale(reportFile) ? { stale: reportFile } : readReportFile(reportFile, parseAnyLintReport);
  return { outcome, report, durationMs: outcome.durationMs };
}

/** By what is in it: ESLint's JSON or Checkstyle's XML. */
function parseAnyLintReport(text: string): LintReport {
  return text.trimStart().startsWith('<') ? parseCheckstyle(text) : parseLintReport(text);
}

function judge(outcome: Outcome, report: Report, timeoutMs: number, byCommand: boolean): readonly Reason[] {
  const broken = brokenEnd('lint', outcome, timeoutMs);
  if (broken !== undefined) return [broken];
  const code = outcome.end.kind === 'exited' ? outcome.end.code : -1;
  // ESLint's own contract: 2 is "could not lint", and then it writes no report.
  if (code === 2 && !byCommand)
    return [{ blame: 'configuration', message: messages['lint-misconfigured'](tellingLine(outcome.tail)) }];
  if ('stale' in report) return [{ blame: 'configuration', message: messages['report-stale'](report.stale) }];
  if (!('messages' in report)) {
    const reason = 'missing' in report ? report.missing : report.unreadable;
    const message = messages['lint-report-unreadable'](`${reason} (${describeEnd(outcome.end)})`);
    return [{ blame: 'tool', message }];
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

function toFinding(message: LintReport['messages'][number], folder: string): Finding {
  return {
    file: resolve(folder, message.file),
    level: message.severity,
    title: message.rule ?? 'syntax',
    message: message.message,
    ...(message.line === 0 ? {} : { line: message.line, column: message.column }),
  };
}
