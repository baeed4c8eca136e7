import { makeToken } from './tokens.ts';
import { ensureRelease, nextId, type Organization, type SentryState } from './state.ts';

/** The state of an emulator before its first request. */
export interface SentryWorld {
  readonly state: SentryState;
  readonly addOrganization: (slug: string) => Organization;
  /** @returns its number */
  readonly addProject: (organization: string, slug: string) => number;
  readonly addRelease: (organization: string, version: string, options: ReleaseOptions) => void;
  /** @returns the secret */
  readonly addToken: (organization: string, kind: TokenKind, scopes?: readonly string[]) => string;
}

export interface ReleaseOptions {
  /** Slug. */
  readonly project: string;
  /** ISO 8601. */
  readonly createdAt: string;
}

/** `organization`: for CI, with scopes that nobody can change. `integration`: of an internal integration. */
export type TokenKind = 'organization' | 'integration';

/** https://docs.sentry.io/api/permissions/; an organization token has org:ci and nothing else (https://docs.sentry.io/account/auth-tokens/). */
const SCOPES: Readonly<Record<TokenKind, readonly string[]>> = {
  organization: ['org:ci'],
  integration: ['org:read', 'project:read', 'project:releases'],
};

/** An empty world. It is filled before the emulator starts; what happens later goes through the ingestion. */
export function createSentryWorld(): SentryWorld {
  const state: SentryState = { organizations: {}, tokens: {}, lastId: 4_500_000_000_000_000 };

  function find(slug: string): Organization {
    const organization = state.organizations[slug];
    if (organization === undefined) throw new Error(`The world has no organization ${slug}: add it first.`);
    return organization;
  }

  return {
    state,
    addOrganization: (slug) => {
      const organization: Organization = {
        id: nextId(state),
        slug,
        projects: [],
        releases: [],
        sessions: [],
        ingestion: { delay: 0, crashDelay: 0, frozenAt: null },
      };
      state.organizations[slug] = organization;
      return organization;
    },
    addProject: (organization, slug) => {
      const id = nextId(state);
      find(organization).projects.push({ id, slug });
      return id;
    },
    addRelease: (organization, version, { project, createdAt }) => {
      ensureRelease(state, find(organization), version, { project, at: Date.parse(createdAt) });
    },
    addToken: (organization, kind, scopes = SCOPES[kind]) => {
      const id = nextId(state);
      const secret = makeToken(kind, organization, id);
      state.tokens[secret] = { name: `${kind} ${id}`, organization: find(organization).slug, scopes };
      return secret;
    },
  };
}
