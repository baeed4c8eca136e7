import { Refusal, type Answer } from '../base/routes.ts';

/** https://prometheus.io/docs/prometheus/latest/querying/api/#format-overview */
export function errorAnswer(status: number, errorType: string, error: string): Answer {
  return { status, body: { status: 'error', errorType, error } };
}

export function refuse(status: number, errorType: string, error: string): Refusal {
  return new Refusal(errorAnswer(status, errorType, error));
}

/** Prometheus itself fails with 422 and 503; everything else comes from what stands in front of it, as text. */
export function failure(status: number): Answer {
  if (status === 503) return errorAnswer(503, 'timeout', 'query timed out in expression evaluation');
  return { status, headers: { 'content-type': 'text/plain; charset=utf-8' }, body: `error ${status}\n` };
}
