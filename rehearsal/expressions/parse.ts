import { ExpressionError as LibraryError, Lexer, Parser, wellKnownFunctions } from '@actions/expressions';
import {
  Binary,
  ContextAccess,
  type Expr,
  FunctionCall,
  Grouping,
  IndexAccess,
  Literal,
  Logical,
  Unary,
} from '@actions/expressions/ast';
import { type Token, TokenType } from '@actions/expressions/lexer';
import { runSignatures, statusFunctions } from './functions.ts';
import { parseNumber } from './numbers.ts';
import { adoptLiteral } from './values.ts';

/** Every context that GitHub documents; which of them a key may use is told by the parser's schema. */
export const contextNames = [
  'github',
  'env',
  'vars',
  'job',
  'jobs',
  'steps',
  'runner',
  'secrets',
  'strategy',
  'matrix',
  'needs',
  'inputs',
] as const;

export interface ParsedExpression {
  readonly tree: Expr;
  /** In lower case. */
  readonly contexts: ReadonlySet<string>;
  /** In lower case. */
  readonly functions: ReadonlySet<string>;
  readonly callsStatus: boolean;
  /** What is read of a context by a name that is written out: `secrets.TOKEN`, `needs['build']`. */
  readonly reads: readonly ContextRead[];
}

export interface ContextRead {
  /** In lower case. */
  readonly context: string;
  readonly name: string;
}

/** Why a text is no expression. */
export class SyntaxFault extends Error {}

// A workflow is evaluated again at every tick of a rehearsal; its expressions are a finite set.
const known = new Map<string, ParsedExpression>();

/** @throws SyntaxFault with GitHub's own words where it has some */
export function parseExpression(source: string): ParsedExpression {
  const before = known.get(source);
  if (before) return before;
  const parsed = read(source);
  known.set(source, parsed);
  return parsed;
}

function read(source: string): ParsedExpression {
  if (source.trim() === '') throw new SyntaxFault('An expression was expected');
  let tree: Expr;
  try {
    const tokens = new Lexer(source).lex().tokens.map(mend);
    refuseTrailingComma(tokens);
    tree = new Parser(tokens, [...contextNames], runSignatures).parse();
  } catch (error) {
    throw new SyntaxFault(explain(error), { cause: error });
  }
  const [contexts, functions] = [new Set<string>(), new Set<string>()];
  const reads: ContextRead[] = [];
  for (const node of walk(tree)) {
    if (node instanceof ContextAccess) contexts.add(node.name.lexeme.toLowerCase());
    if (node instanceof FunctionCall) functions.add(node.functionName.lexeme.toLowerCase());
    if (node instanceof Literal) node.literal = adoptLiteral(node.literal);
    if (node instanceof IndexAccess) reads.push(...readOf(node));
  }
  return { tree, contexts, functions, callsStatus: statusFunctions.some((name) => functions.has(name)), reads };
}

function readOf({ expr, index }: IndexAccess): ContextRead[] {
  if (!(expr instanceof ContextAccess) || !(index instanceof Literal)) return [];
  return [{ context: expr.name.lexeme.toLowerCase(), name: index.literal.coerceString() }];
}

/** The lexer undoubles only the first doubled quote of a string, and takes any number that JavaScript does (`0b1`). */
function mend(token: Token): Token {
  if (token.type === TokenType.STRING) return { ...token, value: token.lexeme.slice(1, -1).replaceAll("''", "'") };
  if (token.type === TokenType.NUMBER && token.lexeme !== 'NaN') {
    const value = parseNumber(token.lexeme);
    if (Number.isNaN(value)) throw new SyntaxFault(`Unexpected symbol: '${token.lexeme}'`);
    return { ...token, value };
  }
  return token;
}

/** The runner refuses `f(a,)`; the library's parser lets it pass. */
function refuseTrailingComma(tokens: readonly Token[]): void {
  const comma = tokens.find(
    ({ type }, index) => type === TokenType.COMMA && tokens[index + 1]?.type === TokenType.RIGHT_PAREN,
  );
  if (comma) throw new SyntaxFault("Unexpected symbol: ')' after ','");
}

/** GitHub's words, and the names that there are for one that there is not. */
function explain(error: unknown): string {
  const { message } = error as Error;
  if (message === 'ErrorExceededMaxLength') return 'Exceeded max expression length 21000';
  if (!(error instanceof LibraryError)) return message;
  if (message.startsWith('Unrecognized named-value')) return `${message}. Contexts are ${contextNames.join(', ')}`;
  if (message.startsWith('Unrecognized function')) {
    const names = [...Object.values(wellKnownFunctions), ...runSignatures].map((each) => each.name);
    return `${message}. Functions are ${names.join(', ')}`;
  }
  return message;
}

function* walk(node: Expr): Generator<Expr> {
  yield node;
  for (const child of children(node)) yield* walk(child);
}

function children(node: Expr): readonly Expr[] {
  if (node instanceof Unary) return [node.expr];
  if (node instanceof Binary) return [node.left, node.right];
  if (node instanceof Logical || node instanceof FunctionCall) return node.args;
  if (node instanceof Grouping) return [node.group];
  if (node instanceof IndexAccess) return [node.expr, node.index];
  return [];
}
