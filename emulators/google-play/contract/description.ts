import { existsSync, readFileSync } from 'node:fs';
import { isRecord } from '../../base/data.ts';

/** A check of answers against the types that Google generates from its description of the API and ships with its client. */
export interface Description {
  /**
   * Problems of a body, empty for none: fields that the type does not have, and values of another type. Google declares every
   * field optional, so a missing one is no problem here.
   *
   * @param schema as the description has it, such as `Track`
   */
  readonly findProblems: (schema: string, body: unknown) => string[];
}

type Fields = ReadonlyMap<string, string>;

/** Reads the types, or returns the reason why it cannot: they are a package of its own, which `npm ci` in this folder installs. */
export function readDescription(): Description | string {
  const file = new URL('./node_modules/@googleapis/androidpublisher/build/v3.d.ts', import.meta.url);
  if (!existsSync(file)) return 'Google\'s client is not installed: run "npm ci" in emulators/google-play/contract.';
  const schemas = readSchemas(readFileSync(file, 'utf8'));
  return { findProblems: (schema, body) => checkType(schemas, `Schema$${schema}`, body, schema) };
}

/** The interfaces of the file, as texts of types by field. */
function readSchemas(text: string): ReadonlyMap<string, Fields> {
  const bare = text.replace(/\/\*[\s\S]*?\*\//g, '');
  const interfaces = bare.matchAll(/export interface (Schema\$\w+) \{([\s\S]*?)\n {4}\}/g);
  return new Map(
    [...interfaces].map(([, name = '', body = '']) => [
      name,
      new Map([...body.matchAll(/(\w+)\?: ([^;]+);/g)].map(([, field = '', type = '']) => [field, type])),
    ]),
  );
}

function checkType(schemas: ReadonlyMap<string, Fields>, type: string, value: unknown, at: string): string[] {
  const wanted = type.replace(/ \| null$/, '');
  if (wanted.endsWith('[]')) {
    if (!Array.isArray(value)) return [`${at} is no list`];
    return value.flatMap((item, index) => checkType(schemas, wanted.slice(0, -2), item, `${at}[${index}]`));
  }
  if (!wanted.startsWith('Schema$')) return typeof value === wanted ? [] : [`${at} is no ${wanted}`];
  const fields = schemas.get(wanted);
  if (fields === undefined) return [`the description has no ${wanted}`];
  if (!isRecord(value)) return [`${at} is no object`];
  return Object.entries(value).flatMap(([name, item]) => {
    const field = fields.get(name);
    return field === undefined
      ? [`${at}.${name} is not in the description`]
      : checkType(schemas, field, item, `${at}.${name}`);
  });
}
