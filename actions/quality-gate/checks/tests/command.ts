import { existsSync } from 'node:fs';
import { isAbsolute, resolve } from 'node:path';
import { parseCobertura } from '#reports/cobertura';
import { parseTestReport } from '#reports/jest';
import { parseJunit } from '#reports/junit';
import { parseLcov } from '#reports/lcov';
import { countSources } from '#reports/source-coverage';
import type { TestReport } from '#reports/test-report';
import { parseVitestReport } from '#reports/vitest';
import type { UserCommand } from '../../commands.ts';
import { messages } from '../../messages.ts';
import { brokenEnd, shellCommand } from '../check.ts';
import type { CheckContext } from '../check.ts';
import { readCoverageMap } from './coverage-map.ts';
import { checkFits } from './fitness.ts';
import { rememberReports } from '../fresh-report.ts';
import { readReportFile } from '../report-file.ts';
import type { Unread } from '../report-file.ts';
import type { NotBegun, ReadCoverage, Suite, TestRun } from './suite.ts';

/** Runs the user's own command, which has to leave a test report and a coverage report of this run. */
export async function runTestCommand(
  context: CheckContext,
  suite: Suite,
  command: UserCommand,
): Promise<TestRun | NotBegun> {
  const reportFile = resolve(context.folder, command.report ?? '');
  const coverageFile = resolve(context.folder, command.coverage ?? '');
  const before = rememberReports([reportFile, coverageFile], context.reports);
  const outcome = await context.exec.run(shellCommand(context, suite.name, command.run));
  const { durationMs } = outcome;
  const broken = brokenEnd(suite.name, outcome, context.timeoutMs);
  if (broken !== undefined) return { reason: broken, durationMs };
  const stale = [reportFile, coverageFile].find((file) => before.isStale(file));
  if (stale !== undefined)
    return { reason: { blame: 'configuration', message: messages['report-stale'](stale) }, durationMs };
  const report = readReportFile(reportFile, parseAnyTestReport);
  return {
    runner: 'the command',
    outcome,
    report: 'total' in report ? withAbsolutePaths(report, context) : report,
    coverage: readCoverageFile(coverageFile, context),
    durationMs,
  };
}

/** By what is in it, not by its name: Jest's and Vitest's JSON or JUnit's XML. */
function parseAnyTestReport(text: string): TestReport {
  const start = text.trimStart()[0];
  if (start === '<') return parseJunit(text);
  if (start !== '{') throw new SyntaxError("it is neither XML (JUnit) nor JSON (Jest's or Vitest's)");
  // Only Jest counts the files that could not be loaded.
  return text.includes('"numRuntimeErrorTestSuites"') ? parseTestReport(text) : parseVitestReport(text);
}

/** LCOV, Cobertura or Istanbul's own map. */
function readCoverageFile(file: string, context: CheckContext): ReadCoverage | Unread {
  const read = readReportFile(file, (text): ReadCoverage | Unread => {
    const start = text.trimStart()[0];
    if (start === '{') {
      const map = readCoverageMap(JSON.parse(text));
      return 'coverage' in map ? fitting(map, context) : map;
    }
    const { roots, sources } = start === '<' ? parseCobertura(text) : { roots: [], sources: parseLcov(text) };
    const placed = sources.map((source) => ({ ...source, path: place(source.path, context, roots) }));
    return fitting({ coverage: countSources(placed), sources: placed, provider: 'report' }, context);
  });
  return 'missing' in read ? { unreadable: `${file}: ${read.missing}` } : read;
}

function fitting(read: ReadCoverage, context: CheckContext): ReadCoverage | Unread {
  const unfit = checkFits(read.sources, context.workspace);
  return unfit === undefined ? read : { unreadable: unfit };
}

/** Reports name files from where the tool ran (the package, the root of the repository) or from a folder that they name. */
function place(path: string, { folder, workspace }: CheckContext, roots: readonly string[] = []): string {
  if (isAbsolute(path)) return path;
  const places = [folder, workspace, ...roots.map((root) => resolve(folder, root))].map((from) => resolve(from, path));
  return places.find((one) => existsSync(one)) ?? resolve(folder, path);
}

function withAbsolutePaths(report: TestReport, context: CheckContext): TestReport {
  return { ...report, failed: report.failed.map((test) => ({ ...test, file: place(test.file, context) })) };
}
