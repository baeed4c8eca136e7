import { describe, expect, test } from '@jest/globals';
import { VendorError } from '#kit/errors';
import { countReviews, toReport } from '#vendors/app-store-connect/customer-reviews';
import { findDefect } from '#health/report';
import { changePhasedRelease } from '#vendors/app-store-connect/phased-release';
import { AppStoreRefusal } from '#vendors/app-store-connect/refusals';
import { findApp, readVersion, readVersions } from '#vendors/app-store-connect/versions';
import { speakWith } from './scripted.ts';
import type { Reply } from './scripted.ts';

const error = (status: number, code: string, more = {}): Reply => ({
  status,
  body: { errors: [{ id: 'e', status: `${status}`, code, title: 'The title.', detail: 'The detail.', ...more }] },
});

describe('refusals', () => {
  test.each([
    [403, 'FORBIDDEN.REQUIRED_AGREEMENTS_MISSING_OR_EXPIRED', 'app-store-agreement-missing', 'Account Holder'],
    [403, 'FORBIDDEN_ERROR', 'app-store-forbidden', 'role App Manager'],
    [404, 'NOT_FOUND', 'app-store-refused', 'run the job again'],
    [409, 'STATE_ERROR', 'app-store-refused', 'run the job again'],
    [422, 'ENTITY_ERROR.ATTRIBUTE.REQUIRED', 'app-store-refused', 'run the job again'],
  ])('%i %s: %s', async (status, code, id, cure) => {
    const { connect, seen } = speakWith(() => error(status, code, { source: { pointer: '/data/attributes/x' } }));
    const failure = await findApp(connect, 'a').catch((thrown: unknown) => thrown as AppStoreRefusal);
    expect(failure).toBeInstanceOf(AppStoreRefusal);
    expect(failure).toMatchObject({
      notes: [{ id, cure: expect.stringContaining(cure) }],
      reasons: [{ code, title: 'The title.', detail: 'The detail.', where: '/data/attributes/x' }],
    });
    expect((failure as AppStoreRefusal).message).toContain(`The title. The detail. [${code} at /data/attributes/x]`);
    expect(seen).toHaveLength(1);
  });

  test('associated errors say what is missing, however long the answer', async () => {
    const associated = Array.from({ length: 30 }, (_, n) => ({
      status: '409',
      code: `STATE_ERROR.SCREENSHOT_REQUIRED.${n}`,
      title: `App screenshot missing (${n}).`,
    }));
    const meta = { associatedErrors: { '/v1/appScreenshotSets/': associated } };
    const { connect } = speakWith(() => error(409, 'STATE_ERROR', { meta }));
    const failure = await findApp(connect, 'a').catch((thrown: unknown) => thrown as AppStoreRefusal);
    expect((failure as AppStoreRefusal).reasons.map(({ code }) => code)).toEqual([
      'STATE_ERROR',
      ...associated.map(({ code }) => code),
    ]);
    expect((failure as AppStoreRefusal).message).toContain('App screenshot missing (29).');
  });

  test.each([
    ['no JSON', '<html>Forbidden</html>'],
    ['JSON of somebody else', { message: 'Forbidden' }],
  ])('%s: it is told as it came', async (_, body) => {
    const { connect } = speakWith(() => ({ status: 403, body }));
    await expect(findApp(connect, 'a')).rejects.toMatchObject({
      notes: [{ id: 'vendor-refused', text: expect.stringContaining('Forbidden') }],
      reasons: [],
    });
  });
});

describe('limits', () => {
  test('the budget of the last answer is kept', async () => {
    const header = 'user-hour-lim:3500;user-hour-rem:500;';
    const { connect } = speakWith((index) => ({
      body: { data: [] },
      headers: index === 0 ? { 'x-rate-limit': header } : {},
    }));
    expect(connect.budget()).toBeUndefined();
    await readVersions(connect, '1');
    await readVersions(connect, '1');
    expect(connect.budget()).toEqual({ limit: 3_500, left: 500 });
  });

  test('429 is waited out, and for ever it is told with what was left', async () => {
    const limited = { ...error(429, 'RATE_LIMIT_EXCEEDED'), headers: { 'retry-after': '30' } };
    const passing = speakWith((index) => (index < 2 ? limited : { body: { data: [] } }));
    await expect(readVersions(passing.connect, '1')).resolves.toEqual([]);
    const lasting = speakWith((index) =>
      index === 0 ? { headers: { 'x-rate-limit': 'user-hour-lim:3500;user-hour-rem:3000;' } } : limited,
    );
    await readVersions(lasting.connect, '1');
    await expect(readVersions(lasting.connect, '1')).rejects.toMatchObject({
      notes: [
        { id: 'app-store-rate-limited', text: expect.stringContaining('(3000 of 3500 an hour were left before)') },
      ],
    });
  });

  test('"502 Could not process this request" is transient', async () => {
    const { connect } = speakWith((index) =>
      index < 2 ? { status: 502, body: 'Could not process this request' } : { body: { data: [] } },
    );
    await expect(readVersions(connect, '1')).resolves.toEqual([]);
  });
});

describe('pages', () => {
  const page = (next?: string): Reply => ({ body: { data: [], ...(next === undefined ? {} : { links: { next } }) } });

  test('the cursor of the link is followed, and never its host: no token goes where an answer points', async () => {
    const { connect, seen } = speakWith((index) =>
      index === 0 ? page('https://attacker.example/v1/other?cursor=Mg.AA&limit=200') : page(),
    );
    await readVersions(connect, '1');
    expect(seen.map(({ url }) => new URL(url).host)).toEqual(Array(2).fill('api.appstoreconnect.apple.com'));
    expect(seen.map(({ url }) => new URL(url).pathname)).toEqual(Array(2).fill('/v1/apps/1/appStoreVersions'));
    expect(new URL(seen[1]?.url ?? '').searchParams.get('cursor')).toBe('Mg.AA');
    expect(new URL(seen[1]?.url ?? '').searchParams.get('filter[platform]')).toBe('IOS');
  });

  test('a list without an end is no list', async () => {
    const { connect, seen } = speakWith((index) => page(`/v1/apps/1/appStoreVersions?cursor=${index}`));
    await expect(readVersions(connect, '1')).rejects.toMatchObject({
      notes: [{ text: expect.stringContaining('the list goes on after 25 pages') }],
    });
    expect(seen).toHaveLength(25);
  });

  test('a link without a cursor is an error: half a list is not the list', async () => {
    const { connect } = speakWith(() => page('https://api.appstoreconnect.apple.com/v1/apps?page=2'));
    await expect(readVersions(connect, '1')).rejects.toBeInstanceOf(VendorError);
  });
});

test.each([
  ['https://attacker.example', /only to this machine/],
  ['https://api.appstoreconnect.apple.com.attacker.example', /only to this machine/],
])('the host is not redirected to %s', (address, message) => {
  const environment = { SLIPWAY_APP_STORE_CONNECT_API: address };
  expect(() => speakWith(() => ({}), { environment })).toThrow(message);
});

test('an id stays in its place', async () => {
  const { connect, seen } = speakWith(() => error(404, 'NOT_FOUND'));
  await expect(readVersion(connect, '../apps?x=/1')).rejects.toBeInstanceOf(AppStoreRefusal);
  expect(new URL(seen[0]?.url ?? '').pathname).toBe('/v1/appStoreVersions/..%2Fapps%3Fx%3D%2F1');
});

const version = {
  type: 'appStoreVersions',
  id: 'v',
  attributes: {
    versionString: '2.0',
    appVersionState: 'READY_FOR_DISTRIBUTION',
    createdDate: '2026-11-20T08:00:00-08:00',
  },
  relationships: { build: { data: null }, appStoreVersionPhasedRelease: { data: null } },
};

test('an answer that does not tell whether there is a phased release is not one that says none', async () => {
  const silent = { ...version, relationships: { build: { data: null }, appStoreVersionPhasedRelease: { links: {} } } };
  const { connect } = speakWith(() => ({ body: { data: silent } }));
  await expect(readVersion(connect, 'v')).rejects.toMatchObject({ notes: [{ id: 'vendor-unreadable' }] });
  const lost = {
    ...version,
    relationships: { ...version.relationships, build: { data: { type: 'builds', id: 'b' } } },
  };
  const other = speakWith(() => ({ body: { data: lost, included: [{ type: 'builds', id: 'c' }] } }));
  await expect(readVersion(other.connect, 'v')).rejects.toMatchObject({ notes: [{ id: 'vendor-unreadable' }] });
});

/** The version out in phases, on the third day. */
const inPhases = (phasedReleaseState: string): object => ({
  data: {
    ...version,
    relationships: {
      ...version.relationships,
      appStoreVersionPhasedRelease: { data: { type: 'appStoreVersionPhasedReleases', id: 'p' } },
    },
  },
  included: [
    {
      type: 'appStoreVersionPhasedReleases',
      id: 'p',
      attributes: { phasedReleaseState, currentDayNumber: 3, totalPauseDuration: 0 },
    },
  ],
});

test('a state that Apple may add one day: nothing is tried in it, and it is named', async () => {
  const { connect, seen } = speakWith(() => ({ body: inPhases('FROZEN') }));
  await expect(changePhasedRelease(connect, 'v', 'pause')).rejects.toMatchObject({
    notes: [
      {
        id: 'app-store-move-refused',
        text: expect.stringMatching(/is not known.*its phased release FROZEN on day 3/),
      },
    ],
  });
  expect(seen.map(({ method }) => method)).toEqual(['GET']);
});

test('a move that the world never shows is not reported as done', async () => {
  const { connect, seen } = speakWith(() => ({ body: inPhases('ACTIVE') }));
  await expect(changePhasedRelease(connect, 'v', 'pause')).rejects.toMatchObject({
    notes: [{ id: 'app-store-not-shown', text: expect.stringContaining('its phased release ACTIVE on day 3') }],
  });
  expect(seen.filter(({ method }) => method === 'PATCH')).toHaveLength(1);
});

describe('customer reviews', () => {
  const review = (id: string, rating: number, createdDate: string): object => ({
    type: 'customerReviews',
    id,
    attributes: { rating, createdDate, body: 'never kept' },
  });

  test('by day and stars, none twice, older pages unread, fresh up to a day ago', async () => {
    const pages = [
      [review('d', 1, '2026-11-25T07:00:00Z'), review('c', 5, '2026-11-24T20:30:00-08:00')],
      // A new one has moved the list on by one while it was read.
      [
        review('c', 5, '2026-11-24T20:30:00-08:00'),
        review('b', 1, '2026-11-23T23:59:59Z'),
        review('a', 3, '2026-11-22T23:59:59Z'),
      ],
    ];
    const { connect, clock, seen } = speakWith((index) => ({
      body: { data: pages[index], links: { next: `/x?cursor=${index}` } },
    }));
    const days = await countReviews(connect, 'v', Date.parse('2026-11-23T10:00:00Z'));
    expect(days).toEqual([
      { start: Date.parse('2026-11-23'), end: Date.parse('2026-11-24'), stars: [1, 0, 0, 0, 0] },
      { start: Date.parse('2026-11-25'), end: clock.now(), stars: [1, 0, 0, 0, 1] },
    ]);
    expect(seen).toHaveLength(2);
    const report = toReport(days, clock.now());
    expect(findDefect(report)).toBeUndefined();
    expect(report.buckets.map(({ units, bad }) => [units, bad])).toEqual([
      [1, 1],
      [2, 1],
    ]);
    expect(report.freshUntil).toBe(clock.now() - 86_400_000);
  });
});
