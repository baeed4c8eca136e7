import { parseXml, type XmlElement } from '#kit/xml-reader';

/** A value of a property list. A date is a moment, data are bytes. */
export type PlistValue = string | number | boolean | Date | Uint8Array | readonly PlistValue[] | Plist;

/** A dictionary of a property list. */
export interface Plist {
  readonly [key: string]: PlistValue;
}

const BINARY = 'bplist00';
const TEXT_OF_ELEMENT: Readonly<Record<string, (text: string) => PlistValue>> = {
  string: (text) => text,
  integer: readNumber,
  real: readNumber,
  true: () => true,
  false: () => false,
  date: (text) => new Date(text),
  data: (text) => Buffer.from(text, 'base64'),
};

/**
 * Reads a property list, XML or binary: what an app's Info.plist is, a provisioning profile and its entitlements.
 * @throws SyntaxError when it is none, or its root is no dictionary
 */
export async function readPlist(bytes: Buffer): Promise<Plist> {
  const root =
    bytes.toString('latin1', 0, BINARY.length) === BINARY ? await readBinary(bytes) : readXml(bytes.toString('utf8'));
  if (!isDictionary(root)) throw new SyntaxError('the property list is no dictionary');
  return root;
}

export function isDictionary(value: PlistValue | undefined): value is Plist {
  return (
    typeof value === 'object' && !Array.isArray(value) && !(value instanceof Date) && !(value instanceof Uint8Array)
  );
}

/** The text of a key; undefined where it is missing, or no text. */
export function stringAt(plist: Plist, key: string): string | undefined {
  const value = Object.hasOwn(plist, key) ? plist[key] : undefined;
  return typeof value === 'string' ? value : undefined;
}

async function readBinary(bytes: Buffer): Promise<PlistValue> {
  // Only who opens an app pays for it.
  const { parseBuffer } = await import('bplist-parser');
  try {
    return parseBuffer<PlistValue>(bytes)[0];
  } catch (error) {
    throw new SyntaxError('the binary property list is damaged', { cause: error });
  }
}

function readXml(text: string): PlistValue {
  const root = parseXml(text);
  const [value] = root.children;
  if (root.name !== 'plist' || value === undefined) throw new SyntaxError('it is no property list');
  return readElement(value);
}

function readElement(element: XmlElement): PlistValue {
  const { name, children, text, line } = element;
  if (name === 'dict') return readDictionary(element);
  if (name === 'array') return children.map(readElement);
  const read = TEXT_OF_ELEMENT[name];
  if (read === undefined) throw new SyntaxError(`line ${line}: <${name}> is no value of a property list`);
  return read(text);
}

function readDictionary({ children, line }: XmlElement): Plist {
  if (children.length % 2 !== 0) throw new SyntaxError(`line ${line}: a key of the dictionary has no value`);
  const entries: [key: string, value: PlistValue][] = [];
  for (let index = 0; index < children.length; index += 2) {
    const [key, value] = children.slice(index, index + 2) as [XmlElement, XmlElement];
    if (key.name !== 'key') throw new SyntaxError(`line ${key.line}: <${key.name}> stands where a key has to`);
    entries.push([key.text, readElement(value)]);
  }
  return Object.fromEntries(entries);
}

function readNumber(text: string): number {
  const number = Number(text);
  if (text.trim() === '' || Number.isNaN(number)) throw new SyntaxError(`"${text}" is no number of a property list`);
  return number;
}
