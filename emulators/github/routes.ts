import type { EmulatorRequest } from '../base/routes.ts';
import type { Budget, RateLimits, Resource } from './rate-limits.ts';
import { ACTIONS_ROUTES } from './routes/actions.ts';
import { createArtifactRoutes } from './routes/artifacts.ts';
import { CHECK_ROUTES } from './routes/checks.ts';
import { COMMIT_ROUTES } from './routes/commits.ts';
import { CONTENT_ROUTES } from './routes/contents.ts';
import { DEPLOYMENT_STATUS_ROUTES } from './routes/deployment-statuses.ts';
import { DEPLOYMENT_ROUTES } from './routes/deployments.ts';
import { GIT_DATABASE_ROUTES } from './routes/git-database.ts';
import { createGraphqlRoutes } from './routes/graphql.ts';
import { ISSUE_ROUTES } from './routes/issues.ts';
import { PULL_ROUTES } from './routes/pulls.ts';
import { createRateLimitRoutes } from './routes/rate-limit.ts';
import { REF_ROUTES } from './routes/refs.ts';
import { RELEASE_NOTES_ROUTES } from './routes/release-notes.ts';
import { RELEASE_ROUTES } from './routes/releases.ts';
import { REPOSITORY_ROUTES } from './routes/repositories.ts';
import { STATUS_ROUTES } from './routes/statuses.ts';
import { USER_ROUTES } from './routes/users.ts';
import type { GitHubRoute } from './routing.ts';

export interface RouteDependencies {
  readonly limits: RateLimits;
  /** Whose requests those of a caller are counted among; undefined for nobody known. */
  readonly budgetOf: (request: EmulatorRequest, resource: Resource) => Budget | undefined;
  /** Base URL of the storage behind downloads; it is known only once that has started. */
  readonly storageUrl: () => string;
}

/** Everything that the emulator answers. The first route that fits wins: those that go on after a ref stand before those that end with it. */
export function createRoutes({ limits, budgetOf, storageUrl }: RouteDependencies): GitHubRoute[] {
  return [
    ...REF_ROUTES,
    ...GIT_DATABASE_ROUTES,
    ...CONTENT_ROUTES,
    ...STATUS_ROUTES,
    ...CHECK_ROUTES,
    ...COMMIT_ROUTES,
    ...REPOSITORY_ROUTES,
    ...PULL_ROUTES,
    ...ISSUE_ROUTES,
    ...DEPLOYMENT_ROUTES,
    ...DEPLOYMENT_STATUS_ROUTES,
    ...ACTIONS_ROUTES,
    ...createArtifactRoutes(storageUrl),
    ...RELEASE_NOTES_ROUTES,
    ...RELEASE_ROUTES,
    ...USER_ROUTES,
    ...createRateLimitRoutes(limits, budgetOf),
    ...createGraphqlRoutes(limits, budgetOf),
  ];
}
