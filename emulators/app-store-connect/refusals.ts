import { randomUUID } from 'node:crypto';
import { Refusal, type Answer } from '../base/routes.ts';

/** One entry of an error document: https://developer.apple.com/documentation/appstoreconnectapi/errorresponse. */
export interface AscError {
  readonly status: number;
  /** Machine-readable, from general to special: https://developer.apple.com/documentation/appstoreconnectapi/parsing-the-error-response-code. */
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly source?: { readonly pointer: string } | { readonly parameter: string };
  /** What is wrong with other resources, by their paths: what `meta.associatedErrors` holds. */
  readonly associated?: Readonly<Record<string, readonly AscError[]>>;
}

/** Ends a handler with one error, or with several of the same status. */
export function refuse(first: AscError, ...more: readonly AscError[]): Refusal {
  return new Refusal(errorAnswer(first, ...more));
}

/** An answer of errors; every one has an id of its own. */
export function errorAnswer(first: AscError, ...more: readonly AscError[]): Answer {
  return { status: first.status, body: { errors: [first, ...more].map(writeError) } };
}

function writeError({ status, code, title, detail, source, associated }: AscError): object {
  const meta =
    associated === undefined
      ? {}
      : {
          meta: {
            associatedErrors: Object.fromEntries(
              Object.entries(associated).map(([path, errors]) => [path, errors.map(writeError)]),
            ),
          },
        };
  const id = randomUUID();
  return { id, status: `${status}`, code, title, detail, ...(source === undefined ? {} : { source }), ...meta };
}

export function notFound(type: string, id: string): AscError {
  return {
    status: 404,
    code: 'NOT_FOUND',
    title: 'The specified resource does not exist',
    detail: `There is no resource of type '${type}' with id '${id}'`,
  };
}

/** A parameter that this request does not take. */
export function illegalParameter(parameter: string): AscError {
  return {
    status: 400,
    code: 'PARAMETER_ERROR.ILLEGAL',
    title: 'A parameter is not allowed',
    detail: `The parameter '${parameter}' can not be used with this request`,
    source: { parameter },
  };
}

/** A parameter whose value is none. */
export function invalidParameter(parameter: string, detail: string): AscError {
  return {
    status: 400,
    code: 'PARAMETER_ERROR.INVALID',
    title: 'A parameter has an invalid value',
    detail,
    source: { parameter },
  };
}

/** An attribute that may not have this value, or not now. */
export function invalidAttribute(attribute: string, detail: string, special = ''): AscError {
  return {
    status: 409,
    code: `ENTITY_ERROR.ATTRIBUTE.INVALID${special}`,
    title: 'The provided entity includes an attribute with an invalid value',
    detail,
    source: { pointer: `/data/attributes/${attribute}` },
  };
}

export function invalidRelationship(relationship: string, detail: string, status = 409): AscError {
  return {
    status,
    code: 'ENTITY_ERROR.RELATIONSHIP.INVALID',
    title: 'The provided entity includes a relationship with an invalid value',
    detail,
    source: { pointer: `/data/relationships/${relationship}` },
  };
}

/** What another resource, or this one, is not in the state for. */
export function wrongState(
  detail: string,
  { status = 409, title = 'The request cannot be fulfilled because of the state of another resource.' } = {},
): AscError {
  return { status, code: 'STATE_ERROR.ENTITY_STATE_INVALID', title, detail };
}

/** What TestFlight refuses. */
export function unprocessable(title: string, detail: string): AscError {
  return { status: 422, code: 'ENTITY_UNPROCESSABLE', title, detail };
}

/** What this emulator has not learned, and says so: no answer of Apple's. */
export function notEmulated(what: string): AscError {
  return {
    status: 501,
    code: 'NOT_EMULATED',
    title: 'The App Store Connect emulator does not know this',
    detail: `The App Store Connect emulator does not know ${what}.`,
  };
}

const FAILURES: Readonly<Record<number, Omit<AscError, 'status'>>> = {
  403: {
    code: 'FORBIDDEN_ERROR',
    title: 'This request is forbidden for security reasons',
    detail: 'The API key in use does not allow this request',
  },
  429: {
    code: 'RATE_LIMIT_EXCEEDED',
    title: 'The request rate limit has been reached.',
    detail: "We've received too many requests for this API. Please wait and try again or slow down your request rate.",
  },
};

const UNEXPECTED = {
  code: 'UNEXPECTED_ERROR',
  title: 'An unexpected error occurred.',
  detail:
    'An unexpected error occurred on the server side. If this issue continues, contact us at https://developer.apple.com/contact/.',
};

/** Apple's way to fail. 502 comes from in front of the API, as a line of text (fastlane, spaceship/lib/spaceship/connect_api/api_client.rb). */
export function failure(status: number): Answer {
  if (status === 502) {
    return { status, headers: { 'content-type': 'text/html' }, body: 'Could not process this request' };
  }
  return errorAnswer({ status, ...(FAILURES[status] ?? UNEXPECTED) });
}

export const RATE_LIMITED: AscError = { status: 429, ...(FAILURES[429] ?? UNEXPECTED) };
export const FORBIDDEN: AscError = { status: 403, ...(FAILURES[403] ?? UNEXPECTED) };

export const UNAUTHORIZED: AscError = {
  status: 401,
  code: 'NOT_AUTHORIZED',
  title: 'Authentication credentials are missing or invalid.',
  detail:
    'Provide a properly configured and signed bearer token, and make sure that it has not expired. Learn more about Generating Tokens for API Requests https://developer.apple.com/go/?id=api-generating-tokens',
};

export const NO_AGREEMENT: AscError = {
  status: 403,
  code: 'FORBIDDEN.REQUIRED_AGREEMENTS_MISSING_OR_EXPIRED',
  title: 'A required agreement is missing or has expired.',
  detail: 'This request requires an in-effect agreement that has not been signed or has expired.',
};
