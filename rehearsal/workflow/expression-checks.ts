import { runSignatures } from '../expressions/functions.ts';
import { parseExpression, type ParsedExpression } from '../expressions/parse.ts';
import type { Place, Problem } from '../expressions/place.ts';
import { hasExpressions, open, type Segment, splitTemplate } from '../expressions/segments.ts';
import type { TextNode } from '../expressions/template.ts';
import { rejected } from './findings.ts';

/** Definitions of conditions: their text is an expression even without `${{ }}`. */
const conditions = new Set(['job-if', 'step-if', 'runs-if', 'snapshot-if']);

const undocumented = 'GitHub takes names of jobs as arguments here and does not document what they do.';

/**
 * What is wrong with the expressions of a text: syntax, unknown functions and contexts, and those that GitHub does not offer
 * to this key (https://docs.github.com/en/actions/reference/workflows-and-actions/contexts#context-availability).
 * @param definition the name of the schema's definition for the text
 * @param lines of the file, to find the column of an expression within a text of several lines
 */
export function checkExpressions(node: TextNode, definition: string, lines: readonly string[]): Problem[] {
  const isCondition = conditions.has(definition);
  if (!isCondition && !hasExpressions(node.text)) return [];
  if (isCondition && node.text.trim() === '') return [];
  const problem = (at: Place, what: string, why: string): Problem => ({ ...at, what, why });
  let segments: readonly Segment[];
  try {
    segments = hasExpressions(node.text) ? splitTemplate(node.text) : [{ expression: node.text.trim(), offset: 0 }];
  } catch (error) {
    return [problem(node.place, (error as Error).message, rejected)];
  }
  return segments.flatMap((segment) => {
    if (!('expression' in segment)) return [];
    const at = hasExpressions(node.text) ? locate(node, segment.offset, lines) : node.place;
    if (node.available.length === 0) return [problem(at, 'an expression is not allowed here', rejected)];
    try {
      return checkNames(parseExpression(segment.expression), node.available).map(([what, why]) =>
        problem(at, what, why),
      );
    } catch (error) {
      const what = `${(error as Error).message} (in the expression: ${segment.expression})`;
      const isUndocumented =
        /^Too many parameters supplied: '(?:success|failure)'/.test(what) && definition === 'job-if';
      return [isUndocumented ? { ...problem(at, what, undocumented), refused: true } : problem(at, what, rejected)];
    }
  });
}

function checkNames({ contexts, functions }: ParsedExpression, available: readonly string[]): [string, string][] {
  const allowed = new Map(available.map((each) => [each.replace(/\(.*/, '').toLowerCase(), each]));
  const show = (isFunction: boolean): string =>
    available
      .filter((each) => each.includes('(') === isFunction)
      .map((each) => each.replace(/\(.*/, ''))
      .join(', ');
  const unknownContexts = [...contexts].filter((name) => !allowed.has(name));
  const unknownFunctions = [...functions].filter((name) => restricted.has(name) && !allowed.has(name));
  return [
    ...unknownContexts.map((name): [string, string] => [
      `the context '${name}' is not available here`,
      `GitHub offers to this key: ${show(false)}. ${rejected}`,
    ]),
    ...unknownFunctions.map((name): [string, string] => [
      `the function ${restricted.get(name) ?? name}() is not available here`,
      `GitHub offers to this key, besides those for all keys: ${show(true) || 'none'}. ${rejected}`,
    ]),
  ];
}

/** Functions that only some keys may call, by their names in lower case. */
const restricted = new Map(runSignatures.map(({ name }) => [name.toLowerCase(), name]));

/** The place of the expression at an offset: the same `${{`, counted from the start of the text in the file. */
function locate(node: TextNode, offset: number, lines: readonly string[]): Place {
  const { file, line, column } = node.place;
  let toSkip = node.text.slice(0, offset).split(open).length - 1;
  for (let at = line; at <= lines.length; at += 1) {
    let found = (lines[at - 1] ?? '').indexOf(open, at === line ? column - 1 : 0);
    for (; found >= 0; found = (lines[at - 1] ?? '').indexOf(open, found + open.length)) {
      if (toSkip === 0) return { file, line: at, column: found + 1 };
      toSkip -= 1;
    }
  }
  return node.place;
}
