import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';

/** Bytes that are read piece by piece: a bundle need not fit into memory. */
export interface UploadFile {
  readonly size: number;
  /** Of all bytes, in small hex. */
  readonly sha256: string;
  /** @param length at most; less comes only at the end */
  readonly read: (offset: number, length: number) => Promise<Uint8Array<ArrayBuffer>>;
}

const pieceBytes = 4 * 1_024 * 1_024;

/** Opens a file for as long as it is used. @throws the error of the system when it cannot be read. */
export async function withUploadFile<T>(path: string, use: (file: UploadFile) => Promise<T>): Promise<T> {
  const handle = await open(path, 'r');
  const read: UploadFile['read'] = async (offset, length) => {
    const { bytesRead, buffer } = await handle.read(new Uint8Array(length), 0, length, offset);
    return buffer.subarray(0, bytesRead);
  };
  try {
    const hash = createHash('sha256');
    let size = 0;
    for (;;) {
      const piece = await read(size, pieceBytes);
      if (piece.byteLength === 0) break;
      hash.update(piece);
      size += piece.byteLength;
    }
    return await use({ size, sha256: hash.digest('hex'), read });
  } finally {
    await handle.close();
  }
}
