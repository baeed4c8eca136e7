import type { TokenKind } from './tokens.ts';

/** What is counted apart: https://docs.github.com/en/rest/rate-limit/rate-limit. */
export type Resource = 'core' | 'graphql';

export interface Usage {
  readonly limit: number;
  readonly used: number;
  readonly remaining: number;
  /** Start of the next window, seconds since the epoch. */
  readonly reset: number;
}

export interface RateLimits {
  /** Where a budget stands; `now` in ms. */
  readonly usage: (budget: Budget, now: number) => Usage;
  /** Counts one request. */
  readonly count: (budget: Budget, now: number) => void;
  /** Counts one creation of content. Returns the seconds to wait where the secondary limit is passed, else undefined. */
  readonly create: (owner: string, now: number) => number | undefined;
}

/** Whose requests are counted together. */
export interface Budget {
  /** Repository for a GITHUB_TOKEN, the token itself for others. */
  readonly owner: string;
  readonly kind: TokenKind;
  readonly resource: Resource;
}

export type PrimaryLimits = Readonly<Record<TokenKind, Readonly<Record<Resource, number>>>>;

/**
 * Requests (points, for GraphQL) an hour: https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api and
 * https://docs.github.com/en/graphql/overview/rate-limits-and-query-limits-for-the-graphql-api. Apps: the minimum of an installation.
 */
export const PRIMARY_LIMITS: PrimaryLimits = {
  'github-token': { core: 1_000, graphql: 1_000 },
  app: { core: 5_000, graphql: 5_000 },
  pat: { core: 5_000, graphql: 5_000 },
};

/** Secondary limits of content creation, from the same page: "80 content-generating requests per minute and 500 per hour". */
const CREATION_LIMITS = [
  { ms: 60_000, most: 80 },
  { ms: 3_600_000, most: 500 },
] as const;

const HOUR = 3_600_000;

export function createRateLimits(limits: PrimaryLimits = PRIMARY_LIMITS): RateLimits {
  const windows = new Map<string, { start: number; used: number }>();
  const creations = new Map<string, number[]>();

  function current({ owner, kind, resource }: Budget, now: number): { start: number; used: number } {
    const key = JSON.stringify([kind, owner, resource]);
    const window = windows.get(key);
    if (window !== undefined && now < window.start + HOUR) return window;
    // The window begins with the first request in it.
    const fresh = { start: now, used: 0 };
    windows.set(key, fresh);
    return fresh;
  }

  return {
    usage: (budget, now) => {
      const { start, used } = current(budget, now);
      const limit = limits[budget.kind][budget.resource];
      return { limit, used, remaining: Math.max(0, limit - used), reset: Math.ceil((start + HOUR) / 1000) };
    },
    count: (budget, now) => {
      current(budget, now).used += 1;
    },
    create: (owner, now) => {
      const recent = (creations.get(owner) ?? []).filter((time) => time > now - HOUR);
      const waits = CREATION_LIMITS.flatMap(({ ms, most }) => {
        const within = recent.filter((time) => time > now - ms);
        const oldest = within[within.length - most];
        return oldest === undefined ? [] : [Math.ceil((oldest + ms - now) / 1000)];
      });
      // A refused request counts for nothing: how GitHub counts those is not documented.
      creations.set(owner, waits.length === 0 ? [...recent, now] : recent);
      return waits.length === 0 ? undefined : Math.max(1, ...waits);
    },
  };
}
