/** A shared library for Android. */
export interface ElfFile {
  /** Android's name of the processor, such as `arm64-v8a`; the number of the machine where it is none of Android's. */
  readonly abi: string;
  readonly bits: 32 | 64;
  /** In hexadecimal; undefined for a library that was linked without one. */
  readonly buildId: string | undefined;
  /** Bytes: the smallest alignment of the parts that are loaded, which bounds the page size of devices that can load it. */
  readonly alignment: number;
}

/** The header, the program headers and the notes of a linker stand within the first bytes of a library. */
export const ELF_START_BYTES = 64 * 1024;

/** Source of numbers: System V ABI, https://refspecs.linuxfoundation.org/elf/gabi4+/contents.html */
const ABIS: Readonly<Record<number, string>> = {
  3: 'x86',
  40: 'armeabi-v7a',
  62: 'x86_64',
  183: 'arm64-v8a',
  243: 'riscv64',
};
const SEGMENT = { load: 1, note: 4 };
const BUILD_ID = 3;

/**
 * Reads the beginning of a library.
 * @throws SyntaxError when it is none, or cut off
 */
export function readElf(bytes: Buffer): ElfFile {
  if (bytes.length < 20 || bytes.readUInt32BE(0) !== 0x7f_45_4c_46) throw new SyntaxError('it is no ELF file');
  if (bytes[5] !== 1) throw new SyntaxError('it is an ELF file of the other byte order, which Android does not run');
  const bits = bytes[4] === 2 ? 64 : 32;
  const machine = bytes.readUInt16LE(18);
  try {
    const segments = readSegments(bytes, bits);
    const loaded = segments.filter(({ type }) => type === SEGMENT.load).map(({ alignment }) => alignment);
    if (loaded.length === 0) throw new SyntaxError('the ELF file has no part that is loaded');
    return {
      abi: ABIS[machine] ?? `machine ${machine}`,
      bits,
      buildId: segments
        .filter(({ type }) => type === SEGMENT.note)
        .map(({ offset, size }) => findBuildId(bytes.subarray(offset, offset + size)))
        .find((id) => id !== undefined),
      alignment: Math.min(...loaded),
    };
  } catch (error) {
    if (error instanceof SyntaxError) throw error;
    throw new SyntaxError('the ELF file is cut off', { cause: error });
  }
}

interface Segment {
  readonly type: number;
  readonly offset: number;
  readonly size: number;
  readonly alignment: number;
}

function readSegments(bytes: Buffer, bits: 32 | 64): readonly Segment[] {
  const word = (at: number): number => (bits === 64 ? Number(bytes.readBigUInt64LE(at)) : bytes.readUInt32LE(at));
  const [start, entrySize, count] =
    bits === 64
      ? [word(32), bytes.readUInt16LE(54), bytes.readUInt16LE(56)]
      : [word(28), bytes.readUInt16LE(42), bytes.readUInt16LE(44)];
  return Array.from({ length: count }, (_, index) => {
    const at = start + index * entrySize;
    const [offset, size, alignment] = bits === 64 ? [at + 8, at + 32, at + 48] : [at + 4, at + 16, at + 28];
    return { type: bytes.readUInt32LE(at), offset: word(offset), size: word(size), alignment: word(alignment) };
  });
}

/** Notes follow one another: sizes of name and content, type, name, content, each filled up to four bytes. */
function findBuildId(notes: Buffer): string | undefined {
  for (let at = 0; at + 12 <= notes.length;) {
    const [nameSize, size, type] = [notes.readUInt32LE(at), notes.readUInt32LE(at + 4), notes.readUInt32LE(at + 8)];
    const content = at + 12 + fill(nameSize);
    const name = notes.toString('latin1', at + 12, at + 12 + nameSize);
    if (type === BUILD_ID && name === 'GNU\0') return notes.toString('hex', content, content + size);
    at = content + fill(size);
  }
  return undefined;
}

function fill(size: number): number {
  return Math.ceil(size / 4) * 4;
}
