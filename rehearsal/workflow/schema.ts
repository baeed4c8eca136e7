import { readFileSync } from 'node:fs';
import { JSONObjectReader } from '@actions/workflow-parser/templates/json-object-reader';
import { TemplateSchema } from '@actions/workflow-parser/templates/schema/template-schema';

export type FileKind = 'workflow' | 'action';

/** One definition of a schema file, as far as it tells what a file may say. */
export interface RawDefinition {
  readonly context?: readonly string[];
  readonly mapping?: {
    readonly properties?: Readonly<Record<string, string | { readonly type: string; readonly required?: boolean }>>;
    readonly 'loose-key-type'?: string;
    readonly 'loose-value-type'?: string;
  };
  readonly sequence?: { readonly 'item-type': string };
  readonly string?: { readonly constant?: string };
  readonly 'one-of'?: readonly string[];
  readonly 'allowed-values'?: readonly string[];
}

export type RawSchema = Readonly<Record<string, RawDefinition>>;

/** The strict roots, by which GitHub judges a file; the loose ones of the same schema only guess at broken files. */
export const roots: Readonly<Record<FileKind, string>> = {
  workflow: 'workflow-root-strict',
  action: 'action-root-strict',
};

const texts = new Map<FileKind, string>();
const schemas = new Map<FileKind, TemplateSchema>();

/**
 * The schema as the parser's package ships it. Read as a file: the package imports it as JSON in a way that only bundlers
 * understand, and so its entry point cannot be loaded by Node.
 */
function readText(kind: FileKind): string {
  const known = texts.get(kind);
  if (known !== undefined) return known;
  const file = `../../node_modules/@actions/workflow-parser/dist/${kind}-v1.0.min.json`;
  const text = mend(readFileSync(new URL(file, import.meta.url), 'utf8'));
  texts.set(kind, text);
  return text;
}

/**
 * What GitHub takes and the schema of 0.3.61 refuses: `on: repository_dispatch` as a mere name, whose definition has another
 * event's name; a dispatch without inputs, with inputs of which nothing is said, and with keys that nobody knows
 * (the parser's own cases `on-workflow_dispatch-*`, which it leaves out for itself).
 */
function mend(text: string): string {
  const schema = JSON.parse(text) as { definitions: Record<string, RawDefinition> };
  const { definitions } = schema;
  if (definitions['workflow-dispatch-mapping'] === undefined) return text;
  const orNull = (name: string): RawDefinition => ({ 'one-of': ['null', name] });
  Object.assign(definitions, {
    'repository-dispatch-string': { string: { constant: 'repository_dispatch' } },
    'workflow-dispatch-mapping': {
      mapping: { properties: { inputs: 'workflow-dispatch-inputs-or-null' }, ...anythingElse },
    },
    'workflow-dispatch-inputs-or-null': orNull('workflow-dispatch-inputs'),
    'workflow-dispatch-inputs': {
      mapping: {
        'loose-key-type': 'workflow-dispatch-input-name',
        'loose-value-type': 'workflow-dispatch-input-or-null',
      },
    },
    'workflow-dispatch-input-or-null': orNull('workflow-dispatch-input'),
  });
  return JSON.stringify(schema);
}

const anythingElse = { 'loose-key-type': 'non-empty-string', 'loose-value-type': 'any' } as const;

/** The definitions by name, for those who ask what there is. */
export function readDefinitions(kind: FileKind): RawSchema {
  return (JSON.parse(readText(kind)) as { definitions: RawSchema }).definitions;
}

/** The schema in the parser's own form. */
export function loadSchema(kind: FileKind): TemplateSchema {
  const known = schemas.get(kind);
  if (known) return known;
  const schema = TemplateSchema.load(new JSONObjectReader(undefined, readText(kind)));
  schemas.set(kind, schema);
  return schema;
}

/** What expressions may use under a definition (`job-if`, `step-with` ...): contexts by name, functions as `success(0,MAX)`. */
export function availableUnder(definition: string, kind: FileKind = 'workflow'): readonly string[] {
  return loadSchema(kind).getDefinition(definition).readerContext;
}
