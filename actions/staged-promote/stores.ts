import { ConfigurationError } from '#kit/errors';
import type { AppStorePolicy } from '#rollout/policy';
import type { AppStoreConnect } from '#vendors/app-store-connect/client';
import { readKeyInputs } from '#vendors/app-store-connect/key-inputs';
import type { GoogleSignIn } from '#vendors/google-auth/sign-in';
import type { GooglePlay } from '#vendors/google-play/client';
import type { PlayVitals } from '#vendors/play-vitals/client';
import type { PromoteContext } from './context.ts';
import { messages } from './messages.ts';

/** Clients of the stores, each made when it is first asked for: a run pays only for what it looks at. */
export interface Stores {
  readonly play: (packageName: string) => Promise<GooglePlay>;
  readonly vitals: (packageName: string) => Promise<PlayVitals>;
  readonly connect: () => Promise<AppStoreConnect>;
  /** Apple's number of an app. */
  readonly appId: (policy: AppStorePolicy) => Promise<string>;
}

export function createStores(context: PromoteContext): Stores {
  const { http: openHttp, clock, log, signal, environment, vault, inputs } = context;
  const http = openHttp();
  const signIn = once(async (): Promise<GoogleSignIn> => {
    const [{ createGoogleSignIn }, { vitalsScopes }, { publisherScope }] = await Promise.all([
      import('#vendors/google-auth/sign-in'),
      import('#vendors/play-vitals/client'),
      import('#vendors/google-play/client'),
    ]);
    const scopes = [...new Set([publisherScope, ...vitalsScopes])];
    return createGoogleSignIn({ http, clock, environment, vault, given: inputs.googleCredentials, scopes });
  });
  const connect = once(async (): Promise<AppStoreConnect> => {
    const key = readKeyInputs(inputs);
    if (typeof key === 'string') throw new ConfigurationError(messages['credentials-missing']('The App Store', key));
    const { createAppStoreConnect } = await import('#vendors/app-store-connect/client');
    return createAppStoreConnect({ http, clock, log, signal, environment, vault, key });
  });
  const findId = each(async (bundleId) => {
    const { findApp } = await import('#vendors/app-store-connect/versions');
    return (await findApp(await connect(), bundleId)).id;
  });
  return {
    play: each(async (packageName) => {
      const { createGooglePlay } = await import('#vendors/google-play/client');
      return createGooglePlay({ http, clock, log, signal, environment, signIn: await signIn(), packageName });
    }),
    vitals: each(async (packageName) => {
      const { createPlayVitals } = await import('#vendors/play-vitals/client');
      return createPlayVitals({ http, clock, log, signal, environment, signIn: await signIn(), packageName });
    }),
    connect,
    appId: async ({ app }) => ('id' in app ? app.id : findId(app.bundleId)),
  };
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => (made ??= make());
}

function each<T>(make: (name: string) => Promise<T>): (name: string) => Promise<T> {
  const made = new Map<string, Promise<T>>();
  return (name) => {
    const known = made.get(name) ?? make(name);
    made.set(name, known);
    return known;
  };
}
