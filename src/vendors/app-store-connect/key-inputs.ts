import { optional, secret, text } from '#kit/inputs';
import type { ApiKey } from './key.ts';

/** The inputs by which an action gets its key, in the order of its `action.yml`. */
export const keyFields = {
  'app-store-connect-key-id': optional(text({ valid: 'a key id', example: '2X9R4HXF34', pattern: /^[\w-]+$/ })),
  'app-store-connect-issuer-id': optional(
    text({ valid: 'a UUID', example: '57246542-96fe-1a63-e053-0824d011072a', pattern: /^[0-9a-fA-F-]{36}$/ }),
  ),
  'app-store-connect-key': optional(secret(text({ valid: "the content of the key's .p8 file", example: '' }))),
};

export interface KeyInputs {
  readonly appStoreConnectKeyId: string | undefined;
  readonly appStoreConnectIssuerId: string | undefined;
  readonly appStoreConnectKey: string | undefined;
}

/** @returns the key, or the name of the input that it lacks */
export function readKeyInputs(inputs: KeyInputs): ApiKey | string {
  const { appStoreConnectKeyId: keyId, appStoreConnectIssuerId: issuerId, appStoreConnectKey: privateKey } = inputs;
  if (keyId === undefined) return 'app-store-connect-key-id';
  if (privateKey === undefined) return 'app-store-connect-key';
  return { keyId, privateKey, ...(issuerId === undefined ? {} : { issuerId }) };
}
