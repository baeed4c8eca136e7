import { notEmulated, refuse } from './refusals.ts';
import type { SessionRow } from './sessions.ts';

export type Filter = (row: SessionRow) => boolean;

const FIELDS: Readonly<Record<string, (row: SessionRow) => string>> = {
  release: (row) => row.release,
  environment: (row) => row.environment,
};

/** A word, with quoted parts and lists in it. */
const TERM = /^(!?)([\w.]+):(\[(?:"(?:\\.|[^"\\])*"|[^\]"])*\]|"(?:\\.|[^"\\])*"|[^\s"]+)(?=\s|$)/;

/**
 * Reads the part of Sentry's search that sessions take: terms beside one another, AND, OR (which binds less), lists, `!`, `*`
 * (https://docs.sentry.io/concepts/search/). Free text and other fields are refused in the words of Sentry's own tests.
 */
export function readFilter(query: string): Filter {
  const alternatives: Filter[][] = [[]];
  let rest = query.trim();
  while (rest !== '') {
    const [word = '', operator = ''] = /^(AND|OR)\b\s*/i.exec(rest) ?? [];
    if (operator !== '') {
      if (operator.toUpperCase() === 'OR') alternatives.push([]);
      rest = rest.slice(word.length);
      continue;
    }
    const [whole, not = '', field = '', value = ''] = TERM.exec(rest) ?? [];
    if (whole === undefined) {
      if (rest.startsWith('(')) throw notEmulated('parentheses in a query of sessions');
      throw refuse(400, 'Invalid query field: "message"');
    }
    alternatives.at(-1)?.push(createTerm(field, value, not === '!'));
    rest = rest.slice(whole.length).trimStart();
  }
  if (query.trim() !== '' && alternatives.some((terms) => terms.length === 0))
    throw refuse(400, 'Condition is missing on one side of an operator');
  return (row) => alternatives.some((terms) => terms.every((term) => term(row)));
}

function createTerm(field: string, value: string, negated: boolean): Filter {
  const read = Object.hasOwn(FIELDS, field) ? FIELDS[field] : undefined;
  if (read === undefined) throw refuse(400, `Invalid query field: "${field}"`);
  const patterns = readValues(value).map(toPattern);
  // Thousands of rows have a handful of names.
  const known = new Map<string, boolean>();
  return (row) => {
    const name = read(row);
    let passes = known.get(name);
    if (passes === undefined) known.set(name, (passes = patterns.some((pattern) => pattern.test(name)) !== negated));
    return passes;
  };
}

function readValues(value: string): readonly string[] {
  if (!value.startsWith('[')) return [unquote(value)];
  const items = value.slice(1, -1).match(/"(?:\\.|[^"\\])*"|[^,\s][^,]*/g) ?? [];
  return items.map((item) => unquote(item.trim()));
}

function unquote(value: string): string {
  return value.startsWith('"') ? value.slice(1, -1).replaceAll('\\"', '"') : value;
}

/** `*` stands for anything, unless a backslash is before it. "latest" is a word of its own to Sentry. */
function toPattern(value: string): RegExp {
  if (value === 'latest') throw notEmulated('release:latest');
  const parts = value.match(/\\\*|\*|[^*\\]+|\\/g) ?? [];
  const source = parts.map((part) => {
    if (part === '*') return '.*';
    return (part === '\\*' ? '*' : part).replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
  });
  return new RegExp(`^${source.join('')}$`, 's');
}
