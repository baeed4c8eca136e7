import type { Repository } from './state.ts';

/** Addresses in answers. */
export interface Links {
  /** Base URL of the API. */
  readonly origin: string;
  /** The repository at the API. */
  readonly api: string;
  /** The repository for people. */
  readonly html: string;
  readonly user: (login: string) => string;
}

export function createLinks(origin: string, { owner, name }: Pick<Repository, 'owner' | 'name'>): Links {
  return {
    origin,
    api: `${origin}/repos/${owner}/${name}`,
    html: `https://github.com/${owner}/${name}`,
    user: (login) => `${origin}/users/${encodeURIComponent(login)}`,
  };
}

/** A global node id. Opaque, as GitHub's are, and different for everything. */
export function nodeId(kind: string, id: number | string): string {
  return `${kind}_${Buffer.from(`${id}`).toString('base64url')}`;
}

/** The id that a node id was made of; undefined for a node of another kind. */
export function fromNodeId(kind: string, node: string): string | undefined {
  return node.startsWith(`${kind}_`) ? Buffer.from(node.slice(kind.length + 1), 'base64url').toString() : undefined;
}
