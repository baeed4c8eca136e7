import { describe, expect, test } from '@jest/globals';
import { sendBuild } from '#vendors/app-store-connect/build-uploads';
import { AppStoreRefusal } from '#vendors/app-store-connect/refusals';
import { playFaults } from '../fault-matrix.ts';
import { fileOf, stoppedAtTheEnd, upload, withUploads, type UploadStage } from './upload-stage.ts';

const ONCE = [
  'buildUploads_createInstance',
  'buildUploadFiles_createInstance',
  'upload-parts/put',
  'upload-parts/put',
  'upload-parts/put',
  'buildUploadFiles_updateInstance',
];

/** Of the versions that the app has. */
const BEFORE = ['1', '1', '1', '2'];
const buildsOf = ({ emulator }: UploadStage): string[] =>
  Object.values(emulator.snapshot().tables.builds).map(({ attributes }) => attributes.version);

/** What Apple was given, read as Apple reads it. */
function remember(): { readonly contents: string[]; readonly inspect: (bytes: Buffer) => object } {
  const contents: string[] = [];
  return {
    contents,
    inspect: (bytes) => {
      contents.push(bytes.toString());
      return {};
    },
  };
}

test('a file goes to Apple in parts, and becomes a build', async () => {
  const { contents, inspect } = remember();
  await withUploads({ inspect }, async (stage) => {
    expect(await upload(stage)).toMatchObject({ state: 'COMPLETE', errors: [] });
    expect(contents).toEqual(['ABCDEFGHIJ']);
    expect(stage.applied()).toEqual(ONCE);
    expect(buildsOf(stage)).toEqual([...BEFORE, '42']);
    expect(stage.told).toContain('App Store Connect: send part 3 of 3 (2 bytes)');
    // No token of ours goes where parts go.
    const parts = stage.emulator.log.entries().filter(({ operation }) => operation === 'upload-parts/put');
    expect(parts.map(({ actor, status }) => [actor, status])).toEqual([
      [null, 200],
      [null, 200],
      [null, 200],
    ]);
  });
});

test('done again it sends nothing', async () => {
  await withUploads({}, async (stage) => {
    const first = await upload(stage);
    expect(await upload(stage)).toEqual(first);
    expect(stage.applied()).toEqual(ONCE);
  });
});

test('what a run before has begun is gone on with', async () => {
  const { contents, inspect } = remember();
  await withUploads({ inspect }, async (stage) => {
    await expect(upload(stage, stoppedAtTheEnd())).rejects.toThrow('killed');
    expect(stage.applied()).toEqual(ONCE.slice(0, 4));
    expect(await upload(stage)).toMatchObject({ state: 'COMPLETE' });
    expect(stage.applied()).toEqual(ONCE);
    expect(contents).toEqual(['ABCDEFGHIJ']);
  });
});

test('parts of another file of the same size are sent over', async () => {
  const { contents, inspect } = remember();
  await withUploads({ inspect }, async (stage) => {
    await expect(upload(stage, stoppedAtTheEnd('ABCDxxxxxx'))).rejects.toThrow('killed');
    await upload(stage);
    expect(contents).toEqual(['ABCDEFGHIJ']);
    expect(stage.told.filter((line) => line.includes('send part 1'))).toHaveLength(1);
    expect(stage.told.filter((line) => line.includes('send part 2'))).toHaveLength(2);
  });
});

test('another file that was begun under the same number is given up', async () => {
  const { contents, inspect } = remember();
  await withUploads({ inspect }, async (stage) => {
    const { emulator, build } = stage;
    emulator.faults.add({ match: { operation: 'upload-parts/put' }, fault: { kind: 'status', status: 400 } });
    await expect(sendBuild(stage.connect(), build, fileOf('other'))).rejects.toMatchObject({
      details: { status: 400 },
    });
    expect(await upload(stage)).toMatchObject({ state: 'COMPLETE' });
    expect(contents).toEqual(['ABCDEFGHIJ']);
    expect(stage.applied()).toEqual([...ONCE.slice(0, 2), 'buildUploads_deleteInstance', ...ONCE]);
    expect(stage.told.join('\n')).toContain('another file of 5 bytes was announced before');
  });
});

test('a part that Apple says it has, and has not, is sent again with the whole file', async () => {
  const { contents, inspect } = remember();
  await withUploads({ inspect }, async (stage) => {
    // Answered as if it had arrived.
    stage.emulator.faults.add({
      match: { operation: 'upload-parts/put', occurrence: 2 },
      fault: { kind: 'status', status: 200 },
    });
    expect(await upload(stage)).toMatchObject({ state: 'COMPLETE' });
    expect(contents).toEqual(['ABCDEFGHIJ']);
    expect(stage.told.join('\n')).toContain('UPLOAD_INCOMPLETE Parts 2 of the file have not arrived.');
  });
});

test('an address that has expired is asked for anew', async () => {
  await withUploads({ settings: { uploadLifetime: 1_000 } }, async (stage) => {
    const file = fileOf();
    let late = true;
    const slow = {
      ...file,
      read: async (offset: number, length: number) => {
        if (late) stage.clock.advanceTo(stage.clock.now() + 2_000);
        late = false;
        return file.read(offset, length);
      },
    };
    expect(await upload(stage, { file: slow })).toMatchObject({ state: 'COMPLETE' });
    expect(stage.applied()).toEqual([...ONCE.slice(0, 2), 'buildUploads_deleteInstance', ...ONCE]);
  });
});

test.each(['buildUploads_createInstance', 'buildUploadFiles_createInstance', 'buildUploadFiles_updateInstance'])(
  'a lost answer to %s is looked after',
  async (operation) => {
    await withUploads({}, async (stage) => {
      stage.emulator.faults.add({ match: { operation }, fault: { kind: 'cut-after' } });
      expect(await upload(stage)).toMatchObject({ state: 'COMPLETE' });
      expect(stage.applied()).toEqual(ONCE);
    });
  },
);

test('a part goes to no address but Apple’s', async () => {
  await withUploads({ settings: { publicUrl: 'http://store.example.test' } }, async (stage) => {
    await expect(upload(stage)).rejects.toThrow(
      'a part is to be sent by PUT to http://store.example.test/upload-parts/',
    );
    expect(stage.applied()).toEqual(ONCE.slice(0, 2));
  });
});

describe('what Apple says no to', () => {
  test('findings in the file are told, and nothing is sent again', async () => {
    const errors = [{ code: '90379', description: 'CFBundleVersion Mismatch.' }];
    await withUploads({ inspect: () => ({ errors }) }, async (stage) => {
      expect(await upload(stage)).toMatchObject({ state: 'FAILED', errors });
      expect(stage.applied()).toEqual(ONCE);
      expect(buildsOf(stage)).toEqual(BEFORE);
    });
  });

  test('a number that was used', async () => {
    await withUploads({}, async (stage) => {
      await upload(stage);
      const again = sendBuild(stage.connect(), { ...stage.build, number: '41' }, fileOf());
      await expect(again).rejects.toBeInstanceOf(AppStoreRefusal);
      await expect(again).rejects.toThrow("higher than the previously uploaded version: '42'");
      expect(stage.applied()).toEqual(ONCE);
    });
  });

  test('a file that never arrives whole is given up after three rounds', async () => {
    await withUploads({}, async (stage) => {
      stage.emulator.faults.add({
        match: { operation: 'upload-parts/put' },
        fault: { kind: 'status', status: 200 },
        times: Infinity,
      });
      await expect(upload(stage)).rejects.toMatchObject({ notes: [{ id: 'app-store-upload-incomplete' }] });
      expect(stage.applied().filter((operation) => operation === 'buildUploads_createInstance')).toHaveLength(3);
      expect(buildsOf(stage)).toEqual(BEFORE);
    });
  });
});

test('under every fault: one build, of the whole file, and no success without it', async () => {
  const given = new WeakMap<UploadStage, string[]>();
  const played = await playFaults<UploadStage, unknown>({
    open: async (faults, run) => {
      const { contents, inspect } = remember();
      await withUploads({ faults, inspect }, async (stage) => {
        given.set(stage, contents);
        await run(stage);
      });
    },
    act: async (stage, signal) => upload(stage, { signal }),
    judge: ({ stage, outcome }) => {
      const problems: string[] = [];
      const contents = given.get(stage) ?? [];
      if (contents.some((content) => content !== 'ABCDEFGHIJ')) problems.push(`Apple got ${contents.join(', ')}`);
      if (contents.length > 1) problems.push('Apple got the file twice');
      if ('value' in outcome && !buildsOf(stage).includes('42'))
        problems.push('it says that it is done, and it is not');
      return problems;
    },
  });
  console.log(`upload: ${played.requests} requests, ${played.cases} cases, ${played.survived} survived`);
  expect(played.problems).toEqual([]);
});
