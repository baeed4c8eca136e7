import { open } from 'node:fs/promises';
import { withArchive } from './archive.ts';

/** Of deobfuscationfiles.upload: https://developers.google.com/android-publisher/api-ref/rest/v3/edits.deobfuscationfiles/upload */
const largest = 2_097_152_000;
/** R8 writes some ten lines about itself before the first class. */
const startBytes = 64 * 1024;
/** `com.example.Original -> a.b:`, as https://www.guardsquare.com/manual/tools/retrace has it. */
const CLASS_LINE = /^\S+ -> \S+:\s*$/;
/** What R8 says of itself, in a mapping that may hold no class at all. */
const R8_LINE = /^# compiler: R8\s*$/;
/** https://developer.android.com/build/include-native-symbols */
const NATIVE_SYMBOLS = /\.(?:so|dbg|sym)$/;

/**
 * Opens what is said to be R8's mapping.txt. Whether it is the one of a certain build, it does not say.
 * @throws SyntaxError when it is none, or larger than Google Play takes
 * @throws an error of the file system when it cannot be read
 */
export async function checkMapping(path: string): Promise<void> {
  const start = await readStart(path);
  const lines = start.toString('utf8').split('\n');
  const first = lines.find((line) => line.trim() !== '' && !line.startsWith('#'));
  if (first === undefined ? lines.some((line) => R8_LINE.test(line)) : CLASS_LINE.test(first)) return;
  const said = (first ?? '').slice(0, 60).replaceAll(/[^\x20-\x7e]/g, '?');
  throw new SyntaxError(
    first === undefined ? 'it names no class' : `its first line names no class with its new name: "${said}"`,
  );
}

/** Opens what is said to be a zip of native symbols. Throws as `checkMapping` does. */
export async function checkNativeSymbols(path: string): Promise<void> {
  await readStart(path);
  const names = await withArchive(path, ({ files }) => Promise.resolve([...files.keys()]));
  if (!names.some((name) => NATIVE_SYMBOLS.test(name)))
    throw new SyntaxError('it holds no file that ends with .so, .sym or .dbg');
}

async function readStart(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    if (size === 0) throw new SyntaxError('it is empty');
    if (size > largest) throw new SyntaxError(`it has ${size} bytes, and Google Play takes ${largest} at most`);
    const { buffer, bytesRead } = await file.read(Buffer.alloc(startBytes), 0, startBytes, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
