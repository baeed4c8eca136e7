import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeBaseline } from '#reports/baseline';
import { writeCobertura } from '#reports/cobertura';
import { writeJunit } from '#reports/junit';
import { writeLcov } from '#reports/lcov';
import { detectProvider } from '#reports/provider';
import { readSources } from '#reports/source-coverage';
import type { CheckResult } from './checks/check.ts';

export interface FilesContext {
  /** Absolute; made when it is not there. */
  readonly folder: string;
  /** Full name of the commit under check; empty outside GitHub. */
  readonly commit: string;
  /** Milliseconds since the epoch. */
  readonly measuredAt: number;
  /** From an absolute path to one from the workspace, with forward slashes. */
  readonly pathOf: (file: string) => string;
}

type Measured = CheckResult & Required<Pick<CheckResult, 'coverage' | 'coverageMap' | 'testReport'>>;

/**
 * Writes what other services read: `lcov.info` and `cobertura.xml` of all packages together, a `junit-<n>.xml` per package
 * in their order, and `baseline.json`, by which a later run compares itself with this commit.
 * @returns the names of the files; none when no test check came to figures.
 * @throws the error of the file system (full disk, no permission).
 */
export function writeFiles(results: readonly CheckResult[], context: FilesContext): readonly string[] {
  const measured = results.filter(
    (result): result is Measured => result.coverageMap !== undefined && result.testReport !== undefined,
  );
  if (measured.length === 0) return [];
  const { folder, commit, measuredAt, pathOf } = context;
  const sources = measured.flatMap((result) => readSources(result.coverageMap, pathOf));
  const files: [name: string, text: string][] = [
    ['lcov.info', writeLcov(sources)],
    ['cobertura.xml', writeCobertura(sources, { measuredAt, source: '.' })],
    ...measured.map(({ testReport, package: of }, index): [string, string] => [
      `junit-${index + 1}.xml`,
      writeJunit(testReport, of, pathOf),
    ]),
  ];
  // A baseline of which nobody knows the commit is none.
  if (commit !== '') files.push(['baseline.json', describeBaseline(measured, commit, measuredAt)]);
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of files) writeFileSync(join(folder, name), text);
  return files.map(([name]) => name);
}

function describeBaseline(measured: readonly Measured[], commit: string, measuredAt: number): string {
  const packages = measured.map(({ package: name, coverage, testReport }) => {
    const { total, passed, failed, skipped } = testReport;
    return { name, counts: coverage.total, tests: { total, passed, failed: failed.length, skipped } };
  });
  const providers = new Set(measured.map((result) => detectProvider(result.coverageMap).provider));
  const tools = { 'coverage-provider': [...providers].sort().join(', ') };
  return writeBaseline({ commit, measuredAt: new Date(measuredAt).toISOString(), packages, tools });
}
