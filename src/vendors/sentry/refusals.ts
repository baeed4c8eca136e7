import { VendorError } from '#kit/errors';
import type { HttpResponse } from '#kit/http';
import type { Message } from '#kit/messages';
import { sentryMessages } from './messages.ts';

/** Sentry said no: an answer of 300 to 499. */
export class SentryRefusal extends VendorError {}

export const vendor = 'Sentry';

/** Whom and what a request was about, as far as a refusal may mean it. */
export interface Asked {
  readonly operation: string;
  readonly token: string;
  readonly organization: string;
  readonly projects: readonly string[];
  readonly environment?: string;
}

/** https://docs.sentry.io/account/auth-tokens/ */
const organizationToken = 'sntrys_';

/** What a refusal means, as an error. */
export function readRefusal(response: HttpResponse, asked: Asked): SentryRefusal {
  const { status } = response;
  const said = readDetail(response);
  const details = { vendor, operation: asked.operation, status, attempts: 1, ambiguous: false, body: said };
  return new SentryRefusal(choose(response, asked, said), details);
}

function choose({ status, headers }: HttpResponse, asked: Asked, said: string): Message {
  const { operation, token, projects } = asked;
  if (status < 400) return sentryMessages['sentry-redirected'](operation, status, headers.get('location') ?? '');
  if (status === 401) return sentryMessages['sentry-unauthorized'](operation, said);
  if (status === 403 && token.startsWith(organizationToken)) return sentryMessages['sentry-token-of-ci'](operation);
  if (status === 403) return sentryMessages['sentry-forbidden'](operation, tellProjects(projects), said);
  if (status === 404) return sentryMessages['sentry-not-found'](operation, tellPlace(asked), said);
  return sentryMessages['sentry-refused'](operation, status, said);
}

function tellProjects(projects: readonly string[]): string {
  return `${projects.length === 1 ? 'the project' : 'the projects'} ${projects.map((slug) => `"${slug}"`).join(', ')}`;
}

/** "the project "tracker" of "acme", environment "production"". */
export function tellPlace({ organization, projects, environment }: Omit<Asked, 'operation' | 'token'>): string {
  const within = environment === undefined ? '' : `, environment "${environment}"`;
  return `${tellProjects(projects)} of "${organization}"${within}`.replace(/^the /, '');
}

/** `detail` is a text, or an object with a message (https://docs.sentry.io/api/requests/); a proxy says what it likes. */
function readDetail(response: HttpResponse): string {
  const text = response.text();
  return (readMessage(text) ?? text).slice(0, 500).replaceAll(/\s+/g, ' ').trim();
}

function readMessage(text: string): string | undefined {
  try {
    const { detail } = JSON.parse(text) as { readonly detail?: unknown };
    if (typeof detail === 'string') return detail;
    const { message } = (detail ?? {}) as { readonly message?: unknown };
    return typeof message === 'string' ? message : undefined;
  } catch {
    return undefined;
  }
}
