import { Refusal, type Answer } from '../base/routes.ts';

/** An error as Sentry's API writes it: https://docs.sentry.io/api/requests/ */
export function errorAnswer(status: number, detail: string, headers: Readonly<Record<string, string>> = {}): Answer {
  return { status, headers, body: { detail } };
}

export function refuse(status: number, detail: string): Refusal {
  return new Refusal(errorAnswer(status, detail));
}

/** What the emulator has not learned must not look like an answer of Sentry's. */
export function notEmulated(what: string): Refusal {
  return refuse(501, `The Sentry emulator does not know ${what}.`);
}

/** Sentry hides what is not there and what is another's behind the same words. */
export const MISSING = 'The requested resource does not exist';
export const FORBIDDEN = 'You do not have permission to perform this action.';

const FAILURES: Readonly<Record<number, string>> = {
  403: FORBIDDEN,
  404: MISSING,
  429: 'You are attempting to use this endpoint too frequently. Limit is 40 requests in 1 seconds',
  500: 'Internal Error',
  503: 'Service Unavailable',
};

/** Sentry's way to fail. 502 and 504 come from in front of it, as pages. */
export function failure(status: number): Answer {
  const detail = FAILURES[status];
  if (detail !== undefined) return errorAnswer(status, detail);
  const body = `<html><head><title>${status}</title></head><body><h1>Error: Server Error</h1></body></html>\n`;
  return { status, headers: { 'content-type': 'text/html; charset=UTF-8' }, body };
}
