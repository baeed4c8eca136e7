import type { ObjectReader } from '@actions/workflow-parser/templates/object-reader';
import { TemplateContext, TemplateValidationErrors } from '@actions/workflow-parser/templates/template-context';
import { readTemplate } from '@actions/workflow-parser/templates/template-reader';
import { StringToken, type TemplateToken } from '@actions/workflow-parser/templates/tokens/index';
import type { TokenRange } from '@actions/workflow-parser/templates/tokens/token-range';
import { YamlObjectReader } from '@actions/workflow-parser/workflows/yaml-object-reader';
import type { Problem } from '../expressions/place.ts';
import type { MapNode } from '../expressions/template.ts';
import type { CoverageRow } from './coverage.ts';
import { rejected } from './findings.ts';
import { limits } from './limits.ts';
import { type FileKind, loadSchema, roots } from './schema.ts';
import { translate } from './translate.ts';

export interface ReadFile {
  /** Absent when the file is no YAML, or no mapping at all. */
  readonly root: MapNode | undefined;
  readonly problems: readonly Problem[];
  /** Rows of the table of coverage that the file has something of. */
  readonly rows: ReadonlySet<CoverageRow>;
}

const invalid: Readonly<Record<FileKind, string>> = {
  workflow: rejected,
  action: "It is no valid action metadata by GitHub's schema.",
};

/** What the strict schema asks of an action, and the runner does not. */
const unasked = new Set(['Required property is missing: name', 'Required property is missing: description']);

/** Reads a file by GitHub's own parser and schema, into a tree that has lost nothing. */
export function readYaml(kind: FileKind, file: string, text: string): ReadFile {
  const problems: Problem[] = [];
  const rows = new Set<CoverageRow>();
  const report = (range: TokenRange | undefined, what: string, why: string): void => {
    const { line, column } = range?.start ?? { line: 1, column: 1 };
    problems.push({ file, line, column, what, why });
  };
  if (text.trim() === '') report(undefined, 'the file is empty', invalid[kind]);
  if (text.length > limits.fileCharacters) report(undefined, `the file has ${text.length} characters`, invalid[kind]);
  const yaml = new YamlObjectReader(1, text);
  for (const { message, range } of yaml.errors)
    report(range, firstLine(message).replace(/ at line \d+, column \d+:$/, ''), 'It is no YAML.');
  if (problems.length > 0) return { root: undefined, problems, rows };

  const texts = new WeakMap<TokenRange, string>();
  const context = createContext(kind, report);
  const token = readTemplate(context, roots[kind], rememberTexts(yaml, texts), 1);
  const root = token && translate(token, { kind, file, lines: text.split(/\r?\n/), texts, problems, rows });
  if (root?.kind !== 'map') return { root: undefined, problems, rows };
  problems.sort((one, other) => one.line - other.line || one.column - other.column);
  return { root, problems, rows };
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
    report(typeof source === 'object' ? source.range : undefined, message, invalid[kind]);
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

function firstLine(text: string): string {
  return text.split('\n', 1).join();
}
