import { notEmulated, refuse } from './refusals.ts';

/** Whether a slice of users is meant, by the values of its dimensions. */
export type Filter = (dimensions: Readonly<Record<string, string>>) => boolean;

const TOKEN = /\s*(?:(AND|OR)\b|([A-Za-z]\w*)\s*(=|!=|<=|>=|<|>|:)\s*("(?:[^"\\]|\\.)*"|[\w./-]+))/y;

/**
 * Reads a filter: equality of dimensions, joined by AND and OR (https://google.aip.dev/160, where OR binds tighter).
 *
 * @param dimensions those that may be named
 */
export function readFilter(text: string, dimensions: readonly string[]): Filter {
  if (text.trim() === '') return () => true;
  if (/[()]|\bNOT\b/.test(text.replace(/"[^"]*"/g, ''))) throw notEmulated(`the filter ${text}`);
  const all: Filter[][] = [[]];
  let wantsTerm = true;
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.trimEnd().length) {
    const [, word, dimension = '', operator = '', value = ''] = TOKEN.exec(text) ?? [];
    if ((word === undefined) !== wantsTerm || (word === undefined && dimension === '')) throw invalid(text);
    if (word === 'AND') all.push([]);
    if (word === undefined) all.at(-1)?.push(readTerm(dimension, operator, value, dimensions));
    wantsTerm = word !== undefined;
  }
  if (wantsTerm) throw invalid(text);
  return (values) => all.every((any) => any.some((term) => term(values)));
}

function readTerm(dimension: string, operator: string, value: string, dimensions: readonly string[]): Filter {
  if (!dimensions.includes(dimension))
    throw refuse('INVALID_ARGUMENT', `Invalid filter: ${dimension} is no dimension to filter by.`);
  if (operator !== '=')
    throw refuse('INVALID_ARGUMENT', `Invalid filter: only equality is supported, not ${operator}.`);
  const wanted = value.startsWith('"') ? value.slice(1, -1).replace(/\\(.)/g, '$1') : value;
  return (values) => values[dimension] === wanted;
}

function invalid(text: string): Error {
  return refuse('INVALID_ARGUMENT', `Invalid filter: ${text}`);
}
