import { isAlias, isMap, isScalar, isSeq, parseAllDocuments, visit, type Node, type Pair } from 'yaml';
import type { Message } from '#kit/messages';
import { suggest } from '#kit/suggest';
import { policyMessages } from './policy-messages.ts';

/** A mistake in a policy, where it stands. */
export interface Defect {
  /** 1-based. */
  readonly line: number;
  readonly column: number;
  /** "platforms.android.stages[2]"; empty for the whole. */
  readonly path: string;
  /** What stands there, short. */
  readonly value: string;
  readonly message: Message;
}

/** A place of the file: what stands there, and its name in messages. */
export interface Tree {
  readonly node: Node | null;
  readonly path: string;
  readonly file: PolicyText;
}

interface PolicyText {
  readonly text: string;
  /** Where each line begins. */
  readonly lines: readonly number[];
  readonly defects: Defect[];
}

/**
 * Reads the form of a policy: a tree of maps, lists and plain values. Everything that would make a reader and the machine understand
 * different things (keys that stand twice, anchors, merges, tags, a second document) is a defect.
 * @returns undefined with the defects where it is no YAML
 */
export function readTree(text: string): { readonly tree: Tree | undefined; readonly defects: Defect[] } {
  // Not those of the parser: where it cannot go on it forgets some.
  const lines = [0, ...Array.from(text.matchAll(/\n/g), ({ index }) => index + 1)];
  const defects: Defect[] = [];
  const file: PolicyText = { text, lines, defects };
  const documents = parseAllDocuments(text, { prettyErrors: false, uniqueKeys: true });
  const [document, second] = 'empty' in documents ? [] : documents;
  for (const { code, message, pos } of document?.errors ?? []) {
    const quoted = text.slice(pos[0]).split(/[:\s]/, 1)[0] ?? '';
    const note =
      code === 'TAB_AS_INDENT'
        ? policyMessages['policy-tab']()
        : code === 'DUPLICATE_KEY'
          ? policyMessages['policy-key-twice'](quoted)
          : policyMessages['policy-syntax'](message);
    const place = toPlace(file, pos[0]);
    // What comes behind on the same line are guesses.
    if (note.id === 'policy-syntax' && defects.some(({ line }) => line === place.line)) continue;
    defects.push({ ...place, path: '', value: lineOf(text, pos[0]), message: note });
  }
  if (second !== undefined)
    defects.push({
      ...toPlace(file, second.range[0]),
      path: '',
      value: '---',
      message: policyMessages['policy-documents'](),
    });
  if (document === undefined) return { tree: { node: null, path: '', file }, defects };
  if (document.errors.length > 0) return { tree: undefined, defects };
  const tree: Tree = { node: document.contents, path: '', file };
  visit(document, {
    Alias: (_, node) => {
      refuse({ ...tree, node }, policyMessages['policy-anchor']('an alias (*)'));
    },
    Node: (_, node) => {
      if (isAlias(node)) return;
      if (node.anchor !== undefined) refuse({ ...tree, node }, policyMessages['policy-anchor']('an anchor (&)'));
      if (node.tag !== undefined) refuse({ ...tree, node }, policyMessages['policy-anchor']('a tag (!)'));
    },
  });
  return { tree, defects };
}

/** Notes what is wrong there. */
export function refuse({ node, path, file }: Tree, message: Message): undefined {
  const offset = node?.range?.[0] ?? file.text.length;
  file.defects.push({ ...toPlace(file, offset), path, value: show(file, node), message });
  return undefined;
}

function toPlace({ lines }: PolicyText, offset: number): { line: number; column: number } {
  const index = lines.findLastIndex((start) => start <= offset);
  return { line: index + 1, column: offset - (lines[index] ?? 0) + 1 };
}

function lineOf(text: string, offset: number): string {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  return shorten(text.slice(start).split('\n', 1)[0]?.trim() ?? '');
}

function show({ text }: PolicyText, node: Node | null): string {
  if (node?.range === undefined || node.range === null) return '';
  return shorten(text.slice(node.range[0], node.range[1]).trim());
}

function shorten(value: string): string {
  const flat = value.replaceAll(/\s+/g, ' ');
  return flat.length > 60 ? `${flat.slice(0, 60)}…` : flat;
}

/** How a value of the map is read; what it gives is undefined where there is a defect, which is noted. */
export type Read<T> = (tree: Tree) => T | undefined;

/**
 * Reads a map. Keys that are not named are defects, with the one that was probably meant.
 * @returns the values that stand there and could be read; undefined where no map stands
 */
export function readMap<R extends Readonly<Record<string, Read<unknown>>>>(
  tree: Tree,
  readers: R,
): { readonly [K in keyof R]?: R[K] extends Read<infer T> ? T : never } | undefined {
  const entries = readEntries(tree);
  if (entries === undefined) return undefined;
  const valid = Object.keys(readers);
  const values: Record<string, unknown> = {};
  for (const { key, keyTree, value } of entries) {
    const read = Object.hasOwn(readers, key) ? readers[key] : undefined;
    if (read === undefined)
      refuse(keyTree, policyMessages['policy-key-unknown'](key, suggest(key, valid) ?? '', valid.join(', ')));
    else {
      const one = read(value);
      if (one !== undefined) values[key] = one;
    }
  }
  return values as { [K in keyof R]?: R[K] extends Read<infer T> ? T : never };
}

export interface TreeEntry {
  readonly key: string;
  readonly keyTree: Tree;
  readonly value: Tree;
}

/** The keys and values of a map with keys of the user's own; undefined, with a defect, where no map stands. */
export function readEntries(tree: Tree): readonly TreeEntry[] | undefined {
  const { node } = tree;
  if (!isMap(node)) return refuse(tree, policyMessages['policy-kind']('a map', kindOf(node)));
  return node.items.flatMap((pair) => {
    const { key, value } = pair as Pair<Node, Node | null>;
    const name = isScalar(key) ? writtenOf({ ...tree, node: key }) : undefined;
    const keyTree = { ...tree, node: key };
    if (name === undefined) {
      refuse(keyTree, policyMessages['policy-kind']('a key', kindOf(key)));
      return [];
    }
    const path = tree.path === '' ? name : `${tree.path}.${name}`;
    return [{ key: name, keyTree: { ...keyTree, path }, value: { ...tree, node: value ?? null, path } }];
  });
}

/** The items of a list; undefined, with a defect, where none stands. */
export function readItems(tree: Tree): readonly Tree[] | undefined {
  const { node } = tree;
  if (!isSeq(node)) return refuse(tree, policyMessages['policy-kind']('a list', kindOf(node)));
  return node.items.map((item, index) => ({ ...tree, node: item as Node | null, path: `${tree.path}[${index}]` }));
}

export function isList({ node }: Tree): boolean {
  return isSeq(node);
}

export function isTreeMap({ node }: Tree): boolean {
  return isMap(node);
}

/** A plain value as it is written: "0.50" is not 0.5 here, and "no" is not false. Undefined, with a defect, for anything else. */
export function readWritten(tree: Tree): string | undefined {
  const written = writtenOf(tree);
  return written ?? refuse(tree, policyMessages['policy-kind']('a single value', kindOf(tree.node)));
}

function writtenOf({ node }: Tree): string | undefined {
  // "null" and "~" are nothing, and no name.
  if (!isScalar(node) || node.value === null) return undefined;
  if (typeof node.value === 'string') return node.value;
  const { source } = node;
  return source === undefined || source === '' ? undefined : source;
}

function kindOf(node: unknown): string {
  if (isMap(node)) return 'a map';
  if (isSeq(node)) return 'a list';
  if (isScalar(node) && node.value !== null && node.source !== undefined && node.source !== '') return 'a single value';
  return 'nothing';
}
