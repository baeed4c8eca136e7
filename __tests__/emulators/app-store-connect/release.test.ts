import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { describePhase, pausedTime, runningTime } from '#emulators/app-store-connect/phase-days';
import { createPhase, pausePhase, resumePhase, startPhase } from '#emulators/app-store-connect/phased-releases';
import { settle } from '#emulators/app-store-connect/settle';
import { createAscWorld } from '#emulators/app-store-connect/world';
import { idOf, makeVersion, prepareVersion, releaseVersion, submitVersion, versionState } from './flows.ts';
import {
  DAY,
  HOUR,
  MINUTE,
  refusalOf,
  withAsc,
  type Item,
  type Reply,
  type Stage,
  type StageOptions,
} from './harness.ts';

interface Phase {
  readonly id: string;
  readonly version: string;
  readonly read: () => Promise<Readonly<Record<string, unknown>>>;
  readonly set: (phasedReleaseState: string) => Promise<unknown>;
}

async function makePhase({ post }: Stage, version: string): Promise<Reply> {
  return post(
    'appStoreVersionPhasedReleases',
    { phasedReleaseState: 'INACTIVE' },
    { appStoreVersion: ['appStoreVersions', version] },
  );
}

/** Runs a test with a version that is out in phases, since this very moment. */
async function withPhase(options: StageOptions, run: (stage: Stage, phase: Phase) => Promise<void>): Promise<void> {
  await withAsc(options, async (stage) => {
    let id = '';
    const version = await releaseVersion(stage, '1.1', async (prepared) => {
      id = idOf(await makePhase(stage, prepared));
    });
    await run(stage, {
      id,
      version,
      read: async () => (await stage.get(`/v1/appStoreVersions/${version}/appStoreVersionPhasedRelease`)).attributes,
      set: async (state) =>
        refusalOf(await stage.patch('appStoreVersionPhasedReleases', id, { phasedReleaseState: state })),
    });
  });
}

const refused = (detail: string): unknown => [409, `ENTITY_ERROR.ATTRIBUTE.INVALID: ${detail}`];
const SAME = refused('The phased release already has this value');
const FINAL = refused('You cannot change the state of a phased release that is in a final state');

test('a version that was approved waits for its developer, who releases it once', async () => {
  await withAsc({}, async (stage) => {
    const version = await prepareVersion(stage, '1.1', { releaseType: 'MANUAL' });
    const release = async (): Promise<unknown> =>
      refusalOf(
        await stage.post('appStoreVersionReleaseRequests', {}, { appStoreVersion: ['appStoreVersions', version] }),
      );
    expect(await release()).toMatchObject({ 0: 409 });
    await submitVersion(stage, version);
    stage.clock.advanceBy(DAY);
    expect(await versionState(stage, version)).toBe('PENDING_DEVELOPER_RELEASE');
    expect((await stage.patch('appStoreVersions', version, { copyright: 'x' })).status).toBe(409);
    expect(await release()).toEqual([201]);
    expect(await versionState(stage, version)).toBe('PROCESSING_FOR_DISTRIBUTION');
    expect(await release()).toMatchObject({ 0: 409 });
    stage.clock.advanceBy(15 * MINUTE);
    expect(await versionState(stage, version)).toBe('READY_FOR_DISTRIBUTION');
  });
});

test('SCHEDULED waits for its date, and for no date that has passed', async () => {
  await withAsc({}, async (stage) => {
    const earliestReleaseDate = '2026-11-27T08:00:00+00:00';
    const version = await prepareVersion(stage, '1.1', { releaseType: 'SCHEDULED', earliestReleaseDate });
    await submitVersion(stage, version);
    stage.clock.advanceBy(DAY);
    expect(await versionState(stage, version)).toBe('PENDING_APPLE_RELEASE');
    stage.clock.advanceTo('2026-11-27T08:00:00Z');
    expect(await versionState(stage, version)).toBe('PROCESSING_FOR_DISTRIBUTION');
    stage.clock.advanceBy(HOUR);
    const next = await prepareVersion(stage, '1.2', { releaseType: 'SCHEDULED', earliestReleaseDate });
    await submitVersion(stage, next);
    stage.emulator.console.review(next, 'approve');
    expect(await versionState(stage, next)).toBe('PROCESSING_FOR_DISTRIBUTION');
  });
});

test.each(['PENDING_APPLE_RELEASE', 'PENDING_DEVELOPER_RELEASE'] as const)(
  'a version that waits for its date as %s comes out once, by hand or by time',
  async (scheduledWaitsAs) => {
    await withAsc({ settings: { scheduledWaitsAs, distributing: MINUTE } }, async (stage) => {
      const earliestReleaseDate = '2026-11-27T08:00:00+00:00';
      const version = await prepareVersion(stage, '1.1', { releaseType: 'SCHEDULED', earliestReleaseDate });
      await submitVersion(stage, version);
      stage.emulator.console.review(version, 'approve');
      expect(await versionState(stage, version)).toBe(scheduledWaitsAs);
      const links = { appStoreVersion: ['appStoreVersions', version] } as const;
      const isTaken = scheduledWaitsAs === 'PENDING_DEVELOPER_RELEASE';
      expect((await stage.post('appStoreVersionReleaseRequests', {}, links)).status).toBe(isTaken ? 201 : 409);
      stage.clock.advanceBy(isTaken ? MINUTE : 2 * MINUTE);
      expect(await versionState(stage, version)).toBe(isTaken ? 'READY_FOR_DISTRIBUTION' : scheduledWaitsAs);
      stage.clock.advanceTo('2026-11-27T08:00:00Z');
      const atDate = isTaken ? 'READY_FOR_DISTRIBUTION' : 'PROCESSING_FOR_DISTRIBUTION';
      expect(await versionState(stage, version)).toBe(atDate);
    });
  },
);

test('a version that waits for its date can be released by hand instead', async () => {
  await withAsc({}, async (stage) => {
    const earliestReleaseDate = '2027-11-27T08:00:00+00:00';
    const version = await prepareVersion(stage, '1.1', { releaseType: 'SCHEDULED', earliestReleaseDate });
    await submitVersion(stage, version);
    stage.emulator.console.review(version, 'approve');
    const manual = { releaseType: 'MANUAL', earliestReleaseDate: null };
    idOf(await stage.patch('appStoreVersions', version, manual), 200);
    expect(await versionState(stage, version)).toBe('PENDING_DEVELOPER_RELEASE');
    stage.clock.advanceTo('2027-11-28T08:00:00Z');
    expect(await versionState(stage, version)).toBe('PENDING_DEVELOPER_RELEASE');
  });
});

test('a phased release begins with the release, counts whole days, and is COMPLETE after seven', async () => {
  await withAsc({}, async (stage) => {
    const version = await prepareVersion(stage);
    const path = `/v1/appStoreVersions/${version}/appStoreVersionPhasedRelease`;
    expect(await stage.get(path)).toBeNull();
    const id = idOf(await makePhase(stage, version));
    expect(await stage.get(path)).toMatchObject({
      id,
      attributes: { phasedReleaseState: 'INACTIVE', startDate: null, totalPauseDuration: 0, currentDayNumber: null },
    });
    await submitVersion(stage, version);
    stage.emulator.console.review(version, 'approve');
    stage.clock.advanceBy(15 * MINUTE);
    const startDate = stage.clock.iso().replace('.000Z', 'Z');
    const seen: unknown[] = [];
    for (let day = 1; day <= 8; day += 1) {
      const { attributes } = await stage.get(path);
      expect(attributes).toMatchObject({ startDate, totalPauseDuration: 0 });
      seen.push(`${String(attributes['phasedReleaseState'])} ${String(attributes['currentDayNumber'])}`);
      stage.clock.advanceBy(DAY);
    }
    const active = [1, 2, 3, 4, 5, 6, 7].map((day) => `ACTIVE ${day}`);
    expect(seen).toEqual([...active, 'COMPLETE 7']);
  });
});

test('it may also be COMPLETE as soon as everybody has it', async () => {
  await withPhase({ settings: { phaseCompletes: 'day-7-begins' } }, async ({ clock }, { read }) => {
    clock.advanceBy(6 * DAY - 1);
    expect(await read()).toMatchObject({ phasedReleaseState: 'ACTIVE', currentDayNumber: 6 });
    clock.advanceBy(1);
    expect(await read()).toMatchObject({ phasedReleaseState: 'COMPLETE', currentDayNumber: 7 });
  });
});

test('pauses do not count as days, and add up', async () => {
  await withPhase({}, async ({ clock }, { read, set }) => {
    clock.advanceBy(1.5 * DAY);
    expect(await set('PAUSED')).toEqual([200]);
    expect(await set('PAUSED')).toEqual(SAME);
    clock.advanceBy(3 * DAY);
    expect(await read()).toMatchObject({ phasedReleaseState: 'PAUSED', currentDayNumber: 2, totalPauseDuration: 3 });
    expect(await set('ACTIVE')).toEqual([200]);
    expect(await set('ACTIVE')).toEqual(SAME);
    clock.advanceBy(DAY / 2 - 1);
    expect(await read()).toMatchObject({ currentDayNumber: 2 });
    clock.advanceBy(1);
    expect(await read()).toMatchObject({ phasedReleaseState: 'ACTIVE', currentDayNumber: 3, totalPauseDuration: 3 });
    await set('PAUSED');
    clock.advanceBy(2 * DAY);
    await set('ACTIVE');
    clock.advanceBy(5 * DAY);
    expect(await read()).toMatchObject({ phasedReleaseState: 'COMPLETE', currentDayNumber: 7, totalPauseDuration: 5 });
  });
});

test.each([
  ['complete', { phasedReleaseState: 'COMPLETE', totalPauseDuration: 30, currentDayNumber: 2 }],
  ['resume', { phasedReleaseState: 'ACTIVE', totalPauseDuration: 30, currentDayNumber: 3 }],
  ['stay-paused', { phasedReleaseState: 'PAUSED', totalPauseDuration: 31, currentDayNumber: 2 }],
] as const)('after 30 days of pause in all: %s', async (afterPauseBudget, expected) => {
  await withPhase({ settings: { afterPauseBudget } }, async ({ clock }, { read, set }) => {
    clock.advanceBy(DAY);
    await set('PAUSED');
    clock.advanceBy(10 * DAY);
    await set('ACTIVE');
    await set('PAUSED');
    clock.advanceBy(20 * DAY - 1);
    expect(await read()).toMatchObject({ phasedReleaseState: 'PAUSED', totalPauseDuration: 29 });
    clock.advanceBy(DAY + 1);
    expect(await read()).toMatchObject(expected);
    if (afterPauseBudget === 'resume') expect(await set('PAUSED')).toMatchObject({ 0: 409 });
  });
});

test('COMPLETE is final; what has started is not deleted', async () => {
  await withPhase({}, async ({ request }, { id, read, set }) => {
    expect((await request('DELETE', `/v1/appStoreVersionPhasedReleases/${id}`)).status).toBe(409);
    expect(await set('INACTIVE')).toEqual(refused('A phased release that is ACTIVE cannot become INACTIVE.'));
    expect(await set('COMPLETE')).toEqual([200]);
    expect(await read()).toMatchObject({ phasedReleaseState: 'COMPLETE', currentDayNumber: 1 });
    expect(await set('COMPLETE')).toEqual(SAME);
    expect(await set('PAUSED')).toEqual(FINAL);
    expect(await set('ACTIVE')).toEqual(FINAL);
  });
});

test('before the release it can be deleted, and cannot be paused; there is one of a version', async () => {
  await withAsc({}, async (stage) => {
    const version = await prepareVersion(stage);
    const id = idOf(await makePhase(stage, version));
    expect((await makePhase(stage, version)).status).toBe(409);
    for (const phasedReleaseState of ['PAUSED', 'ACTIVE', 'COMPLETE']) {
      expect((await stage.patch('appStoreVersionPhasedReleases', id, { phasedReleaseState })).status).toBe(409);
    }
    expect((await stage.request('DELETE', `/v1/appStoreVersionPhasedReleases/${id}`)).status).toBe(204);
    expect(await stage.get(`/v1/appStoreVersions/${version}/appStoreVersionPhasedRelease`)).toBeNull();
    const active = await stage.post(
      'appStoreVersionPhasedReleases',
      { phasedReleaseState: 'ACTIVE' },
      { appStoreVersion: ['appStoreVersions', version] },
    );
    expect(active.status).toBe(409);
  });
});

test('a version that was approved can be taken back, and is not released any more', async () => {
  await withAsc({}, async (stage) => {
    const version = await prepareVersion(stage, '1.1', { releaseType: 'MANUAL' });
    const path = `/v1/appStoreVersions/${version}/appStoreVersionSubmission`;
    const remove = async (id: string): Promise<number> =>
      (await stage.request('DELETE', `/v1/appStoreVersionSubmissions/${id}`)).status;
    expect(await stage.get(path)).toBeNull();
    await submitVersion(stage, version);
    stage.emulator.console.review(version, 'approve');
    expect(await remove((await stage.get(path)).id)).toBe(204);
    expect(await versionState(stage, version)).toBe('DEVELOPER_REJECTED');
    expect(await stage.get(path)).toBeNull();
    // Under review it is a cancellation, which takes its time.
    stage.clock.advanceBy(HOUR);
    await submitVersion(stage, version);
    const { id } = await stage.get(path);
    expect(await remove(id)).toBe(204);
    expect(await versionState(stage, version)).toBe('WAITING_FOR_REVIEW');
    expect(await remove(id)).toBe(409);
    stage.clock.advanceBy(MINUTE);
    expect(await versionState(stage, version)).toBe('DEVELOPER_REJECTED');
  });
});

test('the world may begin in the middle: in phases, or under review', async () => {
  const versions = [
    { versionString: '1.0', state: 'READY_FOR_DISTRIBUTION' },
    { versionString: '1.1', state: 'READY_FOR_DISTRIBUTION', releasedAt: '2026-11-21T09:00:00Z' },
    { versionString: '1.2', state: 'IN_REVIEW' },
  ] as const;
  await withAsc({ app: { versions } }, async (stage) => {
    const [first = '', second = '', third = ''] = stage.app.versions.map(({ id }) => id);
    expect(await versionState(stage, first)).toBe('REPLACED_WITH_NEW_VERSION');
    const phase = `/v1/appStoreVersions/${second}/appStoreVersionPhasedRelease`;
    expect((await stage.get(phase)).attributes).toEqual({
      phasedReleaseState: 'ACTIVE',
      startDate: '2026-11-21T09:00:00Z',
      totalPauseDuration: 0,
      currentDayNumber: 4,
    });
    const [submission] = await stage.get<Item[]>(`/v1/apps/${stage.app.id}/reviewSubmissions`);
    expect(submission?.attributes['state']).toBe('IN_REVIEW');
    stage.emulator.console.review(third, 'approve');
    expect(await versionState(stage, third)).toBe('PROCESSING_FOR_DISTRIBUTION');
    stage.clock.advanceBy(HOUR);
    expect((await stage.get(phase)).attributes['phasedReleaseState']).toBe('COMPLETE');
  });
});

test('whatever is done to it, a phased release passes its days in their order and keeps its books', () => {
  const acts = fc.array(fc.tuple(fc.integer({ min: 0, max: 5 * DAY }), fc.boolean()), { maxLength: 30 });
  fc.assert(
    fc.property(acts, fc.constantFrom('day-7-begins' as const, 'day-7-ends' as const), (steps, phaseCompletes) => {
      const { state } = createAscWorld({ start: '2026-11-24T09:00:00Z', settings: { phaseCompletes } });
      const phase = createPhase(state, 'v');
      const startedAt = Date.parse('2026-11-24T09:00:00Z');
      startPhase(state, phase, startedAt);
      let now = startedAt;
      let day = 1;
      for (const [wait, pauses] of steps) {
        now += wait;
        settle(state, now);
        const { currentDayNumber } = describePhase(phase, now) as { currentDayNumber: number };
        expect(currentDayNumber).toBeGreaterThanOrEqual(day);
        expect(currentDayNumber).toBeLessThanOrEqual(7);
        day = currentDayNumber;
        expect(runningTime(phase, now) + pausedTime(phase, now)).toBe((phase.endedAt ?? now) - startedAt);
        expect(pausedTime(phase, now)).toBeLessThanOrEqual(30 * DAY);
        expect(phase.attributes.phasedReleaseState === 'COMPLETE').toBe(phase.endedAt !== null);
        const { phasedReleaseState } = phase.attributes;
        if (pauses && phasedReleaseState === 'ACTIVE') pausePhase(state, phase, now);
        else if (phasedReleaseState === 'PAUSED') resumePhase(state, phase, now);
      }
    }),
  );
});

test('the first version of an app has no phases, nor one that is out', async () => {
  await withAsc({ app: { versions: [] } }, async (stage) => {
    const version = await makeVersion(stage, '1.0');
    expect(refusalOf(await makePhase(stage, version))).toMatchObject({ 0: 409 });
  });
  await withAsc(
    {
      app: {
        versions: [
          { versionString: '1.0', state: 'REPLACED_WITH_NEW_VERSION' },
          { versionString: '1.1', state: 'READY_FOR_DISTRIBUTION' },
        ],
      },
    },
    async (stage) => {
      expect(refusalOf(await makePhase(stage, stage.app.versions[1]?.id ?? ''))).toEqual([
        409,
        'ENTITY_ERROR.RELATIONSHIP.INVALID: The version has been released already.',
      ]);
    },
  );
});

test('a newer version ends the phases of the older one, also while they are paused', async () => {
  await withPhase({}, async (stage, { version, read, set }) => {
    stage.clock.advanceBy(DAY);
    await set('PAUSED');
    await releaseVersion(stage, '1.2');
    expect(await versionState(stage, version)).toBe('REPLACED_WITH_NEW_VERSION');
    expect(await read()).toMatchObject({ phasedReleaseState: 'COMPLETE', currentDayNumber: 2 });
    stage.clock.advanceBy(40 * DAY);
    expect(await read()).toMatchObject({ phasedReleaseState: 'COMPLETE', currentDayNumber: 2, totalPauseDuration: 0 });
  });
});

test('a person pauses and resumes on the page', async () => {
  await withPhase({}, async ({ emulator, app, get }, { version, read, set }) => {
    emulator.console.phase(version, 'pause');
    expect(await set('PAUSED')).toEqual(SAME);
    emulator.console.phase(version, 'resume');
    emulator.console.phase(version, 'complete');
    expect(await read()).toMatchObject({ phasedReleaseState: 'COMPLETE' });
    const [latest] = await get<Item[]>(`/v1/apps/${app.id}/appStoreVersions?include=appStoreVersionPhasedRelease`);
    expect(latest?.relationships?.['appStoreVersionPhasedRelease']?.data).toMatchObject({
      type: 'appStoreVersionPhasedReleases',
    });
  });
});
