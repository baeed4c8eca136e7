/**
 * What an account may do with an app: names of `AppLevelPermission` in
 * https://developers.google.com/android-publisher/api-ref/rest/v3/grants, as far as routes ask for them.
 */
export type AppPermission =
  | 'CAN_ACCESS_APP'
  | 'CAN_MANAGE_PUBLIC_APKS'
  | 'CAN_MANAGE_TRACK_APKS'
  | 'CAN_MANAGE_TRACK_USERS'
  | 'CAN_MANAGE_PUBLIC_LISTING'
  | 'CAN_REPLY_TO_REVIEWS';

export const ALL_PERMISSIONS: readonly AppPermission[] = [
  'CAN_ACCESS_APP',
  'CAN_MANAGE_PUBLIC_APKS',
  'CAN_MANAGE_TRACK_APKS',
  'CAN_MANAGE_TRACK_USERS',
  'CAN_MANAGE_PUBLIC_LISTING',
  'CAN_REPLY_TO_REVIEWS',
];

/** The APIs that answer on one address here and ask for an access token. */
export type Api = 'publisher' | 'reporting' | 'iam';

/** What Google calls them, and the scopes of which a token needs one. */
export const APIS: Readonly<
  Record<Api, { readonly title: string; readonly service: string; readonly scopes: readonly [string, ...string[]] }>
> = {
  publisher: {
    title: 'Google Play Android Developer API',
    service: 'androidpublisher.googleapis.com',
    scopes: ['https://www.googleapis.com/auth/androidpublisher'],
  },
  reporting: {
    title: 'Google Play Developer Reporting API',
    service: 'playdeveloperreporting.googleapis.com',
    scopes: ['https://www.googleapis.com/auth/playdeveloperreporting'],
  },
  iam: {
    title: 'IAM Service Account Credentials API',
    service: 'iamcredentials.googleapis.com',
    scopes: ['https://www.googleapis.com/auth/cloud-platform', 'https://www.googleapis.com/auth/iam'],
  },
};

/** A service account, as the emulator knows it. */
export interface Account {
  readonly email: string;
  /** Public half of its key, PEM; null for an account that has no key and signs in by workload identity. */
  readonly publicKey: string | null;
  /** Tokens of an identity provider that stand for it (workload identity federation). */
  readonly subjectTokens: readonly string[];
  /** Refresh tokens that a person has been given for it (`authorized_user`). */
  readonly refreshTokens: readonly string[];
  /** Whether the metadata server of the machine gives out its tokens. */
  readonly attached: boolean;
  /** E-mails of accounts that may act as this one. */
  readonly impersonators: readonly string[];
  /** By package name; `*` is every app of the developer account. */
  readonly permissions: Readonly<Record<string, readonly AppPermission[]>>;
  /** Number of a project in which APIs are switched off; null where all are on. */
  readonly disabledProject: string | null;
  /** Which ones. */
  readonly disabledApis: readonly Api[];
}

export function hasPermission(account: Account, packageName: string, permission: AppPermission): boolean {
  const granted = account.permissions[packageName] ?? account.permissions['*'] ?? [];
  // Whoever may do anything with an app sees it.
  return permission === 'CAN_ACCESS_APP' ? granted.length > 0 : granted.includes(permission);
}
