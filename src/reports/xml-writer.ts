export interface XmlNode {
  readonly name: string;
  /** Undefined ones are left out. */
  readonly attributes?: Readonly<Record<string, string | number | undefined>>;
  /** Elements or one text, never both: white space around elements then means nothing. */
  readonly content?: readonly XmlNode[] | string;
}

/** XML 1.0 in UTF-8, indented by two spaces, attributes in the order that they are given. */
export function writeXml(root: XmlNode, doctype?: string): string {
  const head = ['<?xml version="1.0" encoding="UTF-8"?>', ...(doctype === undefined ? [] : [doctype])];
  return `${[...head, ...writeElement(root, '')].join('\n')}\n`;
}

function writeElement({ name, attributes = {}, content = [] }: XmlNode, indent: string): string[] {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escapeAttribute(String(value))}"`)
    .join('');
  if (content.length === 0) return [`${indent}<${name}${written}/>`];
  if (typeof content === 'string') return [`${indent}<${name}${written}>${escapeText(content)}</${name}>`];
  const inner = content.flatMap((child) => writeElement(child, `${indent}  `));
  return [`${indent}<${name}${written}>`, ...inner, `${indent}</${name}>`];
}

/**
 * Leaves out what XML 1.0 cannot hold, not even as a reference: control characters, lone surrogates, U+FFFE and U+FFFF.
 * Source: https://www.w3.org/TR/xml/#charsets
 */
export function dropForbidden(text: string): string {
  return text.replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '');
}

/** A carriage return would be read back as a line feed, and `]]>` must not stand in a text. */
function escapeText(text: string): string {
  return dropForbidden(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\r', '&#13;');
}

/** Tabs and line breaks would be read back as spaces. */
function escapeAttribute(text: string): string {
  return escapeText(text).replaceAll('"', '&quot;').replaceAll('\t', '&#9;').replaceAll('\n', '&#10;');
}
