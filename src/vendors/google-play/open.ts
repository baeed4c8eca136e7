import type { PostContext } from '#kit/action';
import type { Vault } from '#kit/secrets';
import { createGoogleSignIn } from '#vendors/google-auth/sign-in';
import { createGooglePlay, publisherScope, type GooglePlay } from './client.ts';

/** What of a stage's context a client of Google Play stands on. */
export interface PlayContext extends Pick<PostContext, 'http' | 'clock' | 'log' | 'environment'> {
  readonly signal: AbortSignal;
  readonly vault: Pick<Vault, 'add'>;
}

/**
 * The app at Google Play, with the credentials of an input.
 * @param given JSON, the path of a file that holds it, "machine", or nothing
 * @throws ConfigurationError for credentials that are none
 */
export function openGooglePlay(context: PlayContext, given: string, packageName: string): GooglePlay {
  const { http: openHttp, clock, log, signal, environment, vault } = context;
  const http = openHttp();
  const signIn = createGoogleSignIn({ http, clock, environment, vault, given, scopes: [publisherScope] });
  log.info(`Google Play: signing in as ${signIn.who}`);
  return createGooglePlay({ http, clock, log, signal, environment, signIn, packageName });
}
