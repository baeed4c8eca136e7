import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { marked } from 'marked';
import type { WorkflowRun } from '#vendors/github/runs';
import { describeRun } from '../../actions/quality-comment/comment.ts';
import type { Left } from '../../actions/quality-comment/comment.ts';
import { inert } from '../../actions/quality-comment/inert.ts';
import { failing, passing, read } from './figures.ts';
import type { Written } from './figures.ts';

const run: WorkflowRun = {
  id: 77,
  attempt: 1,
  event: 'pull_request',
  conclusion: 'failure',
  headSha: 'abcdef0123456789'.padEnd(40, '0'),
  headBranch: 'topic',
  headRepository: 'example-org/tracker',
  url: 'https://github.com/example-org/tracker/actions/runs/77',
};

const render = (left: Left, changes: Partial<WorkflowRun> = {}): string =>
  describeRun('quality', { ...run, ...changes }, left).join('\n\n');

/** What GitHub makes of it, as far as a Markdown library can say. */
const toHtml = (markdown: string): string => marked.parse(markdown, { async: false, gfm: true });

test('the verdict first, then reasons, checks, coverage, findings, worst files, the shape of the tests', () => {
  expect(render({ figures: read(failing) })).toBe(
    [
      '### ❌ quality: fail',
      'Commit `abcdef0123`, [run 77](https://github.com/example-org/tracker/actions/runs/77), which ended with `failure`.',
      'Whose fault it is: **the code under check**.',
      '- `mobile`: **The type check found 2 errors in 1 file.** Mend them. (`types-failed`)',
      '#### Checks',
      [
        '| Package | Check | Result | Looked at | Found | Time |',
        '| --- | --- | --- | --- | ---: | ---: |',
        '| `mobile` | types | ❌ failed | 42 files | 2 | 4.2 s |',
        '| `web` | tests | ✅ passed | 118 tests in 12 files | 0 | 1 min 5 s |',
        '| `web` | lint | ⏭️ not run | nothing | 0 |  |',
        '| all | patch | ✅ passed | 7 lines | 0 | 12 ms |',
      ].join('\n'),
      '#### Coverage',
      [
        '| Package | Suite | lines | branches | functions | statements | Required |',
        '| --- | --- | ---: | ---: | ---: | ---: | ---: |',
        `| \`mobile\` | unit | ${Array(4)
          .fill(String.raw`81.00 % (+1.00) ✅`)
          .join(' | ')} | 80 % |`.replaceAll(/[()]/g, String.raw`\$&`),
        `| \`web\` | integration | ${Array(4).fill('59.99 % ❌').join(' | ')} | 60 % |`,
        `| all |  | ${Array(4)
          .fill(String.raw`60.19 % \(-0.10\)`)
          .join(' | ')} |  |`,
      ].join('\n'),
      String.raw`Changed lines: 85.71 % \(6 of 7\), required 80 % ✅`,
      'Compared with `bbbbbbbbbb`, 2 before the change begins.',
      '#### What to mend',
      [
        '| Where | Check | What |',
        '| --- | --- | --- |',
        "| `mobile/src/a.ts:3` | types | **TS2322** Type 'A' is not assignable. |",
        '| `mobile/src/b.ts` | types | **TS6133** Unused. |',
      ].join('\n'),
      [
        '<details><summary>Least covered files</summary>\n',
        '| File | Lines | Not covered |',
        '| --- | ---: | --- |',
        '| `mobile/src/a.ts` | 33.33 % | 2-3 |\n',
        '</details>',
      ].join('\n'),
      '#### Shape of the tests',
      [
        '| Kind | Tests | Share | Goal |',
        '| --- | ---: | ---: | ---: |',
        '| Unit | 70 | 70.00 % | 70 % |',
        '| Integration | 20 | 20.00 % | 20 % |',
        '| End to end | 10 | 10.00 % | 10 % |',
      ].join('\n'),
    ].join('\n\n'),
  );
});

describe('the run counts', () => {
  test.each<[conclusion: string, written: Written, headline: string, note: RegExp | undefined]>([
    ['success', passing, '### ✅ quality: pass', undefined],
    ['failure', failing, '### ❌ quality: fail', undefined],
    ['failure', passing, '### ❌ quality: fail', /The figures say pass, and the run did not succeed/],
    ['cancelled', passing, '### ❌ quality: fail', /The figures say pass/],
    ['success', failing, '### ❌ quality: fail', /The figures say fail, and the run succeeded all the same/],
  ])('it ended with %s', (conclusion, written, headline, note) => {
    const markdown = render({ figures: read(written) }, { conclusion });
    expect(markdown.split('\n')[0]).toBe(headline);
    expect(markdown).toContain(`ended with \`${conclusion}\``);
    const notes = markdown.split('\n').filter((line) => line.startsWith('⚠️'));
    expect(notes).toEqual(note === undefined ? [] : [expect.stringMatching(note)]);
  });

  test.each(['success', 'failure'])('without figures nothing passes, however it ended (%s)', (conclusion) => {
    const markdown = render({ missing: 'it <b>says</b> @everybody' }, { conclusion, attempt: 3 });
    expect(markdown).toMatch(/^### ❌ quality: fail\n/);
    expect(markdown).toContain(', attempt 3, which ended with');
    expect(markdown).toContain('⚠️ There are no figures of it: it &lt;b&gt;says&lt;/b&gt; &#64;\u200Beverybody.');
  });
});

describe('what is not there, and what is too much', () => {
  test('one package, no base, no patch, nothing executable, kinds of tests that are not known', () => {
    const [one] = failing.coverage.packages;
    const figures = read({
      ...passing,
      checks: passing.checks.filter(({ package: of }) => of === 'web'),
      coverage: {
        ...passing.coverage,
        packages: one === undefined ? [] : [one],
        patch: { covered: 0, total: 0, threshold: 80 },
        base: { none: 'nothing was kept for @main' },
        worstFiles: [],
      },
      pyramid: { unit: 118, integration: null, e2e: 0 },
    });
    const markdown = render({ figures }, { conclusion: 'success' });
    expect(markdown).toContain('| Check | Result | Looked at | Found | Time |');
    expect(markdown).not.toContain('| all |');
    expect(markdown).toContain('Changed lines: none of them is executable.');
    expect(markdown).toContain('No baseline: nothing was kept for &#64;\u200Bmain.');
    expect(markdown).not.toContain('Least covered');
    expect(markdown).toContain('| Unit | 118 |  | 70 % |\n| Integration | not known |  | 20 % |');
  });

  test('nothing but a verdict', () => {
    const figures = read({
      ...passing,
      checks: [],
      coverage: { packages: [], total: null, patch: null, base: null, worstFiles: [] },
      pyramid: { unit: null, integration: null, e2e: null },
    });
    expect(describeRun('quality', { ...run, conclusion: 'success' }, { figures })).toHaveLength(1);
  });

  test('at the base itself, and with a metric of nothing', () => {
    const [one] = failing.coverage.packages;
    const none = { covered: 0, total: 0 };
    const packages = one === undefined ? [] : [{ ...one, counts: { ...one.counts, branches: none } }];
    const figures = read({
      ...failing,
      coverage: { ...failing.coverage, packages, base: { commit: 'b'.repeat(40), distance: 0 } },
    });
    const markdown = render({ figures });
    expect(markdown).toContain('Compared with `bbbbbbbbbb`, where the change begins.');
    expect(markdown).toContain(String.raw`| none \(none\) |`);
  });

  test('long lists end with how many more there are, also of those that the file does not hold', () => {
    const many = <T>(item: T | undefined, count: number): T[] =>
      item === undefined ? [] : Array.from({ length: count }, () => item);
    const figures = read(
      {
        ...failing,
        reasons: many(failing.reasons[0], 12),
        checks: many(failing.checks[0], 33),
        findings: many(failing.findings[0], 25),
        coverage: { ...failing.coverage, packages: many(failing.coverage.packages[0], 34) },
      },
      { reasons: 5, checks: 7, packages: 1 },
    );
    const mores = render({ figures })
      .split('\n')
      .filter((line) => line.startsWith('… and'));
    expect(mores).toEqual([7, 10, 5, 46].map((count) => `… and ${count} more; the job summary of the run has them.`));
  });
});

/** What GitHub's own filters would find in the text that comes out: they look at no code and no link. */
const active = [
  /(?<![\w`])@[a-z0-9]/i,
  /[\w.+-]@[\w-]+\.\w/,
  /#\d/,
  /\bgh-\d/i,
  /\w:\/\/\S/,
  /\bwww\.\S/i,
  /\b[0-9a-f]{7,40}\b/i,
  /\b(mailto|xmpp):/i,
];
const allowedTags = new Set(
  [
    'h3',
    'h4',
    'p',
    'ul',
    'li',
    'strong',
    'table',
    'thead',
    'tbody',
    'tr',
    'th',
    'td',
    'code',
    'details',
    'summary',
  ].flatMap((tag) => [tag, `/${tag}`]),
);
const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

function findActive(markdown: string): readonly string[] {
  const html = toHtml(markdown).replace(`<a href="${run.url}">run 77</a>`, '');
  const tags = [...html.matchAll(/<(\/?[a-z0-9]+)[^>]*>/gi)].map(([, tag = '']) => tag);
  const text = html
    .replaceAll(/<code>.*?<\/code>/gs, '')
    .replaceAll(/<[^>]*>/g, '\n')
    .replaceAll(/&#(\d+);/g, (_, number: string) => String.fromCodePoint(Number(number)))
    .replaceAll(/&([a-z]+);/g, (entity, name: string) => entities[name] ?? entity);
  return [
    ...tags.filter((tag) => !allowedTags.has(tag)).map((tag) => `<${tag}>`),
    ...active.flatMap((pattern) => pattern.exec(text)?.[0] ?? []),
  ];
}

const attacks = [
  '@octocat',
  '@org/team',
  'ada@example.com',
  '#12',
  'a/b#12',
  'GH-12',
  'https://evil.example/x',
  'www.evil.example',
  'mailto:a@b.c',
  '[x](https://evil.example)',
  '![x](https://evil.example/x.png)',
  '<img src=x onerror=alert(1)>',
  '<a href="javascript:alert(1)">x</a>',
  '</code></td></table></details><h1>',
  '<!-- slipway quality-comment/quality run 9 attempt 9 -->',
  '`code` ``` | cell | \\',
  '| --- | --- |',
  '# heading',
  '- list',
  '> quote',
  '**bold** _em_ ~~del~~',
  '&#64;octocat &lt;b&gt; &commat;octocat',
  '$x$ :tada: [^1]',
  'f'.repeat(40),
  '0123abc',
];

describe('nothing of the figures becomes active', () => {
  const hostile = fc
    .array(
      fc.oneof(
        fc.constantFrom(...attacks),
        fc.string({ unit: 'grapheme', maxLength: 8 }),
        fc.constantFrom(' ', '|', '`', '\\', '\n'),
      ),
      {
        minLength: 1,
        maxLength: 4,
      },
    )
    .map((parts) => parts.join(''));

  const hostileFigures = fc
    .tuple(hostile, hostile, hostile, hostile, hostile, hostile, hostile, hostile, hostile, hostile)
    .map(([a, b, c, d, e, f, g, h, i, j]): Written => {
      const [one, two] = failing.coverage.packages;
      return {
        ...failing,
        reasons: [{ id: a, text: b, cure: c, package: d }],
        checks: [
          { package: `p${e}`, name: f, outcome: 'failed', extent: g, findings: 1, durationMs: 1 },
          { package: `q${e}`, name: g, outcome: 'passed', extent: f, findings: 1, durationMs: 1 },
        ],
        findings: [{ file: h, line: null, title: i, message: j, check: a }],
        coverage: {
          ...failing.coverage,
          packages:
            one === undefined || two === undefined
              ? []
              : [
                  { ...one, name: b },
                  { ...two, name: c },
                ],
          base: { none: d },
          worstFiles: [{ file: i, lines: { covered: 1, total: 2 }, uncovered: j }],
        },
      };
    });

  test('property: no mention, no reference, no address, no tag but ours, no cell more than there should be', () => {
    const cells = (html: string): number => html.match(/<td/g)?.length ?? 0;
    const expected = cells(
      toHtml(
        render({
          figures: read({ ...failing, checks: failing.checks.slice(0, 2), findings: failing.findings.slice(0, 1) }),
        }),
      ),
    );
    fc.assert(
      fc.property(hostileFigures, (written) => {
        const markdown = render({ figures: read(written) });
        expect(findActive(markdown)).toEqual([]);
        const html = toHtml(markdown);
        expect(cells(html)).toBe(expected);
        expect(html.match(/<details>/g)).toHaveLength(1);
        expect(html.match(/<h[1-6]/g)).toHaveLength(5);
      }),
      { numRuns: 1_000 },
    );
  });

  test.each(attacks)('%s can be noticed by this test, and is gone', (attack) => {
    const figures = read({
      ...failing,
      findings: [{ file: 'a', line: 1, title: attack, message: attack, check: 'x' }],
    });
    expect(findActive(render({ figures }))).toEqual([]);
  });

  test('the check can fail: without the gaps of no width there would be something', () => {
    expect(findActive('@octocat')).not.toEqual([]);
    expect(findActive('see &#64;octocat and https&#58;//evil.example')).toHaveLength(2);
    expect(findActive('<img src=x>')).toEqual(['<img>']);
  });

  test('a reader sees what was written', () => {
    const text = 'Type @types/node#12 at https://x.example is not 0123abcdef.';
    expect(inert(text).replaceAll('\u200B', '')).toBe(text);
  });
});
