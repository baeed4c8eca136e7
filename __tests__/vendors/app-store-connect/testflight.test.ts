import { expect, test } from '@jest/globals';
import { getResource } from '#emulators/app-store-connect/state';
import { readBuild } from '#vendors/app-store-connect/builds';
import { AppStoreRefusal } from '#vendors/app-store-connect/refusals';
import { addToGroups, setExportCompliance, submitForBetaReview } from '#vendors/app-store-connect/testflight';
import { day, hour, minute } from './scene.ts';
import { withClient } from './stage.ts';

test('from the arrival of a build to external testers, by our moves and the time that they take', async () => {
  await withClient({ settings: { betaWaiting: 2 * hour } }, async (stage) => {
    const { clock, emulator, scene } = stage;
    const connect = stage.connect();
    const id = emulator.console.sendBuild({ app: scene.app, version: '2.1', number: '1' });
    clock.advanceBy(10 * minute);
    const externalState = async (): Promise<string | null> => (await readBuild(connect, id)).externalState;
    expect(await externalState()).toBe('MISSING_EXPORT_COMPLIANCE');
    await setExportCompliance(connect, id, false);
    await submitForBetaReview(connect, id);
    await addToGroups(connect, { appId: scene.app, buildId: id }, ['Public']);
    const seen = [await externalState()];
    for (const wait of [2 * hour, hour, 90 * day]) {
      clock.advanceBy(wait);
      seen.push(await externalState());
    }
    expect(seen).toEqual(['WAITING_FOR_BETA_REVIEW', 'IN_BETA_REVIEW', 'IN_BETA_TESTING', 'EXPIRED']);
  });
});

test('one build of a version is in beta review at a time: the other is refused, and waits for nobody', async () => {
  await withClient({}, async (stage) => {
    const { scene } = stage;
    const connect = stage.connect();
    await submitForBetaReview(connect, scene.build);
    await setExportCompliance(connect, scene.spare, false);
    const second = submitForBetaReview(connect, scene.spare);
    await expect(second).rejects.toBeInstanceOf(AppStoreRefusal);
    await expect(second).rejects.toMatchObject({
      reasons: [{ code: 'ENTITY_UNPROCESSABLE.ANOTHER_BUILD_IN_REVIEW' }],
      details: { status: 422 },
    });
    stage.emulator.console.reviewBeta(scene.build, 'approve');
    expect(await submitForBetaReview(connect, scene.spare)).toMatchObject({ did: 'moved' });
  });
});

test('a build that is not ready goes to no group, which Apple says', async () => {
  await withClient({}, async (stage) => {
    const { app, groups } = stage.scene;
    const id = stage.emulator.console.sendBuild({ app, version: '2.1', number: '1', usesNonExemptEncryption: false });
    const added = addToGroups(stage.connect(), { appId: app, buildId: id }, ['Friends']);
    await expect(added).rejects.toThrow('Build is not assignable.');
    expect(getResource(stage.state(), 'betaGroups', groups.Friends).lists.builds).toEqual([]);
  });
});
