import { sumCounts } from './coverage.ts';
import type { Count, Counts } from './coverage.ts';
import { countSource } from './source-coverage.ts';
import type { BranchHits, FunctionHits, SourceCoverage } from './source-coverage.ts';
import { compareText, groupSorted } from './sorting.ts';
import { parseXml } from '#kit/xml-reader';
import type { XmlElement } from '#kit/xml-reader';
import { writeXml } from './xml-writer.ts';
import type { XmlNode } from './xml-writer.ts';

export interface CoberturaOptions {
  /** Milliseconds since 1970. */
  readonly measuredAt: number;
  /** The folder that the paths are relative to. */
  readonly source: string;
}

/**
 * Writes Cobertura's XML, one package per folder and one class per file, valid against its document type (coverage-04,
 * http://cobertura.sourceforge.net/xml/coverage-04.dtd). It knows branches by line, so several of one line are added up;
 * a branch that begins where no statement does goes to the executable line before it, else the first one. A file without
 * any executable line loses its branches, from the sums too.
 */
export function writeCobertura(sources: readonly SourceCoverage[], { measuredAt, source }: CoberturaOptions): string {
  const classes = sources
    .toSorted((a, b) => compareText(a.path, b.path))
    .map((one) => (one.lines.size === 0 ? { ...one, branches: [] } : one));
  const packages = groupSorted(classes, ({ path }) => path.split('/').slice(0, -1).join('.'));
  const { lines, branches } = sumCounts(classes.map(countSource));
  const root: XmlNode = {
    name: 'coverage',
    attributes: {
      ...ratesOf({ lines, branches }),
      'lines-covered': lines.covered,
      'lines-valid': lines.total,
      'branches-covered': branches.covered,
      'branches-valid': branches.total,
      complexity: 0,
      version: 'slipway',
      timestamp: measuredAt,
    },
    content: [
      { name: 'sources', content: [{ name: 'source', content: source }] },
      {
        name: 'packages',
        content: packages.map(([name, inside]) => ({
          name: 'package',
          attributes: {
            name: name === '' ? '.' : name,
            ...ratesOf(sumCounts(inside.map(countSource))),
            complexity: 0,
          },
          content: [{ name: 'classes', content: inside.map(writeClass) }],
        })),
      },
    ],
  };
  return writeXml(root, '<!DOCTYPE coverage SYSTEM "http://cobertura.sourceforge.net/xml/coverage-04.dtd">');
}

function writeClass(source: SourceCoverage): XmlNode {
  const branches = branchesByLine(source);
  return {
    name: 'class',
    attributes: {
      name: source.path.split('/').at(-1),
      filename: source.path,
      ...ratesOf(countSource(source)),
      complexity: 0,
    },
    content: [
      { name: 'methods', content: source.functions.map(writeMethod) },
      {
        name: 'lines',
        content: [...source.lines].map(([number, hits]) => ({
          name: 'line',
          attributes: { number, hits, ...branchAttributes(branches.get(number)) },
        })),
      },
    ],
  };
}

function writeMethod({ name, line, hits }: FunctionHits): XmlNode {
  const rate = hits > 0 ? '1' : '0';
  return {
    name: 'method',
    attributes: { name, signature: '()', 'line-rate': rate, 'branch-rate': '1', complexity: 0 },
    content: [{ name: 'lines', content: [{ name: 'line', attributes: { number: line, hits } }] }],
  };
}

function branchesByLine({ lines, branches }: SourceCoverage): ReadonlyMap<number, Count> {
  const executable = [...lines.keys()];
  const counts = new Map<number, Count>();
  for (const { line, arms } of branches) {
    const place = lines.has(line) ? line : (executable.findLast((one) => one < line) ?? executable[0] ?? line);
    const before = counts.get(place) ?? { covered: 0, total: 0 };
    counts.set(place, {
      covered: before.covered + arms.filter((taken) => taken > 0).length,
      total: before.total + arms.length,
    });
  }
  return counts;
}

function branchAttributes(count: Count | undefined): Record<string, string> {
  if (count === undefined || count.total === 0) return { branch: 'false' };
  const percent = Math.floor((count.covered * 100) / count.total);
  return { branch: 'true', 'condition-coverage': `${percent}% (${count.covered}/${count.total})` };
}

/** Nothing to cover has the rate 1 in Cobertura. Cut and not rounded, so that nothing uncovered reads "1". */
function ratesOf({ lines, branches }: Pick<Counts, 'lines' | 'branches'>): Record<'line-rate' | 'branch-rate', string> {
  const rate = ({ covered, total }: Count): string =>
    total === 0 ? '1' : String(Math.floor((covered * 10_000) / total) / 10_000);
  return { 'line-rate': rate(lines), 'branch-rate': rate(branches) };
}

export interface CoberturaReport {
  /** Folders that the paths may be relative to. */
  readonly roots: readonly string[];
  /** Sorted by path; classes of one file are added up. */
  readonly sources: readonly SourceCoverage[];
}

/**
 * Reads Cobertura's XML. Counts come from the lines and never from the rates.
 * @throws SyntaxError when it is empty, cut off or something else, names no class, or lists another number of lines, or
 *   more branches, than its root sums up. (Istanbul sums up branches of lines that it does not list.)
 */
export function parseCobertura(text: string): CoberturaReport {
  const root = parseXml(text);
  if (root.name !== 'coverage') throw new SyntaxError(`the root is <${root.name}> and not <coverage>`);
  const classes = within(root, 'packages', 'package', 'classes', 'class');
  if (classes.length === 0) throw new SyntaxError('it has no class');
  const byPath = groupSorted(classes, (one) => attributeOf(one, 'filename'));
  const sources = byPath.map(([path, parts]) => readClass(path, parts));
  const { lines, branches } = sumCounts(sources.map(countSource));
  const sum = (name: string): number | undefined => (root.attributes.has(name) ? readNumber(root, name) : undefined);
  for (const [name, listed] of [
    ['lines-valid', lines.total],
    ['lines-covered', lines.covered],
  ] as const) {
    if ((sum(name) ?? listed) !== listed)
      throw new SyntaxError(`it says ${name}: ${sum(name) ?? ''} and lists ${listed}`);
  }
  if ((sum('branches-valid') ?? branches.total) < branches.total)
    throw new SyntaxError(`it says branches-valid: ${sum('branches-valid') ?? ''} and lists ${branches.total}`);
  return { roots: within(root, 'sources', 'source').map((one) => one.text.trim()), sources };
}

function readClass(path: string, parts: readonly XmlElement[]): SourceCoverage {
  if (path === '') throw new SyntaxError('a class names no file');
  const lines = new Map<number, number>();
  const branches: BranchHits[] = [];
  for (const line of parts.flatMap((part) => within(part, 'lines', 'line'))) {
    const number = readNumber(line, 'number');
    lines.set(number, (lines.get(number) ?? 0) + readNumber(line, 'hits'));
    if (line.attributes.get('branch') === 'true') branches.push({ line: number, arms: readArms(line) });
  }
  const functions = parts
    .flatMap((part) => within(part, 'methods', 'method'))
    .flatMap((method): FunctionHits[] => {
      const [first] = within(method, 'lines', 'line');
      if (first === undefined) return [];
      return [
        { name: attributeOf(method, 'name'), line: readNumber(first, 'number'), hits: readNumber(first, 'hits') },
      ];
    });
  return {
    path,
    lines: new Map([...lines].toSorted(([a], [b]) => a - b)),
    functions: functions.toSorted((a, b) => a.line - b.line),
    branches: branches.toSorted((a, b) => a.line - b.line),
  };
}

/** "50% (1/2)": only how many arms were taken is known, not which. */
function readArms(line: XmlElement): readonly number[] {
  const [, covered, total] = /\((\d+)\/(\d+)\)\s*$/.exec(attributeOf(line, 'condition-coverage')) ?? [];
  if (covered === undefined || Number(covered) > Number(total))
    throw new SyntaxError(`line ${line.line}: a branch does not say how many of its arms were taken`);
  return Array.from({ length: Number(total) }, (_, index) => (index < Number(covered) ? 1 : 0));
}

function within(element: XmlElement, ...path: readonly string[]): readonly XmlElement[] {
  return path.reduce<readonly XmlElement[]>(
    (found, name) => found.flatMap(({ children }) => children.filter((child) => child.name === name)),
    [element],
  );
}

function attributeOf({ attributes, name, line }: XmlElement, key: string): string {
  const value = attributes.get(key);
  if (value === undefined) throw new SyntaxError(`line ${line}: <${name}> has no ${key}`);
  return value;
}

function readNumber(element: XmlElement, key: string): number {
  const value = attributeOf(element, key);
  if (!/^\d+$/.test(value)) throw new SyntaxError(`line ${element.line}: ${key} is "${value}" and no count`);
  return Number(value);
}
