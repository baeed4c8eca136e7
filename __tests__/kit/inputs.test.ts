import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ConfigurationError } from '#kit/errors';
import {
  boolean,
  inputVariable,
  list,
  number,
  oneOf,
  optional,
  readInputs,
  secret,
  text,
  withDefault,
} from '#kit/inputs';
import type { Field } from '#kit/inputs';
import { createVault } from '#kit/secrets';
import { suggest } from '#kit/suggest';

const anything = text({ valid: 'anything', example: 'x' });

function read<T>(field: Field<T>, given: string | undefined): T | string {
  const vault = createVault(() => undefined);
  try {
    return readInputs('test', { value: field }, given === undefined ? {} : { INPUT_VALUE: given }, vault).value;
  } catch (error) {
    if (error instanceof ConfigurationError) return error.problems.map((problem) => problem.reason).join();
    throw error;
  }
}

describe('fields', () => {
  test.each<[string, Field<unknown>, string | undefined, unknown]>([
    ['a boolean', boolean(), 'True', true],
    ['a boolean', boolean(), 'FALSE', false],
    ['no boolean', boolean(), 'yes', 'it is neither true nor false'],
    ['no boolean', boolean(), '1', 'it is neither true nor false'],
    ['a number', number({ min: 0, max: 100, example: '1' }), ' 99.5 ', 99.5],
    ['a number at its end', number({ min: 0, max: 100, example: '1' }), '100', 100],
    ['above it', number({ min: 0, max: 100, example: '1' }), '100.01', 'it is outside the range'],
    ['a percent sign', number({ min: 0, max: 100, example: '1' }), '80%', 'it is not a plain decimal number'],
    ['a comma', number({ min: 0, max: 100, example: '1' }), '0,8', 'it is not a plain decimal number'],
    ['hexadecimal', number({ min: 0, max: 100, example: '1' }), '0x10', 'it is not a plain decimal number'],
    ['Infinity', number({ min: 0, max: 100, example: '1' }), 'Infinity', 'it is not a plain decimal number'],
    ['a word', oneOf(['off', 'safe']), 'safe', 'safe'],
    ['another case', oneOf(['off', 'safe']), 'Safe', 'did you mean "safe"?'],
    ['a list by lines and commas', list(anything), 'a\n b,c\n\n a', ['a', 'b', 'c']],
    ['a text of a form', text({ valid: 'digits', example: '1', pattern: /^\d+$/ }), '12', '12'],
    [
      'a text of another',
      text({ valid: 'digits', example: '1', pattern: /^\d+$/ }),
      '1x',
      'it does not have this form',
    ],
    ['an absent one with a default', withDefault(anything, 'd'), undefined, 'd'],
    ['an empty one with a default', withDefault(anything, 'd'), '  ', 'd'],
    ['an absent optional one', optional(anything), '', undefined],
    ['an absent required one', anything, undefined, 'it is required and is empty'],
  ])('%s', (_, field, given, expected) => {
    expect(read(field, given)).toEqual(expected);
  });

  test('property: a number is read as itself or refused, never as something near', () => {
    const field = number({ min: -1_000_000, max: 1_000_000, example: '1' });
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.double({ noNaN: true }).map(String), fc.integer().map(String)), (given) => {
        const result = read(field, given);
        if (typeof result === 'number') expect(result).toBe(Number(given.trim()));
      }),
    );
  });
});

test('the values have camelCase names, and a secret is masked before any problem is told', () => {
  const masked: string[] = [];
  const vault = createVault((form) => masked.push(form));
  const fields = { 'api-token': secret(anything), 'some-count': number({ min: 1, max: 2, example: '1' }) };
  try {
    readInputs('test', fields, { 'INPUT_API-TOKEN': 'hunter2-secret', 'INPUT_SOME-COUNT': '9' }, vault);
    throw new Error('must not come here');
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigurationError);
    expect(masked).toContain('hunter2-secret');
    expect(JSON.stringify((error as ConfigurationError).problems)).not.toContain('hunter2');
  }
  const values = readInputs('test', fields, { 'INPUT_API-TOKEN': 'hunter2-secret', 'INPUT_SOME-COUNT': '2' }, vault);
  expect(values).toEqual({ apiToken: 'hunter2-secret', someCount: 2 });
});

test('variables are named as the runner names them', () => {
  expect(inputVariable('working-directory')).toBe('INPUT_WORKING-DIRECTORY');
  expect(inputVariable('two words')).toBe('INPUT_TWO_WORDS');
});

test.each([
  ['coverge-threshold', 'coverage-threshold'],
  ['cuont', 'count'],
  ['entirely-other', undefined],
  ['COUNT', 'count'],
])('a misspelt %s suggests %s', (word, expected) => {
  expect(suggest(word, ['coverage-threshold', 'count', 'working-directory'])).toBe(expected);
});
