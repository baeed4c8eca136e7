import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { marked } from 'marked';
import { bar, code, createSummary, md } from '#kit/summary';

const column = { title: 'Text' };

/** What a reader sees of Markdown: the text without tags, entities resolved. */
function readAsText(markdown: string): string {
  return marked
    .parse(markdown, { async: false, gfm: true })
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(
      /&(amp|lt|gt|quot|#39|#64|#58|#46);/g,
      (_, name: string) =>
        ({ amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", '#64': '@', '#58': ':', '#46': '.' })[name] ?? '',
    );
}

describe('foreign text', () => {
  test.each([
    ['html', '<img src=x onerror=alert(1)>'],
    ['a link', '[click](https://evil.example)'],
    ['an image', '![x](https://evil.example/x.png)'],
    ['emphasis', '**bold** _it_ ~~no~~'],
    ['a heading', '# not a title'],
    ['a list', '- a\n2. b'],
    ['an autolink in angle brackets', '<https://evil.example>'],
    ['a table cell', 'a | b'],
    ['code', '`x` ``` y'],
    ['an entity', '&lt;b&gt; &amp;'],
    ['a backslash', String.raw`a\*b C:\path`],
  ])('%s comes out as it went in', (_, text) => {
    const markdown = createSummary().paragraph(text).render();
    expect(readAsText(markdown).trim()).toBe(text.trim());
    expect(marked.parse(markdown, { async: false })).not.toMatch(/<(img|a|strong|em|del|h1|ul|ol|code|b)\b/);
  });

  test('property: any text in a cell stays one cell of one row and makes no tag', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
        const html = marked.parse(
          createSummary()
            .table([column, column], [[text, 'end']])
            .render(),
          { async: false },
        );
        expect(html.match(/<td/g)).toHaveLength(2);
        expect(html).toContain('<td>end</td>');
        expect(html.replaceAll(/<\/?(table|thead|tbody|tr|th|td|br)\b[^>]*>/g, '')).not.toMatch(/<[a-z]/i);
      }),
    );
  });

  test('property: inline code shows any text, whatever backticks and pipes are in it', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('`', '|', 'a', ' ', '<', '\\', '*'), minLength: 1, maxLength: 12 }),
        (text) => {
          const html = marked.parse(
            createSummary()
              .table([column], [[code(text)]])
              .render(),
            { async: false },
          );
          const shown = /<td><code>(.*)<\/code><\/td>/.exec(html)?.[1] ?? '';
          expect(shown.replaceAll('&lt;', '<').trim()).toBe(text.trim());
        },
      ),
    );
  });

  test('text of ours keeps its form around foreign values', () => {
    expect(
      createSummary()
        .paragraph(md`**${'a*b'}** ${3}`)
        .render(),
    ).toBe(String.raw`**a\*b** 3`);
  });
});

describe('size', () => {
  test('property: never above the limit, and never cut within a character', () => {
    fc.assert(
      fc.property(
        // Without the replacement character itself: it is what a cut character would leave.
        fc.array(
          fc.string({ unit: 'grapheme', maxLength: 60 }).map((text) => text.replaceAll('\uFFFD', '')),
          { maxLength: 60 },
        ),
        fc.integer({ min: 200, max: 3_000 }),
        (lines, limit) => {
          const summary = createSummary()
            .heading(2, 'Title')
            .table(
              [column],
              lines.map((line) => [line]),
            )
            .details('More', (inner) => inner.code('text', lines));
          const text = summary.render(limit);
          expect(Buffer.byteLength(text)).toBeLessThanOrEqual(limit);
          expect(text).not.toContain('\uFFFD');
        },
      ),
    );
  });

  test('rows give way from the end, fixed text stays', () => {
    const rows = Array.from({ length: 100 }, (_, index) => [`row ${index}`]);
    const text = createSummary().table([column], rows).paragraph('The verdict.').render(400);
    expect(text).toContain('row 0');
    expect(text).not.toContain('row 99');
    expect(text).toMatch(/… and \d+ more rows; the log of this step has them all\.\n\nThe verdict\.$/);
  });

  test('a fence is longer than any run of backticks in the code', () => {
    expect(createSummary().code('text', ['```` x']).render()).toBe('`````text\n```` x\n`````');
  });
});

test('a diagram comes with its data as a table', () => {
  const text = createSummary()
    .diagram(['pie', '"a": 1'], [column], [['a']])
    .render();
  expect(text).toContain('```mermaid\npie');
  expect(text).toContain('| a |');
});

test('bars: full, empty, halves, and values that are no share', () => {
  expect([bar(1), bar(0), bar(0.55), bar(2), bar(-1), bar(Number.NaN)]).toEqual([
    '██████████',
    '░░░░░░░░░░',
    '█████▌░░░░',
    '██████████',
    '░░░░░░░░░░',
    '░░░░░░░░░░',
  ]);
  fc.assert(fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (share) => bar(share).length === 10));
});
