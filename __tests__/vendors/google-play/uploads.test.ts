import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { createFaultPlan } from '#emulators/base/fault-plan';
import type { PlannedFault } from '#emulators/base/fault-plan';
import { ConfigurationError, VendorError } from '#kit/errors';
import type { GooglePlay } from '#vendors/google-play/client';
import { withEdit } from '#vendors/google-play/edits';
import { startRelease } from '#vendors/google-play/start';
import { withUploadFile } from '#vendors/google-play/upload-file';
import type { UploadFile } from '#vendors/google-play/upload-file';
import { uploadBundle, uploadSymbols } from '#vendors/google-play/uploads';
import type { UploadedBundle } from '#vendors/google-play/uploads';
import { bundleBytes, fileOf, large, mega, playUpload, small } from './upload-play.ts';
import { speakWith } from './scripted.ts';
import type { Reply } from './scripted.ts';
import { packageName, withPlay } from './stage.ts';
import type { PlayStage, PlayStageOptions } from './stage.ts';

/** Uploads in an edit that is committed, so that the world shows what arrived. */
const upload = async (play: GooglePlay, file: UploadFile): Promise<UploadedBundle> =>
  withEdit(play, async (edit) => {
    const uploaded = await uploadBundle(play, edit, file);
    await edit.commit({});
    return uploaded;
  });
const artifact = (stage: PlayStage): unknown =>
  stage.emulator.snapshot().apps[packageName]?.content.artifacts.find(({ versionCode }) => versionCode === 43);
const sends = (stage: PlayStage): number => stage.asked().filter((one) => one === 'edits.bundles.upload/send').length;

test('a bundle in one request, its mapping and its symbols; then it is released', async () => {
  await withPlay({}, async (stage) => {
    const play = stage.play();
    await withEdit(play, async (edit) => {
      const { versionCode, sha256 } = await uploadBundle(play, edit, small);
      expect({ versionCode, sha256 }).toEqual({ versionCode: 43, sha256: small.sha256 });
      await uploadSymbols(play, edit, { versionCode, kind: 'proguard' }, fileOf(Buffer.from('a -> b')));
      await uploadSymbols(play, edit, { versionCode, kind: 'nativeCode' }, fileOf(Buffer.from('PK')));
      await edit.commit({});
    });
    expect(artifact(stage)).toMatchObject({ sha256: small.sha256, size: small.size });
    expect(stage.emulator.snapshot().apps[packageName]?.content.symbols).toMatchObject([
      { versionCode: 43, type: 'proguard', size: 6 },
      { versionCode: 43, type: 'nativeCode', size: 2 },
    ]);
    const start = { track: 'production', versionCodes: [43], reach: 0.05 } as const;
    expect(await startRelease(play, start)).toMatchObject({ did: 'moved' });
  });
});

test('the same bytes again: they are there, and nothing is sent', async () => {
  await withPlay({}, async (stage) => {
    const first = await upload(stage.play(), small);
    expect(await upload(stage.play(), small)).toEqual(first);
    expect(sends(stage)).toBe(1);
  });
});

describe('breaks', () => {
  const interrupted = (...arriving: readonly (number | undefined)[]): PlayStageOptions => {
    let request = 0;
    return {
      interrupt: ({ operation }) => {
        if (!operation.endsWith('/send')) return undefined;
        request += 1;
        return arriving[request - 1];
      },
    };
  };

  test('in the middle of a chunk: it goes on from what has arrived', async () => {
    await withPlay(interrupted(undefined, 3 * mega), async (stage) => {
      expect(await upload(stage.play(), large)).toMatchObject({ versionCode: 43 });
      expect(artifact(stage)).toMatchObject({ sha256: large.sha256 });
      expect(sends(stage)).toBe(4);
      expect(stage.told.join()).toContain('of the bundle have arrived');
    });
  });

  test('with nothing, and with everything but the end', async () => {
    await withPlay(interrupted(0, small.size), async (stage) => {
      expect(await upload(stage.play(), small)).toMatchObject({ versionCode: 43 });
      expect(sends(stage)).toBe(3);
    });
  });

  test('time and again without a byte: it is given up, and nothing is released', async () => {
    await withPlay(interrupted(...Array.from({ length: 50 }, () => 0)), async (stage) => {
      const failure = await upload(stage.play(), small).catch((thrown: unknown) => thrown);
      expect(failure).toBeInstanceOf(VendorError);
      expect(failure).toMatchObject({ notes: [{ id: 'google-play-upload-broken' }] });
      expect(sends(stage)).toBe(6);
      expect(artifact(stage)).toBeUndefined();
      expect(stage.openEdits()).toBe(0);
    });
  });

  test('often, but each time with some bytes: it arrives', async () => {
    const medium = fileOf(bundleBytes(2 * mega));
    await withPlay(interrupted(...Array.from({ length: 9 }, () => 200_000)), async (stage) => {
      expect(await upload(stage.play(), medium)).toMatchObject({ versionCode: 43 });
      expect(artifact(stage)).toMatchObject({ sha256: medium.sha256 });
      expect(sends(stage)).toBe(10);
    });
  });
});

test('Google has forgotten the upload: it begins anew', async () => {
  const forget: PlannedFault[] = [
    { match: { operation: 'edits.bundles.upload/send' }, fault: { kind: 'cut-before' } },
    { match: { operation: 'edits.bundles.upload/query' }, fault: { kind: 'status', status: 404 } },
  ];
  await withPlay({ faults: createFaultPlan(forget) }, async (stage) => {
    expect(await upload(stage.play(), small)).toMatchObject({ versionCode: 43 });
    expect(stage.asked().filter((one) => one.endsWith('/start'))).toHaveLength(2);
  });
  // The answer to everything was lost, and the session with it.
  const applied: PlannedFault[] = [
    { match: { operation: 'edits.bundles.upload/send' }, fault: { kind: 'cut-after' } },
    { match: { operation: 'edits.bundles.upload/query' }, fault: { kind: 'status', status: 404 } },
  ];
  await withPlay({ faults: createFaultPlan(applied) }, async (stage) => {
    expect(await upload(stage.play(), small)).toEqual({ versionCode: 43, sha256: small.sha256 });
    expect(sends(stage)).toBe(1);
  });
});

test('every request x every fault: what is there is what was sent, and once', async () => {
  await playUpload(small);
});

describe('what cannot be', () => {
  test('an empty file, and one that is too large, before anything is sent', async () => {
    await withPlay({}, async (stage) => {
      const play = stage.play();
      const huge = { ...small, size: 53_687_091_201 };
      for (const file of [fileOf(Buffer.alloc(0)), huge]) {
        await expect(uploadBundle(play, { id: '1' }, file)).rejects.toMatchObject({
          notes: [{ id: 'google-play-file-unfit' }],
        });
      }
      await expect(
        uploadSymbols(play, { id: '1' }, { versionCode: 42, kind: 'proguard' }, { ...small, size: 2_097_152_001 }),
      ).rejects.toMatchObject({ notes: [{ id: 'google-play-file-unfit' }] });
      expect(stage.asked()).toEqual([]);
    });
  });

  test('a version code that was used, and symbols of nothing', async () => {
    await withPlay({}, async (stage) => {
      const play = stage.play();
      const failure = await upload(play, fileOf(bundleBytes(5, 42))).catch((thrown: unknown) => thrown);
      expect(failure).toBeInstanceOf(ConfigurationError);
      expect(failure).toMatchObject({ notes: [{ id: 'google-play-code-used' }] });
      await expect(
        withEdit(play, async (edit) => uploadSymbols(play, edit, { versionCode: 99, kind: 'proguard' }, small)),
      ).rejects.toThrow('No APK or bundle was found with version code 99');
    });
  });

  const session = 'https://androidpublisher.googleapis.com/upload/x?upload_id=7';
  const speak = (last: Reply, address = session): ReturnType<typeof speakWith> =>
    speakWith((_, { method, url }) => {
      if (method === 'GET') return {};
      return url.includes('upload_id')
        ? last
        : { headers: { 'x-goog-upload-status': 'active', 'x-goog-upload-url': address } };
    });

  test('Google has other bytes than were sent', async () => {
    const body = { versionCode: 43, sha256: '0'.repeat(64) };
    const { play } = speak({ body, headers: { 'x-goog-upload-status': 'final' } });
    await expect(uploadBundle(play, { id: '1' }, small)).rejects.toMatchObject({
      notes: [{ id: 'google-play-upload-differs' }],
    });
  });

  test.each(['https://attacker.example/upload?upload_id=7', 'http://androidpublisher.googleapis.com/x', 'nonsense'])(
    'an upload to %s, which would get the token',
    async (address) => {
      const { play, seen } = speak({}, address);
      await expect(uploadBundle(play, { id: '1' }, small)).rejects.toThrow("none of Google's");
      expect(seen.every(({ url }) => url.startsWith('https://androidpublisher.googleapis.com/'))).toBe(true);
    },
  );

  test.each<[string, Record<string, string>]>([
    ['no status', {}],
    ['cancelled', { 'x-goog-upload-status': 'cancelled' }],
    ['more than there is', { 'x-goog-upload-status': 'active', 'x-goog-upload-size-received': '999999999' }],
    ['nothing, again and again', { 'x-goog-upload-status': 'active', 'x-goog-upload-size-received': '0' }],
  ])('an answer with %s is no upload, and no endless one', async (_, headers) => {
    const { play, seen } = speak({ headers });
    await expect(uploadBundle(play, { id: '1' }, small)).rejects.toBeInstanceOf(VendorError);
    expect(seen.length).toBeLessThan(30);
  });
});

test('requests are as long as Google asks for', async () => {
  const granularity = String(3 * mega);
  const { play, seen } = speakWith((_, { method, url, headers }) => {
    if (method === 'GET') return {};
    const status = { 'x-goog-upload-status': 'active' };
    if (!url.includes('upload_id'))
      return {
        headers: {
          ...status,
          'x-goog-upload-url': `${url}?upload_id=7`,
          'x-goog-upload-chunk-granularity': granularity,
        },
      };
    if (headers.get('x-goog-upload-command') === 'upload') return { headers: status };
    return { body: { versionCode: 43, sha256: large.sha256 }, headers: { 'x-goog-upload-status': 'final' } };
  });
  await uploadBundle(play, { id: '1' }, large);
  const sent = seen.map(({ headers }) => [headers.get('x-goog-upload-command'), headers.get('x-goog-upload-offset')]);
  expect(sent.slice(2)).toEqual([
    ['upload', '0'],
    ['upload', String(9 * mega)],
    ['upload, finalize', String(18 * mega)],
  ]);
});

test('a file is read in pieces', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'slipway-upload-'));
  try {
    const bytes = bundleBytes(5 * mega);
    writeFileSync(join(folder, 'app.aab'), bytes);
    await withUploadFile(join(folder, 'app.aab'), async (file) => {
      expect({ size: file.size, sha256: file.sha256 }).toEqual({ size: bytes.length, sha256: fileOf(bytes).sha256 });
      expect(Buffer.from(await file.read(3, 10))).toEqual(bytes.subarray(3, 13));
      expect((await file.read(bytes.length - 2, 10)).byteLength).toBe(2);
      await withPlay({}, async (stage) => {
        expect(await upload(stage.play(), file)).toMatchObject({ versionCode: 43 });
      });
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
});
