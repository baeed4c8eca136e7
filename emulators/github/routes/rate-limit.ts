import type { Budget, RateLimits, Resource } from '../rate-limits.ts';
import type { GitHubRoute } from '../routing.ts';
import type { Schema } from '../schemas.ts';
import type { EmulatorRequest } from '../../base/routes.ts';

/** @param budgetOf whose requests those of a caller are counted among. */
export function createRateLimitRoutes(
  limits: RateLimits,
  budgetOf: (request: EmulatorRequest, resource: Resource) => Budget | undefined,
): readonly GitHubRoute[] {
  return [
    {
      operation: 'rate-limit/get',
      method: 'GET',
      path: '/rate_limit',
      needs: { anyOf: [], free: true },
      source: 'https://docs.github.com/en/rest/rate-limit/rate-limit: asking does not count',
      handler: (request, _state, { now }) => {
        const usage = (resource: Resource): Schema<'rate-limit'> => {
          const budget = budgetOf(request, resource);
          return budget === undefined ? { limit: 60, remaining: 60, used: 0, reset: 0 } : limits.usage(budget, now);
        };
        const core = usage('core');
        // The emulator answers no searches, so nothing is ever used there.
        const search = { limit: 30, remaining: 30, used: 0, reset: core.reset };
        const body: Schema<'rate-limit-overview'> = {
          resources: { core, graphql: usage('graphql'), search },
          rate: core,
        };
        return { status: 200, body };
      },
    },
  ];
}
