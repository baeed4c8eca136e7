import { expect, test } from '@jest/globals';
import type { ReviewSettings } from '#emulators/google-play/state';
import { DAY, HOUR, PACKAGE, refusalOf, withPlay, type Stage } from './harness.ts';

const staged = (code: number, userFraction: number): object => ({
  versionCodes: [code],
  status: 'inProgress',
  userFraction,
});
const done = (code: number): object => ({ versionCodes: [code], status: 'completed' });
const draft = (code: number): object => ({ versionCodes: [code], status: 'draft' });

/** Reviews take two hours unless `review` says otherwise; production has 40, and 41 rolls out to a fifth. */
function reviewing(run: (stage: Stage) => Promise<void>, review: Partial<ReviewSettings> = {}): Promise<void> {
  const prepare = ({ addRelease }: Stage['world']): void => {
    addRelease(PACKAGE, 'alpha', { versionCodes: [38, 42, 43] });
    addRelease(PACKAGE, 'production', { versionCodes: [41], status: 'inProgress', userFraction: 0.2 });
  };
  return withPlay({ app: { review: { takes: 2 * HOUR, ...review } }, prepare }, run);
}

const AUTOMATICALLY = {
  status: 400,
  name: 'INVALID_ARGUMENT',
  reason: 'badRequest',
  message: 'Changes are sent for review automatically. The query parameter changesNotSentForReview must not be set.',
};
const NOT_AUTOMATICALLY = {
  ...AUTOMATICALLY,
  message: expect.stringMatching(
    /^Changes cannot be sent for review automatically\. Please set the query parameter changesNotSentForReview to true/,
  ),
};

test('a commit is no publication: until the review is over users have what they had', async () => {
  await reviewing(async ({ release, releasesOf, lifecycles, clock }) => {
    await release('production', [staged(42, 0.05)]);
    // The track says in progress all along, and cannot tell live from pending.
    expect(await releasesOf('production')).toMatchObject([{ status: 'inProgress', versionCodes: ['42'] }, {}]);
    expect(await lifecycles('production')).toEqual({ 40: 'PUBLISHED', 41: 'PUBLISHED', 42: 'IN_REVIEW' });
    clock.advanceBy(2 * HOUR - 1);
    expect(await lifecycles('production')).toMatchObject({ 42: 'IN_REVIEW' });
    clock.advanceBy(1);
    expect(await lifecycles('production')).toEqual({ 40: 'PUBLISHED', 42: 'PUBLISHED' });
  });
});

test.each([
  { change: 'a raise', put: [staged(41, 0.5)] },
  { change: 'a halt', put: [{ versionCodes: [41], status: 'halted', userFraction: 0.2 }] },
  { change: 'a completion', put: [done(41)] },
  { change: 'a draft', put: [draft(42), staged(41, 0.2)] },
])('$change of what users have already needs no review', async ({ put }) => {
  await reviewing(async ({ release, lifecycles }) => {
    await release('production', put);
    expect(Object.values(await lifecycles('production'))).not.toContain('IN_REVIEW');
    expect(await lifecycles('production')).toMatchObject({ 41: 'PUBLISHED' });
  });
});

test('by default a commit cancels the review in progress: it begins again, whatever the commit changes', async () => {
  await reviewing(async ({ release, lifecycles, clock }) => {
    await release('beta', [done(42)]);
    clock.advanceBy(2 * HOUR - 1);
    expect((await release('production', [staged(41, 0.3)])).status).toBe(200);
    clock.advanceBy(2 * HOUR - 1);
    expect(await lifecycles('beta')).toEqual({ 42: 'IN_REVIEW' });
    clock.advanceBy(1);
    expect(await lifecycles('beta')).toEqual({ 42: 'PUBLISHED' });
  });
});

test('ERROR_IF_IN_REVIEW refuses instead, in the words of the documentation, and the edit stays open', async () => {
  await reviewing(async ({ release, openEdit, put, request, clock, lifecycles }) => {
    await release('beta', [done(42)]);
    const edit = await openEdit();
    await put(edit, 'production', [staged(41, 0.3)]);
    const commit = `${edit}:commit?changesInReviewBehavior=ERROR_IF_IN_REVIEW`;
    const refused = await request('POST', commit);
    expect(refusalOf(refused)).toMatchObject({
      status: 400,
      name: 'FAILED_PRECONDITION',
      message: expect.stringMatching(/^You already have changes in review\./),
    });
    expect(refused.body).toMatchObject({
      error: {
        details: [{ reason: 'CHANGES_ALREADY_IN_REVIEW', metadata: { editId: edit.slice(8), method: 'edits.commit' } }],
      },
    });
    expect(await lifecycles('beta')).toEqual({ 42: 'IN_REVIEW' });
    clock.advanceBy(30 * 60_000);
    expect((await request('GET', edit)).status).toBe(200);
  });
});

test('ERROR_IF_IN_REVIEW commits where nothing is in review', async () => {
  await reviewing(async ({ release, releasesOf }) => {
    expect((await release('production', [staged(41, 0.3)], '?changesInReviewBehavior=ERROR_IF_IN_REVIEW')).status).toBe(
      200,
    );
    expect(await releasesOf('production')).toMatchObject([{ userFraction: 0.3 }, { status: 'completed' }]);
    expect((await release('production', [staged(41, 0.4)], '?changesInReviewBehavior=WAIT')).status).toBe(400);
  });
});

test('a new listing is reviewed too', async () => {
  await reviewing(async ({ openEdit, request, release }) => {
    const edit = await openEdit();
    await request('PUT', `${edit}/listings/en-US`, { body: { title: 'Tracker' } });
    await request('POST', `${edit}:commit`);
    expect((await release('production', [staged(41, 0.3)], '?changesInReviewBehavior=ERROR_IF_IN_REVIEW')).status).toBe(
      400,
    );
  });
});

test('under managed publishing what is approved waits for a person', async () => {
  await reviewing(
    async ({ release, lifecycles, clock, emulator }) => {
      await release('beta', [done(42)]);
      clock.advanceBy(DAY);
      expect(await lifecycles('beta')).toEqual({ 42: 'APPROVED_NOT_PUBLISHED' });
      emulator.console.publish(PACKAGE);
      expect(await lifecycles('beta')).toEqual({ 42: 'PUBLISHED' });
    },
    { managedPublishing: true },
  );
});

test('without a review a commit is published at once', async () => {
  await reviewing(
    async ({ release, lifecycles }) => {
      await release('beta', [done(42)]);
      expect(await lifecycles('beta')).toEqual({ 42: 'PUBLISHED' });
    },
    { takes: 0 },
  );
});

test('while changes are sent automatically, changesNotSentForReview must not be true; false is nothing', async () => {
  await reviewing(async ({ release, lifecycles }) => {
    expect(refusalOf(await release('beta', [done(42)], '?changesNotSentForReview=true'))).toEqual(AUTOMATICALLY);
    expect(await lifecycles('beta')).toEqual({});
    expect((await release('beta', [done(42)], '?changesNotSentForReview=false')).status).toBe(200);
  });
});

test('after a rejection it must be, and the changes wait for a person', async () => {
  await reviewing(async ({ release, lifecycles, clock, emulator }) => {
    await release('beta', [done(42)]);
    emulator.console.reject(PACKAGE);
    expect(await lifecycles('beta')).toEqual({ 42: 'NOT_APPROVED' });
    expect(refusalOf(await release('beta', [done(43)]))).toEqual(NOT_AUTOMATICALLY);
    expect(refusalOf(await release('beta', [done(43)], '?changesNotSentForReview=false'))).toEqual(NOT_AUTOMATICALLY);
    expect((await release('beta', [done(43)], '?changesNotSentForReview=true')).status).toBe(200);
    clock.advanceBy(DAY);
    expect(await lifecycles('beta')).toEqual({ 43: 'NOT_SENT_FOR_REVIEW' });
    emulator.console.sendForReview(PACKAGE);
    expect(await lifecycles('beta')).toEqual({ 43: 'IN_REVIEW' });
    emulator.console.approve(PACKAGE);
    expect(await lifecycles('beta')).toEqual({ 43: 'PUBLISHED' });
    expect((await release('beta', [draft(38)])).status).toBe(200);
  });
});

test('a review may end in a rejection by itself', async () => {
  await reviewing(
    async ({ release, lifecycles, clock }) => {
      await release('production', [staged(42, 0.1)]);
      clock.advanceBy(2 * HOUR);
      expect(await lifecycles('production')).toEqual({ 40: 'PUBLISHED', 41: 'PUBLISHED', 42: 'NOT_APPROVED' });
      expect(refusalOf(await release('production', [staged(43, 0.1)]))).toEqual(NOT_AUTOMATICALLY);
    },
    { outcome: 'rejected' },
  );
});

test('a release that replaces one in review leaves users what they had', async () => {
  await reviewing(async ({ release, lifecycles, clock }) => {
    await release('production', [staged(42, 0.1)]);
    clock.advanceBy(HOUR);
    await release('production', [staged(43, 0.1)]);
    expect(await lifecycles('production')).toEqual({ 40: 'PUBLISHED', 41: 'PUBLISHED', 43: 'IN_REVIEW' });
    clock.advanceBy(2 * HOUR);
    expect(await lifecycles('production')).toEqual({ 40: 'PUBLISHED', 43: 'PUBLISHED' });
  });
});

test('releases are read without an edit, and without harm to one', async () => {
  await reviewing(async ({ openEdit, request }) => {
    const edit = await openEdit();
    expect((await request('GET', '~/tracks/production/releases')).body).toEqual({
      releases: [
        {
          track: 'production',
          releaseName: '1.0',
          releaseLifecycleState: 'RELEASE_LIFECYCLE_STATE_PUBLISHED',
          activeArtifacts: [{ versionCode: 40 }],
        },
        {
          track: 'production',
          releaseName: '1.0',
          releaseLifecycleState: 'RELEASE_LIFECYCLE_STATE_PUBLISHED',
          activeArtifacts: [{ versionCode: 41 }],
        },
      ],
    });
    expect((await request('GET', edit)).status).toBe(200);
    expect((await request('GET', '~/tracks/nope/releases')).status).toBe(404);
  });
});
