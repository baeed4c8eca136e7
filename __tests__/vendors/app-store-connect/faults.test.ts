import { expect, test } from '@jest/globals';
import { addReview } from '#emulators/app-store-connect/customer-reviews';
import { createBuild } from '#emulators/app-store-connect/builds';
import { addBuild } from '#emulators/app-store-connect/seeds';
import { findBuilds, waitForProcessing } from '#vendors/app-store-connect/builds';
import type { AppStoreConnect } from '#vendors/app-store-connect/client';
import { countReviews } from '#vendors/app-store-connect/customer-reviews';
import { readReviewSubmissions } from '#vendors/app-store-connect/review-submissions';
import { readGroups } from '#vendors/app-store-connect/testflight';
import { findApp, readVersion, readVersions } from '#vendors/app-store-connect/versions';
import { playFaults } from '../fault-matrix.ts';
import { longMoves, playMove } from './fault-play.ts';
import { moves } from './move-table.ts';
import { all, day, inPhases, inReview, minute, otherInReview, start } from './scene.ts';
import type { Prepare, Scene } from './scene.ts';
import { withClient } from './stage.ts';
import type { ClientStage } from './stage.ts';

// Every request of every move and read x every fault of the plan that applies to it.

test.each(Object.keys(moves).filter((name) => !longMoves.includes(name)))('%s', async (name) => {
  await playMove(name);
});

const withReviews: Prepare = (state, { app, next }) => {
  for (const [index, rating] of [1, 5, 1, 4, 5].entries()) {
    const createdDate = new Date(start - (1 + Math.floor(index / 2)) * day).toISOString();
    addReview(state, app, { rating, createdDate, versionId: next }, start);
  }
};
const onTwoPlatforms: Prepare = (state, { app }) => {
  for (const platform of ['TV_OS', 'VISION_OS'] as const)
    addBuild(state, { app, platform, version: '2.0', number: '2' }, start);
};
/** Processed within a minute, and by TestFlight within the next. */
const arriving: Prepare = (state, { app }) => {
  Object.assign(state.settings, { buildProcessing: minute, testFlightProcessing: minute });
  createBuild(state, { app, version: '2.1', number: '1', usesNonExemptEncryption: false }, start);
};
const nothing: Prepare = () => undefined;

type Read = (connect: AppStoreConnect, scene: Scene) => Promise<unknown>;

const reads: Readonly<Record<string, readonly [Prepare, Read]>> = {
  'find the app': [nothing, async (connect) => findApp(connect, 'com.example.app')],
  'read the versions': [inPhases('ACTIVE'), async (connect, { app }) => readVersions(connect, app)],
  'read a version': [inPhases('PAUSED'), async (connect, { next }) => readVersion(connect, next)],
  'find builds': [
    onTwoPlatforms,
    async (connect, { app }) => findBuilds(connect, { appId: app, version: '2.0', number: '2' }),
  ],
  'read the submissions': [
    all(inReview('appEvent'), otherInReview),
    async (connect, { app }) => readReviewSubmissions(connect, app),
  ],
  'count the reviews': [
    withReviews,
    async (connect, { next }) => countReviews(connect, { versionId: next }, start - 24 * day),
  ],
  'read the groups': [nothing, async (connect, { app }) => readGroups(connect, app)],
  'wait for the processing': [
    arriving,
    async (connect, { app }) => {
      const [build] = await findBuilds(connect, { appId: app, version: '2.1', number: '1' });
      return waitForProcessing(connect, build?.id ?? '', 30 * minute);
    },
  ],
};

test.each(Object.entries(reads))('%s', async (name, [prepare, act]) => {
  let expected: unknown;
  await withClient({ prepare }, async (stage) => {
    expected = await act(stage.connect(), stage.scene);
  });
  const played = await playFaults<ClientStage, unknown>({
    open: async (faults, run) => withClient({ faults, prepare }, run),
    act: async (stage, signal) => act(stage.connect(signal), stage.scene),
    judge: ({ stage, outcome }) => [
      ...('value' in outcome && JSON.stringify(outcome.value) !== JSON.stringify(expected)
        ? ['it read something else']
        : []),
      ...stage.sent().map((one) => `it wrote ${one}`),
    ],
  });
  console.log(`${name}: ${played.requests} requests, ${played.cases} cases, ${played.survived} survived`);
  expect(played.problems).toEqual([]);
  // What a request passes by being repeated: outages, cuts, limits, slowness.
  expect(played.survived).toBeGreaterThanOrEqual(played.requests * 8);
});
