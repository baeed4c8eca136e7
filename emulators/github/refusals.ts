import { Refusal, type Answer } from '../base/routes.ts';

const DOCS = 'https://docs.github.com/rest';

/** An error body as GitHub writes it (schema `basic-error`). */
export function refusal(status: number, message: string, extra: Readonly<Record<string, unknown>> = {}): Answer {
  return { status, body: { message, ...extra, documentation_url: DOCS, status: `${status}` } };
}

export function notFound(message = 'Not Found'): Refusal {
  return new Refusal(refusal(404, message));
}

export function conflict(message: string, extra: Readonly<Record<string, unknown>> = {}): Refusal {
  return new Refusal(refusal(409, message, extra));
}

/** 422 with a message of its own. */
export function unprocessable(message: string): Refusal {
  return new Refusal(refusal(422, message));
}

/** Codes of https://docs.github.com/en/rest/using-the-rest-api/troubleshooting-the-rest-api#validation-failed. */
export type ValidationCode = 'missing' | 'missing_field' | 'invalid' | 'already_exists' | 'custom';

/** 422 `Validation Failed` for one field (schema `validation-error`). */
export function invalid(resource: string, field: string, code: ValidationCode, message?: string): Refusal {
  const error = { resource, field, code, ...(message === undefined ? {} : { message }) };
  return new Refusal(refusal(422, 'Validation Failed', { errors: [error] }));
}
