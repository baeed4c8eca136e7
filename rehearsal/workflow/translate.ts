import type { DefinitionInfo } from '@actions/workflow-parser/templates/schema/definition-info';
import { DefinitionType } from '@actions/workflow-parser/templates/schema/definition-type';
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
import type { Place, Problem } from '../expressions/place.ts';
import type { MapEntry, Scalar, Template, TextNode } from '../expressions/template.ts';
import { type CoverageRow, findRow, findValueRow } from './coverage.ts';
import { checkExpressions } from './expression-checks.ts';
import type { FileKind } from './schema.ts';

/** What is known of a file while its tokens become a tree, and what is found on the way. */
export interface Translation {
  readonly kind: FileKind;
  readonly file: string;
  readonly lines: readonly string[];
  /** Texts as YAML decodes them, by the range of their token. */
  readonly texts: WeakMap<TokenRange, string>;
  readonly problems: Problem[];
  /** Rows of the table of coverage that the file has something of. */
  readonly rows: Set<CoverageRow>;
}

/** From the parser's tokens to our tree. Every expression is checked, and every key and value against the table of coverage. */
export function translate(token: TemplateToken, within: Translation): Template {
  if (token instanceof MappingToken) {
    const entries = [...pairs(token)].map(({ key, value }) => translateEntry(token, key, value, within));
    return { kind: 'map', entries, place: placeOf(token, within) };
  }
  if (token instanceof SequenceToken) {
    const items = Array.from({ length: token.count }, (_, index) => translate(token.get(index), within));
    return { kind: 'list', items, place: placeOf(token, within) };
  }
  if (token instanceof ScalarToken) return translateScalar(token, within);
  throw new TypeError(`the parser gave a token of a kind unknown to us: ${token.typeName()}`);
}

function translateEntry(mapping: MappingToken, key: ScalarToken, value: TemplateToken, within: Translation): MapEntry {
  const name = key.toString();
  const place = placeOf(key, within);
  if (key.isExpression) {
    const why = 'Its name is known only when it runs, so nothing that a rehearsal says about the file would hold.';
    within.problems.push({ ...place, what: `a key is an expression: ${name}`, why, refused: true });
  }
  const definition = mappingDefinition(mapping.definitionInfo);
  if (definition !== freeMapping) cover(place, name, findRow(within.kind, definition, name) ?? unlisted, within);
  return { key: textNode(key, name, within), value: translate(value, within) };
}

function translateScalar(token: ScalarToken, within: Translation): Scalar {
  const place = placeOf(token, within);
  if (token instanceof NumberToken || token instanceof BooleanToken)
    return { kind: 'value', value: token.value, place };
  if (token instanceof NullToken) return { kind: 'value', value: null, place };
  const node = textNode(token, readText(token, within.texts), within);
  const definition = token.definition?.key ?? '';
  within.problems.push(...checkExpressions(node, definition, within.lines));
  const row = findValueRow(within.kind, definition, node.text);
  if (row) cover(place, node.text, row, within);
  return node;
}

/** What any mapping is within a value that may be anything, as in a matrix. */
const freeMapping = 'mapping';

/** For a key of a newer schema than the table knows. A test finds it first. */
const unlisted: Pick<CoverageRow, 'state' | 'reason'> = {
  state: 'refused',
  reason: 'It is not in the table of what a rehearsal covers.',
};

function cover(place: Place, name: string, row: CoverageRow | typeof unlisted, { problems, rows }: Translation): void {
  if ('definition' in row) rows.add(row);
  if (row.state !== 'refused') return;
  problems.push({ ...place, what: `'${name}' is not rehearsed`, why: row.reason, refused: true });
}

function textNode(token: ScalarToken, text: string, within: Translation): TextNode {
  const available = token.definitionInfo?.allowedContext ?? [];
  return { kind: 'text', text, place: placeOf(token, within), available };
}

function placeOf({ range }: TemplateToken, { file }: Translation): Place {
  return { file, line: range?.start.line ?? 1, column: range?.start.column ?? 1 };
}

function readText(token: ScalarToken, texts: WeakMap<TokenRange, string>): string {
  // As written even for a text without expressions: the reader resolves `${{ 'a text' }}`, which may look like an expression.
  const written = token.range && texts.get(token.range);
  if (written !== undefined) return written;
  if (token instanceof StringToken) return token.value;
  return token instanceof BasicExpressionToken ? `\${{ ${token.expression} }}` : token.toString();
}

function* pairs(token: MappingToken): Generator<{ key: ScalarToken; value: TemplateToken }> {
  for (let index = 0; index < token.count; index += 1) yield token.get(index);
}

/** The name of the definition that is a mapping, of a choice the only one. */
function mappingDefinition(info: DefinitionInfo | undefined): string {
  const [only, ...others] = info?.getDefinitionsOfType(DefinitionType.Mapping) ?? [];
  return others.length === 0 ? (only?.key ?? '') : '';
}
