import type { Answer, EmulatorRequest, HandlerContext } from '../../base/routes.ts';
import type { Account } from '../accounts.ts';
import { readAssertion, refuseToken } from '../assertions.ts';
import { FREE, type PlayRoute } from '../routing.ts';
import { nextId, type PlayState } from '../state.ts';

/** https://developers.google.com/identity/protocols/oauth2/service-account: one hour. */
const TOKEN_LIFETIME_S = 3_600;

const JWT_BEARER = 'urn:ietf:params:oauth:grant-type:jwt-bearer';
const TOKEN_EXCHANGE = 'urn:ietf:params:oauth:grant-type:token-exchange';
const ACCESS_TOKEN = 'urn:ietf:params:oauth:token-type:access_token';

/** The addresses of oauth2.googleapis.com, www.googleapis.com and sts.googleapis.com, all on one host here. */
const PATHS = ['/token', '/oauth2/v4/token', '/v1/token'];

export function createOAuthRoutes(accounts: readonly Account[]): PlayRoute[] {
  return PATHS.flatMap((path): PlayRoute[] => [
    {
      operation: 'oauth2.token/jwt-bearer',
      method: 'POST',
      path,
      when: (request) => readForm(request).get('grant_type') === JWT_BEARER,
      needs: FREE,
      source: 'https://developers.google.com/identity/protocols/oauth2/service-account#httprest',
      handler: (request, state, context) => exchangeAssertion(accounts, request, state, context),
    },
    {
      operation: 'sts.token/exchange',
      method: 'POST',
      path,
      when: (request) => readForm(request).get('grant_type') === TOKEN_EXCHANGE,
      needs: FREE,
      source: 'https://cloud.google.com/iam/docs/reference/sts/rest/v1/TopLevel/token',
      handler: (request, state, context) => exchangeSubject(accounts, request, state, context),
    },
    {
      operation: 'oauth2.token/unsupported',
      method: 'POST',
      path,
      needs: FREE,
      source: 'https://www.rfc-editor.org/rfc/rfc6749#section-5.2',
      handler: (request) => {
        const grant = readForm(request).get('grant_type');
        if (grant === null) throw refuseToken('invalid_request', 'Required parameter is missing: grant_type');
        throw refuseToken('unsupported_grant_type', `Invalid grant_type: ${grant}`);
      },
    },
  ]);
}

function exchangeAssertion(
  accounts: readonly Account[],
  request: EmulatorRequest,
  state: PlayState,
  { now, url }: HandlerContext,
): Answer {
  const { account, scopes } = readAssertion(readForm(request).get('assertion') ?? '', {
    accounts,
    now,
    endpoint: `${url}${request.path}`,
  });
  return { status: 200, body: issue(state, account, scopes, now) };
}

function exchangeSubject(
  accounts: readonly Account[],
  request: EmulatorRequest,
  state: PlayState,
  { now }: HandlerContext,
): Answer {
  const form = readForm(request);
  // A token read from a file often ends with a line break.
  const subject = (form.get('subject_token') ?? '').trim();
  const account = accounts.find(({ subjectTokens }) => subjectTokens.includes(subject));
  if (account === undefined) throw refuseToken('invalid_grant', 'The subject token is invalid.');
  const scopes = (form.get('scope') ?? '').split(' ').filter((scope) => scope !== '');
  if (scopes.length === 0) throw refuseToken('invalid_scope', 'The scope parameter is missing.');
  return { status: 200, body: { ...issue(state, account, scopes, now), issued_token_type: ACCESS_TOKEN } };
}

/** Makes an access token. It is made up of what a test may print: no secret is in it. */
function issue(state: PlayState, account: Account, scopes: readonly string[], now: number): Record<string, unknown> {
  const secret = `ya29.emulated-${nextId(state)}`;
  state.accessTokens[secret] = { account: account.email, scopes, expiresAt: now + TOKEN_LIFETIME_S * 1_000 };
  return { access_token: secret, expires_in: TOKEN_LIFETIME_S, token_type: 'Bearer' };
}

function readForm(request: EmulatorRequest): URLSearchParams {
  return new URLSearchParams(request.raw.toString());
}
