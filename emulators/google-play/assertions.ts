import { createPublicKey, verify } from 'node:crypto';
import { isRecord } from '../base/data.ts';
import { Refusal, type Answer } from '../base/routes.ts';
import type { Account } from './accounts.ts';

/** https://developers.google.com/identity/protocols/oauth2/service-account#authorizingrequests: one hour is the most. */
const LONGEST_S = 3_600;
/** How far a caller's clock may be off, in seconds. Not documented; reports speak of five minutes. */
const SKEW_S = 300;

/** What the token endpoint may be called in an assertion's `aud`; each has been a documented address of it. */
const AUDIENCES = [
  'https://oauth2.googleapis.com/token',
  'https://www.googleapis.com/oauth2/v4/token',
  'https://www.googleapis.com/oauth2/v3/token',
  'https://accounts.google.com/o/oauth2/token',
];

/** The service account that an assertion speaks for, and the scopes that it asks for. */
export interface Asserted {
  readonly account: Account;
  readonly scopes: readonly string[];
}

export interface AssertionContext {
  readonly accounts: readonly Account[];
  /** Virtual time in ms. */
  readonly now: number;
  /** The address that was asked, which is as good an audience as Google's own. */
  readonly endpoint: string;
}

/** A refusal of the token endpoint: RFC 6749 5.2. */
export function refuseToken(error: string, description: string, status = 400): Refusal {
  const answer: Answer = { status, body: { error, error_description: description } };
  return new Refusal(answer);
}

interface Checked {
  readonly claims: Readonly<Record<string, unknown>>;
  readonly account: Account | undefined;
  readonly signed: Buffer;
  readonly signature: Buffer;
  readonly context: AssertionContext;
}

interface Rule {
  readonly broken: (checked: Checked) => boolean;
  readonly error: string;
  readonly description: string;
}

/** In this order. Words and codes: https://developers.google.com/identity/protocols/oauth2/service-account#error-codes. */
const RULES: readonly Rule[] = [
  {
    broken: ({ account }) => account?.publicKey == null,
    error: 'invalid_grant',
    description: 'Invalid grant: account not found',
  },
  {
    broken: ({ account, signed, signature }) =>
      !verify('RSA-SHA256', signed, createPublicKey(account?.publicKey ?? ''), signature),
    error: 'invalid_grant',
    description: 'Invalid JWT Signature.',
  },
  {
    broken: ({ claims, context }) => !AUDIENCES.includes(text(claims, 'aud')) && claims['aud'] !== context.endpoint,
    error: 'invalid_grant',
    description: `Invalid JWT: Failed audience check. The right audience is ${AUDIENCES[0] ?? ''}`,
  },
  {
    broken: ({ claims, context }) => !isTimely(claims['iat'], claims['exp'], context.now / 1_000),
    error: 'invalid_grant',
    description:
      'Invalid JWT: Token must be a short-lived token (60 minutes) and in a reasonable timeframe. Check your iat and exp values in the JWT claim.',
  },
  {
    broken: ({ claims }) => scopesOf(claims).length === 0,
    error: 'invalid_scope',
    description: 'Invalid OAuth scope or ID token audience provided.',
  },
];

/** Reads a signed assertion (RFC 7523), or refuses it as Google does. */
export function readAssertion(assertion: string, context: AssertionContext): Asserted {
  const [header = '', payload = '', signature = ''] = assertion.split('.');
  const algorithm = parse(header)?.['alg'];
  const claims = parse(payload);
  if (claims === undefined || algorithm !== 'RS256') throw refuseToken('invalid_grant', 'Invalid JWT Signature.');
  const checked: Checked = {
    claims,
    account: context.accounts.find(({ email }) => email === claims['iss']),
    signed: Buffer.from(`${header}.${payload}`),
    signature: Buffer.from(signature, 'base64url'),
    context,
  };
  const rule = RULES.find(({ broken }) => broken(checked));
  if (rule !== undefined) throw refuseToken(rule.error, rule.description);
  if (checked.account === undefined) throw new Error('An assertion without an account has passed the rules.');
  return { account: checked.account, scopes: scopesOf(claims) };
}

function isTimely(iat: unknown, exp: unknown, now: number): boolean {
  if (typeof iat !== 'number' || typeof exp !== 'number') return false;
  return exp - iat <= LONGEST_S && iat < exp && iat <= now + SKEW_S && exp > now - SKEW_S;
}

function scopesOf(claims: Readonly<Record<string, unknown>>): string[] {
  return text(claims, 'scope')
    .split(' ')
    .filter((scope) => scope !== '');
}

function text(claims: Readonly<Record<string, unknown>>, name: string): string {
  const value = claims[name];
  return typeof value === 'string' ? value : '';
}

function parse(part: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString());
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
