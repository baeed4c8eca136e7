import { ConfigurationError } from '#kit/errors';
import { prometheusMessages } from './messages.ts';

/**
 * The address of the user's own server, with a path before the API where a provider has one, without a slash at its end. http is
 * the user's decision.
 * @throws ConfigurationError (`prometheus-address-invalid`).
 */
export function readAddress(value: string): string {
  const defect = findDefect(value);
  if (defect !== undefined)
    throw new ConfigurationError(prometheusMessages['prometheus-address-invalid'](value, defect));
  const { origin, pathname } = new URL(value);
  return `${origin}${pathname}`.replace(/\/+$/, '');
}

function findDefect(value: string): string | undefined {
  if (!URL.canParse(value)) return 'it is no URL';
  const { protocol, username, password, search, hash, pathname } = new URL(value);
  if (protocol !== 'https:' && protocol !== 'http:') return 'it is neither https nor http';
  if (username !== '' || password !== '') return 'it has credentials in it';
  if (search !== '' || hash !== '') return 'it has a query or a fragment';
  return /\/api\/v1(\/|$)/.test(pathname) ? 'it names the API itself' : undefined;
}
