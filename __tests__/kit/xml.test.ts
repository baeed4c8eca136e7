import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseXml } from '#kit/xml-reader';
import type { XmlElement } from '#kit/xml-reader';
import { dropForbidden, writeXml } from '#reports/xml-writer';
import type { XmlNode } from '#reports/xml-writer';

// Every code unit may come, also what XML forbids and what it would change on the way.
const anyText = fc.string({ unit: 'binary', maxLength: 12 });
const names = fc.constantFrom('a', 'b-c', 'd.e', '_f', 'g:h');
const { node } = fc.letrec<{ node: XmlNode }>((tie) => ({
  node: fc.record({
    name: names,
    attributes: fc.dictionary(names, anyText, { maxKeys: 3 }),
    content: fc.oneof({ depthSize: 'small' }, anyText, fc.array(tie('node'), { maxLength: 3 })),
  }),
}));

test('property: what is written is read back, without the characters that XML cannot hold', () => {
  const expectSame = (read: XmlElement, written: XmlNode): void => {
    const { content = [], attributes = {} } = written;
    expect(read.name).toBe(written.name);
    expect(Object.fromEntries(read.attributes)).toEqual(
      Object.fromEntries(Object.entries(attributes).map(([key, value]) => [key, dropForbidden(String(value))])),
    );
    if (typeof content === 'string') {
      expect(read.text).toBe(dropForbidden(content));
      expect(read.children).toEqual([]);
    } else {
      expect(read.children).toHaveLength(content.length);
      read.children.forEach((child, index) => expectSame(child, content[index] ?? written));
    }
  };
  fc.assert(fc.property(node, (written) => expectSame(parseXml(writeXml(written)), written)));
});

test('property: a document that was cut off anywhere is refused', () => {
  fc.assert(
    fc.property(node, fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (written, share) => {
      const whole = writeXml(written).trimEnd();
      expect(() => parseXml(whole.slice(0, Math.floor(whole.length * share)))).toThrow(SyntaxError);
    }),
  );
});

describe('what other writers do', () => {
  test('entities, references, CDATA, comments, instructions, quotes, a byte order mark', () => {
    const text = [
      '\uFEFF<?xml version="1.0" encoding=\'utf-8\'?>',
      '<!DOCTYPE a PUBLIC "-//x" "http://example.com/a.dtd">',
      '<!-- <b> --><a x=\'"&lt;&#65;&#x1F680;\' y = "1\n2" ><?pi <b>?>t&amp;<![CDATA[<&amp;]]]>&gt;<!-- c -->u\r\n</a >',
      '<!-- end -->',
    ].join('\n');
    const element = parseXml(text);
    expect(Object.fromEntries(element.attributes)).toEqual({ x: '"<A🚀', y: '1 2' });
    expect(element).toMatchObject({ name: 'a', text: 't&<&amp;]>u\n', children: [], line: 3 });
  });
  test('an element knows its line', () => {
    expect(parseXml('<a>\n<!--\n-->\n<b\n/><c/></a>').children.map(({ line }) => line)).toEqual([4, 5]);
  });
});

test.each([
  ['', 'the document is empty'],
  [' \n', 'the document is empty'],
  ['<a>\n<b>', 'line 2: <b> of line 2 is not closed: the document is cut off'],
  ['<a></b>', '</b> closes nothing'],
  ['</a>', '</a> closes nothing'],
  ['<a/><b/>', 'a second root'],
  ['<a/>x', 'text outside'],
  ['x<a/>', 'text outside'],
  ['<![CDATA[x]]><a/>', 'text outside'],
  ['<a><![CDATA[x]]</a>', '"<![CDATA[" is not closed'],
  ['<a><!-- </a>', '"<!--" is not closed'],
  ['<!-- only -->', 'there is no element'],
  ['<a x=1/>', 'no well-formed tag'],
  ['<a x="<"/>', 'no well-formed tag'],
  ['<a x="1" x="2"/>', 'x stands twice'],
  ['<a>&b;</a>', 'the entity &b; is not known'],
  ['<a>a & b</a>', 'no reference'],
  ['<a>&#0;</a>', 'no reference'],
  ['<a>&#x110000;</a>', 'no reference'],
  ['<a>\u001B[1m</a>', 'a character that XML forbids'],
  ['<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', 'declarations are not read'],
  ['<!DOCTYPE a SYSTEM "x" [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>', 'declarations are not read'],
  ['<a><!DOCTYPE a></a>', 'declarations are not read'],
  ['<?xml version="1.0" encoding="ISO-8859-1"?><a/>', 'written in ISO-8859-1'],
  [`${'<a>'.repeat(101)}${'</a>'.repeat(101)}`, 'nested deeper than 100'],
])('%j is refused: %s', (text, reason) => {
  expect(() => parseXml(text)).toThrow(SyntaxError);
  expect(() => parseXml(text)).toThrow(reason);
});
