import type { FileCoverageData } from 'istanbul-lib-coverage';
import { readCoverageMap, sumCounts } from './coverage.ts';
import type { Count, Counts, Coverage } from './coverage.ts';
import { compareText } from './sorting.ts';
import { hitsInside } from './statements.ts';

export interface FunctionHits {
  readonly name: string;
  /** 1-based. */
  readonly line: number;
  readonly hits: number;
}

/** One place where the code parts: how often each arm was taken. */
export interface BranchHits {
  /** 1-based. */
  readonly line: number;
  readonly arms: readonly number[];
}

/** What LCOV, Cobertura and Istanbul all can say of one file. Statements are Istanbul's alone. */
export interface SourceCoverage {
  readonly path: string;
  /** Executable lines, ascending, each with how often it ran. */
  readonly lines: ReadonlyMap<number, number>;
  readonly functions: readonly FunctionHits[];
  readonly branches: readonly BranchHits[];
  /** For a line on which nothing begins: the hits of the statement that it is part of. Only Istanbul's maps know. */
  readonly hitsInside?: (line: number) => number | undefined;
}

/**
 * Reads an Istanbul map file by file, sorted by path.
 * @param pathOf maps the absolute path of the map to the path that reports shall show; undefined leaves the file out
 * @throws SyntaxError when the value is not such a map.
 */
export function readSources(map: unknown, pathOf: (file: string) => string | undefined): readonly SourceCoverage[] {
  const coverageMap = readCoverageMap(map);
  const sources = coverageMap.files().flatMap((file): readonly SourceCoverage[] => {
    const path = pathOf(file);
    if (path === undefined) return [];
    const coverage = coverageMap.fileCoverageFor(file);
    // Integer keys: ascending in every engine.
    const lines = new Map(Object.entries(coverage.getLineCoverage()).map(([line, hits]) => [Number(line), hits]));
    const { data } = coverage;
    return [{ path, lines, ...readParts(data), hitsInside: (line) => hitsInside(data, line) }];
  });
  return sources.toSorted((a, b) => compareText(a.path, b.path));
}

function readParts({ fnMap, f, branchMap, b }: FileCoverageData): Pick<SourceCoverage, 'functions' | 'branches'> {
  return {
    functions: Object.entries(fnMap)
      .map(([key, { name, decl, loc }]) => {
        // Some instrumenters fill in only one of the two.
        const place = (decl as typeof decl | undefined) ?? loc;
        return { name, line: place.start.line, hits: f[key] ?? 0 };
      })
      .toSorted((one, other) => one.line - other.line),
    branches: Object.entries(branchMap)
      .map(([key, { loc }]) => ({ line: loc.start.line, arms: b[key] ?? [] }))
      .toSorted((one, other) => one.line - other.line),
  };
}

/**
 * Counts what a report of lines covers; files are named as the report names them. Statements are counted as 0 of 0: such
 * reports do not have them.
 */
export function countSources(sources: readonly SourceCoverage[]): Coverage {
  const files = sources.map((source) => ({
    file: source.path,
    counts: countSource(source),
    uncoveredLines: [...source.lines].filter(([, hits]) => hits === 0).map(([line]) => line),
  }));
  return { files, total: sumCounts(files.map(({ counts }) => counts)) };
}

export function countSource({ lines, functions, branches }: SourceCoverage): Counts {
  const count = (hits: readonly number[]): Count => ({
    covered: hits.filter((one) => one > 0).length,
    total: hits.length,
  });
  return {
    lines: count([...lines.values()]),
    functions: count(functions.map(({ hits }) => hits)),
    branches: count(branches.flatMap(({ arms }) => arms)),
    statements: { covered: 0, total: 0 },
  };
}
