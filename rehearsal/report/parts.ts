import { marked } from 'marked';
import type { Annotation } from '../runner/log-commands.ts';

/** An annotation, with the lines around its place where they are known. */
export interface ShownAnnotation extends Annotation {
  readonly excerpt?: readonly { readonly line: number; readonly text: string }[];
}

/** Markdown as GitHub shows it in a job summary. */
export function renderSummary(markdown: string): string {
  if (markdown.trim() === '') return '<p class="nothing">The step wrote no summary.</p>';
  const html = sanitize(marked.parse(markdown, { async: false, gfm: true }));
  // A wide table scrolls inside its own frame, not the page; so does code, which the keyboard has to reach then. A title without
  // a word is no title.
  return html
    .replaceAll(/<th[^>]*><\/th>/g, '<td></td>')
    .replaceAll('<pre>', '<pre tabindex="0">')
    .replaceAll('<table>', '<div class="scroll" tabindex="0" role="group" aria-label="Table"><table>')
    .replaceAll('</table>', '</table></div>');
}

/** What GitHub leaves in a summary, as far as we write it; https://github.com/gjtorikian/html-pipeline has the whole list. */
const allowedTags = new Set([
  ...[
    'a',
    'b',
    'blockquote',
    'br',
    'code',
    'del',
    'details',
    'div',
    'em',
    'h1',
    'h2',
    'h3',
    'h4',
    'h5',
    'h6',
    'hr',
    'i',
  ],
  ...[
    'kbd',
    'li',
    'ol',
    'p',
    'pre',
    's',
    'span',
    'strong',
    'sub',
    'summary',
    'sup',
    'table',
    'tbody',
    'td',
    'th',
    'thead',
  ],
  ...['tr', 'ul', 'input'],
]);
const allowedAttributes =
  /\s(align|colspan|rowspan|open|checked|disabled|type)(="[\w-]*")?(?=[\s>/])|\shref="(#|https?:)[^"]*"/g;

/** A summary is what a step wrote: tags that could do anything become text, attributes that could ask for anything go. */
function sanitize(html: string): string {
  return html.replaceAll(
    /<!--.*?-->|<(\/?)([A-Za-z][\w-]*)([^>]*)>|<(?=[!?/A-Za-z])/gs,
    (whole: string, end?: string, name?: string, rest?: string) => {
      if (whole.startsWith('<!--')) return '';
      if (name === undefined || !allowedTags.has(name.toLowerCase())) return escapeHtml(whole);
      const attributes = [...`${rest ?? ''}>`.matchAll(allowedAttributes)].map(([attribute]) => attribute).join('');
      return `<${end ?? ''}${name}${attributes}>`;
    },
  );
}

export function renderAnnotations(annotations: readonly ShownAnnotation[], dropped: number): string {
  if (annotations.length === 0) return '<p class="nothing">None.</p>';
  const items = annotations.map((one) => {
    const place =
      one.file === undefined
        ? ''
        : `<code>${escapeHtml([one.file, one.line, one.column].filter((part) => part !== undefined).join(':'))}</code> `;
    const title = one.title === undefined ? '' : `<em>${escapeHtml(one.title)}</em> `;
    return `<li class="${one.level}"><strong>${one.level}</strong> ${place}${title}<span class="text">${escapeHtml(one.message)}</span>${renderExcerpt(one)}</li>`;
  });
  const more = dropped === 0 ? '' : `<p>${dropped} more would not be shown by GitHub.</p>`;
  return `<ul class="annotations">${items.join('')}</ul>${more}`;
}

function renderExcerpt({ excerpt = [], line, endLine }: ShownAnnotation): string {
  if (excerpt.length === 0 || line === undefined) return '';
  const rows = excerpt.map((row) => {
    const marked = row.line >= line && row.line <= (endLine ?? line);
    const text = `<span class="number">${row.line}</span> ${escapeHtml(row.text)}`;
    return marked ? `<mark>${text}</mark>` : text;
  });
  return `<pre class="excerpt" tabindex="0">${rows.join('\n')}</pre>`;
}

export function renderPairs(pairs: readonly (readonly [string, string])[]): string {
  if (pairs.length === 0) return '<p class="nothing">None.</p>';
  const rows = pairs.map(
    ([name, value]) => `<tr><th scope="row">${escapeHtml(name)}</th><td><code>${escapeHtml(value)}</code></td></tr>`,
  );
  return `<div class="scroll" tabindex="0" role="group" aria-label="Table"><table class="pairs"><tbody>${rows.join('')}</tbody></table></div>`;
}

export function renderLog(lines: readonly string[]): string {
  const text = escapeHtml(lines.map(stripColours).join('\n'));
  return `<details><summary>${lines.length} lines</summary><pre tabindex="0">${text}</pre></details>`;
}

export function section(id: string, title: string, body: string): string {
  return `<section aria-labelledby="${id}"><h2 id="${id}">${title}</h2>${body}</section>`;
}

export function stripColours(line: string): string {
  return line.replaceAll(/\u001B\[[\d;]*m/g, '');
}

export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** Sentences: a number stays on the line of its unit. */
export function escapeProse(text: string): string {
  return escapeHtml(text).replaceAll(/(\d) (?=%|(?:h|min|d|s)\b)/g, '$1\u00A0');
}
