import { describe, expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import { makePackage } from '#emulators/google-play/packages';
import { PACKAGE, refusalOf, withPlay, type Reply, type Stage, type StageOptions } from './harness.ts';

const CHUNK = 256 * 1_024;
const SMALL = makePackage({ packageName: PACKAGE, versionCode: 42 });
const LARGE = makePackage({ packageName: PACKAGE, versionCode: 42 }, 3 * CHUNK);

const hash = (name: string, bytes: Buffer): string => createHash(name).update(bytes).digest('hex');
const sums = (bytes: Buffer): object => ({ sha1: hash('sha1', bytes), sha256: hash('sha256', bytes) });
const bundle = (bytes: Buffer): object => ({ versionCode: 42, ...sums(bytes) });

const command = (name: string, more: Record<string, string> = {}): Record<string, string> => ({
  'x-goog-upload-command': name,
  ...more,
});
const range = (first: number, last: number, total: number | string = LARGE.length): Record<string, string> => ({
  'content-range': `bytes ${first}-${last}/${total}`,
});

/** Starts an upload by command or by range, and returns its address. */
async function start({ request }: Stage, edit: string, by: 'command' | 'range', bytes: Buffer): Promise<string> {
  const { status, headers } = await (by === 'command'
    ? request('POST', `/upload${edit}/bundles?ackBundleInstallationWarning=false`, {
        headers: command('start', {
          'x-goog-upload-protocol': 'resumable',
          'x-goog-upload-header-content-length': `${bytes.length}`,
          'x-goog-upload-header-content-type': 'application/octet-stream',
        }),
      })
    : request('POST', `/resumable/upload${edit}/bundles?uploadType=resumable`, {
        headers: { 'x-upload-content-length': `${bytes.length}` },
      }));
  expect(status).toBe(200);
  if (by === 'command') expect(headers.get('x-goog-upload-status')).toBe('active');
  const address = headers.get(by === 'command' ? 'x-goog-upload-url' : 'location') ?? '';
  expect(address).toMatch(/^http:\/\/127\.0\.0\.1:/);
  return address;
}

async function versionCodes({ request }: Stage, edit: string): Promise<number[]> {
  const { body } = await request('GET', `${edit}/bundles`);
  return (body as { bundles: { versionCode: number }[] }).bundles.map(({ versionCode }) => versionCode);
}

function uploading(run: (stage: Stage, edit: string) => Promise<void>, options: StageOptions = {}): Promise<void> {
  return withPlay(options, async (stage) => run(stage, await stage.openEdit()));
}

describe('simple', () => {
  test('a bundle, with the checksums of its bytes', async () => {
    await uploading(async (stage, edit) => {
      const reply = await stage.request('POST', `/upload${edit}/bundles?uploadType=media`, { raw: SMALL });
      expect(reply).toMatchObject({ status: 200, body: bundle(SMALL) });
      expect(await versionCodes(stage, edit)).toEqual([40, 42]);
    });
  });

  test('an APK', async () => {
    await uploading(async (stage, edit) => {
      const reply = await stage.request('POST', `/upload${edit}/apks`, { raw: SMALL });
      expect(reply).toMatchObject({ status: 200, body: { versionCode: 42, binary: sums(SMALL) } });
      expect((await stage.request('GET', `${edit}/apks`)).body).toMatchObject({ apks: [{ versionCode: 42 }] });
    });
  });

  const FORBIDDEN = { status: 403, name: 'PERMISSION_DENIED', reason: 'forbidden' };

  test.each([
    {
      rule: 'a version code of a live release',
      file: { versionCode: 40 },
      message: 'Version code 40 has already been used.',
    },
    { rule: 'another package', file: { packageName: 'com.example.other' }, message: 'APK has the wrong package name.' },
    { rule: 'an unsigned bundle', file: { signed: false }, message: 'The Android App Bundle was not signed.' },
    { rule: 'an unsigned APK', kind: 'apks', file: { signed: false }, message: 'The APK was not signed.' },
  ])('refused: $rule', async ({ file, kind = 'bundles', message }) => {
    await uploading(async (stage, edit) => {
      const raw = makePackage({ packageName: PACKAGE, versionCode: 42, ...file });
      expect(refusalOf(await stage.request('POST', `/upload${edit}/${kind}`, { raw }))).toEqual({
        ...FORBIDDEN,
        message,
      });
      expect(await versionCodes(stage, edit)).toEqual([40]);
    });
  });

  test('refused: a version code of the same edit, bundle or APK', async () => {
    await uploading(async (stage, edit) => {
      await stage.upload(edit, 42);
      for (const kind of ['bundles', 'apks']) {
        const reply = await stage.request('POST', `/upload${edit}/${kind}`, { raw: SMALL });
        expect(refusalOf(reply)).toEqual({ ...FORBIDDEN, message: 'Version code 42 has already been used.' });
      }
    });
  });

  test('refused: what is no package. A real one needs a reader, and says so', async () => {
    await uploading(async ({ request }, edit) => {
      const send = (raw: Buffer): Promise<Reply> => request('POST', `/upload${edit}/bundles`, { raw });
      expect(refusalOf(await send(Buffer.from('junk')))).toEqual({
        ...FORBIDDEN,
        message: 'APK is not a valid ZIP archive.',
      });
      expect((await send(Buffer.from('PK\u0003\u0004real'))).status).toBe(501);
      expect((await request('POST', `/upload${edit}/bundles?uploadType=other`, { raw: SMALL })).status).toBe(501);
    });
  });
});

describe('resumable, by command', () => {
  test('in one go', async () => {
    await uploading(async (stage, edit) => {
      const address = await start(stage, edit, 'command', LARGE);
      const headers = command('upload, finalize', { 'x-goog-upload-offset': '0' });
      const reply = await stage.request('POST', address, { raw: LARGE, headers });
      expect(reply).toMatchObject({ status: 200, body: bundle(LARGE) });
      expect(reply.headers.get('x-goog-upload-status')).toBe('final');
      expect(await versionCodes(stage, edit)).toEqual([40, 42]);
    });
  });

  test('after an interruption the service tells what it has, and the rest is enough', async () => {
    let interruptions = 1;
    const interrupt = ({ operation }: { operation: string }): number | undefined =>
      operation === 'edits.bundles.upload/send' && interruptions-- > 0 ? CHUNK + 7 : undefined;
    await uploading(
      async (stage, edit) => {
        const address = await start(stage, edit, 'command', LARGE);
        const send = (offset: number): Promise<Reply> =>
          stage.request('POST', address, {
            raw: LARGE.subarray(offset),
            headers: command('upload, finalize', { 'x-goog-upload-offset': `${offset}` }),
          });
        expect((await send(0)).status).toBe(503);
        const state = await stage.request('POST', address, { headers: command('query') });
        expect(state.headers.get('x-goog-upload-status')).toBe('active');
        expect(state.headers.get('x-goog-upload-size-received')).toBe(`${CHUNK + 7}`);
        expect((await send(0)).status).toBe(400);
        expect(await versionCodes(stage, edit)).toEqual([40]);
        expect(await send(CHUNK + 7)).toMatchObject({ status: 200, body: bundle(LARGE) });
      },
      { interrupt },
    );
  });

  test('of a connection that was cut nothing has arrived; of an answer that was lost everything', async () => {
    await uploading(async (stage, edit) => {
      const address = await start(stage, edit, 'command', LARGE);
      const headers = command('upload, finalize', { 'x-goog-upload-offset': '0' });
      const query = (): Promise<Reply> => stage.request('POST', address, { headers: command('query') });
      const match = { operation: 'edits.bundles.upload/send' };
      stage.faults.add({ match, fault: { kind: 'cut-before' } });
      await expect(stage.request('POST', address, { raw: LARGE, headers })).rejects.toThrow();
      expect((await query()).headers.get('x-goog-upload-size-received')).toBe('0');
      stage.faults.add({ match, fault: { kind: 'cut-after' } });
      await expect(stage.request('POST', address, { raw: LARGE, headers })).rejects.toThrow();
      const state = await query();
      expect(state.headers.get('x-goog-upload-status')).toBe('final');
      expect(state.body).toEqual(bundle(LARGE));
      // And sending it once more makes no second bundle.
      expect(await stage.request('POST', address, { raw: LARGE, headers })).toMatchObject({
        status: 200,
        body: bundle(LARGE),
      });
      expect(await versionCodes(stage, edit)).toEqual([40, 42]);
    });
  });

  test('in parts: upload, upload, finalize', async () => {
    await uploading(async (stage, edit) => {
      const address = await start(stage, edit, 'command', LARGE);
      const part = (name: string, first: number, end: number): Promise<Reply> =>
        stage.request('POST', address, {
          raw: LARGE.subarray(first, end),
          headers: command(name, { 'x-goog-upload-offset': `${first}` }),
        });
      const first = await part('upload', 0, CHUNK);
      expect(first.headers.get('x-goog-upload-status')).toBe('active');
      expect(first.headers.get('x-goog-upload-size-received')).toBe(`${CHUNK}`);
      await part('upload', CHUNK, LARGE.length);
      expect(await part('finalize', LARGE.length, LARGE.length)).toMatchObject({ status: 200, body: bundle(LARGE) });
    });
  });

  test('a file that is shorter than announced is refused', async () => {
    await uploading(async (stage, edit) => {
      const address = await start(stage, edit, 'command', LARGE);
      const headers = command('upload, finalize', { 'x-goog-upload-offset': '0' });
      expect((await stage.request('POST', address, { raw: LARGE.subarray(0, 1_000), headers })).status).toBe(400);
      expect(await versionCodes(stage, edit)).toEqual([40]);
    });
  });

  test('a cancelled upload, one that never was, and one of another target', async () => {
    await uploading(async (stage, edit) => {
      const address = await start(stage, edit, 'command', LARGE);
      const query = (to: string): Promise<Reply> => stage.request('POST', to, { headers: command('query') });
      expect((await query(address.replace('/bundles', '/apks'))).status).toBe(404);
      expect((await query(address.replace('upload_id=upload-', 'upload_id=none-'))).status).toBe(404);
      await stage.request('POST', address, { headers: command('cancel') });
      expect((await query(address)).headers.get('x-goog-upload-status')).toBe('cancelled');
      const headers = command('upload, finalize', { 'x-goog-upload-offset': '0' });
      const late = await stage.request('POST', address, { raw: LARGE, headers });
      expect([late.status, late.headers.get('x-goog-upload-status')]).toEqual([400, 'cancelled']);
      expect(await versionCodes(stage, edit)).toEqual([40]);
    });
  });

  test('an upload dies with its edit', async () => {
    await uploading(async (stage, edit) => {
      const address = await start(stage, edit, 'command', LARGE);
      await stage.openEdit();
      const headers = command('upload, finalize', { 'x-goog-upload-offset': '0' });
      expect(refusalOf(await stage.request('POST', address, { raw: LARGE, headers }))).toMatchObject({
        message: 'This Edit has been deleted.',
      });
    });
  });

  test('a refused file is refused at its last byte', async () => {
    await uploading(async (stage, edit) => {
      const bytes = makePackage({ packageName: PACKAGE, versionCode: 40 });
      const address = await start(stage, edit, 'command', bytes);
      const headers = command('upload, finalize', { 'x-goog-upload-offset': '0' });
      const reply = await stage.request('POST', address, { raw: bytes, headers });
      expect(refusalOf(reply)).toMatchObject({ status: 403, message: 'Version code 40 has already been used.' });
    });
  });
});

describe('resumable, by range', () => {
  test('in chunks, each answered 308 with what has arrived', async () => {
    await uploading(async (stage, edit) => {
      const address = await start(stage, edit, 'range', LARGE);
      const put = (first: number, end: number): Promise<Reply> =>
        stage.request('PUT', address, { raw: LARGE.subarray(first, end), headers: range(first, end - 1) });
      const asked = await stage.request('PUT', address, { headers: { 'content-range': `bytes */${LARGE.length}` } });
      expect([asked.status, asked.headers.get('range')]).toEqual([308, null]);
      const first = await put(0, 2 * CHUNK);
      expect([first.status, first.headers.get('range')]).toEqual([308, `bytes=0-${2 * CHUNK - 1}`]);
      expect(await put(2 * CHUNK, LARGE.length)).toMatchObject({ status: 200, body: bundle(LARGE) });
      expect(await versionCodes(stage, edit)).toEqual([40, 42]);
    });
  });

  test('without Content-Range it is the whole file', async () => {
    await uploading(async (stage, edit) => {
      const address = await start(stage, edit, 'range', LARGE);
      expect(await stage.request('PUT', address, { raw: LARGE })).toMatchObject({ status: 200, body: bundle(LARGE) });
    });
  });

  test('after an interruption the status query says where to go on', async () => {
    let interruptions = 1;
    const interrupt = (): number | undefined => (interruptions-- > 0 ? 1_000 : undefined);
    await uploading(
      async (stage, edit) => {
        const address = await start(stage, edit, 'range', LARGE);
        const whole = await stage.request('PUT', address, { raw: LARGE, headers: range(0, LARGE.length - 1) });
        expect(whole.status).toBe(503);
        const ask = (): Promise<Reply> =>
          stage.request('PUT', address, { headers: { 'content-range': `bytes */${LARGE.length}` } });
        expect((await ask()).headers.get('range')).toBe('bytes=0-999');
        const rest = { raw: LARGE.subarray(1_000), headers: range(1_000, LARGE.length - 1) };
        expect(await stage.request('PUT', address, rest)).toMatchObject({ status: 200, body: bundle(LARGE) });
        // Who asks again gets the answer again.
        expect(await ask()).toMatchObject({ status: 200, body: bundle(LARGE) });
      },
      { interrupt },
    );
  });

  test.each([
    { wrong: 'a gap', headers: range(CHUNK, 2 * CHUNK - 1), bytes: CHUNK },
    { wrong: 'a range of another length', headers: range(0, CHUNK), bytes: CHUNK },
    { wrong: 'a chunk that is no multiple of 256 KiB', headers: range(0, 999), bytes: 1_000 },
    { wrong: 'no range', headers: { 'content-range': 'all of it' }, bytes: CHUNK },
  ])('refused: $wrong', async ({ headers, bytes }) => {
    await uploading(async (stage, edit) => {
      const address = await start(stage, edit, 'range', LARGE);
      expect((await stage.request('PUT', address, { raw: LARGE.subarray(0, bytes), headers })).status).toBe(400);
      const state = await stage.request('PUT', address, { headers: { 'content-range': 'bytes */*' } });
      expect(state.headers.get('range')).toBeNull();
    });
  });
});

describe('symbols', () => {
  test.each([
    { type: 'proguard', code: 42, status: 200 },
    { type: 'nativeCode', code: 40, status: 200 },
    { type: 'dwarf', code: 42, status: 400 },
    { type: 'proguard', code: 99, status: 404 },
  ])('$type of $code: $status', async ({ type, code, status }) => {
    await uploading(async (stage, edit) => {
      await stage.upload(edit, 42);
      const path = `/upload${edit}/apks/${code}/deobfuscationFiles/${type}`;
      const reply = await stage.request('POST', path, { raw: 'a -> b' });
      expect(reply.status).toBe(status);
      const started = await stage.request('POST', path, { headers: command('start') });
      expect(started.status).toBe(status);
      if (status === 200) expect(reply.body).toEqual({ deobfuscationFile: { symbolType: type } });
      await stage.request('POST', `${edit}:commit`);
      const kept = stage.emulator.snapshot().apps[PACKAGE]?.content.symbols;
      expect(kept).toEqual(
        status === 200 ? [{ versionCode: code, type, size: 6, sha256: hash('sha256', Buffer.from('a -> b')) }] : [],
      );
    });
  });

  test('a second file takes the place of the first', async () => {
    await uploading(async (stage, edit) => {
      for (const raw of ['one', 'three']) {
        await stage.request('POST', `/upload${edit}/apks/40/deobfuscationFiles/proguard`, { raw });
      }
      await stage.request('POST', `${edit}:commit`);
      expect(stage.emulator.snapshot().apps[PACKAGE]?.content.symbols).toMatchObject([{ size: 5 }]);
    });
  });
});

describe('multipart', () => {
  const multipart = (...parts: readonly (string | Buffer)[]): Buffer =>
    Buffer.concat([
      ...parts.flatMap((part) => [Buffer.from('--b\r\n'), Buffer.from(part), Buffer.from('\r\n')]),
      Buffer.from('--b--'),
    ]);
  const JSON_PART = 'content-type: application/json\r\n\r\n{}';
  // Bytes in which the boundary nearly stands.
  const file = Buffer.concat([SMALL, Buffer.from('\r\n--a\r\n\r\n')]);
  const FILE_PART = Buffer.concat([Buffer.from('content-type: application/octet-stream\r\n\r\n'), file]);

  test.each([
    { body: 'two parts', raw: multipart(JSON_PART, FILE_PART), type: 'multipart/related; boundary=b', status: 200 },
    {
      body: 'a quoted boundary',
      raw: multipart(JSON_PART, FILE_PART),
      type: 'multipart/related; boundary="b"',
      status: 200,
    },
    { body: 'one part', raw: multipart(FILE_PART), type: 'multipart/related; boundary=b', status: 400 },
    {
      body: 'three parts',
      raw: multipart(JSON_PART, FILE_PART, JSON_PART),
      type: 'multipart/related; boundary=b',
      status: 400,
    },
    {
      body: 'no end',
      raw: multipart(JSON_PART, FILE_PART).subarray(0, -2),
      type: 'multipart/related; boundary=b',
      status: 400,
    },
    { body: 'no boundary', raw: multipart(JSON_PART, FILE_PART), type: 'multipart/related', status: 400 },
    { body: 'a file alone', raw: file, type: 'application/octet-stream', status: 400 },
  ])('$body: $status', async ({ raw, type, status }) => {
    await withPlay({}, async ({ request, openEdit }) => {
      const path = `/upload${await openEdit()}/listings/en-US/icon?uploadType=multipart`;
      const reply = await request('POST', path, { raw, headers: { 'content-type': type } });
      expect(reply.status).toBe(status);
      if (status === 200) {
        const sha256 = createHash('sha256').update(file).digest('hex');
        expect(reply.body).toMatchObject({ image: { sha256 } });
      }
    });
  });
});
