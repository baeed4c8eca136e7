import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readZip } from '#vendors/github/zip';
import { makeZip } from '../../support/zip.ts';
import type { ZipEntry } from '../../support/zip.ts';

const limits = { 'quality.json': 1_000 };
const good: ZipEntry = { name: 'quality.json', content: '{"version":1}' };

test('the wanted file comes out, deflated or stored, and no other', async () => {
  for (const entry of [good, { ...good, stored: true } as const]) {
    const files = await readZip(makeZip([{ name: 'lcov.info', content: 'TN:' }, entry]), limits);
    expect([...files].map(([name, content]) => [name, content.toString()])).toEqual([['quality.json', good.content]]);
  }
  expect(await readZip(makeZip([]), limits)).toEqual(new Map());
});

test('names that lead out of a folder, into one, or look alike are passed over', async () => {
  const names = [
    '../quality.json',
    '/quality.json',
    'C:/quality.json',
    '..\\quality.json',
    'a/quality.json',
    'QUALITY.JSON',
  ];
  const strangers = [...names, '__proto__', 'quality.json\u0000', ''].map((name) => ({ name, content: 'forged' }));
  const files = await readZip(makeZip([...strangers, good]), limits);
  expect([...files.values()].map(String)).toEqual([good.content]);
});

describe('what is refused', () => {
  const bomb = Buffer.alloc(50_000_000);
  test.each<[what: string, entries: readonly ZipEntry[], reason: RegExp]>([
    ['a bomb', [{ name: 'quality.json', content: bomb }], /more than 1000 bytes/],
    [
      'a bomb that says it is small',
      [{ name: 'quality.json', content: bomb, size: 900 }],
      /damaged|more than 1000 bytes/,
    ],
    ['a file of one byte too many', [{ name: 'quality.json', content: 'x'.repeat(1_001) }], /more than 1000 bytes/],
    ['a file that is there twice', [good, { ...good, content: '{}' }], /holds quality.json twice/],
    ['another checksum', [{ ...good, crc: 1 }], /quality.json is damaged: its checksum/],
    ['a size that is not so', [{ ...good, size: 3 }], /damaged/],
    [
      'too many entries',
      Array.from({ length: 5_001 }, () => ({ name: 'x', content: '' })),
      /holds 5001 files, and 5000/,
    ],
  ])('%s', async (_, entries, reason) => {
    await expect(readZip(makeZip(entries), limits)).rejects.toThrow(reason);
  });

  test.each([
    ['nothing', ''],
    ['something else', '<html>maintenance</html>'],
  ])('%s', async (_, text) => {
    await expect(readZip(Buffer.from(text), limits)).rejects.toThrow('the archive is damaged');
  });

  test('a file at its limit is taken', async () => {
    const content = 'x'.repeat(1_000);
    expect((await readZip(makeZip([{ name: 'quality.json', content }]), limits)).get('quality.json')).toHaveLength(
      1_000,
    );
  });

  test('property: whatever byte is changed, the content is the true one or there is none', async () => {
    const archive = makeZip([good, { name: 'other', content: 'x' }]);
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: archive.length - 1 }), fc.integer({ min: 1, max: 255 }), async (at, by) => {
        const changed = Buffer.from(archive);
        changed[at] = (changed[at] ?? 0) ^ by;
        let found: string | undefined;
        try {
          found = (await readZip(changed, limits)).get('quality.json')?.toString();
        } catch (error) {
          expect(error).toBeInstanceOf(SyntaxError);
        }
        expect(found ?? good.content).toBe(good.content);
      }),
      { numRuns: 500 },
    );
  });

  test('property: cut off anywhere, it is refused', async () => {
    const archive = makeZip([good]);
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: archive.length - 1 }), async (end) => {
        await expect(readZip(archive.subarray(0, end), limits)).rejects.toThrow(SyntaxError);
      }),
    );
  });
});
