import { expect, test } from '@jest/globals';
import { createVirtualClock } from '#emulators/base/clock';
import { createExpoEmulator } from '#emulators/expo/server';
import { createExpoWorld, type ExpoWorld } from '#emulators/expo/world';

interface Reply {
  readonly status: number;
  readonly body: unknown;
}

type Ask = (query: string, buildId: string, token: string) => Promise<Reply>;

/** @param fill what the world has, which it has from the start */
async function withExpo<T>(
  fill: (world: ExpoWorld) => T,
  use: (ask: Ask, filled: T, url: string) => Promise<void>,
): Promise<void> {
  const world = createExpoWorld();
  const filled = fill(world);
  const emulator = createExpoEmulator({ world, clock: createVirtualClock('2026-11-24T12:00:00Z') });
  await emulator.start();
  const ask: Ask = async (query, buildId, token) => {
    const response = await fetch(`${emulator.url}/graphql`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}` },
      body: JSON.stringify({ query, variables: { buildId } }),
    });
    return { status: response.status, body: await response.json() };
  };
  try {
    await use(ask, filled, emulator.url);
    expect(emulator.errors).toEqual([]);
  } finally {
    await emulator.stop();
  }
}

const query = (fields: string): string => `query ($buildId: ID!) { builds { byId(buildId: $buildId) { ${fields} } } }`;
const fails = (errorCode: string): unknown => ({
  errors: [expect.objectContaining({ extensions: expect.objectContaining({ errorCode }) })],
  data: null,
});

test('a build is told as it is asked for, and its archive is served to whoever has the address', async () => {
  const fill = (world: ExpoWorld): string[] => [world.addBuild({}, Buffer.from('an archive')), world.addToken()];
  await withExpo(fill, async (ask, [id = '', token = ''], url) => {
    const { body } = await ask(query('id kind: platform error { message } artifacts { buildUrl }'), id, token);
    const buildUrl = `${url}/artifacts/eas/application.aab`;
    expect(body).toEqual({ data: { builds: { byId: { id, kind: 'ANDROID', error: null, artifacts: { buildUrl } } } } });
    expect(await (await fetch(buildUrl)).text()).toBe('an archive');
    expect((await fetch(buildUrl, { headers: { authorization: 'Bearer x' } })).status).toBe(400);
    expect((await fetch(`${buildUrl}x`)).status).toBe(404);
  });
});

test('only a finished build has artifacts', async () => {
  const fill = (world: ExpoWorld): string[] => [world.addBuild({ status: 'IN_PROGRESS' }), world.addToken()];
  await withExpo(fill, async (ask, [id = '', token = '']) => {
    const { body } = await ask(query('status artifacts { buildUrl }'), id, token);
    expect(body).toEqual({ data: { builds: { byId: { status: 'IN_PROGRESS', artifacts: null } } } });
  });
});

test('who may not ask, for what is not there, and for what the schema does not have', async () => {
  const fill = (world: ExpoWorld): string[] => [world.addBuild({}), world.addToken(), world.addToken(['other'])];
  await withExpo(fill, async (ask, [id = '', token = '', other = '']) => {
    expect(await ask(query('id'), id, 'nobody')).toEqual({ status: 401, body: fails('AUTHENTICATION_ERROR') });
    expect(await ask(query('id'), id, other)).toEqual({ status: 200, body: fails('UNAUTHORIZED_ERROR') });
    expect(await ask(query('id'), 'x', token)).toEqual({ status: 200, body: fails('NOT_FOUND_ERROR') });
    expect((await ask(query('size'), id, token)).body).toEqual(fails('GRAPHQL_VALIDATION_FAILED'));
    expect(await ask('query {', id, token)).toEqual({ status: 400, body: fails('GRAPHQL_PARSE_FAILED') });
  });
});
