import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { describeLeg, expandMatrix } from '#rehearsal/engine/matrix';
import type { JsonObject } from '#rehearsal/engine/matrix';

describe('a matrix', () => {
  test("GitHub's own example of include", () => {
    // https://docs.github.com/en/actions/how-tos/write-workflows/choose-what-workflows-do/run-job-variations
    const legs = expandMatrix({
      fruit: ['apple', 'pear'],
      animal: ['cat', 'dog'],
      include: [
        { color: 'green' },
        { color: 'pink', animal: 'cat' },
        { fruit: 'apple', shape: 'circle' },
        { fruit: 'banana' },
        { fruit: 'banana', animal: 'cat' },
      ],
    });
    expect(legs).toEqual([
      { fruit: 'apple', animal: 'cat', color: 'pink', shape: 'circle' },
      { fruit: 'apple', animal: 'dog', color: 'green', shape: 'circle' },
      { fruit: 'pear', animal: 'cat', color: 'pink' },
      { fruit: 'pear', animal: 'dog', color: 'green' },
      { fruit: 'banana' },
      { fruit: 'banana', animal: 'cat' },
    ]);
  });

  test('only include: each entry is a leg', () => {
    expect(expandMatrix({ include: [{ a: 1 }, { a: 2, b: 3 }] })).toEqual([{ a: 1 }, { a: 2, b: 3 }]);
  });

  test('exclude names a part of a leg, also of an object in it', () => {
    const os = [
      { name: 'linux', arm: true },
      { name: 'linux', arm: false },
    ];
    expect(expandMatrix({ os, node: [20, 24], exclude: [{ os: { arm: true }, node: 20 }] }).map(describeLeg)).toEqual([
      '(linux, true, 24)',
      '(linux, false, 20)',
      '(linux, false, 24)',
    ]);
  });

  test.each([
    [{}, 'no combination left'],
    [{ a: [1], exclude: [{ a: 1 }] }, 'no combination left'],
    [{ a: 'x' }, 'a list of values for "a"; it got "x"'],
    [{ a: [1], include: { b: 1 } }, '"include" of the matrix is a list of objects'],
    [
      { a: Array.from({ length: 17 }, (_, i) => i), b: Array.from({ length: 16 }, (_, i) => i) },
      '272 combinations; GitHub allows 256',
    ],
  ] as [JsonObject, string][])('%j is refused: %s', (matrix, reason) => {
    expect(() => expandMatrix(matrix)).toThrow(reason);
  });

  test('property: without include and exclude, every combination once; an excluded one never', () => {
    const axis = fc.uniqueArray(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(axis, axis, (a, b) => {
        const legs = expandMatrix({ a, b });
        expect(new Set(legs.map((leg) => JSON.stringify(leg))).size).toBe(a.length * b.length);
        if (a.length * b.length === 1) return;
        const [first] = legs;
        const rest = expandMatrix({ a, b, exclude: [first ?? {}] });
        expect(rest).toEqual(legs.slice(1));
      }),
    );
  });
});
