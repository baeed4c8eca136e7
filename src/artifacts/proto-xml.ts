import { ANDROID, ATTRIBUTE_NAMES, type ManifestElement } from './manifest-element.ts';
import { bytesOf, numberOf, readFields, textOf, type Field } from './protobuf.ts';

/** Deeper than any manifest; a message that nests itself on and on ends here. */
const deepest = 50;

/** Numbers of the fields, from Resources.proto of aapt2 in the Android Open Source Project, frameworks/base/tools/aapt2. */
const NODE = { element: 1 };
const ELEMENT = { name: 3, attribute: 4, child: 5 };
const ATTRIBUTE = { namespace: 1, name: 2, value: 3, resourceId: 5, compiled: 6 };
const ITEM = { reference: 1, text: 2, rawText: 3, primitive: 7 };
const REFERENCE = { id: 2, name: 3 };
const TEXT = { value: 1 };
const PRIMITIVE = { decimal: 6, hexadecimal: 7, boolean: 8 };

/**
 * The root element of an XML document as an Android App Bundle holds it.
 * @throws SyntaxError when it is none
 */
export function readProtoXml(bytes: Buffer): ManifestElement {
  return readNode(bytes, 0) ?? refuse('its root is no element');
}

function refuse(reason: string): never {
  throw new SyntaxError(`the manifest is damaged: ${reason}`);
}

/** Undefined for a text. */
function readNode(bytes: Buffer, depth: number): ManifestElement | undefined {
  if (depth > deepest) refuse(`its elements lie more than ${deepest} deep`);
  const [element] = bytesOf(readFields(bytes), NODE.element);
  if (element === undefined) return undefined;
  const fields = readFields(element);
  return {
    name: textOf(fields, ELEMENT.name),
    attributes: new Map(bytesOf(fields, ELEMENT.attribute).map((attribute) => readAttribute(readFields(attribute)))),
    children: bytesOf(fields, ELEMENT.child).flatMap((child) => readNode(child, depth + 1) ?? []),
  };
}

function readAttribute(fields: readonly Field[]): [name: string, value: string] {
  const known = ATTRIBUTE_NAMES.get(Number(numberOf(fields, ATTRIBUTE.resourceId) ?? 0n));
  const name = known ?? textOf(fields, ATTRIBUTE.name);
  const prefix = known !== undefined || textOf(fields, ATTRIBUTE.namespace) === ANDROID ? 'android:' : '';
  const [compiled] = bytesOf(fields, ATTRIBUTE.compiled);
  // The compiled value is what the platform gets; the text is what somebody wrote, such as 0x2a.
  const value = compiled === undefined ? undefined : readItem(readFields(compiled));
  return [`${prefix}${name}`, value ?? textOf(fields, ATTRIBUTE.value)];
}

function readItem(item: readonly Field[]): string | undefined {
  const [reference] = bytesOf(item, ITEM.reference);
  if (reference !== undefined) {
    const fields = readFields(reference);
    return `@${textOf(fields, REFERENCE.name) || (numberOf(fields, REFERENCE.id) ?? 0n).toString(16)}`;
  }
  const [text] = [...bytesOf(item, ITEM.text), ...bytesOf(item, ITEM.rawText)];
  if (text !== undefined) return textOf(readFields(text), TEXT.value);
  const [primitive] = bytesOf(item, ITEM.primitive);
  if (primitive === undefined) return undefined;
  const fields = readFields(primitive);
  const truth = numberOf(fields, PRIMITIVE.boolean);
  if (truth !== undefined) return truth === 0n ? 'false' : 'true';
  const number = numberOf(fields, PRIMITIVE.decimal) ?? numberOf(fields, PRIMITIVE.hexadecimal);
  return number === undefined ? undefined : BigInt.asIntN(32, number).toString();
}
