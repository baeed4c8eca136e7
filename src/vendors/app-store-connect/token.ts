import { sign } from 'node:crypto';
import type { Clock } from '#kit/clock';
import { makeJwt } from '#kit/jwt';
import type { Vault } from '#kit/secrets';
import { readSigningKey } from './key.ts';
import type { ApiKey } from './key.ts';

/** Signs in at App Store Connect. */
export interface Tokens {
  /** One that is good for longer than any request with all its attempts. */
  current(): string;
  /** A new one: for whoever was told that the current one is not taken. */
  renew(): string;
}

/** More than 20 minutes are refused; half of it leaves room for a clock that is wrong. */
const lifetimeSeconds = 600;
/** `iat` lies this far back: a token from the future is refused, and clocks differ. */
const backdatedSeconds = 60;
/** Longer than the deadline of one request (kit/http: 120 s), whose attempts all carry the same token. */
const marginSeconds = 150;

/**
 * https://developer.apple.com/documentation/appstoreconnectapi/generating-tokens-for-api-requests
 * @throws ConfigurationError for a key that cannot sign.
 */
export function createTokens(key: ApiKey, clock: Clock, vault: Pick<Vault, 'add'>): Tokens {
  const signingKey = readSigningKey(key);
  vault.add('App Store Connect private key', key.privateKey);
  let token = '';
  let expires = 0;

  function renew(): string {
    const now = Math.floor(clock.now() / 1_000);
    expires = now + lifetimeSeconds;
    const header = { alg: 'ES256', kid: key.keyId, typ: 'JWT' };
    const who = key.issuerId === undefined ? { sub: 'user' } : { iss: key.issuerId };
    const claims = { ...who, iat: now - backdatedSeconds, exp: expires, aud: 'appstoreconnect-v1' };
    // JWS wants the two numbers raw and side by side, and not as OpenSSL writes them (RFC 7518, 3.4).
    token = makeJwt(header, claims, (content) =>
      sign('sha256', content, { key: signingKey, dsaEncoding: 'ieee-p1363' }),
    );
    vault.add('App Store Connect token', token);
    return token;
  }

  return { renew, current: () => (clock.now() / 1_000 > expires - marginSeconds ? renew() : token) };
}
