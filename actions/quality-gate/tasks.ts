import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { childEnvironment } from '#kit/child-env';
import { ConfigurationError, describeError, isSystemError } from '#kit/errors';
import type { Message } from '#kit/messages';
import { freshCaches, safeCaches } from './caches.ts';
import type { Caches } from './caches.ts';
import { nothingSeen } from './checks/check.ts';
import type { CheckContext, CheckName, CheckResult, PackageCheck } from './checks/check.ts';
import { checkLint } from './checks/lint.ts';
import { checkTests } from './checks/tests/check.ts';
import type { Suite } from './checks/tests/suite.ts';
import { checkTypes } from './checks/types.ts';
import type { GateContext } from './context.ts';
import type { Package } from './packages.ts';
import type { Task } from './schedule.ts';

/** The checks of a package, ready to run. @param index of the package among all */
export function prepareTasks(
  context: GateContext,
  one: Package,
  suites: readonly Suite[],
  index: number,
): readonly Task[] {
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
