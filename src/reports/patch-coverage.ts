import type { Count } from './coverage.ts';
import type { ChangedFile } from './diff.ts';
import { linesIn, toRanges } from './line-ranges.ts';
import type { LineRange } from './line-ranges.ts';
import type { SourceCoverage } from './source-coverage.ts';
import { compareText } from './sorting.ts';

export interface PatchFile {
  readonly path: string;
  /** Executable lines among the added ones, and those of them that ran. */
  readonly lines: Count;
  /** Uncovered added lines, for annotations. */
  readonly uncovered: readonly LineRange[];
  /** The coverage does not know the file, although it should: every added line counts as uncovered. */
  readonly absent: boolean;
}

export interface PatchCoverage {
  /** Files with executable added lines, sorted by path. */
  readonly files: readonly PatchFile[];
  readonly total: Count;
  /** No executable line changed: nothing to judge, and no failure. */
  readonly nothingExecutable: boolean;
}

/**
 * Which added lines ran in the tests.
 *
 * Lines, and neither statements nor branches: a diff is made of lines, a person can point at one, all three formats know
 * them, and they survive the merging of coverage, which invents branches when maps differ (istanbuljs/istanbuljs#531,
 * #783). A line is executable when a statement begins on it (Istanbul's `getLineCoverage`: it ran when any of them ran),
 * or when it continues a statement that began above (`statements.ts` has the rule).
 *
 * @param sources paths as in the diff: relative to the repository
 * @param inScope whether coverage is expected of a path; asked only of files that the coverage does not know
 */
export function coverPatch(
  changes: readonly ChangedFile[],
  sources: readonly SourceCoverage[],
  inScope: (path: string) => boolean,
): PatchCoverage {
  const byPath = new Map(sources.map((source) => [source.path, source]));
  const files = changes
    .filter(({ status }) => status !== 'deleted')
    .flatMap(({ path, kind, added }): PatchFile[] => {
      const source = byPath.get(path);
      // Code that git takes for binary (`-diff` in .gitattributes): which lines changed is not known, so all count.
      if (source !== undefined)
        return [coverLines(path, kind === 'binary' ? source.lines.keys() : linesIn(added), source)];
      if (kind !== 'text') return [];
      return inScope(path)
        ? [{ path, lines: { covered: 0, total: linesIn(added).length }, uncovered: added, absent: true }]
        : [];
    })
    .filter(({ lines }) => lines.total > 0)
    .toSorted((a, b) => compareText(a.path, b.path));
  const total = {
    covered: files.reduce((sum, { lines }) => sum + lines.covered, 0),
    total: files.reduce((sum, { lines }) => sum + lines.total, 0),
  };
  return { files, total, nothingExecutable: total.total === 0 };
}

function coverLines(path: string, added: Iterable<number>, source: SourceCoverage): PatchFile {
  const executable = [...added].flatMap((line) => {
    const hits = source.lines.get(line) ?? source.hitsInside?.(line);
    return hits === undefined ? [] : [{ line, hits }];
  });
  const uncovered = executable.filter(({ hits }) => hits === 0).map(({ line }) => line);
  return {
    path,
    lines: { covered: executable.length - uncovered.length, total: executable.length },
    uncovered: toRanges(uncovered),
    absent: false,
  };
}
