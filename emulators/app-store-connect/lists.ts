import { isRecord } from '../base/data.ts';
import type { Query } from './queries.ts';
import { followRelationship, isResourceType, rowOf, showAttributes, type AnyResource } from './resources.ts';
import type { AscState, ResourceType } from './state.ts';

/** Keeps what the filters want, and sorts it. `resources` stand oldest first. */
export function selectResources(
  state: AscState,
  type: ResourceType,
  resources: readonly AnyResource[],
  { filters, exists, sort }: Query,
  now: number,
): AnyResource[] {
  const kept = resources.filter(
    (resource) =>
      filters.every(({ path, values }) =>
        readPath(state, type, resource, path, now).some((value) => values.includes(value)),
      ) &&
      exists.every(
        ({ attribute, wanted }) =>
          ((showAttributes(state, type, resource, now)[attribute] ?? null) !== null) === wanted,
      ),
  );
  if (rowOf(type).newestFirst === true && state.settings.newestFirst) kept.reverse();
  const keyed = kept.map((resource) => ({
    resource,
    keys: sort.map(({ attribute }) => sortKey(state, type, resource, attribute, now)),
  }));
  keyed.sort((a, b) => {
    for (const [index, { descending }] of sort.entries()) {
      const order = compareTexts(a.keys[index] ?? '', b.keys[index] ?? '');
      if (order !== 0) return descending ? -order : order;
    }
    return 0;
  });
  return keyed.map(({ resource }) => resource);
}

/** The values at the end of a path such as `preReleaseVersion.version`: of an attribute, or ids where it ends with a relationship. */
function readPath(state: AscState, type: ResourceType, resource: AnyResource, path: string, now: number): string[] {
  const [first = '', ...rest] = path.split('.');
  if (first === 'id') return [resource.id];
  const relationship = rowOf(type).relationships[first];
  if (relationship === undefined) {
    const value = showAttributes(state, type, resource, now)[first];
    // The state of an upload is an object, of which the filter means one field.
    return [String(isRecord(value) ? value['state'] : value)];
  }
  const related = followRelationship(state, resource, first, relationship);
  if (rest.length === 0 || !isResourceType(relationship.type)) return related.map(({ id }) => id);
  const next = relationship.type;
  return related.flatMap((one) => readPath(state, next, one, rest.join('.'), now));
}

/** A relationship sorts by the version of what it leads to. */
function sortKey(state: AscState, type: ResourceType, resource: AnyResource, name: string, now: number): string {
  const path = name in rowOf(type).relationships ? `${name}.version` : name;
  return readPath(state, type, resource, path, now).join();
}

/** Numbers within texts count as numbers: 1.10 comes after 1.9. */
const { compare: compareTexts } = new Intl.Collator('en', { numeric: true });
