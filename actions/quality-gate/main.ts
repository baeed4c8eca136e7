import type { Action, Context } from '#kit/action';
import { childEnvironment } from '#kit/child-env';
import { ConfigurationError, ForeseenError } from '#kit/errors';
import type { Message } from '#kit/messages';
import { coverageMetrics, formatShare } from '#reports/coverage';
import type { CheckContext, CheckName, CheckResult } from './checks/check.ts';
import { checkLint } from './checks/lint.ts';
import { checkTests } from './checks/tests.ts';
import { checkTypes } from './checks/types.ts';
import { fields } from './inputs.ts';
import { describeRun, toAnnotation, workspacePath } from './report.ts';
import { judgeChecks } from './verdict.ts';
import type { Verdict } from './verdict.ts';

type Fields = ReturnType<typeof fields>;

/** The negatives: what stands there when the step is killed. */
const outputs = {
  verdict: 'fail',
  blame: '',
  reasons: '[]',
  'coverage-lines': '',
  'coverage-branches': '',
  'coverage-functions': '',
  'coverage-statements': '',
};

type OutputName = keyof typeof outputs;

export const qualityGate: Action<Fields, OutputName> = { name: 'quality-gate', fields, outputs, main };

async function main(context: Context<Fields, OutputName>): Promise<void> {
  const { inputs, workspace, temp, log, exec } = context;
  const checkContext: CheckContext = {
    exec,
    workspace,
    folder: inputs.workingDirectory,
    environment: childEnvironment(context.environment, inputs.passEnv),
    timeoutMs: inputs.timeoutMinutes * 60_000,
    reports: temp.folder(),
  };
  const checks: Readonly<Record<CheckName, () => Promise<CheckResult>>> = {
    types: async () => checkTypes(checkContext),
    lint: async () => checkLint(checkContext),
    tests: async () => checkTests(checkContext, inputs.coverageThreshold),
  };
  const results = await log.group('types, lint and tests', async () =>
    Promise.all(
      Object.entries(checks).map(async ([name, check]) => {
        const result = await runCheck(name as CheckName, check);
        log.info(`${name}: ${result.reasons.length === 0 ? 'passed' : 'did not pass'}, ${result.extent}`);
        return result;
      }),
    ),
  );
  const verdict = judgeChecks(results);
  report(context, results, verdict);
  const [first, ...others] = verdict.reasons;
  if (first === undefined) return;
  const fault = verdict.blame === 'configuration' ? 'configuration' : 'gate';
  throw new ForeseenError(fault, [first, ...others], { described: true });
}

/** A check that cannot start is a check that did not pass; the others still say what they have to say. */
async function runCheck(name: CheckName, check: () => Promise<CheckResult>): Promise<CheckResult> {
  try {
    return await check();
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    const reasons = error.notes.map((message: Message) => ({ blame: 'configuration' as const, message }));
    return { name, reasons, findings: [], durationMs: 0, extent: 'nothing' };
  }
}

function report(context: Context<Fields, OutputName>, results: readonly CheckResult[], verdict: Verdict): void {
  const { inputs, workspace, log, annotations, outputs: out, summary } = context;
  const pathOf = (file: string): string => workspacePath(file, inputs.workingDirectory, workspace);
  const coverage = results.find((result) => result.coverage !== undefined)?.coverage;
  out.set({
    verdict: verdict.verdict,
    blame: verdict.blame,
    reasons: JSON.stringify([...new Set(verdict.reasons.map((reason) => reason.id))]),
    ...(coverage === undefined
      ? {}
      : Object.fromEntries(
          coverageMetrics.map((metric) => [
            `coverage-${metric}`,
            formatShare(coverage.total[metric]).replace(' %', ''),
          ]),
        )),
  });
  for (const result of results) {
    for (const finding of result.findings) {
      annotations.add(toAnnotation(finding, pathOf));
      const place = [pathOf(finding.file), finding.line, finding.column].filter((part) => part !== undefined).join(':');
      log.info(`${result.name}: ${place}: ${finding.title}: ${finding.message}`);
    }
  }
  describeRun(summary, verdict, results, inputs.coverageThreshold, pathOf);
  log.info(`verdict: ${verdict.verdict}`);
}
