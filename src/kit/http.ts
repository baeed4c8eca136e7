import type { Clock } from './clock.ts';
import { formatDuration } from './duration.ts';
import { describeError, VendorError } from './errors.ts';
import { connectTimeout } from './fetch.ts';
import type { Fetch, FetchAnswer, FetchHeaders } from './fetch.ts';
import { BodyTooLarge, handOver, readBody, ReceiverFailed } from './http-body.ts';
import { kitMessages } from './messages.ts';
import type { Message } from './messages.ts';
import type { Shape } from './shapes.ts';
import { suite } from './suite.ts';
import type { Log } from './log.ts';

export interface HttpRequest {
  /** Who is asked, as a person says it ("GitHub"), and what for ("read the ref"): both appear in messages. */
  readonly vendor: string;
  readonly operation: string;
  readonly method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array<ArrayBuffer>;
  /**
   * Whether sending it twice does no harm. By default true for GET and HEAD only: PUT and DELETE are idempotent on paper,
   * but not every vendor's are, so a caller who knows says so.
   */
  readonly repeatable?: boolean;
  /** Limit for one attempt, in milliseconds. */
  readonly timeoutMs?: number;
  /** Limit for all attempts and the pauses between them, in milliseconds. */
  readonly deadlineMs?: number;
  readonly attempts?: number;
  /** Which statuses are answers to the caller (404 may be one). By default 200 to 299. */
  readonly accept?: (status: number) => boolean;
  /**
   * A failure that stands in the body of an answer, whatever its status: GraphQL answers 200 to everything, and some vendors
   * say only in words that they throttle. Looked at before `accept`; undefined leaves it to the status.
   */
  readonly failureIn?: (status: number, body: string) => ToldFailure | undefined;
  /**
   * Takes the body of an accepted answer piece by piece, for what need not fit into memory; the answer's `body` is then empty. Asked
   * for anew at each attempt: what an attempt that broke off has handed over is to be forgotten. What it throws ends the request.
   */
  readonly receive?: () => (piece: Uint8Array) => Promise<void>;
  /** Largest body of an answer, in bytes. Default: 64 MB. */
  readonly largestBody?: number;
  /** Default: `followed`. `refused` where the host is the user's own: an answer of 300 to 399 is then a refusal, or an accepted answer. */
  readonly redirects?: 'followed' | 'refused';
}

export interface HttpResponse {
  readonly status: number;
  /** Where it came from, behind all redirects. */
  readonly url: string;
  readonly headers: FetchHeaders;
  readonly body: Uint8Array;
  text(): string;
  /** @throws VendorError (`vendor-unreadable`) when the body is not JSON. */
  json(): unknown;
  /** The body as typed values. @throws VendorError (`vendor-unreadable`) when it is not JSON of this shape. */
  read<T>(shape: Shape<T>): T;
}

export interface Http {
  /** @throws VendorError for every outcome that is not an accepted answer. */
  request(request: HttpRequest): Promise<HttpResponse>;
}

export interface HttpDependencies {
  readonly fetch: Fetch;
  readonly clock: Clock;
  readonly log: Log;
  readonly signal: AbortSignal;
  /** From 0 up to but not 1: the jitter. */
  readonly random: () => number;
}

const defaults = { timeoutMs: 30_000, deadlineMs: 120_000, attempts: 5 } as const;
const firstPauseMs = 1_000;
const longestPauseMs = 30_000;

/**
 * What a failed attempt says about the world.
 * - `refused`: the vendor said no, and would again.
 * - `not-sent`: it did not reach the vendor, or the vendor said that it did nothing: repeating is always safe.
 * - `unknown`: it may have taken effect: repeated only when the caller says that this does no harm.
 */
type Effect = 'refused' | 'not-sent' | 'unknown';

/** A failure that a vendor tells in the body of an answer. */
export interface ToldFailure {
  readonly effect: Effect;
  /** For messages. */
  readonly said: string;
  /** The vendor's own word for it. */
  readonly code?: string;
  /** How long to wait where no header says it, in milliseconds. */
  readonly waitMs?: number;
}

/** Errors from before the request left (names by libuv); every other connection error may have come after. */
const notSentCodes = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ENETUNREACH', 'EHOSTUNREACH', connectTimeout]);

/** RFC 9110 and 6585; a status that is not here is `refused`. */
const effects: Readonly<Record<number, Effect>> = {
  408: 'unknown',
  // "Too early": the server refused to process it (RFC 8470).
  425: 'not-sent',
  429: 'not-sent',
  500: 'unknown',
  502: 'unknown',
  503: 'unknown',
  504: 'unknown',
};

interface Failure {
  readonly effect: Effect;
  /** "503 Service Unavailable", "connection reset". */
  readonly said: string;
  readonly status?: number;
  readonly code?: string;
  readonly correlationId?: string;
  readonly body?: string;
  /** What Retry-After asks for, in milliseconds. */
  readonly waitMs?: number;
  readonly cause?: unknown;
}

/** HTTP with the manners that vendors expect: only what is safe is repeated, with jitter, and every wait has an end. */
export function createHttp(dependencies: HttpDependencies): Http {
  return { request: async (request) => sendUntilAnswered(request, dependencies) };
}

async function sendUntilAnswered(request: HttpRequest, dependencies: HttpDependencies): Promise<HttpResponse> {
  const { clock, log, random, signal } = dependencies;
  const attempts = request.attempts ?? defaults.attempts;
  const repeatable = request.repeatable ?? (request.method === 'GET' || request.method === 'HEAD');
  const startedAt = clock.now();
  const endsAt = startedAt + (request.deadlineMs ?? defaults.deadlineMs);

  for (let attempt = 1; ; attempt += 1) {
    signal.throwIfAborted();
    const outcome = await sendOnce(request, dependencies, endsAt - clock.now());
    if ('answer' in outcome) return outcome.answer;
    const { failure } = outcome;
    const fail = (note: Message): VendorError => toVendorError(note, request, failure, attempt, repeatable);
    if (failure.effect === 'refused') {
      throw fail(
        kitMessages['vendor-refused'](request.vendor, request.operation, failure.status ?? 0, failure.body ?? ''),
      );
    }
    if (failure.effect === 'unknown' && !repeatable) {
      throw fail(kitMessages['vendor-ambiguous'](request.vendor, request.operation, failure.said));
    }
    if (attempt >= attempts) {
      throw fail(kitMessages['vendor-unreachable'](request.vendor, request.operation, attempt, failure.said));
    }
    const pause = pauseBefore(attempt, failure, random);
    if (clock.now() + pause >= endsAt) {
      const waited = formatDuration(clock.now() - startedAt);
      const asked = failure.waitMs === undefined ? '' : ` (it asks to wait ${formatDuration(failure.waitMs)})`;
      throw fail(kitMessages['vendor-deadline'](request.vendor, request.operation, waited, failure.said + asked));
    }
    log.info(
      `${request.vendor}: "${request.operation}" ended with ${failure.said}; attempt ${attempt + 1} of ${attempts} in ${formatDuration(pause)}`,
    );
    await clock.sleep(pause, signal);
  }
}

/** Exponential with full jitter, so that jobs which failed together do not come back together. */
function pauseBefore(attempt: number, failure: Failure, random: () => number): number {
  const ceiling = Math.min(longestPauseMs, firstPauseMs * 2 ** (attempt - 1));
  const jittered = Math.round(ceiling / 2 + (random() * ceiling) / 2);
  return failure.waitMs === undefined ? jittered : failure.waitMs + Math.round(random() * 1_000);
}

async function sendOnce(
  request: HttpRequest,
  { clock, fetch, signal }: HttpDependencies,
  leftMs: number,
): Promise<{ answer: HttpResponse } | { failure: Failure }> {
  const limit = Math.max(1, Math.min(request.timeoutMs ?? defaults.timeoutMs, leftMs));
  const deadline = clock.deadline(limit);
  try {
    const response = await fetch(request.url, {
      method: request.method,
      headers: { 'user-agent': `${suite.name}/${suite.version}`, ...request.headers },
      ...(request.body === undefined ? {} : { body: request.body }),
      redirect: request.redirects === 'refused' ? 'manual' : 'follow',
      signal: AbortSignal.any([deadline, signal]),
    });
    const accept = request.accept ?? ((status: number): boolean => status >= 200 && status <= 299);
    const isAccepted = accept(response.status);
    const isReceived = isAccepted && request.receive !== undefined;
    const body = isReceived ? new Uint8Array() : await readBody(response, request.largestBody);
    const told = isReceived ? undefined : request.failureIn?.(response.status, new TextDecoder().decode(body));
    if (told !== undefined) return { failure: toFailure(response, body, clock, told) };
    if (!isAccepted) return { failure: toFailure(response, body, clock) };
    if (request.receive !== undefined) await handOver(response, request.receive(), request.largestBody);
    return { answer: toAnswer(request, response, body) };
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof ReceiverFailed) throw error.cause;
    if (error instanceof BodyTooLarge)
      return { failure: { effect: 'refused', said: error.message, body: error.message } };
    if (deadline.aborted)
      return { failure: { effect: 'unknown', said: `no answer within ${formatDuration(limit)}`, cause: error } };
    const effect = notSentCodes.has(errorCode(error)) ? 'not-sent' : 'unknown';
    return { failure: { effect, said: describeError(error), cause: error } };
  }
}

function toAnswer(request: HttpRequest, response: FetchAnswer, body: Uint8Array): HttpResponse {
  const text = (): string => new TextDecoder().decode(body);
  const unreadable = (reason: string, cause: unknown): VendorError => {
    const note = kitMessages['vendor-unreadable'](request.vendor, request.operation, reason);
    // The status was a success: what the request was to change may have changed.
    const failure: Failure = {
      effect: 'unknown',
      said: reason,
      status: response.status,
      ...correlation(response),
      cause,
    };
    return toVendorError(note, request, failure, 1, request.method === 'GET');
  };
  const json = (): unknown => {
    try {
      return JSON.parse(text()) as unknown;
    } catch (error) {
      const start = text().slice(0, 80).replaceAll(/\s+/g, ' ');
      throw unreadable(body.byteLength === 0 ? 'the body is empty' : `it begins with "${start}"`, error);
    }
  };
  return {
    status: response.status,
    url: response.url,
    headers: response.headers,
    body,
    text,
    json,
    read(shape) {
      const value = json();
      try {
        return shape(value, '');
      } catch (error) {
        throw error instanceof SyntaxError ? unreadable(error.message, error) : error;
      }
    },
  };
}

function toFailure(response: FetchAnswer, body: Uint8Array, clock: Clock, told?: ToldFailure): Failure {
  const { status, headers } = response;
  const throttled =
    told?.effect === 'not-sent' ||
    status === 429 ||
    (status === 403 && (headers.has('retry-after') || headers.get('x-ratelimit-remaining') === '0'));
  const waitMs =
    readRetryAfter(headers, clock) ?? (throttled ? readRateLimitReset(headers, clock) : undefined) ?? told?.waitMs;
  return {
    effect: throttled ? 'not-sent' : (told?.effect ?? effects[status] ?? 'refused'),
    said: told?.said ?? `${status} ${response.statusText}`.trim(),
    status,
    body: (told?.said ?? new TextDecoder().decode(body)).slice(0, 500).replaceAll(/\s+/g, ' ').trim(),
    ...(told?.code === undefined ? {} : { code: told.code }),
    ...(waitMs === undefined ? {} : { waitMs }),
    ...correlation(response),
  };
}

/** Seconds or an HTTP date (RFC 9110, 10.2.3). */
function readRetryAfter(headers: FetchHeaders, clock: Clock): number | undefined {
  const value = headers.get('retry-after');
  if (value === null) return undefined;
  const ms = /^\d+$/.test(value) ? Number(value) * 1_000 : Date.parse(value) - clock.now();
  return Number.isFinite(ms) ? Math.max(0, ms) : undefined;
}

/** GitHub's primary limit has no Retry-After: seconds since the epoch. While something remains, another limit was hit. */
function readRateLimitReset(headers: FetchHeaders, clock: Clock): number | undefined {
  if ((headers.get('x-ratelimit-remaining') ?? '0') !== '0') return undefined;
  const reset = headers.get('x-ratelimit-reset');
  return reset !== null && /^\d+$/.test(reset) ? Math.max(0, Number(reset) * 1_000 - clock.now()) : undefined;
}

const correlationHeaders = ['x-github-request-id', 'x-amzn-requestid', 'x-request-id', 'x-guploader-uploadid'];

function correlation(response: FetchAnswer): { correlationId?: string } {
  const name = correlationHeaders.find((header) => response.headers.has(header));
  return name === undefined ? {} : { correlationId: response.headers.get(name) ?? '' };
}

/** Of the error, or of what is behind it. */
function errorCode(error: unknown): string {
  if (typeof error !== 'object' || error === null) return '';
  if ('code' in error && typeof error.code === 'string') return error.code;
  return 'cause' in error ? errorCode(error.cause) : '';
}

function toVendorError(
  note: Message,
  request: HttpRequest,
  failure: Failure,
  attempts: number,
  repeatable: boolean,
): VendorError {
  return new VendorError(
    note,
    {
      vendor: request.vendor,
      operation: request.operation,
      attempts,
      ambiguous: failure.effect === 'unknown' && !repeatable,
      ...(failure.status === undefined ? {} : { status: failure.status }),
      ...(failure.code === undefined ? {} : { code: failure.code }),
      ...(failure.correlationId === undefined ? {} : { correlationId: failure.correlationId }),
      ...(failure.body === undefined ? {} : { body: failure.body }),
    },
    { cause: failure.cause },
  );
}
