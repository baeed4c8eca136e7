import * as http from 'node:http';
import * as https from 'node:https';
import { pipeline } from 'node:stream';
import { createUnzip } from 'node:zlib';

export interface FetchOptions {
  readonly method: string;
  readonly headers: Record<string, string>;
  readonly body?: string | Uint8Array<ArrayBuffer>;
  /** `manual` hands an answer of 300 to 399 over as it is. */
  readonly redirect: 'follow' | 'manual';
  readonly signal: AbortSignal;
}

export interface FetchHeaders {
  /** Names have no case. Null where there is none; several of one name are joined by commas. */
  readonly get: (name: string) => string | null;
  readonly has: (name: string) => boolean;
}

/** An answer whose body is still to be read; the part of the platform's `Response` that we use. */
export interface FetchAnswer {
  readonly status: number;
  readonly statusText: string;
  /** Where it came from, behind all redirects. */
  readonly url: string;
  readonly headers: FetchHeaders;
  readonly body: AsyncIterable<unknown> | null;
}

/** @throws whatever breaks a connection, with libuv's `code`; an AbortError when the signal aborts. */
export type Fetch = (url: string, options: FetchOptions) => Promise<FetchAnswer>;

/** As the platform's fetch: https://fetch.spec.whatwg.org/#http-redirect-fetch. */
const mostRedirects = 20;
const redirecting: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);
/** What speaks of a body that is not sent again. */
const aboutBody: ReadonlySet<string> = new Set(['content-type', 'content-length', 'content-encoding']);
/** What is for the first host's eyes only. */
const confidential: ReadonlySet<string> = new Set(['authorization', 'cookie', 'proxy-authorization']);

/** As the platform's fetch. */
const usualConnectMs = 10_000;
export const connectTimeout = 'CONNECT_TIMEOUT';

/**
 * Fetch on top of `node:http`. The platform's own takes longer to load than a small action takes to run, and several milliseconds
 * for each request: bench/http. Proxies, certificates and kept connections are those of Node's global agents.
 */
export const fetchOverHttp: Fetch = createFetch();

/** @param connectMs real milliseconds until a connection has to stand: a host that is not there is worth another attempt */
export function createFetch(connectMs = usualConnectMs): Fetch {
  return async (url, { redirect, signal, ...options }) => {
    let hop: Hop = { ...options, url: new URL(url) };
    for (let hops = 0; ; hops += 1) {
      const message = await send(hop, signal, connectMs);
      let next: Hop | undefined;
      try {
        next = redirect === 'follow' ? follow(hop, message) : undefined;
      } catch (error) {
        message.destroy();
        throw error;
      }
      if (next === undefined) return toAnswer(hop, message);
      message.resume();
      if (hops === mostRedirects) throw new Error(`more than ${mostRedirects} redirects`);
      hop = next;
    }
  };
}

interface Hop {
  readonly url: URL;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array<ArrayBuffer>;
}

async function send(
  { url, method, headers, body }: Hop,
  signal: AbortSignal,
  connectMs: number,
): Promise<http.IncomingMessage> {
  const { request } = url.protocol === 'https:' ? https : http;
  // Of a body that is not there only these speak (RFC 9110 8.6).
  const length = body === undefined && !/^(POST|PUT|PATCH)$/.test(method) ? {} : { 'content-length': lengthOf(body) };
  return new Promise((resolve, reject) => {
    const sent = request(url, {
      method,
      signal,
      headers: { accept: '*/*', 'accept-encoding': 'gzip, deflate', ...headers, ...length },
    });
    sent.on('response', resolve);
    sent.on('error', reject);
    limitConnecting(sent, connectMs);
    sent.end(body);
  });
}

function lengthOf(body: string | Uint8Array | undefined): number {
  if (body === undefined) return 0;
  return typeof body === 'string' ? Buffer.byteLength(body) : body.byteLength;
}

function limitConnecting(sent: http.ClientRequest, connectMs: number): void {
  sent.on('socket', (socket) => {
    if (!socket.connecting) return;
    const timer = setTimeout(() => {
      sent.destroy(Object.assign(new Error(`no connection within ${connectMs / 1_000} s`), { code: connectTimeout }));
    }, connectMs);
    const clear = (): void => {
      clearTimeout(timer);
    };
    // A host that takes a connection and never begins with TLS is not there either.
    socket.once(sent.protocol === 'https:' ? 'secureConnect' : 'connect', clear);
    socket.once('close', clear);
  });
}

/** Where it goes on; undefined when this is the answer. */
function follow(hop: Hop, { statusCode = 0, headers: { location } }: http.IncomingMessage): Hop | undefined {
  if (!redirecting.has(statusCode) || location === undefined) return undefined;
  const url = new URL(location, hop.url);
  if (!/^https?:$/.test(url.protocol)) throw new Error(`a redirect to ${url.protocol}, which is no HTTP`);
  const isAsked = /^(GET|HEAD)$/.test(hop.method);
  const becomesGet = (statusCode === 303 && !isAsked) || (statusCode <= 302 && hop.method === 'POST');
  const isLeft = (name: string): boolean =>
    (becomesGet && aboutBody.has(name)) || (url.origin !== hop.url.origin && confidential.has(name));
  const { body, ...rest } = hop;
  return {
    ...rest,
    url,
    headers: Object.fromEntries(Object.entries(hop.headers).filter(([name]) => !isLeft(name.toLowerCase()))),
    ...(becomesGet ? { method: 'GET' } : body === undefined ? {} : { body }),
  };
}

function toAnswer({ url, method }: Hop, message: http.IncomingMessage): FetchAnswer {
  const { statusCode: status = 0, statusMessage: statusText = '', headers } = message;
  const get = (name: string): string | null => {
    const value = headers[name.toLowerCase()];
    return value === undefined ? null : String(value);
  };
  const answer = { status, statusText, url: url.href, headers: { get, has: (name: string) => get(name) !== null } };
  // No body comes with these, whatever their headers announce (RFC 9110 6.4.1).
  if (method === 'HEAD' || status === 204 || status === 304) {
    message.resume();
    return { ...answer, body: null };
  }
  const isPacked = /^(x-)?(gzip|deflate)$/i.test(get('content-encoding') ?? '') && get('content-length') !== '0';
  // What breaks the transfer breaks the unpacking, which whoever reads is told of.
  return { ...answer, body: isPacked ? pipeline(message, createUnzip(), () => undefined) : message };
}
