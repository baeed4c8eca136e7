import { createHash } from 'node:crypto';
import { VendorError } from '#kit/errors';
import { list, number, optional, record, text } from '#kit/shapes';
import type { AppStoreConnect } from './client.ts';
import { vendor } from './refusals.ts';

/** A file that goes to Apple in parts. */
export interface SentFile {
  /** Bytes. */
  readonly size: number;
  readonly read: (offset: number, length: number) => Promise<Uint8Array<ArrayBuffer>>;
}

/** Where a part belongs, and how it is sent: `uploadOperations` of Apple's. */
export const partShape = record(
  {
    method: text(10),
    url: text(10_000),
    offset: number('whole', 0, Number.MAX_SAFE_INTEGER),
    length: number('whole', 1, Number.MAX_SAFE_INTEGER),
    requestHeaders: optional(list(record({ name: text(200), value: text(10_000) }, 'ignored'))),
    entityTag: optional(text(500)),
  },
  'ignored',
);

export type FilePart = ReturnType<typeof partShape>;

/** What Apple found in a file: 90379 is a watch app of another version, for one. */
export interface Finding {
  readonly code: string;
  readonly description: string;
}

export const findings = optional(list(record({ code: text(200), description: optional(text(5_000)) }, 'ignored')));

export function toFindings(read: ReturnType<typeof findings>): readonly Finding[] {
  return (read ?? []).map(({ code, description }) => ({ code, description: description ?? '' }));
}

/** Sends what has not arrived. @returns why it cannot be gone on with; undefined when all of it is sent */
export async function sendParts(
  connect: AppStoreConnect,
  parts: readonly FilePart[],
  file: SentFile,
): Promise<string | undefined> {
  const end = parts.reduce((at, { offset, length }) => (offset === at ? offset + length : Number.NaN), 0);
  if (end !== file.size) return `its ${parts.length} parts are not the whole file`;
  for (const [index, { method, url, offset, length, requestHeaders = [], entityTag }] of parts.entries()) {
    const operation = `send part ${index + 1} of ${parts.length}`;
    const bytes = await file.read(offset, length);
    // The tag of a part is its MD5, as stores of objects give it; were it anything else, the part would be sent once more.
    if (entityTag?.includes(createHash('md5').update(bytes).digest('hex')) === true) continue;
    connect.log.info(`${vendor}: ${operation} (${length} bytes)`);
    const headers = Object.fromEntries(requestHeaders.map(({ name, value }) => [name, value]));
    try {
      await connect.sendPart({ operation, method, url, headers, bytes });
    } catch (error) {
      // Its address has expired, or somebody else has finished the file.
      if (error instanceof VendorError && [403, 404].includes(error.details.status ?? 0)) return error.message;
      throw error;
    }
  }
  return undefined;
}
