import { isRecord } from '../base/data.ts';
import type { Answer, EmulatorRequest } from '../base/routes.ts';
import type { VendorManners } from '../base/server.ts';
import { APIS, hasPermission, type Account, type Api } from './accounts.ts';
import { errorAnswer, failure, type RefusalParts } from './refusals.ts';
import type { Needs, PlayRoute } from './routing.ts';
import type { AccessToken, PlayState } from './state.ts';

interface Asked {
  readonly request: EmulatorRequest;
  readonly route: PlayRoute;
  readonly state: PlayState;
  readonly now: number;
  /** The token of the request, where it is one that was given out. */
  readonly token: AccessToken | undefined;
  readonly account: Account | undefined;
}

type Check = (asked: Asked) => Answer | undefined;

/** In this order: what a caller is told first when several things are wrong. */
const CHECKS: readonly Check[] = [checkCredentials, checkScope, checkProject, checkPermission];

/** How Google treats every request: access tokens, scopes, and permissions by app. */
export function createManners(accounts: readonly Account[], read: () => PlayState): VendorManners<PlayState, Needs> {
  const tokenOf = (request: EmulatorRequest): AccessToken | undefined => {
    const [, secret = ''] = /^bearer\s+(.+)$/i.exec(request.headers['authorization'] ?? '') ?? [];
    return read().accessTokens[secret];
  };
  return {
    identify: (request) => tokenOf(request)?.account ?? null,
    admit: (request, route, state, { now }) => {
      if (route === undefined || route.needs.free === true) return undefined;
      const token = tokenOf(request);
      const account = accounts.find(({ email }) => email === token?.account);
      for (const check of CHECKS) {
        const refused = check({ request, route, state, now, token, account });
        if (refused !== undefined) return refused;
      }
      return undefined;
    },
    notFound: ({ method, path }) =>
      errorAnswer('UNIMPLEMENTED', `The Google Play emulator does not know ${method} ${path}.`),
    complete: (answer, _request, route) => (apiOf(route) !== 'publisher' ? withoutReasons(answer) : answer),
    fail: failure,
  };
}

/** https://cloud.google.com/docs/authentication/troubleshoot-adc: what Google's front end says to tokens. */
function checkCredentials({ request, token, now }: Asked): Answer | undefined {
  const hint =
    'Expected OAuth 2 access token, login cookie or other valid authentication credential. See https://developers.google.com/identity/sign-in/web/devconsole-project.';
  if ((request.headers['authorization'] ?? '') === '') {
    return errorAnswer('UNAUTHENTICATED', `Request is missing required authentication credential. ${hint}`, {
      reason: 'required',
      headers: { 'www-authenticate': 'Bearer realm="https://accounts.google.com/"' },
    });
  }
  if (token !== undefined && now < token.expiresAt) return undefined;
  return errorAnswer('UNAUTHENTICATED', `Request had invalid authentication credentials. ${hint}`, {
    headers: { 'www-authenticate': 'Bearer realm="https://accounts.google.com/", error="invalid_token"' },
  });
}

function checkScope({ request, route, token }: Asked): Answer | undefined {
  const { scopes, service } = APIS[apiOf(route)];
  if (scopes.some((scope) => token?.scopes.includes(scope) === true)) return undefined;
  return errorAnswer('PERMISSION_DENIED', 'Request had insufficient authentication scopes.', {
    reason: 'insufficientPermissions',
    headers: {
      'www-authenticate': `Bearer realm="https://accounts.google.com/", error="insufficient_scope", scope="${scopes.join(' ')}"`,
    },
    ...explain(route, 'ACCESS_TOKEN_SCOPE_INSUFFICIENT', { service, method: request.path }),
  });
}

/** https://cloud.google.com/apis/docs/troubleshooting: the API must be switched on in the account's project. */
function checkProject({ route, account }: Asked): Answer | undefined {
  const project = account?.disabledProject ?? null;
  const api = apiOf(route);
  if (project === null || account?.disabledApis.includes(api) !== true) return undefined;
  const { title, service } = APIS[api];
  return errorAnswer(
    'PERMISSION_DENIED',
    `${title} has not been used in project ${project} before or it is disabled. Enable it by visiting https://console.developers.google.com/apis/api/${service}/overview?project=${project} then retry. If you enabled this API recently, wait a few minutes for the action to propagate to our systems and retry.`,
    {
      reason: 'accessNotConfigured',
      ...explain(route, 'SERVICE_DISABLED', { service, consumer: `projects/${project}` }),
    },
  );
}

function apiOf(route: PlayRoute | undefined): Api {
  return route?.needs.api ?? 'publisher';
}

/** Newer APIs say in `details` (https://cloud.google.com/apis/design/errors#error_info) what older ones say as a reason. */
function explain(
  route: PlayRoute,
  reason: string,
  metadata: Readonly<Record<string, string>>,
): Pick<RefusalParts, 'details'> {
  if (apiOf(route) === 'publisher') return {};
  return {
    details: [{ '@type': 'type.googleapis.com/google.rpc.ErrorInfo', reason, domain: 'googleapis.com', metadata }],
  };
}

/** An error of a newer API has no list `errors`. */
function withoutReasons(answer: Answer): Answer {
  const { body } = answer;
  if (!isRecord(body) || !isRecord(body['error'])) return answer;
  const error = Object.entries(body['error']).filter(([name]) => name !== 'errors');
  return { ...answer, body: { error: Object.fromEntries(error) } };
}

/** An unknown package is the route's to refuse: for it nobody has permissions. */
function checkPermission({ request, route, state, account }: Asked): Answer | undefined {
  const { permission } = route.needs;
  const packageName = request.params['packageName'];
  if (permission === undefined || packageName === undefined || account === undefined) return undefined;
  if (state.apps[packageName] === undefined) return undefined;
  if (hasPermission(account, packageName, permission)) return undefined;
  return errorAnswer('PERMISSION_DENIED', 'The caller does not have permission');
}
