import { crc32 } from 'node:zlib';
import type { Entry, ZipFile } from 'yauzl';

/** More files than any app holds; Expo's largest have some twenty thousand. */
const mostEntries = 200_000;

/** A zip archive, open: an AAB, an APK or an IPA. */
export interface Archive {
  /** Every file by its name, in the order of the archive's directory; folders are left out. */
  readonly files: ReadonlyMap<string, ArchivedFile>;
  /**
   * The content of a file, checked against its checksum.
   * @param limit the most bytes that it may have, unpacked
   * @throws SyntaxError when it is not there, larger, or damaged
   */
  readonly read: (name: string, limit: number) => Promise<Buffer>;
  /** The same piece by piece, for files that may be large. Throws as `read` does. */
  readonly stream: (name: string) => AsyncIterable<Buffer>;
  /** The first bytes of a file, or all where it has fewer. Its checksum is not known then. Throws as `read` does. */
  readonly readStart: (name: string, bytes: number) => Promise<Buffer>;
}

export interface ArchivedFile {
  /** Bytes, unpacked, as the archive's directory says. */
  readonly size: number;
  /** Bytes inside the archive. */
  readonly packed: number;
}

/**
 * Opens an archive, hands it over and closes it.
 * @throws SyntaxError when the file is no zip archive, is cut off, or holds a name twice: tools that disagree about which
 * of the two counts have been used to smuggle content past a signature
 * @throws an error of the file system when it cannot be read
 */
export async function withArchive<T>(path: string, use: (archive: Archive) => Promise<T>): Promise<T> {
  // Only who opens an artifact pays for it.
  const { openPromise } = await import('yauzl');
  const zip = await openPromise(path, { autoClose: false, decodeStrings: false }).catch((error: unknown) => {
    if (Error.isError(error) && 'code' in error) throw error;
    throw new SyntaxError('it is no zip archive, or it is cut off', { cause: error });
  });
  try {
    const entries = await listEntries(zip);
    return await use({
      files: new Map(
        [...entries].map(([name, { uncompressedSize, compressedSize }]) => [
          name,
          { size: uncompressedSize, packed: compressedSize },
        ]),
      ),
      read: async (name, limit) => {
        const entry = find(entries, name);
        if (entry.uncompressedSize > limit) throw new SyntaxError(`${name} has more than ${limit} bytes`);
        const chunks: Buffer[] = [];
        for await (const chunk of streamEntry(zip, entry, name)) chunks.push(chunk);
        return Buffer.concat(chunks);
      },
      stream: (name) => streamEntry(zip, find(entries, name), name),
      readStart: async (name, bytes) => {
        const chunks: Buffer[] = [];
        let size = 0;
        for await (const chunk of streamEntry(zip, find(entries, name), name)) {
          chunks.push(chunk);
          size += chunk.length;
          if (size >= bytes) break;
        }
        return Buffer.concat(chunks).subarray(0, bytes);
      },
    });
  } finally {
    zip.close();
  }
}

async function listEntries(zip: ZipFile): Promise<ReadonlyMap<string, Entry>> {
  if (zip.entryCount > mostEntries)
    throw new SyntaxError(`it holds ${zip.entryCount} files, and ${mostEntries} are the most`);
  const entries = new Map<string, Entry>();
  try {
    for await (const entry of zip.eachEntry()) {
      const name = entry.fileNameRaw.toString('utf8');
      if (name.endsWith('/')) continue;
      if (entries.has(name)) throw new SyntaxError(`it holds ${name} twice`);
      entries.set(name, entry);
    }
  } catch (error) {
    if (error instanceof SyntaxError) throw error;
    throw new SyntaxError(`the archive is damaged: ${(error as Error).message}`, { cause: error });
  }
  return entries;
}

function find(entries: ReadonlyMap<string, Entry>, name: string): Entry {
  const entry = entries.get(name);
  if (entry === undefined) throw new SyntaxError(`it holds no ${name}`);
  return entry;
}

async function* streamEntry(zip: ZipFile, entry: Entry, name: string): AsyncIterable<Buffer> {
  let sum = 0;
  try {
    // yauzl refuses more or fewer bytes than the directory says.
    for await (const chunk of await zip.openReadStreamPromise(entry)) {
      sum = crc32(chunk as Buffer, sum);
      yield chunk as Buffer;
    }
  } catch (error) {
    throw new SyntaxError(`${name} is damaged: ${(error as Error).message}`, { cause: error });
  }
  if (sum !== entry.crc32) throw new SyntaxError(`${name} is damaged: its checksum is another one`);
}
