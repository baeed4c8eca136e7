import { describe, expect, test } from '@jest/globals';
import type { PlayWorld } from '#emulators/google-play/world';
import { ConfigurationError } from '#kit/errors';
import type { GooglePlay } from '#vendors/google-play/client';
import { withEdit } from '#vendors/google-play/edits';
import type { CommitPolicy } from '#vendors/google-play/edits';
import { GooglePlayRefusal } from '#vendors/google-play/refusals';
import { haltRelease, raiseRollout } from '#vendors/google-play/rollout';
import { startRelease } from '#vendors/google-play/start';
import { readLifecycle, readTracks } from '#vendors/google-play/tracks';
import { of42 } from './move-table.ts';
import { interfering, packageName, rollout, withPlay } from './stage.ts';
import type { PlayStage } from './stage.ts';

const hour = 3_600_000;
const raise = async (play: GooglePlay, policy?: CommitPolicy): Promise<unknown> =>
  raiseRollout(play, of42, { from: 0.05, to: 0.1 }, policy);
const prepare = rollout('inProgress', 0.05);

describe('looks', () => {
  test('the lifecycle is read without an edit', async () => {
    await withPlay({ prepare }, async (stage) => {
      expect(await readLifecycle(stage.play(), 'production')).toEqual({
        track: 'production',
        releases: [
          { name: '4.0', versionCodes: [40], state: 'PUBLISHED' },
          { name: '4.2', versionCodes: [42], state: 'PUBLISHED' },
        ],
      });
      expect(stage.asked()).toEqual(['tracks.releases.list']);
    });
  });

  test('an empty track has no releases, and another spelling of a track is tried', async () => {
    const spelledOldWay = ({ state }: PlayWorld): void => {
      const content = state.apps[packageName]?.content;
      if (content === undefined) return;
      content.tracks = content.tracks.map((track) =>
        track.name === 'wear:internal' ? { ...track, name: 'wear:qa' } : track,
      );
    };
    await withPlay({ prepare: spelledOldWay }, async (stage) => {
      expect(await readLifecycle(stage.play(), 'closed')).toEqual({ track: 'alpha', releases: [] });
      expect(await readLifecycle(stage.play(), 'wear:internal')).toMatchObject({
        track: 'wear:qa',
        releases: [{ versionCodes: [50_042] }],
      });
      await expect(readLifecycle(stage.play(), 'nope')).rejects.toMatchObject({
        notes: [{ id: 'google-play-track-not-found' }],
      });
    });
  });

  test('fractions are read in an edit, which is closed again', async () => {
    await withPlay({ prepare }, async (stage) => {
      const tracks = await readTracks(stage.play());
      expect(tracks.find(({ name }) => name === 'production')?.releases).toEqual([
        {
          name: '4.0',
          versionCodes: [40],
          status: 'completed',
          fraction: null,
          priority: 0,
          notes: [],
          countries: null,
        },
        {
          name: '4.2',
          versionCodes: [42],
          status: 'inProgress',
          fraction: 0.05,
          priority: 3,
          notes: [{ language: 'en-US', text: 'Faster maps.' }],
          countries: null,
        },
      ]);
      expect(tracks.find(({ name }) => name === 'alpha')).toEqual({ name: 'alpha', releases: [] });
      expect(stage.asked()).toEqual(['edits.insert', 'edits.tracks.list', 'edits.delete']);
      expect(stage.openEdits()).toBe(0);
    });
  });

  test('the price of such a look: it ends the edit that the account has open', async () => {
    await withPlay({ prepare }, async (stage) => {
      const failure = await withEdit(stage.play(), async (edit) => {
        await readTracks(stage.play());
        return edit.readTracks();
      }).catch((thrown: unknown) => thrown);
      expect(failure).toBeInstanceOf(GooglePlayRefusal);
      expect(failure).toMatchObject({ kind: 'edit-gone' });
    });
  });
});

describe('an edit that is ended from outside', () => {
  const nudge = (stage: PlayStage) => (): void => {
    stage.emulator.console.change(packageName, ({ details }) => {
      Object.assign(details, { contactPhone: '+34' });
    });
  };

  test.each(['open an edit', 'read the tracks', 'change the track'])(
    'after "%s": all of it is made anew',
    async (at) => {
      await withPlay({ prepare }, async (stage) => {
        expect(await raise(interfering(stage, at, nudge(stage)))).toMatchObject({ did: 'moved' });
        expect(stage.see('production')).toEqual(['42 inProgress 0.1', '40 completed']);
        expect(stage.commits()).toBe(1);
        expect(stage.openEdits()).toBe(0);
      });
    },
  );

  test('it has expired', async () => {
    await withPlay({ prepare, editLifetime: hour }, async (stage) => {
      const late = interfering(stage, 'change the track', () => {
        stage.clock.advanceBy(2 * hour);
      });
      expect(await raise(late)).toMatchObject({ did: 'moved' });
      expect(stage.commits()).toBe(1);
    });
  });

  test('somebody halted meanwhile: the raise is not made, and says so', async () => {
    await withPlay({ prepare }, async (stage) => {
      const halting = interfering(stage, 'change the track', () => {
        stage.emulator.console.change(packageName, ({ tracks }) => {
          for (const track of tracks)
            track.releases = track.releases.map((one) =>
              one.status === 'inProgress' ? { ...one, status: 'halted' } : one,
            );
        });
      });
      await expect(raise(halting)).rejects.toMatchObject({
        notes: [{ id: 'google-play-move-refused', text: expect.stringContaining('42 halted at 5 %') }],
      });
      expect(stage.commits()).toBe(0);
    });
  });

  test('time and again: it is given up after some attempts, and says what to do', async () => {
    await withPlay({ prepare }, async (stage) => {
      const failure = await raise(interfering(stage, 'change the track', nudge(stage), 9)).catch((one: unknown) => one);
      expect(failure).toMatchObject({
        notes: [{ id: 'google-play-edit-gone', cure: expect.stringContaining('concurrency group') }],
      });
      expect(stage.asked().filter((one) => one === 'edits.insert')).toHaveLength(4);
      expect(stage.commits()).toBe(0);
    });
    await withPlay({ prepare }, async (stage) => {
      await expect(readTracks(interfering(stage, 'open an edit', nudge(stage), 9))).rejects.toMatchObject({
        kind: 'edit-gone',
      });
      expect(stage.asked().filter((one) => one === 'edits.insert')).toHaveLength(3);
    });
  });
});

describe('reviews', () => {
  const review = { takes: 48 * hour };

  test('what is committed is not published: the move says how far it has come', async () => {
    await withPlay({ app: { review } }, async (stage) => {
      const start = { track: 'production', versionCodes: [42], reach: 0.05 } as const;
      expect(await startRelease(stage.play(), start)).toMatchObject({ did: 'moved', lifecycle: 'IN_REVIEW' });
      stage.clock.advanceBy(49 * hour);
      expect(await startRelease(stage.play(), start)).toMatchObject({ did: 'unchanged', lifecycle: 'PUBLISHED' });
    });
  });

  test('a review under way is left alone, unless the caller says that this is worth more', async () => {
    await withPlay({ prepare, app: { review } }, async (stage) => {
      const wear = { track: 'My testers', versionCodes: [42], reach: 'everybody' } as const;
      await startRelease(stage.play(), wear);
      const failure = await haltRelease(stage.play(), of42).catch((thrown: unknown) => thrown);
      expect(failure).toBeInstanceOf(GooglePlayRefusal);
      expect(failure).toMatchObject({
        kind: 'in-review',
        notes: [{ id: 'google-play-in-review', cure: expect.stringContaining('with the review restarted') }],
      });
      expect(stage.see('production')).toContain('42 inProgress 0.05');
      expect(stage.openEdits()).toBe(0);
      expect(await haltRelease(stage.play(), of42, { inReview: 'restart' })).toMatchObject({ did: 'moved' });
      expect(stage.see('production')).toEqual(['42 halted 0.05', '40 completed']);
      const queries = stage.emulator.log.entries().filter(({ operation }) => operation === 'edits.commit');
      expect(queries.map(({ query }) => query['changesInReviewBehavior'])).toEqual([
        'ERROR_IF_IN_REVIEW',
        'ERROR_IF_IN_REVIEW',
        'CANCEL_IN_REVIEW_AND_SUBMIT',
      ]);
      expect(queries.every(({ query }) => query['changesNotSentForReview'] === undefined)).toBe(true);
    });
  });

  const rejected = async (stage: PlayStage): Promise<void> => {
    await startRelease(stage.play(), { track: 'My testers', versionCodes: [42], reach: 'everybody' });
    stage.emulator.console.reject(packageName);
  };

  test('after a rejection Google wants a person to send: that is told, and not done unasked', async () => {
    await withPlay({ prepare, app: { review } }, async (stage) => {
      await rejected(stage);
      const failure = await raise(stage.play()).catch((thrown: unknown) => thrown);
      expect(failure).toBeInstanceOf(ConfigurationError);
      expect(failure).toMatchObject({ notes: [{ id: 'google-play-review-by-hand' }] });
      expect(stage.commits()).toBe(1);
      expect(stage.openEdits()).toBe(0);
    });
  });

  test.each(['as-asked', 'by-hand'] as const)('%s: it waits for a person, and the move says so', async (how) => {
    await withPlay({ prepare, app: { review } }, async (stage) => {
      await rejected(stage);
      expect(await raise(stage.play(), { review: how })).toMatchObject({ did: 'moved', waitsForPerson: true });
      expect(stage.see('production')).toContain('42 inProgress 0.1');
      expect(stage.commits()).toBe(2);
    });
  });

  test('as-asked where Google sends by itself, and by-hand where it does not let anybody wait', async () => {
    await withPlay({ prepare }, async (stage) => {
      await expect(raise(stage.play(), { review: 'by-hand' })).rejects.toMatchObject({
        notes: [{ id: 'google-play-review-automatic' }],
      });
      expect(await raise(stage.play(), { review: 'as-asked' })).toMatchObject({ did: 'moved', waitsForPerson: false });
    });
  });
});
