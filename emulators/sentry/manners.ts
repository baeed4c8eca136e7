import type { Answer, EmulatorRequest } from '../base/routes.ts';
import type { VendorManners } from '../base/server.ts';
import type { Counted, RateLimits } from './rate-limits.ts';
import { errorAnswer, failure, FORBIDDEN } from './refusals.ts';
import { findOrganization, type Needs } from './routing.ts';
import type { AuthToken, SentryState } from './state.ts';

/** How Sentry treats every request: tokens, scopes, limits. Sources: https://docs.sentry.io/api/auth/, /permissions/, /ratelimits/. */
export function createManners(limits: RateLimits, read: () => SentryState): VendorManners<SentryState, Needs> {
  const counted = new WeakMap<EmulatorRequest, Counted>();
  const tokenOf = (request: EmulatorRequest): AuthToken | undefined => {
    const [, secret = ''] = /^bearer\s+(.+)$/i.exec(request.headers['authorization'] ?? '') ?? [];
    return read().tokens[secret];
  };
  return {
    identify: (request) => tokenOf(request)?.name ?? null,
    admit: (request, route, state, { now }) => {
      if (route === undefined) return undefined;
      const token = tokenOf(request);
      const count = limits.count(token?.name ?? 'anonymous', route.operation, now);
      counted.set(request, count);
      if (count.exceeded) return refuseTooMany(count);
      if (token === undefined) return refuseCredentials(request);
      return checkReach(request, token, route.needs, state);
    },
    complete: (answer, request) => ({ ...answer, headers: { ...answer.headers, ...counted.get(request)?.headers } }),
    notFound: ({ method, path }) => errorAnswer(501, `The Sentry emulator does not know ${method} ${path}.`),
    fail: failure,
  };
}

function refuseTooMany({ rule: { limit, window } }: Counted): Answer {
  return errorAnswer(
    429,
    `You are attempting to use this endpoint too frequently. Limit is ${limit} requests in ${window} seconds`,
  );
}

function refuseCredentials(request: EmulatorRequest): Answer {
  const given = (request.headers['authorization'] ?? '') !== '';
  return errorAnswer(401, given ? 'Invalid token' : 'Authentication credentials were not provided.');
}

/** An organization that is not there is the route's to refuse. */
function checkReach(request: EmulatorRequest, token: AuthToken, needs: Needs, state: SentryState): Answer | undefined {
  const organization = findOrganization(state, request);
  if (organization === undefined) return undefined;
  const reaches = organization.slug === token.organization;
  return reaches && needs.some((scope) => token.scopes.includes(scope)) ? undefined : errorAnswer(403, FORBIDDEN);
}
