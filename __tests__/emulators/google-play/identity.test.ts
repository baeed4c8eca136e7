import { expect, test } from '@jest/globals';
import { CLOUD_SCOPE, HOUR, REPORTING_SCOPE, SCOPE, withPlay, type Reply, type Stage } from './harness.ts';

const MACHINE = 'machine@example.test';
const TOKEN = '/computeMetadata/v1/instance/service-accounts/default/token';
const FLAVOR = { 'metadata-flavor': 'Google' };
const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

const prepare = ({ addAccount, accounts }: Stage['world']): void => {
  const impersonators = [accounts[0]?.email ?? ''];
  addAccount({ email: MACHINE, attached: true, impersonators, refreshTokens: ['1//person'] });
};

/** Who an access token is, by the edit that it opens; or the refusal's status. */
async function whoIs(stage: Stage, token: string): Promise<string | number> {
  const { status, body } = await stage.request('POST', '~/edits', { token });
  if (status !== 200) return status;
  return stage.emulator.snapshot().edits[(body as { id: string }).id]?.owner ?? '';
}

function impersonate(stage: Stage, body: object, email = MACHINE, token?: string): Promise<Reply> {
  return stage.request('POST', `/v1/projects/-/serviceAccounts/${email}:generateAccessToken`, {
    body,
    ...(token === undefined ? {} : { token }),
  });
}

test.each([{ scope: [SCOPE] }, { scope: SCOPE }])('an account acts as another one: %p', async (body) => {
  await withPlay({ prepare }, async (stage) => {
    const reply = await impersonate(stage, { ...body, lifetime: '1800s' });
    expect(reply).toMatchObject({ status: 200, body: { expireTime: '2026-11-24T09:30:00Z' } });
    const { accessToken } = reply.body as { accessToken: string };
    expect(await whoIs(stage, accessToken)).toBe(MACHINE);
    stage.clock.advanceBy(HOUR / 2);
    expect(await whoIs(stage, accessToken)).toBe(401);
  });
});

test('only whom it is granted, with a token for it, and for no more than an hour', async () => {
  let reader = '';
  let narrow = '';
  const seed = (world: Stage['world']): void => {
    prepare(world);
    reader = world.addToken('reader@example.test', { scopes: [CLOUD_SCOPE] });
    narrow = world.addToken(world.accounts[0]?.email ?? '', { scopes: [SCOPE] });
  };
  await withPlay({ prepare: seed }, async (stage) => {
    const good = { scope: [SCOPE] };
    expect((await impersonate(stage, good, MACHINE, reader)).status).toBe(403);
    expect((await impersonate(stage, good, 'nobody@example.test')).status).toBe(403);
    expect(await impersonate(stage, good, MACHINE, narrow)).toMatchObject({
      status: 403,
      body: { error: { details: [{ reason: 'ACCESS_TOKEN_SCOPE_INSUFFICIENT' }] } },
    });
    for (const body of [{}, { scope: [] }, { ...good, lifetime: '3601s' }, { ...good, lifetime: 'long' }]) {
      expect((await impersonate(stage, body)).status).toBe(400);
    }
  });
});

test('the metadata server gives tokens of the account of the machine, to who sends its header', async () => {
  await withPlay({ prepare }, async (stage) => {
    const ask = (path: string, headers: Record<string, string> = FLAVOR): Promise<Reply> =>
      stage.request('GET', path, { token: null, headers });
    expect(await ask(TOKEN, {})).toMatchObject({ status: 403 });
    const reply = await ask(`${TOKEN}?scopes=${SCOPE},${REPORTING_SCOPE}`);
    expect(reply).toMatchObject({ status: 200, body: { expires_in: 3_600, token_type: 'Bearer' } });
    expect(reply.headers.get('metadata-flavor')).toBe('Google');
    expect(await whoIs(stage, (reply.body as { access_token: string }).access_token)).toBe(MACHINE);
    // Without scopes it is the machine's own, which opens nothing of Play.
    const plain = (await ask(TOKEN)).body as { access_token: string };
    expect(await whoIs(stage, plain.access_token)).toBe(403);
    expect((await ask('/')).headers.get('metadata-flavor')).toBe('Google');
    expect((await ask('/computeMetadata/v1/instance/service-accounts/default/email')).text).toBe(MACHINE);
    expect((await ask('/computeMetadata/v1/universe/universe-domain')).text).toBe('googleapis.com');
  });
});

test('a machine without an account has no token', async () => {
  await withPlay({}, async (stage) => {
    expect((await stage.request('GET', TOKEN, { token: null, headers: FLAVOR })).status).toBe(404);
  });
});

test('a refresh token of a person becomes an access token', async () => {
  await withPlay({ prepare }, async (stage) => {
    const ask = (fields: Record<string, string>): Promise<Reply> =>
      stage.request('POST', '/token', {
        token: null,
        headers: FORM,
        raw: new URLSearchParams({
          grant_type: 'refresh_token',
          client_id: 'a',
          client_secret: 'b',
          ...fields,
        }).toString(),
      });
    const reply = await ask({ refresh_token: '1//person' });
    expect(reply).toMatchObject({ status: 200, body: { scope: `${SCOPE} ${REPORTING_SCOPE}` } });
    const { access_token: token } = reply.body as { access_token: string };
    expect(await whoIs(stage, token)).toBe(MACHINE);
    expect((await stage.request('GET', '%/crashRateMetricSet', { token })).status).toBe(200);
    const narrow = await ask({ refresh_token: '1//person', scope: REPORTING_SCOPE });
    expect(await whoIs(stage, (narrow.body as { access_token: string }).access_token)).toBe(403);
    expect(await ask({ refresh_token: 'other' })).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
    expect(await ask({ refresh_token: '1//person', client_secret: '' })).toMatchObject({
      status: 401,
      body: { error: 'invalid_client' },
    });
  });
});
