import { createPrivateKey } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Environment } from '#kit/child-env';
import { isLoopback } from '#kit/endpoints';
import { ConfigurationError, describeError } from '#kit/errors';
import { googleAuthMessages } from './messages.ts';

/** Ways to sign in at Google that a runner may have. */
export type Credentials =
  | { readonly kind: 'service-account'; readonly email: string; readonly keyId?: string; readonly key: KeyObject }
  | {
      readonly kind: 'workload-identity';
      readonly audience: string;
      readonly subjectTokenType: string;
      readonly tokenUrl: string;
      readonly source: SubjectSource;
      /** Address that gives out tokens of a service account, where the pool's identity acts as one. */
      readonly impersonationUrl?: string;
    }
  | {
      readonly kind: 'authorized-user';
      readonly clientId: string;
      readonly clientSecret: string;
      readonly refreshToken: string;
    }
  /** The account of a machine of Google Cloud, by its metadata server. */
  | { readonly kind: 'machine' };

export interface SubjectSource {
  readonly at: { readonly file: string } | { readonly url: string; readonly headers: Readonly<Record<string, string>> };
  /** Member of a JSON answer that holds the token; absent where the answer is the token. */
  readonly field?: string;
}

export interface FoundCredentials {
  readonly credentials: Credentials;
  /** What must not be shown. Not the whole text: addresses and types in it would blacken half of a log. */
  readonly secrets: readonly string[];
}

type Members = Readonly<Record<string, unknown>>;

/**
 * Finds credentials: what is given (JSON, or the path of a file that holds it, or the word "machine"), or else the file that
 * GOOGLE_APPLICATION_CREDENTIALS names, which google-github-actions/auth sets.
 * @param given the empty string for none
 * @throws ConfigurationError (`google-credentials-missing`, `google-credentials-unusable`), before anything is sent.
 */
export function findCredentials(given: string, environment: Environment): FoundCredentials {
  if (given.trim() === 'machine') return { credentials: { kind: 'machine' }, secrets: [] };
  if (given.trim().startsWith('{')) return readJson(given, 'the input');
  const variable = 'GOOGLE_APPLICATION_CREDENTIALS';
  const file = given.trim() === '' ? (environment[variable] ?? '') : given.trim();
  if (file === '') throw new ConfigurationError(googleAuthMessages['google-credentials-missing']());
  // A path is shown, but not a text that only might be one: it could be a cut-off key.
  const where = given.trim() === '' ? variable : 'the file that the input names';
  let content: string;
  try {
    content = readFileSync(file, 'utf8');
  } catch (error) {
    const code = Error.isError(error) && 'code' in error ? String(error.code) : 'unknown';
    throw unusable(where, `they are neither JSON nor a file that can be read (${code})`);
  }
  return readJson(content, where);
}

function readJson(text: string, where: string): FoundCredentials {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // The parser's own message would quote the text.
    throw unusable(where, 'they are no JSON, or cut off');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw unusable(where, 'they are no object');
  const members = value as Members;
  const universe = members['universe_domain'] ?? 'googleapis.com';
  if (universe !== 'googleapis.com') throw unusable(where, `their universe_domain is ${show(universe)}`);
  const type = members['type'] ?? 'missing';
  const read = typeof type === 'string' && Object.hasOwn(readers, type) ? readers[type] : undefined;
  if (read === undefined) throw unusable(where, `their type is ${show(type)}`);
  const credentials = read(members, where);
  return { credentials, secrets: listSecrets(credentials, members) };
}

function listSecrets(credentials: Credentials, members: Members): readonly string[] {
  if (credentials.kind === 'service-account') return [String(members['private_key'])];
  if (credentials.kind === 'authorized-user') return [credentials.clientSecret, credentials.refreshToken];
  if (credentials.kind === 'machine' || !('headers' in credentials.source.at)) return [];
  return Object.entries(credentials.source.at.headers)
    .filter(([name]) => name.toLowerCase() === 'authorization')
    .map(([, value]) => value.replace(/^\w+ +/, ''));
}

const readers: Readonly<Record<string, (members: Members, where: string) => Credentials>> = {
  service_account: (members, where) => {
    const keyId = members['private_key_id'];
    return {
      kind: 'service-account',
      email: textOf(members, 'client_email', where),
      ...(typeof keyId === 'string' && keyId !== '' ? { keyId } : {}),
      key: readKey(textOf(members, 'private_key', where), where),
    };
  },
  external_account: (members, where) => {
    const impersonationUrl = members['service_account_impersonation_url'];
    return {
      kind: 'workload-identity',
      audience: textOf(members, 'audience', where),
      subjectTokenType: textOf(members, 'subject_token_type', where),
      tokenUrl: ofGoogle(textOf(members, 'token_url', where), 'token_url', where),
      source: readSource(members['credential_source'], where),
      ...(typeof impersonationUrl === 'string' && impersonationUrl !== ''
        ? { impersonationUrl: ofGoogle(impersonationUrl, 'service_account_impersonation_url', where) }
        : {}),
    };
  },
  authorized_user: (members, where) => ({
    kind: 'authorized-user',
    clientId: textOf(members, 'client_id', where),
    clientSecret: textOf(members, 'client_secret', where),
    refreshToken: textOf(members, 'refresh_token', where),
  }),
};

function readKey(pem: string, where: string): KeyObject {
  let key: KeyObject;
  try {
    key = createPrivateKey(pem);
  } catch (error) {
    // OpenSSL names the step that failed and nothing of the key.
    throw unusable(where, `their private_key is damaged or cut off (${describeError(error)})`);
  }
  if (key.asymmetricKeyType === 'rsa') return key;
  throw unusable(where, `their private_key is of the kind ${key.asymmetricKeyType ?? 'unknown'}, and has to be RSA`);
}

/** https://google.aip.dev/auth/4117: file and url; the others need a program or Amazon's signature. */
function readSource(value: unknown, where: string): SubjectSource {
  const source = (typeof value === 'object' && value !== null ? value : {}) as Members;
  const format = (typeof source['format'] === 'object' && source['format'] !== null ? source['format'] : {}) as Members;
  const field =
    format['type'] === 'json' ? { field: textOf(format, 'subject_token_field_name', where) } : ({} as const);
  if (typeof source['file'] === 'string' && source['file'] !== '') return { at: { file: source['file'] }, ...field };
  if (typeof source['url'] === 'string' && source['url'] !== '') {
    const { url } = source;
    if (!URL.canParse(url) || (new URL(url).protocol !== 'https:' && !isLoopback(url)))
      throw unusable(where, `the url of their credential_source is no https address`);
    return { at: { url, headers: readHeaders(source['headers']) }, ...field };
  }
  throw unusable(where, 'their credential_source is neither a file nor a url');
}

function readHeaders(value: unknown): Readonly<Record<string, string>> {
  const entries = Object.entries(typeof value === 'object' && value !== null ? value : {});
  return Object.fromEntries(entries.map(([name, content]) => [name, String(content)]));
}

/** Tokens go to Google and to this machine only, whatever the file says. */
function ofGoogle(url: string, name: string, where: string): string {
  const host = URL.canParse(url) ? new URL(url) : undefined;
  const isGoogle = host?.protocol === 'https:' && /^([a-z0-9-]+\.)+googleapis\.com$/.test(host.host);
  if (isGoogle || isLoopback(url)) return url;
  throw unusable(where, `their ${name} is ${show(url)}, which is no address of Google`);
}

function textOf(members: Members, name: string, where: string): string {
  const value = members[name];
  if (typeof value === 'string' && value !== '') return value;
  throw unusable(where, `they have no ${name}`);
}

function unusable(where: string, reason: string): ConfigurationError {
  return new ConfigurationError(googleAuthMessages['google-credentials-unusable'](where, reason));
}

function show(value: unknown): string {
  return JSON.stringify(value).slice(0, 80);
}
