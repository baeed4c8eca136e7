import type { Place } from './place.ts';

/**
 * A value of a workflow file, with nothing lost: what may hold expressions stays as written until somebody evaluates it in
 * a scope (`evaluateValue`).
 */
export type Template = TextNode | ValueNode | ListNode | MapNode;

/** A scalar. */
export type Scalar = TextNode | ValueNode;

export interface TextNode {
  readonly kind: 'text';
  /** Decoded from YAML, with every `${{ }}` still in it. */
  readonly text: string;
  readonly place: Place;
  /** What its expressions may use: names of contexts, and functions as `hashFiles(1,255)`. From the parser's schema. */
  readonly available: readonly string[];
}

export interface ValueNode {
  readonly kind: 'value';
  readonly value: boolean | number | null;
  readonly place: Place;
}

export interface ListNode {
  readonly kind: 'list';
  readonly items: readonly Template[];
  readonly place: Place;
}

export interface MapNode {
  readonly kind: 'map';
  readonly entries: readonly MapEntry[];
  readonly place: Place;
}

export interface MapEntry {
  /** Never an expression: a file with one as a key is refused. */
  readonly key: TextNode;
  readonly value: Template;
}
