import type { Environment } from '#kit/child-env';
import type { Clock } from '#kit/clock';
import { readRedirect, redirects } from '#kit/endpoints';
import { ConfigurationError, VendorError } from '#kit/errors';
import type { VendorDetails } from '#kit/errors';
import type { Http } from '#kit/http';
import type { Log } from '#kit/log';
import { kitMessages } from '#kit/messages';
import type { Shape } from '#kit/shapes';
import { optional, record, text } from '#kit/shapes';
import { createGoogleApi } from '#vendors/google-auth/api';
import type { GoogleApiOptions, GoogleError } from '#vendors/google-auth/api';
import { playVitalsMessages } from './messages.ts';

/** What Google Play has measured of one app. */
export interface PlayVitals {
  readonly packageName: string;
  readonly clock: Clock;
  readonly log: Log;
  /** @throws ConfigurationError or VendorError */
  describe<T>(metricSet: string, shape: Shape<T>): Promise<T>;
  /**
   * The pages of an answer. More than 50 of them are an error, since figures that were cut are other figures.
   * @throws ConfigurationError or VendorError
   */
  query<T>(metricSet: string, body: Readonly<Record<string, unknown>>, shape: Shape<T>): AsyncGenerator<T, undefined>;
}

export interface PlayVitalsOptions {
  readonly http: Http;
  readonly clock: Clock;
  readonly log: Log;
  readonly signal: AbortSignal;
  readonly environment: Environment;
  /** With `reportingScope` among its scopes, which that of publishing does not contain. */
  readonly signIn: GoogleApiOptions['signIn'];
  readonly packageName: string;
  /** Rows of a page, at most 100,000; by default Google's 1,000, which is six weeks of hours. */
  readonly pageSize?: number;
}

/** https://developers.google.com/play/developer/reporting/reference/rest/v1beta1/vitals.crashrate/query */
export const reportingScope = 'https://www.googleapis.com/auth/playdeveloperreporting';

const vendor = 'Play Developer Reporting';
const publicApi = 'https://playdeveloperreporting.googleapis.com';
const mostPages = 50;
const standardPage = 1_000;

/**
 * A thin client, since Google maintains none that a bundle could carry.
 * https://developers.google.com/play/developer/reporting/reference/rest
 * @throws ConfigurationError (`endpoint-not-loopback`).
 */
export function createPlayVitals(options: PlayVitalsOptions): PlayVitals {
  const { http, clock, log, signal, environment, signIn, packageName, pageSize = standardPage } = options;
  const base = readRedirect(redirects.google, environment) ?? publicApi;
  const app = `${base}/v1beta1/apps/${encodeURIComponent(packageName)}`;
  const api = createGoogleApi({ vendor, http, clock, signal, signIn, explain });

  async function* query<T>(
    metricSet: string,
    body: Readonly<Record<string, unknown>>,
    shape: Shape<T>,
  ): AsyncGenerator<T, undefined> {
    const operation = `query the ${metricSet}`;
    let pageToken: string | undefined;
    for (let page = 1; page <= mostPages; page += 1) {
      const answer = await api.send({
        operation,
        method: 'POST',
        url: `${app}/${metricSet}:query`,
        // All but the token has to be the same on every page.
        body: JSON.stringify({ ...body, pageSize, ...(pageToken === undefined ? {} : { pageToken }) }),
        headers: { 'content-type': 'application/json' },
        // It only reads.
        repeatable: true,
      });
      const found = answer.read((value, where) => ({
        content: shape(value, where),
        next: pageShape(value, where).nextPageToken,
      }));
      yield found.content;
      pageToken = found.next === '' ? undefined : found.next;
      if (pageToken === undefined) return;
    }
    const note = kitMessages['vendor-unreadable'](vendor, operation, `the answer goes on after ${mostPages} pages`);
    throw new VendorError(note, { vendor, operation, attempts: 1, ambiguous: false });
  }

  return {
    packageName,
    clock,
    log,
    describe: async (metricSet, shape) => {
      const operation = `read the freshness of the ${metricSet}`;
      return (await api.send({ operation, method: 'GET', url: `${app}/${metricSet}` })).read(shape);
    },
    query,
  };
}

const pageShape = record({ nextPageToken: optional(text(10_000)) }, 'ignored');

/** Errors of this API have no list `errors`, and a reason only in `details`: https://google.aip.dev/193. */
function explain(error: GoogleError, details: VendorDetails): Error {
  const { httpStatus, said, reasons } = error;
  const told = [details.operation, said] as const;
  if (httpStatus === 403 && reasons.includes('SERVICE_DISABLED'))
    return new ConfigurationError(playVitalsMessages['play-vitals-api-disabled'](...told));
  if (httpStatus === 401 || httpStatus === 403)
    return new ConfigurationError(playVitalsMessages['play-vitals-forbidden'](...told));
  if (httpStatus === 404) return new ConfigurationError(playVitalsMessages['play-vitals-app-unknown'](...told));
  const note = playVitalsMessages['play-vitals-refused'](details.operation, httpStatus, said);
  return new VendorError(note, details);
}
