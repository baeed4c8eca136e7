import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Answer, EmulatorRequest } from './routes.ts';

/** Bodies that were encoded already: for the tag, for the log, and to be sent. Nobody changes one after it was made. */
const encoded = new WeakMap<object, Buffer>();

/** The bytes of an answer's body. */
export function encode({ body }: Answer): Buffer {
  if (body === undefined) return Buffer.alloc(0);
  if (Buffer.isBuffer(body)) return body;
  if (typeof body === 'string') return Buffer.from(body);
  if (typeof body !== 'object' || body === null) return Buffer.from(JSON.stringify(body));
  const known = encoded.get(body) ?? Buffer.from(JSON.stringify(body));
  encoded.set(body, known);
  return known;
}

/** Status, headers and length of an answer, ready to be followed by its body. `date` is virtual. */
export function writeHead(response: ServerResponse, answer: Answer, length: number, now: number): void {
  const json = answer.body !== undefined && !Buffer.isBuffer(answer.body) && typeof answer.body !== 'string';
  response.writeHead(answer.status, {
    date: new Date(now).toUTCString(),
    ...(json ? { 'content-type': 'application/json; charset=utf-8' } : {}),
    ...answer.headers,
    // 204 and 304 have no body, and must not speak of its length (RFC 9110 8.6).
    ...(answer.status === 204 || answer.status === 304 ? {} : { 'content-length': `${length}` }),
  });
}

/** Adds a weak ETag, and answers 304 where the caller has that version already (RFC 9110 13.1.2). */
export function tag(answer: Answer, request: EmulatorRequest): Answer {
  const etag = `W/"${createHash('sha256').update(encode(answer)).digest('hex')}"`;
  const known = (request.headers['if-none-match'] ?? '').split(',').map((part) => part.trim());
  const headers = { ...answer.headers, etag };
  return known.includes(etag) || known.includes(etag.slice(2)) ? { status: 304, headers } : { ...answer, headers };
}

/** Sends a whole answer. */
export function write(response: ServerResponse, answer: Answer, now: number): void {
  const body = encode(answer);
  writeHead(response, answer, body.length, now);
  response.end(body);
}

/** A request as handlers see it, but for the path's parameters. */
export function toRequest(incoming: IncomingMessage, raw: Buffer): EmulatorRequest {
  const [path = '/', query = ''] = (incoming.url ?? '/').split('?', 2);
  const headers = Object.entries(incoming.headers).map(([name, value]) => [
    name,
    Array.isArray(value) ? value.join(', ') : value,
  ]);
  const parameters = new URLSearchParams(query);
  return {
    method: incoming.method ?? 'GET',
    path,
    params: {},
    query: Object.fromEntries(parameters),
    queryLists: Object.fromEntries([...parameters.keys()].map((name) => [name, parameters.getAll(name)])),
    headers: Object.fromEntries(headers.filter(([, value]) => value !== undefined)) as Record<string, string>,
    raw,
    body: parseJson(raw),
  };
}

function parseJson(raw: Buffer): unknown {
  if (raw.length === 0) return {};
  try {
    return JSON.parse(raw.toString()) as unknown;
  } catch {
    return undefined;
  }
}
