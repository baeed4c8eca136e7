import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addReviews, newReviews } from '#rollout/review-news';
import { noReviews, rememberReviews, type ReviewMemory } from '#vendors/play-vitals/review-memory';

const look = fc.array(
  fc.record({
    id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
    versionCode: fc.constantFrom(41, 42, 43, null),
    stars: fc.integer({ min: 1, max: 5 }),
    modifiedAt: fc.integer({ min: 0, max: 100 }),
  }),
  { maxLength: 8 },
);

test('what was written down at each look is all that is known, and each review is written down once for its stars', () => {
  fc.assert(
    fc.property(fc.array(look, { maxLength: 12 }), (looks) => {
      let known: ReviewMemory = noReviews;
      let ledger: ReviewMemory = noReviews;
      const written: string[] = [];
      for (const [index, seen] of looks.entries()) {
        const next = rememberReviews(known, seen, { versionCodes: [41, 42], now: 100 + index });
        const news = newReviews(known, next);
        for (const one of news.reviews) {
          const before = known.reviews.find(({ id, versionCode }) => id === one.id && versionCode === one.versionCode);
          expect(before?.stars).not.toBe(one.stars);
          written.push(one.id);
        }
        ledger = addReviews(ledger, news);
        known = next;
        expect(ledger).toEqual(known);
      }
      expect(newReviews(known, known).reviews).toEqual([]);
    }),
  );
});
