import { expect, test } from '@jest/globals';
import { makeToken, refusalOf, withAsc, HOUR, type TokenParts } from './harness.ts';

const now = Date.parse('2026-11-24T09:00:00Z');
const seconds = now / 1_000;

const UNAUTHORIZED = [
  401,
  'NOT_AUTHORIZED: Provide a properly configured and signed bearer token, and make sure that it has not expired. Learn more about Generating Tokens for API Requests https://developer.apple.com/go/?id=api-generating-tokens',
];

test('a token of a team, and one of a person, is taken', async () => {
  await withAsc({}, async ({ world, key, request }) => {
    const person = world.addKey({ issuerId: null });
    const undated = makeToken(key, now, { claims: { iat: undefined } });
    for (const token of [makeToken(key, now), makeToken(person, now), undated]) {
      expect((await request('GET', '/v1/apps', { token })).status).toBe(200);
    }
  });
});

const BAD: readonly (TokenParts & { readonly name: string })[] = [
  { name: 'signed as DER', encoding: 'der' },
  { name: 'another algorithm', header: { alg: 'RS256' } },
  { name: 'an unknown key', header: { kid: 'NOBODY' } },
  { name: 'another audience', claims: { aud: 'apple-developer-enterprise-v1' } },
  { name: 'another team', claims: { iss: 'somebody' } },
  { name: 'a team that says it is a person', claims: { sub: 'user' } },
  { name: 'no end', claims: { exp: undefined } },
  { name: 'expired', claims: { exp: seconds } },
  { name: 'more than 20 minutes', claims: { exp: seconds + 1_201 } },
  { name: 'from the future', claims: { iat: seconds + 1 } },
  { name: 'a beginning that is no number', claims: { iat: 'now' } },
  { name: 'bound to another path', claims: { scope: ['GET /v1/builds'] } },
  { name: 'bound to another parameter', claims: { scope: ['GET /v1/apps?filter[bundleId]=com.other'] } },
  { name: 'a scope that is no list', claims: { scope: 'GET /v1/apps' } },
];

test.each(BAD)('refused: $name', async ({ name, ...parts }) => {
  await withAsc({}, async ({ key, request }) => {
    expect(name).not.toBe('');
    expect(refusalOf(await request('GET', '/v1/apps', { token: makeToken(key, now, parts) }))).toEqual(UNAUTHORIZED);
  });
});

test('refused: no token, a broken one, that of another key, and that of a person who names a team', async () => {
  await withAsc({}, async ({ world, key, request }) => {
    const person = world.addKey({ issuerId: null });
    const other = world.addKey();
    const tokens = [
      null,
      'abc',
      `${makeToken(key, now)}.x`,
      makeToken({ ...key, privateKey: other.privateKey }, now),
      makeToken(person, now, { claims: { iss: key.issuerId } }),
    ];
    for (const token of tokens) expect(refusalOf(await request('GET', '/v1/apps', { token }))).toEqual(UNAUTHORIZED);
    other.revoked = true;
    expect((await request('GET', '/v1/apps', { token: makeToken(other, now) })).status).toBe(401);
  });
});

test('a token that was dated back by a minute may be valid for 20 minutes from now, and is bound to what it names', async () => {
  await withAsc({}, async ({ key, request }) => {
    const token = makeToken(key, now, {
      claims: { iat: seconds - 60, exp: seconds + 1_200, scope: ['GET /v1/apps?filter[bundleId]=com.example.app'] },
    });
    const path = '/v1/apps?filter[bundleId]=com.example.app';
    expect((await request('GET', path, { token })).status).toBe(200);
    expect((await request('GET', '/v1/apps', { token })).status).toBe(401);
  });
});

test('roles: who may read, edit, release, and see reviews', async () => {
  await withAsc({}, async ({ world, app, request }) => {
    const [versionId = ''] = app.versions.map(({ id }) => id);
    const act = async (role: 'DEVELOPER' | 'MARKETING' | 'SALES', method: string, path: string): Promise<number> => {
      const token = makeToken(world.addKey({ roles: [role] }), now);
      const body = { data: { type: 'appStoreVersions', id: versionId } };
      return (await request(method, path, { token, ...(method === 'GET' ? {} : { body }) })).status;
    };
    expect(await act('DEVELOPER', 'GET', '/v1/apps')).toBe(200);
    expect(await act('DEVELOPER', 'PATCH', `/v1/appStoreVersions/${versionId}`)).toBe(403);
    expect(await act('MARKETING', 'PATCH', `/v1/appStoreVersions/${versionId}`)).toBe(200);
    expect(await act('SALES', 'GET', `/v1/apps/${app.id}/customerReviews`)).toBe(403);
  });
});

test('the limit is counted by key over an hour that rolls, and told with every answer', async () => {
  await withAsc({ hourlyLimit: 2 }, async ({ world, clock, request }) => {
    const first = await request('GET', '/v1/apps');
    expect(first.headers.get('x-rate-limit')).toBe('user-hour-lim:2;user-hour-rem:1;');
    clock.advanceBy(HOUR / 2);
    await request('GET', '/v1/apps');
    const refused = await request('GET', '/v1/apps');
    expect(refused.headers.get('x-rate-limit')).toBe('user-hour-lim:2;user-hour-rem:0;');
    expect(refused.body?.errors?.[0]).toMatchObject({ status: '429', code: 'RATE_LIMIT_EXCEEDED' });
    const token = makeToken(world.addKey(), clock.now());
    expect((await request('GET', '/v1/apps', { token })).status).toBe(200);
    clock.advanceBy(HOUR);
    expect((await request('GET', '/v1/apps')).status).toBe(200);
  });
});

test('without the agreements nothing goes', async () => {
  const prepare = ({ state }: { state: { agreementsInEffect: boolean } }): void => {
    state.agreementsInEffect = false;
  };
  await withAsc({ prepare }, async ({ request }) => {
    expect(refusalOf(await request('GET', '/v1/apps'))).toEqual([
      403,
      'FORBIDDEN.REQUIRED_AGREEMENTS_MISSING_OR_EXPIRED: This request requires an in-effect agreement that has not been signed or has expired.',
    ]);
  });
});
