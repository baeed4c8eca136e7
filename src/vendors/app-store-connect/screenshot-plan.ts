import type { Screenshot } from './screenshot-sets.ts';

/** A picture on this machine. */
export interface Picture {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** MD5 in hex, lower case: what Apple compares, and shows. */
  readonly checksum: string;
  readonly read: (offset: number, length: number) => Promise<Uint8Array<ArrayBuffer>>;
}

export interface SetPlan {
  /** What is to be sent, in its order. */
  readonly send: readonly Picture[];
  /** What does not belong there: other pictures, and what a run that stopped left behind. */
  readonly remove: readonly Screenshot[];
  /** Ids of those that stay, in the order that they should have. */
  readonly keep: readonly string[];
  /** True where what stays, and then what is sent, would stand in another order than asked for. */
  readonly reorder: boolean;
}

/** What makes the pictures of a set those of the folder, in its order. A picture is the same where its checksum is. */
export function planSet(pictures: readonly Picture[], there: readonly Screenshot[]): SetPlan {
  const free = new Set(there);
  const matched = pictures.map((picture) => {
    const found = [...free].find((one) => isThis(one, picture));
    if (found !== undefined) free.delete(found);
    return { picture, found };
  });
  const keep = matched.flatMap(({ found }) => (found === undefined ? [] : [found.id]));
  const send = matched.flatMap(({ picture, found }) => (found === undefined ? [picture] : []));
  const firstSent = matched.findIndex(({ found }) => found === undefined);
  const isSentLast = firstSent === -1 || matched.slice(firstSent).every(({ found }) => found === undefined);
  const shown = there.filter((one) => !free.has(one)).map(({ id }) => id);
  return { send, keep, remove: [...free], reorder: !isSentLast || shown.join() !== keep.join() };
}

function isThis({ state, checksum, name, size }: Screenshot, picture: Picture): boolean {
  if (state === 'COMPLETE') return checksum === picture.checksum;
  // Apple is looking at it, and shows no checksum yet.
  return (
    state === 'UPLOAD_COMPLETE' &&
    (checksum ?? picture.checksum) === picture.checksum &&
    name === picture.name &&
    size === picture.size
  );
}

/** Whether Apple is done with all of them, as far as can be seen. */
export function isSettled(there: readonly Screenshot[]): boolean {
  return there.every(
    ({ state, checksum }) => state !== 'UPLOAD_COMPLETE' && (state !== 'COMPLETE' || checksum !== null),
  );
}
