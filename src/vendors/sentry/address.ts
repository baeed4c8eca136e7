import type { Environment } from '#kit/child-env';
import { readRedirect, redirects } from '#kit/endpoints';
import { ConfigurationError } from '#kit/errors';
import { sentryMessages } from './messages.ts';

/** Where an organization's data are kept: https://docs.sentry.io/organization/data-storage-location/ */
export type Region = 'us' | 'de';

export interface Place {
  /** Default: sentry.io, which passes requests on to the region. */
  readonly region?: Region;
  /** Root of a self-hosted server, from the input that is made for it; http is the user's own decision. */
  readonly selfHosted?: string;
}

/**
 * The root of the server, without a slash at its end.
 * @throws ConfigurationError (`sentry-address-invalid`, `endpoint-not-loopback`).
 */
export function findAddress({ region, selfHosted = '' }: Place, environment: Environment): string {
  const redirected = readRedirect(redirects.sentry, environment);
  if (redirected !== undefined) return redirected;
  if (selfHosted === '') return region === undefined ? 'https://sentry.io' : `https://${region}.sentry.io`;
  const defect = findDefect(selfHosted);
  if (defect !== undefined) throw new ConfigurationError(sentryMessages['sentry-address-invalid'](selfHosted, defect));
  return new URL(selfHosted).origin;
}

function findDefect(address: string): string | undefined {
  if (!URL.canParse(address)) return 'it is no URL';
  const { protocol, username, password, pathname, search, hash } = new URL(address);
  if (protocol !== 'https:' && protocol !== 'http:') return 'it is neither https nor http';
  if (username !== '' || password !== '') return 'it has credentials in it';
  return pathname === '/' && search === '' && hash === '' ? undefined : 'it has a path, and the root is meant';
}
