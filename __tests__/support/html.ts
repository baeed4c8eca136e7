/** An element of a page that we wrote: every attribute in double quotes, every element closed. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (Element | string)[];
}

const voids: ReadonlySet<string> = new Set(['meta', 'br', 'hr', 'input', '!doctype']);
const raw: ReadonlySet<string> = new Set(['style', 'script']);

/** @throws SyntaxError for what is not closed, not quoted, or closed in the wrong order: our own pages are stricter than HTML */
export function parseHtml(html: string): Element {
  const root: Element = { name: '#root', attributes: {}, children: [] };
  const open: Element[] = [root];
  const tags = /<(\/?)([!A-Za-z][\w-]*)((?:\s+[\w:-]+(?:="[^"]*")?)*)\s*(\/?)>/gy;
  let index = 0;
  while (index < html.length) {
    const parent = open.at(-1) ?? root;
    const next = html.indexOf('<', index);
    const text = html.slice(index, next === -1 ? html.length : next);
    if (text !== '') parent.children.push(unescape(text));
    if (next === -1) break;
    tags.lastIndex = next;
    const [whole, end, name = '', attributes = '', closed] = tags.exec(html) ?? [];
    if (whole === undefined) throw new SyntaxError(`no tag: ${html.slice(next, next + 80)}`);
    index = next + whole.length;
    if (end === '/') {
      const last = open.pop();
      if (last?.name !== name)
        throw new SyntaxError(`</${name}> closes <${last?.name ?? ''}>: ${html.slice(next - 80, next)}`);
      continue;
    }
    const element: Element = { name, attributes: readAttributes(attributes), children: [] };
    parent.children.push(element);
    if (raw.has(name)) {
      const stop = html.indexOf(`</${name}>`, index);
      element.children.push(html.slice(index, stop));
      index = stop + name.length + 3;
    } else if (closed !== '/' && !voids.has(name.toLowerCase())) open.push(element);
  }
  if (open.length > 1)
    throw new SyntaxError(
      `never closed: ${open
        .slice(1)
        .map(({ name }) => name)
        .join(', ')}`,
    );
  return root;
}

function readAttributes(text: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [...text.matchAll(/([\w:-]+)(?:="([^"]*)")?/g)].map(([, name = '', value = '']) => [name, unescape(value)]),
  );
}

function unescape(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
}

/** All below it that a test agrees to, in order. */
export function findAll(element: Element, test: (one: Element) => boolean): readonly Element[] {
  return element.children.flatMap((child) =>
    typeof child === 'string' ? [] : [...(test(child) ? [child] : []), ...findAll(child, test)],
  );
}

export function byName(element: Element, name: string): readonly Element[] {
  return findAll(element, (one) => one.name === name);
}

export function byClass(element: Element, name: string): readonly Element[] {
  return findAll(element, ({ attributes }) => (attributes['class'] ?? '').split(' ').includes(name));
}

/** What stands in it, with single spaces. */
export function textOf(element: Element): string {
  return element.children
    .map((child) =>
      typeof child === 'string' ? child : ['style', 'script'].includes(child.name) ? '' : ` ${textOf(child)} `,
    )
    .join('')
    .replaceAll(/\s+/g, ' ')
    .trim();
}
