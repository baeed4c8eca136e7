import type { PostContext } from '#kit/action';
import type { Vault } from '#kit/secrets';
import { createAppStoreConnect, type AppStoreConnect } from './client.ts';
import type { ApiKey } from './key.ts';

/** What of a stage's context a client of App Store Connect stands on. */
export interface ConnectContext extends Pick<PostContext, 'http' | 'clock' | 'log' | 'environment'> {
  readonly signal: AbortSignal;
  readonly vault: Pick<Vault, 'add'>;
}

/** App Store Connect, with the key of a stage's inputs. */
export function openAppStoreConnect(context: ConnectContext, key: ApiKey): AppStoreConnect {
  const { http, clock, log, signal, environment, vault } = context;
  return createAppStoreConnect({ http: http(), clock, log, signal, environment, vault, key });
}
