import { describe, expect, test } from '@jest/globals';
import {
  completePhase,
  createPhase,
  findPhase,
  pausePhase,
  resumePhase,
  startPhase,
} from '#emulators/app-store-connect/phased-releases';
import { createFaultPlan } from '#emulators/base/fault-plan';
import { getVersion, setVersionState } from '#emulators/app-store-connect/version-states';
import { changePhasedRelease, createPhasedRelease } from '#vendors/app-store-connect/phased-release';
import { AppStoreRefusal } from '#vendors/app-store-connect/refusals';
import { releaseVersion, setReleaseType } from '#vendors/app-store-connect/release';
import { submitForReview } from '#vendors/app-store-connect/submission';
import { readVersion, readVersions } from '#vendors/app-store-connect/versions';
import { all, day, hour, inPhases, minute, planPhases, reviewed, setState, start, submitted } from './scene.ts';
import type { Prepare } from './scene.ts';
import { withClient } from './stage.ts';
import type { ClientStage } from './stage.ts';

const stateOf = ({ state, scene }: ClientStage): unknown => getVersion(state(), scene.next).attributes.appVersionState;
const phaseOf = ({ state, scene }: ClientStage): unknown =>
  findPhase(state(), scene.next)?.attributes.phasedReleaseState;
/** A full hour. */
const date = start + 2 * day;

describe('how an approved version comes out', () => {
  test('from preparation to everybody, by our moves and the time that they take', async () => {
    const settings = { waiting: hour, reviewing: hour };
    await withClient({ settings }, async (stage) => {
      const { clock, next, scene } = stage;
      const connect = stage.connect();
      expect(await createPhasedRelease(connect, next)).toMatchObject({ did: 'moved' });
      await submitForReview(connect, next);
      clock.advanceBy(3 * hour);
      expect(stateOf(stage)).toBe('PENDING_DEVELOPER_RELEASE');
      expect(await releaseVersion(connect, scene.next)).toMatchObject({
        did: 'moved',
        state: { state: 'PROCESSING_FOR_DISTRIBUTION', phasedRelease: { state: 'INACTIVE', day: null } },
      });
      clock.advanceBy(15 * minute);
      const seen: unknown[] = [];
      for (let days = 0; days < 7; days += 1) {
        const { state, phasedRelease } = await readVersion(connect, scene.next);
        seen.push([state, phasedRelease?.state, phasedRelease?.day]);
        clock.advanceBy(day);
      }
      expect(seen).toEqual([1, 2, 3, 4, 5, 6, 7].map((one) => ['READY_FOR_DISTRIBUTION', 'ACTIVE', one]));
      expect(await readVersion(connect, scene.next)).toMatchObject({ phasedRelease: { state: 'COMPLETE', day: 7 } });
      expect((await readVersions(connect, scene.app)).map(({ state }) => state)).toEqual([
        'READY_FOR_DISTRIBUTION',
        'REPLACED_WITH_NEW_VERSION',
        'REPLACED_WITH_NEW_VERSION',
      ]);
    });
  });

  test('AFTER_APPROVAL: by itself, and a release that is asked for then is there already', async () => {
    await withClient({ prepare: submitted() }, async (stage) => {
      const { emulator, scene } = stage;
      await setReleaseType(stage.connect(), scene.next, { releaseType: 'AFTER_APPROVAL' });
      emulator.console.review(scene.next, 'approve');
      expect(stateOf(stage)).toBe('PROCESSING_FOR_DISTRIBUTION');
      expect(await releaseVersion(stage.connect(), scene.next)).toMatchObject({ did: 'unchanged' });
    });
  });

  // Apple's pages do not say in which of the two states a version waits for its date.
  test.each(['PENDING_APPLE_RELEASE', 'PENDING_DEVELOPER_RELEASE'] as const)(
    'SCHEDULED: waits for its date (%s), can be put off and held, and released by hand once',
    async (scheduledWaitsAs) => {
      await withClient({ prepare: submitted(), settings: { scheduledWaitsAs } }, async (stage) => {
        const { clock, emulator, scene } = stage;
        const connect = stage.connect();
        await setReleaseType(connect, scene.next, { releaseType: 'SCHEDULED', earliestRelease: date });
        emulator.console.review(scene.next, 'approve');
        expect(stateOf(stage)).toBe(scheduledWaitsAs);
        const later = { releaseType: 'SCHEDULED', earliestRelease: date + day } as const;
        expect(await setReleaseType(connect, scene.next, later)).toMatchObject({ did: 'moved' });
        clock.advanceTo(date + hour);
        expect(stateOf(stage)).toBe(scheduledWaitsAs);
        expect(await setReleaseType(connect, scene.next, { releaseType: 'MANUAL' })).toMatchObject({
          did: 'moved',
          state: { state: 'PENDING_DEVELOPER_RELEASE', earliestRelease: null },
        });
        clock.advanceBy(2 * day);
        expect(stateOf(stage)).toBe('PENDING_DEVELOPER_RELEASE');
        expect(await releaseVersion(connect, scene.next)).toMatchObject({ did: 'moved' });
        expect(stateOf(stage)).toBe('PROCESSING_FOR_DISTRIBUTION');
      });
    },
  );

  test('SCHEDULED: at its date it comes out by itself', async () => {
    await withClient({ prepare: submitted() }, async (stage) => {
      const { clock, emulator, scene } = stage;
      await setReleaseType(stage.connect(), scene.next, { releaseType: 'SCHEDULED', earliestRelease: date });
      emulator.console.review(scene.next, 'approve');
      clock.advanceTo(date);
      expect((await readVersion(stage.connect(), scene.next)).state).toBe('PROCESSING_FOR_DISTRIBUTION');
    });
  });

  test('phases are planned for what is approved and held, too', async () => {
    for (const held of [reviewed('approve'), setState('PENDING_APPLE_RELEASE')]) {
      await withClient({ prepare: held }, async (stage) => {
        expect(await createPhasedRelease(stage.connect(), stage.next)).toMatchObject({
          did: 'moved',
          state: { phasedRelease: { state: 'INACTIVE' } },
        });
      });
    }
  });

  test('a person released it between our look and our request: it is there already', async () => {
    await withClient({ prepare: setState('PENDING_DEVELOPER_RELEASE') }, async (stage) => {
      const { emulator, scene, faults } = stage;
      const operation = 'appStoreVersionReleaseRequests_createInstance';
      faults.add({ match: { operation }, fault: { kind: 'delay', ms: 20_000, when: 'before' } });
      const released = stage.clock.deadline(10_000).then((release) => {
        emulator.console.release(scene.next);
        release();
      });
      expect(await releaseVersion(stage.connect(), scene.next)).toMatchObject({ did: 'unchanged' });
      await released;
      expect(stage.applied()).toEqual([]);
      expect(stateOf(stage)).toBe('PROCESSING_FOR_DISTRIBUTION');
    });
  });
});

test('a first version comes out without phases, and there is nothing to pause', async () => {
  const prepare: Prepare = (state, { old, live }) => {
    for (const id of [old, live]) Reflect.deleteProperty(state.tables.appStoreVersions, id);
  };
  await withClient({ prepare }, async (stage) => {
    const { clock, emulator, next, scene } = stage;
    const connect = stage.connect();
    await submitForReview(connect, next);
    emulator.console.review(scene.next, 'approve');
    await releaseVersion(connect, scene.next);
    clock.advanceBy(15 * minute);
    expect(await readVersion(connect, scene.next)).toMatchObject({
      state: 'READY_FOR_DISTRIBUTION',
      phasedRelease: null,
    });
    await expect(changePhasedRelease(connect, scene.next, 'pause')).rejects.toThrow('no phased release');
  });
});

describe('phased releases', () => {
  test('a pause stops the days, and a resumption goes on with them', async () => {
    await withClient({ prepare: inPhases('ACTIVE') }, async (stage) => {
      const { clock, scene } = stage;
      await changePhasedRelease(stage.connect(), scene.next, 'pause');
      clock.advanceBy(10 * day);
      expect(await changePhasedRelease(stage.connect(), scene.next, 'resume')).toMatchObject({
        state: { phasedRelease: { state: 'ACTIVE', day: 3, pausedDays: 14 } },
      });
      clock.advanceBy(day);
      expect(await readVersion(stage.connect(), scene.next)).toMatchObject({ phasedRelease: { day: 4 } });
    });
  });

  test('a newer version ends the phases of the older one, and a halt of it comes too late', async () => {
    const prepare: Prepare = (state, { live }) => {
      const phase = createPhase(state, live);
      startPhase(state, phase, start - day);
      setVersionState(state, getVersion(state, live), 'READY_FOR_DISTRIBUTION');
    };
    await withClient({ prepare: all(prepare, planPhases, reviewed('approve')) }, async (stage) => {
      const { clock, scene } = stage;
      await releaseVersion(stage.connect(), scene.next);
      clock.advanceBy(15 * minute);
      expect(await readVersion(stage.connect(), scene.live)).toMatchObject({
        state: 'REPLACED_WITH_NEW_VERSION',
        phasedRelease: { state: 'COMPLETE', day: 2 },
      });
      expect(phaseOf(stage)).toBe('ACTIVE');
      await expect(changePhasedRelease(stage.connect(), scene.live, 'pause')).rejects.toThrow(
        'REPLACED_WITH_NEW_VERSION',
      );
      expect(stage.applied()).toEqual(['appStoreVersionReleaseRequests_createInstance']);
    });
  });

  // What Apple does after 30 days is not documented; whatever it is, it is read and told.
  test.each([
    ['complete', 'COMPLETE'],
    ['resume', 'ACTIVE'],
    ['stay-paused', 'PAUSED'],
  ] as const)('30 days of pause are used up (%s): %s', async (afterPauseBudget, expected) => {
    await withClient({ prepare: inPhases('PAUSED'), settings: { afterPauseBudget } }, async (stage) => {
      stage.clock.advanceBy(26 * day);
      expect(await readVersion(stage.connect(), stage.scene.next)).toMatchObject({
        phasedRelease: { state: expected, pausedDays: 30 },
      });
    });
  });

  test('a pause beyond the 30 days is refused by Apple, and told with the reason', async () => {
    const prepare: Prepare = (state, { next }) => {
      setVersionState(state, getVersion(state, next), 'READY_FOR_DISTRIBUTION');
      const phase = createPhase(state, next);
      startPhase(state, phase, start - 32 * day);
      pausePhase(state, phase, start - 31 * day);
      resumePhase(state, phase, start - day);
    };
    await withClient({ prepare }, async (stage) => {
      const paused = changePhasedRelease(stage.connect(), stage.scene.next, 'pause');
      await expect(paused).rejects.toBeInstanceOf(AppStoreRefusal);
      await expect(paused).rejects.toThrow('30 days');
      expect(phaseOf(stage)).toBe('ACTIVE');
      expect(stage.applied()).toEqual([]);
      expect(await changePhasedRelease(stage.connect(), stage.scene.next, 'complete')).toMatchObject({ did: 'moved' });
    });
  });

  test('it ended between our look and our pause: Apple says so, and nothing is claimed', async () => {
    await withClient({ prepare: inPhases('ACTIVE') }, async (stage) => {
      const { emulator, scene, faults } = stage;
      const operation = 'appStoreVersionPhasedReleases_updateInstance';
      faults.add({ match: { operation }, fault: { kind: 'delay', ms: 20_000, when: 'before' } });
      const ended = stage.clock.deadline(10_000).then((release) => {
        emulator.console.change((state) => {
          const phase = findPhase(state, scene.next);
          if (phase !== undefined) completePhase(state, phase, stage.clock.now());
        });
        release();
      });
      const paused = changePhasedRelease(stage.connect(), scene.next, 'pause');
      await expect(paused).rejects.toThrow('in a final state');
      await ended;
      expect(stage.sent()).toEqual([operation]);
      expect(phaseOf(stage)).toBe('COMPLETE');
    });
  });
});

test('where the look after it fails, a move is told as perhaps made, and not as refused', async () => {
  const faults = createFaultPlan([
    { match: { operation: 'appStoreVersions_getInstance', occurrence: 2 }, fault: { kind: 'status', status: 403 } },
  ]);
  await withClient({ prepare: inPhases('ACTIVE'), faults }, async (stage) => {
    const { scene } = stage;
    await expect(changePhasedRelease(stage.connect(), scene.next, 'pause')).rejects.toMatchObject({
      notes: [{ id: 'app-store-not-proven' }],
      details: { ambiguous: true },
    });
    expect(phaseOf(stage)).toBe('PAUSED');
    expect(await changePhasedRelease(stage.connect(), scene.next, 'pause')).toMatchObject({ did: 'unchanged' });
  });
});
