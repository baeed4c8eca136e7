/** One value of ASN.1. */
export interface Asn1 {
  /** The identifier's first byte: class, constructed or not, number. */
  readonly tag: number;
  /** What stands inside, without identifier and length. */
  readonly content: Buffer;
  /** All of it, as it stands. */
  readonly raw: Buffer;
}

export const TAG = {
  integer: 0x02,
  octets: 0x04,
  constructedOctets: 0x24,
  oid: 0x06,
  sequence: 0x30,
  set: 0x31,
  /** `[n]`, constructed. */
  context: (number: number): number => 0xa0 + number,
} as const;

/** Deeper than any certificate. */
const deepest = 40;

/**
 * Reads the first value: DER, and BER of indefinite length, since Apple's tools write that (X.690 8.1.3.6).
 * @throws SyntaxError when it is none, or cut off
 */
export function readAsn1(bytes: Buffer, depth = 0): Asn1 {
  const tag = byteAt(bytes, 0);
  if ((tag & 0x1f) === 0x1f) throw new SyntaxError('a value of ASN.1 has a long tag');
  if (depth > deepest) throw new SyntaxError(`values of ASN.1 lie more than ${deepest} deep`);
  const first = byteAt(bytes, 1);
  if (first === 0x80) return readIndefinite(bytes, tag, depth);
  const more = first > 0x80 ? first - 0x80 : 0;
  if (more > 4) throw new SyntaxError('a value of ASN.1 is too long');
  const start = 2 + more;
  const length = more === 0 ? first : readNumber(bytes, more);
  if (bytes.length < start + length) throw new SyntaxError('a value of ASN.1 is cut off');
  return { tag, content: bytes.subarray(start, start + length), raw: bytes.subarray(0, start + length) };
}

function readIndefinite(bytes: Buffer, tag: number, depth: number): Asn1 {
  let position = 2;
  while (byteAt(bytes, position) !== 0 || byteAt(bytes, position + 1) !== 0) {
    position += readAsn1(bytes.subarray(position), depth + 1).raw.length;
  }
  return { tag, content: bytes.subarray(2, position), raw: bytes.subarray(0, position + 2) };
}

function byteAt(bytes: Buffer, position: number): number {
  const byte = bytes[position];
  if (byte === undefined) throw new SyntaxError('a value of ASN.1 is cut off');
  return byte;
}

function readNumber(bytes: Buffer, count: number): number {
  if (bytes.length < 2 + count) throw new SyntaxError('a value of ASN.1 is cut off');
  return bytes.readUIntBE(2, count);
}

/** The values inside a sequence, a set or a tagged value. */
export function childrenOf({ content }: Asn1): readonly Asn1[] {
  const children: Asn1[] = [];
  for (let position = 0; position < content.length;) {
    const child = readAsn1(content.subarray(position));
    children.push(child);
    position += child.raw.length;
  }
  return children;
}

/** The bytes of an octet string, put together where it was written in pieces. */
export function octetsOf(value: Asn1): Buffer {
  if (value.tag === TAG.octets) return value.content;
  if (value.tag === TAG.constructedOctets) return Buffer.concat(childrenOf(value).map(octetsOf));
  throw new SyntaxError('a value of ASN.1 is no octet string');
}

/** An object identifier in dots, such as `1.2.840.113549.1.7.2`. */
export function oidOf({ tag, content }: Asn1): string {
  if (tag !== TAG.oid || content.length === 0) throw new SyntaxError('a value of ASN.1 is no object identifier');
  const parts: number[] = [];
  let part = 0;
  for (const byte of content) {
    part = part * 128 + (byte & 0x7f);
    if (byte >= 0x80) continue;
    parts.push(part);
    part = 0;
  }
  const [head = 0, ...rest] = parts;
  const first = Math.min(Math.floor(head / 40), 2);
  return [first, head - first * 40, ...rest].join('.');
}
