import type { Clock } from '#kit/clock';
import { ConfigurationError, VendorError } from '#kit/errors';
import type { Http, HttpResponse } from '#kit/http';
import type { Log } from '#kit/log';
import type { Message } from '#kit/messages';
import type { Vault } from '#kit/secrets';
import { readAddress } from './address.ts';
import { answerShape, errorShape } from './matrix.ts';
import type { Matrix } from './matrix.ts';
import { prometheusMessages } from './messages.ts';

export type Credentials =
  | { readonly kind: 'bearer'; readonly token: string }
  | { readonly kind: 'basic'; readonly user: string; readonly password: string };

/** Values of an expression at `start`, `start` + `step` ... up to `end` (milliseconds since the epoch, inclusive). */
export interface RangeQuery {
  /** Name of the gate that asks. */
  readonly gate: string;
  /** Which of its queries, as messages say it: "bad". */
  readonly role: string;
  readonly expression: string;
  readonly start: number;
  readonly end: number;
  readonly step: number;
}

export interface Prometheus {
  readonly clock: Clock;
  readonly log: Log;
  /**
   * @throws ConfigurationError (`prometheus-query-refused`) for an expression that is none or cannot be carried out; VendorError,
   *   also for an answer with warnings: it may be incomplete.
   */
  queryRange(query: RangeQuery): Promise<Matrix>;
}

export interface PrometheusOptions {
  readonly http: Http;
  readonly clock: Clock;
  readonly log: Log;
  readonly vault: Pick<Vault, 'add'>;
  /** Of the user's own server, or of a service that speaks its API: the part before /api/v1. */
  readonly address: string;
  readonly credentials?: Credentials;
}

export const vendor = 'Prometheus';
/** Prometheus is told to give up before we do, so that its own words arrive. */
const timeoutMs = 30_000;
const serverTimeout = '25s';

/**
 * The HTTP API of Prometheus (https://prometheus.io/docs/prometheus/latest/querying/api/), as Thanos, Mimir, VictoriaMetrics,
 * Google Cloud and Amazon answer it, too. By GET, which all of them document.
 * @throws ConfigurationError (`prometheus-address-invalid`).
 */
export function createPrometheus({ http, clock, log, vault, address, credentials }: PrometheusOptions): Prometheus {
  const base = readAddress(address);
  const authorization = authorize(credentials, vault);

  async function queryRange(query: RangeQuery): Promise<Matrix> {
    const { gate, role, expression, start, end, step } = query;
    const operation = `ask for "${role}" of the gate "${gate}"`;
    const parameters = new URLSearchParams({
      query: expression,
      start: `${start / 1_000}`,
      end: `${end / 1_000}`,
      step: `${step / 1_000}`,
      timeout: serverTimeout,
    });
    const answer = await http.request({
      vendor,
      operation,
      method: 'GET',
      url: `${base}/api/v1/query_range?${parameters.toString()}`,
      headers: { accept: 'application/json', ...authorization },
      timeoutMs,
      redirects: 'refused',
      accept: (status) => status < 500 && ![408, 425, 429].includes(status),
    });
    if (answer.status >= 300) throw refuse(answer, query, operation, base);
    const { data, warnings, infos } = answer.read(answerShape);
    for (const info of infos) log.info(`${vendor} remarks on "${role}" of the gate "${gate}": ${info}`);
    if (warnings.length > 0)
      throw fail(
        prometheusMessages['prometheus-partial'](operation, warnings.join('; ').slice(0, 500)),
        operation,
        answer,
      );
    return data;
  }

  return { clock, log, queryRange };
}

function authorize(credentials: Credentials | undefined, vault: Pick<Vault, 'add'>): Record<string, string> {
  if (credentials === undefined) return {};
  if (credentials.kind === 'bearer') {
    vault.add('Prometheus token', credentials.token);
    return { authorization: `Bearer ${credentials.token}` };
  }
  const pair = Buffer.from(`${credentials.user}:${credentials.password}`).toString('base64');
  vault.add('Prometheus password', credentials.password);
  vault.add('Prometheus credentials', pair);
  return { authorization: `Basic ${pair}` };
}

/** What a refusal means: the user's query, the user's credentials, or an address at which something else stands. */
function refuse(answer: HttpResponse, query: RangeQuery, operation: string, base: string): Error {
  const { status } = answer;
  const said = readError(answer);
  if (said !== undefined && (status === 400 || status === 422)) {
    const note = prometheusMessages['prometheus-query-refused'](query.gate, query.expression, said);
    return new ConfigurationError(note);
  }
  const text = (said ?? answer.text()).slice(0, 500).replaceAll(/\s+/g, ' ').trim();
  return fail(choose(answer, { operation, text, base }), operation, answer, text);
}

function choose(
  { status, headers }: HttpResponse,
  { operation, text, base }: Record<'operation' | 'text' | 'base', string>,
): Message {
  if (status < 400)
    return prometheusMessages['prometheus-redirected'](operation, status, headers.get('location') ?? '');
  if (status === 401 || status === 403) return prometheusMessages['prometheus-unauthorized'](operation, status, text);
  if (status === 404) return prometheusMessages['prometheus-not-found'](operation, base);
  return prometheusMessages['prometheus-refused'](operation, status, text);
}

function readError(answer: HttpResponse): string | undefined {
  try {
    const { errorType, error } = answer.read(errorShape);
    return `${error} (${errorType})`;
  } catch (error) {
    if (error instanceof VendorError) return undefined;
    throw error;
  }
}

function fail(note: Message, operation: string, { status }: HttpResponse, body?: string): VendorError {
  const details = { vendor, operation, status, attempts: 1, ambiguous: false };
  return new VendorError(note, body === undefined ? details : { ...details, body });
}
