import { describeCertificate, type SigningCertificate } from './certificate.ts';
import { readPlist, type Plist } from './plist.ts';
import { readSignedData } from './signed-data.ts';

/** What the code signature of an app says. That the code is unchanged is for Apple to check. */
export interface CodeSignature {
  /** Undefined for an ad-hoc signature, which names nobody. */
  readonly signer: SigningCertificate | undefined;
  /** Empty where it has none. */
  readonly entitlements: Plist;
}

/** Source of all numbers: kern/cs_blobs.h of Apple's open source (xnu). All are big-endian. */
const MAGIC = { all: 0xfa_de_0c_c0, directory: 0xfa_de_0c_02, entitlements: 0xfa_de_71_71, cms: 0xfa_de_0b_01 };
const SLOT = { directory: 0, entitlements: 5, cms: 0x1_00_00 };

/**
 * @param bytes what a Mach-O file holds at the place of its signature
 * @throws SyntaxError when it is damaged, or the certificate's signature is not over this app's code directory
 */
export async function readCodeSignature(bytes: Buffer): Promise<CodeSignature> {
  const blobs = readBlobs(bytes);
  const directory = blobs.get(SLOT.directory);
  if (directory?.readUInt32BE(0) !== MAGIC.directory) throw new SyntaxError('its code signature has no directory');
  const cms = contentOf(blobs.get(SLOT.cms), MAGIC.cms);
  const entitlements = contentOf(blobs.get(SLOT.entitlements), MAGIC.entitlements);
  return {
    signer: cms.length === 0 ? undefined : findSigner(cms, directory),
    entitlements: entitlements.length === 0 ? {} : await readPlist(entitlements),
  };
}

function readBlobs(bytes: Buffer): ReadonlyMap<number, Buffer> {
  try {
    if (bytes.readUInt32BE(0) !== MAGIC.all) throw new SyntaxError('its code signature is none');
    const blobs = new Map<number, Buffer>();
    for (let index = 0; index < bytes.readUInt32BE(8); index += 1) {
      const start = bytes.readUInt32BE(16 + index * 8);
      const size = bytes.readUInt32BE(start + 4);
      if (size < 8 || start + size > bytes.length) throw new SyntaxError('its code signature is cut off');
      blobs.set(bytes.readUInt32BE(12 + index * 8), bytes.subarray(start, start + size));
    }
    return blobs;
  } catch (error) {
    if (error instanceof SyntaxError) throw error;
    throw new SyntaxError('its code signature is cut off', { cause: error });
  }
}

function contentOf(blob: Buffer | undefined, magic: number): Buffer {
  if (blob === undefined) return Buffer.alloc(0);
  if (blob.readUInt32BE(0) !== magic) throw new SyntaxError('a part of its code signature is another than it says');
  return blob.subarray(8);
}

function findSigner(cms: Buffer, directory: Buffer): SigningCertificate {
  const [signer] = readSignedData(cms).signersOf(directory);
  if (signer === undefined) throw new SyntaxError('its code signature is not that of this app');
  return describeCertificate(signer);
}
