import type { AscState, Resources, ResourceType } from '../state.ts';

/** What an attribute holds; a list of texts is all that it may be. */
export type AttributeKind = 'string' | 'boolean' | 'integer' | 'date-time' | 'object' | readonly string[];

export interface RelationshipRow {
  /** Type of the resources that it leads to. Types that are not emulated have no resources. */
  readonly type: string;
  readonly many: boolean;
  /**
   * Where its ids are: in `to` of the resource; in resources of the type that point here with their `to`; in `lists` of the
   * resource; in resources of the type that list this one; nowhere, since the emulator has none.
   */
  readonly ids:
    | { readonly in: 'to' }
    | { readonly in: 'others'; readonly to: string }
    | { readonly in: 'list' }
    | { readonly in: 'lists-of-others'; readonly list: string }
    | { readonly in: 'nothing' };
  /** Whether it has addresses of its own, which answers then name. */
  readonly linked: boolean;
  /** Whether `include` may name it. */
  readonly included: boolean;
}

export interface ResourceRow<T extends ResourceType = ResourceType> {
  readonly attributes: Readonly<Record<string, AttributeKind>>;
  readonly relationships: Readonly<Record<string, RelationshipRow>>;
  /** Attributes that follow from the rest of the state, or from the time. */
  readonly show?: (resource: Resources[T], state: AscState, now: number) => object;
  /** Whether answers tell of it already. Default: they do. */
  readonly visible?: (resource: Resources[T], now: number) => boolean;
  /** Whether lists begin with the newest where the caller does not sort and the settings say so. Default: with the oldest. */
  readonly newestFirst?: true;
  /** Apple's page about the type. */
  readonly source: string;
}

interface Reach {
  readonly linked?: boolean;
  readonly included?: boolean;
}

/** One resource that this one points at. */
export function one(type: ResourceType, { linked = true, included = true }: Reach = {}): RelationshipRow {
  return { type, many: false, ids: { in: 'to' }, linked, included };
}

/** The one resource that points here. @param to the relationship by which it does */
export function oneOf(type: ResourceType, to: string, { linked = true, included = true }: Reach = {}): RelationshipRow {
  return { type, many: false, ids: { in: 'others', to }, linked, included };
}

/** All resources that point here. */
export function manyOf(
  type: ResourceType,
  to: string,
  { linked = true, included = true }: Reach = {},
): RelationshipRow {
  return { type, many: true, ids: { in: 'others', to }, linked, included };
}

/** Relationships to types that the emulator has none of. They may be asked for, and are empty. */
export function nothing(
  names: { readonly one?: Readonly<Record<string, string>>; readonly many?: Readonly<Record<string, string>> },
  { linked = true, included = true }: Reach = {},
): Record<string, RelationshipRow> {
  const rows = (types: Readonly<Record<string, string>>, many: boolean): [string, RelationshipRow][] =>
    Object.entries(types).map(([name, type]) => [name, { type, many, ids: { in: 'nothing' }, linked, included }]);
  return Object.fromEntries([...rows(names.one ?? {}, false), ...rows(names.many ?? {}, true)]);
}

/** Relationships that have an address, and of which answers tell nothing else. */
export function addresses(...names: readonly string[]): Record<string, RelationshipRow> {
  return Object.fromEntries(
    names.map((name) => [name, { type: name, many: true, ids: { in: 'nothing' }, linked: true, included: false }]),
  );
}

export const PLATFORMS = ['IOS', 'MAC_OS', 'TV_OS', 'VISION_OS'] as const;

export const APPLE = 'https://developer.apple.com/documentation/appstoreconnectapi';
