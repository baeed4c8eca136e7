import type { Message } from '#kit/messages';
import { countPackages } from './checks/check.ts';
import type { Blame, CheckResult } from './checks/check.ts';

export interface Verdict {
  readonly verdict: 'pass' | 'fail';
  /** Empty for a pass. Whose fault weighs most: the code's before the configuration's before the tool's. */
  readonly blame: Blame | '';
  readonly reasons: readonly VerdictReason[];
}

interface VerdictReason {
  /** Empty for the workspace as a whole. */
  readonly package: string;
  readonly message: Message;
}

const order: readonly Blame[] = ['code', 'configuration', 'tool'];

/** A pass needs every check to have run and to have proven itself; one that is missing or was not run has not. */
export function judgeChecks(results: readonly CheckResult[]): Verdict {
  const reasons = results
    .flatMap((result) => result.reasons.map((reason) => ({ ...reason, package: result.package })))
    .sort((a, b) => order.indexOf(a.blame) - order.indexOf(b.blame));
  const [first] = reasons;
  const proven = results.length > 0 && results.every((result) => result.notRun !== true);
  if (first === undefined && proven) return { verdict: 'pass', blame: '', reasons: [] };
  return {
    verdict: 'fail',
    blame: first?.blame ?? 'tool',
    reasons: reasons.map(({ package: of, message }) => ({ package: of, message })),
  };
}

/** The reasons as people read them: with several packages, each says which it is about. */
export function tellReasons(verdict: Verdict, results: readonly CheckResult[]): readonly Message[] {
  const several = countPackages(results) > 1;
  return verdict.reasons.map(({ package: of, message }) =>
    several && of !== '' ? { ...message, text: `${of}: ${message.text}` } : message,
  );
}
