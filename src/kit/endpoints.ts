import type { Environment } from './child-env.ts';
import { ConfigurationError } from './errors.ts';
import { kitMessages } from './messages.ts';

/** A service that we speak to: where it is, and the variable by which tests and rehearsals put an emulator in its place. */
export interface Endpoint {
  readonly url: string;
  readonly variable: string;
}

export const endpoints = {
  npm: { url: 'http://127.0.0.1:4873', variable: 'SLIPWAY_NPM_REGISTRY' },
} as const satisfies Readonly<Record<string, Endpoint>>;

/**
 * The base URL without a slash at its end. A variable may redirect only to this machine: whoever can set a variable must
 * not be able to receive credentials. Other hosts are reached only through an input made for that (self-hosted Sentry,
 * GitHub Enterprise Server).
 * @throws ConfigurationError (`endpoint-not-loopback`).
 */
export function resolveEndpoint(endpoint: Endpoint, environment: Environment): string {
  const redirected = environment[endpoint.variable];
  if (redirected === undefined || redirected === '') return endpoint.url;
  if (!isLoopback(redirected))
    throw new ConfigurationError(kitMessages['endpoint-not-loopback'](endpoint.variable, redirected));
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
