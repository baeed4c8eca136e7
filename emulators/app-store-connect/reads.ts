import type { Answer } from '../base/routes.ts';
import { isVisible, writeResources } from './documents.ts';
import type { Task } from './keys.ts';
import { selectResources } from './lists.ts';
import { parseQuery, writeCursor, type Query, type QueryRules } from './queries.ts';
import { notFound, refuse } from './refusals.ts';
import { followRelationship, isResourceType, listResources, rowOf, type AnyResource } from './resources.ts';
import { APPLE } from './resources/rows.ts';
import { inCall, type AscRoute, type Call } from './routing.ts';
import type { ResourceType } from './state.ts';

type Rules = Omit<QueryRules, 'type' | 'many'>;

/** Where one resource can be read by its id. */
export function instance(type: ResourceType): AscRoute {
  return createRead(`${type}_getInstance`, `/v1/${type}/{id}`, { type, many: false }, (call) =>
    findOne(call, type, call.id),
  );
}

/** Where all resources of a type can be listed. */
export function collection(type: ResourceType, rules: Rules = {}): AscRoute {
  return createRead(`${type}_getCollection`, `/v1/${type}`, { ...rules, type, many: true }, ({ state }) =>
    listResources(state, type),
  );
}

/** Where the resources of a relationship can be read, and their ids alone. */
export function related(parent: ResourceType, relationship: string, rules: Rules = {}): AscRoute[] {
  const row = rowOf(parent).relationships[relationship];
  if (row === undefined || !isResourceType(row.type)) throw new Error(`${parent} has no ${relationship}.`);
  const { type, many } = { type: row.type, many: row.many };
  const count = many ? 'ToMany' : 'ToOne';
  const read = (call: Call): AnyResource[] => {
    const [owner] = findOne(call, parent, call.id);
    return owner === undefined ? [] : followRelationship(call.state, owner, relationship, row);
  };
  const operation = `${parent}_${relationship}_get${count}`;
  const path = `/v1/${parent}/{id}`;
  return [
    createRead(`${operation}Related`, `${path}/${relationship}`, { ...rules, type, many }, read),
    createRead(`${operation}Relationship`, `${path}/relationships/${relationship}`, { type, many }, read, 'ids'),
  ];
}

function findOne({ state }: Call, type: ResourceType, id: string): AnyResource[] {
  const found = state.tables[type][id];
  if (found === undefined) throw refuse(notFound(type, id));
  return [found as unknown as AnyResource];
}

function createRead(
  operation: string,
  path: string,
  rules: QueryRules,
  read: (call: Call) => AnyResource[],
  shows: 'all' | 'ids' = 'all',
): AscRoute {
  const task: Task = rules.type === 'customerReviews' ? 'read-reviews' : 'read';
  return {
    operation,
    method: 'GET',
    path,
    needs: { task },
    ...(shows === 'all' ? { rules } : {}),
    source: `${APPLE}/get${path.replace(/[{}]/g, '_').replace(/\//g, '-').toLowerCase()}`,
    handler: inCall((call) => {
      const query = parseQuery(call.request, shows === 'ids' ? { ...rules, includes: false } : rules);
      const visible = read(call).filter((resource) => isVisible(rules.type, resource, call.now));
      return rules.many
        ? answerList(call, rules, query, visible, shows)
        : answerOne(call, rules, query, visible, shows);
    }),
  };
}

function answerOne(
  call: Call,
  { type }: QueryRules,
  query: Query,
  resources: readonly AnyResource[],
  shows: 'all' | 'ids',
): Answer {
  const { data, included } = writeResources(call, type, resources.slice(0, 1), query);
  const [first] = shows === 'ids' ? data.map(toId) : data;
  if (first === undefined && call.state.settings.emptyRelated === 'not-found') throw refuse(notFound(type, call.id));
  return {
    status: 200,
    body: { data: first ?? null, ...includedPart(query, included), links: { self: addressOf(call) } },
  };
}

function answerList(
  call: Call,
  { type }: QueryRules,
  query: Query,
  resources: readonly AnyResource[],
  shows: 'all' | 'ids',
): Answer {
  const all = selectResources(call.state, type, resources, query, call.now);
  const limit = Math.min(query.limit, call.state.settings.largestPage);
  const end = query.offset + limit;
  const { data, included } = writeResources(call, type, all.slice(query.offset, end), query);
  const nextCursor = end < all.length ? writeCursor(end) : undefined;
  return {
    status: 200,
    body: {
      data: shows === 'ids' ? data.map(toId) : data,
      ...includedPart(query, included),
      links: {
        self: addressOf(call),
        ...(query.offset === 0 ? {} : { first: addressOf(call, null) }),
        ...(nextCursor === undefined ? {} : { next: addressOf(call, nextCursor) }),
      },
      meta: { paging: { total: all.length, limit, ...(nextCursor === undefined ? {} : { nextCursor }) } },
    },
  };
}

function toId(resource: object): object {
  const { type, id } = resource as { type: string; id: string };
  return { type, id };
}

function includedPart({ include }: Query, included: readonly object[]): object {
  return include.length === 0 ? {} : { included };
}

/** The address of the request. @param cursor of another page; null for the first */
function addressOf({ request, base }: Call, cursor?: string | null): string {
  const query = new URLSearchParams(request.query);
  if (cursor === null) query.delete('cursor');
  else if (cursor !== undefined) query.set('cursor', cursor);
  const text = query.toString();
  return `${base}${request.path}${text === '' ? '' : `?${text}`}`;
}
