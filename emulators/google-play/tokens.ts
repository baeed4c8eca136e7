import { nextId, type PlayState } from './state.ts';

/** https://developers.google.com/identity/protocols/oauth2/service-account: one hour. */
const LIFETIME_S = 3_600;

/** An access token as a token endpoint gives it: RFC 6749 5.1. */
export interface IssuedToken {
  readonly access_token: string;
  /** Seconds. */
  readonly expires_in: number;
  readonly token_type: 'Bearer';
}

/** Makes an access token. It is made up of what a test may print: no secret is in it. */
export function issueToken(
  state: PlayState,
  account: string,
  scopes: readonly string[],
  now: number,
  seconds = LIFETIME_S,
): IssuedToken {
  const secret = `ya29.emulated-${nextId(state)}`;
  state.accessTokens[secret] = { account, scopes, expiresAt: now + seconds * 1_000 };
  return { access_token: secret, expires_in: seconds, token_type: 'Bearer' };
}
