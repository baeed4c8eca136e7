import type { Ingestion, SessionRow } from './sessions.ts';

export interface SentryState {
  /** By slug. */
  organizations: Record<string, Organization>;
  /** By secret. */
  tokens: Record<string, AuthToken>;
  lastId: number;
}

export interface Organization {
  readonly id: number;
  readonly slug: string;
  projects: Project[];
  /** The newest last. */
  releases: Release[];
  sessions: SessionRow[];
  ingestion: Ingestion;
}

export interface Project {
  readonly id: number;
  readonly slug: string;
}

export interface Release {
  readonly id: number;
  readonly version: string;
  /** Slugs. */
  projects: string[];
  /** ms since the epoch. */
  readonly createdAt: number;
}

export interface AuthToken {
  readonly name: string;
  /** Slug of the only organization that it reaches. */
  readonly organization: string;
  readonly scopes: readonly string[];
}

export function nextId(state: SentryState): number {
  state.lastId += 1;
  return state.lastId;
}

/** A release comes into being with the first thing that names it: https://docs.sentry.io/product/releases/setup/ */
export function ensureRelease(
  state: SentryState,
  organization: Organization,
  version: string,
  { project, at }: { readonly project: string; readonly at: number },
): void {
  const known = organization.releases.find((release) => release.version === version);
  if (known === undefined) {
    organization.releases.push({ id: nextId(state), version, projects: [project], createdAt: at });
  } else if (!known.projects.includes(project)) known.projects.push(project);
}

/** Copies the state for a transaction. Sessions that were counted never change, so they are shared and only their list is copied. */
export function forkState({ organizations, ...rest }: SentryState): SentryState {
  const copies = Object.entries(organizations).map(([slug, { sessions, ...organization }]): [string, Organization] => [
    slug,
    { ...structuredClone(organization), sessions: [...sessions] },
  ]);
  return { ...structuredClone(rest), organizations: Object.fromEntries(copies) };
}
