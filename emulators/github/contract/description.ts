import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { isRecord } from '../../base/data.ts';

/** A check of answers against GitHub's published description. */
export interface Description {
  /**
   * Problems of an answer's body, empty for none.
   *
   * @param path template as the description has it, such as `/repos/{owner}/{repo}/git/ref/{ref}`
   */
  readonly findProblems: (method: string, path: string, status: number, body: unknown) => string[];
}

interface Problem {
  readonly instancePath: string;
  readonly message?: string;
}

type Validate = ((value: unknown) => boolean) & { errors?: readonly Problem[] | null };

interface Validator {
  readonly addSchema: (schema: object, key: string) => void;
  readonly compile: (schema: object) => Validate;
}

interface Response {
  readonly $ref?: string;
  readonly content?: Readonly<Record<string, object>>;
}

interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, { responses: Readonly<Record<string, Response>> }>>>>;
}

/**
 * Reads the description, or returns the reason why it cannot: it is a package of its own, which `npm ci` in this folder
 * installs (29 MB to download, 385 MB on disk).
 *
 * Required fields and types count, and of the formats only date-time: addresses are `uri` in the description even where they are
 * templates or empty.
 */
export function readDescription(): Description | string {
  const here = new URL('./package.json', import.meta.url);
  const file = new URL('./node_modules/@octokit/openapi/generated/api.github.com.json', here);
  if (!existsSync(file)) return 'GitHub\'s description is not installed: run "npm ci" in emulators/github/contract.';
  const require = createRequire(here);
  const { Ajv } = require('ajv') as { Ajv: new (options: object) => Validator };
  const { default: addFormats } = require('ajv-formats') as { default: (ajv: Validator, formats: string[]) => void };
  const description = JSON.parse(readFileSync(file, 'utf8'), repairNullable) as OpenApi;
  const ajv = new Ajv({ strict: false, allErrors: true, logger: false });
  addFormats(ajv, ['date-time']);
  ajv.addSchema(description, 'github');
  return {
    findProblems: (method, path, status, body) => {
      const responses = description.paths[path]?.[method.toLowerCase()]?.responses;
      if (responses === undefined) return [`the description has no ${method} ${path}`];
      const response = responses[`${status}`];
      if (response === undefined) return [`the description has no status ${status} for ${method} ${path}`];
      const pointer = ['paths', path, method.toLowerCase(), 'responses', `${status}`];
      const schema = bodySchema(response, pointer);
      if (schema === undefined) return body === undefined ? [] : ['the description has no body here'];
      const validate = ajv.compile({ $ref: schema });
      return validate(body)
        ? []
        : (validate.errors ?? []).map((problem) => `${problem.instancePath} ${problem.message ?? ''}`);
    },
  };

  // Shared responses are references; every one that is used here has its body under application/json.
  function bodySchema(response: Response, pointer: readonly string[]): string | undefined {
    if (response.$ref !== undefined) return `github${response.$ref}/content/application~1json/schema`;
    if (response.content === undefined) return undefined;
    return `github#/${[...pointer, 'content', 'application/json', 'schema'].map(escapePointer).join('/')}`;
  }
}

// JSON pointer in a URI fragment: RFC 6901, 3 and 6.
function escapePointer(part: string): string {
  return encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'));
}

/**
 * Two things that the description gets wrong throughout, in place of a list of exceptions: 135 schemas are nullable without a type,
 * to which OpenAPI 3.0.3 gives no meaning, and enumerations of nullable fields do not list null, without which they forbid it.
 */
function repairNullable(_key: string, value: unknown): unknown {
  if (!isRecord(value) || value['nullable'] !== true) return value;
  const schema = Object.fromEntries(Object.entries(value).filter(([name]) => name !== 'nullable'));
  return schema['type'] === undefined || Array.isArray(schema['enum']) ? { anyOf: [schema, { type: 'null' }] } : value;
}
