import { VendorError } from '#kit/errors';
import type { VendorDetails } from '#kit/errors';
import type { HttpResponse } from '#kit/http';
import { kitMessages } from '#kit/messages';
import type { Message } from '#kit/messages';
import { list, optional, record, text } from '#kit/shapes';
import type { Shape } from '#kit/shapes';
import { appStoreMessages } from './messages.ts';

/** One reason of a refusal, as Apple gives it. */
export interface Reason {
  /** "STATE_ERROR", "ENTITY_ERROR.ATTRIBUTE.REQUIRED": decisions rest on it, never on the words. */
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  /** Which part of the request is meant: a pointer or the name of a parameter; empty when it is not said. */
  readonly where: string;
}

/** App Store Connect said no, with its reasons. */
export class AppStoreRefusal extends VendorError {
  readonly reasons: readonly Reason[];

  constructor(note: Message, details: VendorDetails, reasons: readonly Reason[]) {
    super(note, details);
    this.name = 'AppStoreRefusal';
    this.reasons = reasons;
  }
}

export const vendor = 'App Store Connect';

const words = text(20_000);
const plainError = {
  code: words,
  title: words,
  detail: optional(words),
  source: optional(record({ pointer: optional(words), parameter: optional(words) }, 'ignored')),
};
const associatedErrors: Shape<readonly Raw[]> = (value, where) => {
  const lists = typeof value === 'object' && value !== null ? Object.values(value) : [];
  return lists.flatMap((errors) => list(record(plainError, 'ignored'))(errors, where));
};
const errorShape = record(
  { ...plainError, meta: optional(record({ associatedErrors: optional(associatedErrors) }, 'ignored')) },
  'ignored',
);
const bodyShape = record({ errors: list(errorShape) }, 'ignored');

interface Raw {
  readonly code: string;
  readonly title: string;
  readonly detail: string | undefined;
  readonly source: { readonly pointer: string | undefined; readonly parameter: string | undefined } | undefined;
}

/** What an answer of 400 to 499 says, as an error. Associated errors are the ones that tell what is missing. */
export function readRefusal(response: HttpResponse, operation: string): AppStoreRefusal {
  const { status } = response;
  const reasons = readReasons(response);
  const said =
    reasons.length === 0 ? response.text().slice(0, 500).replaceAll(/\s+/g, ' ') : reasons.map(tell).join('; ');
  const details = { vendor, operation, status, attempts: 1, ambiguous: false, body: said, ...correlation(response) };
  return new AppStoreRefusal(choose(reasons, status, operation, said), details, reasons);
}

function choose(reasons: readonly Reason[], status: number, operation: string, said: string): Message {
  if (reasons.some(({ code }) => code.startsWith('FORBIDDEN.REQUIRED_AGREEMENTS')))
    return appStoreMessages['app-store-agreement-missing'](operation, said);
  if (status === 401) return appStoreMessages['app-store-unauthorized'](operation, said);
  // Without a reason it was perhaps not Apple that answered.
  if (reasons.length === 0) return kitMessages['vendor-refused'](vendor, operation, status, said);
  if (status === 403) return appStoreMessages['app-store-forbidden'](operation, said);
  return appStoreMessages['app-store-refused'](operation, status, said);
}

function readReasons(response: HttpResponse): readonly Reason[] {
  try {
    return response
      .read(bodyShape)
      .errors.flatMap((error) => [error, ...(error.meta?.associatedErrors ?? [])].map(toReason));
  } catch (error) {
    if (error instanceof VendorError) return [];
    throw error;
  }
}

function toReason({ code, title, detail, source }: Raw): Reason {
  return { code, title, detail: detail ?? '', where: source?.pointer ?? source?.parameter ?? '' };
}

function tell({ code, title, detail, where }: Reason): string {
  const sentence = [title, detail].filter((part) => part !== '').join(' ');
  return `${sentence} [${[code, where].filter((part) => part !== '').join(' at ')}]`;
}

function correlation({ headers }: HttpResponse): { correlationId?: string } {
  const id = headers.get('x-request-id') ?? headers.get('x-apple-request-uuid');
  return id === null ? {} : { correlationId: id };
}
