import { marked } from 'marked';
import type { StepResult } from '../runner/step.ts';
import type { Annotation } from '../runner/log-commands.ts';
import { style } from './style.ts';

export interface PageContent {
  readonly action: string;
  readonly inputs: Readonly<Record<string, string>>;
  readonly result: StepResult;
}

/**
 * A rehearsed step as one page that needs nothing else: no script, no font, no request (the policy in its head forbids
 * them). Foreign text is escaped here; the summary was escaped when it was built.
 */
export function renderPage({ action, inputs, result }: PageContent): string {
  const passed = result.exitCode === 0;
  const seconds = (result.durationMs / 1_000).toFixed(1);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${passed ? '✅' : '❌'} ${escapeHtml(action)} · rehearsal</title>
<style>${style}</style>
</head>
<body>
<header>
<p class="kind">Rehearsal of one step</p>
<h1>${escapeHtml(action)}</h1>
<p class="badge ${passed ? 'pass' : 'fail'}">${passed ? 'passed' : `failed with exit code ${result.exitCode}`} in ${seconds} s</p>
</header>
<main>
<section aria-labelledby="summary"><h2 id="summary">Job summary</h2><div class="summary">${renderSummary(result.summary)}</div></section>
${section('annotations', 'Annotations', renderAnnotations(result.log.annotations, result.log.dropped.length))}
${section('outputs', 'Outputs', renderPairs([...result.outputs]))}
${section('inputs', 'Inputs', renderPairs(Object.entries(inputs)))}
${section('log', 'Log', `<details><summary>${result.log.visible.length} lines</summary><pre>${escapeHtml(result.log.visible.map(stripColours).join('\n'))}</pre></details>`)}
</main>
</body>
</html>
`;
}

function renderSummary(markdown: string): string {
  if (markdown.trim() === '') return '<p class="nothing">The step wrote no summary.</p>';
  const html = marked.parse(markdown, { async: false, gfm: true });
  // A wide table scrolls inside its own frame, not the page.
  return html
    .replaceAll('<table>', '<div class="scroll" tabindex="0" role="region" aria-label="Table"><table>')
    .replaceAll('</table>', '</table></div>');
}

function renderAnnotations(annotations: readonly Annotation[], dropped: number): string {
  if (annotations.length === 0) return '<p class="nothing">None.</p>';
  const items = annotations.map((one) => {
    const place =
      one.file === undefined
        ? ''
        : `<code>${escapeHtml([one.file, one.line, one.column].filter((part) => part !== undefined).join(':'))}</code> `;
    return `<li class="${one.level}"><strong>${one.level}</strong> ${place}${one.title === undefined ? '' : `<em>${escapeHtml(one.title)}</em> `}<span class="text">${escapeHtml(one.message)}</span></li>`;
  });
  const more = dropped === 0 ? '' : `<p>${dropped} more would not be shown by GitHub.</p>`;
  return `<ul class="annotations">${items.join('')}</ul>${more}`;
}

function renderPairs(pairs: readonly (readonly [string, string])[]): string {
  if (pairs.length === 0) return '<p class="nothing">None.</p>';
  const rows = pairs.map(
    ([name, value]) => `<tr><th scope="row">${escapeHtml(name)}</th><td><code>${escapeHtml(value)}</code></td></tr>`,
  );
  return `<div class="scroll" tabindex="0" role="region" aria-label="Table"><table class="pairs"><tbody>${rows.join('')}</tbody></table></div>`;
}

function section(id: string, title: string, body: string): string {
  return `<section aria-labelledby="${id}"><h2 id="${id}">${title}</h2>${body}</section>`;
}

function stripColours(line: string): string {
  return line.replaceAll(/\u001B\[[\d;]*m/g, '');
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
