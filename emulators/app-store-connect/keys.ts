/** Roles of a key: https://developer.apple.com/support/roles. */
export type Role =
  'ADMIN' | 'APP_MANAGER' | 'DEVELOPER' | 'MARKETING' | 'CUSTOMER_SUPPORT' | 'FINANCE' | 'SALES' | 'ACCESS_TO_REPORTS';

/** What a request does, as far as roles tell such things apart. */
export type Task = 'read' | 'upload' | 'test' | 'edit' | 'release' | 'read-reviews';

/** Who may do what: https://developer.apple.com/support/roles. */
const ALLOWED: Readonly<Record<Task, readonly Role[]>> = {
  read: ['ADMIN', 'APP_MANAGER', 'DEVELOPER', 'MARKETING', 'CUSTOMER_SUPPORT', 'SALES', 'FINANCE'],
  upload: ['ADMIN', 'APP_MANAGER', 'DEVELOPER'],
  test: ['ADMIN', 'APP_MANAGER', 'DEVELOPER', 'MARKETING'],
  edit: ['ADMIN', 'APP_MANAGER', 'MARKETING'],
  release: ['ADMIN', 'APP_MANAGER'],
  'read-reviews': ['ADMIN', 'APP_MANAGER', 'DEVELOPER', 'MARKETING', 'CUSTOMER_SUPPORT'],
};

/** A key of the API, as the emulator knows it. */
export interface Key {
  readonly keyId: string;
  /** Public half, PEM. */
  readonly publicKey: string;
  /** The team whose key it is; null for the key of a person. */
  readonly issuerId: string | null;
  readonly roles: readonly Role[];
  /** A key that was revoked is not known any more. */
  revoked: boolean;
}

export function isAllowed(key: Key, task: Task): boolean {
  return key.roles.some((role) => ALLOWED[task].includes(role));
}
