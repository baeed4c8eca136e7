import { open, type FileHandle } from 'node:fs/promises';
import { describeCertificate, parseCertificate, type SigningCertificate } from './certificate.ts';

/** https://source.android.com/docs/security/features/apksigning/v2#apk-signing-block-format */
const MAGIC = 'APK Sig Block 42';
/** Schemes by the id of their block, the newest first. */
const SCHEMES: ReadonlyMap<number, string> = new Map([
  [0x1b_93_ad_61, 'v3.1'],
  [0xf0_53_68_c0, 'v3'],
  [0x71_09_87_1a, 'v2'],
]);
const END_OF_DIRECTORY = 0x06_05_4b_50;
/** The end of a zip archive with the longest comment there can be. */
const longestEnd = 22 + 0xff_ff;
/** Certificates and digests of a signer take a few kB; Google's own metadata, which lies beside them, up to some MB. */
const largestBlock = 64 * 1024 * 1024;

/** The signature of an APK beside that of a JAR. Its digests are not checked: installing does that, and so does Google Play. */
export interface ApkSignature {
  /** The newest scheme: `v2`, `v3` or `v3.1`. */
  readonly scheme: string;
  readonly signers: readonly SigningCertificate[];
}

/**
 * @returns undefined where there is no such signature
 * @throws SyntaxError when the block is damaged
 */
export async function readApkSignature(path: string): Promise<ApkSignature | undefined> {
  const file = await open(path);
  try {
    const block = await findBlock(file);
    if (block === undefined) return undefined;
    const values = readPairs(block);
    for (const [id, scheme] of SCHEMES) {
      const value = values.get(id);
      if (value !== undefined) return { scheme, signers: readSigners(value) };
    }
    return undefined;
  } finally {
    await file.close();
  }
}

async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position);
  return buffer.subarray(0, bytesRead);
}

/** It stands right before the archive's directory. */
async function findBlock(file: FileHandle): Promise<Buffer | undefined> {
  const { size } = await file.stat();
  const tail = await readAt(file, Math.max(0, size - longestEnd), Math.min(size, longestEnd));
  for (let at = tail.length - 22; at >= 0; at -= 1) {
    if (tail.readUInt32LE(at) !== END_OF_DIRECTORY) continue;
    const directory = tail.readUInt32LE(at + 16);
    if (directory < 32) return undefined;
    const footer = await readAt(file, directory - 24, 24);
    if (footer.toString('latin1', 8) !== MAGIC) return undefined;
    const length = Number(footer.readBigUInt64LE(0));
    if (length < 24 || length > largestBlock || length + 8 > directory)
      throw new SyntaxError('the size of its APK signing block does not fit');
    return await readAt(file, directory - length, length - 24);
  }
  return undefined;
}

function readPairs(block: Buffer): ReadonlyMap<number, Buffer> {
  const pairs = new Map<number, Buffer>();
  for (let at = 0; at + 12 <= block.length;) {
    const length = Number(block.readBigUInt64LE(at));
    if (length < 4 || length > block.length - at - 8) throw new SyntaxError('its APK signing block is cut off');
    pairs.set(block.readUInt32LE(at + 8), block.subarray(at + 12, at + 8 + length));
    at += 8 + length;
  }
  return pairs;
}

/** Parts that follow one another, each behind its length. @param most how many to read; other things may stand behind them */
function readParts(bytes: Buffer, most = Infinity): readonly Buffer[] {
  const parts: Buffer[] = [];
  for (let at = 0; parts.length < most && at < bytes.length;) {
    const length = at + 4 <= bytes.length ? bytes.readUInt32LE(at) : Infinity;
    if (length > bytes.length - at - 4) throw new SyntaxError('its APK signing block is cut off');
    parts.push(bytes.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return parts;
}

const NOTHING = Buffer.alloc(0);

/** A signer holds its signed data first, which holds digests, then certificates, of which the first is the signer's own. */
function readSigners(value: Buffer): readonly SigningCertificate[] {
  return readParts(readParts(value, 1)[0] ?? NOTHING).map((signer) => {
    const [signed = NOTHING] = readParts(signer, 1);
    const [, certificates = NOTHING] = readParts(signed, 2);
    const [certificate] = readParts(certificates, 1);
    if (certificate === undefined) throw new SyntaxError('its APK signing block names no certificate');
    return describeCertificate(parseCertificate(certificate));
  });
}
