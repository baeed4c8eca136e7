import { paginate } from '../pages.ts';
import { MISSING, notEmulated, refuse } from '../refusals.ts';
import { renderRelease } from '../release-body.ts';
import { inOrganization, ORGANIZATION, readEnvironments, readProjects, type SentryRoute } from '../routing.ts';

const SCOPES = ['org:ci', 'project:read', 'project:write', 'project:admin', 'project:releases'];

export const RELEASE_ROUTES: readonly SentryRoute[] = [
  {
    operation: 'releases.get',
    method: 'GET',
    path: `${ORGANIZATION}/releases/{version}/`,
    needs: SCOPES,
    source: 'https://docs.sentry.io/api/releases/retrieve-an-organizations-release/',
    handler: inOrganization((call) => {
      if (call.values('project').length > 1) throw notEmulated('several projects of a release: one is documented');
      if (call.values('environment').length > 0) throw notEmulated('an environment of a release: none is documented');
      const projects = readProjects(call).map(({ slug }) => slug);
      const found = call.organization.releases.find(({ version }) => version === call.params['version']);
      if (!found?.projects.some((slug) => projects.includes(slug))) throw refuse(404, MISSING);
      return { status: 200, body: renderRelease(call, found) };
    }),
  },
  {
    operation: 'releases.list',
    method: 'GET',
    path: `${ORGANIZATION}/releases/`,
    needs: SCOPES,
    source: 'https://docs.sentry.io/api/releases/list-an-organizations-releases/',
    handler: inOrganization((call) => {
      const projects = readProjects(call).map(({ slug }) => slug);
      const part = (call.value('query') ?? '').toLowerCase();
      const environments = readEnvironments(call);
      const used = call.rows
        .filter(({ environment }) => environments?.includes(environment))
        .map(({ release }) => release);
      const found = call.organization.releases
        // A release is in an environment from its first use there on.
        .filter(({ version }) => environments === null || used.includes(version))
        .filter((release) => release.projects.some((slug) => projects.includes(slug)))
        .filter(({ version }) => version.toLowerCase().includes(part))
        .toSorted((one, other) => other.createdAt - one.createdAt || other.id - one.id);
      const page = paginate(call, found);
      return { status: 200, headers: page.headers, body: page.items.map((release) => renderRelease(call, release)) };
    }),
  },
];
