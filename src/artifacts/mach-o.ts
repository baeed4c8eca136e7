/** One processor's part of a program or library for Apple's systems. */
export interface MachOSlice {
  /** Such as `arm64`; the number of the processor where it is none of those that Apple ships. */
  readonly architecture: string;
  /** By which a dSYM is found: capitals with dashes, as dwarfdump shows it. Undefined where the linker wrote none. */
  readonly uuid: string | undefined;
  /** Such as `ios` or `watchos-simulator`; undefined where the file is older than that entry. */
  readonly platform: string | undefined;
  /** The oldest system it runs on, such as `15.1`; undefined where the file is older than that entry. */
  readonly minimumOs: string | undefined;
  /** Where its code signature stands, if any: bytes from the start of the file. */
  readonly signature: { readonly offset: number; readonly size: number } | undefined;
}

/** Load commands stand at the start of each part; those of a large app take some 20 kB. */
export const MACH_O_START_BYTES = 256 * 1024;

/** Source of all numbers: mach-o/loader.h, mach-o/fat.h and mach/machine.h of Apple's open source (xnu). */
const MAGIC = { fat: 0xca_fe_ba_be, fat64: 0xca_fe_ba_bf, bits32: 0xfe_ed_fa_ce, bits64: 0xfe_ed_fa_cf };
const COMMAND = { uuid: 0x1b, signature: 0x1d, minimumIos: 0x25, minimumWatch: 0x30, build: 0x32 };
const ARM64 = 0x01_00_00_0c;
const ARCHITECTURES: ReadonlyMap<number, string> = new Map([
  [0x07, 'i386'],
  [0x0c, 'armv7'],
  [0x01_00_00_07, 'x86_64'],
  [ARM64, 'arm64'],
  [0x02_00_00_0c, 'arm64_32'],
]);
const PLATFORMS: ReadonlyMap<number, string> = new Map([
  [1, 'macos'],
  [2, 'ios'],
  [3, 'tvos'],
  [4, 'watchos'],
  [6, 'mac-catalyst'],
  [7, 'ios-simulator'],
  [8, 'tvos-simulator'],
  [9, 'watchos-simulator'],
  [11, 'visionos'],
  [12, 'visionos-simulator'],
]);
/** A file for all processors there are has fewer; more of them means that it is a Java class, which begins alike. */
const mostSlices = 20;

/**
 * Reads the load commands of each part. @param bytes the whole file, or its start where it holds one part only
 * @throws SyntaxError when it is no Mach-O file, or cut off
 */
export function readMachO(bytes: Buffer): readonly MachOSlice[] {
  try {
    const magic = bytes.readUInt32BE(0);
    if (magic !== MAGIC.fat && magic !== MAGIC.fat64) return [readSlice(bytes, 0)];
    const count = bytes.readUInt32BE(4);
    if (count > mostSlices) throw new SyntaxError('it is no Mach-O file');
    return Array.from({ length: count }, (_, index) => {
      const offset =
        magic === MAGIC.fat ? bytes.readUInt32BE(16 + index * 20) : Number(bytes.readBigUInt64BE(16 + index * 32));
      return readSlice(bytes.subarray(offset), offset);
    });
  } catch (error) {
    if (error instanceof SyntaxError) throw error;
    throw new SyntaxError('the Mach-O file is cut off', { cause: error });
  }
}

function readSlice(slice: Buffer, start: number): MachOSlice {
  const magic = slice.readUInt32LE(0);
  if (magic !== MAGIC.bits32 && magic !== MAGIC.bits64) throw new SyntaxError('it is no Mach-O file');
  const processor = slice.readUInt32LE(4);
  let read: MachOSlice = {
    architecture: nameProcessor(processor, slice.readUInt32LE(8)),
    uuid: undefined,
    platform: undefined,
    minimumOs: undefined,
    signature: undefined,
  };
  let at = magic === MAGIC.bits64 ? 32 : 28;
  for (let left = slice.readUInt32LE(16); left > 0; left -= 1) {
    const size = slice.readUInt32LE(at + 4);
    if (size < 8) throw new SyntaxError('a load command of the Mach-O file has no size');
    read = { ...read, ...readCommand(slice.readUInt32LE(at), slice.subarray(at, at + size), start) };
    at += size;
  }
  return read;
}

function nameProcessor(processor: number, variant: number): string {
  if (processor === ARM64 && (variant & 0xff_ff_ff) === 2) return 'arm64e';
  return ARCHITECTURES.get(processor) ?? `processor ${processor}`;
}

function readCommand(command: number, bytes: Buffer, start: number): Partial<MachOSlice> {
  switch (command) {
    case COMMAND.uuid:
      return { uuid: formatUuid(bytes.subarray(8, 24)) };
    case COMMAND.signature:
      return { signature: { offset: start + bytes.readUInt32LE(8), size: bytes.readUInt32LE(12) } };
    case COMMAND.build: {
      const platform = bytes.readUInt32LE(8);
      return {
        platform: PLATFORMS.get(platform) ?? `platform ${platform}`,
        minimumOs: formatVersion(bytes.readUInt32LE(12)),
      };
    }
    case COMMAND.minimumIos:
      return { platform: 'ios', minimumOs: formatVersion(bytes.readUInt32LE(8)) };
    case COMMAND.minimumWatch:
      return { platform: 'watchos', minimumOs: formatVersion(bytes.readUInt32LE(8)) };
    default:
      return {};
  }
}

function formatUuid(bytes: Buffer): string {
  if (bytes.length !== 16) throw new SyntaxError('the Mach-O file is cut off');
  return bytes
    .toString('hex')
    .toUpperCase()
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** Sixteen bits of major, eight of minor, eight of patch. */
function formatVersion(packed: number): string {
  const patch = packed & 0xff;
  return `${packed >>> 16}.${(packed >>> 8) & 0xff}${patch === 0 ? '' : `.${patch}`}`;
}
