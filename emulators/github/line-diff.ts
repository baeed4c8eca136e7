export interface LineDiff {
  readonly additions: number;
  readonly deletions: number;
  /** Unified hunks without file header, as GitHub's `patch` field has them; empty for equal texts. */
  readonly patch: string;
}

interface Line {
  readonly mark: ' ' | '-' | '+';
  readonly text: string;
}

/** Unchanged lines around a change in a hunk: git's default. */
const CONTEXT = 3;

/** Above so many edits the middle of the texts is taken as replaced: the result is correct, but not the shortest. */
const MOST_EDITS = 1_000;

/** Difference between two texts, line by line (Myers, "An O(ND) Difference Algorithm and Its Variations", 1986). */
export function diffLines(before: string, after: string): LineDiff {
  const lines = align(splitLines(before), splitLines(after));
  return {
    additions: lines.filter(({ mark }) => mark === '+').length,
    deletions: lines.filter(({ mark }) => mark === '-').length,
    patch: toHunks(lines).map(formatHunk).join('\n'),
  };
}

/** Share of lines that two texts have in common, 0 to 1, for the detection of renames. */
export function measureSimilarity(before: string, after: string): number {
  const left = splitLines(before);
  const counts = new Map<string, number>();
  for (const line of left) counts.set(line, (counts.get(line) ?? 0) + 1);
  const right = splitLines(after);
  const common = right.filter((line) => {
    const count = counts.get(line) ?? 0;
    counts.set(line, count - 1);
    return count > 0;
  }).length;
  return left.length + right.length === 0 ? 1 : (2 * common) / (left.length + right.length);
}

// A last line without a newline is another line than the same one with it; the marker travels with the text.
function splitLines(text: string): string[] {
  if (text === '') return [];
  const lines = text.split('\n');
  const last = lines.pop();
  return last === undefined || last === '' ? lines : [...lines, `${last}\n\\ No newline at end of file`];
}

function align(before: readonly string[], after: readonly string[]): Line[] {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start += 1;
  let end = 0;
  while (
    end < before.length - start &&
    end < after.length - start &&
    before[before.length - 1 - end] === after[after.length - 1 - end]
  ) {
    end += 1;
  }
  const keep = (lines: readonly string[]): Line[] => lines.map((text) => ({ mark: ' ', text }));
  return [
    ...keep(before.slice(0, start)),
    ...findEdits(before.slice(start, before.length - end), after.slice(start, after.length - end)),
    ...keep(before.slice(before.length - end)),
  ];
}

function findEdits(before: readonly string[], after: readonly string[]): Line[] {
  const trace: Map<number, number>[] = [];
  let furthest = new Map<number, number>([[1, 0]]);
  for (let edits = 0; edits <= Math.min(before.length + after.length, MOST_EDITS); edits += 1) {
    trace.push(new Map(furthest));
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      let x = stepDown(furthest, diagonal, edits)
        ? (furthest.get(diagonal + 1) ?? 0)
        : (furthest.get(diagonal - 1) ?? 0) + 1;
      while (x < before.length && x - diagonal < after.length && before[x] === after[x - diagonal]) x += 1;
      furthest.set(diagonal, x);
      if (x >= before.length && x - diagonal >= after.length) return traceBack(trace, before, after);
    }
    furthest = new Map(furthest);
  }
  return [...before.map((text): Line => ({ mark: '-', text })), ...after.map((text): Line => ({ mark: '+', text }))];
}

function stepDown(furthest: ReadonlyMap<number, number>, diagonal: number, edits: number): boolean {
  if (diagonal === -edits) return true;
  return diagonal !== edits && (furthest.get(diagonal - 1) ?? 0) < (furthest.get(diagonal + 1) ?? 0);
}

function traceBack(trace: readonly Map<number, number>[], before: readonly string[], after: readonly string[]): Line[] {
  const lines: Line[] = [];
  let x = before.length;
  let y = after.length;
  for (let edits = trace.length - 1; edits >= 0; edits -= 1) {
    const furthest = trace[edits] ?? new Map<number, number>();
    const diagonal = x - y;
    const down = stepDown(furthest, diagonal, edits);
    const fromX = furthest.get(down ? diagonal + 1 : diagonal - 1) ?? 0;
    const fromY = fromX - (down ? diagonal + 1 : diagonal - 1);
    while (x > fromX && y > fromY && x > 0 && y > 0) {
      x -= 1;
      y -= 1;
      lines.push({ mark: ' ', text: before[x] ?? '' });
    }
    if (edits === 0) break;
    lines.push(down ? { mark: '+', text: after[y - 1] ?? '' } : { mark: '-', text: before[x - 1] ?? '' });
    x = fromX;
    y = fromY;
  }
  return lines.reverse();
}

interface Hunk {
  readonly lines: readonly Line[];
  /** Numbers of the first lines, from 1. */
  readonly before: number;
  readonly after: number;
}

function toHunks(lines: readonly Line[]): Hunk[] {
  const changed = lines.flatMap(({ mark }, index) => (mark === ' ' ? [] : [index]));
  const ranges: [number, number][] = [];
  for (const index of changed) {
    const last = ranges.at(-1);
    if (last !== undefined && index - last[1] <= 2 * CONTEXT + 1) last[1] = index;
    else ranges.push([index, index]);
  }
  return ranges.map(([first, last]) => {
    const start = Math.max(0, first - CONTEXT);
    const above = lines.slice(0, start);
    return {
      lines: lines.slice(start, last + CONTEXT + 1),
      before: above.filter(({ mark }) => mark !== '+').length + 1,
      after: above.filter(({ mark }) => mark !== '-').length + 1,
    };
  });
}

function formatHunk({ lines, before, after }: Hunk): string {
  const range = (start: number, absent: '-' | '+'): string => {
    const count = lines.filter(({ mark }) => mark !== absent).length;
    // An empty side is numbered by the line before it; a length of 1 is left out (POSIX diff -u).
    return `${count === 0 ? start - 1 : start}${count === 1 ? '' : `,${count}`}`;
  };
  const head = `@@ -${range(before, '+')} +${range(after, '-')} @@`;
  return [head, ...lines.map(({ mark, text }) => `${mark}${text}`)].join('\n');
}
