import { data, Evaluator, Lexer, Parser } from '@actions/expressions';
import { describe, expect, test } from '@jest/globals';
import { evaluateExpression, type ExpressionValue, type Scope } from '#rehearsal/expressions/evaluate';
import { contexts, type Row, rows } from './conformance.ts';

const hash = (...patterns: string[]): string => (patterns[0] === 'nothing' ? '' : `hash of ${patterns.join(', ')}`);
const scope: Scope = {
  contexts,
  functions: { success: () => true, failure: () => false, always: () => true, cancelled: () => false, hashFiles: hash },
  where: { file: 'ci.yml', line: 3, column: 7 },
};

/** The library as it comes, with nothing of ours. */
function askLibrary(expression: string): unknown {
  const answer = (value: boolean | string) => () =>
    typeof value === 'string' ? new data.StringData(value) : new data.BooleanData(value);
  const functions = [
    { name: 'success', minArgs: 0, maxArgs: 0, call: answer(true) },
    { name: 'always', minArgs: 0, maxArgs: 0, call: answer(true) },
    { name: 'failure', minArgs: 0, maxArgs: 0, call: answer(false) },
    { name: 'cancelled', minArgs: 0, maxArgs: 0, call: answer(false) },
    {
      name: 'hashFiles',
      minArgs: 1,
      maxArgs: 255,
      call: (...patterns: data.ExpressionData[]) =>
        new data.StringData(hash(...patterns.map((pattern) => pattern.coerceString()))),
    },
  ];
  const tree = new Parser(new Lexer(expression).lex().tokens, Object.keys(contexts), functions).parse();
  const known = JSON.parse(JSON.stringify(contexts), (key, value: unknown) =>
    data.reviver(key, value),
  ) as data.Dictionary;
  const byName = new Map(functions.map((each) => [each.name.toLowerCase(), each]));
  return toPlain(new Evaluator(tree, known, byName).evaluate());
}

function toPlain(value: data.ExpressionData): unknown {
  if (value instanceof data.Array) return value.values().map(toPlain);
  if (value instanceof data.Dictionary) {
    return Object.fromEntries(value.pairs().map(({ key, value: member }) => [key, toPlain(member)]));
  }
  return value instanceof data.Null ? null : value.value;
}

/** -0 and 0 are the same for GitHub. */
function normal(value: unknown): unknown {
  return value === 0 ? 0 : value;
}

const title = ({ expression, follows }: Row): string => `${expression === '' ? '(nothing)' : expression}   ${follows}`;

describe('expressions give what GitHub documents', () => {
  test.each(rows.map((row) => [title(row), row] as const))('%s', (_title, { expression, gives, fails }) => {
    const evaluate = (): ExpressionValue => evaluateExpression(expression, scope);
    if (fails) expect(evaluate).toThrow(fails);
    else expect(normal(evaluate())).toEqual(gives);
  });
});

describe('where the library does otherwise, the row says so, and nowhere else', () => {
  test.each(rows.map((row) => [title(row), row] as const))('%s', (_title, { expression, gives, fails, library }) => {
    const expected = library ?? (fails ? { fails } : { gives });
    if ('fails' in expected) expect(() => askLibrary(expression)).toThrow(expected.fails);
    else expect(normal(askLibrary(expression))).toEqual(expected.gives);
  });
});

test('the table is as wide as it claims', () => {
  expect(rows.length).toBeGreaterThanOrEqual(250);
  expect(new Set(rows.map(({ expression }) => expression)).size).toBe(rows.length);
});
