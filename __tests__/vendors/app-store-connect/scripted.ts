import { generateKeyPairSync } from 'node:crypto';
import { createVirtualClock } from '#emulators/base/clock';
import type { VirtualClock } from '#emulators/base/clock';
import { createHttp } from '#kit/http';
import { createAppStoreConnect } from '#vendors/app-store-connect/client';
import type { AppStoreConnect } from '#vendors/app-store-connect/client';
import type { ApiKey } from '#vendors/app-store-connect/key';
import { toClock } from '#rehearsal/clock/shipped-clock';

const { privateKey, publicKey: verifying } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
export const publicKey = verifying;
export const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }) as string;
export const issuerId = '69a6de70-0000-47e3-e053-5b8c7c11a4d1';
export const apiKey: ApiKey = { keyId: 'TESTKEY123', issuerId, privateKey: pem };

export interface Seen {
  readonly method: string;
  readonly url: string;
  readonly token: string;
  readonly body: unknown;
}

export interface Scripted {
  readonly connect: AppStoreConnect;
  readonly clock: VirtualClock;
  readonly seen: readonly Seen[];
  /** Names under which something was made secret. */
  readonly secrets: readonly string[];
}

export interface Reply {
  readonly status?: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * A client before answers that were written down: for what an emulator of a well-behaved vendor never says.
 * @param reply by the number of the request, from 0
 */
export function speakWith(
  reply: (index: number, seen: Seen) => Reply,
  { key = apiKey, environment = {} } = {},
): Scripted {
  const clock = createVirtualClock('2026-11-25T08:00:00Z');
  const seen: Seen[] = [];
  const secrets: string[] = [];
  const answer: typeof fetch = async (url, init) => {
    const body = typeof init?.body === 'string' ? (JSON.parse(init.body) as unknown) : undefined;
    const token = new Headers(init?.headers).get('authorization')?.replace('Bearer ', '') ?? '';
    const request: Seen = { method: init?.method ?? 'GET', url: url as string, token, body };
    seen.push(request);
    const given = reply(seen.length - 1, request);
    const text = typeof given.body === 'string' ? given.body : JSON.stringify(given.body ?? { data: [] });
    return Promise.resolve(new Response(text, { status: given.status ?? 200, headers: given.headers ?? {} }));
  };
  const signal = new AbortController().signal;
  const log = { info: () => undefined } as never;
  const http = createHttp({ fetch: answer, clock: toClock(clock), log, signal, random: () => 0.5 });
  const vault = {
    add: (name: string) => {
      secrets.push(name);
    },
  };
  const connect = createAppStoreConnect({ http, clock: toClock(clock), log, signal, environment, vault, key });
  return { connect, clock, seen, secrets };
}

/** The parts of a token that anybody can read. */
export function readToken(token: string): { header: unknown; claims: { iat: number; exp: number } } {
  const [header = '', claims = ''] = token.split('.').map((part) => Buffer.from(part, 'base64url').toString('utf8'));
  return { header: JSON.parse(header) as unknown, claims: JSON.parse(claims) as { iat: number; exp: number } };
}
