import { actionRows } from './coverage-actions.ts';
import { eventStrings, workflowRows } from './coverage-workflows.ts';
import type { FileKind } from './schema.ts';

/**
 * - `run`: a rehearsal does what GitHub does with it.
 * - `checked`: nothing is done with it on a laptop, but what GitHub would refuse or decide by it is found.
 * - `refused`: a file that says it is not rehearsed; the refusal names file, line, column and this row's reason.
 * - `without-effect`: it changes nothing on GitHub that a rehearsal could show.
 */
export type CoverageState = 'run' | 'checked' | 'refused' | 'without-effect';

export interface CoverageRow {
  readonly kind: FileKind;
  /** The name of a definition in the parser's schema. */
  readonly definition: string;
  /** A property of it; `*` for names of the user's own; `=value` for one of the values that it allows, `=*` for each. */
  readonly property: string;
  readonly state: CoverageState;
  /** A sentence. */
  readonly reason: string;
}

/** Several rows that share a definition, a state and a reason. */
export type RowGroup = readonly [definition: string, properties: string, state: CoverageState, reason: string];

/** Every property and value of the parser's two schemas, with what a rehearsal does about it. */
export const coverage: readonly CoverageRow[] = [
  ...[...workflowRows, ...eventStrings].flatMap((group) => expand('workflow', group)),
  ...actionRows.flatMap((group) => expand('action', group)),
];

function expand(kind: FileKind, [definition, properties, state, reason]: RowGroup): CoverageRow[] {
  return properties.split(' ').map((property) => ({ kind, definition, property, state, reason }));
}

let index: ReadonlyMap<string, CoverageRow> | undefined;

/** @returns the row of a value that a definition allows; a definition of several values names each by `<definition>-<value>` */
export function findValueRow(kind: FileKind, definition: string, value: string): CoverageRow | undefined {
  const suffix = `-${value}`;
  const choice = definition.endsWith(suffix) ? definition.slice(0, -suffix.length) : definition;
  return findExact(kind, definition, `=${value}`) ?? findExact(kind, choice, `=${value}`);
}

/** @returns the row of a key under a definition, or of the user's own names there */
export function findRow(kind: FileKind, definition: string, name: string): CoverageRow | undefined {
  return findExact(kind, definition, name) ?? findExact(kind, definition, '*');
}

function findExact(kind: FileKind, definition: string, property: string): CoverageRow | undefined {
  index ??= new Map(coverage.map((row) => [keyOf(row.kind, row.definition, row.property), row]));
  return index.get(keyOf(kind, definition, property));
}

function keyOf(kind: FileKind, definition: string, property: string): string {
  return `${kind}/${definition}/${property}`;
}
