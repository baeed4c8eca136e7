import { expect, test } from '@jest/globals';
import { generateKeyPairSync } from 'node:crypto';
import { HOUR, makeAssertion, PACKAGE, refusalOf, SCOPE, START, withPlay, type Reply, type Stage } from './harness.ts';

const JWT_BEARER = 'urn:ietf:params:oauth:grant-type:jwt-bearer';
const EXCHANGE = 'urn:ietf:params:oauth:grant-type:token-exchange';
const NOW = Date.parse(START) / 1_000;

const AUDIENCE = 'https://oauth2.googleapis.com/token';
const CLAIMS = { aud: AUDIENCE, scope: SCOPE, iat: NOW, exp: NOW + 3_600 };
const TIMELY = expect.stringContaining('Token must be a short-lived token (60 minutes) and in a reasonable timeframe');

function ask(stage: Stage, fields: Record<string, string>, path = '/token'): Promise<Reply> {
  return stage.request('POST', path, {
    token: null,
    raw: new URLSearchParams(fields).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  });
}

function assert(stage: Stage, claims: object = {}, path?: string): Promise<Reply> {
  const { email, privateKey } = stage.account;
  const assertion = makeAssertion(privateKey, { iss: email, ...CLAIMS, ...claims });
  return ask(stage, { grant_type: JWT_BEARER, assertion }, path);
}

test.each(['/token', '/oauth2/v4/token', '/v1/token'])('%s: an assertion becomes an access token', async (path) => {
  await withPlay({}, async (stage) => {
    const reply = await assert(stage, {}, path);
    expect(reply).toMatchObject({ status: 200, body: { expires_in: 3_600, token_type: 'Bearer' } });
    const { access_token: token } = reply.body as { access_token: string };
    expect((await stage.request('POST', '~/edits', { token })).status).toBe(200);
    const edit = Object.values(stage.emulator.snapshot().edits)[0];
    expect(edit).toMatchObject({ owner: stage.account.email, packageName: PACKAGE });
  });
});

test('an access token is good for an hour of the virtual clock, to the second', async () => {
  await withPlay({}, async (stage) => {
    const { access_token: token } = (await assert(stage)).body as { access_token: string };
    stage.clock.advanceBy(HOUR - 1_000);
    expect((await stage.request('POST', '~/edits', { token })).status).toBe(200);
    stage.clock.advanceBy(1_000);
    const reply = await stage.request('POST', '~/edits', { token });
    expect(refusalOf(reply)).toMatchObject({ status: 401, name: 'UNAUTHENTICATED', reason: 'authError' });
    expect(reply.headers.get('www-authenticate')).toContain('invalid_token');
  });
});

test.each([
  { wrong: 'the account', claims: { iss: 'nobody@example.test' }, description: 'Invalid grant: account not found' },
  {
    wrong: 'an account without a key',
    claims: { iss: 'reader@example.test' },
    description: 'Invalid grant: account not found',
  },
  {
    wrong: 'the audience',
    claims: { aud: 'https://example.test/token' },
    description: `Invalid JWT: Failed audience check. The right audience is ${AUDIENCE}`,
  },
  { wrong: 'a life of more than an hour', claims: { exp: NOW + 3_601 }, description: TIMELY },
  { wrong: 'a clock that is six minutes fast', claims: { iat: NOW + 360, exp: NOW + 400 }, description: TIMELY },
  { wrong: 'an assertion that has expired', claims: { iat: NOW - 4_000, exp: NOW - 400 }, description: TIMELY },
  { wrong: 'no times', claims: { iat: undefined, exp: undefined }, description: TIMELY },
  {
    wrong: 'no scope',
    claims: { scope: '' },
    error: 'invalid_scope',
    description: 'Invalid OAuth scope or ID token audience provided.',
  },
])('refused: $wrong', async ({ claims, error = 'invalid_grant', description }) => {
  await withPlay({}, async (stage) => {
    expect(await assert(stage, claims)).toMatchObject({ status: 400, body: { error, error_description: description } });
  });
});

test.each([
  { good: 'a clock that is four minutes fast', claims: { iat: NOW + 240, exp: NOW + 3_840 } },
  { good: 'the older address as audience', claims: { aud: 'https://www.googleapis.com/oauth2/v4/token' } },
])('taken: $good', async ({ claims }) => {
  await withPlay({}, async (stage) => {
    expect((await assert(stage, claims)).status).toBe(200);
  });
});

test('refused: the signature of another key, another algorithm, and what is no assertion', async () => {
  await withPlay({}, async (stage) => {
    const other = generateKeyPairSync('rsa', { modulusLength: 2_048 }).privateKey;
    const claims = { iss: stage.account.email, ...CLAIMS };
    const assertions = [
      makeAssertion(other.export({ type: 'pkcs8', format: 'pem' }).toString(), claims),
      makeAssertion(stage.account.privateKey, claims, { alg: 'none' }),
      'nonsense',
    ];
    for (const assertion of assertions) {
      expect(await ask(stage, { grant_type: JWT_BEARER, assertion })).toMatchObject({
        status: 400,
        body: { error: 'invalid_grant', error_description: 'Invalid JWT Signature.' },
      });
    }
    expect(Object.keys(stage.emulator.snapshot().accessTokens)).toHaveLength(2);
  });
});

test('workload identity: a subject token becomes an access token of its account', async () => {
  await withPlay({}, async (stage) => {
    const fields = { grant_type: EXCHANGE, scope: SCOPE, subject_token: 'reader\n' };
    const reply = await ask(stage, fields);
    expect(reply).toMatchObject({
      status: 200,
      body: { expires_in: 3_600, issued_token_type: 'urn:ietf:params:oauth:token-type:access_token' },
    });
    const { access_token: token } = reply.body as { access_token: string };
    await stage.openEdit(token);
    expect(Object.values(stage.emulator.snapshot().edits)[0]?.owner).toBe('reader@example.test');
    expect(await ask(stage, { ...fields, subject_token: 'other' })).toMatchObject({
      status: 400,
      body: { error: 'invalid_grant' },
    });
    expect(await ask(stage, { ...fields, scope: '' })).toMatchObject({ status: 400, body: { error: 'invalid_scope' } });
  });
});

test('other grants are refused by name', async () => {
  await withPlay({}, async (stage) => {
    expect(await ask(stage, { grant_type: 'password' })).toMatchObject({
      status: 400,
      body: { error: 'unsupported_grant_type' },
    });
    expect(await ask(stage, {})).toMatchObject({ status: 400, body: { error: 'invalid_request' } });
  });
});

test('without a token, and with an unknown one, nothing is done', async () => {
  await withPlay({}, async (stage) => {
    expect(refusalOf(await stage.request('POST', '~/edits', { token: null }))).toMatchObject({
      status: 401,
      reason: 'required',
    });
    expect(refusalOf(await stage.request('POST', '~/edits', { token: 'guess' }))).toMatchObject({
      status: 401,
      reason: 'authError',
    });
    expect(stage.emulator.snapshot().edits).toEqual({});
  });
});

test('a token of another scope is refused', async () => {
  let token = '';
  const prepare = (world: Stage['world']): void => {
    token = world.addToken(world.accounts[0]?.email ?? '', { scopes: [`${SCOPE}.readonly`] });
  };
  await withPlay({ prepare }, async (stage) => {
    expect(refusalOf(await stage.request('POST', '~/edits', { token }))).toEqual({
      status: 403,
      name: 'PERMISSION_DENIED',
      reason: 'insufficientPermissions',
      message: 'Request had insufficient authentication scopes.',
    });
  });
});

const TESTER = ['CAN_MANAGE_TRACK_APKS'] as const;

test.each([
  { rule: 'tests may be released', permissions: TESTER, method: 'PUT', path: '/tracks/internal', status: 200 },
  { rule: 'production may not', permissions: TESTER, method: 'PUT', path: '/tracks/production', status: 403 },
  {
    rule: 'nor the production of another form factor',
    permissions: TESTER,
    method: 'PUT',
    path: '/tracks/wear:production',
    status: 403,
  },
  { rule: 'nor a listing be written', permissions: TESTER, method: 'PUT', path: '/listings/en-US', status: 403 },
  { rule: 'nor testers', permissions: TESTER, method: 'PUT', path: '/testers/internal', status: 403 },
  { rule: 'but everything be read', permissions: TESTER, method: 'GET', path: '/tracks', status: 200 },
  {
    rule: 'a tester of testers changes no track',
    permissions: ['CAN_MANAGE_TRACK_USERS'] as const,
    method: 'PATCH',
    path: '/tracks/internal',
    status: 403,
  },
  {
    rule: 'but testers',
    permissions: ['CAN_MANAGE_TRACK_USERS'] as const,
    method: 'PUT',
    path: '/testers/internal',
    status: 200,
  },
])('permissions of an account by app: $rule', async ({ permissions, method, path, status }) => {
  let token = '';
  const prepare = (world: Stage['world']): void => {
    world.addTrack(PACKAGE, 'wear:production');
    world.addAccount({ email: 'few@example.test', permissions: { [PACKAGE]: permissions } });
    token = world.addToken('few@example.test');
  };
  await withPlay({ prepare }, async (stage) => {
    const edit = await stage.openEdit(token);
    const reply = await stage.request(method, `${edit}${path}`, { token, ...(method === 'GET' ? {} : { body: {} }) });
    expect(reply.status).toBe(status);
    if (status === 403)
      expect(refusalOf(reply)).toMatchObject({ reason: 'forbidden', message: 'The caller does not have permission' });
  });
});

test('an app that the account may not see is 403, one that does not exist is 404', async () => {
  let token = '';
  const prepare = (world: Stage['world']): void => {
    world.addAccount({ email: 'else@example.test', permissions: { 'com.example.other': TESTER } });
    token = world.addToken('else@example.test');
  };
  await withPlay({ prepare }, async (stage) => {
    expect((await stage.request('POST', '~/edits', { token })).status).toBe(403);
    const reply = await stage.request('POST', '/androidpublisher/v3/applications/com.example.none/edits', { token });
    expect(refusalOf(reply)).toEqual({
      status: 404,
      name: 'NOT_FOUND',
      reason: 'notFound',
      message: 'Package not found: com.example.none.',
    });
  });
});

test('a project in which the API is switched off says so', async () => {
  let token = '';
  const prepare = (world: Stage['world']): void => {
    world.addAccount({ email: 'off@example.test', disabledProject: '4711' });
    token = world.addToken('off@example.test');
  };
  await withPlay({ prepare }, async (stage) => {
    expect(refusalOf(await stage.request('POST', '~/edits', { token }))).toMatchObject({
      status: 403,
      reason: 'accessNotConfigured',
      message: expect.stringContaining('has not been used in project 4711'),
    });
  });
});

test('what the emulator does not know answers 501, and names it', async () => {
  await withPlay({}, async (stage) => {
    expect(refusalOf(await stage.request('GET', '~/appRecoveries'))).toMatchObject({
      status: 501,
      message: expect.stringContaining(`GET /androidpublisher/v3/applications/${PACKAGE}/appRecoveries`),
    });
  });
});
