import { crc32 } from 'node:zlib';
import type { Entry, ZipFile } from 'yauzl';

/** Files in an artifact, of which most are strangers to us: as many as a report of a large project can hold. */
const mostEntries = 5_000;

/**
 * The named files of a zip archive that a stranger may have made. All other entries are passed over, so their names,
 * however unsafe, are never used; nothing is written anywhere.
 * @param limits most bytes of each wanted file, unpacked
 * @throws SyntaxError when it is no archive, is damaged, holds too much, or one of the files twice
 */
export async function readZip(
  archive: Uint8Array,
  limits: Readonly<Record<string, number>>,
): Promise<ReadonlyMap<string, Buffer>> {
  // Only who downloads something pays for it.
  const { fromBufferPromise } = await import('yauzl');
  try {
    // Names stay bytes: with decoding, an unsafe name anywhere in the archive would be an error.
    const zip = await fromBufferPromise(Buffer.from(archive), { decodeStrings: false });
    if (zip.entryCount > mostEntries)
      throw new SyntaxError(`it holds ${zip.entryCount} files, and ${mostEntries} are the most`);
    const files = new Map<string, Buffer>();
    for await (const entry of zip.eachEntry()) {
      const name = entry.fileNameRaw.toString('utf8');
      const limit = Object.hasOwn(limits, name) ? limits[name] : undefined;
      if (limit === undefined) continue;
      if (files.has(name)) throw new SyntaxError(`it holds ${name} twice`);
      files.set(name, await readEntry(zip, entry, name, limit));
    }
    return files;
  } catch (error) {
    if (error instanceof SyntaxError) throw error;
    throw new SyntaxError(`the archive is damaged: ${(error as Error).message}`, { cause: error });
  }
}

async function readEntry(zip: ZipFile, entry: Entry, name: string, limit: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  // Counted as it comes: what an entry says of its size is a stranger's word.
  for await (const chunk of await zip.openReadStreamPromise(entry)) {
    size += (chunk as Buffer).length;
    if (size > limit) throw new SyntaxError(`${name} has more than ${limit} bytes`);
    chunks.push(chunk as Buffer);
  }
  const content = Buffer.concat(chunks);
  if (crc32(content) !== entry.crc32) throw new SyntaxError(`${name} is damaged: its checksum is another one`);
  return content;
}
