/** What Expo knows, as plain data. */
export interface ExpoState {
  /** By id. */
  builds: Record<string, Build>;
  /** Names of the accounts that a token reaches, by its secret. */
  tokens: Record<string, { readonly name: string; readonly accounts: readonly string[] }>;
}

/** BuildStatus of the schema, https://github.com/expo/eas-cli/blob/main/packages/eas-cli/graphql.schema.json */
export type BuildStatus = 'NEW' | 'IN_QUEUE' | 'IN_PROGRESS' | 'PENDING_CANCEL' | 'CANCELED' | 'ERRORED' | 'FINISHED';

export interface Build {
  readonly id: string;
  /** Of the project's owner. */
  readonly account: string;
  readonly status: BuildStatus;
  readonly platform: 'ANDROID' | 'IOS';
  readonly distribution: 'STORE' | 'INTERNAL' | 'SIMULATOR';
  readonly isForIosSimulator: boolean;
  readonly developmentClient: boolean | null;
  readonly buildProfile: string | null;
  readonly appVersion: string | null;
  readonly appBuildVersion: string | null;
  /** ISO 8601. */
  readonly expirationDate: string | null;
  readonly error: { readonly errorCode: string; readonly message: string } | null;
  /** Name of the archive; null where the build has none. */
  readonly archive: string | null;
}
