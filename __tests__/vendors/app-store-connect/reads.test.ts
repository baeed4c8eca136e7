import { describe, expect, test } from '@jest/globals';
import { addReview } from '#emulators/app-store-connect/customer-reviews';
import { addBuild, addVersion } from '#emulators/app-store-connect/seeds';
import { LARGEST_PAGE } from '#emulators/app-store-connect/settings';
import { getResource } from '#emulators/app-store-connect/state';
import { findBuilds, findBuildsSince, waitForProcessing } from '#vendors/app-store-connect/builds';
import { countReviews } from '#vendors/app-store-connect/customer-reviews';
import { readReviewSubmissions } from '#vendors/app-store-connect/review-submissions';
import { readGroups } from '#vendors/app-store-connect/testflight';
import { readVersions } from '#vendors/app-store-connect/versions';
import { day, inPhases, minute, otherInReview, start } from './scene.ts';
import type { Prepare } from './scene.ts';
import { withClient } from './stage.ts';

test('versions, the newest first, over several pages, with build and phased release', async () => {
  await withClient({ prepare: inPhases('PAUSED') }, async (stage) => {
    const { app, next, build } = stage.scene;
    const versions = await readVersions(stage.connect(), app);
    expect(versions.map(({ version }) => version)).toEqual(['2.0', '1.0', '0.9']);
    expect(versions[0]).toEqual({
      id: next,
      version: '2.0',
      state: 'READY_FOR_DISTRIBUTION',
      releaseType: 'MANUAL',
      earliestRelease: null,
      createdAt: start - 5 * day,
      build: { id: build, number: '1' },
      phasedRelease: {
        id: expect.any(String),
        state: 'PAUSED',
        day: 3,
        startedAt: start - 6 * day,
        pausedDays: 4,
      },
    });
    expect(versions[1]).toMatchObject({ phasedRelease: null, build: { number: '1' } });
    expect(stage.emulator.log.entries().map(({ query }) => query['limit'])).toEqual(['200', '200']);
  });
});

test('a version without a build, and those of another platform', async () => {
  const prepare: Prepare = (state, { app }) => {
    addVersion(state, app, { versionString: '3.0', state: 'PREPARE_FOR_SUBMISSION', platform: 'TV_OS' }, start);
  };
  await withClient({ prepare }, async (stage) => {
    const found = await readVersions(stage.connect(), stage.scene.app, 'TV_OS');
    expect(found).toMatchObject([{ version: '3.0', build: null, phasedRelease: null }]);
    expect(await readVersions(stage.connect(), stage.scene.app)).toHaveLength(3);
  });
});

test('a build is found by either spelling of its version, on every platform', async () => {
  const prepare: Prepare = (state, { app }) => {
    for (const platform of ['TV_OS', 'VISION_OS'] as const)
      addBuild(state, { app, platform, version: '2.0', number: '2' }, start);
  };
  await withClient({ prepare }, async (stage) => {
    const { app, spare } = stage.scene;
    for (const version of ['2.0', '2.0.0']) {
      const found = await findBuilds(stage.connect(), { appId: app, version, number: '2' });
      expect(found).toMatchObject([
        { id: spare, version: '2.0', platform: 'IOS', processing: 'VALID', usesNonExemptEncryption: null },
        { platform: 'TV_OS' },
        { platform: 'VISION_OS' },
      ]);
    }
    expect(await findBuilds(stage.connect(), { appId: app, version: '2.1', number: '2' })).toEqual([]);
  });
});

test('the builds of a day, of every version, and no page beyond them', async () => {
  const prepare: Prepare = (state, { app }) => {
    for (const [index, hours] of [1, 2, 3, 30, 31, 32, 33, 34].entries()) {
      const uploadedDate = new Date(start - hours * 3_600_000).toISOString();
      addBuild(state, { app, version: `2.${index}`, number: `${index}`, uploadedDate }, start);
    }
  };
  await withClient({ prepare }, async (stage) => {
    const { app } = stage.scene;
    const ask = async (hours: number): Promise<{ numbers: string[]; requests: number }> => {
      const before = stage.emulator.log.entries().length;
      const found = await findBuildsSince(stage.connect(), app, start - hours * 3_600_000);
      return {
        numbers: found.map(({ number }) => number),
        requests: stage.emulator.log.entries().length - before,
      };
    };
    const [ofToday, all] = [await ask(20), await ask(1_000)];
    expect(ofToday.numbers).toEqual(['0', '1', '2']);
    expect(all.numbers).toEqual(expect.arrayContaining(['3', '4', '5', '6', '7']));
    expect(ofToday.requests).toBeLessThan(all.requests);
  });
});

test('review submissions over several pages, each with its items', async () => {
  const prepare: Prepare = (state, scene) => {
    for (const change of [otherInReview, otherInReview, otherInReview]) change(state, scene);
  };
  await withClient({ prepare }, async (stage) => {
    const found = await readReviewSubmissions(stage.connect(), stage.scene.app);
    expect(found.map(({ state, items }) => [state, items.length])).toEqual(Array(3).fill(['WAITING_FOR_REVIEW', 1]));
  });
});

// More than Apple lists on a page, at Apple's own limit.
describe('lists of more than 200', () => {
  const many = Array.from({ length: LARGEST_PAGE + 1 }, (_, index) => index);
  const settings = { largestPage: LARGEST_PAGE };

  test('versions', async () => {
    const prepare: Prepare = (state, { app }) => {
      for (const index of many)
        addVersion(state, app, { versionString: `0.0.${index}`, state: 'REPLACED_WITH_NEW_VERSION' }, start);
    };
    await withClient({ prepare, settings }, async (stage) => {
      const versions = await readVersions(stage.connect(), stage.scene.app);
      expect(new Set(versions.map(({ version }) => version)).size).toBe(many.length + 3);
      expect(stage.emulator.log.entries()).toHaveLength(2);
    });
  });

  test('reviews', async () => {
    const prepare: Prepare = (state, { app, live }) => {
      for (const index of many)
        addReview(state, app, { rating: (index % 5) + 1, versionId: live }, start - index * minute);
    };
    await withClient({ prepare, settings }, async (stage) => {
      const days = await countReviews(stage.connect(), stage.scene.live, start - day);
      const sum = days.flatMap(({ stars }) => [...stars]).reduce((total, count) => total + count, 0);
      // The one of this very moment is of a time that is not over.
      expect(sum).toBe(many.length - 1);
      expect(stage.emulator.log.entries()).toHaveLength(2);
    });
  });

  test('groups of testers', async () => {
    const prepare: Prepare = (state, { app, groups }) => {
      const { attributes } = getResource(state, 'betaGroups', groups.Public);
      for (const index of many)
        state.tables.betaGroups[`g${index}`] = {
          id: `g${index}`,
          attributes: { ...attributes, name: `Group ${index}` },
          to: { app },
          lists: { builds: [] },
        };
    };
    await withClient({ prepare, settings }, async (stage) => {
      expect(await readGroups(stage.connect(), stage.scene.app)).toHaveLength(many.length + 3);
      expect(stage.emulator.log.entries()).toHaveLength(2);
    });
  });
});

describe('processing', () => {
  test("is waited for, to TestFlight's end of it, and not for ever", async () => {
    const settings = { buildProcessing: 10 * minute, testFlightProcessing: 5 * minute } as const;
    await withClient({ settings }, async (stage) => {
      const sent = { app: stage.scene.app, version: '2.1', number: '1', usesNonExemptEncryption: false };
      const id = stage.emulator.console.sendBuild(sent);
      await expect(waitForProcessing(stage.connect(), id, 2 * minute)).rejects.toMatchObject({
        notes: [{ id: 'app-store-wait-ended', text: expect.stringContaining('is PROCESSING') }],
      });
      expect(await waitForProcessing(stage.connect(), id, 60 * minute)).toMatchObject({
        processing: 'VALID',
        internalState: 'IN_BETA_TESTING',
        externalState: 'READY_FOR_BETA_SUBMISSION',
      });
      expect(stage.clock.now() - start).toBeGreaterThanOrEqual(15 * minute);
    });
  });

  test.each(['INVALID', 'FAILED'] as const)('that ends %s is told, and no error', async (buildOutcome) => {
    await withClient({ settings: { buildOutcome } }, async (stage) => {
      const id = stage.emulator.console.sendBuild({ app: stage.scene.app, version: '2.1', number: '1' });
      expect(await waitForProcessing(stage.connect(), id, 60 * minute)).toMatchObject({
        processing: buildOutcome,
        internalState: 'PROCESSING_EXCEPTION',
        externalState: 'PROCESSING_EXCEPTION',
      });
    });
  });
});
