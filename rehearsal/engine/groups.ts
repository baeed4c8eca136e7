import { evaluateValue, isTruthy, toText } from '#rehearsal/expressions/evaluate';
import type { Scope } from '#rehearsal/expressions/evaluate';
import type { Concurrency as Setting } from '#rehearsal/workflow/workflow';
import type { Concurrency } from './concurrency.ts';

export interface GroupMember {
  readonly cancel: () => void;
  readonly signal: AbortSignal;
}

/** Waits for the concurrency group of a workflow or job. @returns how to leave it; undefined when the member gave way */
export async function enterGroup(
  concurrency: Concurrency,
  setting: Setting | undefined,
  scope: Scope,
  { cancel, signal }: GroupMember,
): Promise<(() => void) | undefined> {
  if (setting === undefined) return () => undefined;
  const read = (value: Setting['queue']): string => (value === undefined ? '' : toText(evaluateValue(value, scope)));
  const group = read(setting.group);
  if (group === '') return () => undefined;
  const cancels = setting.cancelInProgress;
  return concurrency.enter({
    group,
    cancelInProgress: cancels !== undefined && isTruthy(evaluateValue(cancels, scope)),
    queue: read(setting.queue) === 'max' ? 'max' : 'single',
    cancel,
    signal,
  });
}
