/** Bytes of uploads under way, by id. They stay out of the state, which is copied at every change. */
export interface UploadBytes {
  readonly size: (id: string) => number;
  /** Puts bytes at an offset and forgets what stood behind it. */
  readonly put: (id: string, offset: number, bytes: Buffer) => void;
  readonly read: (id: string) => Buffer;
  readonly forget: (id: string) => void;
}

export function createUploadBytes(): UploadBytes {
  const held = new Map<string, Buffer[]>();
  const read = (id: string): Buffer => {
    const whole = Buffer.concat(held.get(id) ?? []);
    held.set(id, [whole]);
    return whole;
  };
  return {
    size: (id) => (held.get(id) ?? []).reduce((sum, { length }) => sum + length, 0),
    put: (id, offset, bytes) => {
      held.set(id, [read(id).subarray(0, offset), bytes]);
    },
    read,
    forget: (id) => {
      held.delete(id);
    },
  };
}
