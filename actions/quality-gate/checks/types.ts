import { resolve } from 'node:path';
import type { Outcome } from '#kit/exec';
import { parseTypeReport } from '#reports/tsc';
import type { TypeDiagnostic } from '#reports/tsc';
import { messages } from '../messages.ts';
import { brokenEnd, commandFor, describeEnd, tellingLine, toolOf } from './check.ts';
import type { CheckContext, CheckResult, Finding, Reason } from './check.ts';

/** Type check by the project's own compiler, in the project's own configuration. */
export async function checkTypes(context: CheckContext): Promise<CheckResult> {
  const tsc = toolOf(context, 'tsc');
  // --listFiles: a compiler that looked at nothing exits 0 as well.
  const command = commandFor(context, 'types', tsc, ['--noEmit', '--pretty', 'false', '--listFiles']);
  const outcome = await context.exec.run({ ...command, capture: true });
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
    reasons: judge(outcome, report, context.timeoutMs),
    findings,
    durationMs: outcome.durationMs,
    extent: `${report.files.length} files`,
  };
}

function judge(outcome: Outcome, report: ReturnType<typeof parseTypeReport>, timeoutMs: number): readonly Reason[] {
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
  if (report.files.length === 0) return [{ blame: 'configuration', message: messages['types-nothing-checked']() }];
  return [];
}

/** A tsconfig.json that cannot be read is reported with a place in it. */
function isConfiguration(one: TypeDiagnostic): boolean {
  return one.file?.endsWith('.json') ?? true;
}
