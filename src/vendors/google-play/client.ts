import type { Environment } from '#kit/child-env';
import type { Clock } from '#kit/clock';
import { readRedirect, redirects } from '#kit/endpoints';
import { VendorError } from '#kit/errors';
import type { Http, HttpResponse } from '#kit/http';
import type { Log } from '#kit/log';
import { kitMessages } from '#kit/messages';
import type { Shape } from '#kit/shapes';
import { createGoogleApi } from '#vendors/google-auth/api';
import type { GoogleApiOptions } from '#vendors/google-auth/api';
import { explainRefusal, vendor } from './refusals.ts';

export interface Question {
  /** What it is for, as messages say it: "read the tracks". */
  readonly operation: string;
  /** Below the app, made with `path`: no name can leave its place. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
}

export interface Command extends Question {
  readonly method: 'POST' | 'PUT' | 'DELETE';
  /** Sent as JSON. */
  readonly body?: unknown;
  /** True where sending it twice changes nothing more. Otherwise whoever sends it looks before it is sent again. */
  readonly repeatable: boolean;
}

/** One request of an upload. */
export interface Upload {
  readonly operation: string;
  /** Below the app; or the address that the answer to the first request of the upload named. */
  readonly to: { readonly path: string } | { readonly address: string };
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Uint8Array<ArrayBuffer>;
  readonly repeatable: boolean;
}

/** One app at Google Play, with the permissions of one account. */
export interface GooglePlay {
  /** "com.example.app". */
  readonly packageName: string;
  readonly clock: Clock;
  readonly log: Log;
  /** @throws ConfigurationError or GooglePlayRefusal when Google says no; VendorError, also for an answer of another shape. */
  read<T>(question: Question, shape: Shape<T>): Promise<T>;
  /** @throws as `read`; VendorError, `ambiguous` when it may have taken effect. */
  command(command: Command): Promise<HttpResponse>;
  /** Sends bytes to where uploads go, or to the address that Google gave for one of them. @throws as `command` */
  upload(upload: Upload): Promise<HttpResponse>;
  /** Waits on the clock of the run, and ends with it. */
  sleep(ms: number): Promise<void>;
}

export interface GooglePlayOptions {
  readonly http: Http;
  readonly clock: Clock;
  readonly log: Log;
  readonly signal: AbortSignal;
  readonly environment: Environment;
  /** With `publisherScope` among its scopes. */
  readonly signIn: GoogleApiOptions['signIn'];
  readonly packageName: string;
}

/** https://developers.google.com/android-publisher/authorization */
export const publisherScope = 'https://www.googleapis.com/auth/androidpublisher';

const uploadTimeoutMs = 300_000;
const publicApi = 'https://androidpublisher.googleapis.com';

/** An address below an app; what is put in is escaped, so that "wear:internal" and "My testers" are names like any other. */
export function path(parts: TemplateStringsArray, ...names: readonly string[]): string {
  return String.raw({ raw: parts }, ...names.map((name) => encodeURIComponent(name)));
}

/**
 * A thin client on `kit/http`, so that deadlines, repetitions and redirects are those of all clients here. Google's own
 * package sends by a network stack of its own and repeats commits.
 * https://developers.google.com/android-publisher/api-ref/rest
 * @throws ConfigurationError (`endpoint-not-loopback`).
 */
export function createGooglePlay(options: GooglePlayOptions): GooglePlay {
  const { http, clock, log, signal, environment, signIn, packageName } = options;
  const base = readRedirect(redirects.google, environment) ?? publicApi;
  const below = `/androidpublisher/v3/applications/${encodeURIComponent(packageName)}`;
  const app = `${base}${below}`;
  const api = createGoogleApi({ vendor, http, clock, signal, signIn, explain: explainRefusal });

  return {
    packageName,
    clock,
    log,
    read: async ({ operation, path: address, query }, shape) =>
      (await api.send({ operation, method: 'GET', url: `${app}${address}${toQuery(query)}` })).read(shape),
    command: async ({ operation, method, path: address, query, body, repeatable }) =>
      api.send({
        operation,
        method,
        url: `${app}${address}${toQuery(query)}`,
        repeatable,
        ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
      }),
    upload: async ({ operation, to, headers, body, repeatable }) =>
      api.send({
        operation,
        method: 'POST',
        url: 'path' in to ? `${base}/upload${below}${to.path}` : checkAddress(to.address, base, operation),
        headers,
        repeatable,
        // "Set a timeout of two minutes": https://developers.google.com/android-publisher/api-ref/rest/v3/edits.bundles/upload
        timeoutMs: uploadTimeoutMs,
        deadlineMs: uploadTimeoutMs * 2,
        ...(body === undefined ? {} : { body }),
      }),
    sleep: async (ms) => clock.sleep(ms, signal),
  };
}

function toQuery(query: Readonly<Record<string, string>> = {}): string {
  const written = new URLSearchParams(query).toString();
  return written === '' ? '' : `?${written}`;
}

/** The token goes to Google, or to where everything goes, whatever an answer names. */
function checkAddress(address: string, base: string, operation: string): string {
  const named = URL.canParse(address) ? new URL(address) : undefined;
  const isGoogle = named?.protocol === 'https:' && /^([a-z0-9-]+\.)+googleapis\.com$/.test(named.host);
  if (named?.origin === new URL(base).origin || (base === publicApi && isGoogle)) return address;
  const reason = `the address of the upload is "${address.slice(0, 80)}", which is none of Google's`;
  const note = kitMessages['vendor-unreadable'](vendor, operation, reason);
  throw new VendorError(note, { vendor, operation, attempts: 1, ambiguous: false });
}
