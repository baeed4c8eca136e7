import type { Clock } from '#kit/clock';
import { VendorError } from '#kit/errors';
import type { VendorDetails } from '#kit/errors';
import type { Http, HttpRequest, HttpResponse } from '#kit/http';
import { list, record, text } from '#kit/shapes';
import type { Shape } from '#kit/shapes';
import type { GoogleSignIn } from './sign-in.ts';

/** An error as Google's APIs write it: https://google.aip.dev/193. */
export interface GoogleError {
  readonly httpStatus: number;
  /** "FAILED_PRECONDITION"; empty where it is not said. */
  readonly status: string;
  /** In Google's words, or the body as it came where it was none of Google's. */
  readonly said: string;
  /** Of the list `errors`, which newer APIs do not have, and of ErrorInfo in `details`, which older ones do not have. */
  readonly reasons: readonly string[];
}

export interface GoogleApiOptions {
  /** As a person says it: "Google Play". */
  readonly vendor: string;
  readonly http: Http;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  readonly signIn: Pick<GoogleSignIn, 'accessToken' | 'renew'>;
  /** What a refusal is told as. */
  readonly explain: (error: GoogleError, details: VendorDetails) => Error;
}

/** Sends with a token, and turns refusals into errors. */
export interface GoogleApi {
  /** @throws what `explain` makes of a refusal; ConfigurationError where nobody is let in; VendorError. */
  send(request: Omit<HttpRequest, 'vendor' | 'accept'>): Promise<HttpResponse>;
}

/** Before a request that was over a quota is sent again, in milliseconds. */
const quotaPausesMs = [10_000, 20_000, 40_000];

/** Quotas that older APIs answer with 403, without `Retry-After`: https://developers.google.com/android-publisher/quotas. */
const quotaReasons: ReadonlySet<string> = new Set(['rateLimitExceeded', 'userRateLimitExceeded', 'quotaExceeded']);

/** The part of a thin client that is the same for every API of Google. */
export function createGoogleApi({ vendor, http, clock, signal, signIn, explain }: GoogleApiOptions): GoogleApi {
  async function send(request: Omit<HttpRequest, 'vendor' | 'accept'>): Promise<HttpResponse> {
    for (let attempt = 1; ; attempt += 1) {
      const answer = await sendSignedIn(request);
      if (answer.status < 400) return answer;
      const error = readError(answer);
      const pause = quotaPausesMs[attempt - 1];
      // Nothing was done, so a write may be sent again, too.
      if (pause === undefined || !isOverQuota(error)) throw explain(error, describe(answer, request, error, attempt));
      await clock.sleep(pause, signal);
    }
  }

  async function sendSignedIn(request: Omit<HttpRequest, 'vendor' | 'accept'>): Promise<HttpResponse> {
    const first = await sendWith(await signIn.accessToken(), request);
    return first.status === 401 ? sendWith(await signIn.renew(), request) : first;
  }

  async function sendWith(token: string, request: Omit<HttpRequest, 'vendor' | 'accept'>): Promise<HttpResponse> {
    return http.request({
      ...request,
      vendor,
      headers: { accept: 'application/json', ...request.headers, authorization: `Bearer ${token}` },
      accept: isAnswer,
    });
  }

  function describe(
    { status }: HttpResponse,
    { operation }: { readonly operation: string },
    { said }: GoogleError,
    attempts: number,
  ): VendorDetails {
    return { vendor, operation, status, attempts, ambiguous: false, body: said };
  }

  return { send };
}

/** Refusals are answers: the reasons in them are longer than what the kit keeps of a body. */
function isAnswer(status: number): boolean {
  return (status >= 200 && status <= 299) || (status >= 400 && status <= 499 && ![408, 425, 429].includes(status));
}

function isOverQuota({ httpStatus, reasons }: GoogleError): boolean {
  return httpStatus === 403 && reasons.some((reason) => quotaReasons.has(reason));
}

const words = text(50_000);
const optional =
  <T>(shape: Shape<T>): Shape<T | undefined> =>
  (value, where) =>
    value === undefined || value === null ? undefined : shape(value, where);
const reasonsShape = optional(list(record({ reason: optional(words) }, 'ignored')));
const errorShape = record(
  {
    error: record(
      { message: optional(words), status: optional(words), errors: reasonsShape, details: reasonsShape },
      'ignored',
    ),
  },
  'ignored',
);

function readError(answer: HttpResponse): GoogleError {
  try {
    const { message = '', status = '', errors = [], details = [] } = answer.read(errorShape).error;
    const reasons = [...errors, ...details].flatMap(({ reason }) => (reason === undefined ? [] : [reason]));
    return { httpStatus: answer.status, status, said: message, reasons };
  } catch (error) {
    if (!(error instanceof VendorError)) throw error;
    const said = answer.text().slice(0, 500).replaceAll(/\s+/g, ' ').trim();
    return { httpStatus: answer.status, status: '', said, reasons: [] };
  }
}
