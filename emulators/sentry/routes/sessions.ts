import { answerSessions } from '../session-groups.ts';
import { inOrganization, ORGANIZATION, type SentryRoute } from '../routing.ts';

export const SESSION_ROUTES: readonly SentryRoute[] = [
  {
    operation: 'sessions',
    method: 'GET',
    path: `${ORGANIZATION}/sessions/`,
    needs: ['org:read', 'org:write', 'org:admin'],
    source: 'https://docs.sentry.io/api/releases/retrieve-release-health-session-statistics/',
    handler: inOrganization((call) => ({ status: 200, body: answerSessions(call) })),
  },
];
