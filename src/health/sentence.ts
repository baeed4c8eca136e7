import type { Decision, GateDecision } from './decision.ts';
import type { Findings } from './findings.ts';
import type { Gate } from './parameters.ts';
import type { HoldReason, PromoteReason, RaiseNeed } from './verdict.ts';
import { formatCount, formatGood, formatRatio, formatShare, formatSpan, formatTime, formatUnits } from './wording.ts';

/** The whole decision as one plain sentence, for a log, a chat or a lock screen. */
export function explainDecision(decision: Decision): string {
  const { verdict, latched } = decision;
  const stage = decision.stage.name;
  if (verdict.state === 'halt' && latched !== undefined)
    return `${stage} stays halted since ${formatTime(latched.at)} (${latched.gate}: ${latched.reason}) until a person resumes it.`;
  return `${doing[verdict.state]} ${stage}: ${explainReason(decision)}.`;
}

const doing: Readonly<Record<Decision['verdict']['state'], string>> = { promote: 'Raise', hold: 'Hold', halt: 'Halt' };

/** Why, without what: half a sentence that begins small and has no end. */
export function explainReason(decision: Decision): string {
  const { verdict, because } = decision;
  const deciding = decision.gates.find(({ gate }) => gate.name === because);
  switch (verdict.state) {
    case 'promote':
      return explainConsent[verdict.reason](decision);
    case 'halt':
      return deciding === undefined ? verdict.reason : explainGate(deciding, decision);
    case 'hold':
      return deciding === undefined
        ? explainHold[verdict.reason]({ decision, verdict })
        : explainGate(deciding, decision);
  }
}

/** The same for a stage that the store ends by itself: nobody waits for its soak. */
export function explainEvidence(decision: Decision): string {
  const { verdict, because, gates } = decision;
  if (verdict.state !== 'hold' || verdict.reason !== 'soaking') return explainReason(decision);
  const deciding = gates.find(({ gate }) => gate.name === because);
  return describeGood({ ...deciding, decision });
}

const explainConsent: Readonly<Record<PromoteReason, (decision: Decision) => string>> = {
  proven: ({ gates }) => `${listRates(gates)}; proven good enough`,
  screened: ({ gates, stage }) =>
    `${listRates(gates)}; a release ${describeFactor(stage.evidence)} too bad would have been halted by now`,
  soaked: ({ gates }) =>
    gates.some(({ findings }) => (findings?.units ?? 0) > 0)
      ? `its soak is over and nothing has halted it; ${listRates(gates)}`
      : 'its soak is over and nothing has halted it; there were no data at all',
  unproven: ({ gates }) => `nothing speaks against it, yet it is not proven; ${listRates(gates)}`,
};

/** Why one gate says what it says, without its verdict. */
export function explainGate({ gate, verdict, findings }: GateDecision, decision: Decision): string {
  switch (verdict.state) {
    case 'promote':
      return `${gate.name} agrees: ${describeRate(gate, findings)}`;
    case 'halt':
      return explainHalt({ gate, verdict, findings: findings ?? nothing });
    case 'hold':
      return explainHold[verdict.reason]({ gate, findings: findings ?? nothing, verdict, decision });
  }
}

function explainHalt({
  gate,
  verdict,
  findings,
}: {
  gate: Gate;
  verdict: { reason: string };
  findings: Findings;
}): string {
  if (verdict.reason === 'timeout') return `${gate.name} got no evidence in time; ${describeRate(gate, findings)}`;
  if (verdict.reason === 'worse-than-previous') {
    const { previous } = findings;
    const compared =
      previous === undefined
        ? 'clearly worse than the previous version'
        : `${formatRatio(previous.ratio)} the ${formatShare(previous.rate)} of the previous version, beyond chance`;
    return `${describeRate(gate, findings)}: ${compared}`;
  }
  const { stage } = findings;
  // What begins in a stage may not show in the whole yet.
  const inStage =
    findings.interval.low >= gate.limit
      ? ''
      : `, ${formatCount(stage.bad)} of ${formatCount(stage.units)} since this stage began`;
  return `${describeRate(gate, findings)}${inStage}: above the limit of ${formatShare(gate.limit)}, beyond chance`;
}

interface HoldContext {
  readonly gate?: Gate;
  readonly findings?: Findings;
  readonly verdict: { readonly detail?: string };
  readonly decision: Decision;
}

const nothing: Findings = {
  units: 0,
  bad: 0,
  interval: { low: 0, high: 1 },
  stage: { units: 0, bad: 0 },
  progress: { halt: 0 },
  curveFrom: 0,
};

const explainHold: Readonly<Record<HoldReason, (context: HoldContext) => string>> = {
  'invalid-data': ({ gate, verdict }) =>
    `the data of ${nameOf(gate)} cannot be right (${verdict.detail ?? 'no detail'}), so nothing is concluded from them`,
  stale: ({ gate, findings, verdict }) =>
    verdict.detail === undefined
      ? `the newest data of ${nameOf(gate)} are ${formatSpan(findings?.dataAge ?? 0)} old, too old to decide on`
      : `${nameOf(gate)} cannot be read: ${verdict.detail}`,
  'shared-incident': ({ gate, findings }) =>
    `${nameOf(gate)} is above its limit (${describeRate(gate, findings)}), but so is the previous version: an incident of both, not of this release`,
  'needs-human': ({ gate, findings }) =>
    `${describeRate(gate, findings)}; the evidence did not come in time, so a person has to decide`,
  'no-data': ({ gate, findings, verdict }) =>
    `${verdict.detail ?? `no ${nameUnits(gate)} for ${nameOf(gate)} yet`}${describeMissing(gate, findings)}`,
  'not-enough-evidence': ({ gate, findings }) =>
    `${describeRate(gate, findings)}; neither proven good nor bad${describeMissing(gate, findings) || '; at this rate more units alone will not prove it good'}`,
  soaking: (context) => {
    const { dueAt, now } = context.decision;
    return `${describeGood(context)}, and its soak ends in ${formatSpan(Math.max(0, dueAt - now))}`;
  },
};

/** What a stage has that only its soak holds. Where a soak is all that is asked, nothing is proven good, and no data stop nothing. */
function describeGood({ gate, findings, decision }: Pick<HoldContext, 'gate' | 'findings' | 'decision'>): string {
  if (gate === undefined) return 'nothing is asked of it';
  const rate = describeRate(gate, findings);
  if (findings?.rate === undefined) return `${rate} yet`;
  return decision.stage.evidence.kind === 'halt-only' ? `${rate}, nothing has halted it` : `${rate}, good enough`;
}

/** `99.54 % crash-free (0.18–0.77 % crash, valid at every look) in 5,700 sessions`. */
function describeRate(gate: Gate | undefined, findings: Findings | undefined): string {
  if (gate === undefined || findings?.rate === undefined) return `no ${nameUnits(gate)} for ${nameOf(gate)}`;
  const { low, high } = findings.interval;
  const range = `${formatShare(low).replace(' %', '')}–${formatShare(high)}`;
  return `${formatGood(findings.rate)} ${gate.name}-free (${range} ${gate.name}, valid at every look) in ${formatUnits(findings.units, gate.unit)}`;
}

function describeMissing(gate: Gate | undefined, findings: Findings | undefined): string {
  if (findings?.missing === undefined) return '';
  const { units, time } = findings.missing;
  const wait = time === undefined ? '' : `, about ${formatSpan(time)} at the present pace`;
  return `; about ${formatUnits(units, `more ${gate?.unit ?? 'unit'}`)} ${units === 1 ? 'is' : 'are'} needed${wait}`;
}

function listRates(gates: readonly GateDecision[]): string {
  const rates = gates
    .filter(({ findings }) => findings?.rate !== undefined)
    .map(({ gate, findings }) => describeRate(gate, findings));
  return rates.length === 0 ? 'there are no data' : rates.join(', ');
}

export function describeFactor(need: RaiseNeed): string {
  return need.kind === 'screened' ? `${need.factor} times` : 'far';
}

function nameUnits(gate: Gate | undefined): string {
  return gate === undefined ? 'units' : `${gate.unit}s`;
}

function nameOf(gate: Gate | undefined): string {
  return gate?.name ?? 'any gate';
}
