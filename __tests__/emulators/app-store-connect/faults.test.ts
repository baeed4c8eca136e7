import { expect, test } from '@jest/globals';
import { makeVersion, versionState } from './flows.ts';
import { refusalOf, withAsc, type Item } from './harness.ts';

test.each([
  [403, 'FORBIDDEN_ERROR'],
  [429, 'RATE_LIMIT_EXCEEDED'],
  [500, 'UNEXPECTED_ERROR'],
  [503, 'UNEXPECTED_ERROR'],
])('a fault %d is said as Apple says it', async (status, code) => {
  await withAsc({}, async ({ faults, request }) => {
    faults.add({ match: { operation: 'apps_getCollection' }, fault: { kind: 'status', status } });
    const { body, ...reply } = await request('GET', '/v1/apps');
    expect([reply.status, body?.errors?.[0]?.status, body?.errors?.[0]?.code]).toEqual([status, `${status}`, code]);
    expect((await request('GET', '/v1/apps')).status).toBe(200);
  });
});

test('502 comes as a line of text', async () => {
  await withAsc({}, async ({ faults, request }) => {
    faults.add({ match: {}, fault: { kind: 'status', status: 502 } });
    const reply = await request('GET', '/v1/apps');
    expect([reply.status, reply.text]).toEqual([502, 'Could not process this request']);
  });
});

test('a write that was carried out, whatever the caller was told, is found when the caller looks', async () => {
  await withAsc({}, async (stage) => {
    const { app, faults, get, post } = stage;
    const operation = 'appStoreVersions_createInstance';
    faults.add({ match: { operation }, fault: { kind: 'status', status: 500, when: 'after' } });
    const create = async (): Promise<unknown> =>
      refusalOf(await post('appStoreVersions', { platform: 'IOS', versionString: '1.1' }, { app: ['apps', app.id] }));
    expect(await create()).toMatchObject({ 0: 500 });
    const [version] = await get<Item[]>(`/v1/apps/${app.id}/appStoreVersions?filter[versionString]=1.1`);
    expect(version?.attributes['appVersionState']).toBe('PREPARE_FOR_SUBMISSION');
    expect(await create()).toMatchObject({ 0: 409 });
  });
});

test('a stale read shows what was before the last change', async () => {
  await withAsc({}, async (stage) => {
    const version = await makeVersion(stage, '1.1');
    await stage.patch('appStoreVersions', version, { copyright: 'new' });
    stage.faults.add({ match: { operation: 'appStoreVersions_getInstance' }, fault: { kind: 'stale-read' } });
    expect((await stage.get(`/v1/appStoreVersions/${version}`)).attributes['copyright']).not.toBe('new');
    expect((await stage.get(`/v1/appStoreVersions/${version}`)).attributes['copyright']).toBe('new');
    expect(await versionState(stage, version)).toBe('PREPARE_FOR_SUBMISSION');
  });
});
