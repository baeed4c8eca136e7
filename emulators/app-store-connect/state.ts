import type { Resources, ResourceType } from './entities.ts';
import type { Settings } from './settings.ts';

export type * from './entities.ts';

/**
 * What App Store Connect knows, as plain data. Each resource has the attributes that Apple documents for it, the ids of what it
 * belongs to or points at (`to`), and what Apple knows beside them. Times beside the attributes are in ms since the epoch.
 */
export interface AscState {
  readonly tables: Tables;
  /** What happens by itself, and when. */
  timers: Timer[];
  settings: Settings;
  /** Whether the account holder has signed the agreements in force; without them every request is refused. */
  agreementsInEffect: boolean;
  lastId: number;
}

/** By type and id, oldest first. */
export type Tables = { readonly [T in ResourceType]: Record<string, Resources[T]> };

/** Something that happens by itself. The kinds are the table of timers.ts. */
export interface Timer {
  readonly kind: TimerKind;
  readonly at: number;
  /** The resource that it happens to. */
  readonly id: string;
}

export type TimerKind =
  | 'build-processed'
  | 'upload-processed'
  | 'screenshot-processed'
  | 'version-added'
  | 'review-begins'
  | 'review-ends'
  | 'submission-completes'
  | 'cancellation-ends'
  | 'release-date'
  | 'distributed'
  | 'phase-ends'
  | 'pause-budget-ends'
  | 'beta-review-begins'
  | 'beta-review-ends';

/** An id that no other resource has, in the form of Apple's. Apps have ten digits. */
export function nextId(state: AscState): string {
  state.lastId += 1;
  return `00000000-0000-4000-8000-${state.lastId.toString(16).padStart(12, '0')}`;
}

/** All of a type that `wanted` wants, oldest first. */
export function findAll<T extends ResourceType>(
  state: AscState,
  type: T,
  wanted: (resource: Resources[T]) => boolean,
): Resources[T][] {
  return Object.values<Resources[T]>(state.tables[type]).filter(wanted);
}

/** The resource of an id that the state itself holds. */
export function getResource<T extends ResourceType>(state: AscState, type: T, id: string): Resources[T] {
  const found = state.tables[type][id];
  if (found === undefined) throw new Error(`The state points at ${type} ${id}, which it does not have.`);
  return found;
}
