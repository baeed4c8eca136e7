import { SyntaxFault } from './parse.ts';

/** A text as GitHub reads it: what stands there, and the expressions between `${{` and `}}`. */
export type Segment = { readonly text: string } | { readonly expression: string; readonly offset: number };

/** Starts an expression. */
export const open = '${{';

/**
 * Splits a text. `}}` within a string of an expression does not end it.
 * @throws SyntaxFault for an expression that is not closed
 */
export function splitTemplate(text: string): Segment[] {
  const segments: Segment[] = [];
  let from = 0;
  for (let start = text.indexOf(open); start >= 0; start = text.indexOf(open, from)) {
    const end = findEnd(text, start + open.length);
    if (start > from) segments.push({ text: text.slice(from, start) });
    segments.push({ expression: text.slice(start + open.length, end).trim(), offset: start });
    from = end + 2;
  }
  if (from < text.length) segments.push({ text: text.slice(from) });
  return segments;
}

/** The expression that a text is, with nothing around it. */
export function soleExpression(segments: readonly Segment[]): string | undefined {
  const [only, ...others] = segments;
  return only && others.length === 0 && 'expression' in only ? only.expression : undefined;
}

export function hasExpressions(text: string): boolean {
  return text.includes(open);
}

function findEnd(text: string, from: number): number {
  let inString = false;
  for (let index = from; index < text.length; index += 1) {
    if (text[index] === "'") inString = !inString;
    else if (!inString && text.startsWith('}}', index)) return index;
  }
  throw new SyntaxFault('an unescaped ${{ has no closing }}');
}
