import { describe, expect, test } from '@jest/globals';
import { createFaultPlan } from '#emulators/base/fault-plan';
import { getVersion } from '#emulators/app-store-connect/version-states';
import { cancelSubmission } from '#vendors/app-store-connect/cancellation';
import {
  all,
  inDraft,
  inReview,
  leaving,
  minute,
  otherInReview,
  reviewed,
  setState,
  start,
  submitted,
} from './scene.ts';
import type { Prepare } from './scene.ts';
import { withClient } from './stage.ts';
import type { ClientStage } from './stage.ts';

const patchSubmission = 'reviewSubmissions_updateInstance';

const stateOf = ({ state, scene }: ClientStage): unknown => getVersion(state(), scene.next).attributes.appVersionState;
const submissionsOf = ({ state }: ClientStage): unknown =>
  Object.values(state().tables.reviewSubmissions).map(({ attributes }) => attributes.state);

describe('cancelling', () => {
  test('lasts until the version can be edited, or says that it does not', async () => {
    await withClient({ prepare: inReview() }, async (stage) => {
      await cancelSubmission(stage.connect(), stage.next);
      expect(stage.clock.now() - start).toBeGreaterThanOrEqual(minute);
    });
    await withClient({ prepare: inReview() }, async (stage) => {
      const cancelled = cancelSubmission(stage.connect(), stage.next, { cancelMs: 30_000 });
      await expect(cancelled).rejects.toMatchObject({ notes: [{ id: 'app-store-not-shown' }] });
      expect(stage.sent()).toEqual([patchSubmission]);
    });
  });

  test('what somebody takes back already is waited for, and not taken back twice', async () => {
    await withClient({ prepare: leaving }, async (stage) => {
      expect(await cancelSubmission(stage.connect(), stage.next)).toMatchObject({ standing: 'stopped' });
      expect(stage.sent()).toEqual([]);
      expect(stateOf(stage)).toBe('DEVELOPER_REJECTED');
    });
  });

  test('other things in the submission come back along, and that is told', async () => {
    await withClient({ prepare: inReview('appEvent') }, async (stage) => {
      await cancelSubmission(stage.connect(), stage.next);
      expect(stage.told.join('\n')).toContain('holds 1 other item, taken back along');
    });
  });

  test('other things that lie in a submission of their own are left alone', async () => {
    await withClient({ prepare: all(otherInReview, submitted()) }, async (stage) => {
      expect(await cancelSubmission(stage.connect(), stage.next)).toMatchObject({ did: 'moved', standing: 'stopped' });
      expect(submissionsOf(stage)).toEqual(['WAITING_FOR_REVIEW', 'COMPLETE']);
      expect(stage.told.join('\n')).not.toContain('taken back along');
    });
  });

  // The answer to the cancellation takes so long that the reviewers have moved on before Apple gets to it.
  const late = { kind: 'delay', ms: 20_000, when: 'before' } as const;
  const meanwhile = async (stage: ClientStage, happen: (stage: ClientStage) => void): Promise<void> => {
    const release = await stage.clock.deadline(10_000);
    happen(stage);
    release();
  };

  test('the review begins between the look and the cancellation: it is taken back all the same', async () => {
    const faults = createFaultPlan([{ match: { operation: patchSubmission }, fault: late }]);
    await withClient({ prepare: submitted(), faults }, async (stage) => {
      const begun = meanwhile(stage, ({ emulator, scene }) => {
        emulator.console.startReview(scene.next);
      });
      expect(await cancelSubmission(stage.connect(), stage.next)).toMatchObject({ did: 'moved', standing: 'stopped' });
      await begun;
      expect(faults.unused()).toEqual([]);
      expect(stateOf(stage)).toBe('DEVELOPER_REJECTED');
    });
  });

  test.each([
    ['MANUAL', 'approved', 'PENDING_DEVELOPER_RELEASE'],
    ['AFTER_APPROVAL', 'released', 'PROCESSING_FOR_DISTRIBUTION'],
  ] as const)(
    'the review ends between the look and the cancellation (%s): nothing is stopped, and that is told',
    async (releaseType, standing, state) => {
      const faults = createFaultPlan([{ match: { operation: patchSubmission }, fault: late }]);
      const prepare = all(submitted(), (world, { next }) => {
        getVersion(world, next).attributes.releaseType = releaseType;
      });
      await withClient({ prepare, faults }, async (stage) => {
        const approved = meanwhile(stage, ({ emulator, scene }) => {
          emulator.console.review(scene.next, 'approve');
        });
        expect(await cancelSubmission(stage.connect(), stage.next)).toMatchObject({
          did: 'unchanged',
          standing,
          state: { version: { state } },
        });
        await approved;
        expect(stage.sent()).toEqual([patchSubmission]);
        expect(stage.applied()).toEqual([]);
      });
    },
  );

  test('the review ends while it is looked at: what was read of it is never older than its submissions', async () => {
    const faults = createFaultPlan([{ match: { operation: 'apps_reviewSubmissions_getToManyRelated' }, fault: late }]);
    await withClient({ prepare: submitted(), faults, settings: { completing: 0 } }, async (stage) => {
      const approved = meanwhile(stage, ({ emulator, scene }) => {
        emulator.console.review(scene.next, 'approve');
      });
      expect(await cancelSubmission(stage.connect(), stage.next)).toMatchObject({
        did: 'unchanged',
        standing: 'approved',
      });
      await approved;
      expect(stage.sent()).toEqual([]);
    });
  });

  test('no answer comes, and the review ends meanwhile: what may have been sent has stopped nothing', async () => {
    // Longer than the client waits for an answer.
    const fault = { kind: 'delay', ms: 40_000, when: 'before' } as const;
    const faults = createFaultPlan([{ match: { operation: patchSubmission }, fault }]);
    await withClient({ prepare: submitted(), faults }, async (stage) => {
      const approved = meanwhile(stage, ({ emulator, scene }) => {
        emulator.console.review(scene.next, 'approve');
      });
      expect(await cancelSubmission(stage.connect(), stage.next)).toMatchObject({
        did: 'unchanged',
        standing: 'approved',
      });
      await approved;
    });
  });

  test('the answer is lost, and Apple shows the version late: it is waited for, and nothing is claimed wrongly', async () => {
    const faults = createFaultPlan([
      { match: { operation: 'reviewSubmissionItems_deleteInstance' }, fault: { kind: 'cut-after' } },
      { match: { operation: 'appStoreVersions_getInstance', occurrence: 2 }, fault: { kind: 'stale-read' } },
    ]);
    await withClient({ prepare: inDraft(), faults }, async (stage) => {
      expect(await cancelSubmission(stage.connect(), stage.next)).toMatchObject({ did: 'moved', standing: 'stopped' });
      expect(faults.unused()).toEqual([]);
      expect(stage.sent()).toEqual(['reviewSubmissionItems_deleteInstance']);
    });
  });

  test.each<[state: string, prepare: Prepare, standing: string]>([
    ['being prepared', () => undefined, 'stopped'],
    ['approved, its submission being completed', reviewed('approve'), 'approved'],
    ['approved', setState('PENDING_DEVELOPER_RELEASE'), 'approved'],
    ['held by Apple', setState('PENDING_APPLE_RELEASE'), 'held'],
    ['on its way', setState('PROCESSING_FOR_DISTRIBUTION'), 'released'],
    ['out', setState('READY_FOR_DISTRIBUTION'), 'released'],
    ['replaced', setState('REPLACED_WITH_NEW_VERSION'), 'replaced'],
    ['waiting for papers', setState('WAITING_FOR_EXPORT_COMPLIANCE'), 'unknown'],
  ])('with nothing in review, the result says how far the version is: %s', async (_, prepare, standing) => {
    await withClient({ prepare }, async (stage) => {
      const before = stateOf(stage);
      expect(await cancelSubmission(stage.connect(), stage.next)).toMatchObject({ did: 'unchanged', standing });
      expect(stage.sent()).toEqual([]);
      expect(stateOf(stage)).toBe(before);
    });
  });
});
