import { coverageMetrics, sumCounts } from './coverage.ts';
import type { Count, CoverageMetric, Counts } from './coverage.ts';
import { compareText } from './sorting.ts';

export interface TestCounts {
  readonly total: number;
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

export interface PackageFigures {
  /** Relative to the repository; "." for its root. */
  readonly name: string;
  readonly counts: Counts;
  readonly tests: TestCounts;
}

/** The figures of one commit, which travel as an artifact so that nothing has to run twice. */
export interface Baseline {
  readonly schema: 1;
  /** Full name of the commit, in hexadecimal. */
  readonly commit: string;
  /** ISO 8601, UTC. */
  readonly measuredAt: string;
  readonly packages: readonly PackageFigures[];
  /** Versions of what measured, by name, and the coverage provider: another one means other figures. */
  readonly tools: Readonly<Record<string, string>>;
}

export type BaselineReading = { readonly baseline: Baseline } | { readonly none: string };

/** JSON, the same for the same figures: packages and tools are sorted. */
export function writeBaseline({ commit, measuredAt, packages, tools }: Omit<Baseline, 'schema'>): string {
  const sorted = packages
    .toSorted((a, b) => compareText(a.name, b.name))
    .map(({ name, counts, tests }) => ({ name, counts: pickCounts(counts), tests: pickTests(tests) }));
  const versions = Object.fromEntries(Object.entries(tools).toSorted(([a], [b]) => compareText(a, b)));
  return `${JSON.stringify({ schema: 1, commit, measuredAt, packages: sorted, tools: versions }, undefined, 2)}\n`;
}

/**
 * Reads a baseline. It never throws: a baseline is a comfort, so what cannot be read, or was written by a newer version,
 * is "no baseline" with the reason. Nothing is guessed: one impossible figure and there is none.
 */
export function readBaseline(text: string): BaselineReading {
  try {
    return { baseline: toBaseline(JSON.parse(text)) };
  } catch (error) {
    if (error instanceof SyntaxError) return { none: error.message };
    throw error;
  }
}

function toBaseline(value: unknown): Baseline {
  const raw = toRecord(value, 'the baseline');
  if (raw['schema'] !== 1) throw new SyntaxError(`it has the schema ${String(raw['schema'])}; this version reads 1`);
  const commit = toText(raw['commit'], 'the commit');
  if (!/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(commit)) throw new SyntaxError('the commit is no full name of one');
  const measuredAt = toText(raw['measuredAt'], 'the time');
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/.test(measuredAt) || Number.isNaN(Date.parse(measuredAt)))
    throw new SyntaxError('the time is none of ISO 8601 in UTC');
  if (!Array.isArray(raw['packages']) || raw['packages'].length === 0) throw new SyntaxError('it has no packages');
  const packages = raw['packages'].map(toPackage);
  if (new Set(packages.map(({ name }) => name)).size < packages.length)
    throw new SyntaxError('it has two packages of one name');
  const tools = Object.entries(toRecord(raw['tools'], 'the list of tools'));
  return {
    schema: 1,
    commit,
    measuredAt,
    packages,
    tools: Object.fromEntries(tools.map(([name, version]) => [name, toText(version, `the version of ${name}`)])),
  };
}

function toPackage(value: unknown): PackageFigures {
  const raw = toRecord(value, 'a package');
  const name = toText(raw['name'], 'the name of a package');
  const counts = toRecord(raw['counts'], `the coverage of ${name}`);
  const tests = toRecord(raw['tests'], `the tests of ${name}`);
  const figures: PackageFigures = {
    name,
    counts: Object.fromEntries(
      coverageMetrics.map((metric) => [metric, toCount(counts[metric], `${metric} of ${name}`)]),
    ) as Record<CoverageMetric, Count>,
    tests: {
      total: toNumber(tests['total'], `the tests of ${name}`),
      passed: toNumber(tests['passed'], `the passed tests of ${name}`),
      failed: toNumber(tests['failed'], `the failed tests of ${name}`),
      skipped: toNumber(tests['skipped'], `the skipped tests of ${name}`),
    },
  };
  return figures;
}

function toCount(value: unknown, what: string): Count {
  const raw = toRecord(value, what);
  const count = { covered: toNumber(raw['covered'], what), total: toNumber(raw['total'], what) };
  if (count.covered > count.total) throw new SyntaxError(`more ${what} are covered than there are`);
  return count;
}

function toRecord(value: unknown, what: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new SyntaxError(`${what} is no object`);
  return value as Record<string, unknown>;
}

function toText(value: unknown, what: string): string {
  if (typeof value !== 'string' || value === '') throw new SyntaxError(`${what} is no text`);
  return value;
}

function toNumber(value: unknown, what: string): number {
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0)
    throw new SyntaxError(`a figure of ${what} is no count`);
  return value;
}

function pickCounts(counts: Counts): Counts {
  const pick = ({ covered, total }: Count): Count => ({ covered, total });
  return {
    lines: pick(counts.lines),
    branches: pick(counts.branches),
    functions: pick(counts.functions),
    statements: pick(counts.statements),
  };
}

function pickTests({ total, passed, failed, skipped }: TestCounts): TestCounts {
  return { total, passed, failed, skipped };
}

export interface PackageChange {
  readonly name: string;
  /** Absent for a new package. */
  readonly before?: PackageFigures;
  /** Absent for one that vanished. */
  readonly after?: PackageFigures;
  /** After minus before; what is absent counts as nothing. */
  readonly difference: Counts;
}

export interface BaselineChange {
  /** Of both sides, sorted by name. */
  readonly packages: readonly PackageChange[];
  readonly before: Counts;
  readonly after: Counts;
  readonly difference: Counts;
  /** "jest 29.7.0 -> 30.5.2": figures of other tools may differ for no reason in the code. */
  readonly toolChanges: readonly string[];
}

export function compareBaselines(
  before: Pick<Baseline, 'packages' | 'tools'>,
  after: Pick<Baseline, 'packages' | 'tools'>,
): BaselineChange {
  const names = [...new Set([...before.packages, ...after.packages].map(({ name }) => name))].toSorted(compareText);
  const totals = { before: totalOf(before.packages), after: totalOf(after.packages) };
  const tools = [...new Set([...Object.keys(before.tools), ...Object.keys(after.tools)])].toSorted(compareText);
  return {
    packages: names.map((name) => {
      const one = before.packages.find((figures) => figures.name === name);
      const other = after.packages.find((figures) => figures.name === name);
      return {
        name,
        ...(one === undefined ? {} : { before: one }),
        ...(other === undefined ? {} : { after: other }),
        difference: subtract(other?.counts ?? sumCounts([]), one?.counts ?? sumCounts([])),
      };
    }),
    ...totals,
    difference: subtract(totals.after, totals.before),
    toolChanges: tools
      .filter((tool) => before.tools[tool] !== after.tools[tool])
      .map((tool) => `${tool} ${before.tools[tool] ?? 'none'} -> ${after.tools[tool] ?? 'none'}`),
  };
}

function totalOf(packages: readonly PackageFigures[]): Counts {
  return sumCounts(packages.map(({ counts }) => counts));
}

function subtract(a: Counts, b: Counts): Counts {
  return Object.fromEntries(
    coverageMetrics.map((metric) => [
      metric,
      { covered: a[metric].covered - b[metric].covered, total: a[metric].total - b[metric].total },
    ]),
  ) as Record<CoverageMetric, Count>;
}
