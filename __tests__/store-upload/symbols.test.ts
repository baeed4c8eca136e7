import { describe, expect } from '@jest/globals';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { testWithAndroidTools } from '../artifacts/android-tools.ts';
import { slowModes } from '../support/scenario.ts';
import { makeZip } from '../support/zip.ts';
import { run, sumUp, type Setting } from './android-stage.ts';
import { addWearTracks } from './situations-android.ts';

const MAPPING = '# compiler: R8\ncom.example.Original -> a.b:\n    1:1:void one():3:3 -> a\n';
const SYMBOLS = makeZip([{ name: 'arm64-v8a/libapp.so.dbg', content: 'symbols' }]);
const plain = (text: string): string => text.replaceAll(/[\\`]|<[^>]+>/g, '');

/** Names with what separates names elsewhere. */
const INPUTS = { mapping: 'out, of R8/mapping.txt', 'native-symbols': 'out, of R8/symbols.bin' };
const FILES = { 'out, of R8/mapping.txt': MAPPING };

function withSymbols(bytes: Buffer = SYMBOLS): Pick<Setting, 'fill'> {
  return {
    fill: (workspace) => {
      writeFileSync(join(workspace, 'out, of R8/symbols.bin'), bytes);
    },
  };
}

describe.each(slowModes)('%s: symbols', (mode) => {
  testWithAndroidTools('arrive each as its kind, for the code of the bundle that they belong to', async () => {
    const setting: Setting = { watch: {}, prepare: addWearTracks, inputs: INPUTS, files: FILES, ...withSymbols() };
    await run(mode, setting, ({ seen, symbols }) => {
      expect({ exit: seen.exitCode, log: seen.log }).toMatchObject({ exit: 0 });
      expect(symbols).toEqual([
        ['proguard', 42, sumUp(MAPPING)],
        ['nativeCode', 42, sumUp(SYMBOLS)],
      ]);
      expect(plain(seen.summary)).toContain('| Mapping of R8 | out, of R8/mapping.txt |');
    });
  });

  testWithAndroidTools.each([
    ['mapping', 'proguard'],
    ['native-symbols', 'nativeCode'],
  ] as const)('%s alone', async (input, kind) => {
    const setting = { inputs: { [input]: INPUTS[input] }, files: FILES, ...withSymbols() };
    await run(mode, setting, ({ symbols }) => {
      expect(symbols.map(([type, code]) => [type, code])).toEqual([[kind, 42]]);
    });
  });

  testWithAndroidTools('of a bundle that was there already are not told as sent', async () => {
    await run(mode, { inputs: { mapping: INPUTS.mapping }, files: FILES }, async ({ seen }) => {
      expect(plain((await seen.again()).summary)).toContain('out, of R8/mapping.txt (not sent in this run)');
    });
  });

  testWithAndroidTools.each<[what: string, input: keyof typeof INPUTS, setting: Setting, says: string]>([
    ['a mapping that is missing', 'mapping', {}, 'no such file or directory'],
    ['an empty mapping', 'mapping', { files: { 'out, of R8/mapping.txt': '' } }, 'it is empty'],
    [
      'a mapping that is none',
      'mapping',
      { files: { 'out, of R8/mapping.txt': '{"version":3}' } },
      'its first line names no class with its new name: "{"version":3}"',
    ],
    ['symbols that are no zip', 'native-symbols', withSymbols(Buffer.from('symbols')), 'it is no zip archive'],
    ['symbols that are empty', 'native-symbols', withSymbols(Buffer.from('')), 'it is empty'],
    [
      'a zip without symbols',
      'native-symbols',
      withSymbols(makeZip([{ name: 'mapping.txt', content: MAPPING }])),
      'it holds no file that ends with .so, .sym or .dbg',
    ],
  ])('%s: refused before a byte is sent', async (_what, input, setting, says) => {
    const files = { 'out, of R8/.keep': '', ...setting.files };
    await run(mode, { inputs: { [input]: INPUTS[input] }, ...setting, files }, ({ seen, emulator }) => {
      expect(plain(seen.summary)).toContain(`| ${input} | ${INPUTS[input]} | `);
      expect(plain(seen.summary)).toContain(says);
      expect(seen.annotations.at(-1)?.message).toContain('[artifact-unfit]');
      expect(emulator.log.entries()).toEqual([]);
    });
  });
});
