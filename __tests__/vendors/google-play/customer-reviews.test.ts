import { describe, expect, test } from '@jest/globals';
import type { ReviewInput } from '#emulators/google-play/customer-reviews';
import { findDefect } from '#health/report';
import { countReviews, countUnattributed, readReviews } from '#vendors/google-play/customer-reviews';
import type { ReviewMemory } from '#vendors/google-play/customer-reviews';
import { speakWith } from './scripted.ts';
import { packageName, withPlay } from './stage.ts';

const day = 86_400_000;
const at = (time: string): number => Date.parse(`2026-11-${time}Z`);
const since = at('18T00:00:00');
const review = (id: string, stars: number, time: string, more: Partial<ReviewInput> = {}): ReviewInput => ({
  id,
  stars,
  text: 'Words.',
  versionCode: 42,
  at: `2026-11-${time}Z`,
  ...more,
});

test('written reviews by version and day; one star is bad', async () => {
  await withPlay({}, async (stage) => {
    stage.emulator.console.addReviews(
      packageName,
      review('a', 1, '22T08:00:00'),
      review('b', 2, '22T23:59:59'),
      review('c', 5, '24T08:00:00'),
      review('d', 1, '22T09:00:00', { versionCode: 41 }),
      review('e', 1, '22T09:00:00', { text: '' }), // Stars alone are shown by no API.
      { id: 'f', stars: 1, text: 'Of no version.', at: '2026-11-23T08:00:00Z' },
      review('g', 1, '17T23:00:00'), // Before the release.
    );
    const { memory, missed } = await readReviews(stage.play(), null, since);
    expect(missed).toBeNull();
    const report = countReviews(memory, 42, 41);
    expect(report).toEqual({
      freshUntil: at('23T09:00:00'),
      buckets: [
        { start: at('22T00:00:00'), end: at('23T00:00:00'), units: 2, bad: 1, previous: { units: 1, bad: 1 } },
        { start: at('24T00:00:00'), end: at('24T09:00:00'), units: 1, bad: 0 },
      ],
    });
    expect(findDefect(report)).toBeUndefined();
    expect(countReviews(memory, 42).buckets[0]).not.toHaveProperty('previous');
    expect(countUnattributed(memory, since)).toBe(1);
  });
});

describe('later looks', () => {
  const later = async (
    before: readonly ReviewInput[],
    hours: number,
    after: readonly ReviewInput[],
    check: (memory: ReviewMemory, missed: unknown, first: ReviewMemory) => void,
  ): Promise<void> => {
    await withPlay({}, async (stage) => {
      stage.emulator.console.addReviews(packageName, ...before);
      const first = await readReviews(stage.play(), null, since);
      stage.clock.advanceBy(hours * 3_600_000);
      stage.emulator.console.addReviews(packageName, ...after);
      const second = await readReviews(stage.play(), first.memory, since);
      check(second.memory, second.missed, first.memory);
    });
  };

  test('an edit counts once, with its last stars, on the day of its first word', async () => {
    await later([review('a', 5, '23T08:00:00')], 24, [review('a', 1, '25T08:00:00')], (memory) => {
      expect(countReviews(memory, 42).buckets).toMatchObject([{ start: at('23T00:00:00'), units: 1, bad: 1 }]);
    });
  });

  test('an edit on a newer version is a word on that one, too, and takes nothing from the older', async () => {
    await later([review('a', 1, '23T08:00:00')], 24, [review('a', 5, '25T08:00:00', { versionCode: 43 })], (memory) => {
      expect(countReviews(memory, 42).buckets).toMatchObject([{ units: 1, bad: 1 }]);
      expect(countReviews(memory, 43).buckets).toMatchObject([{ start: at('25T00:00:00'), units: 1, bad: 0 }]);
    });
  });

  test('once it is known which version it is about it counts for that one', async () => {
    const unknown = { id: 'a', stars: 1, text: 'Words.', at: '2026-11-23T08:00:00Z' };
    await later([unknown], 24, [review('a', 1, '25T08:00:00')], (memory) => {
      expect(countUnattributed(memory, since)).toBe(0);
      expect(countReviews(memory, 42).buckets).toMatchObject([{ units: 1, bad: 1 }]);
    });
  });

  test('what Google shows no more is remembered, and what was shown late is found', async () => {
    await later([review('a', 1, '18T08:00:00')], 48, [review('b', 1, '23T10:00:00')], (memory, missed) => {
      expect(memory.records.map(({ id }) => id)).toEqual(['a', 'b']);
      expect(missed).toBeNull();
    });
  });

  test('a time that nobody asked for in a week is named as missed', async () => {
    await later([], 24 * 9, [review('b', 1, '28T10:00:00')], (memory, missed, first) => {
      expect(missed).toEqual({ from: first.readUntil, to: first.readUntil + 2 * day });
      expect(memory.records).toHaveLength(1);
    });
    await withPlay({}, async (stage) => {
      const { missed } = await readReviews(stage.play(), null, at('10T00:00:00'));
      expect(missed).toEqual({ from: at('10T00:00:00'), to: at('17T09:00:00') });
    });
  });

  test('the same look twice changes nothing', async () => {
    await later([review('a', 1, '23T08:00:00'), review('b', 3, '23T08:00:00')], 0, [], (memory, _, first) => {
      expect(memory).toEqual(first);
    });
  });
});

describe('pages', () => {
  const many = Array.from({ length: 230 }, (_, n) =>
    review(`r${n}`, (n % 5) + 1, n < 120 ? '24T07:00:00' : '20T07:00:00'),
  );

  test('all are read, and no further than what is known', async () => {
    await withPlay({}, async (stage) => {
      stage.emulator.console.addReviews(packageName, ...many);
      const { memory } = await readReviews(stage.play(), null, since);
      expect(countReviews(memory, 42).buckets.map(({ units, bad }) => [units, bad])).toEqual([
        [110, 22],
        [120, 24],
      ]);
      expect(stage.asked()).toHaveLength(3);
      await readReviews(stage.play(), memory, since);
      expect(stage.asked()).toHaveLength(5);
    });
  });

  test('one that moves to the next page while the pages are read counts once, as it was seen first', async () => {
    const comment = (id: string, starRating: number): object => ({
      reviewId: id,
      comments: [
        { developerComment: {} },
        { userComment: { lastModified: { seconds: '1795500000' }, starRating, appVersionCode: 42 } },
      ],
    });
    const { play, seen } = speakWith((index) => ({
      body:
        index === 0
          ? { reviews: [comment('a', 5)], tokenPagination: { nextPageToken: 'n' } }
          : { reviews: [comment('a', 1), comment('b', 1)] },
    }));
    const { memory } = await readReviews(play, null, 0);
    expect(memory.records.map(({ id, stars }) => [id, stars])).toEqual([
      ['a', 5],
      ['b', 1],
    ]);
    expect(seen.map(({ url }) => new URL(url).search)).toEqual(['?maxResults=100', '?maxResults=100&token=n']);
  });

  test('a list without an end, and a review without a word of its user, are no answer', async () => {
    const endless = speakWith(() => ({ body: { tokenPagination: { nextPageToken: 'n' } } }));
    await expect(readReviews(endless.play, null, 0)).rejects.toThrow('goes on after 200 pages');
    const empty = speakWith(() => ({ body: { reviews: [{ reviewId: 'x', comments: [] }] } }));
    await expect(readReviews(empty.play, null, 0)).rejects.toThrow('the review x has no comment of its user');
  });
});
