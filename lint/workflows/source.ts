import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  type Scalar,
  type YAMLMap,
} from 'yaml';

/** A workflow file or an action's manifest, parsed, with what is needed to point into it. */
export interface Source {
  /** From the root of the repository, with slashes. */
  readonly path: string;
  readonly kind: 'workflow' | 'action';
  /** The folder that its own repository would have as root: '' for ours, `examples/tracker/` for an example. */
  readonly project: string;
  readonly text: string;
  readonly lines: readonly string[];
  readonly document: Document.Parsed;
  readonly counter: LineCounter;
}

/** Both count from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** What a rule points at: a node, an offset into the text, or a place. */
export type Spot = Node | number | Place;

export interface Entry {
  readonly name: string;
  readonly key: Node;
  /** Missing, as in `pull_request:`, is `undefined`. */
  readonly value: Node | undefined;
}

const workflowPath = /^((?:.*\/)?)\.github\/workflows\/[^/]+\.ya?ml$/;
const manifestPath = /^((?:.*\/)?)action\.ya?ml$/;

/** @returns the parsed file, or nothing if GitHub would read the path neither as a workflow nor as an action */
export function parseSource(path: string, text: string): Source | undefined {
  const workflow = workflowPath.exec(path);
  if (!workflow && !manifestPath.test(path)) return undefined;
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, keepSourceTokens: true });
  return {
    path,
    kind: workflow ? 'workflow' : 'action',
    project: workflow?.[1] ?? /^examples\/[^/]+\//.exec(path)?.[0] ?? '',
    text,
    lines: text.split(/\r?\n/),
    document,
    counter,
  };
}

function resolveAlias(source: Source, node: unknown): Node | undefined {
  if (isAlias(node)) return node.resolve(source.document);
  return (node as Node | null) ?? undefined;
}

/** The entries of a mapping; none for anything else. */
export function listEntries(source: Source, node: unknown): Entry[] {
  const map = resolveAlias(source, node);
  if (!isMap(map)) return [];
  return map.items.map(({ key, value }) => {
    const resolved = resolveAlias(source, value);
    const isEmpty = isScalar(resolved) && resolved.value === null;
    return { name: String(isScalar(key) ? key.value : key), key: key as Node, value: isEmpty ? undefined : resolved };
  });
}

/** The items of a sequence; none for anything else. */
export function listItems(source: Source, node: unknown): Node[] {
  const sequence = resolveAlias(source, node);
  if (!isSeq(sequence)) return [];
  return sequence.items.flatMap((item) => resolveAlias(source, item) ?? []);
}

/** @returns the entry of that name in a mapping */
export function findEntry(source: Source, node: unknown, name: string): Entry | undefined {
  return listEntries(source, node).find((entry) => entry.name === name);
}

/** @returns the value at the end of a path of keys from the root, or from `from` */
export function findValue(source: Source, path: readonly string[], from: unknown = source.document.contents): unknown {
  return path.reduce<unknown>((node, name) => findEntry(source, node, name)?.value, from);
}

/** The value of a scalar; `undefined` for anything else. */
export function readScalar(node: unknown): unknown {
  return isScalar(node) ? node.value : undefined;
}

/** The text of a scalar that is text; `undefined` for anything else. */
export function readString(node: unknown): string | undefined {
  const value = readScalar(node);
  return typeof value === 'string' ? value : undefined;
}

export const isMapping = (node: unknown): node is YAMLMap => isMap(node);
export const isText = (node: unknown): node is Scalar<string> => isScalar(node) && typeof node.value === 'string';

/** @returns the line and column of a spot */
export function locate(source: Source, spot: Spot): Place {
  if (typeof spot === 'object' && 'line' in spot) return spot;
  const { line, col } = source.counter.linePos(typeof spot === 'number' ? spot : (spot.range?.[0] ?? 0));
  return { line, column: col };
}

/** The offsets at which a pattern occurs in a scalar, as written in the file. The pattern needs the flag `g`. */
export function findInScalar(source: Source, node: Node, pattern: RegExp): { offset: number; match: string }[] {
  const [start, end] = node.range ?? [0, 0];
  return [...source.text.slice(start, end).matchAll(pattern)].map((match) => ({
    offset: start + match.index,
    match: match[0],
  }));
}

/** @returns the comment behind a node on its own line, without `#`, or '' */
export function readTrailingComment(source: Source, node: Node): string {
  const { line, col } = source.counter.linePos(node.range?.[1] ?? 0);
  const rest = source.lines[line - 1]?.slice(col - 1) ?? '';
  return /^["'\s,}\]]*#\s*(.*)$/.exec(rest)?.[1]?.trim() ?? '';
}

/** @returns the comment that fills the line above a node, without `#`, or '' */
export function readCommentAbove(source: Source, node: Node): string {
  const above = source.lines[locate(source, node).line - 2] ?? '';
  return /^\s*#\s*(.*)$/.exec(above)?.[1]?.trim() ?? '';
}
