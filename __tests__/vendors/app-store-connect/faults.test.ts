import { expect, test } from '@jest/globals';
import { findBuilds } from '#vendors/app-store-connect/builds';
import type { AppStoreConnect } from '#vendors/app-store-connect/client';
import { countReviews } from '#vendors/app-store-connect/customer-reviews';
import { readReviewSubmissions } from '#vendors/app-store-connect/review-submissions';
import { readGroups } from '#vendors/app-store-connect/testflight';
import { findApp, readVersion, readVersions } from '#vendors/app-store-connect/versions';
import { playFaults } from '../fault-matrix.ts';
import { longMoves, playMove } from './fault-play.ts';
import { moves } from './move-table.ts';
import { phase, submitted, withClient } from './stage.ts';
import type { ClientStage } from './stage.ts';
import type { World } from './stand-in.ts';

// Every request of every move and read x every fault of the plan that applies to it.

test.each(Object.keys(moves).filter((name) => !longMoves.includes(name)))('%s', async (name) => {
  await playMove(name);
});

const withReviews = (world: World): void => {
  world['customerReviews'] = [1, 5, 1, 4, 5].map((rating, index) => ({
    id: `r${index}`,
    attributes: { rating, createdDate: `2026-11-2${4 - Math.floor(index / 2)}T08:00:00Z` },
    to: {},
  }));
};

const reads: Readonly<
  Record<string, readonly [(world: World) => void, (connect: AppStoreConnect) => Promise<unknown>]>
> = {
  'find the app': [() => undefined, async (connect) => findApp(connect, 'com.example.app')],
  'read the versions': [phase('ACTIVE'), async (connect) => readVersions(connect, 'a')],
  'read a version': [phase('PAUSED'), async (connect) => readVersion(connect, 'v2')],
  'find builds': [() => undefined, async (connect) => findBuilds(connect, { appId: 'a', version: '2.0', number: '2' })],
  'read the submissions': [submitted('IN_REVIEW', 'IN_REVIEW'), async (connect) => readReviewSubmissions(connect, 'a')],
  'count the reviews': [
    withReviews,
    async (connect) => countReviews(connect, { versionId: 'v2' }, Date.parse('2026-11-01T00:00:00Z')),
  ],
  'read the groups': [() => undefined, async (connect) => readGroups(connect, 'a')],
};

test.each(Object.entries(reads))('%s', async (name, [prepare, act]) => {
  let expected: unknown;
  await withClient({ prepare }, async (stage) => {
    expected = await act(stage.connect());
  });
  const played = await playFaults<ClientStage, unknown>({
    open: async (faults, run) => withClient({ faults, prepare }, run),
    act: async (stage, signal) => act(stage.connect(signal)),
    judge: ({ stage, outcome }) => [
      ...('value' in outcome && JSON.stringify(outcome.value) !== JSON.stringify(expected)
        ? ['it read something else']
        : []),
      ...stage.applied().map((one) => `it wrote ${one}`),
    ],
  });
  console.log(`${name}: ${played.requests} requests, ${played.cases} cases, ${played.survived} survived`);
  expect(played.problems).toEqual([]);
  // What a request passes by being repeated: outages, cuts, limits, slowness.
  expect(played.survived).toBeGreaterThanOrEqual(played.requests * 8);
});
