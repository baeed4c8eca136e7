import istanbul from 'istanbul-lib-coverage';
import type { CoverageMapData } from 'istanbul-lib-coverage';

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
  if (typeof map !== 'object' || map === null || Array.isArray(map)) throw new SyntaxError('there is no coverage map');
  const coverageMap = readMap(map as CoverageMapData);
  const files = coverageMap.files().map((file): FileCoverage => {
    const coverage = coverageMap.fileCoverageFor(file);
    const summary = coverage.toSummary();
    const counts = Object.fromEntries(
      coverageMetrics.map((metric) => [metric, { covered: summary[metric].covered, total: summary[metric].total }]),
    ) as Record<CoverageMetric, Count>;
    return { file, counts, uncoveredLines: coverage.getUncoveredLines().map(Number) };
  });
  return { files, total: files.reduce((sum, { counts }) => addCounts(sum, counts), nothing) };
}

function readMap(data: CoverageMapData): istanbul.CoverageMap {
  try {
    return istanbul.createCoverageMap(data);
  } catch (error) {
    throw new SyntaxError('the coverage map is not one of Istanbul', { cause: error });
  }
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

/** Percent with two digits, cut and not rounded: what falls short of 80 never reads "80.00". "none" for nothing counted. */
export function formatShare({ covered, total }: Count): string {
  if (total === 0) return 'none';
  return `${(Math.floor((covered * 10_000) / total) / 100).toFixed(2)} %`;
}
