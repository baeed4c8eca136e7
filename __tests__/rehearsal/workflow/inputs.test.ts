import { describe, expect, test } from '@jest/globals';
import type { ExpressionValue } from '#rehearsal/expressions/evaluate';
import { type InputTaker, type ResolvedInputs, resolveInputs } from '#rehearsal/workflow/inputs';
import type { InputDefinition } from '#rehearsal/workflow/workflow';
import { workflowOf } from './repository.ts';

const at = { file: 'caller.yml', line: 9, column: 5 };

const definitions: readonly InputDefinition[] =
  workflowOf(`on:
  workflow_dispatch:
    inputs:
      text: { type: string, required: true }
      flag: { type: boolean }
      count: { type: number, default: 3 }
      level: { type: choice, options: [low, high], default: low }
      place: { type: environment }
      old: { type: string, default: x }
jobs: { a: { runs-on: x, steps: [{ run: b }] } }
`).on[0]?.inputs.map((input) => (input.name === 'old' ? { ...input, deprecationMessage: 'use text' } : input)) ?? [];

function resolve(taker: InputTaker, given: Record<string, ExpressionValue>): ResolvedInputs {
  const inputs = Object.entries(given).map(([name, value]) => ({ name, value, place: { ...at, line: 12 } }));
  return resolveInputs(taker, definitions, inputs, at, (scalar) =>
    scalar.kind === 'text' ? scalar.text : scalar.value,
  );
}

const messages = ({ findings }: ResolvedInputs): string[] =>
  findings.map(({ level, line, what }) => `${level} ${line}: ${what}`);

describe('inputs of a dispatch', () => {
  test('texts become what their types say', () => {
    const resolved = resolve('dispatch', { text: 'a', flag: 'true', COUNT: '5', level: 'high', place: 'production' });
    expect(resolved.values).toEqual({ text: 'a', flag: true, count: 5, level: 'high', place: 'production', old: 'x' });
    expect(resolved.findings).toEqual([]);
  });

  test('without a value they are their default, or the empty one of their type', () => {
    expect(resolve('dispatch', { text: 'a', count: '' }).values).toEqual({
      ...{ text: 'a', flag: false, count: 3, level: 'low', place: '', old: 'x' },
    });
  });

  test.each<[Record<string, ExpressionValue>, string]>([
    [{}, 'error 9: Input text is required, but not provided while calling'],
    [{ text: '' }, 'error 9: Input text is required, but not provided while calling'],
    [{ text: 'a', other: 'b' }, 'error 12: Invalid input, other is not defined in the workflow'],
    [{ text: 'a', flag: 'yes' }, `error 12: the input 'flag' got "yes", and takes a boolean`],
    [{ text: 'a', count: 'many' }, `error 12: the input 'count' got "many", and takes a number`],
    [{ text: 'a', level: 'loud' }, `error 12: the input 'level' got "loud", and takes one of low, high`],
    [{ text: 'a'.repeat(65_536) }, 'error 9: the inputs are 65547 characters long'],
  ])('%j', (given, message) => {
    expect(messages(resolve('dispatch', given))).toEqual([message]);
  });
});

describe('inputs of a call', () => {
  test('a text takes any scalar, the others only their own type', () => {
    expect(resolve('call', { text: 24, flag: true, count: 1 })).toMatchObject({
      values: { text: '24', flag: true, count: 1 },
      findings: [],
    });
    expect(resolve('call', { text: '' }).findings).toEqual([]);
  });

  test.each<[Record<string, ExpressionValue>, string]>([
    [{}, 'error 9: Input text is required, but not provided while calling'],
    [{ text: 'a', other: 'b' }, 'error 12: Invalid input, other is not defined in the referenced workflow'],
    [{ text: 'a', flag: 'true' }, `error 12: the input 'flag' got "true", and takes a boolean`],
    [{ text: 'a', count: '1' }, `error 12: the input 'count' got "1", and takes a number`],
    [{ text: ['a'] }, `error 12: the input 'text' got ["a"], and takes a string`],
  ])('%j', (given, message) => {
    expect(messages(resolve('call', given))).toEqual([message]);
  });
});

describe('inputs of an action', () => {
  test('are texts, whatever was given, and only warned about', () => {
    const resolved = resolve('action', { flag: true, count: 1.5, old: 'y', nobody: 'z' });
    expect(resolved.values).toMatchObject({ text: '', flag: 'true', count: '1.5', level: 'low', old: 'y' });
    expect(messages(resolved)).toEqual([
      "warning 12: Unexpected input 'nobody'",
      "warning 9: the input 'text' is required, and not given",
      "warning 9: Input 'old' has been deprecated with message: use text",
    ]);
  });
});
