import { data, Evaluator } from '@actions/expressions';
import { bindFunctions, type RunFunctions } from './functions.ts';
import { contextNames, parseExpression, type ParsedExpression, SyntaxFault } from './parse.ts';
import { ExpressionError, type Place } from './place.ts';
import { hasExpressions, type Segment, soleExpression, splitTemplate } from './segments.ts';
import type { Template } from './template.ts';
import { exactCase, type ExpressionValue, isTruthy, toData, toText, toValue } from './values.ts';

export { ExpressionError, type Place } from './place.ts';
export { type ExpressionValue, isTruthy, toText } from './values.ts';

/** What an expression can see where it stands. */
export interface Scope {
  /** Plain JSON values by the name of the context. A context that is not here is not available to the key. */
  readonly contexts: Readonly<Record<string, unknown>>;
  readonly functions: RunFunctions;
  readonly where: Place;
}

/**
 * Evaluates what stands between `${{` and `}}`, by GitHub's own evaluator, mended where it does not do what GitHub documents:
 * numbers.ts, values.ts, functions.ts and `mend` in parse.ts say where. The conformance table of the tests holds it to that.
 * @throws ExpressionError with place and reason
 */
export function evaluateExpression(source: string, scope: Scope): ExpressionValue {
  return guard(source, scope, () => toValue(run(parseExpression(source), scope)));
}

/** A text with expressions in it, as text. Lists and objects within are not converted, as GitHub says: `Array`, `Object`. */
export function evaluateTemplate(text: string, scope: Scope): string {
  if (!hasExpressions(text)) return text;
  return guard(text, scope, () => join(splitTemplate(text), scope));
}

/**
 * The value of a template or a text: one single expression keeps the type of its value, all else with an expression in it is
 * text. Errors name the place of the template's own scalar.
 */
export function evaluateValue(template: Template | string, scope: Scope): ExpressionValue {
  if (typeof template === 'string') return evaluateText(template, scope);
  switch (template.kind) {
    case 'text':
      return evaluateText(template.text, { ...scope, where: template.place });
    case 'value':
      return template.value;
    case 'list':
      return template.items.map((item) => evaluateValue(item, scope));
    case 'map':
      return Object.fromEntries(template.entries.map(({ key, value }) => [key.text, evaluateValue(value, scope)]));
  }
}

function evaluateText(text: string, scope: Scope): ExpressionValue {
  if (!hasExpressions(text)) return text;
  return guard(text, scope, () => {
    const segments = splitTemplate(text);
    const sole = soleExpression(segments);
    return sole === undefined ? join(segments, scope) : evaluateExpression(sole, scope);
  });
}

/** Is a status function called anywhere in a condition, so that no `success()` is implied? */
export function usesStatusFunction(condition: string): boolean {
  return callsStatus(readCondition(condition));
}

/**
 * A condition of `if:`, with or without `${{ }}`. Without a status function anywhere in it, `success()` must hold too.
 * An absent or empty condition is `success()`.
 */
export function evaluateCondition(text: string | undefined, scope: Scope): boolean {
  const trimmed = text?.trim() ?? '';
  return guard(trimmed, scope, () => {
    if (trimmed === '') return scope.functions.success();
    const segments = readCondition(trimmed);
    if (!callsStatus(segments) && !scope.functions.success()) return false;
    const sole = soleExpression(segments);
    // `${{ a }} == b` is a text for GitHub, and a text that is not empty is true.
    return isTruthy(sole === undefined ? join(segments, scope) : evaluateExpression(sole, scope));
  });
}

function readCondition(condition: string): readonly Segment[] {
  return hasExpressions(condition) ? splitTemplate(condition) : [{ expression: condition, offset: 0 }];
}

function callsStatus(segments: readonly Segment[]): boolean {
  return segments.some((segment) => 'expression' in segment && parseExpression(segment.expression).callsStatus);
}

function join(segments: readonly Segment[], scope: Scope): string {
  return segments
    .map((segment) => ('text' in segment ? segment.text : toText(evaluateExpression(segment.expression, scope))))
    .join('');
}

function run({ tree, contexts }: ParsedExpression, scope: Scope): data.ExpressionData {
  const available = new Map(Object.entries(scope.contexts).map(([name, value]) => [name.toLowerCase(), value]));
  const context = new data.Dictionary();
  for (const name of contexts) {
    if (!available.has(name)) {
      const names = contextNames.filter((each) => available.has(each)).join(', ');
      throw new SyntaxFault(`the context '${name}' is not available here; available are ${names || 'none'}`);
    }
    // Names of environment variables differ by case on every runner but Windows.
    context.add(name, name === 'env' ? toData(available.get(name), exactCase) : toData(available.get(name)));
  }
  return new Evaluator(tree, context, bindFunctions(scope.functions)).evaluate();
}

function guard<Result>(source: string, scope: Scope, evaluate: () => Result): Result {
  try {
    return evaluate();
  } catch (error) {
    if (error instanceof ExpressionError) throw error;
    throw new ExpressionError(scope.where, source, (error as Error).message);
  }
}
