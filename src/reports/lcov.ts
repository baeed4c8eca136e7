import { countSource } from './source-coverage.ts';
import type { BranchHits, FunctionHits, SourceCoverage } from './source-coverage.ts';
import { compareText } from './sorting.ts';

/**
 * Writes LCOV's tracefile, as Codecov, Coveralls and editors read it. Functions of one name in one file get a number, since
 * the format knows them by name only.
 * Source: geninfo(1), "TRACEFILE FORMAT".
 * @throws RangeError for a path with a line break, which the format cannot hold.
 */
export function writeLcov(sources: readonly SourceCoverage[]): string {
  return sources
    .toSorted((a, b) => compareText(a.path, b.path))
    .map(writeRecord)
    .join('');
}

function writeRecord(source: SourceCoverage): string {
  if (/[\r\n]/.test(source.path)) throw new RangeError(`LCOV cannot hold the path ${JSON.stringify(source.path)}`);
  const { functions, lines, branches } = countSource(source);
  const named = nameApart(source.functions);
  const written = [
    'TN:',
    `SF:${source.path}`,
    ...named.map(({ line, name }) => `FN:${line},${name}`),
    ...named.map(({ hits, name }) => `FNDA:${hits},${name}`),
    `FNF:${functions.total}`,
    `FNH:${functions.covered}`,
    ...[...source.lines].map(([line, hits]) => `DA:${line},${hits}`),
    `LF:${lines.total}`,
    `LH:${lines.covered}`,
    ...source.branches.flatMap(({ line, arms }, block) =>
      arms.map((taken, arm) => `BRDA:${line},${block},${arm},${taken}`),
    ),
    `BRF:${branches.total}`,
    `BRH:${branches.covered}`,
    'end_of_record',
  ];
  return `${written.join('\n')}\n`;
}

function nameApart(functions: readonly FunctionHits[]): readonly FunctionHits[] {
  const taken = new Set<string>();
  return functions.map((one) => {
    const plain = one.name.replaceAll(/[\r\n]+/g, ' ');
    let name = plain;
    for (let number = 2; taken.has(name); number += 1) name = `${plain} (${number})`;
    taken.add(name);
    return { ...one, name };
  });
}

/** One record while it is read, and later the file with all its records. */
interface Tracked {
  readonly path: string;
  readonly lines: Map<number, number>;
  /** By name and its turn, since foreign writers repeat names. */
  readonly functions: Map<string, FunctionHits>;
  /** By "line,block", and within that by arm. */
  readonly branches: Map<string, Map<string, number>>;
  /** What the record itself says about its lines and branches. */
  readonly sums: Map<string, number>;
}

/**
 * Reads a tracefile, sorted by path; records of one file are added up. One that is cut off between two records cannot be
 * told from a whole one.
 * @throws SyntaxError with the number of the line when it is empty, cut off or malformed, or when a record lists other
 *   numbers of lines or branches than it sums up (LF, LH, BRF, BRH).
 */
export function parseLcov(text: string): readonly SourceCoverage[] {
  const files = new Map<string, Tracked>();
  let open: Tracked | undefined;
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    const refuse = (reason: string): never => {
      throw new SyntaxError(`line ${index + 1}: ${reason}`);
    };
    if (line.trim() === '' || line.startsWith('#')) continue;
    if (line === 'end_of_record') {
      const ended = open ?? refuse('there is no record to end');
      checkSums(ended, refuse);
      addRecord(files, ended);
      open = undefined;
    } else if (line.startsWith('SF:')) {
      if (open !== undefined) refuse(`the record of ${open.path} has no end`);
      open = startRecord(line.slice('SF:'.length), refuse);
    } else {
      readLine(line, open, refuse);
    }
  }
  if (open !== undefined) throw new SyntaxError(`the record of ${open.path} is cut off`);
  if (files.size === 0) throw new SyntaxError('it has no record');
  return [...files.values()].map(toSource).toSorted((a, b) => compareText(a.path, b.path));
}

type Refuse = (reason: string) => never;

function startRecord(path: string, refuse: Refuse): Tracked {
  if (path === '') refuse('the record names no file');
  return { path, lines: new Map(), functions: new Map(), branches: new Map(), sums: new Map() };
}

type ReadField = (record: Tracked, value: RegExpExecArray) => void;

/** Fields of a record, each with what follows the colon. */
const fields: Readonly<Record<string, readonly [RegExp, ReadField]>> = {
  // A checksum of the line may follow.
  DA: [/^(\d+),(\d+)(?:,.*)?$/, ({ lines }, [, line, hits]) => add(lines, Number(line), Number(hits))],
  // Newer ones have the last line of the function in the middle.
  FN: [
    /^(\d+),(?:\d+,)?(.*)$/,
    ({ functions }, [, line, name = '']) =>
      functions.set(freeKey(functions, name), { name, line: Number(line), hits: -1 }),
  ],
  FNDA: [
    /^(\d+),(.*)$/,
    ({ functions }, [, hits, name = '']) => {
      // The n-th figure of a name belongs to its n-th function.
      const found = [...functions].find(([, one]) => one.name === name && one.hits < 0);
      if (found !== undefined) functions.set(found[0], { ...found[1], hits: Number(hits) });
    },
  ],
  // "-": the code before the branch never ran. A block may begin with "e": it is one of exceptions.
  BRDA: [
    /^(\d+),(e?\d+),(.+),(\d+|-)$/,
    ({ branches }, [, line = '', block = '', arm = '', taken = '']) => {
      const key = `${line},${block}`;
      const arms = branches.get(key) ?? new Map<string, number>();
      branches.set(key, add(arms, arm, taken === '-' ? 0 : Number(taken)));
    },
  ],
  ...Object.fromEntries(
    ['LF', 'LH', 'BRF', 'BRH'].map((name) => [
      name,
      [/^(\d+)$/, ({ sums }: Tracked, [, sum]: RegExpExecArray) => sums.set(name, Number(sum))],
    ]),
  ),
};

/** Names that say nothing about lines and branches; FNF and FNH count repeated names differently from tool to tool. */
const ignored = ['TN', 'VER', 'FNF', 'FNH', 'MCDC', 'MCF', 'MCH'];

function readLine(line: string, record: Tracked | undefined, refuse: Refuse): void {
  const [, name = '', rest = ''] = /^([A-Z]+):(.*)$/.exec(line) ?? refuse('it is no record of LCOV');
  if (ignored.includes(name)) return;
  const [pattern, read] = fields[name] ?? refuse(`"${name}" is not known`);
  const value = pattern.exec(rest) ?? refuse(`"${name}" has not the form that it should`);
  read(record ?? refuse(`"${name}" stands outside of a record`), value);
}

/** Two sources for the same number: when they disagree, the report is not to be trusted. */
function checkSums(record: Tracked, refuse: Refuse): void {
  const { lines, branches } = countSource(toSource(record));
  for (const [name, counted] of [
    ['LF', lines.total],
    ['LH', lines.covered],
    ['BRF', branches.total],
    ['BRH', branches.covered],
  ] as const) {
    const sum = record.sums.get(name);
    if (sum !== undefined && sum !== counted) refuse(`the record says ${name}:${sum} and lists ${counted}`);
  }
}

function addRecord(files: Map<string, Tracked>, record: Tracked): void {
  const known = files.get(record.path);
  if (known === undefined) {
    files.set(record.path, record);
    return;
  }
  for (const [line, hits] of record.lines) add(known.lines, line, hits);
  for (const [key, one] of record.functions) {
    const before = known.functions.get(key);
    known.functions.set(key, { ...one, hits: Math.max(0, one.hits) + Math.max(0, before?.hits ?? 0) });
  }
  for (const [key, arms] of record.branches) {
    const before = known.branches.get(key) ?? new Map<string, number>();
    for (const [arm, taken] of arms) add(before, arm, taken);
    known.branches.set(key, before);
  }
}

function toSource({ path, lines, functions, branches }: Tracked): SourceCoverage {
  const byLine = <T extends { line: number }>(all: T[]): T[] => all.toSorted((a, b) => a.line - b.line);
  return {
    path,
    lines: new Map([...lines].toSorted(([a], [b]) => a - b)),
    functions: byLine([...functions.values()].map((one) => ({ ...one, hits: Math.max(0, one.hits) }))),
    branches: byLine(
      [...branches].map(([key, arms]): BranchHits => ({ line: Number.parseInt(key, 10), arms: [...arms.values()] })),
    ),
  };
}

function add<K>(map: Map<K, number>, key: K, hits: number): Map<K, number> {
  return map.set(key, (map.get(key) ?? 0) + hits);
}

function freeKey(functions: ReadonlyMap<string, unknown>, name: string): string {
  let turn = 1;
  while (functions.has(`${turn},${name}`)) turn += 1;
  return `${turn},${name}`;
}
