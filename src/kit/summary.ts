/** Below the runner's 1 MiB, at which it drops the whole summary; close to it, it was seen to drop it silently. */
const summaryLimit = 900 * 1024;

/** Text that is already Markdown of ours; everything else is taken as foreign and escaped. */
export interface Markdown {
  readonly markdown: string;
}

export type Text = string | Markdown;

interface Block {
  /** Rendered with at most `rows` of its rows; fixed blocks ignore it. */
  render(rows: number): string;
  /** How many rows may be left out when the whole is too large; 0 for fixed blocks. */
  readonly rows: number;
}

export interface Summary {
  heading(level: 1 | 2 | 3 | 4, text: Text): Summary;
  paragraph(text: Text): Summary;
  /** Rows are left out from the end, with "and N more", when the summary would become too large. */
  table(columns: readonly Column[], rows: readonly (readonly Text[])[]): Summary;
  list(items: readonly Text[]): Summary;
  /** Folded. `open` shows it unfolded. The title is plain text: GitHub reads no Markdown there. */
  details(title: string, body: (inner: Summary) => void, open?: boolean): Summary;
  code(language: string, lines: readonly string[]): Summary;
  /**
   * A mermaid diagram and the same data as a table: the diagram is drawn in the reader's browser and may fail there, and
   * no screen reader reads it.
   */
  diagram(source: readonly string[], columns: readonly Column[], rows: readonly (readonly Text[])[]): Summary;
  isEmpty(): boolean;
  /** GitHub-flavoured Markdown of at most `limit` bytes of UTF-8. */
  render(limit?: number): string;
}

export interface Column {
  readonly title: string;
  readonly align?: 'left' | 'right';
}

/** Builds a job summary: GitHub-flavoured Markdown that also reads well as plain text in a log. */
export function createSummary(): Summary {
  const blocks: Block[] = [];
  const fixed = (text: string): Summary => {
    blocks.push({ rows: 0, render: () => text });
    return summary;
  };
  const summary: Summary = {
    heading: (level, text) => fixed(`${'#'.repeat(level)} ${toMarkdown(text)}`),
    paragraph: (text) => fixed(toMarkdown(text)),
    list: (items) => fixed(items.map((item) => `- ${toMarkdown(item)}`).join('\n')),
    table(columns, rows) {
      blocks.push(tableBlock(columns, rows));
      return summary;
    },
    code(language, lines) {
      blocks.push(codeBlock(language, lines));
      return summary;
    },
    diagram(source, columns, rows) {
      blocks.push(codeBlock('mermaid', source), tableBlock(columns, rows));
      return summary;
    },
    details(title, body, open = false) {
      const inner = createBlocks(body);
      blocks.push({
        rows: inner.reduce((sum, block) => sum + block.rows, 0),
        render: (rows) =>
          `<details${open ? ' open' : ''}><summary>${escapeHtml(title)}</summary>\n\n${renderBlocks(inner, rows)}\n\n</details>`,
      });
      return summary;
    },
    isEmpty: () => blocks.length === 0,
    render: (limit = summaryLimit) => renderWithin(blocks, limit),
  };
  collections.set(summary, blocks);
  return summary;
}

/** The blocks behind a builder, so that `details` can share the limit of the whole. */
const collections = new WeakMap<Summary, Block[]>();

function createBlocks(body: (inner: Summary) => void): readonly Block[] {
  const inner = createSummary();
  body(inner);
  return collections.get(inner) ?? [];
}

/** Finds the largest number of rows per block with which everything fits: the longest blocks give way first. */
function renderWithin(blocks: readonly Block[], limit: number): string {
  const whole = renderBlocks(blocks, Number.POSITIVE_INFINITY);
  if (byteLength(whole) <= limit) return whole;
  let fits = 0;
  let tooMany = Math.max(...blocks.map((block) => block.rows)) + 1;
  while (tooMany - fits > 1) {
    const middle = Math.floor((fits + tooMany) / 2);
    if (byteLength(renderBlocks(blocks, middle)) <= limit) fits = middle;
    else tooMany = middle;
  }
  const least = renderBlocks(blocks, fits);
  if (byteLength(least) <= limit) return least;
  // Only fixed text can be left: cut it between characters and say so.
  const note = '\n\n… (cut: the summary was too large)\n';
  return `${Buffer.from(least, 'utf8')
    .subarray(0, limit - byteLength(note))
    .toString('utf8')
    .replace(/\uFFFD+$/, '')}${note}`;
}

function renderBlocks(blocks: readonly Block[], rows: number): string {
  return blocks.map((block) => block.render(rows)).join('\n\n');
}

function tableBlock(columns: readonly Column[], rows: readonly (readonly Text[])[]): Block {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const head = [
    line(columns.map((column) => escapeMarkdown(column.title))),
    line(columns.map((column) => (column.align === 'right' ? '---:' : '---'))),
  ];
  return {
    rows: rows.length,
    render(limit) {
      const shown = rows
        .slice(0, limit)
        .map((row) => line(row.map((cell) => toMarkdown(cell).replaceAll('\n', '<br>'))));
      return [...head, ...shown, ...leftOut(rows.length - shown.length, 'rows')].join('\n');
    },
  };
}

function codeBlock(language: string, lines: readonly string[]): Block {
  // A fence longer than any run of backticks inside.
  const longest = Math.max(2, ...lines.flatMap((line) => (line.match(/`+/g) ?? []).map((run) => run.length)));
  const fence = '`'.repeat(longest + 1);
  return {
    rows: lines.length,
    render(limit) {
      const shown = lines.slice(0, limit);
      return [`${fence}${language}`, ...shown, fence, ...leftOut(lines.length - shown.length, 'lines')].join('\n');
    },
  };
}

function leftOut(count: number, what: string): string[] {
  return count > 0 ? ['', `… and ${count} more ${what}; the log of this step has them all.`] : [];
}

/** Markdown of ours, passed through unescaped. */
export function md(strings: TemplateStringsArray, ...values: readonly (Text | number)[]): Markdown {
  const parts = strings.map((string, index) => {
    const value = values[index];
    return value === undefined ? string : string + (typeof value === 'number' ? String(value) : toMarkdown(value));
  });
  return { markdown: parts.join('') };
}

/** Inline code. Backticks read well in a log too; what they cannot hold in a table is written as HTML. */
export function code(text: string): Markdown {
  const flat = text.replaceAll(/\s*\n\s*/g, ' ');
  const plain = flat.trim() !== '' && !/[`|\\]/.test(flat);
  return { markdown: plain ? `\`${flat}\`` : `<code>${escapeMarkdown(flat)}</code>` };
}

/** Foreign text made harmless: no formatting, links, mentions, images or HTML come out of it. */
function escapeMarkdown(text: string): string {
  return (
    text
      .replaceAll(/[\\`*_{}[\]()#|~]/g, String.raw`\$&`)
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('@', '&#64;')
      // GitHub makes a link of every bare address.
      .replaceAll(/\b(https?|ftp):/gi, '$1&#58;')
      .replaceAll(/\bwww\./gi, (www) => `${www.slice(0, -1)}&#46;`)
      // At the start of a line: indented code, lists, underlined headings.
      .replaceAll(/^[ \t]+/gm, '')
      .replaceAll(/^([-+](?=[-\s]|$)|=(?==*\s*$))/gm, String.raw`\$&`)
      .replaceAll(/^(\d+)\.(?=\s|$)/gm, String.raw`$1\.`)
  );
}

function toMarkdown(text: Text): string {
  return typeof text === 'string' ? escapeMarkdown(text) : text.markdown;
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function byteLength(text: string): number {
  return Buffer.byteLength(text, 'utf8');
}

/** `████████▌░` for a share from 0 to 1; values outside are drawn as the nearer end. */
export function bar(share: number, width = 10): string {
  const eighths = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'];
  const filled = Math.min(1, Math.max(0, Number.isFinite(share) ? share : 0)) * width;
  const full = Math.floor(filled + 1e-9);
  const rest = eighths[Math.floor((filled - full) * 8 + 1e-9)] ?? '';
  return ('█'.repeat(full) + rest).padEnd(width, '░');
}
