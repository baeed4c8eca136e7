import type { FileCoverageData, Range } from 'istanbul-lib-coverage';

/**
 * How often the statement ran that a line is part of, for lines on which no statement begins; undefined when the line is
 * none of a statement's own: a blank, a comment or a brace of a block, as far as a map without the source can tell.
 *
 * Istanbul's `getLineCoverage` counts a statement on its first line only, so the fifth line of a call of nine would be
 * nobody's. Here it is the innermost statement's around it, unless
 * - a function lies between the two (`promise.then(() => {`, blank, `})`): what is no statement in a body is nothing, or
 * - the statement holds others directly, as `if`, `for`, `try` do: then only the operands of its condition are its own.
 */
export function hitsInside(data: FileCoverageData, line: number): number | undefined {
  const around = Object.entries(data.statementMap).filter(([, range]) => spans(range, line));
  const innermost = around.reduce<(typeof around)[number] | undefined>(
    (best, one) => (best === undefined || isWithin(one[1], best[1]) ? one : best),
    undefined,
  );
  if (innermost === undefined) return undefined;
  const [key, statement] = innermost;
  const bodies = Object.values(data.fnMap)
    .map(({ loc }) => loc)
    .filter((body) => isWithin(body, statement));
  if (bodies.some((body) => body.start.line < line && line < body.end.line)) return undefined;
  const holdsOthers = Object.values(data.statementMap).some(
    (other) => other !== statement && isWithin(other, statement) && !bodies.some((body) => isWithin(other, body)),
  );
  if (holdsOthers && !isOperand(data, statement, line)) return undefined;
  return data.s[key];
}

/** Whether an operand of a `&&`, `||` or `??`, or an arm of `?:`, begins on the line. */
function isOperand(data: FileCoverageData, statement: Range, line: number): boolean {
  return Object.values(data.branchMap).some(
    ({ type, locations }) =>
      (type === 'binary-expr' || type === 'cond-expr') &&
      locations.some((operand) => operand.start.line === line && isWithin(operand, statement)),
  );
}

function spans({ start, end }: Range, line: number): boolean {
  return start.line <= line && line <= end.line;
}

function isWithin(inner: Range, outer: Range): boolean {
  return comparePlace(outer.start, inner.start) <= 0 && comparePlace(inner.end, outer.end) <= 0;
}

/** The end of a line is written as column null by Vitest: it is Infinity, which JSON does not have. */
function comparePlace(a: Range['start'], b: Range['start']): number {
  const column = (place: { readonly column: number | null }): number => place.column ?? Number.MAX_SAFE_INTEGER;
  return a.line - b.line || column(a) - column(b);
}
