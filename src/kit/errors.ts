import { inspect } from 'node:util';
import type { Message } from './messages.ts';

/** Whose fault a failure is; the first thing that a reader of a red job wants to know. */
export type Fault = 'configuration' | 'gate' | 'vendor' | 'cancelled' | 'ours';

/**
 * Exit codes, so that a script can tell them apart without reading. 130 is the shell's code for an interrupted command
 * (128 + SIGINT).
 */
export const exitCodes: Readonly<Record<Fault, number>> = {
  gate: 1,
  configuration: 2,
  vendor: 3,
  ours: 4,
  cancelled: 130,
};

export interface ForeseenErrorOptions extends ErrorOptions {
  /** True when the stage has drawn its own verdict into the summary, reasons and all. */
  readonly described?: boolean;
}

/** A failure that we foresaw. Anything that is thrown and is not one of these is a defect of ours. */
export class ForeseenError extends Error {
  readonly fault: Fault;
  /** What a person is told, the most important first. */
  readonly notes: readonly [Message, ...Message[]];
  readonly described: boolean;

  constructor(fault: Fault, notes: readonly [Message, ...Message[]], options: ForeseenErrorOptions = {}) {
    super(notes[0].text, options);
    this.name = 'ForeseenError';
    this.fault = fault;
    this.notes = notes;
    this.described = options.described ?? false;
  }
}

/** The user can mend it: a wrong input, a missing tool, a broken policy. Shown with its cure and without a stack. */
export class ConfigurationError extends ForeseenError {
  /** One row per problem, shown as a table: all of them at once, so that nobody repairs them one run at a time. */
  readonly problems: readonly Problem[];

  constructor(note: Message, problems: readonly Problem[] = [], options?: ForeseenErrorOptions) {
    super('configuration', [note], options);
    this.name = 'ConfigurationError';
    this.problems = problems;
  }
}

export interface Problem {
  readonly name: string;
  /** The value as it was given; never a secret's. */
  readonly value: string;
  readonly reason: string;
  readonly valid: string;
  /** For an input; what was found in a file has none. */
  readonly example?: string;
}

export interface VendorDetails {
  readonly vendor: string;
  readonly operation: string;
  /** The HTTP status of the last answer; absent when there was none. */
  readonly status?: number;
  /** The vendor's own word for the failure, where it has one that the status does not say: GraphQL's `STALE_DATA`. */
  readonly code?: string;
  readonly attempts: number;
  /** The id that the vendor's support asks for. */
  readonly correlationId?: string;
  /** True when the request may have taken effect although no answer said so: look before repeating. */
  readonly ambiguous: boolean;
  /** What the vendor answered, as text, cut to something that a person reads. */
  readonly body?: string;
}

/** Somebody else's service refused, failed or stayed silent. */
export class VendorError extends ForeseenError {
  readonly details: VendorDetails;

  constructor(note: Message, details: VendorDetails, options?: ErrorOptions) {
    super('vendor', [note], options);
    this.name = 'VendorError';
    this.details = details;
  }
}

/** The runner asked us to stop (SIGINT, then SIGTERM). */
export class CancelledError extends ForeseenError {
  constructor(note: Message) {
    super('cancelled', [note]);
    this.name = 'CancelledError';
  }
}

/** Text of anything that can be thrown, with the causes behind it: `fetch failed: connect ECONNREFUSED 127.0.0.1:9`. */
export function describeError(error: unknown): string {
  // Not `instanceof`: an error may come from another realm (a worker, a test's sandbox).
  if (!Error.isError(error)) return typeof error === 'string' ? error : inspect(error, { breakLength: Infinity });
  // Node's AggregateError (several addresses tried) often has an empty message of its own.
  const own =
    error instanceof AggregateError && error.errors.length > 0 ? describeError(error.errors[0]) : error.message;
  const cause = error.cause === undefined ? '' : describeError(error.cause);
  const parts = [own === '' ? error.name : own, cause].filter(
    (part, index, all) => part !== '' && all.indexOf(part) === index,
  );
  return parts.join(': ');
}

/** Of the operating system (a full disk, no permission, no such file), as Node throws them. */
export function isSystemError(error: unknown): boolean {
  return Error.isError(error) && 'syscall' in error;
}
