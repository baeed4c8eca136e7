import { expect, test } from '@jest/globals';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../support/scenario.ts';
import { allMutants } from './all.ts';

// Whether each is killed is the long tier's question; that each still fits the code is asked at every change.

test.each(allMutants.map((mutant) => [mutant.id, mutant] as const))(
  '%s stands exactly once in its file and changes it',
  (_, mutant) => {
    expect(readFileSync(join(root, mutant.file), 'utf8').split(mutant.find).length - 1).toBe(1);
    expect(mutant.replace).not.toBe(mutant.find);
  },
);

/** Every pattern that a pattern with alternatives stands for: `a/(b|c)` is `a/b` and `a/c`. */
function expand(pattern: string): string[] {
  const inner = /\(([^()]*)\)/.exec(pattern);
  if (inner === null) return [pattern];
  const [whole, alternatives = ''] = inner;
  return alternatives.split('|').flatMap((one) => expand(pattern.replace(whole, () => one)));
}

test('the tests that have to notice are there, each alternative of them', () => {
  const files = globSync('__tests__/**/*.test.ts', { cwd: root });
  const isThere = (pattern: string): boolean => files.some((file) => new RegExp(pattern).test(file));
  const missing = allMutants.filter(({ killedBy }) => !expand(killedBy).every(isThere));
  expect(missing.map(({ id, killedBy }) => `${id}: ${killedBy}`)).toEqual([]);
});

test('every mutant has an id of its own', () => {
  const ids = allMutants.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});
