export interface Image {
  readonly width: number;
  readonly height: number;
  readonly hasAlpha: boolean;
}

const PNG = Buffer.from('89504e470d0a1a0a', 'hex');

/** Reads what the head of a picture says; undefined for what is neither PNG (RFC 2083) nor JPEG (ITU-T T.81). */
export function readImage(bytes: Buffer): Image | undefined {
  if (bytes.subarray(0, 8).equals(PNG)) return readPng(bytes);
  return bytes.subarray(0, 2).toString('hex') === 'ffd8' ? readJpeg(bytes) : undefined;
}

function readPng(bytes: Buffer): Image | undefined {
  if (bytes.length < 33 || bytes.toString('latin1', 12, 16) !== 'IHDR') return undefined;
  // Grey with alpha, colours with alpha; or colours that are declared to be transparent.
  const hasAlpha = [4, 6].includes(bytes[25] ?? 0) || bytes.includes('tRNS', 33, 'latin1');
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20), hasAlpha };
}

function readJpeg(bytes: Buffer): Image | undefined {
  for (let at = 2; at + 9 < bytes.length; at += 2 + bytes.readUInt16BE(at + 2)) {
    const marker = bytes[at + 1] ?? 0;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7), hasAlpha: false };
  }
  return undefined;
}
