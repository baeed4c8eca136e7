import { join } from 'node:path';
import { parseTestReport } from '#reports/jest';
import { messages } from '../../messages.ts';
import { brokenEnd, commandFor, tellingLine, toolOf } from '../check.ts';
import type { CheckContext, SuiteName } from '../check.ts';
import { readCoverageMap } from './coverage-map.ts';
import { readReportFile } from '../report-file.ts';
import type { NotBegun, Suite, TestRun } from './suite.ts';

/** Runs the project's own Jest; coverage comes with the report, as Istanbul's map. */
export async function runJest(context: CheckContext, suite: Suite): Promise<TestRun | NotBegun> {
  const jest = toolOf(context, 'jest');
  const config = suite.config === undefined ? [] : ['--config', suite.config];
  const command = (args: readonly string[]) => commandFor(context, suite.name, jest, [...config, ...args]);

  const asked = await context.exec.run({ ...command(['--showConfig']), capture: true });
  const refused = refuseScope(suite.name, asked, context.timeoutMs);
  if (refused !== undefined) return { reason: refused, durationMs: asked.durationMs };

  const reportFile = join(context.reports, `${suite.name}.json`);
  const args = ['--ci', '--json', '--outputFile', reportFile, '--testLocationInResults', '--coverage'];
  // With `bail` Jest leaves without a report at the first failure; a gate needs the whole result.
  args.push('--bail=0');
  // Thresholds are ours to judge, from the map: Jest passes a threshold of 60 % for 0 of 0 files.
  args.push('--coverageThreshold', '{}', '--coverageReporters', 'none');
  args.push('--coverageDirectory', join(context.reports, `${suite.name}-coverage`));
  args.push('--cacheDirectory', context.caches.folderFor('jest'));
  const outcome = await context.exec.run(command(args));
  const report = readReportFile(reportFile, parseTestReport);
  return {
    runner: 'Jest',
    outcome,
    report,
    coverage: 'total' in report ? readCoverageMap(report.coverageMap) : report,
    durationMs: asked.durationMs + outcome.durationMs,
  };
}

/** Asks Jest for its effective configuration: without a scope, files that no test imports would not count. */
function refuseScope(name: SuiteName, asked: TestRun['outcome'], timeoutMs: number): NotBegun['reason'] | undefined {
  const broken = brokenEnd(name, asked, timeoutMs);
  if (broken !== undefined) return broken;
  const scoped = hasScope(asked.stdout ?? '');
  if (scoped === undefined || asked.end.kind !== 'exited' || asked.end.code !== 0)
    return { blame: 'configuration', message: messages['tests-misconfigured']('Jest', tellingLine(asked.tail)) };
  if (scoped) return undefined;
  const example = 'collectCoverageFrom: ["src/**/*.{ts,tsx}"]';
  return {
    blame: 'configuration',
    message: messages['coverage-scope-missing']('Jest', 'collectCoverageFrom', example),
  };
}

/** Whether a scope is configured; undefined when the text is not Jest's configuration. */
function hasScope(stdout: string): boolean | undefined {
  try {
    const shown = JSON.parse(stdout) as {
      globalConfig?: { collectCoverageFrom?: unknown };
      configs?: { collectCoverageFrom?: unknown }[];
    };
    const scopes = [
      shown.globalConfig?.collectCoverageFrom,
      ...(shown.configs ?? []).map((one) => one.collectCoverageFrom),
    ];
    return scopes.some((scope) => Array.isArray(scope) && scope.length > 0);
  } catch {
    return undefined;
  }
}
