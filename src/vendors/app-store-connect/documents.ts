import { list, optional, record, text } from '#kit/shapes';
import type { Shape } from '#kit/shapes';

/** A resource of JSON:API, with the attributes that were asked for. */
export interface Resource<A> {
  readonly id: string;
  readonly attributes: A;
  /** Ids by relationship, as far as the answer tells them: none for an empty one, no entry for one that is not told. */
  readonly related: Readonly<Record<string, readonly string[] | undefined>>;
}

/** An enumeration of Apple's. It may grow, so a word that is not known is no error of the answer: nothing is decided for it. */
export const word = text(100, /^[A-Z][A-Z_0-9]*$/, 'a word in capitals');

/** A point in time, in milliseconds since the epoch. */
export const instant: Shape<number> = (value, where) => {
  const written = text(40, /^\d{4}-\d\d-\d\dT/, 'a date and time')(value, where);
  const read = Date.parse(written);
  if (Number.isNaN(read)) throw new SyntaxError(`${where} has to be a date and time, and is "${written}"`);
  return read;
};

const id = text(500, /^[\x21-\x7e]+$/, 'an id');
const head = record({ type: text(100), id }, 'ignored');

function resource<A extends object>(type: string, attributes: Shape<A>): Shape<Resource<A>> {
  return (value, where) => {
    const found = head(value, where);
    if (found.type !== type) throw new SyntaxError(`${where} has to be of the type ${type}, and is ${found.type}`);
    const raw = value as { readonly attributes?: unknown; readonly relationships?: unknown };
    return {
      id: found.id,
      attributes: attributes(raw.attributes ?? {}, `${where}.attributes`),
      related: readRelated(raw.relationships, `${where}.relationships`),
    };
  };
}

function readRelated(value: unknown, where: string): Resource<unknown>['related'] {
  if (typeof value !== 'object' || value === null) return {};
  const related = Object.entries(value).map(([name, relationship]: [string, unknown]) => {
    const data =
      typeof relationship === 'object' && relationship !== null && 'data' in relationship
        ? relationship.data
        : undefined;
    return [name, readIds(data, `${where}.${name}.data`)];
  });
  return Object.fromEntries(related) as Resource<unknown>['related'];
}

function readIds(data: unknown, where: string): readonly string[] | undefined {
  if (data === undefined) return undefined;
  if (data === null) return [];
  return Array.isArray(data) ? list(head)(data, where).map((one) => one.id) : [head(data, where).id];
}

type Make<A, T> = (resource: Resource<A>, included: readonly unknown[]) => T;

/** An answer with one resource, turned into what the caller needs. */
export function one<A extends object, T>(type: string, attributes: Shape<A>, make: Make<A, T>): Shape<T> {
  const shape = documentOf(resource(type, attributes));
  return (value, where) => {
    const { data, included } = shape(value, where);
    return make(data, included);
  };
}

/** An answer with a list of them. */
export function many<A extends object, T>(type: string, attributes: Shape<A>, make: Make<A, T>): Shape<readonly T[]> {
  const shape = documentOf(list(resource(type, attributes)));
  return (value, where) => {
    const { data, included } = shape(value, where);
    return data.map((item) => make(item, included));
  };
}

function documentOf<T>(data: Shape<T>): Shape<{ data: T; included: readonly unknown[] }> {
  const shape = record({ data, included: optional(list((value: unknown) => value)) }, 'ignored');
  return (value, where) => {
    const read = shape(value, where);
    return { data: read.data, included: read.included ?? [] };
  };
}

/**
 * The resource that came along under a to-one relationship; null when there is none.
 * @throws SyntaxError when the answer does not tell, although it was asked: that is not the same as none.
 */
export function readIncluded<A extends object>(
  included: readonly unknown[],
  related: readonly string[] | undefined,
  type: string,
  attributes: Shape<A>,
): Resource<A> | null {
  if (related === undefined) throw new SyntaxError(`the answer does not tell its ${type}`);
  const [wanted] = related;
  if (wanted === undefined) return null;
  const found = included.find((one) => {
    const { type: kind, id: name } = (one ?? {}) as { readonly type?: unknown; readonly id?: unknown };
    return kind === type && name === wanted;
  });
  return resource(type, attributes)(found, `${type} ${wanted}`);
}
