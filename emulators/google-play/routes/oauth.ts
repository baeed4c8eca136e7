import type { Answer, EmulatorRequest, HandlerContext } from '../../base/routes.ts';
import { APIS, type Account } from '../accounts.ts';
import { readAssertion, refuseToken } from '../assertions.ts';
import { FREE, type PlayRoute } from '../routing.ts';
import type { PlayState } from '../state.ts';
import { issueToken } from '../tokens.ts';

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
      operation: 'oauth2.token/refresh',
      method: 'POST',
      path,
      when: (request) => readForm(request).get('grant_type') === 'refresh_token',
      needs: FREE,
      source: 'https://developers.google.com/identity/protocols/oauth2/web-server#offline',
      handler: (request, state, context) => refresh(accounts, request, state, context),
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
  return { status: 200, body: issueToken(state, account.email, scopes, now) };
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
  const scopes = splitScopes(form.get('scope'));
  if (scopes.length === 0) throw refuseToken('invalid_scope', 'The scope parameter is missing.');
  return { status: 200, body: { ...issueToken(state, account.email, scopes, now), issued_token_type: ACCESS_TOKEN } };
}

function refresh(
  accounts: readonly Account[],
  request: EmulatorRequest,
  state: PlayState,
  { now }: HandlerContext,
): Answer {
  const form = readForm(request);
  if ([form.get('client_id') ?? '', form.get('client_secret') ?? ''].includes('')) {
    throw refuseToken('invalid_client', 'The OAuth client was not found.', 401);
  }
  const account = accounts.find(({ refreshTokens }) => refreshTokens.includes(form.get('refresh_token') ?? ''));
  if (account === undefined) throw refuseToken('invalid_grant', 'Token has been expired or revoked.');
  const asked = splitScopes(form.get('scope'));
  // What the person has agreed to, where the caller does not ask for less: here, all of Play.
  const scopes = asked.length > 0 ? asked : [...APIS.publisher.scopes, ...APIS.reporting.scopes];
  return { status: 200, body: { ...issueToken(state, account.email, scopes, now), scope: scopes.join(' ') } };
}

function splitScopes(text: string | null): string[] {
  return (text ?? '').split(' ').filter((scope) => scope !== '');
}

function readForm(request: EmulatorRequest): URLSearchParams {
  return new URLSearchParams(request.raw.toString());
}
