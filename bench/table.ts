/** One printed table. Cells are text already; the first column names the row. */
export interface Table {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** What a reader has to know to read the numbers. */
  readonly notes?: readonly string[];
}

/** As Markdown, with columns that line up in a terminal. */
export function formatTable({ title, columns, rows, notes = [] }: Table): string {
  const widths = columns.map((column, index) =>
    Math.max(column.length, ...rows.map((row) => (row[index] ?? '').length)),
  );
  const line = (cells: readonly string[]): string =>
    `| ${columns.map((_, index) => (cells[index] ?? '').padEnd(widths[index] ?? 0)).join(' | ')} |`;
  const ruler = `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`;
  return [
    `### ${title}`,
    '',
    line(columns),
    ruler,
    ...rows.map(line),
    ...(notes.length > 0 ? ['', ...notes] : []),
    '',
  ].join('\n');
}

/** `12.5` for 0.125; NaN is a dash. */
export function percent(share: number, digits = 1): string {
  return Number.isNaN(share) ? '–' : (share * 100).toFixed(digits);
}

export function number(value: number): string {
  if (Number.isNaN(value)) return '–';
  return String(Math.round(value)).replaceAll(/\B(?=(\d{3})+$)/g, ',');
}
