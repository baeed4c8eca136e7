import type { Build, ExpoState } from './state.ts';

const ACCOUNT = 'acme';

/** The state of an emulator before its first request. */
export interface ExpoWorld {
  readonly state: ExpoState;
  /** Archives by name. */
  readonly archives: Map<string, Buffer>;
  /** A finished build for the store, of `acme`, but for what is given. @returns its id */
  readonly addBuild: (build: Partial<Build>, archive?: Buffer) => string;
  /** @returns the secret */
  readonly addToken: (accounts?: readonly string[]) => string;
}

/** An empty world. It is filled before the emulator starts. */
export function createExpoWorld(): ExpoWorld {
  const state: ExpoState = { builds: {}, tokens: {} };
  const archives = new Map<string, Buffer>();
  const number = (): string => `${Object.keys(state.builds).length + 1}`.padStart(12, '0');
  return {
    state,
    archives,
    addBuild: (given, bytes) => {
      const build: Build = {
        id: `5f4e3d2c-0000-4000-8000-${number()}`,
        account: ACCOUNT,
        status: 'FINISHED',
        platform: 'ANDROID',
        distribution: 'STORE',
        isForIosSimulator: false,
        developmentClient: null,
        buildProfile: 'production',
        appVersion: '1.2.3',
        appBuildVersion: '42',
        expirationDate: null,
        error: null,
        archive: given.platform === 'IOS' ? 'application.ipa' : 'application.aab',
        ...given,
      };
      state.builds[build.id] = build;
      if (build.archive !== null && bytes !== undefined) archives.set(build.archive, bytes);
      return build.id;
    },
    addToken: (accounts = [ACCOUNT]) => {
      const name = `robot ${Object.keys(state.tokens).length + 1}`;
      const secret = `expo-${name.replace(' ', '-')}-${'s3cr3t'.repeat(5)}`;
      state.tokens[secret] = { name, accounts };
      return secret;
    },
  };
}
