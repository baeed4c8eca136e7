/** A field of a message: a number as it stands (varint), or the bytes of a text, of a message or of a fixed width. */
export interface Field {
  readonly number: number;
  readonly value: bigint | Buffer;
}

const WIRE = { varint: 0, fixed64: 1, delimited: 2, fixed32: 5 };
const FIXED_BYTES: Readonly<Record<number, number>> = { [WIRE.fixed64]: 8, [WIRE.fixed32]: 4 };

/**
 * The fields of a protobuf message in their order, https://protobuf.dev/programming-guides/encoding/. Groups, which have been
 * out of use for longer than the formats read here exist, are refused.
 * @throws SyntaxError when the bytes are no message
 */
export function readFields(bytes: Buffer): readonly Field[] {
  const fields: Field[] = [];
  let position = 0;
  const readVarint = (): bigint => {
    let value = 0n;
    for (let shift = 0n; shift < 70n; shift += 7n) {
      const byte = bytes[position];
      if (byte === undefined) throw new SyntaxError('a protobuf message is cut off');
      position += 1;
      value |= BigInt(byte & 0x7f) << shift;
      if (byte < 0x80) return BigInt.asUintN(64, value);
    }
    throw new SyntaxError('a number of a protobuf message has too many bytes');
  };
  const readBytes = (length: number): Buffer => {
    if (length > bytes.length - position) throw new SyntaxError('a protobuf message is cut off');
    position += length;
    return bytes.subarray(position - length, position);
  };
  while (position < bytes.length) {
    const key = readVarint();
    const number = Number(key >> 3n);
    const wire = Number(key & 7n);
    if (number === 0) throw new SyntaxError('a field of a protobuf message has the number 0');
    if (wire === WIRE.varint) {
      fields.push({ number, value: readVarint() });
      continue;
    }
    const length = wire === WIRE.delimited ? Number(readVarint()) : FIXED_BYTES[wire];
    if (length === undefined) throw new SyntaxError(`a field of a protobuf message has the wire type ${wire}`);
    fields.push({ number, value: readBytes(length) });
  }
  return fields;
}

/** All values of a field that holds texts or messages. */
export function bytesOf(fields: readonly Field[], number: number): readonly Buffer[] {
  return fields.flatMap((field) => (field.number === number && Buffer.isBuffer(field.value) ? [field.value] : []));
}

/** The last value of a field as text, which is the one that counts; empty where there is none. */
export function textOf(fields: readonly Field[], number: number): string {
  return bytesOf(fields, number).at(-1)?.toString('utf8') ?? '';
}

/** The last value of a number; undefined where there is none. */
export function numberOf(fields: readonly Field[], number: number): bigint | undefined {
  const value = fields.findLast((field) => field.number === number)?.value;
  return typeof value === 'bigint' ? value : undefined;
}
