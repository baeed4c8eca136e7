import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { withArchive, type Archive } from '#artifacts/archive';
import { makeZip, type ZipEntry } from '../support/zip.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'slipway-artifacts-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function write(bytes: Buffer): string {
  const path = join(folder, 'archive.zip');
  writeFileSync(path, bytes);
  return path;
}

async function readAll(entries: readonly ZipEntry[], limit = 1_000): Promise<Record<string, string>> {
  return await withArchive(write(makeZip(entries)), async (archive) => {
    const texts: Record<string, string> = {};
    for (const name of archive.files.keys()) texts[name] = (await archive.read(name, limit)).toString();
    return texts;
  });
}

test('files are listed and read by name, folders are left out', async () => {
  const entries = [
    { name: 'b/', content: '' },
    { name: 'b/ü.txt', content: 'ü'.repeat(100) },
    { name: '../a', content: 'kept', stored: true },
  ] as const;
  expect(await readAll(entries)).toEqual({ 'b/ü.txt': 'ü'.repeat(100), '../a': 'kept' });
  await withArchive(write(makeZip(entries)), async ({ files, readStart }) => {
    expect(files.get('b/ü.txt')).toEqual({ size: 200, packed: expect.any(Number) });
    expect((await readStart('b/ü.txt', 3)).length).toBe(3);
    expect((await readStart('../a', 99)).toString()).toBe('kept');
  });
});

test.each<[what: string, entries: readonly ZipEntry[], says: string]>([
  ['holds a name twice', ['a', 'b', 'a'].map((name) => ({ name, content: name })), 'it holds a twice'],
  ['has another checksum', [{ name: 'a', content: 'text', crc: 7 }], 'a is damaged: its checksum is another one'],
  ['has more bytes than it says', [{ name: 'a', content: 'text', size: 3 }], 'a is damaged: '],
  ['is larger than what is read', [{ name: 'a', content: 'x'.repeat(1_001) }], 'a has more than 1000 bytes'],
])('an archive that %s is refused', async (_what, entries, says) => {
  const reading = readAll(entries);
  await expect(reading).rejects.toThrow(SyntaxError);
  await expect(reading).rejects.toThrow(says);
});

test.each([
  ['text', Buffer.from('no archive')],
  ['nothing', Buffer.alloc(0)],
  ['the beginning of an archive', makeZip([{ name: 'a', content: 'text' }]).subarray(0, 40)],
])('%s is no archive', async (_what, bytes) => {
  await expect(withArchive(write(bytes), () => Promise.resolve())).rejects.toThrow(
    'it is no zip archive, or it is cut off',
  );
});

test('what is not there says so', async () => {
  const path = write(makeZip([{ name: 'a', content: 'text' }]));
  const ask = (archive: Archive): Promise<Buffer> => archive.read('b', 9);
  await expect(withArchive(path, ask)).rejects.toThrow('it holds no b');
  await expect(withArchive(join(folder, 'nothing.zip'), ask)).rejects.toMatchObject({ code: 'ENOENT' });
});
