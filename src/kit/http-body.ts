import type { FetchAnswer } from './fetch.ts';

/** In bytes, where the caller does not say. */
const usualLargest = 64_000_000;

export class BodyTooLarge extends Error {}

/** Carries what the caller's own code threw, so that it is not taken for a failure of the vendor's. */
export class ReceiverFailed extends Error {}

/** @throws BodyTooLarge, and whatever breaks a transfer */
export async function readBody(response: FetchAnswer, largest?: number): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of streamBody(response, largest)) pieces.push(piece);
  return Buffer.concat(pieces);
}

/**
 * Hands a body over piece by piece, the next when the last is taken.
 * @throws ReceiverFailed with what `take` threw as its cause; else as `readBody`
 */
export async function handOver(
  response: FetchAnswer,
  take: (piece: Uint8Array) => Promise<void>,
  largest?: number,
): Promise<void> {
  for await (const piece of streamBody(response, largest)) {
    try {
      await take(piece);
    } catch (error) {
      throw new ReceiverFailed('The receiver failed.', { cause: error });
    }
  }
}

async function* streamBody({ headers, body }: FetchAnswer, largest = usualLargest): AsyncIterable<Uint8Array> {
  const check = (bytes: number): void => {
    if (bytes > largest) throw new BodyTooLarge(`an answer of more than ${largest / 1_000_000} MB`);
  };
  // An answer to HEAD announces a body that does not come.
  if (body === null) return;
  check(Number(headers.get('content-length') ?? 0));
  let size = 0;
  for await (const piece of body) {
    size += (piece as Uint8Array).byteLength;
    check(size);
    yield piece as Uint8Array;
  }
}
