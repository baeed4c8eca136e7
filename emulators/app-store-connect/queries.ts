import type { EmulatorRequest } from '../base/routes.ts';
import { illegalParameter, invalidParameter, refuse } from './refusals.ts';
import { isResourceType, rowOf } from './resources.ts';
import { LARGEST_PAGE } from './settings.ts';
import type { ResourceType } from './state.ts';

/** What a list, or a single resource, can be asked for. */
export interface QueryRules {
  readonly type: ResourceType;
  /** Whether it is a list. */
  readonly many: boolean;
  /** Names within `filter[...]`. */
  readonly filters?: readonly string[];
  /** Filters without which Apple does not answer. */
  readonly required?: readonly string[];
  /** Names within `exists[...]`. */
  readonly exists?: readonly string[];
  /** Attributes to sort by, each with or without a minus. */
  readonly sorts?: readonly string[];
  /** Whether relationships may be included. Default true. */
  readonly includes?: boolean;
}

export interface Query {
  readonly include: readonly string[];
  /** Fields that the caller wants, by type; all of a type that is not named. */
  readonly fields: Readonly<Record<string, readonly string[]>>;
  /** How many included resources a relationship shows, by its name. */
  readonly limits: Readonly<Record<string, number>>;
  readonly filters: readonly { readonly path: string; readonly values: readonly string[] }[];
  readonly exists: readonly { readonly attribute: string; readonly wanted: boolean }[];
  readonly sort: readonly { readonly attribute: string; readonly descending: boolean }[];
  readonly limit: number;
  readonly offset: number;
}

const STANDARD_PAGE = 50;

/** Included resources of a relationship: `limit[...]` in Apple's description, which says 50, and 1000 for the builds of a group. */
const LARGEST_INCLUDED: Readonly<Record<string, number>> = { 'betaGroups.builds': 1_000 };

/** Reads the query; refuses parameters that Apple refuses. */
export function parseQuery(request: EmulatorRequest, rules: QueryRules): Query {
  const parts: QueryParts = {
    include: [],
    fields: {},
    limits: {},
    filters: [],
    exists: [],
    sort: [],
    limit: STANDARD_PAGE,
    offset: 0,
  };
  for (const [parameter, value] of Object.entries(request.query)) {
    const [, family = '', name = ''] = /^(\w+)(?:\[([\w.]+)\])?$/.exec(parameter) ?? [];
    const read = READERS[name === '' ? family : `${family}[]`];
    if (read === undefined) throw refuse(illegalParameter(parameter));
    read({ parts, rules, parameter, name, values: value.split(','), value });
  }
  const missing = (rules.required ?? []).find((name) => !parts.filters.some(({ path }) => path === name));
  if (missing !== undefined) {
    throw refuse({
      ...invalidParameter(`filter[${missing}]`, `The parameter 'filter[${missing}]' is required for this request`),
      code: 'PARAMETER_ERROR.REQUIRED',
      title: 'A required parameter is missing',
    });
  }
  return parts;
}

type QueryParts = { -readonly [K in keyof Query]: Query[K] };

interface Reading {
  readonly parts: QueryParts;
  readonly rules: QueryRules;
  readonly parameter: string;
  readonly name: string;
  readonly value: string;
  readonly values: readonly string[];
}

const READERS: Readonly<Record<string, (reading: Reading) => void>> = {
  include: readInclude,
  'fields[]': readFields,
  'filter[]': readFilter,
  'exists[]': readExists,
  sort: readSort,
  limit: ({ parts, rules, parameter, value }) => {
    if (!rules.many) throw refuse(illegalParameter(parameter));
    parts.limit = readLimit(parameter, value, LARGEST_PAGE);
  },
  'limit[]': ({ parts, rules, parameter, name, value }) => {
    const relationship = rowOf(rules.type).relationships[name];
    if (relationship?.many !== true || !relationship.included || rules.includes === false) {
      throw refuse(illegalParameter(parameter));
    }
    const largest = LARGEST_INCLUDED[`${rules.type}.${name}`] ?? 50;
    parts.limits = { ...parts.limits, [name]: readLimit(parameter, value, largest) };
  },
  cursor: ({ parts, rules, parameter, value }) => {
    if (!rules.many) throw refuse(illegalParameter(parameter));
    const offset = readCursor(value);
    if (offset === undefined) {
      throw refuse(invalidParameter(parameter, `'${value}' is not a valid cursor for this request`));
    }
    parts.offset = offset;
  },
};

function readInclude({ parts, rules, parameter, values }: Reading): void {
  if (rules.includes === false) throw refuse(illegalParameter(parameter));
  const { relationships } = rowOf(rules.type);
  for (const name of values) {
    if (relationships[name]?.included !== true) {
      throw refuse(invalidParameter(parameter, `'${name}' is not a valid relationship name`));
    }
  }
  parts.include = values;
}

function readFields({ parts, rules, parameter, name, values }: Reading): void {
  const { relationships } = rowOf(rules.type);
  const reachable = Object.values(relationships).some(({ type, included }) => type === name && included);
  if (name !== rules.type && (!reachable || rules.includes === false)) throw refuse(illegalParameter(parameter));
  if (isResourceType(name)) {
    const row = rowOf(name);
    const known = [...Object.keys(row.attributes), ...Object.keys(row.relationships)];
    const unknown = values.find((field) => !known.includes(field));
    if (unknown !== undefined) throw refuse(invalidParameter(parameter, `'${unknown}' is not a valid field name`));
  }
  parts.fields = { ...parts.fields, [name]: values };
}

function readFilter({ parts, rules, parameter, name, values }: Reading): void {
  if (rules.filters?.includes(name) !== true) {
    throw refuse(invalidParameter(parameter, `'${name}' is not a valid filter type`));
  }
  const kind = kindOfFilter(rules.type, name);
  const strange = Array.isArray(kind) ? values.find((value) => !kind.includes(value)) : undefined;
  if (strange !== undefined) {
    throw refuse(invalidParameter(parameter, `'${strange}' is not a valid value for the filter '${name}'`));
  }
  parts.filters = [...parts.filters, { path: name, values }];
}

/** The values that an attribute may have, also where it is one of a related resource; undefined where it may have any. */
function kindOfFilter(type: ResourceType, path: string): readonly string[] | undefined {
  const [first = '', ...rest] = path.split('.');
  const row = rowOf(type);
  const next = row.relationships[first];
  if (rest.length > 0) {
    return next !== undefined && isResourceType(next.type) ? kindOfFilter(next.type, rest.join('.')) : undefined;
  }
  const kind = row.attributes[first];
  return Array.isArray(kind) ? kind : undefined;
}

function readExists({ parts, rules, parameter, name, value }: Reading): void {
  if (rules.exists?.includes(name) !== true) throw refuse(illegalParameter(parameter));
  if (value !== 'true' && value !== 'false') {
    throw refuse(invalidParameter(parameter, `'${value}' is not a valid boolean`));
  }
  parts.exists = [...parts.exists, { attribute: name, wanted: value === 'true' }];
}

function readSort({ parts, rules, parameter, values }: Reading): void {
  const { sorts = [] } = rules;
  // https://github.com/rorkai/App-Store-Connect-CLI and others report it of lists that cannot be sorted.
  if (sorts.length === 0) throw refuse(illegalParameter(parameter));
  parts.sort = values.map((value) => {
    const attribute = value.replace(/^-/, '');
    if (!sorts.includes(attribute)) throw refuse(invalidParameter(parameter, `'${value}' is not a valid sort type`));
    return { attribute, descending: value.startsWith('-') };
  });
}

function readLimit(parameter: string, value: string, largest: number): number {
  const limit = Number(value);
  if (!Number.isInteger(limit) || limit < 1 || limit > largest) {
    throw refuse(invalidParameter(parameter, `The value of '${parameter}' must be between 1 and ${largest}`));
  }
  return limit;
}

/** A cursor says nothing to the caller. */
export function writeCursor(offset: number): string {
  return Buffer.from(JSON.stringify({ offset: `${offset}` })).toString('base64url');
}

function readCursor(cursor: string): number | undefined {
  const [, offset] = /^\{"offset":"(\d+)"\}$/.exec(Buffer.from(cursor, 'base64url').toString()) ?? [];
  return offset === undefined ? undefined : Number(offset);
}
