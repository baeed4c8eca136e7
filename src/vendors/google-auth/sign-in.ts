import { sign } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Environment } from '#kit/child-env';
import type { Clock } from '#kit/clock';
import { readRedirect, redirects } from '#kit/endpoints';
import { ConfigurationError, VendorError } from '#kit/errors';
import type { Http, HttpRequest } from '#kit/http';
import { makeJwt } from '#kit/jwt';
import type { Vault } from '#kit/secrets';
import { number, record, text } from '#kit/shapes';
import { findCredentials } from './credentials.ts';
import type { Credentials, SubjectSource } from './credentials.ts';
import { googleAuthMessages } from './messages.ts';

/** Signs in at Google. */
export interface GoogleSignIn {
  /** Who signs in, as a person is told. */
  readonly who: string;
  /**
   * A token that is good for longer than any request with all its attempts. Callers at the same time share one.
   * @throws ConfigurationError (`google-sign-in-refused`); VendorError.
   */
  accessToken(): Promise<string>;
  /** A new one: for whoever was told that the current one is not taken. */
  renew(): Promise<string>;
}

export interface GoogleSignInOptions {
  readonly http: Http;
  readonly clock: Clock;
  readonly environment: Environment;
  readonly vault: Pick<Vault, 'add'>;
  /** JSON, the path of a file that holds it, "machine", or nothing: see `findCredentials`. */
  readonly given: string;
  /** https://developers.google.com/identity/protocols/oauth2/scopes */
  readonly scopes: readonly string[];
}

interface Token {
  readonly value: string;
  /** Milliseconds since the epoch. */
  readonly expires: number;
}

const vendor = 'Google';
/** Longer than the deadline of one request (kit/http: 120 s), whose attempts all carry the same token. */
const marginMs = 150_000;
/** https://developers.google.com/identity/protocols/oauth2/service-account: an hour is the most. */
const assertionSeconds = 3_600;
/** Clocks differ, and an assertion from the future is refused. */
const backdatedSeconds = 30;
const tokenUrl = 'https://oauth2.googleapis.com/token';
const metadataUrl = 'http://metadata.google.internal';
/** What the pool's identity needs to ask for a token of a service account, and no more. */
const iamScope = 'https://www.googleapis.com/auth/iam';
const longest = 20_000;

/**
 * Google maintains a library for this, which is not used: it sends by its own network stack, without our deadlines and
 * repetitions and past the refusal of redirected hosts, and reads the time by itself. What a runner needs of it are four
 * requests.
 * @throws ConfigurationError for credentials that cannot be used, before anything is sent.
 */
export function createGoogleSignIn(options: GoogleSignInOptions): GoogleSignIn {
  const { http, clock, environment, vault, given, scopes } = options;
  const redirect = readRedirect(redirects.google, environment);
  const { credentials, secrets } = findCredentials(given, environment);
  for (const secret of secrets) vault.add('Google credentials', secret);
  const who = describe(credentials);
  let token: Promise<Token> | undefined;
  let last: Token | undefined;

  /** Google's hosts are all one where an emulator stands for them. */
  const at = (url: string): string => (redirect === undefined ? url : `${redirect}${new URL(url).pathname}`);

  async function ask(
    request: Omit<HttpRequest, 'vendor' | 'repeatable'>,
  ): Promise<Awaited<ReturnType<Http['request']>>> {
    try {
      // A token more changes nothing for anybody.
      return await http.request({ ...request, vendor, repeatable: true });
    } catch (error) {
      if (!(error instanceof VendorError) || ![400, 401, 403].includes(error.details.status ?? 0)) throw error;
      const note = googleAuthMessages['google-sign-in-refused'](who, readReason(error));
      throw new ConfigurationError(note, [], { cause: error });
    }
  }

  async function exchange(url: string, form: Readonly<Record<string, string>>): Promise<Token> {
    const answer = await ask({
      operation: 'sign in',
      method: 'POST',
      url: at(url),
      headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
      body: new URLSearchParams(form).toString(),
    });
    const { access_token: value, expires_in: seconds } = answer.read(tokenShape);
    return keep(value, clock.now() + seconds * 1_000);
  }

  function keep(value: string, expires: number): Token {
    vault.add('Google access token', value);
    return { value, expires };
  }

  async function readSubject({ at: place, field }: SubjectSource): Promise<string> {
    const raw = 'file' in place ? readSubjectFile(place.file) : await fetchSubject(place.url, place.headers);
    const subject = field === undefined ? raw.trim() : readField(raw, field);
    if (subject === '') throw refuseSubject('the token of the identity provider is empty');
    vault.add('token of the identity provider', subject);
    return subject;
  }

  async function fetchSubject(url: string, headers: Readonly<Record<string, string>>): Promise<string> {
    const answer = await ask({ operation: 'read the token of the identity provider', method: 'GET', url, headers });
    return answer.text();
  }

  function readSubjectFile(file: string): string {
    try {
      return readFileSync(file, 'utf8');
    } catch {
      throw refuseSubject(`the file with the token of the identity provider cannot be read: ${file}`);
    }
  }

  function readField(raw: string, field: string): string {
    try {
      return record({ [field]: text(longest) }, 'ignored')(JSON.parse(raw), '')[field] ?? '';
    } catch {
      throw refuseSubject(`the token of the identity provider does not come as JSON with "${field}"`);
    }
  }

  function refuseSubject(reason: string): ConfigurationError {
    return new ConfigurationError(googleAuthMessages['google-sign-in-refused'](who, `${reason}.`));
  }

  async function impersonate(url: string, by: Token): Promise<Token> {
    const answer = await ask({
      operation: 'sign in as the service account',
      method: 'POST',
      url: at(url),
      headers: { authorization: `Bearer ${by.value}`, 'content-type': 'application/json' },
      body: JSON.stringify({ scope: scopes }),
    });
    const { accessToken, expireTime } = answer.read(impersonatedShape);
    return keep(accessToken, Date.parse(expireTime));
  }

  const ways: { readonly [K in Credentials['kind']]: (own: Extract<Credentials, { kind: K }>) => Promise<Token> } = {
    'service-account': async (own) =>
      exchange(tokenUrl, {
        grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
        assertion: makeAssertion(own, scopes, clock),
      }),
    'workload-identity': async (own) => {
      const { impersonationUrl } = own;
      const federated = await exchange(own.tokenUrl, {
        grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
        audience: own.audience,
        scope: impersonationUrl === undefined ? scopes.join(' ') : iamScope,
        requested_token_type: 'urn:ietf:params:oauth:token-type:access_token',
        subject_token: await readSubject(own.source),
        subject_token_type: own.subjectTokenType,
      });
      return impersonationUrl === undefined ? federated : impersonate(impersonationUrl, federated);
    },
    'authorized-user': async (own) =>
      exchange(tokenUrl, {
        grant_type: 'refresh_token',
        client_id: own.clientId,
        client_secret: own.clientSecret,
        refresh_token: own.refreshToken,
      }),
    machine: async () => {
      const answer = await ask({
        operation: "read the machine's token",
        method: 'GET',
        url: `${at(`${metadataUrl}/computeMetadata/v1/instance/service-accounts/default/token`)}?${new URLSearchParams({ scopes: scopes.join(',') }).toString()}`,
        headers: { 'metadata-flavor': 'Google' },
      });
      const { access_token: value, expires_in: seconds } = answer.read(tokenShape);
      return keep(value, clock.now() + seconds * 1_000);
    },
  };

  async function renew(): Promise<string> {
    const way = ways[credentials.kind] as (own: Credentials) => Promise<Token>;
    const asked = way(credentials);
    token = asked;
    try {
      last = await asked;
      return last.value;
    } finally {
      if (token === asked) token = undefined;
    }
  }

  return {
    who,
    renew,
    accessToken: async () => {
      if (token !== undefined) return (await token).value;
      if (last !== undefined && clock.now() < last.expires - marginMs) return last.value;
      return renew();
    },
  };
}

const tokenShape = record(
  { access_token: text(longest, /./, 'a token'), expires_in: number('whole', 1, 86_400) },
  'ignored',
);
const impersonatedShape = record(
  { accessToken: text(longest, /./, 'a token'), expireTime: text(40, /^\d{4}-\d\d-\d\dT[\d:.]+Z$/, 'a time') },
  'ignored',
);

function makeAssertion(
  { email, keyId, key }: Extract<Credentials, { kind: 'service-account' }>,
  scopes: readonly string[],
  clock: Clock,
): string {
  const issued = Math.floor(clock.now() / 1_000) - backdatedSeconds;
  const header = { alg: 'RS256', typ: 'JWT', ...(keyId === undefined ? {} : { kid: keyId }) };
  const claims = { iss: email, scope: scopes.join(' '), aud: tokenUrl, iat: issued, exp: issued + assertionSeconds };
  return makeJwt(header, claims, (content) => sign('RSA-SHA256', content, key));
}

function describe(credentials: Credentials): string {
  switch (credentials.kind) {
    case 'service-account':
      return credentials.email;
    case 'workload-identity': {
      const account = /\/serviceAccounts\/([^/:]+):/.exec(credentials.impersonationUrl ?? '')?.[1];
      return account === undefined ? `the workload identity ${credentials.audience}` : decodeURIComponent(account);
    }
    case 'authorized-user':
      return 'the person who agreed';
    case 'machine':
      return 'the account of this machine';
  }
}

/** `error_description` of OAuth (RFC 6749, 5.2), the message of Google's APIs, or the answer as it is. */
function readReason({ details }: VendorError): string {
  const said = details.body ?? '';
  const description = /"(?:error_description|message)"\s*:\s*("(?:[^"\\]|\\.)*")/.exec(said)?.[1];
  return `${details.status ?? ''} ${description === undefined ? said : String(JSON.parse(description))}`.trim();
}
