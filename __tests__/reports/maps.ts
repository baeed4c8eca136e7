import fc from 'fast-check';
import type { CoverageMapData, FileCoverageData } from 'istanbul-lib-coverage';
import type { SourceCoverage } from '#reports/source-coverage';

/** "4:2-9:3" */
export type Place = `${number}:${number}-${number}:${number}`;

interface Shape {
  /** Places of statements with their hits. */
  readonly statements?: readonly (readonly [Place, number])[];
  /** Bodies of functions with their hits; named f0, f1 ... */
  readonly functions?: readonly (readonly [Place, number])[];
  readonly branches?: readonly { readonly type: string; readonly arms: readonly (readonly [Place, number])[] }[];
}

/** One file of an Istanbul map, written as short as it can be. */
export function fileMap(path: string, { statements = [], functions = [], branches = [] }: Shape): FileCoverageData {
  const byIndex = <T>(values: readonly T[]): Record<string, T> =>
    Object.fromEntries(values.map((value, index) => [index, value]));
  return {
    path,
    statementMap: byIndex(statements.map(([place]) => rangeOf(place))),
    s: byIndex(statements.map(([, hits]) => hits)),
    fnMap: byIndex(
      functions.map(([place], index) => {
        const loc = rangeOf(place);
        return { name: `f${index}`, decl: loc, loc, line: loc.start.line };
      }),
    ),
    f: byIndex(functions.map(([, hits]) => hits)),
    branchMap: byIndex(
      branches.map(({ type, arms }) => {
        const locations = arms.map(([place]) => rangeOf(place));
        const loc = locations[0] ?? rangeOf('1:0-1:1');
        return { type, loc, locations, line: loc.start.line };
      }),
    ),
    b: byIndex(branches.map(({ arms }) => arms.map(([, hits]) => hits))),
  };
}

export function mapOf(...files: readonly FileCoverageData[]): CoverageMapData {
  return Object.fromEntries(files.map((file) => [file.path, file]));
}

function rangeOf(place: Place): FileCoverageData['statementMap'][string] {
  const [startLine = 0, startColumn = 0, endLine = 0, endColumn = 0] = place.split(/[:-]/).map(Number);
  return { start: { line: startLine, column: startColumn }, end: { line: endLine, column: endColumn } };
}

/** Nasty in XML, in LCOV or in both. */
const nastyText = fc.string({
  unit: fc.constantFrom('a', 'ß', '🚀', '<', '>', '&', '"', "'", ',', ':', ' ', ']]>', '&amp;', '<!--', '\t'),
  minLength: 1,
  maxLength: 6,
});

const line = fc.integer({ min: 1, max: 40 });
const hits = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 1e9 }));

/** Sorted, as readers give them; no two functions share a name, which LCOV could not hold. */
export const someSources: fc.Arbitrary<readonly SourceCoverage[]> = fc
  .uniqueArray(
    fc.record({
      path: fc.tuple(nastyText, nastyText).map(([folder, name]) => `s/${folder}/${name}.ts`),
      lines: fc
        .uniqueArray(fc.tuple(line, hits), { selector: ([one]) => one, minLength: 1, maxLength: 12 })
        .map((lines) => new Map(lines.toSorted(([a], [b]) => a - b))),
      functions: fc
        .uniqueArray(fc.record({ name: nastyText, line, hits }), { selector: ({ name }) => name, maxLength: 4 })
        .map((functions) => functions.toSorted((a, b) => a.line - b.line)),
      branches: fc
        .array(fc.record({ line, arms: fc.array(hits, { minLength: 1, maxLength: 3 }) }), { maxLength: 4 })
        .map((branches) => branches.toSorted((a, b) => a.line - b.line)),
    }),
    { selector: ({ path }) => path, minLength: 1, maxLength: 5 },
  )
  .map((sources) => sources.toSorted((a, b) => (a.path < b.path ? -1 : 1)));
