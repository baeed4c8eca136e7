import * as http from 'node:http';
import type { Environment } from './child-env.ts';
import { ConfigurationError } from './errors.ts';
import { kitMessages } from './messages.ts';

/** Since Node 24.14; the types that we compile against may be older. */
interface ProxyCapable {
  setGlobalProxyFromEnv?: (environment: Environment) => void;
}

/**
 * Makes every client of this process (fetch and with it octokit, node:http and with it the AWS SDK) take the proxy of the
 * environment. Node does it itself, so no bundle needs undici for it (0.9 MB).
 * @throws ConfigurationError (`proxy-unsupported`) on a Node that cannot: going out directly would hang or be refused.
 */
export function useProxy(environment: Environment, node: ProxyCapable = http, nodeVersion = process.version): void {
  const named = ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy'].some(
    (name) => (environment[name] ?? '') !== '',
  );
  // With NODE_USE_ENV_PROXY=1 (since 24.0) Node has taken it up at its start.
  if (!named || environment['NODE_USE_ENV_PROXY'] === '1') return;
  if (node.setGlobalProxyFromEnv === undefined)
    throw new ConfigurationError(kitMessages['proxy-unsupported'](nodeVersion));
  node.setGlobalProxyFromEnv(environment);
}
