import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { fillTemplate } from '#vendors/prometheus/template';

const release = 'tracker@2.15.3+20250114.1';

function fill(template: string, name = release): string {
  return fillTemplate(template, { gate: 'crash', release: name, step: 3_600_000 });
}

describe('placeholders', () => {
  test.each([
    ['a{r="{{release}}"}', 'a{r="tracker@2.15.3+20250114.1"}'],
    ['a{v="{{version}}",b="{{ build }}"}', 'a{v="2.15.3",b="20250114.1"}'],
    ["increase(a{v='{{version}}'}[{{step}}])", "increase(a{v='2.15.3'}[3600s])"],
    ['a{v=~"{{version}}.*"}', String.raw`a{v=~"2\\.15\\.3.*"}`],
    ['a{v !~ `{{version}}`}', String.raw`a{v !~ ` + '`2\\.15\\.3`}'],
    ['a{x="\\"",v!="{{version}}"} # not "{{release}}\n+ 1', 'a{x="\\"",v!="2.15.3"} # not "{{release}}\n+ 1'],
    ['a{x=`\\`,v="{{version}}"}', 'a{x=`\\`,v="2.15.3"}'],
    ['a{v="{{version}}"} + b{x="#",v="{{version}}"}', 'a{v="2.15.3"} + b{x="#",v="2.15.3"}'],
  ])('%s', (template, filled) => {
    expect(fill(template)).toBe(filled);
  });

  test.each([
    ['prometheus-placeholder-misplaced', 'a_{{version}}{v="{{version}}"}'],
    ['prometheus-placeholder-misplaced', 'label_replace(a, "v", "{{version}}", "", "")'],
    ['prometheus-placeholder-unknown', 'a{v="{{verison}}"}'],
    ['prometheus-query-for-all', 'increase(a[{{step}}])'],
    ['prometheus-query-for-all', 'a # {{release}}'],
  ])('%s: %s', (id, template) => {
    expect(() => fill(template)).toThrow(expect.objectContaining({ notes: [expect.objectContaining({ id })] }));
  });

  test.each([
    ['prometheus-placeholder-empty', 'a{b="{{build}}"}', 'tracker@2.0'],
    ['prometheus-value-unsafe', 'a{r=`{{release}}`}', 'a`b'],
    ['prometheus-value-unsafe', 'a{r="{{release}}"}', 'a\nb'],
  ])('%s: %s of %j', (id, template, name) => {
    expect(() => fill(template, name)).toThrow(expect.objectContaining({ notes: [expect.objectContaining({ id })] }));
  });
});

/** What a literal means, by the rules of Go: the other reading of what was written. */
function readLiteral(query: string): string {
  const [, , body = ''] = /^a\{r=~?(["'`])([\s\S]*)\1\}$/.exec(query) ?? [];
  return query.includes('`') ? body : body.replaceAll(/\\(.)/g, '$1');
}

describe('no value leaves its place', () => {
  const names = fc.string({ minLength: 1, unit: fc.constantFrom(...Array.from('ab1.+*\\"\'`{}[]()|^$#@ é')) });

  test.each(['"', "'"])('within %s it means itself', (quote) => {
    fc.assert(
      fc.property(names, (name) => {
        const filled = fill(`a{r=${quote}{{release}}${quote}}`, name);
        const inner = filled.slice(5, -2).replaceAll(/\\[\s\S]/g, '');
        expect(inner).not.toContain(quote);
        expect(inner).not.toContain('\\');
        expect(filled.slice(5, -2).replaceAll(/\\([\s\S])/g, '$1')).toBe(name);
      }),
    );
  });

  test('as an expression it meets itself and nothing else', () => {
    const names = fc.string({ minLength: 1, unit: fc.constantFrom(...Array.from('ab1.+*\\"{}[]()|^$')) });
    fc.assert(
      fc.property(names, names, (name, other) => {
        const pattern = new RegExp(`^(?:${readLiteral(fill('a{r=~"{{release}}"}', name))})$`);
        expect(pattern.test(name)).toBe(true);
        expect(pattern.test(other)).toBe(name === other);
      }),
    );
  });
});
