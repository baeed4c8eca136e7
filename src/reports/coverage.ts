import istanbul from 'istanbul-lib-coverage';
import type { CoverageMapData } from 'istanbul-lib-coverage';
import { compareText } from './sorting.ts';

export const coverageMetrics = ['lines', 'branches', 'functions', 'statements'] as const;
export type CoverageMetric = (typeof coverageMetrics)[number];

/** Whole numbers, never a rounded percentage: 79.96 % is not 80 %. */
export interface Count {
  readonly covered: number;
  readonly total: number;
}

export type Counts = Readonly<Record<CoverageMetric, Count>>;

export interface FileCoverage {
  /** Absolute. */
  readonly file: string;
  readonly counts: Counts;
  /** 1-based, ascending. */
  readonly uncoveredLines: readonly number[];
}

export interface Coverage {
  readonly files: readonly FileCoverage[];
  readonly total: Counts;
}

const nothing: Counts = {
  lines: { covered: 0, total: 0 },
  branches: { covered: 0, total: 0 },
  functions: { covered: 0, total: 0 },
  statements: { covered: 0, total: 0 },
};

/**
 * Counts what an Istanbul coverage map covers.
 * @throws SyntaxError when the value is not such a map.
 */
export function countCoverage(map: unknown): Coverage {
  const coverageMap = readCoverageMap(map);
  const files = coverageMap.files().map((file): FileCoverage => {
    const coverage = coverageMap.fileCoverageFor(file);
    const summary = coverage.toSummary();
    const counts = Object.fromEntries(
      coverageMetrics.map((metric) => [metric, { covered: summary[metric].covered, total: summary[metric].total }]),
    ) as Record<CoverageMetric, Count>;
    return { file, counts, uncoveredLines: coverage.getUncoveredLines().map(Number) };
  });
  return { files, total: sumCounts(files.map(({ counts }) => counts)) };
}

/** @throws SyntaxError when the value is not a coverage map of Istanbul. */
export function readCoverageMap(map: unknown): istanbul.CoverageMap {
  if (typeof map !== 'object' || map === null || Array.isArray(map)) throw new SyntaxError('there is no coverage map');
  try {
    return istanbul.createCoverageMap(map as CoverageMapData);
  } catch (error) {
    throw new SyntaxError('the coverage map is not one of Istanbul', { cause: error });
  }
}

export function sumCounts(all: readonly Counts[]): Counts {
  return all.reduce(addCounts, nothing);
}

/**
 * Counts by package, sorted by name.
 * @param packageOf the name of the package that a file (absolute) belongs to; undefined leaves the file out
 */
export function countByPackage(
  { files }: Coverage,
  packageOf: (file: string) => string | undefined,
): ReadonlyMap<string, Counts> {
  const packages = new Map<string, Counts>();
  for (const { file, counts } of files) {
    const name = packageOf(file);
    if (name !== undefined) packages.set(name, addCounts(packages.get(name) ?? nothing, counts));
  }
  return new Map([...packages].toSorted(([a], [b]) => compareText(a, b)));
}

function addCounts(a: Counts, b: Counts): Counts {
  const add = (metric: CoverageMetric): Count => ({
    covered: a[metric].covered + b[metric].covered,
    total: a[metric].total + b[metric].total,
  });
  return { lines: add('lines'), branches: add('branches'), functions: add('functions'), statements: add('statements') };
}

/**
 * Whether the count reaches a threshold in percent. Nothing counted reaches nothing. Compared in whole numbers (the
 * threshold in millionths), since 0.1 + 0.2 style errors sit exactly where thresholds sit.
 */
export function reaches({ covered, total }: Count, threshold: number): boolean {
  return total > 0 && covered * 100_000_000 >= Math.round(threshold * 1_000_000) * total;
}

/** How many more would have to be covered to reach a threshold in percent; 0 or less when it is reached. */
export function missingTo({ covered, total }: Count, threshold: number): number {
  return Math.ceil((threshold * total) / 100 - 1e-9) - covered;
}

/** Percent with two digits, cut and not rounded: what falls short of 80 never reads "80.00". "none" for nothing counted. */
export function formatShare({ covered, total }: Count): string {
  if (total === 0) return 'none';
  return `${(Math.floor((covered * 10_000) / total) / 100).toFixed(2)} %`;
}

/** Whether a threshold in percent is reached, as people see it; nothing for nothing counted. */
export function markShare(count: Count, threshold: number): string {
  if (count.total === 0) return '';
  return reaches(count, threshold) ? '✅' : '❌';
}

/** "+1.25", "-0.01" or "0.00" percentage points between the shares as they are shown; "none" where one has nothing counted. */
export function formatShareChange(before: Count, after: Count): string {
  if (before.total === 0 || after.total === 0) return 'none';
  const hundredths = ({ covered, total }: Count): number => Math.floor((covered * 10_000) / total);
  const change = hundredths(after) - hundredths(before);
  return `${change > 0 ? '+' : ''}${(change / 100).toFixed(2)}`;
}
