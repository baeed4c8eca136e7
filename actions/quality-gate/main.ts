import { mkdirSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Action, Context } from '#kit/action';
import { childEnvironment } from '#kit/child-env';
import { ConfigurationError, describeError, ForeseenError } from '#kit/errors';
import type { Message } from '#kit/messages';
import { readBaseline } from '#reports/baseline';
import { coverageMetrics, formatShare, sumCounts } from '#reports/coverage';
import type { CoverageMetric } from '#reports/coverage';
import { writeFigures } from '#reports/quality-figures';
import type { FiguresPyramid } from '#reports/quality-figures';
import { findBaseline } from '#vendors/github/baseline';
import type { Base } from './base.ts';
import { freshCaches, safeCaches } from './caches.ts';
import type { Caches } from './caches.ts';
import { measuredIn, nothingSeen } from './checks/check.ts';
import type { CheckContext, CheckName, CheckResult, PackageCheck, SuiteName } from './checks/check.ts';
import { checkLint } from './checks/lint.ts';
import { checkPatch } from './checks/patch.ts';
import { checkTests } from './checks/tests/check.ts';
import type { Suite } from './checks/tests/suite.ts';
import { checkTypes } from './checks/types.ts';
import { count } from './count.ts';
import { collectFigures } from './figures.ts';
import { writeFiles } from './files.ts';
import { fields } from './inputs.ts';
import { messages } from './messages.ts';
import { resolvePackages } from './packages.ts';
import type { Package } from './packages.ts';
import { countPyramid } from './pyramid.ts';
import { describeRun, placeOf, toAnnotation, workspacePath } from './report.ts';
import { runTasks } from './schedule.ts';
import type { Task } from './schedule.ts';
import { planSuites } from './suites.ts';
import { judgeChecks, tellReasons } from './verdict.ts';
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
  'integration-coverage': '',
  'patch-coverage': '',
  'report-directory': '',
};

type OutputName = keyof typeof outputs;
type GateContext = Context<Fields, OutputName>;

export const qualityGate: Action<Fields, OutputName> = { name: 'quality-gate', fields, outputs, main };

async function main(context: GateContext): Promise<void> {
  try {
    await judge(context);
  } catch (error) {
    // A cancel is nobody's fault; a verdict has said already whose it is.
    const foreseen = error instanceof ForeseenError;
    if (!foreseen || error.fault === 'configuration')
      context.outputs.set({ blame: foreseen ? 'configuration' : 'slipway' });
    throw error;
  }
}

async function judge(context: GateContext): Promise<void> {
  const { inputs, workspace, log } = context;
  silenceMatchers(log);
  const packages = resolvePackages(inputs.workingDirectory, workspace);
  const suites = planSuites(packages, { ...inputs, commands: inputs.commands ?? {} });
  const tasks = packages.flatMap((one, index) => prepareTasks(context, one, suites.get(one) ?? [], index));
  const title = packages.length > 1 ? `types, lint and tests of ${packages.length} packages` : 'types, lint and tests';
  const [ran, base] = await Promise.all([
    log.group(title, async () => runTasks(tasks, inputs.order, availableParallelism())),
    // Waiting for GitHub takes nothing from the checks.
    searchBase(context),
  ]);
  const judged = [...ran, ...(await judgePatch(context, ran))];
  const pyramid = countPyramid(
    judged,
    packages.map(({ folder }) => folder),
    inputs.e2eTests,
  );
  const results = [...judged, ...keepReports(context, judged, base, pyramid)];
  const verdict = judgeChecks(results);
  report(context, results, verdict, base, pyramid);
  const [first, ...others] = tellReasons(verdict, results);
  if (first === undefined) return;
  const fault = verdict.blame === 'configuration' ? 'configuration' : 'gate';
  throw new ForeseenError(fault, [first, ...others], { described: true });
}

/** The figures to compare with, where a token is given; not having them is no failure, and the search never throws for it. */
async function searchBase(context: GateContext): Promise<Base | undefined> {
  const { inputs, http, clock, environment, log } = context;
  if (inputs.githubToken === undefined) return undefined;
  const { githubToken: token, name } = inputs;
  const base = await findBaseline({ http: http(), clock, environment, token, name, read: readBaseline });
  log.info(
    'none' in base
      ? `baseline: none, ${base.none}`
      : `baseline: of ${base.commit}, ${count(base.distance, 'commit')} before the change`,
  );
  return base;
}

/**
 * setup-node makes the runner read every line of the job for errors of the compiler and of ESLint. What we annotate is
 * exact and within what GitHub shows; its matchers would annotate the same again from our log, in a file "types │ ...".
 * Source: actions/setup-node, src/main.ts.
 */
function silenceMatchers(log: GateContext['log']): void {
  log.speak((runner) => {
    for (const owner of ['tsc', 'eslint-stylish', 'eslint-compact'])
      runner.command(`::remove-matcher owner=${owner}::`);
  });
}

function prepareTasks(context: GateContext, one: Package, suites: readonly Suite[], index: number): readonly Task[] {
  const { inputs, workspace, temp, log, exec } = context;
  const several = inputs.workingDirectory.length > 1;
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
    caches: openCaches(context, one.folder, reports),
    testRunner: inputs.testRunner,
    note: (line) => {
      log.info(line);
    },
  };
  const { types, lint } = inputs.commands ?? {};
  const checks: readonly (readonly [PackageCheck, () => Promise<CheckResult>])[] = [
    ['types', async () => checkTypes(checkContext, types)],
    ['lint', async () => checkLint(checkContext, lint)],
    ...suites.map((suite) => [suite.name, async () => checkTests(checkContext, suite)] as const),
  ];
  return checks.map(([name, check]) => ({
    name,
    package: one.name,
    run: async () => {
      const result = await runCheck(name, one.name, check);
      log.info(`${label(name)}: ${result.reasons.length === 0 ? 'passed' : 'did not pass'}, ${result.extent}`);
      return result;
    },
  }));
}

function openCaches({ inputs, workspace, environment, log }: GateContext, folder: string, reports: string): Caches {
  if (inputs.cache === 'off') return freshCaches(reports);
  const directory = inputs.cacheDirectory ?? join(environment['RUNNER_TEMP'] ?? tmpdir(), 'quality-cache');
  try {
    return safeCaches(resolve(workspace, directory), folder, workspace);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    // A cache is a comfort: without one the tools begin anew.
    log.info(`caches: not used, ${describeError(error)}`);
    return freshCaches(reports);
  }
}

/** The check of the changed lines, where one is asked for and there is a patch. */
async function judgePatch(context: GateContext, ran: readonly CheckResult[]): Promise<readonly CheckResult[]> {
  const { inputs, workspace, log, exec, elapsed } = context;
  if (inputs.patchThreshold === undefined) return [];
  const tests = ran.filter(({ name }) => name === 'tests' || name === 'integration');
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
function keepReports(
  context: GateContext,
  judged: readonly CheckResult[],
  base: Base | undefined,
  pyramid: FiguresPyramid,
): readonly CheckResult[] {
  const { inputs, workspace, clock, environment, outputs: out, log } = context;
  if (inputs.reportDirectory === undefined) return [];
  const folder = resolve(workspace, inputs.reportDirectory);
  const facts = {
    name: inputs.name,
    commit: /^[0-9a-f]{40,64}$/.exec(environment['GITHUB_SHA'] ?? '')?.[0] ?? '',
    event: environment['GITHUB_EVENT_NAME'] ?? '',
    measuredAt: clock.now(),
    patchThreshold: inputs.patchThreshold,
    pathOf: (file: string) => workspacePath(file, workspace),
  };
  const figures = writeFigures(collectFigures(judged, judgeChecks(judged), base, pyramid, facts));
  try {
    const files = writeFiles(judged, { ...facts, folder, figures });
    out.set({ 'report-directory': folder });
    log.info(`reports: ${files.join(', ')} in ${folder}`);
    return [];
  } catch (error) {
    if (!isSystemError(error)) throw error;
    const message = messages['reports-unwritable'](folder, describeError(error));
    return [nothingSeen('', 'reports', [{ blame: 'tool', message }])];
  }
}

/** Of the file system; anything else that is thrown here is a defect of ours. */
function isSystemError(error: unknown): boolean {
  return Error.isError(error) && 'syscall' in error;
}

/** A check that cannot start is a check that did not pass; the others still say what they have to say. */
async function runCheck(name: CheckName, of: string, check: () => Promise<CheckResult>): Promise<CheckResult> {
  try {
    return await check();
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    const reasons = error.notes.map((message: Message) => ({ blame: 'configuration' as const, message }));
    return nothingSeen(of, name, reasons);
  }
}

function report(
  context: GateContext,
  results: readonly CheckResult[],
  verdict: Verdict,
  base: Base | undefined,
  pyramid: FiguresPyramid,
): void {
  const { workspace, log, annotations, outputs: out, summary } = context;
  const pathOf = (file: string): string => workspacePath(file, workspace);
  out.set({
    verdict: verdict.verdict,
    blame: verdict.blame,
    reasons: JSON.stringify([...new Set(verdict.reasons.map(({ message }) => message.id))]),
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
  describeRun(summary, verdict, results, base, pyramid, pathOf);
  log.info(`verdict: ${verdict.verdict}`);
}

/** Of all packages together, suite by suite, and only when each has a figure: a sum without one of them would flatter. */
function coverageOutputs(results: readonly CheckResult[]): Partial<Record<OutputName, string>> {
  const shares = (suite: SuiteName): readonly (readonly [CoverageMetric, string])[] => {
    const suites = results.filter((result) => result.name === suite);
    const measured = measuredIn(suites);
    if (measured.length === 0 || measured.length < suites.length) return [];
    const sum = sumCounts(measured.map((one) => one.measured.coverage.total));
    return coverageMetrics.map((metric) => [metric, formatShare(sum[metric]).replace(' %', '')]);
  };
  const integration = shares('integration').find(([metric]) => metric === 'lines')?.[1];
  return {
    ...Object.fromEntries(shares('tests').map(([metric, share]) => [`coverage-${metric}`, share])),
    ...(integration === undefined ? {} : { 'integration-coverage': integration }),
  };
}

function patchOutput(results: readonly CheckResult[]): Partial<Record<OutputName, string>> {
  const patch = results.find((result) => result.patch !== undefined)?.patch;
  return patch === undefined ? {} : { 'patch-coverage': formatShare(patch).replace(' %', '') };
}
