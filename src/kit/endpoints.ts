import type { Environment } from './child-env.ts';
import { ConfigurationError } from './errors.ts';
import { kitMessages } from './messages.ts';

/** The variables by which tests and rehearsals put an emulator in a service's place. */
export const redirects = {
  npm: 'SLIPWAY_NPM_REGISTRY',
  /** All hosts of Google that are asked: sign-in, Play Developer API, Play Developer Reporting. */
  google: 'SLIPWAY_GOOGLE_API',
  appStoreConnect: 'SLIPWAY_APP_STORE_CONNECT_API',
  sentry: 'SLIPWAY_SENTRY_API',
  expo: 'SLIPWAY_EXPO_API',
} as const;

/**
 * The base URL that a variable redirects to, without a slash at its end; undefined when it is not set. A variable may
 * redirect only to this machine: whoever can set a variable must not be able to receive credentials. Other hosts are
 * reached only through an input made for that (self-hosted Sentry, GitHub Enterprise Server).
 * @throws ConfigurationError (`endpoint-not-loopback`).
 */
export function readRedirect(variable: string, environment: Environment): string | undefined {
  const redirected = environment[variable];
  if (redirected === undefined || redirected === '') return undefined;
  if (!isLoopback(redirected)) throw new ConfigurationError(kitMessages['endpoint-not-loopback'](variable, redirected));
  return redirected.replace(/\/+$/, '');
}

/** True for http(s) URLs of 127.0.0.0/8, ::1 and localhost. The URL parser has resolved every spelling of an address. */
export function isLoopback(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { hostname, protocol, username, password } = new URL(url);
  if (protocol !== 'http:' && protocol !== 'https:') return false;
  if (username !== '' || password !== '') return false;
  return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname);
}
