import { expect, test } from '@jest/globals';
import { addScreenshots } from '#emulators/app-store-connect/screenshots';
import { idOf, makeVersion, prepareVersion, submitVersion } from './flows.ts';
import { HOUR, refusalOf, withAsc, type Item, type Reply, type Stage } from './harness.ts';

async function texts({ get }: Stage, version: string): Promise<Item[]> {
  return get<Item[]>(`/v1/appStoreVersions/${version}/appStoreVersionLocalizations`);
}

test('languages of a version: one each, changed and taken away while it can be edited', async () => {
  await withAsc({}, async (stage) => {
    const version = await makeVersion(stage, '1.1');
    const add = (attributes: object): Promise<Reply> =>
      stage.post('appStoreVersionLocalizations', attributes, { appStoreVersion: ['appStoreVersions', version] });
    const german = idOf(await add({ locale: 'de-DE' }));
    expect((await add({ locale: 'de-DE' })).status).toBe(409);
    idOf(await stage.patch('appStoreVersionLocalizations', german, { whatsNew: 'Neu.' }), 200);
    expect(
      (await texts(stage, version)).map(({ attributes }) => [attributes['locale'], attributes['whatsNew']]),
    ).toEqual([
      ['en-US', null],
      ['de-DE', 'Neu.'],
    ]);
    expect((await stage.request('DELETE', `/v1/appStoreVersionLocalizations/${german}`)).status).toBe(204);
    expect((await texts(stage, version)).length).toBe(1);
  });
});

test('under review only the promotional text can be changed', async () => {
  await withAsc({ settings: { waiting: null } }, async (stage) => {
    const version = await prepareVersion(stage);
    await submitVersion(stage, version);
    const [text] = await texts(stage, version);
    const patch = async (attributes: object): Promise<unknown> =>
      refusalOf(await stage.patch('appStoreVersionLocalizations', text?.id ?? '', attributes));
    expect(await patch({ whatsNew: 'x' })).toEqual([
      409,
      "ENTITY_ERROR.ATTRIBUTE.INVALID.INVALID_STATE: Attribute 'whatsNew' cannot be edited at this time",
    ]);
    expect(await patch({ promotionalText: 'x' })).toEqual([200]);
    expect(await patch({ promotionalText: 'x'.repeat(171) })).toMatchObject({ 0: 409 });
    expect((await stage.request('DELETE', `/v1/appStoreVersionLocalizations/${text?.id ?? ''}`)).status).toBe(409);
    // How it is released may still be changed.
    expect(refusalOf(await stage.patch('appStoreVersions', version, { releaseType: 'MANUAL' }))).toEqual([200]);
    stage.emulator.console.review(version, 'approve');
    stage.clock.advanceBy(HOUR);
    expect((await stage.get(`/v1/appStoreVersions/${version}`)).attributes['appVersionState']).toBe(
      'PENDING_DEVELOPER_RELEASE',
    );
  });
});

test('the first version of an app has nothing new in it, and does not need to', async () => {
  await withAsc({ app: { versions: [] } }, async (stage) => {
    const version = await makeVersion(stage, '1.0');
    const [text] = await texts(stage, version);
    const whatsNew = { whatsNew: 'x' };
    expect((await stage.patch('appStoreVersionLocalizations', text?.id ?? '', whatsNew)).status).toBe(409);
    stage.emulator.console.change((state) => {
      for (const { id } of Object.values(state.tables.appStoreVersionLocalizations))
        addScreenshots(state, id, 'APP_IPHONE_67');
    });
    idOf(await stage.patch('appStoreVersionLocalizations', text?.id ?? '', { description: 'x' }), 200);
    const build = stage.emulator.console.addBuild({
      app: stage.app.id,
      version: '1.0',
      number: '1',
      usesNonExemptEncryption: false,
    });
    idOf(await stage.patch('appStoreVersions', version, {}, { build: ['builds', build] }), 200);
    await submitVersion(stage, version);
  });
});

test('information of the app: that of the version in preparation can be edited, that of the live one cannot', async () => {
  await withAsc({}, async (stage) => {
    const { app, get, patch, post } = stage;
    await makeVersion(stage, '1.1');
    const [live, next] = await get<Item[]>(`/v1/apps/${app.id}/appInfos?include=ageRatingDeclaration`);
    const nameOf = async (info: Item | undefined): Promise<Item | undefined> =>
      (await get<Item[]>(`/v1/appInfos/${info?.id ?? ''}/appInfoLocalizations`))[0];
    const change = async (info: Item | undefined): Promise<number> =>
      (await patch('appInfoLocalizations', (await nameOf(info))?.id ?? '', { name: 'Tracker 2' })).status;
    expect(await change(live)).toBe(409);
    expect(await change(next)).toBe(200);
    expect((await nameOf(next))?.attributes['name']).toBe('Tracker 2');
    // An empty update, as fastlane sends it.
    idOf(await patch('appInfos', next?.id ?? '', {}), 200);
    const german = { locale: 'de-DE', name: 'x'.repeat(31) };
    const links = { appInfo: ['appInfos', next?.id ?? ''] } as const;
    expect((await post('appInfoLocalizations', german, links)).status).toBe(409);
    const added = idOf(await post('appInfoLocalizations', { ...german, name: 'x' }, links));
    expect((await post('appInfoLocalizations', { ...german, name: 'x' }, links)).status).toBe(409);
    expect((await stage.request('DELETE', `/v1/appInfoLocalizations/${added}`)).status).toBe(204);
    const liveName = (await nameOf(live))?.id ?? '';
    expect((await stage.request('DELETE', `/v1/appInfoLocalizations/${liveName}`)).status).toBe(409);
    const rating = await get(`/v1/appInfos/${next?.id ?? ''}/ageRatingDeclaration`);
    idOf(await patch('ageRatingDeclarations', rating.id, { gambling: false, contests: 'NONE' }), 200);
    expect((await patch('ageRatingDeclarations', rating.id, { contests: 'SOME' })).status).toBe(409);
    const old = await get(`/v1/appInfos/${live?.id ?? ''}/ageRatingDeclaration`);
    expect((await patch('ageRatingDeclarations', old.id, { gambling: true })).status).toBe(409);
  });
});

test('the contact for reviewers, and the rights to the content', async () => {
  await withAsc({}, async (stage) => {
    const { app, get, patch, post, request } = stage;
    const version = await makeVersion(stage, '1.1');
    const detail = await get(`/v1/appStoreVersions/${version}/appStoreReviewDetail?include=appStoreReviewAttachments`);
    idOf(await patch('appStoreReviewDetails', detail.id, { contactEmail: 'a@example.test' }), 200);
    const links = { appStoreVersion: ['appStoreVersions', version] } as const;
    expect((await post('appStoreReviewDetails', {}, links)).status).toBe(409);
    idOf(await patch('apps', app.id, { contentRightsDeclaration: 'USES_THIRD_PARTY_CONTENT' }), 200);
    expect((await patch('apps', app.id, { sku: 'x' })).status).toBe(409);
    expect((await request('GET', `/v1/appStoreVersions/${version}/resetRatingsRequest`)).body?.data).toBeNull();
  });
});

test('a version in preparation can be deleted with its texts, and one that is out cannot', async () => {
  await withAsc({}, async (stage) => {
    const version = await makeVersion(stage, '1.1');
    const [text] = await texts(stage, version);
    expect((await stage.request('DELETE', `/v1/appStoreVersions/${version}`)).status).toBe(204);
    expect((await stage.request('GET', `/v1/appStoreVersionLocalizations/${text?.id ?? ''}`)).status).toBe(404);
    await makeVersion(stage, '1.1');
    expect((await stage.request('DELETE', `/v1/appStoreVersions/${stage.app.versions[0]?.id ?? ''}`)).status).toBe(409);
  });
});
