import type { Environment } from '#kit/child-env';
import type { Clock } from '#kit/clock';
import { VendorError } from '#kit/errors';
import type { Http, HttpResponse } from '#kit/http';
import type { Log } from '#kit/log';
import { kitMessages } from '#kit/messages';
import type { Vault } from '#kit/secrets';
import type { Shape } from '#kit/shapes';
import { findAddress } from './address.ts';
import type { Place } from './address.ts';
import { sentryMessages } from './messages.ts';
import { readRefusal, vendor } from './refusals.ts';

/** A request: this client changes nothing. */
export interface Question {
  /** What it is for, as messages say it: "read the sessions". */
  readonly operation: string;
  /** Below the organization; made with `path`, so that no name can leave its place. */
  readonly path: string;
  /** In their order, names more than once. */
  readonly query?: readonly (readonly [string, string])[];
  /** What narrows the answer. Default: projects and environment. */
  readonly within?: 'environment' | 'projects' | 'organization';
}

/** The projects of one organization, and perhaps one environment, with a token. */
export interface Sentry {
  readonly clock: Clock;
  readonly log: Log;
  readonly organization: string;
  readonly projects: readonly string[];
  readonly environment?: string;
  /** @throws SentryRefusal; VendorError, also for an answer of another shape. */
  read<T>(question: Question, shape: Shape<T>): Promise<T>;
  /**
   * The pages of a list, as many as are taken: whoever asks has to end.
   * @throws SentryRefusal; VendorError
   */
  pages<T>(question: Question, shape: Shape<T>): AsyncGenerator<T, undefined>;
}

export interface SentryOptions extends Place {
  readonly http: Http;
  readonly clock: Clock;
  readonly log: Log;
  readonly variables: Environment;
  readonly vault: Pick<Vault, 'add'>;
  readonly token: string;
  /** Slugs. */
  readonly organization: string;
  readonly projects: readonly [string, ...string[]];
  /** Default: all. */
  readonly environment?: string;
}

const pageSize = '100';

/** An address; what is put in is escaped. */
export function path(parts: TemplateStringsArray, ...names: readonly string[]): string {
  return String.raw({ raw: parts }, ...names.map((name) => encodeURIComponent(name)));
}

/**
 * A thin client, since the one that Sentry generates is no maintained library: https://docs.sentry.io/api/
 * @throws ConfigurationError (`sentry-address-invalid`, `endpoint-not-loopback`).
 */
export function createSentry(options: SentryOptions): Sentry {
  const { http, clock, log, variables, vault, token, organization, projects, environment } = options;
  const base = findAddress(options, variables);
  vault.add('Sentry token', token);
  const place = environment === undefined ? {} : { environment };

  async function send({
    operation,
    path: address,
    query = [],
    within = 'environment',
  }: Question): Promise<HttpResponse> {
    const parameters = new URLSearchParams([
      ...query.map(([name, value]) => [name, value] as [string, string]),
      ...(within === 'organization' ? [] : projects.map((slug): [string, string] => ['project', slug])),
      ...(environment === undefined || within !== 'environment'
        ? []
        : [['environment', environment] as [string, string]]),
    ]);
    const url = `${base}${path`/api/0/organizations/${organization}`}${address}?${parameters.toString()}`;
    try {
      const answer = await http.request({
        vendor,
        operation,
        method: 'GET',
        url,
        headers: { accept: 'application/json', authorization: `Bearer ${token}` },
        redirects: 'refused',
        accept: isAnswer,
      });
      if (answer.status >= 300) throw readRefusal(answer, { operation, token, organization, projects, ...place });
      return answer;
    } catch (error) {
      if (!(error instanceof VendorError) || error.details.status !== 429) throw error;
      throw new VendorError(sentryMessages['sentry-rate-limited'](operation), error.details, { cause: error });
    }
  }

  async function* pages<T>(question: Question, shape: Shape<T>): AsyncGenerator<T, undefined> {
    const { operation, query = [] } = question;
    let position: readonly (readonly [string, string])[] = [];
    for (;;) {
      const answer = await send({ ...question, query: [...query, ['per_page', pageSize], ...position] });
      const content = answer.read(shape);
      const next = readNext(answer.headers.get('link') ?? '');
      if (next === undefined) throw unreadable(operation, 'it does not say whether the list goes on');
      yield content;
      if (!next.more) return;
      position = [['cursor', next.cursor]];
    }
  }

  return {
    clock,
    log,
    organization,
    projects,
    ...place,
    read: async (question, shape) => (await send(question)).read(shape),
    pages,
  };
}

/** Refusals are answers, too: what is in them is longer than what the kit keeps of a body. */
function isAnswer(status: number): boolean {
  return status < 500 && ![408, 425, 429].includes(status);
}

/**
 * There is a link to a next page on the last one, too; `results` tells (https://docs.sentry.io/api/pagination/). The cursor is
 * taken from it and not the address: the token goes to no address that an answer names.
 */
function readNext(link: string): { readonly more: boolean; readonly cursor: string } | undefined {
  const next = link.split(/,(?=\s*<)/).find((one) => /;\s*rel="next"/.test(one)) ?? '';
  const [, results] = /;\s*results="(true|false)"/.exec(next) ?? [];
  const [, cursor] = /;\s*cursor="([^"]+)"/.exec(next) ?? [];
  return results === undefined || cursor === undefined ? undefined : { more: results === 'true', cursor };
}

function unreadable(operation: string, reason: string): VendorError {
  const note = kitMessages['vendor-unreadable'](vendor, operation, reason);
  return new VendorError(note, { vendor, operation, attempts: 1, ambiguous: false });
}
