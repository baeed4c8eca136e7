import { describe, expect, test } from '@jest/globals';
import { bar, code, createSummary } from '#kit/summary';
import { renderPage } from '#rehearsal/report/page';
import { renderForTerminal } from '#rehearsal/report/terminal';
import { createStepLog } from '#rehearsal/runner/log-commands';

const summary = createSummary()
  .heading(2, '✅ done')
  .list(['one *thing*', code('a|b')])
  .table(
    [{ title: 'Name' }, { title: 'Share', align: 'right' }],
    [
      ['lines <b>', '80.00 %'],
      [code('x.ts'), '5 %'],
    ],
  )
  .details('More & more', (inner) => inner.code('text', ['const a = 1;']))
  .paragraph(bar(0.5))
  .render();

test('a summary in the terminal: tables are aligned, folded parts are open, no markup is left', () => {
  expect(renderForTerminal(summary, false).split('\n')).toEqual([
    '',
    '✅ done',
    '',
    '  • one *thing*',
    '  • a|b',
    '',
    '  Name         Share',
    '  ─────────  ───────',
    '  lines <b>  80.00 %',
    '  x.ts           5 %',
    '',
    'More & more',
    '',
    '    const a = 1;',
    '',
    '█████░░░░░',
  ]);
  expect(renderForTerminal('**bold**', true)).toContain('\u001B[1mbold\u001B[22m');
});

describe('the page', () => {
  const log = createStepLog();
  for (const line of [
    '<script>alert(1)</script>',
    '\u001B[31mred\u001B[39m',
    '::error file=a.ts,line=3,title=T<i>::<b>bad</b>',
  ])
    log.read(line);
  const result = {
    exitCode: 1,
    log,
    outputs: new Map([['verdict', 'fail<x>']]),
    state: new Map(),
    env: new Map(),
    summary,
    durationMs: 1_234,
  };
  const html = renderPage({ action: 'quality-gate', inputs: { 'working-directory': 'a"b' }, result });

  test('shows the end, the summary, the annotation at its line, outputs, inputs and log', () => {
    for (const part of [
      'failed with exit code 1',
      'in 1.2 s',
      '<code>a.ts:3</code>',
      'verdict',
      'a&quot;b',
      '3 lines',
    ]) {
      expect(html).toContain(part);
    }
  });
  test('runs nothing that a step printed, and asks nothing of the network', () => {
    expect(html).not.toContain('<script>');
    expect(html).not.toContain('<b>bad');
    expect(html).not.toContain('\u001B');
    expect(html).toContain("default-src 'none'");
    expect(html).not.toMatch(/(src|href)=/);
  });
});
