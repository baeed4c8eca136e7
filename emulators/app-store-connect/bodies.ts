import { isRecord } from '../base/data.ts';
import { refuse, type AscError } from './refusals.ts';
import { rowOf } from './resources.ts';
import type { AttributeKind } from './resources/rows.ts';
import type { Call } from './routing.ts';
import type { ResourceType } from './state.ts';

/** What a body may hold: Apple's description of each request. */
export interface BodyShape {
  readonly type: ResourceType;
  /** Attributes that must be there. */
  readonly required?: readonly string[];
  readonly optional?: readonly string[];
  /** Relationships to one resource, by their types. A question mark behind the type: it may be missing. */
  readonly relationships?: Readonly<Record<string, ResourceType | `${ResourceType}?`>>;
  /** Relationships to types that are not emulated, which are read for their names alone. */
  readonly strangers?: readonly string[];
}

export interface Document {
  readonly attributes: Readonly<Record<string, unknown>>;
  /** Ids by relationship, as far as they were sent; null for one that is to be emptied. */
  readonly to: Readonly<Record<string, string | null>>;
}

/** Attributes that can be sent and are never shown. */
const WRITE_ONLY: Readonly<Record<string, AttributeKind>> = {
  submitted: 'boolean',
  canceled: 'boolean',
  resolved: 'boolean',
  removed: 'boolean',
  uploaded: 'boolean',
};

/** Reads the body of a POST or a PATCH, and refuses what Apple refuses in every body. */
export function readDocument(call: Call, shape: BodyShape): Document {
  const data = readData(call);
  if (!isRecord(data)) throw refuse(badDocument('The request entity has no object at /data'));
  if (data['type'] !== shape.type) {
    throw refuse(entityError('', `The type '${String(data['type'])}' is not that of this request`, '/data/type'));
  }
  if (call.id !== '' && data['id'] !== call.id) {
    throw refuse(entityError('.ID.INVALID', `The id '${String(data['id'])}' is not that of the path`, '/data/id'));
  }
  const attributes = isRecord(data['attributes']) ? data['attributes'] : {};
  const relationships = isRecord(data['relationships']) ? data['relationships'] : {};
  const errors = [...checkAttributes(attributes, shape), ...checkRelationships(call, relationships, shape)];
  const [first, ...more] = errors;
  if (first !== undefined) throw refuse(first, ...more);
  const to = Object.entries(relationships).map(([name, value]) => [name, readId(value) ?? null] as const);
  return { attributes, to: Object.fromEntries(to) };
}

/** Reads the body of a change of a relationship to one: an id, or null. */
export function readLinkage(call: Call, type: ResourceType): string | null {
  const data = readData(call);
  if (data === null) return null;
  const id = isRecord(data) && data['type'] === type ? data['id'] : undefined;
  if (typeof id !== 'string') throw refuse(badDocument(`The request entity has no id of one of ${type} at /data`));
  return id;
}

/** Reads the body of a change of a relationship to many: ids of one type. */
export function readLinkages(call: Call, type: ResourceType): string[] {
  const data = readData(call);
  if (!Array.isArray(data)) throw refuse(badDocument('The request entity has no list at /data'));
  return data.map((entry: unknown, index) => {
    if (!isRecord(entry) || entry['type'] !== type || typeof entry['id'] !== 'string') {
      throw refuse(entityError('.RELATIONSHIP.INVALID', `Not the id of one of ${type}`, `/data/${index}`));
    }
    if (call.state.tables[type][entry['id']] === undefined) {
      throw refuse({
        ...entityError('.RELATIONSHIP.INVALID', `${type} with id ${entry['id']} cannot be found`, `/data/${index}`),
        status: 404,
        code: 'NOT_FOUND',
      });
    }
    return entry['id'];
  });
}

function readData({ request }: Call): unknown {
  const [type = ''] = (request.headers['content-type'] ?? '').split(';');
  // What fastlane sends, and what JSON:API names.
  if (!['application/json', 'application/vnd.api+json'].includes(type.trim().toLowerCase())) {
    throw refuse({
      status: 415,
      code: 'UNSUPPORTED_MEDIA_TYPE',
      title: 'The media type of the request entity is not supported',
      detail: `The Content-Type '${type}' is not supported by this request`,
    });
  }
  if (!isRecord(request.body)) throw refuse(badDocument('The request entity is no JSON object'));
  return request.body['data'];
}

function checkAttributes(attributes: Readonly<Record<string, unknown>>, shape: BodyShape): AscError[] {
  const { type, required = [], optional = [] } = shape;
  const missing = required
    .filter((name) => attributes[name] === undefined || attributes[name] === null)
    .map((name) => ({
      ...entityError(
        '.ATTRIBUTE.REQUIRED',
        `You must provide a value for the attribute '${name}' with this request`,
        `/data/attributes/${name}`,
      ),
      title: 'The provided entity is missing a required attribute',
    }));
  const wrong = Object.entries(attributes).flatMap(([name, value]): AscError[] => {
    const pointer = `/data/attributes/${name}`;
    if (![...required, ...optional].includes(name)) {
      return [
        {
          ...entityError('.ATTRIBUTE.UNKNOWN', `'${name}' is not an attribute on the resource '${type}'`, pointer),
          title: 'The provided entity includes an unknown attribute',
        },
      ];
    }
    const kind = WRITE_ONLY[name] ?? rowOf(type).attributes[name] ?? 'string';
    if (value === null || isOfKind(value, kind)) return [];
    return Array.isArray(kind)
      ? [entityError('.ATTRIBUTE.INVALID', `${JSON.stringify(value)} is not a valid value for '${name}'`, pointer)]
      : [
          {
            ...entityError('.ATTRIBUTE.TYPE', `The value of '${name}' has the wrong type`, pointer),
            title: 'An attribute in the provided entity has the wrong type',
          },
        ];
  });
  return [...missing, ...wrong];
}

const TESTS: Readonly<Record<string, (value: unknown) => boolean>> = {
  string: (value) => typeof value === 'string',
  boolean: (value) => typeof value === 'boolean',
  integer: Number.isInteger,
  'date-time': (value) => typeof value === 'string' && !Number.isNaN(Date.parse(value)),
  object: isRecord,
};

function isOfKind(value: unknown, kind: AttributeKind): boolean {
  return typeof kind === 'string' ? (TESTS[kind]?.(value) ?? false) : kind.includes(String(value));
}

function checkRelationships(
  { state }: Call,
  relationships: Readonly<Record<string, unknown>>,
  { relationships: known = {}, strangers = [], type }: BodyShape,
): AscError[] {
  const missing = Object.entries(known)
    .filter(([name, target]) => !target.endsWith('?') && readId(relationships[name]) === undefined)
    .map(([name]) => ({
      ...entityError(
        '.RELATIONSHIP.REQUIRED',
        `You must provide a value for the relationship '${name}' with this request`,
        `/data/relationships/${name}`,
      ),
      title: 'The provided entity is missing a required relationship',
    }));
  const wrong = Object.entries(relationships).flatMap(([name, value]): AscError[] => {
    const pointer = `/data/relationships/${name}`;
    const target = known[name]?.replace('?', '') as ResourceType | undefined;
    if (strangers.includes(name)) return [];
    if (target === undefined) {
      return [
        {
          ...entityError('.RELATIONSHIP.UNKNOWN', `'${name}' is not a relationship on the resource '${type}'`, pointer),
          title: 'The provided entity includes an unknown relationship',
        },
      ];
    }
    const id = readId(value);
    if (id === undefined || (readType(value) === target && state.tables[target][id] !== undefined)) return [];
    // https://github.com/microsoft/asconnect/pull/47
    return [
      {
        ...entityError('.RELATIONSHIP.INVALID', `${name} with id ${id} cannot be found`, pointer),
        title: 'Relationship is invalid',
      },
    ];
  });
  return [...missing, ...wrong];
}

function readId(value: unknown): string | undefined {
  const data = isRecord(value) ? value['data'] : undefined;
  return isRecord(data) && typeof data['id'] === 'string' ? data['id'] : undefined;
}

function readType(value: unknown): unknown {
  return isRecord(value) && isRecord(value['data']) ? value['data']['type'] : undefined;
}

function entityError(special: string, detail: string, pointer: string): AscError {
  return {
    status: 409,
    code: `ENTITY_ERROR${special}`,
    title: 'The provided entity includes an invalid value',
    detail,
    source: { pointer },
  };
}

function badDocument(detail: string): AscError {
  return {
    status: 422,
    code: 'ENTITY_INVALID',
    title: 'The request entity is not a valid request document object',
    detail,
    source: { pointer: '' },
  };
}
