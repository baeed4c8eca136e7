/** What the head of a picture says. */
export interface Picture {
  readonly format: 'png' | 'jpeg';
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  /** Whether parts of it may be seen through: a channel for that, or a colour that is declared to be so. */
  readonly hasAlpha: boolean;
}

/**
 * Reads a PNG (https://www.w3.org/TR/png-3/) or a JPEG (https://www.w3.org/Graphics/JPEG/itu-t81.pdf), whatever its name says.
 * @throws SyntaxError for anything else, and for a file that ends too early
 */
export function readPicture(bytes: Uint8Array): Picture {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return readPng(view);
    if (startsWith(bytes, [0xff, 0xd8, 0xff])) return readJpeg(view);
  } catch (error) {
    if (error instanceof RangeError) throw new SyntaxError('it ends too early', { cause: error });
    throw error;
  }
  throw new SyntaxError('it is neither a PNG nor a JPEG');
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

/** Colour types with a channel for transparency: grey, and red, green and blue. */
const alphaTypes: ReadonlySet<number> = new Set([4, 6]);

function readPng(view: DataView): Picture {
  const [width, height] = [view.getUint32(16), view.getUint32(20)];
  let hasAlpha = alphaTypes.has(view.getUint8(25));
  // Chunks before the pixels: length, name, content, checksum.
  for (let at = 8; ; at += 12 + view.getUint32(at)) {
    const name = [4, 5, 6, 7].map((offset) => String.fromCodePoint(view.getUint8(at + offset))).join('');
    if (name === 'tRNS') hasAlpha = true;
    if (name === 'IDAT' || name === 'IEND') return { format: 'png', width, height, hasAlpha };
  }
}

/** Markers that look like the head of a frame and are tables. */
const tables: ReadonlySet<number> = new Set([0xc4, 0xc8, 0xcc]);

function readJpeg(view: DataView): Picture {
  for (let at = 2; ; at += 2 + view.getUint16(at + 2)) {
    // Any number of these may stand before a marker.
    while (view.getUint8(at) === 0xff && view.getUint8(at + 1) === 0xff) at += 1;
    const marker = view.getUint8(at + 1);
    if (view.getUint8(at) !== 0xff) throw new SyntaxError('it is a JPEG whose segments cannot be followed');
    if (marker < 0xc0 || marker > 0xcf || tables.has(marker)) continue;
    return { format: 'jpeg', height: view.getUint16(at + 5), width: view.getUint16(at + 7), hasAlpha: false };
  }
}
