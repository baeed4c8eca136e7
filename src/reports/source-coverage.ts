import type { FileCoverageData } from 'istanbul-lib-coverage';
import { readCoverageMap, sumCounts } from './coverage.ts';
import type { Count, Counts, Coverage } from './coverage.ts';
import { compareText, groupSorted } from './sorting.ts';
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
 * Puts together what several runs (suites, packages) say of the same files: what ran in one of them ran. Sorted by path.
 * Functions are the same by line, name and turn; branches by line, number of arms and turn.
 */
export function mergeSources(sources: readonly SourceCoverage[]): readonly SourceCoverage[] {
  return groupSorted(sources, ({ path }) => path).map(([, group]) => group.reduce(mergeTwo));
}

function mergeTwo(a: SourceCoverage, b: SourceCoverage): SourceCoverage {
  const lines = new Map(a.lines);
  for (const [line, hits] of b.lines) lines.set(line, (lines.get(line) ?? 0) + hits);
  const inside = [a.hitsInside, b.hitsInside].filter((one) => one !== undefined);
  return {
    path: a.path,
    lines: new Map([...lines].toSorted(([one], [other]) => one - other)),
    functions: mergeParts(
      [a.functions, b.functions],
      ({ line, name }) => `${line},${name}`,
      (one, other) => ({ ...one, hits: one.hits + other.hits }),
    ),
    branches: mergeParts(
      [a.branches, b.branches],
      ({ line, arms }) => `${line},${arms.length}`,
      (one, other) => ({ ...one, arms: one.arms.map((taken, arm) => taken + (other.arms[arm] ?? 0)) }),
    ),
    ...(inside.length === 0 ? {} : { hitsInside: (line) => firstHits(inside, line) }),
  };
}

function firstHits(inside: readonly ((line: number) => number | undefined)[], line: number): number | undefined {
  const hits = inside.flatMap((one) => one(line) ?? []);
  return hits.length === 0 ? undefined : Math.max(...hits);
}

/** Parts with one key (two anonymous functions on a line) are told apart by their turn. */
function mergeParts<T extends { readonly line: number }>(
  sides: readonly (readonly T[])[],
  keyOf: (part: T) => string,
  merge: (one: T, other: T) => T,
): readonly T[] {
  const merged = new Map<string, T>();
  for (const side of sides) {
    const turns = new Map<string, number>();
    for (const part of side) {
      const turn = turns.get(keyOf(part)) ?? 0;
      turns.set(keyOf(part), turn + 1);
      const key = `${keyOf(part)},${turn}`;
      const known = merged.get(key);
      merged.set(key, known === undefined ? part : merge(known, part));
    }
  }
  return [...merged.values()].toSorted((one, other) => one.line - other.line);
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
