import { hasExpressions } from '../expressions/segments.ts';
import type { ListNode, MapEntry, MapNode, Scalar, Template, TextNode } from '../expressions/template.ts';

// Reading a tree that the schema has accepted: what stands where is known, only whether it stands there is not.

/** A name and its value, as under `with:` or `outputs:`. */
export interface Entry {
  readonly name: string;
  /** Where the name stands. */
  readonly key: TextNode;
  readonly value: Scalar;
}

export function entriesOf(node: Template | undefined): readonly MapEntry[] {
  return node?.kind === 'map' ? node.entries : [];
}

export function itemsOf(node: Template | undefined): readonly Template[] {
  return node?.kind === 'list' ? node.items : [];
}

export function field(node: Template | undefined, name: string): Template | undefined {
  return entriesOf(node).find(({ key }) => key.text === name)?.value;
}

/** A scalar that is there and not empty. */
export function scalarField(node: Template | undefined, name: string): Scalar | undefined {
  return asScalar(field(node, name));
}

export function asScalar(node: Template | undefined): Scalar | undefined {
  if (node === undefined || node.kind === 'map' || node.kind === 'list') return undefined;
  return node.kind === 'value' && node.value === null ? undefined : node;
}

export function mapOrExpression(node: Template | undefined): MapNode | TextNode | undefined {
  return node?.kind === 'map' || node?.kind === 'text' ? node : undefined;
}

/** The entries of a mapping whose values are scalars. */
export function scalarEntries(node: Template | undefined): readonly Entry[] {
  return entriesOf(node).map(({ key, value }) => ({
    name: key.text,
    key,
    value: asScalar(value) ?? { kind: 'text', text: '', place: value.place, available: [] },
  }));
}

/** One text or a list of them. */
export function textsOf(node: Template | undefined): readonly TextNode[] {
  const nodes: readonly Template[] = node?.kind === 'list' ? node.items : node ? [node] : [];
  return nodes.filter((each): each is TextNode => each.kind === 'text');
}

export function asText(node: Template | undefined): TextNode | undefined {
  return node?.kind === 'text' ? node : undefined;
}

export function booleanField(node: Template | undefined, name: string): boolean | undefined {
  const value = field(node, name);
  return value?.kind === 'value' && typeof value.value === 'boolean' ? value.value : undefined;
}

export function isExpression(node: Template | undefined): boolean {
  return node?.kind === 'text' && hasExpressions(node.text);
}

export function isList(node: Template | undefined): node is ListNode {
  return node?.kind === 'list';
}

/** Only what is there: for objects whose optional members must not be `undefined`. */
export function present<Members extends Readonly<Record<string, unknown>>>(
  members: Members,
): { [Name in keyof Members]?: Exclude<Members[Name], undefined> } {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as {
    [Name in keyof Members]?: Exclude<Members[Name], undefined>;
  };
}

/** The value of a scalar that is no expression. */
export function literalOf(scalar: Scalar | undefined): string | number | boolean | undefined {
  if (scalar === undefined || isExpression(scalar)) return undefined;
  return scalar.kind === 'text' ? scalar.text : (scalar.value ?? undefined);
}
