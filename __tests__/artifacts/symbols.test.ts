import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkMapping, checkNativeSymbols } from '#artifacts/symbols';
import { makeZip } from '../support/zip.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'slipway-symbols-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function write(content: string | Buffer): string {
  const path = join(folder, 'file');
  writeFileSync(path, content);
  return path;
}

const HEADER = '# compiler: R8\n# compiler_version: 8.5.35\n# min_api: 24\n';

test.each([
  ['with a header', `${HEADER}com.example.Main -> a.a:\n# {"id":"sourceFile"}\n    void run() -> a\n`],
  ['of ProGuard, without one', 'com.example.Main -> a.a:\n'],
  ['with lines of Windows', 'com.example.Main -> a.a:\r\n'],
  ['with names of all alphabets', 'com.example.Größe -> a.ä:\n'],
  ['of an app without a class that was renamed', HEADER],
])('a mapping %s', async (_what, text) => {
  await expect(checkMapping(write(text))).resolves.toBeUndefined();
});

test.each([
  ['a source map', '{"version":3,"sources":[]}', 'names no class with its new name: "{"version":3'],
  ['an archive', makeZip([{ name: 'a.so', content: 'x' }]), 'names no class with its new name: "PK??'],
  ['comments of somebody else', '# nothing here\n', 'it names no class'],
  ['members without a class', '    void run() -> a\n', 'names no class'],
])('%s is no mapping', async (_what, content, says) => {
  await expect(checkMapping(write(content))).rejects.toThrow(new RegExp(says.replaceAll(/[?{"]/g, '\\$&')));
});

test.each(['so', 'so.dbg', 'so.sym'])('symbols as .%s', async (end) => {
  const zip = makeZip([
    { name: 'readme.txt', content: '' },
    { name: `arm64-v8a/libapp.${end}`, content: 'x' },
  ]);
  await expect(checkNativeSymbols(write(zip))).resolves.toBeUndefined();
});

test('more than Google Play takes is not looked into', async () => {
  const path = write('com.example.Main -> a.a:\n');
  truncateSync(path, 2_097_152_001);
  const says = 'it has 2097152001 bytes, and Google Play takes 2097152000 at most';
  await expect(checkMapping(path)).rejects.toThrow(new SyntaxError(says));
  await expect(checkNativeSymbols(path)).rejects.toThrow(new SyntaxError(says));
});
