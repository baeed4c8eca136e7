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
