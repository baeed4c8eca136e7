import { describe, expect, test } from '@jest/globals';
import { addBuild, addVersion } from '#emulators/app-store-connect/seeds';
import { createPhase } from '#emulators/app-store-connect/phased-releases';
import { submitForBetaReview as startBetaReview, decideBeta } from '#emulators/app-store-connect/beta-review';
import { getResource } from '#emulators/app-store-connect/state';
import { getVersion } from '#emulators/app-store-connect/version-states';
import { ConfigurationError } from '#kit/errors';
import type { AppStoreConnect } from '#vendors/app-store-connect/client';
import { changePhasedRelease, createPhasedRelease } from '#vendors/app-store-connect/phased-release';
import { attachBuild, releaseVersion, setReleaseType } from '#vendors/app-store-connect/release';
import { submitForReview } from '#vendors/app-store-connect/submission';
import {
  addToGroups,
  setExportCompliance,
  setWhatToTest,
  submitForBetaReview,
} from '#vendors/app-store-connect/testflight';
import { findApp } from '#vendors/app-store-connect/versions';
import { all, inDraft, inPhases, planPhases, reviewed, setState, start, submitted } from './scene.ts';
import type { Prepare, Scene } from './scene.ts';
import { withClient } from './stage.ts';

type Act = (connect: AppStoreConnect, scene: Scene) => Promise<unknown>;

const change =
  (name: 'pause' | 'resume' | 'complete'): Act =>
  async (connect, { next }) =>
    changePhasedRelease(connect, next, name);
const plan: Act = async (connect, { app, next }) => createPhasedRelease(connect, { appId: app, versionId: next });
const release: Act = async (connect, { next }) => releaseVersion(connect, next);
const attach: Act = async (connect, { next, spare }) => attachBuild(connect, next, spare);
const submit: Act = async (connect, { app, next }) => submitForReview(connect, { appId: app, versionId: next });
const betaReview: Act = async (connect, { spare }) => submitForBetaReview(connect, spare);
const afterApproval: Act = async (connect, { next }) =>
  setReleaseType(connect, next, { releaseType: 'AFTER_APPROVAL' });

const setSpare =
  (attributes: object): Prepare =>
  (state, { spare }) => {
    Object.assign(getResource(state, 'builds', spare).attributes, attributes);
  };
const declared = setSpare({ usesNonExemptEncryption: false });
const onlyVersion: Prepare = (state, { old, live }) => {
  for (const id of [old, live]) Reflect.deleteProperty(state.tables.appStoreVersions, id);
};
/** 2.0 lies with the reviewers, and 2.1 is what the moves are about. */
const behind =
  (before: Prepare): Prepare =>
  (state, scene) => {
    before(state, scene);
    const id = addVersion(state, scene.app, { versionString: '2.1', state: 'PREPARE_FOR_SUBMISSION' }, start).id;
    getVersion(state, id).to.build = addBuild(state, { app: scene.app, version: '2.1', number: '1' }, start);
    scene.next = id;
  };
const withoutBuild: Prepare = (state, { next }) => {
  getVersion(state, next).to.build = null;
};
const rejectedByBetaReview: Prepare = (state, { spare }) => {
  decideBeta(state, startBetaReview(state, spare, start).id, 'reject');
};
const ofOtherVersion: Prepare = (state, scene) => {
  scene.spare = addBuild(state, { app: scene.app, version: '1.9', number: '3' }, start);
};
const completeBefore: Prepare = (state, { next }) => {
  // Nothing that Apple describes leads here; it is refused all the same.
  Object.assign(createPhase(state, next).attributes, { phasedReleaseState: 'COMPLETE' });
};

describe('what the state does not allow is not tried, and said with the state', () => {
  test.each<[name: string, prepare: Prepare, act: Act, why: string, seen: string]>([
    [
      'pause before the release',
      all(planPhases, submitted()),
      change('pause'),
      'has not begun',
      'phased release INACTIVE',
    ],
    ['pause the end', inPhases('COMPLETE'), change('pause'), 'which is final', 'phased release COMPLETE on day 3'],
    ['resume the end', inPhases('COMPLETE'), change('resume'), 'which is final', 'phased release COMPLETE'],
    ['resume before the release', planPhases, change('resume'), 'has not begun', 'phased release INACTIVE'],
    ['complete before the release', planPhases, change('complete'), 'has not begun', 'phased release INACTIVE'],
    ['pause nothing', setState('READY_FOR_DISTRIBUTION'), change('pause'), 'no phased release', 'without a phased'],
    ['phases for a first version', onlyVersion, plan, 'first version', 'version 2.0'],
    ['phases for what is out', setState('READY_FOR_DISTRIBUTION'), plan, 'out already', 'READY_FOR_DISTRIBUTION'],
    ['phases for what is on its way', setState('PROCESSING_FOR_DISTRIBUTION'), plan, 'out already', 'PROCESSING'],
    ['phases a second time', completeBefore, plan, 'cannot begin again', 'COMPLETE'],
    ['release while in review', reviewed('reject'), release, 'only an approved version', 'REJECTED'],
    ['release what was replaced', setState('REPLACED_WITH_NEW_VERSION'), release, 'only an approved', 'REPLACED'],
    [
      'release what Apple holds',
      setState('PENDING_APPLE_RELEASE'),
      release,
      'to MANUAL first',
      'PENDING_APPLE_RELEASE',
    ],
    ['release type of what is out', setState('READY_FOR_DISTRIBUTION'), afterApproval, 'out already', 'MANUAL'],
    ['an invalid build', setSpare({ processingState: 'INVALID' }), attach, 'the build is INVALID', 'its build 1'],
    ['an expired build', setSpare({ expired: true }), attach, 'expired', 'its build 1'],
    ['a build of another version', ofOtherVersion, attach, 'the build is of version 1.9', 'its build 1'],
    ['a build in review', submitted(), attach, 'in review', 'WAITING_FOR_REVIEW'],
    ['a build in a draft', inDraft(), attach, 'cannot be edited', 'READY_FOR_REVIEW'],
    ['a build of what is approved', reviewed('approve'), attach, 'approved', 'PENDING_DEVELOPER_RELEASE'],
    ['a build of what Apple holds', setState('PENDING_APPLE_RELEASE'), attach, 'approved', 'PENDING_APPLE_RELEASE'],
    ['submit without a build', withoutBuild, submit, 'no build', 'submissions: none'],
    ['submit behind another version', behind(submitted()), submit, 'another version', 'WAITING_FOR_REVIEW with 1 item'],
    ['submit what is past it', reviewed('approve'), submit, 'past its review', 'PENDING_DEVELOPER_RELEASE'],
    ['submit with questions open', reviewed('reject'), submit, 'came back from review', 'UNRESOLVED_ISSUES'],
    ['submit what waits for other items', reviewed('reject-others', 'appEvent'), submit, 'other items', 'is ACCEPTED'],
    ['submit with questions on the texts', reviewed('reject-metadata'), submit, 'came back', 'METADATA_REJECTED'],
    [
      'submit what is still held',
      all(submitted(), setState('INVALID_BINARY')),
      submit,
      'an earlier submission still holds',
      'INVALID_BINARY',
    ],
    ['submit other items along', inDraft('appEvent'), submit, 'together with other items', '2 items'],
    [
      'beta review while processing',
      all(declared, setSpare({ processingState: 'PROCESSING' })),
      betaReview,
      'not processed',
      'external PROCESSING',
    ],
    [
      'beta review of what failed',
      all(declared, setSpare({ processingState: 'FAILED' })),
      betaReview,
      'could not process',
      'external PROCESSING_EXCEPTION',
    ],
    [
      'beta review without a declaration',
      setSpare({}),
      betaReview,
      'export compliance',
      'external MISSING_EXPORT_COMPLIANCE',
    ],
    [
      'beta review of the expired',
      all(declared, setSpare({ expired: true })),
      betaReview,
      'has expired',
      'external EXPIRED',
    ],
    [
      'beta review of what stays inside',
      all(declared, setSpare({ buildAudienceType: 'INTERNAL_ONLY' })),
      betaReview,
      'internal testers only',
      'external NOT_APPLICABLE',
    ],
    ['beta review after a no', all(declared, rejectedByBetaReview), betaReview, 'rejected', 'external BETA_REJECTED'],
    [
      'compliance changed',
      setSpare({ usesNonExemptEncryption: true }),
      async (connect, { spare }) => setExportCompliance(connect, spare, false),
      'cannot be changed',
      'build 2',
    ],
  ])('%s', async (_, prepare, act, why, seen) => {
    await withClient({ prepare }, async (stage) => {
      const failure = await act(stage.connect(), stage.scene).catch((error: unknown) => error);
      expect(failure).toBeInstanceOf(ConfigurationError);
      const { id, text } = (failure as ConfigurationError).notes[0];
      expect(id).toBe('app-store-move-refused');
      expect(text).toContain(why);
      expect(text).toContain(seen);
      expect(stage.sent()).toEqual([]);
    });
  });

  test('an unknown group: those that are there are listed', async () => {
    await withClient({}, async (stage) => {
      const { app, build } = stage.scene;
      const added = addToGroups(stage.connect(), { appId: app, buildId: build }, ['Friends', 'Freinds']);
      await expect(added).rejects.toThrow('no group "Freinds" for this app. There are "Team", "Friends", "Public".');
      expect(stage.sent()).toEqual([]);
    });
  });

  test('notes that are too long, and an app that is not there', async () => {
    await withClient({}, async (stage) => {
      const tooLong = setWhatToTest(stage.connect(), stage.scene.build, 'en-US', 'x'.repeat(4_001));
      await expect(tooLong).rejects.toThrow('4001 characters');
      await expect(findApp(stage.connect(), 'com.example.other')).rejects.toThrow('"com.example.other"');
    });
  });
});
