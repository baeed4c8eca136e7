import { describe, expect, test } from '@jest/globals';
import { formsOf } from '#kit/secrets';
import { probe } from '../probe/probe.ts';
import { findLeaks } from '../support/leaks.ts';
import { modes, play } from '../support/scenario.ts';

const key = [
  '-----BEGIN PRIVATE KEY-----',
  'MIIEvQIBADANBgkqhkiG9w0BAQEFAASC',
  'kP1/+xQ&<"secret">=',
  '-----END PRIVATE KEY-----',
].join('\n');
const secrets: readonly (readonly [string, string])[] = [
  ['a token', 'ghp_aBcDeF0123456789+/=&"<>'],
  ['a multi-line key', key],
  [
    'a JSON credential',
    JSON.stringify({ type: 'service_account', private_key: key, client_email: 'robot@example.com' }),
  ],
];

describe.each(modes)('%s: a secret', (mode) => {
  test.each(secrets)('%s never shows, whoever prints it and however it is encoded', async (_, token) => {
    await play(mode, probe, { inputs: { does: 'secret', token } }, (seen) => {
      expect(seen.exitCode).toBe(0);
      // Proof that it was printed at all: own lines, annotations, the child's two streams.
      expect(seen.log).toContain('own line ***');
      expect(seen.log).toContain('child │ out ***');
      expect(seen.annotations.length).toBeGreaterThan(0);
      expect(seen.summary).toContain('summary ***');
      expect(findLeaks(token, seen)).toEqual([]);
    });
  });

  test('in a file is readable by nobody else and gone afterwards', async () => {
    await play(mode, probe, { inputs: { does: 'secret-file', token: 'super-secret-value' } }, (seen) => {
      expect(seen.outputs['seen']).toBe('600 18');
      expect(seen.left).toEqual([]);
    });
  });

  test('is refused when it is too short to be masked, with its name and without its value', async () => {
    await play(mode, probe, { inputs: { does: 'pass', token: 'abc' } }, (seen) => {
      expect(seen.exitCode).toBe(2);
      expect(seen.log).toContain('[secret-too-short]');
      expect(seen.log).toContain('"token"');
      expect(seen.raw).not.toContain('abc');
    });
  });

  test('is refused in state, which is plain text on the disk', async () => {
    await play(
      mode,
      probe,
      { inputs: { does: 'state', token: 'super-secret-value', text: 'has super-secret-value' } },
      (seen) => {
        expect(seen.exitCode).toBe(4);
        expect(seen.log).toContain('state "note" would hold a secret');
      },
    );
  });

  test('state travels from main to post', async () => {
    await play(mode, probe, { inputs: { does: 'state', text: 'remember me' } }, (seen) => {
      expect(seen.postLog).toContain('post read "remember me"');
    });
  });
});

test('a secret is found in base64 behind any prefix', () => {
  const secret = 'correct-horse-battery';
  for (const prefix of ['', 'u', 'us', 'use', 'user:']) {
    const encoded = Buffer.from(`${prefix}${secret}:tail`).toString('base64');
    expect(formsOf(secret).some((form) => form.length >= 20 && encoded.includes(form))).toBe(true);
  }
});

test('words of a secret that stand in any log are not masked', () => {
  const forms = formsOf(
    JSON.stringify({ type: 'service_account', private_key: 'abcdefghijkl', universe_domain: 'googleapis.com' }),
  );
  expect(forms).not.toContain('service_account');
  expect(forms).not.toContain('googleapis.com');
  expect(forms).toContain('abcdefghijkl');
});
