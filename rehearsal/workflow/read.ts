import type { ObjectReader } from '@actions/workflow-parser/templates/object-reader';
import type { Definition } from '@actions/workflow-parser/templates/schema/definition';
import type { DefinitionInfo } from '@actions/workflow-parser/templates/schema/definition-info';
import { DefinitionType } from '@actions/workflow-parser/templates/schema/definition-type';
import { TemplateContext, TemplateValidationErrors } from '@actions/workflow-parser/templates/template-context';
import { readTemplate } from '@actions/workflow-parser/templates/template-reader';
import {
  BasicExpressionToken,
  BooleanToken,
  MappingToken,
  NullToken,
  NumberToken,
  ScalarToken,
  SequenceToken,
  StringToken,
  type TemplateToken,
} from '@actions/workflow-parser/templates/tokens/index';
import type { TokenRange } from '@actions/workflow-parser/templates/tokens/token-range';
import { YamlObjectReader } from '@actions/workflow-parser/workflows/yaml-object-reader';
import type { Place, Problem } from '../expressions/place.ts';
import type { MapEntry, MapNode, Scalar, Template, TextNode } from '../expressions/template.ts';
import { checkExpressions } from './expression-checks.ts';
import { type CoverageRow, findRow, findValueRow } from './coverage.ts';
import { limits } from './limits.ts';
import { type FileKind, loadSchema, roots } from './schema.ts';

export interface ReadFile {
  /** Absent when the file is no YAML, or no mapping at all. */
  readonly root: MapNode | undefined;
  readonly problems: readonly Problem[];
}

const rejected: Readonly<Record<FileKind, string>> = {
  workflow: 'GitHub rejects the whole file for it, and no job of it runs.',
  action: "It is no valid action metadata by GitHub's schema.",
};

/** What the strict schema asks of an action, and the runner does not. */
const unasked = new Set(['Required property is missing: name', 'Required property is missing: description']);

/** Reads a file by GitHub's own parser and schema, into a tree that has lost nothing. */
export function readYaml(kind: FileKind, file: string, text: string): ReadFile {
  const problems: Problem[] = [];
  const report = (range: TokenRange | undefined, what: string, why: string): void => {
    const { line, column } = range?.start ?? { line: 1, column: 1 };
    problems.push({ file, line, column, what, why });
  };
  if (text.trim() === '') report(undefined, 'the file is empty', rejected[kind]);
  if (text.length > limits.fileCharacters) report(undefined, `the file has ${text.length} characters`, rejected[kind]);
  const yaml = new YamlObjectReader(1, text);
  for (const { message, range } of yaml.errors)
    report(range, firstLine(message).replace(/ at line \d+, column \d+:$/, ''), 'It is no YAML.');
  if (problems.length > 0) return { root: undefined, problems };

  const texts = new WeakMap<TokenRange, string>();
  const context = createContext(kind, report);
  const token = readTemplate(context, roots[kind], rememberTexts(yaml, texts), 1);
  const root = token && createTranslator(kind, file, text.split(/\r?\n/), texts, problems)(token);
  if (root?.kind !== 'map') return { root: undefined, problems };
  return { root, problems: problems.sort((one, other) => one.line - other.line || one.column - other.column) };
}

function createContext(kind: FileKind, report: (range: TokenRange | undefined, what: string, why: string) => void) {
  const silent = (): void => undefined;
  const errors = new TemplateValidationErrors();
  const context = new TemplateContext(errors, loadSchema(kind), { error: silent, info: silent, verbose: silent });
  // Background steps and all that is still behind a flag: we say ourselves what we refuse, and why.
  context.state['featureFlags'] = { isEnabled: () => true };
  context.error = (source: TemplateToken | number | undefined, error: unknown, range?: TokenRange) => {
    // What is wrong within an expression comes with a range of its own. `checkExpressions` judges those, with better words.
    const message = firstLine(error instanceof Error ? error.message : String(error));
    if (range !== undefined || message === 'A template expression is not allowed in this context') return;
    if (kind === 'action' && unasked.has(message)) return;
    report(typeof source === 'object' ? source.range : undefined, message, rejected[kind]);
  };
  return context;
}

/**
 * Between YAML and GitHub's reader. It keeps every text as YAML decodes it: the reader makes one expression of a text with
 * expressions, and of one of several lines from its source, so that `>` folds nothing. And it makes names of all keys: the
 * reader dies of a number.
 */
function rememberTexts(yaml: YamlObjectReader, texts: WeakMap<TokenRange, string>): ObjectReader {
  return {
    allowLiteral: () => {
      const token = yaml.allowLiteral();
      if (!(token instanceof StringToken) || token.range === undefined) return token;
      const decoded: unknown = token.value;
      const text = typeof decoded === 'string' ? decoded : JSON.stringify(decoded);
      texts.set(token.range, text);
      return new StringToken(token.file, token.range, text, undefined, token.source);
    },
    allowSequenceStart: () => yaml.allowSequenceStart(),
    allowSequenceEnd: () => yaml.allowSequenceEnd(),
    allowMappingStart: () => yaml.allowMappingStart(),
    allowMappingEnd: () => yaml.allowMappingEnd(),
    validateStart: () => yaml.validateStart(),
    validateEnd: () => yaml.validateEnd(),
  };
}

/** From the parser's tokens to our tree, checking every expression and every key against the table of coverage. */
function createTranslator(
  kind: FileKind,
  file: string,
  lines: readonly string[],
  texts: WeakMap<TokenRange, string>,
  problems: Problem[],
): (token: TemplateToken) => Template {
  const placeOf = (token: TemplateToken): Place => ({
    file,
    line: token.range?.start.line ?? 1,
    column: token.range?.start.column ?? 1,
  });
  const text = (token: TemplateToken, value: string): TextNode => ({
    kind: 'text',
    text: value,
    place: placeOf(token),
    available: token.definitionInfo?.allowedContext ?? [],
  });

  const refuse = (place: Place, what: string, row: CoverageRow | undefined): void => {
    if (row?.state === 'refused')
      problems.push({ ...place, what: `${what} is not rehearsed`, why: row.reason, refused: true });
  };

  const scalar = (token: ScalarToken): Scalar => {
    if (token instanceof NumberToken || token instanceof BooleanToken) {
      return { kind: 'value', value: token.value, place: placeOf(token) };
    }
    if (token instanceof NullToken) return { kind: 'value', value: null, place: placeOf(token) };
    const node = text(token, readText(token, texts));
    const definition = token.definition?.key ?? '';
    problems.push(...checkExpressions(node, definition, lines));
    refuse(node.place, `'${node.text}'`, findValueRow(kind, definition, node.text));
    return node;
  };

  const entry = (mapping: MappingToken, key: ScalarToken, value: TemplateToken): MapEntry => {
    const name = key.toString();
    if (key.isExpression) {
      const why = 'Its name is known only when it runs, so nothing that a rehearsal says about the file would hold.';
      problems.push({ ...placeOf(key), what: `a key is an expression: ${name}`, why, refused: true });
    }
    refuse(placeOf(key), `'${name}'`, findRow(kind, mappingDefinition(mapping.definitionInfo)?.key ?? '', name));
    return { key: { kind: 'text', text: name, place: placeOf(key), available: [] }, value: translate(value) };
  };

  const translate = (token: TemplateToken): Template => {
    if (token instanceof MappingToken) {
      const entries = [...pairs(token)].map(({ key, value }) => entry(token, key, value));
      return { kind: 'map', entries, place: placeOf(token) };
    }
    if (token instanceof SequenceToken) {
      const items = Array.from({ length: token.count }, (_, index) => translate(token.get(index)));
      return { kind: 'list', items, place: placeOf(token) };
    }
    if (token instanceof ScalarToken) return scalar(token);
    throw new TypeError(`the parser gave a token of a kind unknown to us: ${token.typeName()}`);
  };
  return translate;
}

function* pairs(token: MappingToken): Generator<{ key: ScalarToken; value: TemplateToken }> {
  for (let index = 0; index < token.count; index += 1) yield token.get(index);
}

/** Of a choice between definitions, the only one that is a mapping. */
function mappingDefinition(info: DefinitionInfo | undefined): Definition | undefined {
  const [only, ...others] = info?.getDefinitionsOfType(DefinitionType.Mapping) ?? [];
  return others.length === 0 ? only : undefined;
}

function readText(token: ScalarToken, texts: WeakMap<TokenRange, string>): string {
  // As written even for a text without expressions: the reader resolves `${{ 'a text' }}`, which may look like an expression.
  const written = token.range && texts.get(token.range);
  if (written !== undefined) return written;
  if (token instanceof StringToken) return token.value;
  return token instanceof BasicExpressionToken ? `\${{ ${token.expression} }}` : token.toString();
}

function firstLine(text: string): string {
  return text.split('\n', 1).join();
}
