import type { Node } from 'yaml';
import { type Entry, findEntry, findValue, isText, listEntries, listItems, type Source } from './source.ts';

/** A `uses:` and what stands beside it. */
export interface Use {
  readonly level: 'job' | 'step';
  readonly node: Node;
  readonly target: string;
  readonly owner: Node;
}

/** The jobs of a workflow; none for an action. */
export function listJobs(source: Source): Entry[] {
  return source.kind === 'workflow' ? listEntries(source, findValue(source, ['jobs'])) : [];
}

/** The steps of all jobs, or of a composite action. */
export function listSteps(source: Source): Node[] {
  if (source.kind === 'action') return listItems(source, findValue(source, ['runs', 'steps']));
  return listJobs(source).flatMap(({ value }) => listItems(source, findValue(source, ['steps'], value)));
}

/** Every `uses:` of a file, of jobs and of steps. */
export function listUses(source: Source): Use[] {
  const read = (owner: Node | undefined, level: Use['level']): Use[] => {
    const node = findEntry(source, owner, 'uses')?.value;
    return owner && isText(node) ? [{ level, node, target: node.value, owner }] : [];
  };
  return [
    ...listJobs(source).flatMap(({ value }) => read(value, 'job')),
    ...listSteps(source).flatMap((step) => read(step, 'step')),
  ];
}

/** The events of `on:`, whether written as one name, as a list or as a mapping. */
export function listTriggers(source: Source): Entry[] {
  const on = findEntry(source, source.document.contents, 'on')?.value;
  const names = isText(on) ? [on] : listItems(source, on);
  return [
    ...listEntries(source, on),
    ...names.map((key) => ({ name: isText(key) ? key.value : '', key, value: undefined })),
  ];
}

/** @returns the event of that name */
export function findTrigger(source: Source, name: string): Entry | undefined {
  return listTriggers(source).find((trigger) => trigger.name === name);
}

/** Does `$/` or `./` say that the target is in the same repository? */
export const isOwn = (target: string): boolean => /^(\$|\.|\.\.)\//.test(target);

/** Where a finding about something missing in a file points: its first key. */
export function findTop(source: Source): Node | number {
  return listEntries(source, source.document.contents)[0]?.key ?? 0;
}
