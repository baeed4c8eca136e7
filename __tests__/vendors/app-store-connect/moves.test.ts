import { describe, expect, test } from '@jest/globals';
import { createFaultPlan } from '#emulators/base/fault-plan';
import { ConfigurationError } from '#kit/errors';
import { findBuilds, waitForProcessing } from '#vendors/app-store-connect/builds';
import type { AppStoreConnect } from '#vendors/app-store-connect/client';
import { changePhasedRelease, createPhasedRelease } from '#vendors/app-store-connect/phased-release';
import { attachBuild, releaseVersion, setReleaseType } from '#vendors/app-store-connect/release';
import { cancelSubmission, readReview, submitForReview } from '#vendors/app-store-connect/submission';
import {
  addToGroups,
  setExportCompliance,
  setWhatToTest,
  submitForBetaReview,
} from '#vendors/app-store-connect/testflight';
import { findApp, readVersions } from '#vendors/app-store-connect/versions';
import { moves } from './move-table.ts';
import { phase, rowOf, setState, submitted, withClient } from './stage.ts';
import type { World } from './stand-in.ts';

const v2 = { appId: 'a', versionId: 'v2' };

test.each(Object.entries(moves))('%s: once, and again it is there already', async (_, move) => {
  await withClient({ ...(move.prepare === undefined ? {} : { prepare: move.prepare }) }, async (stage) => {
    expect(await move.act(stage.connect())).toMatchObject({ did: 'moved' });
    expect(stage.applied()).toEqual(move.writes);
    expect(move.isDone(stage.emulator.snapshot())).toBe(true);
    expect(await move.act(stage.connect())).toMatchObject({ did: 'unchanged' });
    expect(stage.applied()).toEqual(move.writes);
  });
});

test.each(Object.entries(moves))(
  '%s: the answer to its last write is lost, and a look shows that it is done',
  async (_, move) => {
    const operation = move.writes.at(-1) ?? '';
    // Of a write that happens several times, the last.
    const occurrence = move.writes.filter((write) => write === operation).length;
    const faults = createFaultPlan([{ match: { operation, occurrence }, fault: { kind: 'cut-after' } }]);
    await withClient({ faults, ...(move.prepare === undefined ? {} : { prepare: move.prepare }) }, async (stage) => {
      expect(await move.act(stage.connect())).toMatchObject({ did: 'moved' });
      expect(faults.unused()).toEqual([]);
      expect(stage.applied()).toEqual(move.writes);
      expect(move.isDone(stage.emulator.snapshot())).toBe(true);
    });
  },
);

const all =
  (...changes: ((world: World) => void)[]): ((world: World) => void) =>
  (world) => {
    for (const change of changes) change(world);
  };
const setBuild =
  (attributes: object) =>
  (world: World): void => {
    Object.assign(rowOf(world, 'builds', 'b2').attributes, attributes);
  };
const setBeta =
  (externalBuildState: string) =>
  (world: World): void => {
    rowOf(world, 'buildBetaDetails', 'beta-b1').attributes['externalBuildState'] = externalBuildState;
  };
const onlyVersion = (world: World): void => {
  world['appStoreVersions'] = world['appStoreVersions']?.filter(({ id }) => id === 'v2') ?? [];
};
const otherInReview = (world: World): void => {
  world['reviewSubmissions'] = [{ id: 's', attributes: { state: 'IN_REVIEW' }, to: { app: 'a' } }];
  world['reviewSubmissionItems'] = [{ id: 'i', attributes: {}, to: { reviewSubmission: 's', appStoreVersion: 'v1' } }];
};
const otherItem = (world: World): void => {
  world['reviewSubmissionItems']?.push({
    id: 'j',
    attributes: {},
    to: { reviewSubmission: 's', appStoreVersion: null },
  });
};
const withoutBuild = (world: World): void => {
  rowOf(world, 'appStoreVersions', 'v2').to['build'] = null;
};

type Act = (connect: AppStoreConnect) => Promise<unknown>;
const change =
  (name: 'pause' | 'resume' | 'complete'): Act =>
  async (connect) =>
    changePhasedRelease(connect, 'v2', name);
const submit: Act = async (connect) => submitForReview(connect, v2);

describe('what the state does not allow is not tried, and said with the state', () => {
  test.each<[name: string, prepare: (world: World) => void, act: Act, why: string, seen: string]>([
    [
      'pause before the release',
      phase('INACTIVE', 'IN_REVIEW'),
      change('pause'),
      'has not begun',
      'phased release INACTIVE',
    ],
    ['pause the end', phase('COMPLETE'), change('pause'), 'which is final', 'phased release COMPLETE on day 3'],
    ['resume the end', phase('COMPLETE'), change('resume'), 'which is final', 'phased release COMPLETE'],
    ['resume before the release', phase('INACTIVE'), change('resume'), 'has not begun', 'phased release INACTIVE'],
    ['complete before the release', phase('INACTIVE'), change('complete'), 'has not begun', 'phased release INACTIVE'],
    ['pause what is new to us', phase('FROZEN'), change('pause'), 'is not known', 'phased release FROZEN'],
    [
      'pause nothing',
      setState('READY_FOR_DISTRIBUTION'),
      change('pause'),
      'has no phased release',
      'without a phased release',
    ],
    [
      'phases for a first version',
      onlyVersion,
      async (connect) => createPhasedRelease(connect, v2),
      'first version',
      'version 2.0',
    ],
    [
      'phases for what is out',
      setState('READY_FOR_DISTRIBUTION'),
      async (connect) => createPhasedRelease(connect, v2),
      'out already',
      'READY_FOR_DISTRIBUTION',
    ],
    [
      'phases a second time',
      phase('COMPLETE'),
      async (connect) => createPhasedRelease(connect, v2),
      'cannot begin again',
      'COMPLETE',
    ],
    [
      'release while in review',
      setState('IN_REVIEW'),
      async (connect) => releaseVersion(connect, 'v2'),
      'only an approved version',
      'IN_REVIEW',
    ],
    [
      'release what was replaced',
      setState('REPLACED_WITH_NEW_VERSION'),
      async (connect) => releaseVersion(connect, 'v2'),
      'only an approved version',
      'REPLACED',
    ],
    [
      'release type of what is out',
      setState('READY_FOR_DISTRIBUTION'),
      async (connect) => setReleaseType(connect, 'v2', { releaseType: 'AFTER_APPROVAL' }),
      'out already',
      'MANUAL',
    ],
    [
      'an invalid build',
      setBuild({ processingState: 'INVALID' }),
      async (connect) => attachBuild(connect, 'v2', 'b2'),
      'the build is INVALID',
      'its build 1',
    ],
    [
      'an expired build',
      setBuild({ expired: true }),
      async (connect) => attachBuild(connect, 'v2', 'b2'),
      'expired',
      'its build 1',
    ],
    [
      'a build in review',
      setState('IN_REVIEW'),
      async (connect) => attachBuild(connect, 'v2', 'b2'),
      'in review',
      'IN_REVIEW',
    ],
    [
      'a build of what is approved',
      setState('PENDING_DEVELOPER_RELEASE'),
      async (connect) => attachBuild(connect, 'v2', 'b2'),
      'approved',
      'PENDING',
    ],
    ['submit without a build', withoutBuild, submit, 'no build', 'submissions: none'],
    ['submit beside another version', otherInReview, submit, 'another version', 'IN_REVIEW with 1 item'],
    [
      'submit what is past it',
      setState('PENDING_DEVELOPER_RELEASE'),
      submit,
      'past its review',
      'PENDING_DEVELOPER_RELEASE',
    ],
    [
      'submit with questions open',
      submitted('UNRESOLVED_ISSUES', 'REJECTED'),
      submit,
      'came back from review',
      'UNRESOLVED_ISSUES',
    ],
    [
      'submit other items along',
      all(submitted('READY_FOR_REVIEW', 'READY_FOR_REVIEW'), otherItem),
      submit,
      'together with other items',
      '2 items',
    ],
    [
      'beta review while processing',
      setBeta('PROCESSING'),
      async (connect) => submitForBetaReview(connect, 'b1'),
      'not processed',
      'external PROCESSING',
    ],
    [
      'beta review after a no',
      setBeta('BETA_REJECTED'),
      async (connect) => submitForBetaReview(connect, 'b1'),
      'rejected',
      'external BETA_REJECTED',
    ],
    [
      'compliance changed',
      setBuild({ usesNonExemptEncryption: true }),
      async (connect) => setExportCompliance(connect, 'b2', false),
      'cannot be changed',
      'build 2',
    ],
  ])('%s', async (_, prepare, act, why, seen) => {
    await withClient({ prepare }, async (stage) => {
      const failure = await act(stage.connect()).catch((error: unknown) => error);
      expect(failure).toBeInstanceOf(ConfigurationError);
      const { id, text } = (failure as ConfigurationError).notes[0];
      expect(id).toBe('app-store-move-refused');
      expect(text).toContain(why);
      expect(text).toContain(seen);
      expect(stage.emulator.log.entries().filter(({ reads }) => !reads)).toEqual([]);
    });
  });

  test('an unknown group: those that are there are listed', async () => {
    await withClient({}, async (stage) => {
      const added = addToGroups(stage.connect(), { appId: 'a', buildId: 'b1' }, ['Friends', 'Freinds']);
      await expect(added).rejects.toThrow('no group "Freinds" for this app. There are "Staff", "Friends", "Press".');
      expect(stage.applied()).toEqual([]);
    });
  });

  test('notes that are too long, and an app that is not there', async () => {
    await withClient({}, async (stage) => {
      await expect(setWhatToTest(stage.connect(), 'b1', 'en-US', 'x'.repeat(4_001))).rejects.toThrow('4001 characters');
      await expect(findApp(stage.connect(), 'com.example.other')).rejects.toThrow('"com.example.other"');
    });
  });
});

describe('submissions', () => {
  test('one with other items only does not block, and is not touched', async () => {
    const prepare = (world: World): void => {
      world['reviewSubmissions'] = [{ id: 's', attributes: { state: 'IN_REVIEW' }, to: { app: 'a' } }];
      world['reviewSubmissionItems'] = [
        { id: 'i', attributes: {}, to: { reviewSubmission: 's', appStoreVersion: null } },
      ];
    };
    await withClient({ prepare }, async (stage) => {
      expect(await submitForReview(stage.connect(), v2)).toMatchObject({ did: 'moved' });
      expect(stage.see('reviewSubmissions', 's')).toEqual({ state: 'IN_REVIEW' });
      expect(stage.applied()).toEqual(moves['submit for review']?.writes);
    });
  });

  test('a draft of an earlier run is continued', async () => {
    await withClient({ prepare: submitted('READY_FOR_REVIEW', 'READY_FOR_REVIEW') }, async (stage) => {
      expect(await submitForReview(stage.connect(), v2)).toMatchObject({ did: 'moved' });
      expect(stage.applied()).toEqual(['PATCH /v1/reviewSubmissions/{id}']);
    });
  });

  test('a cancelled one is waited out, up to the limit', async () => {
    const prepare = (world: World): void => {
      submitted('CANCELING', 'WAITING_FOR_REVIEW')(world);
      setState('DEVELOPER_REJECTED')(world);
      const row = rowOf(world, 'reviewSubmissions', 's');
      row.later = { at: Date.parse('2026-11-25T08:10:00Z'), attributes: { state: 'COMPLETE' } };
    };
    await withClient({ prepare }, async (stage) => {
      const short = submitForReview(stage.connect(), v2, { cancelMs: 60_000 });
      await expect(short).rejects.toMatchObject({ notes: [{ id: 'app-store-wait-ended' }] });
      expect(stage.applied()).toEqual([]);
      expect(await submitForReview(stage.connect(), v2)).toMatchObject({ did: 'moved' });
    });
  });

  test('a refusal is told, and the version is left where it can be edited; the next run needs no second submission', async () => {
    const prepare = (world: World): void => {
      rowOf(world, 'appStoreVersions', 'v2').attributes['screenshots'] = false;
    };
    await withClient({ prepare }, async (stage) => {
      await expect(submitForReview(stage.connect(), v2)).rejects.toThrow('App screenshot missing (APP_IPHONE_67)');
      const { version, submissions } = await readReview(stage.connect(), v2);
      expect(version.state).toBe('PREPARE_FOR_SUBMISSION');
      expect(submissions).toEqual([{ id: 'reviewSubmissions-1', state: 'READY_FOR_REVIEW', items: [] }]);
      await expect(submitForReview(stage.connect(), v2)).rejects.toThrow('App screenshot missing');
      expect(stage.applied().filter((one) => one === 'POST /v1/reviewSubmissions')).toHaveLength(1);
    });
  });

  test('cancelling lasts until the version can be edited, or says that it does not', async () => {
    await withClient({ prepare: submitted('IN_REVIEW', 'IN_REVIEW') }, async (stage) => {
      const before = stage.clock.now();
      await cancelSubmission(stage.connect(), v2);
      expect(stage.clock.now() - before).toBeGreaterThanOrEqual(60_000);
    });
    await withClient({ prepare: submitted('IN_REVIEW', 'IN_REVIEW') }, async (stage) => {
      const cancelled = cancelSubmission(stage.connect(), v2, { cancelMs: 30_000 });
      await expect(cancelled).rejects.toMatchObject({ notes: [{ id: 'app-store-not-shown' }] });
    });
  });
});

describe('reads', () => {
  test('versions, the newest first, over several pages, with build and phased release', async () => {
    await withClient({ prepare: phase('PAUSED') }, async (stage) => {
      const versions = await readVersions(stage.connect(), 'a');
      expect(versions.map(({ version }) => version)).toEqual(['2.0', '1.0', '0.9']);
      expect(versions[0]).toEqual({
        id: 'v2',
        version: '2.0',
        state: 'READY_FOR_DISTRIBUTION',
        releaseType: 'MANUAL',
        earliestRelease: null,
        createdAt: Date.parse('2026-11-20T08:00:00Z'),
        build: { id: 'b1', number: '1' },
        phasedRelease: {
          id: 'p',
          state: 'PAUSED',
          day: 3,
          startedAt: Date.parse('2026-11-23T08:00:00Z'),
          pausedDays: 4,
        },
      });
      expect(versions[1]).toMatchObject({ build: null, phasedRelease: null });
    });
  });

  test('a build is found by either spelling of its version', async () => {
    await withClient({}, async (stage) => {
      for (const version of ['2.0', '2.0.0']) {
        const found = await findBuilds(stage.connect(), { appId: 'a', version, number: '2' });
        expect(found).toMatchObject([
          { id: 'b2', version: '2.0', platform: 'IOS', processing: 'VALID', usesNonExemptEncryption: null },
        ]);
      }
      expect(await findBuilds(stage.connect(), { appId: 'a', version: '2.1', number: '2' })).toEqual([]);
    });
  });

  test("processing is waited for, to TestFlight's end of it, and not for ever", async () => {
    const prepare = (world: World): void => {
      const at = Date.parse('2026-11-25T08:10:00Z');
      const build = rowOf(world, 'builds', 'b2');
      build.attributes['processingState'] = 'PROCESSING';
      build.later = { at, attributes: { processingState: 'INVALID' } };
      const beta = rowOf(world, 'buildBetaDetails', 'beta-b2');
      beta.attributes['internalBuildState'] = 'PROCESSING';
      beta.later = { at: at + 300_000, attributes: { internalBuildState: 'PROCESSING_EXCEPTION' } };
    };
    await withClient({ prepare }, async (stage) => {
      await expect(waitForProcessing(stage.connect(), 'b2', 120_000)).rejects.toMatchObject({
        notes: [{ id: 'app-store-wait-ended', text: expect.stringContaining('is PROCESSING') }],
      });
      expect(await waitForProcessing(stage.connect(), 'b2', 3_600_000)).toMatchObject({
        processing: 'INVALID',
        internalState: 'PROCESSING_EXCEPTION',
      });
    });
  });
});
