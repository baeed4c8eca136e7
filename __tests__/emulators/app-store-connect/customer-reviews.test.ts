import { expect, test } from '@jest/globals';
import { DAY, withAsc, type Item } from './harness.ts';

const ratings = (items: readonly Item[]): unknown[] => items.map(({ attributes }) => attributes['rating']);

test('reviews of the app and of one version, by rating, sorted, newest first', async () => {
  await withAsc({}, async ({ app, clock, emulator, get }) => {
    const versionId = app.versions[0]?.id ?? '';
    emulator.console.addReviews(app.id, { rating: 5, versionId }, { rating: 1, territory: 'ESP' });
    clock.advanceBy(DAY);
    emulator.console.addReviews(app.id, { rating: 3, versionId, title: 'So so', body: 'It works.', nickname: 'b' });
    const ofApp = `/v1/apps/${app.id}/customerReviews`;
    const ofVersion = `/v1/appStoreVersions/${versionId}/customerReviews`;
    expect(ratings(await get<Item[]>(ofApp))).toEqual([3, 1, 5]);
    expect(ratings(await get<Item[]>(ofVersion))).toEqual([3, 5]);
    expect(ratings(await get<Item[]>(`${ofApp}?sort=rating`))).toEqual([1, 3, 5]);
    expect(ratings(await get<Item[]>(`${ofVersion}?sort=-createdDate&limit=1`))).toEqual([3]);
    expect(ratings(await get<Item[]>(`${ofApp}?filter[rating]=1,2`))).toEqual([1]);
    expect(ratings(await get<Item[]>(`${ofApp}?filter[territory]=ESP`))).toEqual([1]);
    const [newest] = await get<Item[]>(ofVersion);
    expect(newest?.attributes).toEqual({
      rating: 3,
      title: 'So so',
      body: 'It works.',
      reviewerNickname: 'b',
      createdDate: '2026-11-25T01:00:00-08:00',
      territory: 'USA',
    });
    expect((await get(`/v1/customerReviews/${newest?.id ?? ''}`)).id).toBe(newest?.id);
  });
});

test('a review is shown some time after it was written', async () => {
  await withAsc({ settings: { reviewsShownAfter: DAY } }, async ({ app, clock, emulator, get }) => {
    emulator.console.addReviews(app.id, { rating: 1 });
    const path = `/v1/apps/${app.id}/customerReviews`;
    clock.advanceBy(DAY - 1);
    expect(await get<Item[]>(path)).toEqual([]);
    clock.advanceBy(1);
    const [review] = await get<Item[]>(path);
    expect(review?.attributes['createdDate']).toBe('2026-11-24T01:00:00-08:00');
  });
});

test('a rating is one to five stars', async () => {
  await withAsc({}, ({ app, emulator }) => {
    expect(() => {
      emulator.console.addReviews(app.id, { rating: 0 });
    }).toThrow(RangeError);
    return Promise.resolve();
  });
});
