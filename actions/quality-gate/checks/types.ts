import { resolve } from 'node:path';
import type { Command, Outcome } from '#kit/exec';
import { parseTypeReport } from '#reports/tsc';
import type { TypeDiagnostic } from '#reports/tsc';
import type { UserCommand } from '../commands.ts';
import { count } from '../count.ts';
import { messages } from '../messages.ts';
import { describeEnd } from '#kit/exec';
import { brokenEnd, commandFor, shellCommand, tellingLine, toolOf } from './check.ts';
import type { CheckContext, CheckResult, Finding, Reason } from './check.ts';

/** Type check by the project's own compiler, in the project's own configuration, or by the user's command. */
export async function checkTypes(context: CheckContext, own?: UserCommand): Promise<CheckResult> {
  const command = own === undefined ? compilerCommand(context) : shellCommand(context, 'types', own.run);
  // Our own lists every file: the log is better without.
  const outcome = await context.exec.run({ ...command, capture: own === undefined ? true : 'shown' });
  const report = parseTypeReport(outcome.stdout ?? '');
  const findings = report.located.map((one): Finding => ({
    file: resolve(context.folder, one.file ?? ''),
    level: 'error',
    title: one.code,
    message: one.message,
    ...(one.line === undefined ? {} : { line: one.line }),
    ...(one.column === undefined ? {} : { column: one.column }),
  }));
  return {
    package: context.package,
    name: 'types',
    reasons: judge(outcome, report, context.timeoutMs, own !== undefined),
    findings,
    durationMs: outcome.durationMs,
    // A command of the user's need not list its files.
    extent:
      own === undefined || report.files.length > 0 ? count(report.files.length, 'file') : 'what the command looks at',
  };
}

function compilerCommand(context: CheckContext): Command {
  // --listFiles: a compiler that looked at nothing exits 0 as well.
  const args = ['--noEmit', '--pretty', 'false', '--listFiles'];
  const { buildInfo } = context.caches;
  // The build info holds a hash of every file that the program consists of, so it cannot hide a change.
  if (buildInfo !== undefined) args.push('--incremental', '--tsBuildInfoFile', buildInfo);
  return commandFor(context, 'types', toolOf(context, 'tsc'), args);
}

function judge(
  outcome: Outcome,
  report: ReturnType<typeof parseTypeReport>,
  timeoutMs: number,
  byCommand: boolean,
): readonly Reason[] {
  const broken = brokenEnd('types', outcome, timeoutMs);
  if (broken !== undefined) return [broken];
  const inCode = report.located.filter((one) => !isConfiguration(one));
  if (inCode.length > 0) {
    const files = new Set(inCode.map((one) => one.file)).size;
    return [{ blame: 'code', message: messages['types-failed'](inCode.length, files) }];
  }
  const first = report.global[0] ?? report.located[0];
  if (first !== undefined) {
    const place = first.file === undefined ? '' : ` (${first.file}:${first.line ?? 1})`;
    return [
      { blame: 'configuration', message: messages['types-misconfigured'](`${first.code}: ${first.message}${place}`) },
    ];
  }
  if (outcome.end.kind !== 'exited' || outcome.end.code !== 0) {
    return [
      {
        blame: 'tool',
        message: messages['check-crashed']('types', describeEnd(outcome.end), tellingLine(outcome.tail)),
      },
    ];
  }
  if (report.files.length === 0 && !byCommand)
    return [{ blame: 'configuration', message: messages['types-nothing-checked']() }];
  return [];
}

/** A tsconfig.json that cannot be read is reported with a place in it. */
function isConfiguration(one: TypeDiagnostic): boolean {
  return one.file?.endsWith('.json') ?? true;
}
