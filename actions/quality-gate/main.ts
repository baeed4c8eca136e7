import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import type { Action } from '#kit/action';
import { childEnvironment } from '#kit/child-env';
import { describeError, ForeseenError, isSystemError } from '#kit/errors';
import { readBaseline } from '#reports/baseline';
import { writeFigures } from '#reports/quality-figures';
import type { FiguresPyramid } from '#reports/quality-figures';
import { findBaseline } from '#vendors/github/baseline';
import type { Base } from './base.ts';
import { nothingSeen } from './checks/check.ts';
import type { CheckResult } from './checks/check.ts';
import { checkPatch } from './checks/patch.ts';
import type { Fields, GateContext } from './context.ts';
import { count } from './count.ts';
import { collectFigures } from './figures.ts';
import { writeFiles } from './files.ts';
import { fields } from './inputs.ts';
import { messages } from './messages.ts';
import { coverageOutputs, outputs, patchOutput } from './outputs.ts';
import type { OutputName } from './outputs.ts';
import { resolvePackages } from './packages.ts';
import { countPyramid } from './pyramid.ts';
import { describeRun, placeOf, toAnnotation, workspacePath } from './report.ts';
import { runTasks } from './schedule.ts';
import { planSuites } from './suites.ts';
import { prepareTasks } from './tasks.ts';
import { judgeChecks, tellReasons } from './verdict.ts';
import type { Verdict } from './verdict.ts';

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
