import { createPrivateKey } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { ConfigurationError, describeError } from '#kit/errors';
import { appStoreMessages } from './messages.ts';

export interface ApiKey {
  readonly keyId: string;
  /** Absent for an individual key, which acts as the person it belongs to. */
  readonly issuerId?: string;
  /** The content of the .p8 file, as it is, with `\n` written out, or in base64. */
  readonly privateKey: string;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * The key that signs tokens: EC on P-256, since Apple takes ES256 only.
 * @throws ConfigurationError that says what is wrong with the key, and never a part of it.
 */
export function readSigningKey({ keyId, issuerId, privateKey }: ApiKey): KeyObject {
  if (!/^[\w-]+$/.test(keyId)) throw wrongId('key id', keyId);
  if (issuerId !== undefined && !uuid.test(issuerId)) throw wrongId('issuer id', issuerId);
  const key = parse(toPem(privateKey));
  if (key.asymmetricKeyType !== 'ec')
    throw unusable(`it is of the kind ${key.asymmetricKeyType ?? 'unknown'}, and has to be an EC key`);
  const curve = key.asymmetricKeyDetails?.namedCurve ?? 'unknown';
  if (curve !== 'prime256v1') throw unusable(`it lies on the curve ${curve}, and has to lie on P-256 (prime256v1)`);
  return key;
}

function toPem(given: string): string {
  const text = given.trim().replaceAll('\\n', '\n');
  if (text === '') throw unusable('it is empty');
  if (text.startsWith('-----BEGIN ')) return text;
  const decoded = /^[\w+/\s-]+=*$/.test(text) ? Buffer.from(text, 'base64').toString('utf8').trim() : '';
  if (decoded.startsWith('-----BEGIN ')) return decoded;
  throw unusable('it is neither PEM ("-----BEGIN PRIVATE KEY-----") nor PEM in base64');
}

function parse(pem: string): KeyObject {
  const label = /^-----BEGIN ([A-Z0-9 ]+)-----/.exec(pem)?.[1] ?? 'unknown';
  if (label.startsWith('ENCRYPTED')) throw unusable('it is encrypted, and Apple hands out keys without a passphrase');
  if (!label.endsWith('PRIVATE KEY')) throw unusable(`it is a PEM file of the kind "${label}", and no private key`);
  try {
    return createPrivateKey(pem);
  } catch (error) {
    // OpenSSL names the step that failed ("DECODER routines::unsupported") and nothing of the key.
    throw unusable(`it is damaged or cut off (${describeError(error)})`);
  }
}

function unusable(reason: string): ConfigurationError {
  return new ConfigurationError(appStoreMessages['app-store-key-unusable'](reason));
}

function wrongId(name: string, value: string): ConfigurationError {
  return new ConfigurationError(appStoreMessages['app-store-key-id-invalid'](name, value));
}
