import { expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import type { Inspect } from '#emulators/app-store-connect/routes/uploads';
import { idOf } from './flows.ts';
import { DAY, MINUTE, refusalOf, withAsc, type Item, type Reply, type Stage, type StageOptions } from './harness.ts';

const BYTES = Buffer.from('an app of twenty-four b.');
const PART = 10;

interface Operation {
  readonly method: string;
  readonly url: string;
  readonly offset: number;
  readonly length: number;
  readonly partNumber: number;
  readonly entityTag?: string;
  readonly requestHeaders: readonly { readonly name: string; readonly value: string }[];
}

interface Upload {
  readonly id: string;
  readonly file: string;
  readonly operations: readonly Operation[];
  /** Sends one part as its operation says. */
  readonly send: (
    index: number,
    change?: { headers?: Record<string, string>; raw?: Buffer; url?: string | undefined },
  ) => Promise<Reply>;
  readonly finish: (checksums?: object) => Promise<Reply>;
  readonly state: () => Promise<{ state: string; errors: readonly { code: string }[] }>;
}

const ANNOUNCED = { cfBundleShortVersionString: '1.1', cfBundleVersion: '42', platform: 'IOS' };

async function startUpload(stage: Stage, announced: object = ANNOUNCED): Promise<Upload> {
  const { app, post, patch, get, request } = stage;
  const id = idOf(await post('buildUploads', announced, { app: ['apps', app.id] }));
  const created = await post(
    'buildUploadFiles',
    { fileName: 'app.ipa', fileSize: BYTES.length, uti: 'com.apple.ipa', assetType: 'ASSET' },
    { buildUpload: ['buildUploads', id] },
  );
  const file = idOf(created);
  const operations = (created.body?.data as Item).attributes['uploadOperations'] as Operation[];
  return {
    id,
    file,
    operations,
    send: (index, { headers = {}, raw, url } = {}) => {
      const operation = operations[index];
      if (operation === undefined) throw new Error('No such part.');
      const { offset, length, requestHeaders } = operation;
      const own = Object.fromEntries(requestHeaders.map(({ name, value }) => [name, value]));
      return request(operation.method, url ?? operation.url, {
        token: null,
        raw: raw ?? BYTES.subarray(offset, offset + length),
        headers: { ...own, ...headers },
      });
    },
    finish: (sourceFileChecksums) =>
      patch('buildUploadFiles', file, {
        uploaded: true,
        ...(sourceFileChecksums === undefined ? {} : { sourceFileChecksums }),
      }),
    state: async () =>
      (await get(`/v1/buildUploads/${id}`)).attributes['state'] as Awaited<ReturnType<Upload['state']>>,
  };
}

async function sendAll({ operations, send }: Upload): Promise<void> {
  for (const index of operations.keys()) expect((await send(index)).status).toBe(200);
}

function withUploads(options: StageOptions, run: (stage: Stage) => Promise<void>): Promise<void> {
  return withAsc({ ...options, settings: { uploadPart: PART, ...options.settings } }, run);
}

test('a file in parts becomes a build that is processed', async () => {
  const seen: unknown[] = [];
  const inspect: Inspect = (bytes, { cfBundleVersion }) => {
    seen.push(bytes.toString(), cfBundleVersion);
    return { warnings: [{ code: '90683', description: 'A purpose string is missing.' }] };
  };
  await withUploads({ inspect }, async (stage) => {
    const { clock, get } = stage;
    const upload = await startUpload(stage);
    expect(upload.operations.map(({ offset, length, partNumber }) => [partNumber, offset, length])).toEqual([
      [1, 0, 10],
      [2, 10, 10],
      [3, 20, 4],
    ]);
    expect(await upload.state()).toMatchObject({ state: 'AWAITING_UPLOAD' });
    // In any order.
    for (const index of [2, 0, 1]) {
      const sent = await upload.send(index);
      const { offset = 0, length = 0 } = upload.operations[index] ?? {};
      const md5 = createHash('md5')
        .update(BYTES.subarray(offset, offset + length))
        .digest('hex');
      expect([sent.status, sent.headers.get('etag')]).toEqual([200, `"${md5}"`]);
    }
    const hash = createHash('sha256').update(BYTES).digest('hex');
    const finished = await upload.finish({ file: { hash, algorithm: 'SHA_256' } });
    expect((finished.body?.data as Item).attributes['assetDeliveryState']).toMatchObject({ state: 'UPLOAD_COMPLETE' });
    expect(seen).toEqual([BYTES.toString(), '42']);
    expect(await upload.state()).toMatchObject({ state: 'PROCESSING' });
    expect(await get<Item[]>('/v1/builds?filter[version]=42')).toEqual([]);
    clock.advanceBy(2 * MINUTE);
    expect(await upload.state()).toMatchObject({ state: 'COMPLETE', errors: [], warnings: [{ code: '90683' }] });
    const { relationships } = await get(`/v1/buildUploads/${upload.id}?include=build`);
    const [build] = await get<Item[]>('/v1/builds?filter[version]=42&include=buildUpload');
    expect(relationships?.['build']?.data).toEqual({ type: 'builds', id: build?.id });
    expect(build?.attributes['processingState']).toBe('PROCESSING');
    clock.advanceBy(10 * MINUTE);
    expect((await get(`/v1/builds/${build?.id ?? ''}`)).attributes['processingState']).toBe('VALID');
    expect((await get(`/v1/buildUploadFiles/${upload.file}`)).attributes).toMatchObject({
      assetDeliveryState: { state: 'COMPLETE' },
      uploadOperations: null,
    });
  });
});

test('what Apple finds in a file fails the upload, and there is no build', async () => {
  const description =
    "CFBundleVersion Mismatch. The CFBundleVersion value '41' of watch application 'App.app/Watch/Watch.app' does not match the CFBundleVersion value '42' of its containing iOS application 'App.app'.";
  await withUploads({ inspect: () => ({ errors: [{ code: '90379', description }] }) }, async (stage) => {
    const upload = await startUpload(stage);
    await sendAll(upload);
    expect((await upload.finish()).status).toBe(200);
    stage.clock.advanceBy(2 * MINUTE);
    expect(await upload.state()).toMatchObject({ state: 'FAILED', errors: [{ code: '90379', description }] });
    expect(await stage.get<Item[]>('/v1/builds?filter[version]=42')).toEqual([]);
    // The number is free again.
    await startUpload(stage);
  });
});

test('a build number is used once for a version; one that is not higher is refused', async () => {
  await withUploads({}, async (stage) => {
    const { app, emulator, post } = stage;
    emulator.console.addBuild({ app: app.id, version: '1.1', number: '9' });
    emulator.console.addBuild({ app: app.id, version: '1.1', number: '41' });
    const announce = async (cfBundleShortVersionString: string, cfBundleVersion: string): Promise<unknown> =>
      refusalOf(
        await post(
          'buildUploads',
          { cfBundleShortVersionString, cfBundleVersion, platform: 'IOS' },
          { app: ['apps', app.id] },
        ),
      );
    const used =
      "ENTITY_ERROR.ATTRIBUTE.INVALID.DUPLICATE: The bundle version must be higher than the previously uploaded version: '41'";
    expect(await announce('1.1', '41')).toEqual([409, used]);
    expect(await announce('1.1.0', '10')).toEqual([409, used]);
    expect(await announce('1.2', '1')).toEqual([201]);
    const upload = await startUpload(stage);
    await sendAll(upload);
    await upload.finish();
    expect(await announce('1.1', '42')).toEqual([409, used.replace('41', '42')]);
  });
});

test('of two uploads of one number the slower one fails', async () => {
  await withUploads({}, async (stage) => {
    const [first, second] = [await startUpload(stage), await startUpload(stage)];
    for (const upload of [first, second]) {
      await sendAll(upload);
      await upload.finish();
    }
    stage.clock.advanceBy(2 * MINUTE);
    expect(await first.state()).toMatchObject({ state: 'COMPLETE' });
    expect(await second.state()).toMatchObject({ state: 'FAILED', errors: [{ code: '90189' }] });
    expect((await stage.get<Item[]>('/v1/builds?filter[version]=42')).length).toBe(1);
  });
});

test('of a version that is approved no more builds are taken', async () => {
  await withUploads({}, async (stage) => {
    const upload = await startUpload(stage, { ...ANNOUNCED, cfBundleShortVersionString: '1.0.0' });
    await sendAll(upload);
    await upload.finish();
    stage.clock.advanceBy(2 * MINUTE);
    const { state, errors } = await upload.state();
    expect([state, errors.map(({ code }) => code)]).toEqual(['FAILED', ['90062', '90186']]);
  });
});

test('the store of parts takes what it has signed, and nothing else', async () => {
  await withUploads({}, async (stage) => {
    const upload = await startUpload(stage);
    const outcome = async (change: Parameters<Upload['send']>[1]): Promise<unknown> => {
      const { status, text } = await upload.send(0, change);
      return [status, /<Code>(\w+)/.exec(text)?.[1]];
    };
    const [first] = upload.operations;
    expect(await outcome({ headers: { authorization: 'Bearer x' } })).toEqual([400, 'InvalidArgument']);
    expect(await outcome({ headers: { 'content-type': 'text/plain' } })).toEqual([403, 'SignatureDoesNotMatch']);
    expect(await outcome({ url: first?.url.replace(/\?.*/, '') })).toEqual([403, 'SignatureDoesNotMatch']);
    expect(await outcome({ url: first?.url.replace('/1?', '/9?') })).toEqual([403, 'SignatureDoesNotMatch']);
    expect(await outcome({ url: first?.url.replace(upload.file, 'none') })).toEqual([404, 'NoSuchUpload']);
    expect(await outcome({ raw: BYTES })).toEqual([400, 'IncompleteBody']);
    expect(await outcome({ headers: { 'content-md5': 'x' } })).toEqual([400, 'BadDigest']);
    stage.clock.advanceBy(DAY);
    expect(await outcome({})).toEqual([403, 'AccessDenied']);
  });
});

test('a part that is sent again takes the place of the first; what arrived is told', async () => {
  let seen = '';
  const inspect: Inspect = (bytes) => {
    seen = bytes.toString();
    return {};
  };
  await withUploads({ inspect }, async (stage) => {
    const upload = await startUpload(stage);
    await upload.send(0, { raw: Buffer.alloc(PART, 'x') });
    const { attributes } = await stage.get(`/v1/buildUploadFiles/${upload.file}`);
    const tags = (attributes['uploadOperations'] as Operation[]).map(({ entityTag }) => entityTag?.length);
    expect(tags).toEqual([32, undefined, undefined]);
    await sendAll(upload);
    await upload.finish();
    expect(seen).toBe(BYTES.toString());
    expect((await upload.send(0)).status).toBe(404);
    expect((await upload.finish()).status).toBe(409);
  });
});

const md5 = (bytes: Buffer): Buffer => createHash('md5').update(bytes).digest();
const tags = [0, 10, 20].map((offset) => md5(BYTES.subarray(offset, offset + PART)));

test.each([
  ['a part is missing', undefined, 'UPLOAD_INCOMPLETE', 2],
  ['its checksum is another', { file: { hash: 'abc', algorithm: 'MD5' } }, 'CHECKSUM_MISMATCH', 3],
  ['the sum of its parts is another', { composite: { hash: 'abc-3', algorithm: 'MD5' } }, 'CHECKSUM_MISMATCH', 3],
] as const)('"uploaded" is taken, and the upload fails, when %s', async (_, checksums, code, parts) => {
  await withUploads({}, async (stage) => {
    const upload = await startUpload(stage);
    for (let index = 0; index < parts; index += 1) await upload.send(index);
    const { status, body } = await upload.finish(checksums);
    expect(status).toBe(200);
    expect((body?.data as Item).attributes['assetDeliveryState']).toMatchObject({
      state: 'FAILED',
      errors: [{ code }],
    });
    expect(await upload.state()).toMatchObject({ state: 'FAILED', errors: [{ code }] });
  });
});

test.each([
  ['of the file', { file: { hash: md5(BYTES).toString('hex'), algorithm: 'MD5' } }],
  ['of the file, in base64', { file: { hash: md5(BYTES).toString('base64'), algorithm: 'MD5' } }],
  ['of its parts', { composite: { hash: `${md5(Buffer.concat(tags)).toString('hex')}-3`, algorithm: 'MD5' } }],
])('a checksum %s that is right is taken', async (_, checksums) => {
  await withUploads({}, async (stage) => {
    const upload = await startUpload(stage);
    await sendAll(upload);
    await upload.finish(checksums);
    expect(await upload.state()).toMatchObject({ state: 'PROCESSING' });
  });
});

test('an upload can be given up until its file is there, and has one file of each kind', async () => {
  await withUploads({}, async (stage) => {
    const { post, request, get } = stage;
    const upload = await startUpload(stage);
    const again = await post(
      'buildUploadFiles',
      { fileName: 'b.ipa', fileSize: 1, uti: 'com.apple.ipa', assetType: 'ASSET' },
      { buildUpload: ['buildUploads', upload.id] },
    );
    expect(again.status).toBe(409);
    expect((await get<Item[]>(`/v1/buildUploads/${upload.id}/buildUploadFiles`)).map(({ id }) => id)).toEqual([
      upload.file,
    ]);
    expect((await request('DELETE', `/v1/buildUploads/${upload.id}`)).status).toBe(204);
    expect((await request('GET', `/v1/buildUploads/${upload.id}`)).status).toBe(404);
    expect((await upload.send(0)).status).toBe(404);
    const second = await startUpload(stage);
    await sendAll(second);
    await second.finish();
    expect((await request('DELETE', `/v1/buildUploads/${second.id}`)).status).toBe(409);
  });
});

test('all files of an upload have to be there before Apple looks at it', async () => {
  await withUploads({}, async (stage) => {
    const upload = await startUpload(stage);
    const description = await stage.post(
      'buildUploadFiles',
      { fileName: 'a.plist', fileSize: 1, uti: 'com.apple.binary-property-list', assetType: 'ASSET_DESCRIPTION' },
      { buildUpload: ['buildUploads', upload.id] },
    );
    await sendAll(upload);
    await upload.finish();
    expect(await upload.state()).toMatchObject({ state: 'AWAITING_UPLOAD' });
    const [operation] = (description.body?.data as Item).attributes['uploadOperations'] as Operation[];
    const headers = { 'content-type': 'application/octet-stream' };
    await stage.request('PUT', operation?.url ?? '', { token: null, raw: 'x', headers });
    idOf(await stage.patch('buildUploadFiles', idOf(description), { uploaded: true }), 200);
    expect(await upload.state()).toMatchObject({ state: 'PROCESSING' });
  });
});
