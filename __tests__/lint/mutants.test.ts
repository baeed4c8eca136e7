import { expect, test } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { mutants } from '#lint/mutants';

test.each(mutants)('$id fits the source as it is', ({ file, find, replace, killedBy }) => {
  expect(readFileSync(file, 'utf8').split(find)).toHaveLength(2);
  expect(replace).not.toBe(find);
  expect(existsSync(`${killedBy}.test.ts`)).toBe(true);
});
