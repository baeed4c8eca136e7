import { ANDROID, ATTRIBUTE_NAMES, type ManifestElement } from './manifest-element.ts';

/** Types of chunks and values, from ResourceTypes.h of the Android Open Source Project, frameworks/base/libs/androidfw. */
const CHUNK = { xml: 0x0003, texts: 0x0001, ids: 0x0180, startElement: 0x0102, endElement: 0x0103 };
const VALUE = { reference: 0x01, text: 0x03, decimal: 0x10, hexadecimal: 0x11, boolean: 0x12 };
const UTF8 = 1 << 8;
/** Index that stands for no text. */
const NONE = 0xff_ff_ff_ff;

interface Open {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: ManifestElement[];
}

/**
 * The root element of an XML document as an APK holds it.
 * @throws SyntaxError when it is none, or cut off
 */
export function readBinaryXml(bytes: Buffer): ManifestElement {
  try {
    return readDocument(bytes);
  } catch (error) {
    if (error instanceof SyntaxError) throw error;
    // A read past the end.
    throw new SyntaxError('the manifest is damaged: it is cut off', { cause: error });
  }
}

function refuse(reason: string): never {
  throw new SyntaxError(`the manifest is damaged: ${reason}`);
}

function readDocument(bytes: Buffer): ManifestElement {
  if (bytes.readUInt16LE(0) !== CHUNK.xml) refuse('it is no binary XML');
  let texts: readonly string[] = [];
  let ids: readonly number[] = [];
  const open: Open[] = [];
  let root: Open | undefined;
  for (const { type, header, chunk } of listChunks(bytes)) {
    if (type === CHUNK.texts) texts = readTexts(chunk);
    if (type === CHUNK.ids)
      ids = Array.from({ length: (chunk.length - header) / 4 }, (_, index) => chunk.readUInt32LE(header + index * 4));
    if (type === CHUNK.startElement) {
      const element = readElement(chunk.subarray(header), texts, ids);
      open.at(-1)?.children.push(element);
      root ??= element;
      open.push(element);
    }
    if (type === CHUNK.endElement) open.pop();
  }
  if (open.length > 0) refuse('an element is not closed');
  return root ?? refuse('it has no element');
}

interface Chunk {
  readonly type: number;
  /** Bytes before its content. */
  readonly header: number;
  readonly chunk: Buffer;
}

function* listChunks(bytes: Buffer): Generator<Chunk> {
  const end = bytes.readUInt32LE(4);
  for (let position = bytes.readUInt16LE(2); position < end;) {
    const size = bytes.readUInt32LE(position + 4);
    const header = bytes.readUInt16LE(position + 2);
    if (size < 8 || header > size || position + size > bytes.length) refuse('the size of a part does not fit');
    const chunk = bytes.subarray(position, position + size);
    yield { type: bytes.readUInt16LE(position), header, chunk };
    position += size;
  }
}

function readTexts(chunk: Buffer): readonly string[] {
  const count = chunk.readUInt32LE(8);
  if (count * 4 > chunk.length) refuse('it names more texts than it holds');
  const utf8 = (chunk.readUInt32LE(16) & UTF8) !== 0;
  const start = chunk.readUInt32LE(20);
  const offsets = chunk.readUInt16LE(2);
  return Array.from({ length: count }, (_, index) => {
    const at = start + chunk.readUInt32LE(offsets + index * 4);
    return utf8 ? readUtf8(chunk, at) : readUtf16(chunk, at);
  });
}

function readUtf16(chunk: Buffer, at: number): string {
  const first = chunk.readUInt16LE(at);
  const long = (first & 0x80_00) !== 0;
  const length = long ? ((first & 0x7f_ff) << 16) | chunk.readUInt16LE(at + 2) : first;
  const begin = at + (long ? 4 : 2);
  return take(chunk, begin, length * 2).toString('utf16le');
}

function readUtf8(chunk: Buffer, at: number): string {
  const [, afterUnits] = readLength(chunk, at);
  const [length, begin] = readLength(chunk, afterUnits);
  return take(chunk, begin, length).toString('utf8');
}

/** One byte, or two where the highest bit is set. */
function readLength(chunk: Buffer, at: number): [length: number, next: number] {
  const first = chunk.readUInt8(at);
  return (first & 0x80) === 0 ? [first, at + 1] : [((first & 0x7f) << 8) | chunk.readUInt8(at + 1), at + 2];
}

function take(chunk: Buffer, begin: number, length: number): Buffer {
  if (begin + length > chunk.length) refuse('a text is cut off');
  return chunk.subarray(begin, begin + length);
}

function readElement(content: Buffer, texts: readonly string[], ids: readonly number[]): Open {
  const textAt = (index: number): string => (index === NONE ? '' : (texts[index] ?? refuse('a text is missing')));
  const start = content.readUInt16LE(8);
  const size = content.readUInt16LE(10);
  const count = content.readUInt16LE(12);
  const attributes = Array.from({ length: count }, (_, index): [string, string] => {
    const at = content.subarray(start + index * size);
    const nameIndex = at.readUInt32LE(4);
    const known = ATTRIBUTE_NAMES.get(ids[nameIndex] ?? 0);
    const prefix = known !== undefined || textAt(at.readUInt32LE(0)) === ANDROID ? 'android:' : '';
    const value = readValue(at.readUInt8(15), at.readUInt32LE(16), textAt) ?? textAt(at.readUInt32LE(8));
    return [`${prefix}${known ?? textAt(nameIndex)}`, value];
  });
  return { name: textAt(content.readUInt32LE(4)), attributes: new Map(attributes), children: [] };
}

function readValue(type: number, data: number, textAt: (index: number) => string): string | undefined {
  switch (type) {
    case VALUE.text:
      return textAt(data);
    case VALUE.decimal:
    case VALUE.hexadecimal:
      return `${data | 0}`;
    case VALUE.boolean:
      return data === 0 ? 'false' : 'true';
    case VALUE.reference:
      return `@${data.toString(16)}`;
    default:
      return undefined;
  }
}
