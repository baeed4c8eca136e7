import type { Environment } from '#kit/child-env';
import type { Clock } from '#kit/clock';
import { readRedirect, redirects } from '#kit/endpoints';
import { VendorError } from '#kit/errors';
import type { Http } from '#kit/http';
import type { Log } from '#kit/log';
import { kitMessages } from '#kit/messages';
import type { Shape } from '#kit/shapes';
import { createGoogleApi } from '#vendors/google-auth/api';
import type { GoogleSignIn } from '#vendors/google-auth/sign-in';
import { apis, explainRefusal } from './refusals.ts';

/** A request: this client changes nothing. */
export interface Question {
  /** What it is for, as messages say it: "read the crash rates". */
  readonly operation: string;
  readonly api: keyof typeof apis;
  /** Below the app: "/crashRateMetricSet". */
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  /** A query of the Reporting API is a POST, and changes nothing. */
  readonly body?: unknown;
}

/** What Google Play has measured of one app, and what its users wrote. */
export interface PlayVitals {
  readonly clock: Clock;
  readonly log: Log;
  /** @throws VitalsRefusal; VendorError, also for an answer of another shape. */
  read<T>(question: Question, shape: Shape<T>): Promise<T>;
}

export interface PlayVitalsOptions {
  readonly http: Http;
  readonly clock: Clock;
  readonly log: Log;
  readonly signal: AbortSignal;
  readonly environment: Environment;
  /** With `vitalsScopes` among its scopes. */
  readonly signIn: GoogleSignIn;
  /** "com.example.app". */
  readonly packageName: string;
}

/** What a sign-in has to ask for: vitals and reviews are two APIs. */
export const vitalsScopes: readonly string[] = [apis.reporting.scope, apis.publisher.scope];

export const vendor = 'Google Play';

const roots = { reporting: '/v1beta1/apps/', publisher: '/androidpublisher/v3/applications/' } as const;

/**
 * A thin client of the Play Developer Reporting API, for which Google maintains no small one, and of the reviews of the Play
 * Developer API.
 * @throws ConfigurationError (`endpoint-not-loopback`).
 */
export function createPlayVitals(options: PlayVitalsOptions): PlayVitals {
  const { http, clock, log, signal, environment, signIn, packageName } = options;
  const redirect = readRedirect(redirects.google, environment);
  const connect = (name: keyof typeof apis): ReturnType<typeof createGoogleApi> => {
    const asked = { api: apis[name], packageName, who: signIn.who };
    const explain = (...[error, details]: Parameters<Parameters<typeof createGoogleApi>[0]['explain']>): Error =>
      explainRefusal(error, details, asked);
    return createGoogleApi({ vendor, http, clock, signal, signIn, explain });
  };
  const connections = { reporting: connect('reporting'), publisher: connect('publisher') };

  return {
    clock,
    log,
    read: async ({ operation, api, path, query = {}, body }, shape) => {
      const root = `${redirect ?? apis[api].origin}${roots[api]}${encodeURIComponent(packageName)}`;
      const written = new URLSearchParams(query).toString();
      const url = `${root}${path}${written === '' ? '' : `?${written}`}`;
      const asked =
        body === undefined
          ? ({ method: 'GET' } as const)
          : ({
              method: 'POST',
              repeatable: true,
              body: JSON.stringify(body),
              headers: { 'content-type': 'application/json' },
            } as const);
      return (await connections[api].send({ operation, url, ...asked })).read(shape);
    },
  };
}

/** An answer that contradicts itself, or what was asked. */
export function unreadable(operation: string, reason: string, cause?: unknown): VendorError {
  const note = kitMessages['vendor-unreadable'](vendor, operation, reason);
  return new VendorError(note, { vendor, operation, attempts: 1, ambiguous: false }, { cause });
}
