import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Counts } from '#reports/coverage';
import { readFigures, writeFigures } from '#reports/quality-figures';
import type { Figures } from '#reports/quality-figures';
import { findMisfits } from '../support/json-schema.ts';
import { root } from '../support/scenario.ts';

const schema = JSON.parse(readFileSync(join(root, 'schemas/quality-figures.schema.json'), 'utf8')) as Record<
  string,
  unknown
>;

const count = fc.tuple(fc.nat(), fc.nat()).map(([covered, more]) => ({ covered, total: covered + more }));
const counts = fc.record<Counts>({ lines: count, branches: count, functions: count, statements: count });
const text = fc.string({ unit: 'binary' });
const percent = fc.double({ min: 0, max: 100, noNaN: true });
const maybe = <T>(some: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(some, { nil: null });
const commit = fc.constantFrom('a'.repeat(40), '0123456789abcdef'.repeat(4));

const someFigures = fc.record<Omit<Figures, 'version' | 'leftOut' | 'blame'>>({
  name: fc.constantFrom('quality', 'quality-2', 'a.b_c'),
  commit: fc.oneof(commit, fc.constant('')),
  event: text,
  measuredAt: fc.constant('2026-11-24T10:00:00.000Z'),
  verdict: fc.constantFrom('pass', 'fail'),
  reasons: fc.array(fc.record({ id: text, text, cure: text, package: text })),
  checks: fc.array(
    fc.record({
      package: text,
      name: text,
      outcome: fc.constantFrom('passed', 'failed', 'not-run'),
      extent: text,
      findings: fc.nat(),
      durationMs: fc.nat(),
    }),
  ),
  findings: fc.array(
    fc.record({ file: text, line: maybe(fc.integer({ min: 1 })), title: text, message: text, check: text }),
  ),
  coverage: fc.record({
    packages: fc.array(
      fc.record({
        name: text,
        suite: fc.constantFrom('unit', 'integration'),
        counts,
        threshold: percent,
        base: maybe(counts),
      }),
    ),
    total: maybe(fc.record({ counts, base: maybe(counts) })),
    patch: maybe(fc.tuple(count, percent).map(([one, threshold]) => ({ ...one, threshold }))),
    base: maybe<Figures['coverage']['base']>(
      fc.oneof(fc.record({ commit, distance: fc.nat() }), fc.record({ none: text })),
    ),
    worstFiles: fc.array(fc.record({ file: text, lines: count, uncovered: text })),
  }),
  pyramid: fc.record({ unit: maybe(fc.nat()), integration: maybe(fc.nat()), e2e: maybe(fc.nat()) }),
});
const withBlame = someFigures.map((figures) => ({
  ...figures,
  blame: figures.verdict === 'pass' ? ('' as const) : ('code' as const),
}));

const noCounts = { covered: 0, total: 0 };
const example = {
  name: 'quality',
  commit: 'a'.repeat(40),
  event: 'pull_request',
  measuredAt: '2026-11-24T10:00:00.000Z',
  verdict: 'fail',
  blame: 'code',
  reasons: [{ id: 'type-errors', text: 'There are 2 type errors.', cure: 'Mend them.', package: 'mobile' }],
  checks: [{ package: 'mobile', name: 'types', outcome: 'failed', extent: '42 files', findings: 2, durationMs: 1_200 }],
  findings: [{ file: 'src/a.ts', line: 3, title: 'TS2322', message: 'Type A is not B.', check: 'types' }],
  coverage: {
    packages: [
      {
        name: 'mobile',
        suite: 'unit',
        counts: { lines: { covered: 8, total: 10 }, branches: noCounts, functions: noCounts, statements: noCounts },
        threshold: 80,
        base: null,
      },
    ],
    total: null,
    patch: { covered: 1, total: 2, threshold: 80 },
    base: { commit: 'b'.repeat(40), distance: 3 },
    worstFiles: [{ file: 'src/a.ts', lines: { covered: 1, total: 3 }, uncovered: '2-3' }],
  },
  pyramid: { unit: 118, integration: null, e2e: null },
} as const satisfies Omit<Figures, 'version' | 'leftOut'>;

test('what is written is read back as it was', () => {
  expect(readFigures(writeFigures(example))).toEqual({
    version: 1,
    ...example,
    leftOut: { reasons: 0, checks: 0, packages: 0 },
  });
});

test('property: whatever the texts hold, what is written can be read, and fits the published schema', () => {
  fc.assert(
    fc.property(withBlame, (figures) => {
      const written = writeFigures(figures);
      const read = readFigures(written);
      expect(findMisfits(schema, JSON.parse(written))).toEqual([]);
      expect(read.coverage.packages.map((one) => one.counts)).toEqual(
        figures.coverage.packages.map((one) => one.counts),
      );
      expect(writeFigures(read)).toBe(written);
    }),
  );
});

/** Every place in a value: the keys on the way to it. */
function placesIn(value: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, inner]) => placesIn(inner, [...path, key]))];
}

function change(value: unknown, [key, ...rest]: readonly string[], into: unknown): unknown {
  if (key === undefined) return into;
  const copy = (Array.isArray(value) ? [...(value as unknown[])] : { ...(value as object) }) as Record<string, unknown>;
  copy[key] = change(copy[key], rest, into);
  return copy;
}

test('property: the reader refuses what the schema refuses, and nothing else but relations that a schema cannot say', () => {
  const whole = JSON.parse(writeFigures(example)) as unknown;
  const foreign = fc.oneof(
    fc.jsonValue(),
    fc.constantFrom<unknown>(undefined, 'a\nb', '\u202e', 'x'.repeat(1_001), Array(51).fill(0), -1, 0.5, 1e17, 101, ''),
    fc.constantFrom<unknown>('\ud800', 'fail', 'pass', 'f'.repeat(40), { ...example.coverage, more: 1 }, { none: 'x' }),
  );
  const places = placesIn(whole);
  const cases = fc.tuple(fc.constantFrom(...places, ...places.map((path) => [...path, 'more'])), foreign);
  fc.assert(
    fc.property(cases, ([path, into]) => {
      const text = JSON.stringify(change(whole, path, into)) as string | undefined;
      if (text === undefined) return;
      const misfits = findMisfits(schema, JSON.parse(text));
      let refusal = '';
      try {
        readFigures(text);
      } catch (error) {
        expect(error).toBeInstanceOf(SyntaxError);
        refusal = String(error);
      }
      if (misfits.length > 0) expect(refusal).not.toBe('');
      else expect(refusal.replace(/^.*(more than there are|does not go with the blame).*$/, '')).toBe('');
    }),
    { numRuns: 2_000 },
  );
});

test('texts become one line without control characters, and too long ones say that they were cut', () => {
  const read = readFigures(
    writeFigures({
      ...example,
      reasons: [{ id: 'x', text: `one\r\ntwo\u202e three\u0000`, cure: 'y'.repeat(2_000), package: '' }],
      findings: [{ file: 'a.ts', line: null, title: '\ud800', message: '\nfirst\nsecond', check: 'lint' }],
      checks: [{ ...example.checks[0], extent: `${'x'.repeat(198)}😀!` }],
    }),
  );
  expect(read.reasons[0]?.text).toBe('one two  three');
  expect(read.reasons[0]?.cure).toBe(`${'y'.repeat(999)}…`);
  expect(read.findings[0]).toMatchObject({ title: '', message: 'first' });
  expect(read.checks[0]?.extent).toBe(`${'x'.repeat(198)}…`);
});

test('lists that are too long lose their end, and say how much; the largest file that can be written can be read', () => {
  const wide = '"'.repeat(2_000);
  const [check] = example.checks;
  const [one] = example.coverage.packages;
  const read = readFigures(
    writeFigures({
      ...example,
      reasons: Array.from({ length: 103 }, (_, index) => ({ id: `${index}`, text: wide, cure: wide, package: wide })),
      checks: Array.from({ length: 2_001 }, () => ({ ...check, package: wide, name: wide, extent: wide })),
      findings: Array.from({ length: 60 }, () => ({ file: wide, line: 1, title: wide, message: wide, check: wide })),
      coverage: {
        ...example.coverage,
        packages: Array.from({ length: 502 }, () => ({ ...one, name: wide, base: one.counts })),
        worstFiles: Array.from({ length: 30 }, () => ({ file: wide, lines: noCounts, uncovered: wide })),
      },
    }),
  );
  expect(read.leftOut).toEqual({ reasons: 3, checks: 1, packages: 2 });
  expect(read.reasons.map(({ id }) => id)).toEqual(Array.from({ length: 100 }, (_, index) => `${index}`));
  expect([read.checks.length, read.findings.length, read.coverage.packages.length]).toEqual([2_000, 50, 500]);
  expect(read.coverage.worstFiles).toHaveLength(20);
});

test.each<[unknown, string]>([
  [null, 'the whole has to be an object, and is null'],
  [{}, 'version has to be 1, and is missing'],
  [{ version: 2, anything: 'else' }, 'the figures have the version 2; this version of the suite reads 1'],
])('%j is refused: %s', (value, reason) => {
  expect(() => readFigures(JSON.stringify(value))).toThrow(reason);
});

test.each<[readonly string[], unknown, string]>([
  [['verdict'], 'green', 'verdict has to be "pass" or "fail", and is "green"'],
  [['verdict'], 'pass', 'the verdict "pass" does not go with the blame "code"'],
  [['blame'], '', 'the verdict "fail" does not go with the blame ""'],
  [['name'], '../x', 'name has to be a name of letters, digits, ".", "_" and "-", and is "../x"'],
  [['commit'], 'main', 'commit has to be the full name of a commit'],
  [['measuredAt'], '2026-13-01T00:00:00Z', 'measuredAt has to be a time of ISO 8601 in UTC'],
  [
    ['checks', '0', 'extent'],
    'a\nb',
    String.raw`checks[0].extent has to be one line of at most 200 characters, and is "a\nb"`,
  ],
  [['checks', '0', 'more'], 1, 'checks[0] has a member "more" that it cannot have'],
  [['findings', '0', 'line'], 0, 'findings[0].line has to be a whole number from 1'],
  [['coverage', 'patch', 'covered'], 3, 'coverage.patch has 3 covered of 2: more than there are'],
  [['coverage', 'packages', '0', 'threshold'], 101, 'has to be a number from 0 to 100, and is 101'],
  [['coverage', 'base'], { none: 3 }, 'coverage.base.none has to be one line'],
])('%j as %j is refused: %s', (path, into, reason) => {
  const whole = JSON.parse(writeFigures(example)) as unknown;
  expect(() => readFigures(JSON.stringify(change(whole, path, into)))).toThrow(reason);
});

test('a list that is too long is refused', () => {
  const whole = JSON.parse(writeFigures(example)) as unknown;
  const text = JSON.stringify(change(whole, ['reasons'], Array(101).fill({})));
  expect(() => readFigures(text)).toThrow('reasons has 101 items, and 100 are the most');
});

test('a file of more than four million characters is not even parsed', () => {
  expect(() => readFigures('['.repeat(4_000_001))).toThrow('4000001 characters, and 4000000 are the most');
});

test('the writer refuses what nobody could read', () => {
  expect(() => writeFigures({ ...example, blame: '' })).toThrow('does not go with');
});
