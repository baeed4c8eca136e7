/** The part of JSON Schema (2020-12) that our own schemas use. A keyword that is not here is an error, not ignored. */
type JsonSchema = Readonly<Record<string, unknown>>;

/** What a value breaks, one line per finding with its place; empty when it fits. */
export function findMisfits(schema: JsonSchema, value: unknown, root = schema, where = ''): readonly string[] {
  return Object.entries(schema).flatMap(([keyword, argument]) => {
    const check = keywords[keyword];
    if (check === undefined) throw new Error(`this reader does not know the keyword ${keyword}`);
    return check(argument as never, value, { schema, root, where });
  });
}

interface Place {
  readonly schema: JsonSchema;
  readonly root: JsonSchema;
  readonly where: string;
}

type Keyword = (argument: never, value: unknown, place: Place) => readonly string[];

const silent: Keyword = () => [];
const rule =
  (name: string, fits: (argument: never, value: never) => boolean, type: string): Keyword =>
  (argument, value, { where }) =>
    typeof value !== type || fits(argument, value as never) ? [] : [`${where}: ${name}`];

const types: Readonly<Record<string, (value: unknown) => boolean>> = {
  null: (value) => value === null,
  boolean: (value) => typeof value === 'boolean',
  string: (value) => typeof value === 'string',
  number: (value) => typeof value === 'number',
  integer: (value) => Number.isInteger(value),
  array: Array.isArray,
  object: isObject,
};

const keywords: Readonly<Record<string, Keyword>> = {
  $schema: silent,
  $id: silent,
  $defs: silent,
  title: silent,
  description: silent,
  default: silent,
  examples: silent,
  type: (names: string | readonly string[], value, { where }) =>
    [names].flat().some((name) => types[name]?.(value) === true)
      ? []
      : [`${where}: type ${[names].flat().join(' or ')}`],
  const: (wanted, value, { where }) => (value === wanted ? [] : [`${where}: const`]),
  enum: (words: readonly unknown[], value, { where }) => (words.includes(value) ? [] : [`${where}: enum`]),
  minimum: rule('minimum', (least: number, value: number) => value >= least, 'number'),
  maximum: rule('maximum', (most: number, value: number) => value <= most, 'number'),
  // Code points, as the specification counts them.
  maxLength: rule('maxLength', (most: number, value: string) => Array.from(value).length <= most, 'string'),
  minLength: rule('minLength', (least: number, value: string) => Array.from(value).length >= least, 'string'),
  pattern: rule('pattern', (pattern: string, value: string) => new RegExp(pattern, 'u').test(value), 'string'),
  maxItems: (most: number, value, { where }) =>
    Array.isArray(value) && value.length > most ? [`${where}: maxItems`] : [],
  minItems: (least: number, value, { where }) =>
    Array.isArray(value) && value.length < least ? [`${where}: minItems`] : [],
  minProperties: (least: number, value, { where }) =>
    isObject(value) && Object.keys(value).length < least ? [`${where}: minProperties`] : [],
  prefixItems: (schemas: readonly JsonSchema[], value, { root, where }) =>
    Array.isArray(value)
      ? schemas.flatMap((schema, index) =>
          index < value.length ? findMisfits(schema, value[index] as unknown, root, `${where}/${index}`) : [],
        )
      : [],
  contains: (schema: JsonSchema, value, { root, where }) =>
    !Array.isArray(value) || value.some((one) => findMisfits(schema, one, root).length === 0)
      ? []
      : [`${where}: contains`],
  items: (schema: JsonSchema, value, { root, where }) =>
    Array.isArray(value)
      ? value.flatMap((one: unknown, index) => findMisfits(schema, one, root, `${where}/${index}`))
      : [],
  required: (names: readonly string[], value, { where }) =>
    isObject(value)
      ? names.filter((name) => !Object.hasOwn(value, name)).map((name) => `${where}/${name}: required`)
      : [],
  properties: (members: Readonly<Record<string, JsonSchema>>, value, { root, where }) =>
    isObject(value)
      ? Object.entries(members)
          .filter(([name]) => Object.hasOwn(value, name))
          .flatMap(([name, schema]) => findMisfits(schema, value[name], root, `${where}/${name}`))
      : [],
  additionalProperties: (others: JsonSchema | false, value, { schema, root, where }) =>
    isObject(value)
      ? Object.keys(value)
          .filter((name) => !Object.hasOwn(schema['properties'] ?? {}, name))
          .flatMap((name) =>
            others === false
              ? [`${where}/${name}: additionalProperties`]
              : findMisfits(others, value[name], root, `${where}/${name}`),
          )
      : [],
  propertyNames: (schema: JsonSchema, value, { root, where }) =>
    isObject(value) ? Object.keys(value).flatMap((name) => findMisfits(schema, name, root, `${where}/${name}`)) : [],
  allOf: (schemas: readonly JsonSchema[], value, { root, where }) =>
    schemas.flatMap((schema) => findMisfits(schema, value, root, where)),
  oneOf: (schemas: readonly JsonSchema[], value, { root, where }) =>
    schemas.filter((schema) => findMisfits(schema, value, root).length === 0).length === 1 ? [] : [`${where}: oneOf`],
  not: (schema: JsonSchema, value, { root, where }) =>
    findMisfits(schema, value, root).length > 0 ? [] : [`${where}: not`],
  anyOf: (schemas: readonly JsonSchema[], value, { root, where }) =>
    schemas.some((schema) => findMisfits(schema, value, root, where).length === 0) ? [] : [`${where}: anyOf`],
  $ref: (pointer: string, value, { root, where }) => {
    const name = pointer.replace('#/$defs/', '');
    const definitions = root['$defs'] as Readonly<Record<string, JsonSchema>>;
    const found = definitions[name];
    if (found === undefined) throw new Error(`there is no definition ${pointer}`);
    return findMisfits(found, value, root, where);
  },
};

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
