import type { Environment } from '#kit/child-env';
import type { Clock } from '#kit/clock';
import { readRedirect, redirects } from '#kit/endpoints';
import { VendorError } from '#kit/errors';
import type { FetchHeaders } from '#kit/fetch';
import type { Http, HttpRequest, HttpResponse } from '#kit/http';
import type { Log } from '#kit/log';
import { kitMessages } from '#kit/messages';
import type { Vault } from '#kit/secrets';
import { optional, record, text } from '#kit/shapes';
import type { Shape } from '#kit/shapes';
import type { ApiKey } from './key.ts';
import { appStoreMessages } from './messages.ts';
import { readRefusal, vendor } from './refusals.ts';
import { createTokens } from './token.ts';

/** A request that changes nothing. */
export interface Question {
  /** What it is for, as messages say it: "read the versions". */
  readonly operation: string;
  /** Made with `path`, so that no id can leave its place. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
}

/** A request that changes something. It is sent once: whoever sends it looks before it is sent again. */
export interface Command {
  readonly operation: string;
  readonly method: 'POST' | 'PATCH' | 'DELETE';
  readonly path: string;
  /** `data` of the request, by JSON:API. */
  readonly data?: unknown;
}

/** A part of a file, and where Apple wants it: https://developer.apple.com/documentation/appstoreconnectapi/deliveryfileuploadoperation */
export interface Part {
  readonly operation: string;
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export interface Budget {
  /** Requests an hour, and how many are left of them. */
  readonly limit: number;
  readonly left: number;
}

/** One account at App Store Connect, with the credentials of a key. */
export interface AppStoreConnect {
  readonly clock: Clock;
  readonly log: Log;
  /** @throws VendorError, also for an answer of another shape. */
  read<T>(question: Question, shape: Shape<T>): Promise<T>;
  /**
   * The pages of a list. More than 25 of them are an error, since a list that was cut is not the list.
   * @throws VendorError
   */
  pages<T>(question: Question, shape: Shape<T>): AsyncGenerator<T, undefined>;
  /**
   * What the answer says of the new state is not read: only a look at the world counts.
   * @throws AppStoreRefusal when Apple says no; VendorError, `ambiguous` when it may have taken effect.
   */
  command(command: Command): Promise<void>;
  /**
   * Sends a part to its address, which holds its own credentials: none of ours go there. A part that comes twice takes the place
   * of the first, so it is repeated as often as the kit repeats.
   * @throws VendorError, also for an address that is neither of https nor that of a redirect.
   */
  sendPart(part: Part): Promise<void>;
  /** Waits on the clock of the run, and ends with it. */
  sleep(ms: number): Promise<void>;
  /** What the last answer said of the requests that are left; undefined before the first. */
  budget(): Budget | undefined;
}

export interface AppStoreConnectOptions {
  readonly http: Http;
  readonly clock: Clock;
  readonly log: Log;
  readonly signal: AbortSignal;
  readonly environment: Environment;
  readonly vault: Pick<Vault, 'add'>;
  readonly key: ApiKey;
}

const publicApi = 'https://api.appstoreconnect.apple.com';
/** Apple lists 200 at most. */
const pageSize = '200';
const mostPages = 25;
/** For one part, of some megabytes, on a line that is slow; and for all attempts at it. */
const partLimits = { timeoutMs: 5 * 60_000, deadlineMs: 20 * 60_000 };

/** An address within the API; what is put in is escaped. */
export function path(parts: TemplateStringsArray, ...ids: readonly string[]): string {
  return String.raw({ raw: parts }, ...ids.map((id) => encodeURIComponent(id)));
}

/**
 * A thin client, since Apple maintains none: https://developer.apple.com/documentation/appstoreconnectapi
 * @throws ConfigurationError (`app-store-key-unusable`, `app-store-key-id-invalid`, `endpoint-not-loopback`).
 */
export function createAppStoreConnect(options: AppStoreConnectOptions): AppStoreConnect {
  const { http, clock, log, signal, environment, vault, key } = options;
  const base = readRedirect(redirects.appStoreConnect, environment) ?? publicApi;
  const tokens = createTokens(key, clock, vault);
  let budget: Budget | undefined;

  async function send(request: Omit<HttpRequest, 'vendor'>): Promise<HttpResponse> {
    const first = await sendWith(tokens.current(), request);
    // Nothing was done, so a write may be sent again, too: a token may be refused for a clock that is a little off.
    const answer = first.status === 401 ? await sendWith(tokens.renew(), request) : first;
    if (answer.status >= 400) throw readRefusal(answer, request.operation);
    return answer;
  }

  async function sendWith(token: string, request: Omit<HttpRequest, 'vendor'>): Promise<HttpResponse> {
    try {
      const answer = await http.request({
        ...request,
        vendor,
        headers: { accept: 'application/json', ...request.headers, authorization: `Bearer ${token}` },
        accept: isAnswer,
      });
      budget = readBudget(answer.headers) ?? budget;
      return answer;
    } catch (error) {
      if (!(error instanceof VendorError) || error.details.status !== 429) throw error;
      const left = budget === undefined ? '' : ` (${budget.left} of ${budget.limit} an hour were left before)`;
      const note = appStoreMessages['app-store-rate-limited'](request.operation, left);
      throw new VendorError(note, error.details, { cause: error });
    }
  }

  async function read<T>({ operation, path: address, query = {} }: Question, shape: Shape<T>): Promise<T> {
    const url = `${base}${address}${toQuery(query)}`;
    return (await send({ operation, method: 'GET', url })).read(shape);
  }

  async function* pages<T>(question: Question, shape: Shape<T>): AsyncGenerator<T, undefined> {
    let cursor: string | undefined;
    for (let page = 1; page <= mostPages; page += 1) {
      const query = { ...question.query, limit: pageSize, ...(cursor === undefined ? {} : { cursor }) };
      const found = await read({ ...question, query }, (value, where) => ({
        content: shape(value, where),
        // The cursor is taken from the link and not the link itself: the token goes to no address that an answer names.
        cursor: readCursor(linksShape(value, where).links?.next),
      }));
      yield found.content;
      cursor = found.cursor;
      if (cursor === undefined) return;
    }
    const { operation } = question;
    const note = kitMessages['vendor-unreadable'](vendor, operation, `the list goes on after ${mostPages} pages`);
    throw new VendorError(note, { vendor, operation, attempts: 1, ambiguous: false });
  }

  async function command({ operation, method, path: address, data }: Command): Promise<void> {
    await send({
      operation,
      method,
      url: `${base}${address}`,
      repeatable: false,
      ...(data === undefined
        ? {}
        : { body: JSON.stringify({ data }), headers: { 'content-type': 'application/json' } }),
    });
  }

  async function sendPart({ operation, method, url, headers, bytes }: Part): Promise<void> {
    const methods = ['PUT', 'POST'] as const;
    const known = methods.find((one) => one === method);
    if (known === undefined || !(url.startsWith('https://') || url.startsWith(`${base}/`))) {
      const note = kitMessages['vendor-unreadable'](vendor, operation, `a part is to be sent by ${method} to ${url}`);
      throw new VendorError(note, { vendor, operation, attempts: 1, ambiguous: false });
    }
    await http.request({
      vendor,
      operation,
      method: known,
      url,
      headers,
      body: bytes,
      repeatable: true,
      ...partLimits,
    });
  }

  return {
    clock,
    log,
    read,
    pages,
    command,
    sendPart,
    sleep: async (ms) => clock.sleep(ms, signal),
    budget: () => budget,
  };
}

const linksShape = record({ links: optional(record({ next: optional(text(5_000)) }, 'ignored')) }, 'ignored');

/** Everything on the pages of a list. */
export async function readAll<T>(
  connect: AppStoreConnect,
  question: Question,
  shape: Shape<readonly T[]>,
): Promise<readonly T[]> {
  const all: T[] = [];
  for await (const page of connect.pages(question, shape)) all.push(...page);
  return all;
}

/** Refusals are answers, too: the reasons in them are longer than what the kit keeps of a body. */
function isAnswer(status: number): boolean {
  return (status >= 200 && status <= 299) || (status >= 400 && status <= 499 && ![408, 425, 429].includes(status));
}

function toQuery(query: Readonly<Record<string, string>>): string {
  const written = new URLSearchParams(query).toString();
  return written === '' ? '' : `?${written}`;
}

function readCursor(next: string | undefined): string | undefined {
  if (next === undefined) return undefined;
  const cursor = URL.canParse(next, publicApi) ? new URL(next, publicApi).searchParams.get('cursor') : null;
  if (cursor === null || cursor === '')
    throw new SyntaxError(`the link to the next page has no cursor ("${next.slice(0, 80)}")`);
  return cursor;
}

/** "user-hour-lim:3500;user-hour-rem:500;": https://developer.apple.com/documentation/appstoreconnectapi/identifying-rate-limits */
function readBudget(headers: FetchHeaders): Budget | undefined {
  const written = headers.get('x-rate-limit') ?? '';
  const [, limit] = /user-hour-lim:(\d+)/.exec(written) ?? [];
  const [, left] = /user-hour-rem:(\d+)/.exec(written) ?? [];
  return limit === undefined || left === undefined ? undefined : { limit: Number(limit), left: Number(left) };
}
