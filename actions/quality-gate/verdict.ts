import type { Message } from '#kit/messages';
import type { Blame, CheckResult, Reason } from './checks/check.ts';

export interface Verdict {
  readonly verdict: 'pass' | 'fail';
  /** Empty for a pass. Whose fault weighs most: the code's before the configuration's before the tool's. */
  readonly blame: Blame | '';
  readonly reasons: readonly Message[];
}

const order: readonly Blame[] = ['code', 'configuration', 'tool'];

/** A pass needs every check to have proven itself; a check that is missing has not. */
export function judgeChecks(results: readonly CheckResult[]): Verdict {
  const reasons = results.flatMap((result) => result.reasons).sort((a, b) => weight(a) - weight(b));
  const [first] = reasons;
  if (first === undefined && results.length > 0) return { verdict: 'pass', blame: '', reasons: [] };
  return { verdict: 'fail', blame: first?.blame ?? 'tool', reasons: reasons.map((reason) => reason.message) };
}

function weight(reason: Reason): number {
  return order.indexOf(reason.blame);
}
