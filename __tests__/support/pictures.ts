import { crc32, deflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');

function chunk(type: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

export interface PngOptions {
  /** Default: a colour without transparency. */
  readonly alpha?: 'channel' | 'declared';
  /** What makes the picture another one; 0 to 255. */
  readonly shade?: number;
}

/** A picture of one colour that every reader of PNG takes (RFC 2083). */
export function makePng(width: number, height: number, { alpha, shade = 0 }: PngOptions = {}): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width);
  head.writeUInt32BE(height, 4);
  head[8] = 8;
  head[9] = alpha === 'channel' ? 6 : 2;
  const line = Buffer.alloc(1 + width * (alpha === 'channel' ? 4 : 3), shade);
  line[0] = 0;
  const lines = Buffer.concat(Array.from({ length: height }, () => line));
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', head),
    ...(alpha === 'declared' ? [chunk('tRNS', Buffer.alloc(6))] : []),
    chunk('IDAT', deflateSync(lines)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** The head of a JPEG (ITU-T T.81), after a segment that says nothing of the size. */
export function makeJpeg(width: number, height: number): Buffer {
  const frame = Buffer.from('ffc00011080000000003012200021101031101', 'hex');
  frame.writeUInt16BE(height, 5);
  frame.writeUInt16BE(width, 7);
  return Buffer.concat([Buffer.from('ffd8ffe00010', 'hex'), Buffer.alloc(14), frame, Buffer.from('ffd9', 'hex')]);
}
