import { describe, expect, test } from '@jest/globals';
import { ConfigurationError, VendorError } from '#kit/errors';
import { findRefusal, GooglePlayRefusal } from '#vendors/google-play/refusals';
import { raiseRollout } from '#vendors/google-play/rollout';
import { readLifecycle, readTracks } from '#vendors/google-play/tracks';
import { refusal, speakWith } from './scripted.ts';
import type { Reply } from './scripted.ts';

const denied = (message: string): Reply => refusal(403, 'PERMISSION_DENIED', message);
const invalid = (message: string): Reply => refusal(400, 'INVALID_ARGUMENT', message, 'badRequest');
const failed = (message: string): Reply => refusal(400, 'FAILED_PRECONDITION', message, 'failedPrecondition');
const missing = (message: string): Reply => refusal(404, 'NOT_FOUND', message, 'notFound');
const legacy = (reason: string): Reply => refusal(403, 'PERMISSION_DENIED', 'Something.', reason);
const detailed = (reason: string): Reply => ({
  status: 400,
  body: { error: { code: 400, message: 'Something.', status: 'FAILED_PRECONDITION', details: [{ reason }] } },
});

describe('refusals: what they mean, whose fault it is, and the cure', () => {
  test.each<[reply: Reply, kind: string, fault: 'user' | 'vendor', cure: string]>([
    [failed('This Edit has been deleted.'), 'edit-gone', 'vendor', 'one concurrency group'],
    [failed('This edit has expired, please create a new Edit.'), 'edit-gone', 'vendor', 'one concurrency group'],
    [
      failed('A change was made to the application outside of this Edit, please create a new edit.'),
      'edit-gone',
      'vendor',
      'concurrency',
    ],
    [
      failed('This edit has already been successfully committed, please create a new Edit.'),
      'edit-gone',
      'vendor',
      'concurrency',
    ],
    [missing('Edit not found: 0001.'), 'edit-gone', 'vendor', 'concurrency'],
    [legacy('editExpired'), 'edit-gone', 'vendor', 'concurrency'],
    [refusal(409, 'ABORTED', 'The operation was aborted.'), 'edit-gone', 'vendor', 'concurrency'],
    [detailed('CHANGES_ALREADY_IN_REVIEW'), 'in-review', 'vendor', 'Publishing overview'],
    [failed('You already have changes in review. Cancel this review.'), 'in-review', 'vendor', 'Publishing overview'],
    [
      invalid(
        'Changes cannot be sent for review automatically. Please set the query parameter changesNotSentForReview to true.',
      ),
      'review-by-hand',
      'user',
      'send it for review there',
    ],
    [
      invalid(
        'Changes are sent for review automatically. The query parameter changesNotSentForReview must not be set.',
      ),
      'review-automatic',
      'user',
      'managed publishing',
    ],
    [denied('The caller does not have permission'), 'forbidden', 'user', 'Users and permissions'],
    [
      denied('Google Play Android Developer API has not been used in project 1 before or it is disabled.'),
      'api-disabled',
      'user',
      'androidpublisher.googleapis.com',
    ],
    [denied('Request had insufficient authentication scopes.'), 'scope-missing', 'user', 'auth/androidpublisher'],
    [denied('Version code 42 has already been used.'), 'code-used', 'user', 'higher version code'],
    [legacy('apkUpgradeVersionConflict'), 'code-used', 'user', 'higher version code'],
    [
      denied('The artifact with version code 5 requires the Wear OS system feature android.hardware.type.watch.'),
      'form-factor',
      'user',
      'begins with "wear:"',
    ],
    [
      denied(
        'You cannot rollout this release because it does not allow any existing users to upgrade to the newly added APKs.',
      ),
      'no-upgrade',
      'user',
      'has to be higher',
    ],
    [denied('The Android App Bundle was not signed.'), 'package-invalid', 'user', 'signed release bundle'],
    [denied('APK has the wrong package name.'), 'package-invalid', 'user', 'this very package'],
    [denied('Release in track targeting no countries.'), 'no-countries', 'user', 'Countries'],
    [
      denied('You must let us know whether your app uses any exact alarm permissions.'),
      'declaration-missing',
      'user',
      'App content',
    ],
    [
      denied('There are issues with your account which mean you cannot publish changes.'),
      'account-blocked',
      'user',
      'account owner',
    ],
    [
      denied('The release created has notes in language en-US with length 546, which is too long (max: 500).'),
      'notes-too-long',
      'user',
      '500 characters',
    ],
    [missing('Package not found: com.example.app.'), 'package-unknown', 'user', 'by hand'],
    [missing('The following APK version codes could not be found: 42.'), 'codes-unknown', 'user', 'Upload the bundle'],
    [missing('Track not found: nope.'), 'track-not-found', 'user', 'Name a track'],
    [
      invalid('Only releases with status draft may be created on draft app.'),
      'draft-app',
      'user',
      'first release by hand',
    ],
    [invalid('The first release on a track cannot be staged.'), 'first-staged', 'user', 'to everybody'],
    [invalid('Fully released can not be staged.'), 'fully-released', 'user', 'Nothing is left'],
    [invalid('User fraction must be lower than one.'), 'fraction', 'user', 'between 0 and 1'],
    [invalid('Only one completed release is allowed.'), 'one-of-a-kind', 'user', 'somebody may have started'],
    [legacy('releaseToHaltNotFound'), 'release-to-halt-missing', 'user', 'Discard'],
    [failed('Precondition check failed.'), 'precondition', 'vendor', 'unfinished forms'],
    [failed('Something that nobody has seen.'), 'precondition', 'vendor', 'Publishing overview'],
    [denied('Something that nobody has seen.'), 'refused', 'vendor', 'what it names'],
    [{ status: 403, body: '<html>Forbidden by a proxy</html>' }, 'refused', 'vendor', 'what it names'],
  ])('%j: %s', async (reply, kind, fault, cure) => {
    const { play, seen } = speakWith(() => reply);
    const failure = await readLifecycle(play, 'production').catch((thrown: unknown) => thrown);
    expect(failure).toBeInstanceOf(fault === 'user' ? ConfigurationError : GooglePlayRefusal);
    expect(findRefusal(failure)).toMatchObject({ kind, details: { vendor: 'Google Play', status: reply.status } });
    expect(failure).toMatchObject({ notes: [{ id: `google-play-${kind}`, cure: expect.stringContaining(cure) }] });
    // Google's own words are always told.
    const body = reply.body as string | { error: { message: string } };
    expect((failure as Error).message).toContain(typeof body === 'string' ? body : body.error.message);
    expect((failure as Error).message).toContain('"read the releases"');
    expect(seen).toHaveLength(1);
  });
});

describe('manners', () => {
  test('a token that is not taken is made afresh, once', async () => {
    const unauthorized = refusal(401, 'UNAUTHENTICATED', 'Invalid Credentials', 'authError');
    const passing = speakWith((index) => (index === 0 ? unauthorized : {}));
    await expect(readLifecycle(passing.play, 'alpha')).resolves.toEqual({ track: 'alpha', releases: [] });
    expect(passing.seen.map(({ token }) => token)).toEqual(['first', 'renewed-1']);
    const lasting = speakWith(() => unauthorized);
    await expect(readLifecycle(lasting.play, 'alpha')).rejects.toMatchObject({
      notes: [{ id: 'google-play-unauthorized' }],
    });
    expect(lasting.seen).toHaveLength(2);
  });

  test('a quota that is told with 403 is waited for, a write included, and told when it lasts', async () => {
    const over = refusal(403, 'PERMISSION_DENIED', 'Quota exceeded.', 'rateLimitExceeded');
    const track = {
      track: 'production',
      releases: [{ versionCodes: ['42'], status: 'inProgress', userFraction: 0.1 }],
    };
    let refused = 0;
    const passing = speakWith((_, { url, method }) => {
      if (url.includes(':commit') && refused === 0) {
        refused += 1;
        track.releases = [{ versionCodes: ['42'], status: 'inProgress', userFraction: 0.2 }];
        return over;
      }
      if (method === 'POST') return { body: { id: '7' } };
      return { body: url.endsWith('/tracks') ? { tracks: [track] } : {} };
    });
    track.releases = [{ versionCodes: ['42'], status: 'inProgress', userFraction: 0.1 }];
    const of = { track: 'production', versionCode: 42 };
    await expect(raiseRollout(passing.play, of, { from: 0.1, to: 0.2 })).resolves.toMatchObject({ did: 'moved' });
    expect(passing.seen.filter(({ url }) => url.includes(':commit'))).toHaveLength(2);
    const lasting = speakWith(() => over);
    const startedAt = lasting.clock.now();
    await expect(readLifecycle(lasting.play, 'alpha')).rejects.toMatchObject({
      notes: [{ id: 'google-play-rate-limited' }],
      details: { attempts: 4 },
    });
    expect(lasting.clock.now() - startedAt).toBe(70_000);
  });

  test('names are escaped, and the token goes to Google or to this machine', async () => {
    const { play, seen } = speakWith(() => ({}), { packageName: 'com/../x' });
    await readLifecycle(play, 'wear:My testers?');
    expect(seen[0]?.url).toBe(
      'https://androidpublisher.googleapis.com/androidpublisher/v3/applications/com%2F..%2Fx/tracks/wear%3AMy%20testers%3F/releases',
    );
    const local = speakWith(() => ({}), { environment: { SLIPWAY_GOOGLE_API: 'http://127.0.0.1:7/' } });
    await readLifecycle(local.play, 'alpha');
    expect(local.seen[0]?.url).toBe(
      'http://127.0.0.1:7/androidpublisher/v3/applications/com.example.app/tracks/alpha/releases',
    );
    expect(() => speakWith(() => ({}), { environment: { SLIPWAY_GOOGLE_API: 'https://example.com' } })).toThrow(
      'may be redirected by environment only to this machine',
    );
  });
});

describe('answers as Google writes them, and others', () => {
  const inEdit =
    (tracks: unknown) =>
    (_: number, { method, url }: { readonly method: string; readonly url: string }): Reply =>
      method === 'POST' ? { body: { id: '7' } } : { body: url.endsWith('/tracks') ? tracks : {} };

  test('numbers may be texts, what is null is absent, and a new field goes back as it came', async () => {
    const release = {
      name: null,
      versionCodes: [42, '41'],
      status: 'inProgress',
      userFraction: '0.1',
      releaseNotes: null,
      inventedLater: { yes: true },
    };
    const { play, seen } = speakWith(
      inEdit({ tracks: [{ track: 'production', releases: [release] }, { track: 'beta' }] }),
    );
    expect(await readTracks(play)).toEqual([
      {
        name: 'production',
        releases: [
          {
            name: '',
            versionCodes: [42, 41],
            status: 'inProgress',
            fraction: 0.1,
            priority: 0,
            notes: [],
            countries: null,
          },
        ],
      },
      { name: 'beta', releases: [] },
    ]);
    const moved = raiseRollout(play, { track: 'production', versionCode: 42 }, { from: 0.100000001, to: 0.2 });
    await expect(moved).rejects.toMatchObject({ notes: [{ id: 'google-play-not-shown' }] });
    const put = seen.find(({ method }) => method === 'PUT');
    expect(JSON.parse(put?.body ?? '{}')).toEqual({
      track: 'production',
      releases: [{ ...release, userFraction: 0.2 }],
    });
  });

  test.each<[string, unknown]>([
    [
      'a status that is new',
      { tracks: [{ track: 'production', releases: [{ versionCodes: ['1'], status: 'paused' }] }] },
    ],
    [
      'a fraction above one',
      { tracks: [{ track: 'production', releases: [{ status: 'inProgress', userFraction: 5 }] }] },
    ],
    ['no tracks at all', {}],
    ['a code that is none', { tracks: [{ track: 'a', releases: [{ versionCodes: ['v1'], status: 'draft' }] }] }],
    ['a page of a proxy', '<html></html>'],
  ])('%s is no state of the world', async (_, tracks) => {
    const { play } = speakWith(inEdit(tracks));
    const failure = await readTracks(play).catch((thrown: unknown) => thrown);
    expect(failure).toBeInstanceOf(VendorError);
    expect(failure).toMatchObject({ notes: [{ id: 'vendor-unreadable' }] });
  });
});
