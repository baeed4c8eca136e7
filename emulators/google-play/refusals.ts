import { Refusal, type Answer } from '../base/routes.ts';

/** Names of https://cloud.google.com/apis/design/errors#handling_errors, with the HTTP status that each is sent with. */
const HTTP_STATUS = {
  INVALID_ARGUMENT: 400,
  FAILED_PRECONDITION: 400,
  UNAUTHENTICATED: 401,
  PERMISSION_DENIED: 403,
  NOT_FOUND: 404,
  ABORTED: 409,
  RESOURCE_EXHAUSTED: 429,
  INTERNAL: 500,
  UNIMPLEMENTED: 501,
  UNAVAILABLE: 503,
  DEADLINE_EXCEEDED: 504,
} as const;

export type Status = keyof typeof HTTP_STATUS;

/** The reason that goes with a status unless a refusal has one of its own. */
const REASONS: Readonly<Record<Status, string>> = {
  INVALID_ARGUMENT: 'badRequest',
  FAILED_PRECONDITION: 'failedPrecondition',
  UNAUTHENTICATED: 'authError',
  PERMISSION_DENIED: 'forbidden',
  NOT_FOUND: 'notFound',
  ABORTED: 'concurrentUpdate',
  RESOURCE_EXHAUSTED: 'rateLimitExceeded',
  INTERNAL: 'backendError',
  UNIMPLEMENTED: 'notImplemented',
  UNAVAILABLE: 'backendError',
  DEADLINE_EXCEEDED: 'backendError',
};

export interface RefusalParts {
  readonly reason?: string;
  readonly details?: readonly unknown[];
  readonly headers?: Readonly<Record<string, string>>;
}

/** An error as Google's APIs write it: https://cloud.google.com/apis/design/errors#http_mapping. */
export function errorAnswer(status: Status, message: string, parts: RefusalParts = {}): Answer {
  const { reason = REASONS[status], details, headers } = parts;
  return {
    status: HTTP_STATUS[status],
    ...(headers === undefined ? {} : { headers }),
    body: {
      error: {
        code: HTTP_STATUS[status],
        message,
        errors: [{ message, domain: 'global', reason }],
        status,
        ...(details === undefined ? {} : { details }),
      },
    },
  };
}

export function refuse(status: Status, message: string, parts: RefusalParts = {}): Refusal {
  return new Refusal(errorAnswer(status, message, parts));
}

/** What the emulator has not learned must not look like an answer of Google's. */
export function notEmulated(what: string): Refusal {
  return refuse('UNIMPLEMENTED', `The Google Play emulator does not know ${what}.`);
}

/** Messages for faults, by HTTP status. */
const FAILURES: Readonly<Record<number, readonly [Status, string]>> = {
  403: ['PERMISSION_DENIED', 'The caller does not have permission'],
  404: ['NOT_FOUND', 'Requested entity was not found.'],
  409: ['ABORTED', 'The operation was aborted.'],
  429: ['RESOURCE_EXHAUSTED', 'Quota exceeded for quota metric.'],
  500: ['INTERNAL', 'Internal error encountered.'],
  503: ['UNAVAILABLE', 'The service is currently unavailable.'],
  504: ['DEADLINE_EXCEEDED', 'Deadline expired before operation could complete.'],
};

/** Google's way to fail. 502 comes from in front of the API, as a page (https://github.com/r0adkll/upload-google-play/issues/57). */
export function failure(status: number): Answer {
  if (status === 502) {
    const body = '<!DOCTYPE html>\n<html lang=en>\n<title>Error 502 (Server Error)!!1</title>\n<p><b>502.</b> Error.\n';
    return { status, headers: { 'content-type': 'text/html; charset=UTF-8' }, body };
  }
  const [name, message] = FAILURES[status] ?? ['INTERNAL', 'Internal error encountered.'];
  return { ...errorAnswer(name, message), status };
}
