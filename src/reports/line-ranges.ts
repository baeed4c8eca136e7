/** Lines of a file, 1-based, both ends included. */
export interface LineRange {
  readonly start: number;
  readonly end: number;
}

/** Adds a line behind those that are there already, to the last range if it is its neighbour. */
export function appendLine(ranges: LineRange[], line: number): void {
  const last = ranges.at(-1);
  if (last !== undefined && line === last.end + 1) ranges[ranges.length - 1] = { start: last.start, end: line };
  else ranges.push({ start: line, end: line });
}

/** Joins neighbours. @param lines ascending */
export function toRanges(lines: Iterable<number>): readonly LineRange[] {
  const ranges: LineRange[] = [];
  for (const line of lines) appendLine(ranges, line);
  return ranges;
}

/** Every line of the ranges, in their order. */
export function linesIn(ranges: readonly LineRange[]): readonly number[] {
  return ranges.flatMap(({ start, end }) => Array.from({ length: end - start + 1 }, (_, index) => start + index));
}

/** `3, 7-9, 12`, for people: at most ten ranges, then how many more there are. @param lines ascending */
export function formatRanges(lines: Iterable<number>): string {
  const ranges = toRanges(lines);
  const shown = ranges.slice(0, 10).map(({ start, end }) => (start === end ? String(start) : `${start}-${end}`));
  return shown.join(', ') + (ranges.length > 10 ? `, and ${ranges.length - 10} more` : '');
}
