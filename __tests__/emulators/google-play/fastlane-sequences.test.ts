import { expect, test } from '@jest/globals';
import { makePackage } from '#emulators/google-play/packages';
import { PACKAGE, withPlay, type Reply, type Stage } from './harness.ts';

/**
 * What Fastlane 2.240.1 sends (fastlane/fastlane, supply; google-apis-core 1.1.0), request by request and body by body. It has
 * been recorded against a stand-in: the emulator must take all of it.
 */
const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

const TOKEN = new URLSearchParams({
  grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
  audience: 'slipway',
  scope: 'https://www.googleapis.com/auth/androidpublisher',
  requested_token_type: 'urn:ietf:params:oauth:token-type:access_token',
  subject_token: 'fastlane',
  subject_token_type: 'urn:ietf:params:oauth:token-type:jwt',
}).toString();

const prepare = ({ addAccount, addRelease, addTrack }: Stage['world']): void => {
  addAccount({ email: 'fastlane@example.test', subjectTokens: ['fastlane'] });
  addTrack(PACKAGE, 'wear:internal');
  addRelease(PACKAGE, 'alpha', { versionCodes: [38, 41] });
  addRelease(PACKAGE, 'production', { versionCodes: [41], status: 'inProgress', userFraction: 0.1, name: '1.1 (41)' });
};

interface Run {
  readonly edit: string;
  readonly send: (method: string, path: string, options?: object) => Promise<Reply>;
}

/** Signs in and opens an edit, as every run does; then `steps`, then the commit. */
async function play(stage: Stage, steps: (run: Run) => Promise<void>): Promise<void> {
  const signedIn = await stage.request('POST', '/token', { token: null, raw: TOKEN, headers: FORM });
  const { access_token: token } = signedIn.body as { access_token: string };
  const send: Run['send'] = async (method, path, options = {}) => {
    const reply = await stage.request(method, path, { token, ...options });
    // Of an answer of another type the gem reads nothing.
    if (reply.text !== '') expect(reply.headers.get('content-type')).toMatch(/^application\/json/);
    return reply;
  };
  const edit = `~/edits/${((await send('POST', '~/edits')).body as { id: string }).id}`;
  await steps({ edit, send });
  const raw = 'changesNotSentForReview=false';
  expect(await send('POST', `${edit}:commit?${raw}`, { raw, headers: FORM })).toMatchObject({ status: 200 });
}

async function upload({ edit, send }: Run, versionCode: number, watch = false): Promise<void> {
  const bytes = makePackage({ packageName: PACKAGE, versionCode, watch });
  const started = await send('POST', `/upload${edit}/bundles?ackBundleInstallationWarning=false`, {
    headers: {
      'x-goog-upload-protocol': 'resumable',
      'x-goog-upload-command': 'start',
      'x-goog-upload-header-content-length': `${bytes.length}`,
      'x-goog-upload-header-content-type': 'application/octet-stream',
    },
  });
  const reply = await send('POST', started.headers.get('x-goog-upload-url') ?? '', {
    raw: bytes,
    headers: { 'x-goog-upload-command': 'upload, finalize', 'x-goog-upload-offset': '0' },
  });
  expect(reply.body).toMatchObject({ versionCode });
}

async function put({ edit, send }: Run, track: string, ...releases: object[]): Promise<void> {
  const path = `${edit}/tracks/${encodeURIComponent(track)}`;
  expect(await send('PUT', path, { body: { releases, track } })).toMatchObject({ status: 200 });
}

interface Sequence {
  readonly wish: string;
  readonly steps: (run: Run) => Promise<void>;
  readonly track: string;
  readonly then: readonly object[];
}

const OLD = { name: '1.0', status: 'completed', versionCodes: ['40'] };
const ROLLING = { name: '1.1 (41)', versionCodes: ['41'] };

const SEQUENCES: readonly Sequence[] = [
  {
    wish: 'upload to internal',
    steps: async (run) => {
      await upload(run, 42);
      await run.send('GET', `${run.edit}/tracks`);
      await put(run, 'internal', { name: null, status: 'completed', versionCodes: [42] });
    },
    track: 'internal',
    then: [{ name: '1.0', status: 'completed', versionCodes: ['42'] }],
  },
  {
    wish: 'upload to a staged production, with mapping and changelogs',
    steps: async (run) => {
      await upload(run, 42);
      await run.send('POST', `/upload${run.edit}/apks/42/deobfuscationFiles/proguard`, { raw: 'a -> b' });
      const release = { name: '1.2 (42)', status: 'inProgress', userFraction: 0.05, versionCodes: [42] };
      await put(run, 'production', release);
      const tracks = (await run.send('GET', `${run.edit}/tracks`)).body as {
        tracks: { track: string; releases: object[] }[];
      };
      expect((await run.send('GET', `${run.edit}/listings/en-US`)).status).toBe(404);
      const all = tracks.tracks.find(({ track }) => track === 'production')?.releases ?? [];
      const releaseNotes = [{ language: 'en-US', text: 'New.' }];
      await put(run, 'production', ...all.map((one, index) => (index === 0 ? { ...one, releaseNotes } : one)));
    },
    track: 'production',
    then: [
      {
        name: '1.2 (42)',
        status: 'inProgress',
        userFraction: 0.05,
        versionCodes: ['42'],
        releaseNotes: [{ language: 'en-US', text: 'New.' }],
      },
      OLD,
    ],
  },
  {
    wish: 'upload to the Wear track',
    steps: async (run) => {
      await upload(run, 10_042, true);
      await put(run, 'wear:internal', { name: null, status: 'completed', versionCodes: [10_042] });
    },
    track: 'wear:internal',
    then: [{ name: '1.0', status: 'completed', versionCodes: ['10042'] }],
  },
  {
    wish: 'promote to beta',
    steps: (run) => put(run, 'beta', { name: '1.1', status: 'completed', userFraction: null, versionCodes: ['41'] }),
    track: 'beta',
    then: [{ name: '1.1', status: 'completed', versionCodes: ['41'] }],
  },
  {
    wish: 'raise',
    steps: (run) => put(run, 'production', { ...ROLLING, status: 'inProgress', userFraction: '0.2' }),
    track: 'production',
    then: [{ ...ROLLING, status: 'inProgress', userFraction: 0.2 }, OLD],
  },
  {
    wish: 'halt',
    steps: (run) => put(run, 'production', { ...ROLLING, status: 'halted', userFraction: '0.1' }),
    track: 'production',
    then: [{ ...ROLLING, status: 'halted', userFraction: 0.1 }, OLD],
  },
  {
    wish: 'finish',
    steps: (run) => put(run, 'production', { ...ROLLING, status: 'completed', userFraction: null }),
    track: 'production',
    then: [{ ...ROLLING, status: 'completed' }],
  },
];

test.each(SEQUENCES)('$wish', async ({ steps, track, then }) => {
  await withPlay({ prepare }, async (stage) => {
    await play(stage, steps);
    expect(await stage.releasesOf(track)).toEqual(then);
  });
});

test('metadata: listing, icon, and screenshots removed before new ones', async () => {
  await withPlay({ prepare }, async (stage) => {
    await play(stage, async ({ edit, send }) => {
      const listing = `${edit}/listings/en-US`;
      const replies = [
        await send('PUT', listing, { body: { language: 'en-US', title: 'Tracker' } }),
        await send('POST', `/upload${listing}/icon`, { raw: 'png', headers: { 'content-type': 'image/*' } }),
        await send('DELETE', `${listing}/phoneScreenshots`),
      ];
      expect(replies.map(({ status }) => status)).toEqual([200, 200, 200]);
    });
    const { content } = stage.emulator.snapshot().apps[PACKAGE] ?? {};
    expect(content?.listings).toEqual({ 'en-US': { language: 'en-US', title: 'Tracker' } });
    expect(Object.keys(content?.images ?? {})).toEqual(['en-US/icon']);
  });
});

test('a reading action kills the edit of an upload that runs with the same account', async () => {
  await withPlay({ prepare }, async (stage) => {
    const uploading = await stage.openEdit();
    const reading = await stage.openEdit();
    expect((await stage.request('DELETE', reading)).status).toBe(204);
    const reply = await stage.request('GET', `${uploading}/tracks`);
    expect(reply.body).toMatchObject({ error: { message: 'This Edit has been deleted.' } });
  });
});
