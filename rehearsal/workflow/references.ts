import { type ContextRead, parseExpression } from '../expressions/parse.ts';
import { hasExpressions, splitTemplate } from '../expressions/segments.ts';
import type { TextNode } from '../expressions/template.ts';

/** What an expression reads of a context by name, and the text in which it does. */
export interface Reference extends ContextRead {
  readonly node: TextNode;
}

/** Everything that the expressions of a part of a workflow read by name, wherever in it they stand. */
export function listReferences(part: unknown): Reference[] {
  return [...listTexts(part, '')].flatMap(({ node, isCondition }) => {
    const expressions = hasExpressions(node.text)
      ? splitTemplate(node.text).flatMap((segment) => ('expression' in segment ? [segment.expression] : []))
      : isCondition && node.text.trim() !== ''
        ? [node.text.trim()]
        : [];
    return expressions.flatMap((expression) => parseExpression(expression).reads.map((read) => ({ ...read, node })));
  });
}

/** The texts of a part; that of `if:` is a condition even without `${{ }}`. */
function* listTexts(part: unknown, name: string): Generator<{ node: TextNode; isCondition: boolean }> {
  if (typeof part !== 'object' || part === null) return;
  if (isText(part)) {
    yield { node: part, isCondition: name === 'if' || name === 'preIf' || name === 'postIf' };
    return;
  }
  for (const [member, value] of Object.entries(part)) yield* listTexts(value, member);
}

function isText(part: object): part is TextNode {
  return 'kind' in part && part.kind === 'text' && 'text' in part;
}
