import type { RateLimits } from './rate-limits.ts';
import { REF_ROUTES } from './routes/refs.ts';
import type { GitHubRoute } from './routing.ts';
import type { Token } from './tokens.ts';

export interface RouteDependencies {
  readonly limits: RateLimits;
  readonly tokens: readonly Token[];
}

/** Everything that the emulator answers. */
export function createRoutes(_dependencies: RouteDependencies): GitHubRoute[] {
  return [...REF_ROUTES];
}
