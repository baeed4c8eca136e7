import { expect, test } from '@jest/globals';
import { refusalOf, withAsc, type Item, type Stage } from './harness.ts';

async function newVersion({ post, app }: Stage, versionString: string, attributes: object = {}): Promise<Item> {
  const reply = await post(
    'appStoreVersions',
    { platform: 'IOS', versionString, ...attributes },
    { app: ['apps', app.id] },
  );
  expect(reply.status).toBe(201);
  return reply.body?.data as Item;
}

test('a new version comes with texts and contact of the one that is out, and with information that can be edited', async () => {
  await withAsc({}, async (stage) => {
    const { app, get } = stage;
    const { id, attributes } = await newVersion(stage, '1.1');
    expect(attributes).toMatchObject({
      versionString: '1.1',
      appVersionState: 'PREPARE_FOR_SUBMISSION',
      appStoreState: 'PREPARE_FOR_SUBMISSION',
      releaseType: 'AFTER_APPROVAL',
      createdDate: '2026-11-24T01:00:00-08:00',
    });
    const texts = await get<Item[]>(`/v1/appStoreVersions/${id}/appStoreVersionLocalizations`);
    expect(texts.map(({ attributes: text }) => [text['locale'], text['description'], text['whatsNew']])).toEqual([
      ['en-US', 'Keeps track.', null],
    ]);
    expect((await get(`/v1/appStoreVersions/${id}/appStoreReviewDetail`)).type).toBe('appStoreReviewDetails');
    const infos = await get<Item[]>(`/v1/apps/${app.id}/appInfos`);
    expect(infos.map(({ attributes: info }) => info['state'])).toEqual([
      'READY_FOR_DISTRIBUTION',
      'PREPARE_FOR_SUBMISSION',
    ]);
  });
});

test('one version of a platform is on its way at a time, and no number comes twice', async () => {
  await withAsc({}, async (stage) => {
    const { app, post } = stage;
    const make = async (versionString: string, platform = 'IOS'): Promise<unknown> =>
      refusalOf(await post('appStoreVersions', { platform, versionString }, { app: ['apps', app.id] }));
    const notNow =
      'ENTITY_ERROR.RELATIONSHIP.INVALID: You cannot create a new version of the App in the current state.';
    const used = 'ENTITY_ERROR.ATTRIBUTE.INVALID.DUPLICATE: The version number has been previously used.';
    expect(await make('1.0')).toEqual([409, used]);
    const { id } = await newVersion(stage, '1.1');
    expect(await make('1.2')).toEqual([409, notNow]);
    expect(await make('1.1')).toEqual([409, notNow, used]);
    expect(await make('1.1', 'TV_OS')).toEqual([201]);
    expect(refusalOf(await stage.patch('appStoreVersions', id, { versionString: '1.0' }))).toEqual([409, used]);
    expect((await stage.patch('appStoreVersions', id, { versionString: '1.1.1' })).status).toBe(200);
  });
});

test('what is out cannot be edited, and a date goes with SCHEDULED alone', async () => {
  await withAsc({}, async (stage) => {
    const [live] = stage.app.versions;
    const patch = async (id: string, attributes: object): Promise<unknown> =>
      refusalOf(await stage.patch('appStoreVersions', id, attributes));
    expect(await patch(live?.id ?? '', { releaseType: 'MANUAL', copyright: 'x' })).toEqual([
      409,
      "ENTITY_ERROR.ATTRIBUTE.INVALID.INVALID_STATE: Attribute 'releaseType' cannot be edited at this time",
      "ENTITY_ERROR.ATTRIBUTE.INVALID.INVALID_STATE: Attribute 'copyright' cannot be edited at this time",
    ]);
    const { id } = await newVersion(stage, '1.1');
    const earliestReleaseDate = '2027-01-15T08:00:00+00:00';
    expect(await patch(id, { releaseType: 'SCHEDULED' })).toMatchObject({ 0: 409 });
    expect(await patch(id, { earliestReleaseDate })).toMatchObject({ 0: 409 });
    expect(await patch(id, { releaseType: 'SCHEDULED', earliestReleaseDate })).toEqual([200]);
    expect(await patch(id, {})).toEqual([200]);
  });
});

test('a version takes a build of its own number that is VALID', async () => {
  await withAsc({}, async (stage) => {
    const { get, patch } = stage;
    const [build] = await get<Item[]>(`/v1/builds?filter[app]=${stage.app.id}`);
    const { id } = await newVersion(stage, '1.1');
    expect(refusalOf(await patch('appStoreVersions', id, {}, { build: ['builds', build?.id ?? ''] }))).toEqual([
      409,
      'ENTITY_ERROR.RELATIONSHIP.INVALID: The specified pre-release build could not be added.',
    ]);
    expect(refusalOf(await patch('appStoreVersions', id, {}, { build: ['builds', 'none'] }))).toEqual([
      409,
      'ENTITY_ERROR.RELATIONSHIP.INVALID: build with id none cannot be found',
    ]);
    const path = `/v1/appStoreVersions/${id}/relationships/build`;
    const put = async (data: unknown): Promise<number> =>
      (await stage.request('PATCH', path, { body: { data } })).status;
    expect(await put({ type: 'apps', id: stage.app.id })).toBe(422);
    expect(await put({ type: 'builds', id: 'none' })).toBe(404);
    const good = stage.emulator.console.addBuild({ app: stage.app.id, version: '1.1', number: '2' });
    expect(await put({ type: 'builds', id: good })).toBe(204);
    expect((await get(`/v1/appStoreVersions/${id}/build`)).id).toBe(good);
    expect(await put(null)).toBe(204);
    expect(await get(`/v1/appStoreVersions/${id}/build`)).toBeNull();
  });
});
