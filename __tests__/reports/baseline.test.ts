import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { compareBaselines, readBaseline, writeBaseline } from '#reports/baseline';
import type { Baseline, PackageFigures } from '#reports/baseline';
import { sumCounts } from '#reports/coverage';
import type { Count, Counts } from '#reports/coverage';

const countsOf = (lines: Count): Counts => ({ ...sumCounts([]), lines });
const tests = { total: 3, passed: 2, failed: 0, skipped: 1 };
const figures = (name: string, covered: number, total: number): PackageFigures => ({
  name,
  counts: countsOf({ covered, total }),
  tests,
});
const baseline: Baseline = {
  schema: 1,
  commit: 'a'.repeat(40),
  measuredAt: '2026-11-24T10:00:00.000Z',
  packages: [figures('.', 8, 10), figures('packages/b', 1, 2)],
  tools: { coverage: 'babel', jest: '30.5.2' },
};

test('property: what is written is read back, the same text whatever the order', () => {
  const count = fc.tuple(fc.nat(), fc.nat()).map(([covered, more]) => ({ covered, total: covered + more }));
  const somePackages = fc.uniqueArray(
    fc.record({
      name: fc.string({ minLength: 1 }),
      counts: fc.record({ lines: count, branches: count, functions: count, statements: count }),
      tests: fc.record({ total: fc.nat(), passed: fc.nat(), failed: fc.nat(), skipped: fc.nat() }),
    }),
    { selector: ({ name }) => name, minLength: 1 },
  );
  fc.assert(
    fc.property(somePackages, (packages) => {
      const text = writeBaseline({ ...baseline, packages });
      expect(writeBaseline({ ...baseline, packages: packages.toReversed() })).toBe(text);
      const sorted = packages.toSorted((a, b) => (a.name < b.name ? -1 : 1));
      expect(readBaseline(text)).toEqual({ baseline: { ...baseline, packages: sorted } });
    }),
  );
});

test('property: a baseline that was cut off is none', () => {
  const text = writeBaseline(baseline);
  fc.assert(
    fc.property(fc.integer({ min: 0, max: text.length - 2 }), (end) => {
      expect(readBaseline(text.slice(0, end))).toEqual({ none: expect.any(String) });
    }),
  );
});

test.each<[object | null, string]>([
  [null, 'the baseline is no object'],
  [{ schema: 2 }, 'it has the schema 2; this version reads 1'],
  [{ schema: '1' }, 'it has the schema'],
  [{ commit: 'abc' }, 'no full name'],
  [{ commit: 3 }, 'the commit is no text'],
  [{ measuredAt: 'yesterday' }, 'none of ISO 8601'],
  [{ measuredAt: '2026-99-24T10:00:00Z' }, 'none of ISO 8601'],
  [{ packages: [] }, 'it has no packages'],
  [{ packages: [figures('a', 1, 2), figures('a', 1, 2)] }, 'two packages of one name'],
  [{ packages: [figures('a', 3, 2)] }, 'more lines of a are covered than there are'],
  [{ packages: [figures('a', -1, 2)] }, 'a figure of lines of a is no count'],
  [{ packages: [figures('a', 0.5, 2)] }, 'is no count'],
  [{ packages: [{ ...figures('a', 1, 2), counts: {} }] }, 'lines of a is no object'],
  [{ packages: [{ ...figures('a', 1, 2), tests: { ...tests, skipped: '1' } }] }, 'skipped tests of a is no count'],
  [{ tools: { jest: 30 } }, 'the version of jest is no text'],
  [{ tools: undefined }, 'the list of tools is no object'],
])('%j is no baseline: %s', (change, reason) => {
  const value = change === null ? null : { ...baseline, ...change };
  expect(readBaseline(JSON.stringify(value))).toEqual({ none: expect.stringContaining(reason) });
});

describe('comparing', () => {
  test('each package, new and vanished ones, the whole, and other tools', () => {
    const after = {
      packages: [figures('.', 9, 10), figures('packages/c', 5, 5)],
      tools: { coverage: 'babel', jest: '29.7.0', node: '24' },
    };
    const change = compareBaselines(baseline, after);
    expect(change.packages).toEqual([
      {
        name: '.',
        before: baseline.packages[0],
        after: after.packages[0],
        difference: countsOf({ covered: 1, total: 0 }),
      },
      { name: 'packages/b', before: baseline.packages[1], difference: countsOf({ covered: -1, total: -2 }) },
      { name: 'packages/c', after: after.packages[1], difference: countsOf({ covered: 5, total: 5 }) },
    ]);
    expect(change.before.lines).toEqual({ covered: 9, total: 12 });
    expect(change.after.lines).toEqual({ covered: 14, total: 15 });
    expect(change.difference.lines).toEqual({ covered: 5, total: 3 });
    expect(change.toolChanges).toEqual(['jest 30.5.2 -> 29.7.0', 'node none -> 24']);
  });
});
