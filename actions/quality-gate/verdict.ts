import type { Message } from '#kit/messages';
import { countPackages } from './checks/check.ts';
import type { Blame, CheckResult, Reason } from './checks/check.ts';

export interface Verdict {
  readonly verdict: 'pass' | 'fail';
  /** Empty for a pass. Whose fault weighs most: the code's before the configuration's before the tool's. */
  readonly blame: Blame | '';
  readonly reasons: readonly Message[];
}

const order: readonly Blame[] = ['code', 'configuration', 'tool'];

/** A pass needs every check to have run and to have proven itself; one that is missing or was not run has not. */
export function judgeChecks(results: readonly CheckResult[]): Verdict {
  const several = countPackages(results) > 1;
  const reasons = results
    .flatMap((result) => result.reasons.map((reason) => (several ? withPackage(reason, result.package) : reason)))
    .sort((a, b) => order.indexOf(a.blame) - order.indexOf(b.blame));
  const [first] = reasons;
  const proven = results.length > 0 && results.every((result) => result.notRun !== true);
  if (first === undefined && proven) return { verdict: 'pass', blame: '', reasons: [] };
  return { verdict: 'fail', blame: first?.blame ?? 'tool', reasons: reasons.map((reason) => reason.message) };
}

function withPackage({ blame, message }: Reason, of: string): Reason {
  return of === '' ? { blame, message } : { blame, message: { ...message, text: `${of}: ${message.text}` } };
}
