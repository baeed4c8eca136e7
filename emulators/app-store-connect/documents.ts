import type { Query } from './queries.ts';
import { followRelationship, isResourceType, rowOf, showAttributes, type AnyResource } from './resources.ts';
import type { RelationshipRow } from './resources/rows.ts';
import type { AscState, ResourceType } from './state.ts';

/** Where and when an answer is written. */
export interface Writing {
  readonly state: AscState;
  readonly now: number;
  /** Address that links begin with, without a slash at the end. */
  readonly base: string;
}

export type Wishes = Pick<Query, 'include' | 'fields' | 'limits'>;

export const NO_WISHES: Wishes = { include: [], fields: {}, limits: {} };

/** How many included resources a relationship shows where the caller does not say. */
const STANDARD_INCLUDED = 10;

/** The `data` of an answer, and what it includes. */
export interface Written {
  readonly data: object[];
  readonly included: object[];
}

/** JSON:API documents as Apple writes them: `data` of a relationship only where it is included, its links always. */
export function writeResources(
  writing: Writing,
  type: ResourceType,
  resources: readonly AnyResource[],
  wishes: Wishes,
): Written {
  const included = new Map<string, object>();
  const data = resources.map((resource) => {
    for (const name of wishes.include) {
      for (const related of pickIncluded(writing, type, resource, name, wishes)) {
        const row = rowOf(type).relationships[name];
        if (row === undefined || !isResourceType(row.type)) continue;
        const written = writeResource(writing, row.type, related, { ...wishes, include: [] });
        included.set(`${row.type} ${related.id}`, written);
      }
    }
    return writeResource(writing, type, resource, wishes);
  });
  return { data, included: [...included.values()] };
}

function pickIncluded(
  { state, now }: Writing,
  type: ResourceType,
  resource: AnyResource,
  name: string,
  { limits }: Wishes,
): AnyResource[] {
  const row = rowOf(type).relationships[name];
  if (row === undefined) return [];
  return followRelationship(state, resource, name, row)
    .filter((related) => isVisible(row.type, related, now))
    .slice(0, limits[name] ?? STANDARD_INCLUDED);
}

export function isVisible(type: string, resource: AnyResource, now: number): boolean {
  if (!isResourceType(type)) return false;
  return rowOf(type).visible?.(resource as never, now) ?? true;
}

function writeResource(writing: Writing, type: ResourceType, resource: AnyResource, wishes: Wishes): object {
  const wanted = wishes.fields[type];
  const isWanted = ([name]: readonly [string, unknown]): boolean => wanted?.includes(name) ?? true;
  const self = `${writing.base}/v1/${type}/${resource.id}`;
  const attributes = Object.entries(showAttributes(writing.state, type, resource, writing.now)).filter(isWanted);
  const relationships = Object.entries(rowOf(type).relationships)
    .filter(isWanted)
    .map(([name, row]) => [name, writeRelationship(writing, type, resource, name, row, wishes)] as const)
    .filter(([, written]) => Object.keys(written).length > 0);
  return {
    type,
    id: resource.id,
    ...(attributes.length > 0 ? { attributes: Object.fromEntries(attributes) } : {}),
    ...(relationships.length > 0 ? { relationships: Object.fromEntries(relationships) } : {}),
    links: { self },
  };
}

function writeRelationship(
  writing: Writing,
  type: ResourceType,
  resource: AnyResource,
  name: string,
  row: RelationshipRow,
  wishes: Wishes,
): object {
  const self = `${writing.base}/v1/${type}/${resource.id}`;
  const links = row.linked ? { links: { self: `${self}/relationships/${name}`, related: `${self}/${name}` } } : {};
  if (!wishes.include.includes(name)) return links;
  const shown = pickIncluded(writing, type, resource, name, wishes).map(({ id }) => ({ type: row.type, id }));
  if (!row.many) {
    const isLeftOut = shown.length === 0 && writing.state.settings.emptyIncluded === 'left-out';
    return isLeftOut ? links : { ...links, data: shown[0] ?? null };
  }
  const total = followRelationship(writing.state, resource, name, row).length;
  const paging = { total, limit: wishes.limits[name] ?? STANDARD_INCLUDED };
  return { ...links, meta: { paging }, data: shown };
}
