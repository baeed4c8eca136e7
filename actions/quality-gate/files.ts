import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeBaseline } from '#reports/baseline';
import type { PackageFigures } from '#reports/baseline';
import { writeCobertura } from '#reports/cobertura';
import { writeJunit } from '#reports/junit';
import { writeLcov } from '#reports/lcov';
import { mergeSources } from '#reports/source-coverage';
import { measuredIn } from './checks/check.ts';
import type { CheckResult, Measured } from './checks/check.ts';

export interface FilesContext {
  /** Absolute; made when it is not there. */
  readonly folder: string;
  /** Full name of the commit under check; empty outside GitHub. */
  readonly commit: string;
  /** Milliseconds since the epoch. */
  readonly measuredAt: number;
  /** From an absolute path to one from the workspace, with forward slashes. */
  readonly pathOf: (file: string) => string;
  /** `quality.json`: the whole run, for whoever shows it elsewhere. */
  readonly figures: string;
}

/**
 * Writes what others read: `quality.json` always; where tests came to figures `lcov.info` and `cobertura.xml` of all of
 * them together, a `junit-<n>.xml` per suite in their order, and `baseline.json`, by which a later run compares itself
 * with this commit.
 * @returns the names of the files.
 * @throws the error of the file system (full disk, no permission).
 */
export function writeFiles(results: readonly CheckResult[], context: FilesContext): readonly string[] {
  const files = [['quality.json', context.figures] as const, ...describeMeasured(measuredIn(results), context)];
  mkdirSync(context.folder, { recursive: true });
  for (const [name, text] of files) writeFileSync(join(context.folder, name), text);
  return files.map(([name]) => name);
}

function describeMeasured(
  results: readonly Measured[],
  { commit, measuredAt, pathOf }: FilesContext,
): readonly (readonly [name: string, text: string])[] {
  if (results.length === 0) return [];
  const sources = mergeSources(results.flatMap(({ measured }) => measured.sources)).map((source) => ({
    ...source,
    path: pathOf(source.path),
  }));
  const units = results.filter(({ name }) => name === 'tests');
  return [
    ['lcov.info', writeLcov(sources)],
    ['cobertura.xml', writeCobertura(sources, { measuredAt, source: '.' })],
    ...results.map(
      ({ measured, package: of, name }, index) =>
        [`junit-${index + 1}.xml`, writeJunit(measured.report, nameSuite(of, name), pathOf)] as const,
    ),
    // A baseline of which nobody knows the commit is none.
    ...(commit === '' || units.length === 0
      ? []
      : [['baseline.json', describeBaseline(units, commit, measuredAt)] as const]),
  ];
}

function nameSuite(of: string, name: string): string {
  return name === 'tests' ? of : `${of} (${name})`;
}

/** Of the unit tests: what a later run compares its own with. */
function figuresOf(units: readonly Measured[]): readonly PackageFigures[] {
  return units.map(({ package: name, measured: { report, coverage } }) => {
    const { total, passed, failed, skipped } = report;
    return { name, counts: coverage.total, tests: { total, passed, failed: failed.length, skipped } };
  });
}

function toolsOf(units: readonly Measured[]): Readonly<Record<string, string>> {
  const providers = new Set(units.map(({ measured }) => measured.provider));
  return { 'coverage-provider': [...providers].sort().join(', ') };
}

function describeBaseline(units: readonly Measured[], commit: string, measuredAt: number): string {
  return writeBaseline({
    commit,
    measuredAt: new Date(measuredAt).toISOString(),
    packages: figuresOf(units),
    tools: toolsOf(units),
  });
}
