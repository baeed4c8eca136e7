import { marked } from 'marked';
import type { Token, Tokens } from 'marked';

const styles = { bold: [1, 22], dim: [2, 22], italic: [3, 23], underline: [4, 24], cyan: [36, 39] } as const;

type Paint = (style: keyof typeof styles, text: string) => string;

const paintAnsi: Paint = (style, text) => `\u001B[${styles[style][0]}m${text}\u001B[${styles[style][1]}m`;
const paintNothing: Paint = (_, text) => text;

/** GitHub-flavoured Markdown as lines for a terminal: tables are drawn, details are unfolded. */
export function renderForTerminal(markdown: string, colour: boolean): string {
  const paint = colour ? paintAnsi : paintNothing;
  return marked
    .lexer(markdown)
    .flatMap((token) => renderBlock(token, paint))
    .join('\n');
}

function renderBlock(token: Token, paint: Paint): string[] {
  switch (token.type) {
    case 'heading': {
      const text = paint('bold', inline((token as Tokens.Heading).tokens, paint));
      return ['', (token as Tokens.Heading).depth <= 2 ? paint('underline', text) : text];
    }
    case 'paragraph':
      return ['', inline((token as Tokens.Paragraph).tokens, paint)];
    case 'list':
      return ['', ...(token as Tokens.List).items.map((item) => `  • ${inline(item.tokens, paint)}`)];
    case 'table':
      return ['', ...renderTable(token as Tokens.Table, paint)];
    case 'code':
      return ['', ...(token as Tokens.Code).text.split('\n').map((line) => paint('dim', `    ${line}`))];
    case 'html': {
      // Only what the summary builder makes: the title of a folded part.
      const title = /<summary>(.*?)<\/summary>/.exec((token as Tokens.HTML).text)?.[1];
      return title === undefined ? [] : ['', paint('bold', decode(title))];
    }
    default:
      return [];
  }
}

function renderTable(table: Tokens.Table, paint: Paint): string[] {
  const rows = [table.header, ...table.rows].map((cells) =>
    cells.map((cell) => inline(cell.tokens, paint).split('\n')),
  );
  const widths = table.header.map((_, column) =>
    Math.max(...rows.map((cells) => Math.max(...(cells[column] ?? ['']).map(width)))),
  );
  const lines = rows.flatMap((cells, index) => {
    const height = Math.max(...cells.map((cell) => cell.length));
    const drawn = Array.from({ length: height }, (_, line) =>
      cells
        .map((cell, column) => pad(cell[line] ?? '', widths[column] ?? 0, table.align[column] === 'right'))
        .join('  '),
    );
    return index === 0
      ? [paint('dim', drawn.join('\n')), paint('dim', widths.map((size) => '─'.repeat(size)).join('  '))]
      : drawn;
  });
  return lines.map((line) => `  ${line.trimEnd()}`);
}

function inline(tokens: readonly Token[] | undefined, paint: Paint): string {
  return (tokens ?? [])
    .map((token) => {
      const nested = 'tokens' in token ? (token.tokens as Token[] | undefined) : undefined;
      switch (token.type) {
        case 'strong':
          return paint('bold', inline(nested, paint));
        case 'em':
          return paint('italic', inline(nested, paint));
        case 'codespan':
          return paint('cyan', decode((token as Tokens.Codespan).text));
        case 'br':
          return '\n';
        case 'html':
          return token.raw.startsWith('<br') ? '\n' : '';
        default:
          return nested === undefined
            ? decode('text' in token ? String(token.text) : token.raw)
            : inline(nested, paint);
      }
    })
    .join('');
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': "'",
  '#64': '@',
  '#58': ':',
  '#46': '.',
};

function decode(text: string): string {
  return text.replaceAll(/&(amp|lt|gt|quot|#39|#64|#58|#46);/g, (whole, name: string) => entities[name] ?? whole);
}

/** Columns that a terminal gives the text: escape sequences none, emoji and other wide characters two. */
function width(text: string): number {
  const visible = text.replaceAll(/\u001B\[\d+m/g, '');
  return [...new Intl.Segmenter().segment(visible)].reduce(
    (sum, { segment }) =>
      sum +
      (/\p{Emoji_Presentation}|\uFE0F|\p{sc=Han}|\p{sc=Hangul}|\p{sc=Hiragana}|\p{sc=Katakana}/u.test(segment) ? 2 : 1),
    0,
  );
}

function pad(text: string, size: number, right: boolean): string {
  const gap = ' '.repeat(Math.max(0, size - width(text)));
  return right ? gap + text : text + gap;
}
