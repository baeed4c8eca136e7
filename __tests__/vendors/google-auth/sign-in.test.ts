import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createFaultPlan } from '#emulators/base/fault-plan';
import { ConfigurationError } from '#kit/errors';
import { findCredentials } from '#vendors/google-auth/credentials';
import { playFaults } from '../fault-matrix.ts';
import { email, withGoogle } from './stage.ts';
import type { SignInOptions, SignInStage } from './stage.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'slipway-google-'));
  writeFileSync(join(folder, 'subject.txt'), 'subject-of-the-runner\n');
  writeFileSync(join(folder, 'subject.json'), JSON.stringify({ value: 'subject-of-the-runner' }));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const keyOf = ({ account }: SignInStage, more: object = {}): string =>
  JSON.stringify({ type: 'service_account', client_email: email, private_key: account.privateKey, ...more });

const external = (source: object, more: object = {}): string =>
  JSON.stringify({
    type: 'external_account',
    audience: '//iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/ci/providers/github',
    subject_token_type: 'urn:ietf:params:oauth:token-type:jwt',
    token_url: 'https://sts.googleapis.com/v1/token',
    credential_source: source,
    ...more,
  });

const actsAs = {
  service_account_impersonation_url: `https://iamcredentials.googleapis.com/v1/projects/-/serviceAccounts/release@example-project.iam.gserviceaccount.com:generateAccessToken`,
};

const runner: SignInOptions = {
  prepare: (world) => {
    world.addAccount({
      email: 'runner@example-project.iam.gserviceaccount.com',
      subjectTokens: ['subject-of-the-runner'],
    });
    world.addAccount({
      email: 'release@example-project.iam.gserviceaccount.com',
      subjectTokens: ['of nobody else'],
      impersonators: ['runner@example-project.iam.gserviceaccount.com'],
    });
  },
};

interface Way {
  readonly name: string;
  readonly options?: SignInOptions;
  readonly given: (stage: SignInStage) => string;
  readonly asked: readonly string[];
  readonly who: string;
}

const pool =
  'the workload identity //iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/ci/providers/github';
const ways: readonly Way[] = [
  {
    name: 'the key of a service account',
    options: { withKey: true },
    given: keyOf,
    asked: ['oauth2.token/jwt-bearer'],
    who: email,
  },
  {
    name: 'workload identity with a file',
    options: runner,
    given: () => external({ file: join(folder, 'subject.txt') }),
    asked: ['sts.token/exchange'],
    who: pool,
  },
  {
    name: 'workload identity with a file of JSON',
    options: runner,
    given: () =>
      external({
        file: join(folder, 'subject.json'),
        format: { type: 'json', subject_token_field_name: 'value' },
      }),
    asked: ['sts.token/exchange'],
    who: pool,
  },
  {
    name: 'workload identity that acts as a service account',
    options: runner,
    given: () => external({ file: join(folder, 'subject.txt') }, actsAs),
    asked: ['sts.token/exchange', 'iamcredentials.generateAccessToken'],
    who: 'release@example-project.iam.gserviceaccount.com',
  },
  {
    name: 'a person who agreed',
    options: {
      prepare: (world) => {
        world.addAccount({ email: 'ada@example.test', subjectTokens: ['ada'], refreshTokens: ['refresh-of-ada'] });
      },
    },
    given: () =>
      JSON.stringify({
        type: 'authorized_user',
        client_id: 'client',
        client_secret: 'secret-of-the-client',
        refresh_token: 'refresh-of-ada',
      }),
    asked: ['oauth2.token/refresh'],
    who: 'the person who agreed',
  },
  {
    name: 'the account of a machine',
    options: {
      prepare: (world) => {
        world.addAccount({ email: 'machine@example.test', subjectTokens: ['machine'], attached: true });
      },
    },
    given: () => 'machine',
    asked: ['metadata.token'],
    who: 'the account of this machine',
  },
];

describe.each(ways)('$name', ({ options = {}, given, asked, who }) => {
  test('gives a token for both APIs, and says who it is', async () => {
    await withGoogle(options, async (stage) => {
      const signIn = stage.signIn(given(stage));
      const token = await signIn.accessToken();
      expect(stage.asked()).toEqual(asked);
      expect(await stage.tryToken(token)).toEqual([200, 200]);
      expect(signIn.who).toBe(who);
      expect(stage.secrets).toContain(token);
    });
  });

  test('one token for all who ask, a new one before it ends', async () => {
    await withGoogle(options, async (stage) => {
      const signIn = stage.signIn(given(stage));
      const [first, second] = await Promise.all([signIn.accessToken(), signIn.accessToken()]);
      expect(second).toBe(first);
      stage.clock.advanceBy(3_400_000);
      expect(await signIn.accessToken()).toBe(first);
      expect(stage.asked()).toEqual(asked);
      // Less than the two and a half minutes that one request may last.
      stage.clock.advanceBy(60_000);
      const third = await signIn.accessToken();
      expect(third).not.toBe(first);
      expect(await signIn.renew()).not.toBe(third);
      expect(stage.asked()).toEqual([...asked, ...asked, ...asked]);
    });
  });

  test('under every fault: a token that is given out is good, and a failure is said', async () => {
    const played = await playFaults<SignInStage, string>({
      open: async (faults, run) => withGoogle({ ...options, faults }, run),
      act: async (stage, signal) => stage.signIn(given(stage), { signal }).accessToken(),
      judge: async ({ stage, outcome }) => {
        if (!('value' in outcome)) return [];
        return (await stage.tryToken(outcome.value)).join() === '200,200' ? [] : ['the token is not taken'];
      },
      expected: (error) => error instanceof ConfigurationError,
    });
    expect(played.problems).toEqual([]);
    expect(played.cases).toBeGreaterThanOrEqual(asked.length * 15);
  });
});

test('the token of GitHub comes from its own host, with the header that the file names', async () => {
  const seen: (string | undefined)[] = [];
  const github = createServer((request, response) => {
    seen.push(request.headers.authorization);
    response.end(JSON.stringify({ value: 'subject-of-the-runner' }));
  });
  await new Promise<void>((resolve) => {
    github.listen(0, '127.0.0.1', resolve);
  });
  const url = `http://127.0.0.1:${(github.address() as AddressInfo).port}/token?audience=x`;
  await withGoogle(runner, async (stage) => {
    const source = {
      url,
      headers: { Authorization: 'Bearer request-token-of-the-job' },
      format: { type: 'json', subject_token_field_name: 'value' },
    };
    expect(await stage.tryToken(await stage.signIn(external(source)).accessToken())).toEqual([200, 200]);
    expect(seen).toEqual(['Bearer request-token-of-the-job']);
    expect(stage.secrets).toEqual(expect.arrayContaining(['request-token-of-the-job', 'subject-of-the-runner']));
  });
  github.close();
});

test('a file may be named by the input, or by GOOGLE_APPLICATION_CREDENTIALS', async () => {
  await withGoogle({ withKey: true }, async (stage) => {
    const file = join(folder, 'key.json');
    writeFileSync(file, keyOf(stage));
    expect(await stage.signIn(file).accessToken()).toMatch(/./);
    const environment = { GOOGLE_APPLICATION_CREDENTIALS: file };
    expect(await stage.signIn('', { environment }).accessToken()).toMatch(/./);
    // What is given goes first.
    await expect(async () => stage.signIn(`${file}.not`, { environment }).accessToken()).rejects.toThrow(
      'neither JSON nor a file that can be read (ENOENT)',
    );
  });
});

describe('Google says no', () => {
  test('to a key that was taken back: who, why, and what to look at; nothing is repeated', async () => {
    await withGoogle({ withKey: true }, async (stage) => {
      const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2_048 });
      const pem = privateKey.export({ type: 'pkcs8', format: 'pem' });
      const asking = stage.signIn(keyOf(stage, { private_key: pem })).accessToken();
      await expect(asking).rejects.toThrow(ConfigurationError);
      await expect(asking).rejects.toThrow(new RegExp(`^Google does not let ${email} in: 400 Invalid JWT`));
      expect(stage.asked()).toEqual(['oauth2.token/jwt-bearer']);
    });
  });

  test('to a pool that may not act as the account', async () => {
    const { prepare } = runner;
    const stranger: SignInOptions = {
      prepare: (world) => {
        world.addAccount({ email: 'stranger@example.test', subjectTokens: ['stranger'] });
        prepare?.(world);
      },
    };
    writeFileSync(join(folder, 'stranger.txt'), 'stranger');
    await withGoogle(stranger, async (stage) => {
      const given = external({ file: join(folder, 'stranger.txt') }, actsAs);
      await expect(stage.signIn(given).accessToken()).rejects.toThrow(
        "Google does not let release@example-project.iam.gserviceaccount.com in: 403 Permission 'iam.serviceAccounts.getAccessToken' denied",
      );
    });
  });

  test('after a refusal the next one asks anew', async () => {
    const faults = createFaultPlan([{ match: {}, fault: { kind: 'status', status: 403 } }]);
    await withGoogle({ faults, withKey: true }, async (stage) => {
      const signIn = stage.signIn(keyOf(stage));
      await expect(signIn.accessToken()).rejects.toThrow('403');
      expect(await stage.tryToken(await signIn.accessToken())).toEqual([200, 200]);
    });
  });

  test.each<[why: string, source: () => object]>([
    ['cannot be read', () => ({ file: join(folder, 'nothing') })],
    [
      'does not come as JSON with "value"',
      () => ({
        file: join(folder, 'subject.txt'),
        format: { type: 'json', subject_token_field_name: 'value' },
      }),
    ],
  ])('and we before it, to a subject token that %s', async (why, source) => {
    await withGoogle(runner, async (stage) => {
      await expect(stage.signIn(external(source())).accessToken()).rejects.toThrow(why);
      expect(stage.asked()).toEqual([]);
    });
  });
});

describe('credentials that cannot be used are refused before anything is sent, without a word of their secrets', () => {
  const ec = generateKeyPairSync('ec', { namedCurve: 'prime256v1' }).privateKey.export({
    type: 'pkcs8',
    format: 'pem',
  });
  const account = { type: 'service_account', client_email: 'a@b' };
  test.each<[why: string, given: string]>([
    ['neither the input nor GOOGLE_APPLICATION_CREDENTIALS names any', ' '],
    ['neither JSON nor a file that can be read (ENOENT)', 'xyzzy-secret'],
    ['they are no JSON, or cut off', '{"type":"service_account","private_key":"xyzzy-secret'],
    ['their type is "missing"', '{}'],
    ['their type is "toString"', '{"type":"toString"}'],
    ['their type is {"a":1}', '{"type":{"a":1}}'],
    ['their type is "impersonated_service_account"', '{"type":"impersonated_service_account"}'],
    ['their universe_domain is "example.test"', JSON.stringify({ ...account, universe_domain: 'example.test' })],
    ['they have no client_email', '{"type":"service_account"}'],
    ['they have no private_key', JSON.stringify(account)],
    ['their private_key is damaged or cut off', JSON.stringify({ ...account, private_key: 'xyzzy-secret' })],
    ['of the kind ec, and has to be RSA', JSON.stringify({ ...account, private_key: ec })],
    ['they have no refresh_token', '{"type":"authorized_user","client_id":"a","client_secret":"xyzzy-secret"}'],
    ['neither a file nor a url', external({ executable: { command: 'x' } })],
    ['neither a file nor a url', external({ environment_id: 'aws1' })],
    ['the url of their credential_source is no https address', external({ url: 'http://example.test/token' })],
    [
      'no address of Google',
      external({ file: 'x' }, { token_url: 'https://sts.googleapis.com.example.test/v1/token' }),
    ],
    ['no address of Google', external({ file: 'x' }, { token_url: 'http://sts.googleapis.com/v1/token' })],
    ['no address of Google', external({ file: 'x' }, { service_account_impersonation_url: 'https://example.test/' })],
  ])('%s', (why, given) => {
    const finding = (): unknown => findCredentials(given, {});
    expect(finding).toThrow(ConfigurationError);
    expect(finding).toThrow(why);
    expect(finding).not.toThrow('xyzzy-secret');
  });
});
