import { expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { testWithOpenssl } from '../support/openssl.ts';
import { askThrough } from '../support/tunnel.ts';
import { withEmulating } from './emulating.ts';

interface Asked {
  readonly method: string;
  readonly url: string;
  readonly token: string | undefined;
}

/** The curl commands of the guide. */
function readCurls(guide: string): readonly Asked[] {
  return [...guide.matchAll(/^ {2}curl (?:-X (\w+) )?(?:-H 'Authorization: Bearer ([^']+)' )?(http\S+)$/gm)].map(
    ([, method = 'GET', token, url = '']) => ({ method, url, token }),
  );
}

async function ask({ method, url, token }: Asked): Promise<{ status: number; body: unknown }> {
  const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
  const response = await fetch(url, { method, headers });
  return { status: response.status, body: await response.json() };
}

test('what the guide says works as it is printed: requests, key file, state, log; Ctrl-C ends it with 0', async () => {
  await withEmulating(['play', '--package', 'com.example.tracker'], async ({ guide, url, interrupt }) => {
    const [insert, releases, state, requests, ...others] = readCurls(guide);
    if (!insert || !releases || !state || !requests || others.length > 0) throw new Error(guide);
    expect(await ask(insert)).toMatchObject({ status: 200, body: { id: expect.stringMatching(/^\d+$/) } });
    expect(await ask(releases)).toMatchObject({
      status: 200,
      body: { releases: [{ track: 'production', activeArtifacts: [{ versionCode: 40 }] }] },
    });
    expect(await ask(state)).toMatchObject({
      status: 200,
      body: { apps: { 'com.example.tracker': { draft: false } } },
    });
    expect(await ask(requests)).toMatchObject({
      status: 200,
      body: [{ operation: 'edits.insert', status: 200 }, { operation: 'tracks.releases.list' }],
    });

    const key = JSON.parse(readFileSync(/SUPPLY_JSON_KEY=(\S+)/.exec(guide)?.[1] ?? '', 'utf8')) as {
      token_url: string;
      audience: string;
      subject_token_type: string;
      credential_source: { file: string };
    };
    expect(key.token_url.startsWith(url)).toBe(true);
    const exchanged = await fetch(key.token_url, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
        audience: key.audience,
        scope: 'https://www.googleapis.com/auth/androidpublisher',
        requested_token_type: 'urn:ietf:params:oauth:token-type:access_token',
        subject_token: readFileSync(key.credential_source.file, 'utf8'),
        subject_token_type: key.subject_token_type,
      }),
    });
    const { access_token: token } = (await exchanged.json()) as { access_token: string };
    expect(await ask({ ...releases, token })).toMatchObject({ status: 200 });
    expect(await interrupt()).toBe(0);
  });
});

testWithOpenssl('app-store: the file with the token, the proxy and its authority let a request through', async () => {
  await withEmulating(['app-store', '--package', 'com.example.tracker'], async ({ guide, url, interrupt }) => {
    const [, proxy = '', authority = '', authorization = '', asked = ''] =
      /curl --proxy (\S+) --cacert (\S+) -H @(\S+) (https:\S+)/.exec(guide) ?? [];
    const header = readFileSync(authorization, 'utf8').trim().replace('Authorization: ', '');
    const answer = await askThrough(proxy, { url: asked, authority, authorization: header });
    expect(answer).toMatchObject({ data: [{ attributes: { bundleId: 'com.example.tracker' } }] });
    const [state, requests] = readCurls(guide);
    if (!state || !requests) throw new Error(guide);
    expect(await ask(state)).toMatchObject({ status: 200, body: { tables: { apps: expect.any(Object) } } });
    expect(await ask(requests)).toMatchObject({ body: [{ operation: 'apps_getCollection', status: 200 }] });
    expect(guide).toContain(`SLIPWAY_APP_STORE_CONNECT_API=${url} `);
    expect(await interrupt()).toBe(0);
  });
});

test('a store that is not there is told with those that are', async () => {
  await expect(withEmulating(['app-stor'], () => Promise.resolve())).rejects.toThrow('It ended with 2');
});

test('a port can be chosen; one that is taken is said so', async () => {
  await withEmulating(['play'], async ({ url }) => {
    const { port } = new URL(url);
    await expect(withEmulating(['play', '--port', port], () => Promise.resolve())).rejects.toThrow('It ended with 2');
  });
});
