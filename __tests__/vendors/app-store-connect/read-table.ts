import { createBuild } from '#emulators/app-store-connect/builds';
import { addReview } from '#emulators/app-store-connect/customer-reviews';
import { addBuild } from '#emulators/app-store-connect/seeds';
import { findBuilds, findBuildsSince, waitForProcessing } from '#vendors/app-store-connect/builds';
import type { AppStoreConnect } from '#vendors/app-store-connect/client';
import { countReviews } from '#vendors/app-store-connect/customer-reviews';
import { readReviewSubmissions } from '#vendors/app-store-connect/review-submissions';
import { readGroups } from '#vendors/app-store-connect/testflight';
import { findApp, readVersion, readVersions } from '#vendors/app-store-connect/versions';
import { all, day, inPhases, inReview, minute, otherInReview, start } from './scene.ts';
import type { Prepare, Scene } from './scene.ts';

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
/** One of yesterday, and of today more than a page. */
const ofToday: Prepare = (state, { app }) => {
  for (const [index, hours] of [30, 1, 2, 3, 4].entries()) {
    const uploadedDate = new Date(start - hours * 60 * minute).toISOString();
    addBuild(state, { app, version: '2.1', number: `${index + 1}`, uploadedDate }, start);
  }
};
const nothing: Prepare = () => undefined;

type Read = (connect: AppStoreConnect, scene: Scene) => Promise<unknown>;

/** Every read, in a world where there is more than a page of it. */
export const reads: Readonly<Record<string, readonly [Prepare, Read]>> = {
  'find the app': [nothing, async (connect) => findApp(connect, 'com.example.app')],
  'read the versions': [inPhases('ACTIVE'), async (connect, { app }) => readVersions(connect, app)],
  'read a version': [inPhases('PAUSED'), async (connect, { next }) => readVersion(connect, next)],
  'find builds': [
    onTwoPlatforms,
    async (connect, { app }) => findBuilds(connect, { appId: app, version: '2.0', number: '2' }),
  ],
  'find the newest builds': [
    ofToday,
    async (connect, { app }) => (await findBuildsSince(connect, app, start - day)).map(({ number }) => number),
  ],
  'read the submissions': [
    all(inReview('appEvent'), otherInReview),
    async (connect, { app }) => readReviewSubmissions(connect, app),
  ],
  'count the reviews': [withReviews, async (connect, { next }) => countReviews(connect, next, start - 24 * day)],
  'read the groups': [nothing, async (connect, { app }) => readGroups(connect, app)],
  'wait for the processing': [
    arriving,
    async (connect, { app }) => {
      const [build] = await findBuilds(connect, { appId: app, version: '2.1', number: '1' });
      return waitForProcessing(connect, build?.id ?? '', 30 * minute);
    },
  ],
};
