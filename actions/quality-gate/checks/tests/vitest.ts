import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { parseVitestReport } from '#reports/vitest';
import { messages } from '../../messages.ts';
import { askNode } from '../ask-node.ts';
import { brokenEnd, commandFor, tellingLine, toolOf } from '../check.ts';
import type { CheckContext, Reason } from '../check.ts';
import { readCoverageMap } from './coverage-map.ts';
import { readReportFile } from '../report-file.ts';
import type { NotBegun, Suite, TestRun } from './suite.ts';

/**
 * Prints Vitest's version and its scope of coverage. The configuration may be TypeScript and may import anything, so only
 * Vitest can read it. Up to 4 the function gives `vitestConfig`, from 5 on the configuration of Vite with `test` in it.
 */
const askScope = `
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
const require = createRequire(process.cwd() + '/');
const { resolveConfig, version } = await import(pathToFileURL(require.resolve('vitest/node')));
const config = process.argv[1];
const resolved = await resolveConfig({ root: process.cwd(), ...(config ? { config } : {}) });
const { coverage } = resolved.vitestConfig ?? resolved.test;
const { include, all } = coverage;
answer({ version, include, all });
`;

interface Scope {
  readonly version: string;
  readonly include?: readonly string[];
  /** Up to Vitest 3: files that no test imports count unless this is false. */
  readonly all?: boolean;
}

/** Runs the project's own Vitest; coverage comes with the report, as Istanbul's map, whichever provider counts. */
export async function runVitest(context: CheckContext, suite: Suite): Promise<TestRun | NotBegun> {
  const vitest = toolOf(context, 'vitest');
  const { outcome: asked, answer } = await askNode(context, suite.name, askScope, [suite.config ?? '']);
  const scope = answer as Scope | undefined;
  const refused = refuseScope(suite, asked, scope, context.timeoutMs);
  if (refused !== undefined) return { reason: refused, durationMs: asked.durationMs };

  const reportFile = join(context.reports, `${suite.name}.json`);
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${reportFile}`];
  if (suite.config !== undefined) args.push('--config', suite.config);
  // A gate needs the whole result: no stop at the first failure, and the coverage of a failed run too.
  args.push('--bail=0', '--coverage.enabled', '--coverage.reportOnFailure');
  // One reporter that writes little; the map is in the report. Thresholds are ours to judge.
  args.push(
    '--coverage.reporter=json',
    `--coverage.reportsDirectory=${join(context.reports, `${suite.name}-coverage`)}`,
  );
  for (const metric of ['lines', 'branches', 'functions', 'statements']) args.push(`--coverage.thresholds.${metric}=0`);
  // From 5 on Vitest keeps what it transformed across runs.
  if (Number.parseInt(scope?.version ?? '', 10) >= 5)
    args.push(`--fsModuleCachePath=${context.caches.folderFor('vitest')}`);
  const outcome = await context.exec.run(commandFor(context, suite.name, vitest, args));
  const report = readReportFile(reportFile, parseVitestReport);
  const hidden = findUnhandled(outcome);
  return {
    runner: 'Vitest',
    outcome,
    report,
    coverage: 'total' in report ? readCoverageMap(report.coverageMap) : report,
    durationMs: asked.durationMs + outcome.durationMs,
    ...(hidden === undefined ? {} : { hidden }),
  };
}

function refuseScope(
  suite: Suite,
  asked: TestRun['outcome'],
  scope: Scope | undefined,
  timeoutMs: number,
): Reason | undefined {
  const broken = brokenEnd(suite.name, asked, timeoutMs);
  if (broken !== undefined) return broken;
  if (scope === undefined)
    return { blame: 'configuration', message: messages['tests-misconfigured']('Vitest', tellingLine(asked.tail)) };
  if ((scope.include?.length ?? 0) > 0 && scope.all !== false) return undefined;
  const example = 'coverage: { include: ["src/**/*.{ts,tsx}"] }';
  return { blame: 'configuration', message: messages['coverage-scope-missing']('Vitest', 'coverage.include', example) };
}

/** An error outside the tests (a rejection that nobody caught) is not in Vitest's report at all; its last lines count it. */
function findUnhandled({ end, tail }: TestRun['outcome']): Reason | undefined {
  if (end.kind !== 'exited' || end.code === 0) return undefined;
  for (const line of tail) {
    const errors = /^\s*Errors\s+(\d+) errors?\s*$/.exec(stripVTControlCharacters(line))?.[1];
    if (errors !== undefined) return { blame: 'code', message: messages['tests-unhandled'](Number(errors)) };
  }
  return undefined;
}
