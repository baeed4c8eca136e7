export interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** Directly inside, texts and CDATA sections put together. */
  readonly text: string;
  /** Where it begins, 1-based. */
  readonly line: number;
}

/** Deeper than any report of tests or coverage; whoever walks the tree may do it by recursion. */
const deepest = 100;

/**
 * Reads XML 1.0 as reports are written in it: elements, attributes, texts, CDATA sections, comments, the five entities
 * and character references. A document type may be named (Cobertura's is) and is never fetched; one that declares
 * anything is refused, and so are other entities: no expansion, no file, no network. Names are ASCII.
 *
 * Our own, since what is maintained is large for three small formats: bundled by ncc, saxes is 86 kB and fast-xml-parser
 * 233 kB, and the latter accepts documents that are cut off.
 * @throws SyntaxError with the number of the line when the text is not well-formed or not within that.
 */
export function parseXml(source: string): XmlElement {
  const text = source.replace(/^\uFEFF/, '').replaceAll(/\r\n?/g, '\n');
  const refuse = (reason: string, position: number): never => {
    throw new SyntaxError(`line ${lineAt(text, position)}: ${reason}`);
  };
  if (text.trim() === '') throw new SyntaxError('the document is empty');
  const forbidden = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u.exec(text);
  if (forbidden !== null) refuse('it has a character that XML forbids', forbidden.index);
  return readDocument(text, refuse);
}

type Refuse = (reason: string, position: number) => never;

interface Open {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: XmlElement[];
  text: string;
  readonly line: number;
}

const name = '[A-Za-z_:][A-Za-z0-9_:.-]*';
const attribute = `(${name})\\s*=\\s*("[^<"]*"|'[^<']*')`;
const openTag = new RegExp(`<(${name})((?:\\s+${attribute})*)\\s*(/?)>`, 'y');
const closeTag = new RegExp(`</(${name})\\s*>`, 'y');
const declaration =
  /<\?xml\s+version\s*=\s*["']1\.\d["'](?:\s+encoding\s*=\s*["']([\w.-]+)["'])?(?:\s+standalone\s*=\s*["'](?:yes|no)["'])?\s*\?>/y;
const doctype = new RegExp(
  `<!DOCTYPE\\s+${name}(?:\\s+(?:SYSTEM|PUBLIC\\s+(?:"[^"]*"|'[^']*'))\\s+(?:"[^"]*"|'[^']*'))?\\s*>`,
  'y',
);

function readDocument(text: string, refuse: Refuse): XmlElement {
  const open: Open[] = [];
  let root: XmlElement | undefined;
  let position = 0;
  let line = 1;
  const match = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = position;
    return pattern.exec(text);
  };
  const advance = (end: number): void => {
    for (let at = text.indexOf('\n', position); at >= 0 && at < end; at = text.indexOf('\n', at + 1)) line += 1;
    position = end;
  };
  /** What stands up to the end of a section that is not looked into. */
  const skip = (start: string, end: string): string => {
    const found = text.indexOf(end, position + start.length);
    if (found < 0) refuse(`"${start}" is not closed`, position);
    const inner = text.slice(position + start.length, found);
    advance(found + end.length);
    return inner;
  };
  const close = (element: XmlElement): void => {
    const parent = open.at(-1);
    if (parent === undefined) root = element;
    else parent.children.push(element);
  };

  const declared = match(declaration);
  if (declared !== null) {
    if (!/^(utf-?8|us-ascii)$/i.test(declared[1] ?? 'UTF-8'))
      refuse(`it is written in ${declared[1] ?? ''}, not in UTF-8`, 0);
    advance(declared[0].length);
  }
  while (position < text.length) {
    const inside = open.at(-1);
    if (text[position] !== '<') {
      const end = text.indexOf('<', position);
      const raw = text.slice(position, end < 0 ? text.length : end);
      if (inside !== undefined) inside.text += decode(raw, position, refuse);
      else if (raw.trim() !== '') refuse('there is text outside of the root element', position);
      advance(position + raw.length);
    } else if (text.startsWith('<!--', position)) {
      skip('<!--', '-->');
    } else if (text.startsWith('<![CDATA[', position)) {
      if (inside === undefined) refuse('there is text outside of the root element', position);
      else inside.text += skip('<![CDATA[', ']]>');
    } else if (text.startsWith('<?', position)) {
      skip('<?', '?>');
    } else if (text.startsWith('<!', position)) {
      const found = root === undefined && inside === undefined ? match(doctype) : null;
      advance(position + (found ?? refuse('declarations are not read', position))[0].length);
    } else if (text.startsWith('</', position)) {
      const closed = match(closeTag) ?? refuse('the tag is not closed', position);
      if (inside?.name !== closed[1]) refuse(`</${closed[1] ?? ''}> closes nothing that is open`, position);
      if (inside !== undefined) {
        open.pop();
        close(inside);
      }
      advance(position + closed[0].length);
    } else {
      const tag = match(openTag) ?? refuse('it is no well-formed tag', position);
      if (root !== undefined) refuse('there is a second root element', position);
      if (open.length === deepest) refuse(`elements are nested deeper than ${deepest}`, position);
      const element = {
        name: tag[1] ?? '',
        attributes: readAttributes(tag[2] ?? '', position, refuse),
        children: [],
        text: '',
        line,
      };
      if (tag.at(-1) === '/') close(element);
      else open.push(element);
      advance(position + tag[0].length);
    }
  }
  const unclosed = open.at(-1);
  if (unclosed !== undefined)
    refuse(`<${unclosed.name}> of line ${unclosed.line} is not closed: the document is cut off`, position);
  return root ?? refuse('there is no element', 0);
}

function readAttributes(text: string, position: number, refuse: Refuse): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>();
  for (const [, key = '', quoted = ''] of text.matchAll(new RegExp(attribute, 'g'))) {
    if (attributes.has(key)) refuse(`the attribute ${key} stands twice`, position);
    // White space becomes spaces, before references are resolved. Source: https://www.w3.org/TR/xml/#AVNormalize
    attributes.set(key, decode(quoted.slice(1, -1).replaceAll(/[\t\n]/g, ' '), position, refuse));
  }
  return attributes;
}

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

function decode(text: string, position: number, refuse: Refuse): string {
  return text.replaceAll(
    /&(?:#(\d{1,7})|#x([0-9A-Fa-f]{1,6})|(\w+));|&/g,
    (whole, decimal?: string, hex?: string, named?: string) => {
      if (named !== undefined) return entities[named] ?? refuse(`the entity ${whole} is not known`, position);
      const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
      const allowed =
        [9, 10, 13].includes(code) ||
        (code >= 0x20 && code <= 0xd7ff) ||
        (code >= 0xe000 && code <= 0xfffd) ||
        (code >= 0x10000 && code <= 0x10ffff);
      return allowed ? String.fromCodePoint(code) : refuse(`"${whole}" is no reference to a character`, position);
    },
  );
}

function lineAt(text: string, position: number): number {
  return text.slice(0, position).split('\n').length;
}
