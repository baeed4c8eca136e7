import { generateKeyPairSync, verify } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { ConfigurationError } from '#kit/errors';
import { findApp } from '#vendors/app-store-connect/versions';
import { apiKey, issuerId, pem, publicKey, readToken, speakWith } from './scripted.ts';

const app = {
  body: { data: [{ type: 'apps', id: '1', attributes: { bundleId: 'com.example.app', name: 'Tracker' } }] },
};
const bundleId = 'com.example.app';
const start = Date.parse('2026-11-25T08:00:00Z') / 1_000;

test('a token is signed as Apple wants it, and is good for ten minutes', async () => {
  const { connect, seen, secrets } = speakWith(() => app);
  await findApp(connect, bundleId);
  const token = seen[0]?.token ?? '';
  const content = token.slice(0, token.lastIndexOf('.'));
  const signature = Buffer.from(token.slice(content.length + 1), 'base64url');
  expect(signature).toHaveLength(64);
  expect(verify('sha256', Buffer.from(content), { key: publicKey, dsaEncoding: 'ieee-p1363' }, signature)).toBe(true);
  expect(readToken(token)).toEqual({
    header: { alg: 'ES256', kid: 'TESTKEY123', typ: 'JWT' },
    claims: { iss: issuerId, iat: start - 60, exp: start + 600, aud: 'appstoreconnect-v1' },
  });
  // Both before anything could be printed.
  expect(secrets).toEqual(['App Store Connect private key', 'App Store Connect token']);
});

test('an individual key signs for the person it belongs to', async () => {
  const { connect, seen } = speakWith(() => app, { key: { keyId: 'TESTKEY123', privateKey: pem } });
  await findApp(connect, bundleId);
  expect(readToken(seen[0]?.token ?? '').claims).toEqual({
    sub: 'user',
    iat: start - 60,
    exp: start + 600,
    aud: 'appstoreconnect-v1',
  });
});

test('a token serves many requests and is renewed before its end, in time for a request with all its attempts', async () => {
  const { connect, clock, seen } = speakWith(() => app);
  const issuedAt: number[] = [];
  for (const seconds of [0, 449, 2, 449]) {
    clock.advanceBy(seconds * 1_000);
    await findApp(connect, bundleId);
    issuedAt.push(readToken(seen.at(-1)?.token ?? '').claims.iat + 60 - start);
  }
  expect(issuedAt).toEqual([0, 0, 451, 451]);
});

test('a 401 is answered with a fresh token, once', async () => {
  const refusal = { status: 401, body: { errors: [{ code: 'NOT_AUTHORIZED', title: 'No.', status: '401' }] } };
  const once = speakWith((index) => (index === 0 ? refusal : app));
  await findApp(once.connect, bundleId);
  expect(new Set(once.seen.map(({ token }) => token)).size).toBe(2);
  const always = speakWith(() => refusal);
  await expect(findApp(always.connect, bundleId)).rejects.toMatchObject({
    notes: [{ id: 'app-store-unauthorized', text: expect.stringContaining('No. [NOT_AUTHORIZED]') }],
  });
  expect(always.seen).toHaveLength(2);
});

describe('keys', () => {
  test.each([
    ['in base64', Buffer.from(pem).toString('base64')],
    ['with written-out line breaks', pem.replaceAll('\n', '\\n')],
    ['with space around it', `\n  ${pem}\n\n`],
  ])('%s', async (_, privateKey) => {
    const { connect } = speakWith(() => app, { key: { ...apiKey, privateKey } });
    await expect(findApp(connect, bundleId)).resolves.toEqual({ id: '1', name: 'Tracker' });
  });

  const ec = (namedCurve: string): string =>
    generateKeyPairSync('ec', { namedCurve }).privateKey.export({ type: 'pkcs8', format: 'pem' }) as string;
  const rsa = generateKeyPairSync('rsa', { modulusLength: 2_048 }).privateKey;
  const encrypted = generateKeyPairSync('ec', { namedCurve: 'prime256v1' }).privateKey.export({
    type: 'pkcs8',
    format: 'pem',
    cipher: 'aes-256-cbc',
    passphrase: 'x',
  });

  test.each([
    ['empty', { privateKey: ' ' }, 'it is empty'],
    ['no PEM', { privateKey: 'AuthKey_TESTKEY123.p8' }, 'it is neither PEM'],
    ['base64 of something else', { privateKey: Buffer.from('hello there').toString('base64') }, 'it is neither PEM'],
    ['RSA', { privateKey: rsa.export({ type: 'pkcs8', format: 'pem' }) as string }, 'of the kind rsa'],
    ['another curve', { privateKey: ec('secp384r1') }, 'on the curve secp384r1'],
    ['another curve of the same length', { privateKey: ec('secp256k1') }, 'on the curve secp256k1'],
    ['public', { privateKey: publicKey.export({ type: 'spki', format: 'pem' }) as string }, 'of the kind "PUBLIC KEY"'],
    ['encrypted', { privateKey: encrypted as string }, 'it is encrypted'],
    ['cut off', { privateKey: pem.slice(0, 120) }, 'it is damaged or cut off'],
    ['a key id that is a path', { keyId: './AuthKey.p8' }, 'The key id for App Store Connect is "./AuthKey.p8"'],
    ['an issuer id that is none', { issuerId: 'TESTKEY123' }, 'The issuer id for App Store Connect is "TESTKEY123"'],
  ])('%s: said before any request, without the key', (_, change, reason) => {
    const key = { ...apiKey, ...change };
    let failure: unknown;
    try {
      speakWith(() => app, { key });
    } catch (error) {
      failure = error;
    }
    expect(failure).toBeInstanceOf(ConfigurationError);
    const { text } = (failure as ConfigurationError).notes[0];
    expect(text).toContain(reason);
    const secretLines = key.privateKey.split('\n').filter((line) => /^[\w+/=]{40,}$/.test(line));
    expect(secretLines.filter((line) => text.includes(line))).toEqual([]);
  });
});
