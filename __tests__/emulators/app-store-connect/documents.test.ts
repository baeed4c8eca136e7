import { expect, test } from '@jest/globals';
import { idOf, makeVersion } from './flows.ts';
import { refusalOf, withAsc, type Item, type Stage, type StageOptions } from './harness.ts';

/** An app with five builds, 1.1 (8) to 1.1 (12). */
function withBuilds(options: StageOptions, run: (stage: Stage) => Promise<void>): Promise<void> {
  return withAsc(options, async (stage) => {
    for (const number of ['8', '9', '10', '11', '12']) {
      stage.emulator.console.addBuild({ app: stage.app.id, version: '1.1', number });
      stage.clock.advanceBy(1_000);
    }
    await run(stage);
  });
}

const numbers = (items: readonly Item[]): unknown[] => items.map(({ attributes }) => attributes['version']);

test('relationships have data only where they are included, and links always', async () => {
  await withBuilds({}, async ({ emulator, request }) => {
    const { url } = emulator;
    const { body } = await request('GET', '/v1/builds?filter[version]=8');
    const [build] = body?.data as Item[];
    const self = `${url}/v1/builds/${build?.id ?? ''}`;
    expect(build?.relationships?.['preReleaseVersion']).toEqual({
      links: { self: `${self}/relationships/preReleaseVersion`, related: `${self}/preReleaseVersion` },
    });
    // No address of its own, so nothing to tell.
    expect(build?.relationships?.['buildBundles']).toBeUndefined();
    expect(body).not.toHaveProperty('included');

    const path = '/v1/builds?filter[version]=8&include=preReleaseVersion,buildBundles,appStoreVersion,betaGroups';
    const included = (await request('GET', path)).body;
    const [same] = included?.data as Item[];
    const train = included?.included?.find(({ type }) => type === 'preReleaseVersions');
    expect(train?.attributes).toEqual({ version: '1.1', platform: 'IOS' });
    expect(same?.relationships).toMatchObject({
      preReleaseVersion: { data: { type: 'preReleaseVersions', id: train?.id } },
      buildBundles: { data: [{ type: 'buildBundles' }], meta: { paging: { total: 1, limit: 10 } } },
      appStoreVersion: { data: null },
      betaGroups: { data: [], meta: { paging: { total: 0, limit: 10 } } },
    });
    expect(included?.included?.map(({ type }) => type)).toEqual(['preReleaseVersions', 'buildBundles']);
  });
});

test('what several resources share is included once', async () => {
  await withBuilds({}, async ({ app, request }) => {
    const { body } = await request(
      'GET',
      `/v1/builds?filter[app]=${app.id}&filter[preReleaseVersion.version]=1.1&include=app`,
    );
    expect((body?.data as Item[]).length).toBe(5);
    expect(body?.included?.map(({ id }) => id)).toEqual([app.id]);
  });
});

test('fields cut attributes and relationships, also of what is included', async () => {
  await withBuilds({}, async ({ request }) => {
    const { body } = await request(
      'GET',
      '/v1/builds?filter[version]=8&include=preReleaseVersion&fields[builds]=version,preReleaseVersion&fields[preReleaseVersions]=platform',
    );
    const [build] = body?.data as Item[];
    expect(build?.attributes).toEqual({ version: '8' });
    expect(Object.keys(build?.relationships ?? {})).toEqual(['preReleaseVersion']);
    expect(body?.included?.[0]).toEqual({
      type: 'preReleaseVersions',
      id: body?.included?.[0]?.id,
      attributes: { platform: 'IOS' },
      links: { self: expect.stringContaining('/v1/preReleaseVersions/') as unknown },
    });
  });
});

test('pages follow one another by a cursor until there is no next', async () => {
  await withBuilds({}, async ({ app, emulator, request }) => {
    const start = `/v1/builds?filter[app]=${app.id}&filter[preReleaseVersion.version]=1.1&limit=2&sort=-version`;
    const pages: unknown[] = [];
    let next: string | undefined = start;
    while (next !== undefined) {
      const { body }: { body: Awaited<ReturnType<typeof request>>['body'] } = await request('GET', next);
      pages.push(numbers(body?.data as Item[]));
      expect(body?.meta?.paging).toMatchObject({ total: 5, limit: 2 });
      expect(body?.meta?.paging.nextCursor === undefined).toBe(body?.links?.['next'] === undefined);
      next = body?.links?.['next'];
      if (next !== undefined) expect(next).toContain(`${emulator.url}/v1/builds?filter%5Bapp%5D=`);
    }
    expect(pages).toEqual([['12', '11'], ['10', '9'], ['8']]);
    const { body } = await request('GET', start);
    expect(body?.links?.['self']).toContain('sort=-version');
    const second = (await request('GET', body?.links?.['next'] ?? '')).body;
    expect(second?.links?.['first']).toBe(body?.links?.['self']);
    // A page that is just full is the last.
    expect((await request('GET', start.replace('limit=2', 'limit=5'))).body?.links?.['next']).toBeUndefined();
  });
});

test('a page may be set to hold fewer than the caller asks for', async () => {
  await withAsc({ settings: { largestPage: 2 } }, async ({ app, request }) => {
    const start = `/v1/betaGroups?filter[app]=${app.id}&limit=200`;
    const first = await request('GET', start);
    expect(first.body?.data).toHaveLength(2);
    expect(first.body?.meta?.paging).toMatchObject({ total: 3, limit: 2 });
    const second = await request('GET', first.body?.links?.['next'] ?? '');
    expect(second.body?.data).toHaveLength(1);
    expect(second.body?.links?.['next']).toBeUndefined();
  });
});

test('50 on a page where the caller does not say, 10 of what is included, and links to where a proxy stands', async () => {
  await withAsc(
    { settings: { publicUrl: 'https://api.appstoreconnect.apple.com' } },
    async ({ app, emulator, request }) => {
      for (let number = 1; number <= 60; number += 1) {
        emulator.console.addBuild({ app: app.id, version: '1.1', number: `${number}` });
      }
      const { body } = await request('GET', '/v1/builds');
      expect([(body?.data as Item[]).length, body?.meta?.paging.total]).toEqual([50, 61]);
      expect(body?.links?.['next']).toMatch(/^https:\/\/api\.appstoreconnect\.apple\.com\/v1\/builds\?cursor=/);
      const apps = (await request('GET', '/v1/apps?include=builds')).body;
      expect((apps?.data as Item[])[0]?.relationships?.['builds']).toMatchObject({
        meta: { paging: { total: 61, limit: 10 } },
      });
      expect(apps?.included?.length).toBe(10);
      expect((await request('GET', '/v1/apps?include=builds&limit[builds]=50')).body?.included?.length).toBe(50);
    },
  );
});

test('filters take one of several values, and all filters hold; sorts go by numbers', async () => {
  await withBuilds({}, async ({ app, get, emulator }) => {
    emulator.console.addBuild({ app: app.id, version: '1.1', number: '13', outcome: 'INVALID' });
    const list = async (query: string): Promise<unknown[]> =>
      numbers(await get<Item[]>(`/v1/builds?filter[app]=${app.id}&filter[preReleaseVersion.version]=1.1&${query}`));
    expect(await list('filter[version]=9,12,99')).toEqual(['9', '12']);
    expect(await list('filter[version]=9,13&filter[processingState]=INVALID,FAILED')).toEqual(['13']);
    expect(await list('sort=version')).toEqual(['8', '9', '10', '11', '12', '13']);
    expect(await list('sort=-uploadedDate&limit=2')).toEqual(['13', '12']);
    expect(await list('sort=-preReleaseVersion,version&limit=1')).toEqual(['8']);
    expect(numbers(await get<Item[]>('/v1/builds?filter[app]=1&filter[version]=9'))).toEqual([]);
  });
});

test('what a relationship that leads nowhere looks like can be chosen, since nobody has said it', async () => {
  await withAsc(
    { settings: { emptyIncluded: 'left-out', emptyRelated: 'not-found' } },
    async ({ app, get, request }) => {
      const version = app.versions[0]?.id ?? '';
      const path = `/v1/appStoreVersions/${version}`;
      const { relationships } = await get(`${path}?include=build,appStoreVersionPhasedRelease`);
      expect(relationships?.['build']).toHaveProperty('data');
      expect(relationships?.['appStoreVersionPhasedRelease']).not.toHaveProperty('data');
      expect(refusalOf(await request('GET', `${path}/appStoreVersionPhasedRelease`))).toEqual([
        404,
        `NOT_FOUND: There is no resource of type 'appStoreVersionPhasedReleases' with id '${version}'`,
      ]);
    },
  );
});

test('versions are listed newest first', async () => {
  await withAsc({}, async (stage) => {
    await makeVersion(stage, '1.1');
    const versions = await stage.get<Item[]>(`/v1/apps/${stage.app.id}/appStoreVersions`);
    expect(versions.map(({ attributes }) => attributes['versionString'])).toEqual(['1.1', '1.0']);
  });
});

test('or oldest first, as they have come too', async () => {
  await withAsc({ settings: { newestFirst: false } }, async (stage) => {
    await makeVersion(stage, '1.1');
    const versions = await stage.get<Item[]>(`/v1/apps/${stage.app.id}/appStoreVersions`);
    expect(versions.map(({ attributes }) => attributes['versionString'])).toEqual(['1.0', '1.1']);
  });
});

test('403 for what Apple lets nobody do with a type', async () => {
  await withAsc({}, async ({ request }) => {
    expect(refusalOf(await request('POST', '/v1/apps', { body: {} }))).toEqual([
      403,
      "FORBIDDEN_ERROR: The resource 'apps' does not allow 'CREATE'. Allowed operations are: GET_COLLECTION, GET_INSTANCE, UPDATE",
    ]);
    expect(refusalOf(await request('GET', '/v1/customerReviews'))).toEqual([
      403,
      "FORBIDDEN_ERROR: The resource 'customerReviews' does not allow 'GET_COLLECTION'. Allowed operation is: GET_INSTANCE",
    ]);
    expect((await request('GET', '/v1/appStoreVersionPhasedReleases/1')).status).toBe(403);
    expect((await request('PUT', '/v1/apps/1', { body: {} })).status).toBe(501);
  });
});

test('the ids of a relationship alone', async () => {
  await withAsc({}, async ({ app, request }) => {
    const path = `/v1/apps/${app.id}/relationships/appStoreVersions`;
    const { body } = await request('GET', path);
    expect(body?.data).toEqual([{ type: 'appStoreVersions', id: app.versions[0]?.id }]);
    const version = `/v1/appStoreVersions/${app.versions[0]?.id ?? ''}/relationships/build`;
    expect((await request('GET', version)).body?.data).toMatchObject({ type: 'builds' });
  });
});

const REFUSED: readonly (readonly [path: string, error: string])[] = [
  ['/v1/builds?filter[nope]=1', "PARAMETER_ERROR.INVALID: 'nope' is not a valid filter type"],
  [
    '/v1/builds?filter[processingState]=DONE',
    "PARAMETER_ERROR.INVALID: 'DONE' is not a valid value for the filter 'processingState'",
  ],
  [
    '/v1/builds?filter[preReleaseVersion.platform]=ANDROID',
    "PARAMETER_ERROR.INVALID: 'ANDROID' is not a valid value for the filter 'preReleaseVersion.platform'",
  ],
  ['/v1/builds?include=nope', "PARAMETER_ERROR.INVALID: 'nope' is not a valid relationship name"],
  ['/v1/apps?include=customerReviews', "PARAMETER_ERROR.INVALID: 'customerReviews' is not a valid relationship name"],
  ['/v1/apps?fields[apps]=nope', "PARAMETER_ERROR.INVALID: 'nope' is not a valid field name"],
  [
    '/v1/apps?fields[customerReviews]=rating',
    "PARAMETER_ERROR.ILLEGAL: The parameter 'fields[customerReviews]' can not be used with this request",
  ],
  ['/v1/apps?limit=201', "PARAMETER_ERROR.INVALID: The value of 'limit' must be between 1 and 200"],
  ['/v1/apps?limit=0', "PARAMETER_ERROR.INVALID: The value of 'limit' must be between 1 and 200"],
  ['/v1/apps?limit[builds]=51', "PARAMETER_ERROR.INVALID: The value of 'limit[builds]' must be between 1 and 50"],
  ['/v1/apps?limit[nope]=5', "PARAMETER_ERROR.ILLEGAL: The parameter 'limit[nope]' can not be used with this request"],
  ['/v1/apps?cursor=abc', "PARAMETER_ERROR.INVALID: 'abc' is not a valid cursor for this request"],
  ['/v1/apps?sort=age', "PARAMETER_ERROR.INVALID: 'age' is not a valid sort type"],
  ['/v1/apps?page=2', "PARAMETER_ERROR.ILLEGAL: The parameter 'page' can not be used with this request"],
  [
    '/v1/builds?exists[version]=true',
    "PARAMETER_ERROR.ILLEGAL: The parameter 'exists[version]' can not be used with this request",
  ],
  ['/v1/builds?exists[usesNonExemptEncryption]=1', "PARAMETER_ERROR.INVALID: '1' is not a valid boolean"],
  ['/v1/reviewSubmissions', "PARAMETER_ERROR.REQUIRED: The parameter 'filter[app]' is required for this request"],
  [
    '/v1/apps/APP/appStoreVersions?sort=createdDate',
    "PARAMETER_ERROR.ILLEGAL: The parameter 'sort' can not be used with this request",
  ],
  [
    '/v1/apps/APP/builds?include=app',
    "PARAMETER_ERROR.ILLEGAL: The parameter 'include' can not be used with this request",
  ],
  ['/v1/apps/APP?limit=5', "PARAMETER_ERROR.ILLEGAL: The parameter 'limit' can not be used with this request"],
];

test.each(REFUSED)('400: %s', async (path, error) => {
  await withAsc({}, async ({ app, request }) => {
    const reply = await request('GET', path.replace('APP', app.id));
    expect(refusalOf(reply)).toEqual([400, error]);
    const parameter = path.replace(/.*\?/, '').replace(/=.*/, '');
    if (path.includes('?')) expect(reply.body?.errors?.[0]?.source).toEqual({ parameter });
  });
});

test('404 for what is not there, 501 for what is not emulated; every error has an id of its own', async () => {
  await withAsc({}, async ({ request }) => {
    const replies = [
      await request('GET', '/v1/apps/1'),
      await request('GET', '/v1/apps/1/builds'),
      await request('GET', '/v1/certificates'),
    ];
    expect(replies.map(refusalOf)).toEqual([
      [404, "NOT_FOUND: There is no resource of type 'apps' with id '1'"],
      [404, "NOT_FOUND: There is no resource of type 'apps' with id '1'"],
      [501, 'NOT_EMULATED: The App Store Connect emulator does not know GET /v1/certificates.'],
    ]);
    const ids = replies.map(({ body }) => body?.errors?.[0]?.id);
    expect(new Set(ids).size).toBe(3);
  });
});

const BODIES: readonly (readonly [string, unknown, unknown])[] = [
  ['no object', [], [422, 'ENTITY_INVALID: The request entity is no JSON object']],
  ['no data', {}, [422, 'ENTITY_INVALID: The request entity has no object at /data']],
  ['another type', { data: { type: 'apps' } }, [409, "ENTITY_ERROR: The type 'apps' is not that of this request"]],
  [
    'nothing of what must be there',
    { data: { type: 'appStoreVersions', attributes: { platform: 'IOS', versionString: null } } },
    [
      409,
      "ENTITY_ERROR.ATTRIBUTE.REQUIRED: You must provide a value for the attribute 'versionString' with this request",
      "ENTITY_ERROR.RELATIONSHIP.REQUIRED: You must provide a value for the relationship 'app' with this request",
    ],
  ],
  [
    'attributes that it does not have, or not so',
    {
      data: {
        type: 'appStoreVersions',
        attributes: { platform: 'ANDROID', versionString: 1, nope: 1, earliestReleaseDate: 'soon', usesIdfa: 'no' },
        relationships: { app: { data: { type: 'builds', id: 'APP' } }, nope: { data: null } },
      },
    },
    [
      409,
      `ENTITY_ERROR.ATTRIBUTE.INVALID: "ANDROID" is not a valid value for 'platform'`,
      "ENTITY_ERROR.ATTRIBUTE.TYPE: The value of 'versionString' has the wrong type",
      "ENTITY_ERROR.ATTRIBUTE.UNKNOWN: 'nope' is not an attribute on the resource 'appStoreVersions'",
      "ENTITY_ERROR.ATTRIBUTE.TYPE: The value of 'earliestReleaseDate' has the wrong type",
      "ENTITY_ERROR.ATTRIBUTE.TYPE: The value of 'usesIdfa' has the wrong type",
      'ENTITY_ERROR.RELATIONSHIP.INVALID: app with id APP cannot be found',
      "ENTITY_ERROR.RELATIONSHIP.UNKNOWN: 'nope' is not a relationship on the resource 'appStoreVersions'",
    ],
  ],
];

test.each(BODIES)('a body with %s is refused', async (_, body, expected) => {
  await withAsc({}, async ({ request }) => {
    expect(refusalOf(await request('POST', '/v1/appStoreVersions', { body }))).toEqual(expected);
  });
});

test('a body of another media type, broken, or with another id is refused', async () => {
  await withAsc({}, async ({ app, request, patch }) => {
    const path = '/v1/appStoreVersions';
    const headers = { 'content-type': 'text/plain' };
    expect((await request('POST', path, { raw: '{}', headers })).status).toBe(415);
    const json = { 'content-type': 'application/vnd.api+json; charset=utf-8' };
    expect((await request('POST', path, { raw: '{', headers: json })).status).toBe(422);
    const version = app.versions[0]?.id ?? '';
    const data = { type: 'appStoreVersions', id: 'x' };
    expect((await request('PATCH', `${path}/${version}`, { body: { data } })).status).toBe(409);
    expect(idOf(await patch('appStoreVersions', version, {}), 200)).toBe(version);
  });
});

test('what a refused request has begun is undone', async () => {
  await withAsc({}, async (stage) => {
    const before = stage.emulator.snapshot();
    const reply = await stage.post(
      'appStoreVersions',
      { platform: 'IOS', versionString: '1.1' },
      { app: ['apps', stage.app.id], build: ['builds', Object.keys(before.tables.builds)[0] ?? ''] },
    );
    expect(reply.status).toBe(409);
    expect(stage.emulator.snapshot()).toEqual(before);
  });
});
