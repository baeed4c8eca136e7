import { createHash } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { formatBytes } from '#kit/duration';
import { isLoopback } from '#kit/endpoints';
import { ConfigurationError } from '#kit/errors';
import type { Artifact } from './artifact.ts';
import type { UploadContext } from './context.ts';
import { messages } from './messages.ts';

/** Where a file is downloaded from. */
export interface Source {
  readonly url: string;
  /** That it has to have, in small hex; undefined where nobody knows it. */
  readonly sha256: string | undefined;
  /** Default: as the address ends. */
  readonly fileName?: string;
}

/** A build of gigabytes over a slow line, in milliseconds; larger than any that Apple takes, in bytes. */
const limits = { timeoutMs: 20 * 60_000, deadlineMs: 45 * 60_000, largestBody: 8 * 1024 ** 3 } as const;

/**
 * Downloads a file to the disk, and sums it up on the way. A transfer that breaks is begun anew.
 * @throws ConfigurationError (`artifact-in-clear`, `artifact-sum`), VendorError
 */
export async function download(
  { http, log, temp, vault }: Pick<UploadContext, 'http' | 'log' | 'temp' | 'vault'>,
  { url: given, sha256, fileName }: Source,
): Promise<Artifact> {
  const url = new URL(given);
  const name = nameOf(url);
  refuseInClear(given);
  // A signed link is a key to what it names.
  if (url.search.length > 4) vault.add('artifact', url.search.slice(1));
  const path = join(mkdtempSync(join(temp.folder(), 'download-')), fileName ?? posix.basename(url.pathname));
  // `wx`: never through a link that somebody laid there.
  const file = await open(path, 'wx', 0o600);
  try {
    const sink = createSink(file);
    const answer = await http().request({
      vendor: url.host,
      operation: 'download the artifact',
      method: 'GET',
      url: given,
      receive: sink.begin,
      ...limits,
    });
    refuseInClear(answer.url);
    const found = sink.finish();
    log.info(`${name}: ${formatBytes(found.bytes)}`);
    if (sha256 !== undefined && found.sha256 !== sha256)
      throw new ConfigurationError(messages['artifact-sum'](name, sha256, found.sha256));
  } finally {
    await file.close();
  }
  return { path, name };
}

/** Without what may be secret in it. */
function nameOf({ origin, pathname }: URL): string {
  return `${origin}${pathname}`;
}

/** @throws ConfigurationError (`artifact-in-clear`) */
function refuseInClear(url: string): void {
  const { protocol } = new URL(url);
  if (protocol !== 'https:' && !isLoopback(url))
    throw new ConfigurationError(messages['artifact-in-clear'](nameOf(new URL(url))));
}

interface Sink {
  /** What the attempts before have written is forgotten. */
  readonly begin: () => (piece: Uint8Array) => Promise<void>;
  readonly finish: () => { readonly bytes: number; readonly sha256: string };
}

function createSink(file: FileHandle): Sink {
  let sum = createHash('sha256');
  let bytes = 0;
  return {
    begin: () => {
      sum = createHash('sha256');
      bytes = 0;
      return async (piece) => {
        if (bytes === 0) await file.truncate(0);
        await writeWhole(file, piece, bytes);
        sum.update(piece);
        bytes += piece.byteLength;
      };
    },
    finish: () => ({ bytes, sha256: sum.digest('hex') }),
  };
}

/** A write may take less than it was given. */
async function writeWhole(file: FileHandle, piece: Uint8Array, position: number): Promise<void> {
  for (let done = 0; done < piece.byteLength;) {
    const { bytesWritten } = await file.write(piece, done, piece.byteLength - done, position + done);
    done += bytesWritten;
  }
}
