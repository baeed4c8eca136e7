import { availableParallelism } from 'node:os';
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Action, Context } from '#kit/action';
import { childEnvironment } from '#kit/child-env';
import { ConfigurationError, describeError, ForeseenError } from '#kit/errors';
import type { Message } from '#kit/messages';
import { coverageMetrics, formatShare, sumCounts } from '#reports/coverage';
import type { CheckContext, CheckName, CheckResult } from './checks/check.ts';
import { checkLint } from './checks/lint.ts';
import { checkPatch } from './checks/patch.ts';
import { checkTests } from './checks/tests.ts';
import { checkTypes } from './checks/types.ts';
import { writeFiles } from './files.ts';
import { fields } from './inputs.ts';
import { messages } from './messages.ts';
import { resolvePackages } from './packages.ts';
import type { Package } from './packages.ts';
import { describeRun, placeOf, toAnnotation, workspacePath } from './report.ts';
import { runTasks } from './schedule.ts';
import type { Task } from './schedule.ts';
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
  'patch-coverage': '',
  'report-directory': '',
};

type OutputName = keyof typeof outputs;
type GateContext = Context<Fields, OutputName>;

export const qualityGate: Action<Fields, OutputName> = { name: 'quality-gate', fields, outputs, main };

type PackageCheck = Exclude<CheckName, 'patch' | 'reports'>;

const checks: Readonly<Record<PackageCheck, (context: CheckContext, threshold: number) => Promise<CheckResult>>> = {
  types: checkTypes,
  lint: checkLint,
  tests: checkTests,
};

async function main(context: GateContext): Promise<void> {
  const { inputs, workspace, log } = context;
  const packages = resolvePackages(inputs.workingDirectory, workspace);
  const tasks = packages.flatMap((one, index) => prepareTasks(context, one, packages.length > 1, index));
  const title = packages.length > 1 ? `types, lint and tests of ${packages.length} packages` : 'types, lint and tests';
  const ran = await log.group(title, async () => runTasks(tasks, inputs.order, availableParallelism()));
  const results = [...ran, ...(await judgePatch(context, ran)), ...keepReports(context, ran)];
  const verdict = judgeChecks(results);
  report(context, results, verdict);
  const [first, ...others] = verdict.reasons;
  if (first === undefined) return;
  const fault = verdict.blame === 'configuration' ? 'configuration' : 'gate';
  throw new ForeseenError(fault, [first, ...others], { described: true });
}

function prepareTasks(context: GateContext, one: Package, several: boolean, index: number): readonly Task[] {
  const { inputs, workspace, temp, log, exec } = context;
  const label = (name: CheckName): string => (several ? `${one.name} ${name}` : name);
  // A new folder per package: a report in it can only be of this run.
  const reports = join(temp.folder(), String(index));
  mkdirSync(reports);
  const checkContext: CheckContext = {
    exec,
    workspace,
    label,
    reports,
    package: one.name,
    folder: one.folder,
    environment: childEnvironment(context.environment, inputs.passEnv),
    timeoutMs: inputs.timeoutMinutes * 60_000,
  };
  return (Object.keys(checks) as PackageCheck[]).map((name) => ({
    name,
    package: one.name,
    run: async () => {
      const result = await runCheck(name, one.name, async () => checks[name](checkContext, inputs.coverageThreshold));
      log.info(`${label(name)}: ${result.reasons.length === 0 ? 'passed' : 'did not pass'}, ${result.extent}`);
      return result;
    },
  }));
}

/** The check of the changed lines, where one is asked for and there is a patch. */
async function judgePatch(context: GateContext, ran: readonly CheckResult[]): Promise<readonly CheckResult[]> {
  const { inputs, workspace, log, exec, elapsed } = context;
  if (inputs.patchThreshold === undefined) return [];
  const tests = ran.filter((result) => result.name === 'tests');
  const patchContext = {
    exec,
    workspace,
    runner: context.environment,
    environment: childEnvironment(context.environment),
  };
  const patch = await checkPatch(tests, inputs.patchThreshold, patchContext, elapsed);
  if (typeof patch !== 'string') return [patch];
  log.info(`patch: not judged, ${patch}`);
  return [];
}

/** Writes the files that later steps read. That they could not be written is a reason to fail: somebody counts on them. */
function keepReports(context: GateContext, ran: readonly CheckResult[]): readonly CheckResult[] {
  const { inputs, workspace, clock, environment, outputs: out, log } = context;
  if (inputs.reportDirectory === undefined) return [];
  const folder = resolve(workspace, inputs.reportDirectory);
  try {
    const files = writeFiles(ran, {
      folder,
      commit: environment['GITHUB_SHA'] ?? '',
      measuredAt: clock.now(),
      pathOf: (file) => workspacePath(file, workspace),
    });
    if (files.length > 0) out.set({ 'report-directory': folder });
    log.info(
      `reports: ${files.length === 0 ? 'none, since no tests came to figures' : `${files.join(', ')} in ${folder}`}`,
    );
    return [];
  } catch (error) {
    const message = messages['reports-unwritable'](folder, describeError(error));
    return [
      {
        package: '',
        name: 'reports',
        reasons: [{ blame: 'tool', message }],
        findings: [],
        durationMs: 0,
        extent: 'nothing',
      },
    ];
  }
}

/** A check that cannot start is a check that did not pass; the others still say what they have to say. */
async function runCheck(name: CheckName, of: string, check: () => Promise<CheckResult>): Promise<CheckResult> {
  try {
    return await check();
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    const reasons = error.notes.map((message: Message) => ({ blame: 'configuration' as const, message }));
    return { package: of, name, reasons, findings: [], durationMs: 0, extent: 'nothing' };
  }
}

function report(context: GateContext, results: readonly CheckResult[], verdict: Verdict): void {
  const { inputs, workspace, log, annotations, outputs: out, summary } = context;
  const pathOf = (file: string): string => workspacePath(file, workspace);
  out.set({
    verdict: verdict.verdict,
    blame: verdict.blame,
    reasons: JSON.stringify([...new Set(verdict.reasons.map((reason) => reason.id))]),
    ...coverageOutputs(results),
    ...patchOutput(results),
  });
  for (const result of results) {
    for (const one of result.warnings ?? []) {
      annotations.add({ level: 'warning', message: `${one.text} ${one.cure} [${one.id}]` });
    }
    for (const finding of result.findings) {
      annotations.add(toAnnotation(finding, pathOf));
      log.info(`${result.name}: ${placeOf(finding, pathOf)}: ${finding.title}: ${finding.message}`);
    }
  }
  describeRun(summary, verdict, results, inputs.coverageThreshold, pathOf);
  log.info(`verdict: ${verdict.verdict}`);
}

/** Of all packages together, and only when each has a figure: a sum without one of them would flatter. */
function coverageOutputs(results: readonly CheckResult[]): Partial<Record<OutputName, string>> {
  const tests = results.filter((result) => result.name === 'tests');
  const totals = tests.flatMap((result) => (result.coverage === undefined ? [] : [result.coverage.total]));
  if (totals.length < tests.length) return {};
  const sum = sumCounts(totals);
  return Object.fromEntries(
    coverageMetrics.map((metric) => [`coverage-${metric}`, formatShare(sum[metric]).replace(' %', '')]),
  );
}

function patchOutput(results: readonly CheckResult[]): Partial<Record<OutputName, string>> {
  const patch = results.find((result) => result.patch !== undefined)?.patch;
  return patch === undefined ? {} : { 'patch-coverage': formatShare(patch).replace(' %', '') };
}
