import { describe, expect, test } from '@jest/globals';
import { createFaultPlan } from '#emulators/base/fault-plan';
import { addScreenshots, deleteSets } from '#emulators/app-store-connect/screenshots';
import { findAll } from '#emulators/app-store-connect/state';
import type { ReviewOutcome } from '#emulators/app-store-connect/settings';
import { addVersion } from '#emulators/app-store-connect/seeds';
import { getVersion } from '#emulators/app-store-connect/version-states';
import { cancelSubmission } from '#vendors/app-store-connect/cancellation';
import { attachBuild } from '#vendors/app-store-connect/release';
import { readReview } from '#vendors/app-store-connect/review-state';
import { submitForReview } from '#vendors/app-store-connect/submission';
import { AppStoreRefusal } from '#vendors/app-store-connect/refusals';
import { moves } from './move-table.ts';
import { all, hour, inDraft, inReview, leaving, minute, otherInReview, reviewed, setState, start } from './scene.ts';
import type { Prepare } from './scene.ts';
import { withClient } from './stage.ts';
import type { ClientStage } from './stage.ts';

const patchSubmission = 'reviewSubmissions_updateInstance';
const submitWrites = moves['submit for review']?.writes ?? [];

const stateOf = ({ state, scene }: ClientStage): unknown => getVersion(state(), scene.next).attributes.appVersionState;
const submissionsOf = ({ state }: ClientStage): unknown =>
  Object.values(state().tables.reviewSubmissions).map(({ attributes }) => attributes.state);

/** Makes the texts of 2.0 lack their screenshots, or no longer. */
const setScreenshots =
  (...displayTypes: readonly string[]): Prepare =>
  (state, { next }) => {
    for (const { id } of findAll(state, 'appStoreVersionLocalizations', ({ to }) => to.appStoreVersion === next)) {
      deleteSets(state, id);
      for (const type of displayTypes) addScreenshots(state, id, type);
    }
  };

describe('submitting', () => {
  test('something else in review does not block, and is not touched', async () => {
    await withClient({ prepare: otherInReview }, async (stage) => {
      expect(await submitForReview(stage.connect(), stage.next)).toMatchObject({ did: 'moved' });
      expect(submissionsOf(stage)).toEqual(['WAITING_FOR_REVIEW', 'WAITING_FOR_REVIEW']);
      expect(stage.applied()).toEqual(submitWrites);
    });
  });

  test('a draft of an earlier run is continued', async () => {
    await withClient({ prepare: inDraft() }, async (stage) => {
      expect(await submitForReview(stage.connect(), stage.next)).toMatchObject({ did: 'moved' });
      expect(stage.sent()).toEqual([patchSubmission]);
    });
  });

  test('a version is only sent once Apple says that it is ready, and given up where it never does', async () => {
    await withClient({ settings: { adding: 10 * minute } }, async (stage) => {
      const short = submitForReview(stage.connect(), stage.next, { readyMs: minute });
      await expect(short).rejects.toMatchObject({ notes: [{ id: 'app-store-wait-ended' }] });
      expect(stage.sent()).toEqual(submitWrites.slice(0, 2));
      const long = await submitForReview(stage.connect(), stage.next, { readyMs: hour });
      expect(long.state.version.state).toBe('WAITING_FOR_REVIEW');
      expect(stage.sent()).toEqual(submitWrites);
      expect(stage.clock.now() - start).toBeGreaterThanOrEqual(10 * minute);
    });
  });

  test('one that is being taken back is waited out, up to the limit, although the version still says that it waits', async () => {
    await withClient({ prepare: leaving, settings: { cancelling: 10 * minute } }, async (stage) => {
      const short = submitForReview(stage.connect(), stage.next, { cancelMs: minute });
      await expect(short).rejects.toMatchObject({ notes: [{ id: 'app-store-wait-ended' }] });
      expect(stage.sent()).toEqual([]);
      expect(await submitForReview(stage.connect(), stage.next)).toMatchObject({ did: 'moved' });
      expect(stage.clock.now() - start).toBeGreaterThanOrEqual(10 * minute);
      expect(submissionsOf(stage)).toEqual(['COMPLETE', 'WAITING_FOR_REVIEW']);
    });
  });

  test('Apple shows the end of a cancellation before that of the review: the version is not taken for submitted', async () => {
    // Looked at twice at once, and every 15 seconds for a minute: the sixth look is the first after the end.
    const match = { operation: 'appStoreVersions_getInstance', occurrence: 6 };
    const faults = createFaultPlan([{ match, fault: { kind: 'stale-read' } }]);
    await withClient({ prepare: leaving, faults }, async (stage) => {
      expect(await submitForReview(stage.connect(), stage.next)).toMatchObject({ did: 'moved' });
      expect(faults.unused()).toEqual([]);
      expect(submissionsOf(stage)).toEqual(['COMPLETE', 'WAITING_FOR_REVIEW']);
    });
  });

  test('another version that is being taken back is waited out, too', async () => {
    await withClient({ prepare: leaving }, async (stage) => {
      let second = '';
      stage.emulator.console.change((state) => {
        second = addVersion(state, stage.scene.app, { versionString: '2.1', state: 'DEVELOPER_REJECTED' }, start).id;
        for (const text of findAll(state, 'appStoreVersionLocalizations', ({ to }) => to.appStoreVersion === second))
          text.attributes.whatsNew = 'Better.';
      });
      const moved = await submitForReview(stage.connect(), { appId: stage.scene.app, versionId: second });
      expect(moved).toMatchObject({ did: 'moved' });
      expect(submissionsOf(stage)).toEqual(['COMPLETE', 'WAITING_FOR_REVIEW']);
      expect(stage.clock.now() - start).toBeGreaterThanOrEqual(minute);
    });
  });

  test('what Apple misses is told before the version is anywhere; the next run needs no second submission', async () => {
    await withClient({ prepare: setScreenshots() }, async (stage) => {
      const failure = submitForReview(stage.connect(), stage.next);
      await expect(failure).rejects.toThrow('App screenshot missing (APP_IPHONE_67)');
      await expect(failure).rejects.toBeInstanceOf(AppStoreRefusal);
      expect(await readReview(stage.connect(), stage.next)).toMatchObject({
        version: { state: 'PREPARE_FOR_SUBMISSION' },
        submissions: [{ state: 'READY_FOR_REVIEW', items: [] }],
      });
      stage.emulator.console.change((state) => {
        setScreenshots('APP_IPHONE_67')(state, stage.scene);
      });
      expect(await submitForReview(stage.connect(), stage.next)).toMatchObject({ did: 'moved' });
      expect(stage.applied()).toEqual(submitWrites);
      expect(submissionsOf(stage)).toEqual(['WAITING_FOR_REVIEW']);
    });
  });

  test('a build without its export compliance is told, and the build named', async () => {
    const prepare: Prepare = (state, { next, spare }) => {
      getVersion(state, next).to.build = spare;
    };
    await withClient({ prepare }, async (stage) => {
      await expect(submitForReview(stage.connect(), stage.next)).rejects.toMatchObject({
        reasons: expect.arrayContaining([
          expect.objectContaining({
            code: 'ENTITY_ERROR.ATTRIBUTE.REQUIRED',
            where: '/data/attributes/usesNonExemptEncryption',
          }),
        ]),
      });
      expect(stateOf(stage)).toBe('PREPARE_FOR_SUBMISSION');
    });
  });

  test('a refusal of the submission itself: the version is left where it can be edited', async () => {
    const detail = 'App screenshot missing (APP_IPHONE_67).';
    const body = { errors: [{ status: '409', code: 'STATE_ERROR.SCREENSHOT_REQUIRED', title: 'No.', detail }] };
    // Seen of Apple by users of Fastlane: what a version lacks may be told this late as well.
    const faults = createFaultPlan([
      { match: { operation: patchSubmission }, fault: { kind: 'status', status: 409, body } },
    ]);
    await withClient({ faults }, async (stage) => {
      await expect(submitForReview(stage.connect(), stage.next)).rejects.toThrow(detail);
      expect(await readReview(stage.connect(), stage.next)).toMatchObject({
        version: { state: 'PREPARE_FOR_SUBMISSION' },
        submissions: [{ state: 'READY_FOR_REVIEW', items: [] }],
      });
      expect(await submitForReview(stage.connect(), stage.next)).toMatchObject({ did: 'moved' });
      expect(stage.applied()).toEqual(moves['submit for review']?.afterRefusal);
    });
  });

  test('submitted by somebody else meanwhile: it is there already', async () => {
    await withClient({ prepare: inReview() }, async (stage) => {
      expect(await submitForReview(stage.connect(), stage.next)).toMatchObject({ did: 'unchanged' });
      expect(stage.sent()).toEqual([]);
    });
  });
});

describe('a version that came back', () => {
  test.each<[outcome: ReviewOutcome, state: string]>([
    ['reject', 'REJECTED'],
    ['reject-metadata', 'METADATA_REJECTED'],
  ])('%s: it is taken back, mended and submitted again', async (outcome, state) => {
    const prepare = all(reviewed(outcome), (world, { spare }) => {
      Object.assign(world.tables.builds[spare]?.attributes ?? {}, { usesNonExemptEncryption: false });
    });
    await withClient({ prepare }, async (stage) => {
      expect(stateOf(stage)).toBe(state);
      expect(await cancelSubmission(stage.connect(), stage.next)).toMatchObject({
        did: 'moved',
        standing: 'stopped',
        state: { version: { state }, submissions: [] },
      });
      expect(await attachBuild(stage.connect(), stage.scene.next, stage.scene.spare)).toMatchObject({ did: 'moved' });
      expect(await submitForReview(stage.connect(), stage.next)).toMatchObject({ did: 'moved' });
      expect(submissionsOf(stage)).toEqual(['COMPLETE', 'WAITING_FOR_REVIEW']);
      expect(stateOf(stage)).toBe('WAITING_FOR_REVIEW');
    });
  });

  test('INVALID_BINARY: another build is attached, and it is submitted again', async () => {
    const prepare = all(setState('INVALID_BINARY'), (world, { spare }) => {
      Object.assign(world.tables.builds[spare]?.attributes ?? {}, { usesNonExemptEncryption: false });
    });
    await withClient({ prepare }, async (stage) => {
      expect(await attachBuild(stage.connect(), stage.scene.next, stage.scene.spare)).toMatchObject({ did: 'moved' });
      expect(await submitForReview(stage.connect(), stage.next)).toMatchObject({ did: 'moved' });
      expect(stateOf(stage)).toBe('WAITING_FOR_REVIEW');
    });
  });

  test('a draft gives it back as what it was: REJECTED stays so', async () => {
    await withClient({ prepare: all(setState('REJECTED'), inDraft()) }, async (stage) => {
      expect(await cancelSubmission(stage.connect(), stage.next)).toMatchObject({
        did: 'moved',
        standing: 'stopped',
        state: { version: { state: 'REJECTED' } },
      });
    });
  });
});
