import { describe, expect, test } from '@jest/globals';
import { createFaultPlan } from '#emulators/base/fault-plan';
import type { Role } from '#emulators/app-store-connect/keys';
import { cancelSubmission } from '#vendors/app-store-connect/cancellation';
import type { AppStoreConnect } from '#vendors/app-store-connect/client';
import { countReviews } from '#vendors/app-store-connect/customer-reviews';
import { changePhasedRelease } from '#vendors/app-store-connect/phased-release';
import { attachBuild } from '#vendors/app-store-connect/release';
import { expireBuild } from '#vendors/app-store-connect/testflight';
import { readVersions } from '#vendors/app-store-connect/versions';
import { hour, inPhases, start, submitted } from './scene.ts';
import type { Scene } from './scene.ts';
import { withClient } from './stage.ts';

type Act = (connect: AppStoreConnect, scene: Scene) => Promise<unknown>;
const pause: Act = async (connect, { next }) => changePhasedRelease(connect, next, 'pause');
const cancel: Act = async (connect, { app, next }) => cancelSubmission(connect, { appId: app, versionId: next });
const attach: Act = async (connect, { next, spare }) => attachBuild(connect, next, spare);
const expire: Act = async (connect, { build }) => expireBuild(connect, build);
const count: Act = async (connect, { live }) => countReviews(connect, live, start - hour);

describe('a key without the role for it', () => {
  // https://developer.apple.com/support/roles
  test.each<[role: Role, move: string, act: Act]>([
    ['DEVELOPER', 'pause', pause],
    ['DEVELOPER', 'attach a build', attach],
    ['MARKETING', 'pause', pause],
    ['CUSTOMER_SUPPORT', 'expire a build', expire],
    ['FINANCE', 'count the reviews', count],
    ['ACCESS_TO_REPORTS', 'read anything', async (connect, { app }) => readVersions(connect, app)],
  ])('%s may not %s: the role is told, and nothing is asked twice', async (role, move, act) => {
    const prepare = move === 'pause' ? inPhases('ACTIVE') : undefined;
    await withClient({ key: { roles: [role] }, ...(prepare === undefined ? {} : { prepare }) }, async (stage) => {
      await expect(act(stage.connect(), stage.scene)).rejects.toMatchObject({
        notes: [{ id: 'app-store-forbidden', cure: expect.stringContaining('App Manager') }],
        reasons: [{ code: 'FORBIDDEN_ERROR' }],
        details: { status: 403, ambiguous: false },
      });
      expect(stage.applied()).toEqual([]);
      expect(stage.sent().length).toBeLessThanOrEqual(1);
    });
  });

  test('the role that the message names is enough', async () => {
    await withClient({ key: { roles: ['APP_MANAGER'] }, prepare: submitted() }, async (stage) => {
      expect(await cancel(stage.connect(), stage.scene)).toMatchObject({ did: 'moved' });
      expect(await attach(stage.connect(), stage.scene)).toMatchObject({ did: 'moved' });
      expect(await expire(stage.connect(), stage.scene)).toMatchObject({ did: 'moved' });
    });
  });
});

describe('keys', () => {
  test("a person's key is taken as well", async () => {
    await withClient({ key: { issuerId: null } }, async (stage) => {
      expect(await readVersions(stage.connect(), stage.scene.app)).toHaveLength(3);
    });
  });

  test('one that was revoked: said after one token made afresh', async () => {
    await withClient({}, async (stage) => {
      const connect = stage.connect();
      await readVersions(connect, stage.scene.app);
      const before = stage.emulator.log.entries().length;
      for (const { keyId } of stage.keys) stage.emulator.console.revokeKey(keyId);
      await expect(pause(connect, stage.scene)).rejects.toMatchObject({
        notes: [{ id: 'app-store-unauthorized' }],
        reasons: [{ code: 'NOT_AUTHORIZED' }],
      });
      expect(
        stage.emulator.log
          .entries()
          .slice(before)
          .map(({ status }) => status),
      ).toEqual([401, 401]);
    });
  });
});

test('agreements that are not signed: everything is refused, and the message names who has to sign', async () => {
  await withClient({ prepare: inPhases('ACTIVE') }, async (stage) => {
    stage.emulator.console.setAgreements(false);
    await expect(pause(stage.connect(), stage.scene)).rejects.toMatchObject({
      notes: [{ id: 'app-store-agreement-missing', cure: expect.stringContaining('Account Holder') }],
    });
    expect(stage.emulator.log.entries()).toHaveLength(1);
    stage.emulator.console.setAgreements(true);
    expect(await pause(stage.connect(), stage.scene)).toMatchObject({ did: 'moved' });
  });
});

describe('too many requests', () => {
  test('Retry-After is waited out, also where it meets a write, which is then sent once more', async () => {
    const operation = 'appStoreVersionPhasedReleases_updateInstance';
    const faults = createFaultPlan([
      { match: { operation: 'appStoreVersions_getInstance' }, fault: { kind: 'rate-limit', retryAfter: 30 } },
      { match: { operation }, fault: { kind: 'rate-limit', retryAfter: 40 } },
    ]);
    await withClient({ faults, prepare: inPhases('ACTIVE') }, async (stage) => {
      expect(await pause(stage.connect(), stage.scene)).toMatchObject({ did: 'moved' });
      expect(faults.unused()).toEqual([]);
      expect(stage.clock.now() - start).toBeGreaterThanOrEqual(70_000);
      expect(stage.sent()).toEqual([operation, operation]);
      expect(stage.applied()).toEqual([operation]);
    });
  });

  test('the budget of the hour is told with every answer, and when it is used up', async () => {
    await withClient({ hourlyLimit: 3, prepare: inPhases('ACTIVE') }, async (stage) => {
      const connect = stage.connect();
      expect(connect.budget()).toBeUndefined();
      await readVersions(connect, stage.scene.app);
      expect(connect.budget()).toEqual({ limit: 3, left: 1 });
      await expect(readVersions(connect, stage.scene.app)).rejects.toMatchObject({
        notes: [{ id: 'app-store-rate-limited', text: expect.stringContaining('of 3 an hour were left before') }],
      });
      stage.clock.advanceBy(hour);
      expect(await readVersions(connect, stage.scene.app)).toHaveLength(3);
    });
  });
});
