import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  evaluateCondition,
  evaluateExpression,
  evaluateTemplate,
  evaluateValue,
  ExpressionError,
  isTruthy,
  type Scope,
  toText,
  usesStatusFunction,
} from '#rehearsal/expressions/evaluate';
import { parseNumber, showNumber } from '#rehearsal/expressions/numbers';
import type { Template } from '#rehearsal/expressions/template';

const where = { file: 'ci.yml', line: 3, column: 7 };

function scopeOf(status: 'success' | 'failure' | 'cancelled', contexts: Scope['contexts'] = {}): Scope {
  return {
    contexts: { github: { ref: 'main', event: { list: [1], map: { a: 1 } } }, inputs: { on: true, n: 3 }, ...contexts },
    functions: {
      success: () => status === 'success',
      failure: () => status === 'failure',
      cancelled: () => status === 'cancelled',
      always: () => true,
      hashFiles: () => '',
    },
    where,
  };
}

const scope = scopeOf('success');

describe('a condition', () => {
  // https://docs.github.com/en/actions/reference/workflows-and-actions/expressions#status-check-functions and
  // https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idstepsif
  test.each([
    // [condition, after success, after a failure, after a cancel]
    [undefined, true, false, false],
    ['', true, false, false],
    ['true', true, false, false],
    ['false', false, false, false],
    ['${{ true }}', true, false, false],
    ["github.ref == 'main'", true, false, false],
    ["${{ github.ref == 'main' }}", true, false, false],
    ["github.ref == 'other'", false, false, false],
    ['always()', true, true, true],
    ['${{ always() }}', true, true, true],
    ['!cancelled()', true, true, false],
    ['failure()', false, true, false],
    ["failure() && github.ref == 'main'", false, true, false],
    ["failure() && github.ref == 'other'", false, false, false],
    ['success() || failure()', true, true, false],
    ['cancelled()', false, false, true],
    // A status function counts wherever it is called ...
    ["contains(fromJSON('[true]'), failure())", false, true, false],
    ["(github.ref == 'main') && (1 == 2 || always())", true, true, true],
    ["github[format('{0}', always())] || true", true, true, true],
    // ... and not where its name only stands in a text or is read.
    ["'always()' == 'always()'", true, false, false],
    ['github.always == null', true, false, false],
    // "Using the ${{ }} expression syntax turns the contents into a string, and strings are truthy."
    ['true && ${{ false }}', true, false, false],
    ['${{ false }} || ${{ always() }}', true, true, true],
    ['0', false, false, false],
    ["'text'", true, false, false],
    ['github.absent', false, false, false],
    ['github.event.list', true, false, false],
  ])('%s', (condition, afterSuccess, afterFailure, afterCancel) => {
    const results = (['success', 'failure', 'cancelled'] as const).map((status) =>
      evaluateCondition(condition, scopeOf(status)),
    );
    expect(results).toEqual([afterSuccess, afterFailure, afterCancel]);
  });

  test('whether it calls a status function can be asked', () => {
    expect(usesStatusFunction('${{ !Cancelled() }}')).toBe(true);
    expect(usesStatusFunction("github.ref == 'success()'")).toBe(false);
  });
});

describe('a text with expressions', () => {
  test.each([
    ['no expression', 'no expression'],
    ['${{ github.ref }}', 'main'],
    ['a ${{ github.ref }} b ${{ inputs.n }}', 'a main b 3'],
    ['${{ inputs.on }}${{ inputs.on }}', 'truetrue'],
    ["${{ '}}' }} and ${{ '${{' }}", '}} and ${{'],
    ["${{ 'it''s }}' }}", "it's }}"],
    ['{0} {{}} ${{ 1 }}', '{0} {{}} 1'],
    ['${{ github.event.list }} ${{ github.event.map }}', 'Array Object'],
    ['${{ github.absent }}', ''],
    ['${{\n  github.ref\n}}', 'main'],
    ["it's ${{ github.ref }}", "it's main"],
  ])('%j', (text, expected) => {
    expect(evaluateTemplate(text, scope)).toBe(expected);
  });

  test.each([
    ['${{ inputs.on }}', true],
    ['${{ inputs.n }}', 3],
    ['${{ github.event.map }}', { a: 1 }],
    ['${{ github.event.list }}', [1]],
    ['${{ null }}', null],
    [' ${{ inputs.n }}', ' 3'],
    ['3', '3'],
  ])('%j keeps its type as a value', (text, expected) => {
    expect(evaluateValue(text, scope)).toEqual(expected);
  });

  test('a tree is evaluated leaf by leaf, each at its own place', () => {
    const text = (value: string, line: number) =>
      ({ kind: 'text', text: value, place: { file: 'ci.yml', line, column: 1 }, available: [] }) as const;
    const tree: Template = {
      kind: 'map',
      place: where,
      entries: [
        { key: text('n', 1), value: text('${{ inputs.n }}', 1) },
        { key: text('list', 2), value: { kind: 'list', place: where, items: [text('x${{ 1 }}', 3)] } },
        { key: text('flag', 4), value: { kind: 'value', value: false, place: where } },
      ],
    };
    expect(evaluateValue(tree, scope)).toEqual({ n: 3, list: ['x1'], flag: false });
    const broken: Template = { kind: 'list', place: where, items: [text('${{ 1 }}', 8), text('${{ nope }}', 9)] };
    expect(() => evaluateValue(broken, scope)).toThrow(
      expect.objectContaining({ place: { file: 'ci.yml', line: 9, column: 1 } }),
    );
  });

  test('an open expression names its place', () => {
    expect(() => evaluateTemplate('a ${{ github.ref', scope)).toThrow('ci.yml:3:7: an unescaped ${{ has no closing }}');
  });
});

// https://docs.github.com/en/actions/reference/workflows-and-actions/expressions#functions
test.each([
  [null, ''],
  [true, 'true'],
  [1.5, '1.5'],
  ['text', 'text'],
  [[1], 'Array'],
  [{ a: 1 }, 'Object'],
])('%j as part of a text is %j', (value, text) => {
  expect(toText(value)).toBe(text);
});

describe('a fault', () => {
  test('has its place, its expression and its reason', () => {
    let fault: unknown;
    try {
      evaluateExpression("fromJSON('{')", scope);
    } catch (error) {
      fault = error;
    }
    expect(fault).toBeInstanceOf(ExpressionError);
    expect(fault).toMatchObject({ place: where, expression: "fromJSON('{')" });
    expect((fault as ExpressionError).reason).toMatch(/fromJSON got no JSON but '\{'/);
  });

  test('a context that the key does not have is one, even if it is never reached', () => {
    expect(() => evaluateExpression('true || secrets.X', scope)).toThrow(
      "the context 'secrets' is not available here; available are github, inputs",
    );
  });

  test('what is too long or too deep for GitHub is so here', () => {
    expect(() => evaluateExpression(`'${'x'.repeat(21_000)}'`, scope)).toThrow('Exceeded max expression length 21000');
    expect(() => evaluateExpression(`${'('.repeat(60)}1${')'.repeat(60)}`, scope)).toThrow(/max expression depth 50/);
  });

  test('a context is plain JSON', () => {
    expect(() => evaluateExpression('github.f', scopeOf('success', { github: { f: () => 1 } }))).toThrow(/plain JSON/);
  });
});

describe('laws', () => {
  const json = fc.jsonValue({ maxDepth: 3 });

  test('JSON goes through an expression and comes back', () => {
    fc.assert(
      fc.property(json, (value) => {
        const result = evaluateExpression('inputs.x', scopeOf('success', { inputs: { x: value } }));
        // Names that differ only by case are one name; the first wins.
        fc.pre(!hasNamesOfOneSpelling(value));
        expect(JSON.parse(JSON.stringify(result))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  test('fromJSON undoes toJSON', () => {
    fc.assert(
      fc.property(json, (value) => {
        fc.pre(!hasNamesOfOneSpelling(value));
        const within = scopeOf('success', { inputs: { x: value } });
        expect(evaluateExpression('toJSON(fromJSON(toJSON(inputs.x)))', within)).toBe(
          evaluateExpression('toJSON(inputs.x)', within),
        );
      }),
    );
  });

  test('a text without ${{ is itself, and a quoted text is its content', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        fc.pre(!text.includes('${{'));
        expect(evaluateTemplate(text, scope)).toBe(text);
        expect(evaluateExpression(`'${text.replaceAll("'", "''")}'`, scope)).toBe(text);
        expect(evaluateTemplate(`a\${{ '${text.replaceAll("'", "''")}' }}b`, scope)).toBe(`a${text}b`);
      }),
    );
  });

  test('texts are equal in any case, and order does not see case either', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-zA-Z]{1,5}$/), fc.stringMatching(/^[a-zA-Z]{1,5}$/), (one, other) => {
        const ask = (operator: string, a: string, b: string) => evaluateExpression(`'${a}' ${operator} '${b}'`, scope);
        expect(ask('==', one.toLowerCase(), one.toUpperCase())).toBe(true);
        expect(ask('<', one, other)).toBe(ask('<', one.toUpperCase(), other.toLowerCase()));
        expect(ask('==', one, other)).toBe(ask('==', other, one));
      }),
    );
  });

  test('a number and its text are equal up to 15 digits', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, min: -1e300, max: 1e300 }), (value) => {
        const back = parseNumber(showNumber(value));
        expect(Math.abs(back - value)).toBeLessThanOrEqual(Math.abs(value) * 1e-14);
        expect(showNumber(back)).toBe(showNumber(value));
      }),
    );
  });

  test('truth is that of the operator !', () => {
    fc.assert(
      fc.property(json, (value) => {
        const negated = evaluateExpression('!inputs.x', scopeOf('success', { inputs: { x: value } }));
        expect(negated).toBe(!isTruthy(value as Parameters<typeof isTruthy>[0]));
      }),
    );
  });
});

function hasNamesOfOneSpelling(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const names = Object.keys(value).map((name) => name.toLowerCase());
  return new Set(names).size < names.length || Object.values(value).some(hasNamesOfOneSpelling);
}
