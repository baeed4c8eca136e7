/** A field of a GraphQL document, its arguments with the variables filled in. */
export interface Field {
  readonly kind: 'field';
  readonly name: string;
  /** Name in the answer: the alias, if there is one. */
  readonly key: string;
  readonly args: Readonly<Record<string, unknown>>;
  /** Empty for scalars. */
  readonly selections: readonly Selection[];
}

/** `... on Type { }` */
export interface InlineFragment {
  readonly kind: 'fragment';
  readonly type: string;
  readonly selections: readonly Selection[];
}

export type Selection = Field | InlineFragment;

export interface GraphqlOperation {
  readonly kind: 'query' | 'mutation';
  readonly selections: readonly Selection[];
}

/**
 * Reads a document with one operation: fields with aliases and arguments, variables with defaults, inline fragments, comments.
 * Throws SyntaxError for anything else (named fragments, directives, subscriptions, several operations) and for a variable that
 * is required and not given. Grammar: https://spec.graphql.org/October2021/.
 */
export function parseGraphql(document: string, variables: Readonly<Record<string, unknown>>): GraphqlOperation {
  const tokens = tokenize(document);
  let position = 0;
  const values = new Map<string, unknown>();

  const peek = (): string => tokens[position] ?? '';
  const take = (): string => tokens[position++] ?? '';

  function expect(wanted: string): void {
    const token = take();
    if (token !== wanted) throw new SyntaxError(`Expected "${wanted}" and found "${token}".`);
  }

  function takeName(): string {
    const token = take();
    if (!/^[_A-Za-z]\w*$/.test(token)) throw new SyntaxError(`Expected a name and found "${token}".`);
    return token;
  }

  function readOperation(): GraphqlOperation {
    if (peek() === '{') return { kind: 'query', selections: readSelections() };
    const kind = takeName();
    if (kind !== 'query' && kind !== 'mutation') throw new SyntaxError(`"${kind}" is no operation that is known here.`);
    if (peek() !== '(' && peek() !== '{') takeName();
    if (peek() === '(') readVariables();
    return { kind, selections: readSelections() };
  }

  function readVariables(): void {
    expect('(');
    while (peek() !== ')') {
      expect('$');
      const name = takeName();
      expect(':');
      const required = readType();
      const standard = peek() === '=' ? (take(), readValue()) : undefined;
      const value = variables[name] ?? standard;
      if (required && value === undefined) {
        throw new SyntaxError(`Variable $${name} was provided invalid value: it is required and missing.`);
      }
      values.set(name, value);
    }
    expect(')');
  }

  // Returns whether a value must be given.
  function readType(): boolean {
    if (peek() === '[') {
      take();
      readType();
      expect(']');
    } else takeName();
    if (peek() !== '!') return false;
    take();
    return true;
  }

  function readSelections(): Selection[] {
    expect('{');
    const selections: Selection[] = [];
    while (peek() !== '}') selections.push(peek() === '...' ? readFragment() : readField());
    expect('}');
    return selections;
  }

  function readFragment(): InlineFragment {
    expect('...');
    expect('on');
    return { kind: 'fragment', type: takeName(), selections: readSelections() };
  }

  function readField(): Field {
    const first = takeName();
    const aliased = peek() === ':';
    if (aliased) take();
    const name = aliased ? takeName() : first;
    const args = peek() === '(' ? readPairs('(', ')') : {};
    return { kind: 'field', name, key: first, args, selections: peek() === '{' ? readSelections() : [] };
  }

  function readPairs(open: string, close: string): Record<string, unknown> {
    expect(open);
    const pairs: Record<string, unknown> = {};
    while (peek() !== close) {
      const name = takeName();
      expect(':');
      pairs[name] = readValue();
    }
    expect(close);
    return pairs;
  }

  function readValue(): unknown {
    const token = peek();
    if (token === '{') return readPairs('{', '}');
    if (token === '[') {
      take();
      const items: unknown[] = [];
      while (peek() !== ']') items.push(readValue());
      take();
      return items;
    }
    take();
    if (token === '$') {
      const name = takeName();
      if (!values.has(name)) throw new SyntaxError(`Variable $${name} is used and not declared.`);
      return values.get(name);
    }
    return readScalar(token);
  }

  const operation = readOperation();
  if (position !== tokens.length) throw new SyntaxError(`One operation was expected; "${peek()}" comes after it.`);
  return operation;
}

const WORDS: Readonly<Record<string, unknown>> = { true: true, false: false, null: null };

function readScalar(token: string): unknown {
  if (token.startsWith('"')) return JSON.parse(token) as unknown;
  if (/^-?\d/.test(token)) return Number(token);
  if (!/^[_A-Za-z]\w*$/.test(token)) throw new SyntaxError(`Expected a value and found "${token}".`);
  // Other words are values of enumerations.
  return token in WORDS ? WORDS[token] : token;
}

function tokenize(document: string): string[] {
  // Commas mean nothing in GraphQL.
  const pattern =
    /[\s,\uFEFF]+|#[^\n]*|(\.\.\.|[{}()[\]:=!$@|]|"(?:[^"\\\n]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|[_A-Za-z]\w*)/gy;
  const tokens: string[] = [];
  let end = 0;
  for (const match of document.matchAll(pattern)) {
    if (match[1] !== undefined) tokens.push(match[1]);
    end = match.index + match[0].length;
  }
  if (end !== document.length) throw new SyntaxError(`"${document.slice(end, end + 20)}" is not understood.`);
  return tokens;
}
