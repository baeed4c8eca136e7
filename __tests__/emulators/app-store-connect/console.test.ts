import { expect, test } from '@jest/globals';
import { createAscEmulator } from '#emulators/app-store-connect/server';
import type { AscState } from '#emulators/app-store-connect/state';
import { createVirtualClock } from '#emulators/base/clock';
import { makeVersion, prepareVersion, submitVersion, versionState } from './flows.ts';
import { HOUR, makeToken, MINUTE, withAsc, type Item } from './harness.ts';

test('the driver changes the world while it runs: keys, agreements, apps, groups, versions', async () => {
  await withAsc({}, async ({ clock, emulator, get, request }) => {
    const { console } = emulator;
    const key = console.addKey({ roles: ['DEVELOPER'] });
    const token = makeToken(key, clock.now());
    expect((await request('GET', '/v1/apps', { token })).status).toBe(200);
    console.revokeKey(key.keyId);
    expect((await request('GET', '/v1/apps', { token })).status).toBe(401);
    console.setAgreements(false);
    expect((await request('GET', '/v1/apps')).status).toBe(403);
    console.setAgreements(true);
    const second = console.addApp({ bundleId: 'com.example.second', name: 'Second', versions: [] });
    console.addGroup({ app: second.id, name: 'Beta' });
    const version = console.addVersion(second.id, { versionString: '3.0', state: 'PENDING_DEVELOPER_RELEASE' });
    const [found] = await get<Item[]>('/v1/apps?filter[bundleId]=com.example.second&include=betaGroups');
    expect(found?.relationships?.['betaGroups']?.data).toHaveLength(4);
    console.setVersionState(version, 'INVALID_BINARY');
    expect((await get(`/v1/appStoreVersions/${version}`)).attributes['appVersionState']).toBe('INVALID_BINARY');
  });
});

test('it refuses to act on what is not there, and changes nothing then', async () => {
  await withAsc({}, async (stage) => {
    const { console } = stage.emulator;
    const version = await makeVersion(stage, '1.1');
    const before = stage.emulator.snapshot();
    expect(() => {
      console.phase(version, 'pause');
    }).toThrow('has no phased release');
    expect(() => {
      console.reviewBeta('none', 'approve');
    }).toThrow('was not submitted for beta review');
    expect(() => {
      console.release('none');
    }).toThrow('appStoreVersions none');
    expect(stage.emulator.snapshot()).toEqual(before);
  });
});

test('a world that was written down as JSON goes on where it stood', async () => {
  await withAsc({}, async (stage) => {
    const version = await prepareVersion(stage);
    await submitVersion(stage, version);
    const state = JSON.parse(JSON.stringify(stage.emulator.snapshot())) as AscState;
    const clock = createVirtualClock(stage.clock.iso());
    const next = createAscEmulator({ world: { state, keys: stage.world.keys }, clock });
    await next.start();
    try {
      clock.advanceBy(8 * HOUR + 15 * MINUTE);
      const headers = { authorization: `Bearer ${makeToken(stage.key, clock.now())}` };
      const reply = await fetch(`${next.url}/v1/appStoreVersions/${version}`, { headers });
      expect(((await reply.json()) as { data: Item }).data.attributes['appVersionState']).toBe(
        'READY_FOR_DISTRIBUTION',
      );
    } finally {
      await next.stop();
    }
    expect(await versionState(stage, version)).toBe('WAITING_FOR_REVIEW');
    expect(next.errors).toEqual([]);
  });
});

test('an emulator that was stopped does not follow its clock any more', async () => {
  await withAsc({}, async (stage) => {
    const build = stage.emulator.console.sendBuild({ app: stage.app.id, version: '1.1', number: '1' });
    await stage.emulator.stop();
    stage.clock.advanceBy(HOUR);
    expect(stage.emulator.snapshot().tables.builds[build]?.attributes.processingState).toBe('PROCESSING');
  });
});
