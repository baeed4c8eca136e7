/** Bytes of files that are being sent. They are kept outside of the state, which is copied at every change. */
export interface UploadBytes {
  readonly put: (fileId: string, partNumber: number, bytes: Buffer) => void;
  /** All parts, in their order. */
  readonly read: (fileId: string) => Buffer;
  readonly forget: (fileId: string) => void;
}

export function createUploadBytes(): UploadBytes {
  const files = new Map<string, Map<number, Buffer>>();
  return {
    put: (fileId, partNumber, bytes) => {
      const parts = files.get(fileId) ?? new Map<number, Buffer>();
      files.set(fileId, parts.set(partNumber, bytes));
    },
    read: (fileId) => {
      const parts = [...(files.get(fileId) ?? [])].sort(([a], [b]) => a - b);
      return Buffer.concat(parts.map(([, bytes]) => bytes));
    },
    forget: (fileId) => {
      files.delete(fileId);
    },
  };
}
