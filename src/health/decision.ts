import { latch } from './epochs.ts';
import type { LatchedHalt, Memory, PromotionMemory } from './epochs.ts';
import { weighEvidence } from './evidence.ts';
import { describeFindings } from './findings.ts';
import type { Findings } from './findings.ts';
import { splitRisk } from './parameters.ts';
import type { Gate } from './parameters.ts';
import { findDefect } from './report.ts';
import type { Report, SourceError } from './report.ts';
import { isOverdue, judge } from './verdict.ts';
import type { HoldReason, Stage, Timing, Verdict } from './verdict.ts';

/** One look at a rollout. */
export interface Look {
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly memory: Memory;
  readonly stage: Stage;
  /** By the name of the gate; a gate without a report counts as one whose source gave no answer. */
  readonly reports: Readonly<Record<string, Report | SourceError>>;
}

export interface GateDecision {
  readonly gate: Gate;
  readonly verdict: Verdict;
  /** What was measured; absent when the data cannot be used. */
  readonly findings?: Findings;
}

export interface Decision {
  readonly verdict: Verdict;
  /** The gate that decides; absent when all agree, or none of them has to. */
  readonly because?: string;
  /** Present while a halt stands that began at an earlier look. */
  readonly latched?: LatchedHalt;
  readonly gates: readonly GateDecision[];
  readonly stage: Stage;
  readonly now: number;
  /** When the soak is over. */
  readonly dueAt: number;
}

/** Promote, hold or halt: the same input always gives the same decision, and nothing but the input is read. */
export function decide(look: Look): Decision {
  const gates = look.memory.parameters.gates.map((gate) => decideGate(gate, look));
  const { stage, now } = look;
  return { ...combine(gates, look), gates, stage, now, dueAt: stage.startedAt + stage.soak };
}

/** What has to be stored after a decision: a halt is latched; anything else leaves the memory as it is. */
export function rememberDecision(memory: Memory, { verdict, because, now }: Decision): Memory {
  if (verdict.state !== 'halt' || because === undefined) return memory;
  return latch(memory, { reason: verdict.reason, gate: because, at: now });
}

function decideGate(gate: Gate, { memory, stage, now, reports }: Look): GateDecision {
  const { parameters, epoch } = memory;
  const promotion: PromotionMemory = memory.promotion[gate.name] ?? { epoch };
  const timing: Timing = {
    now,
    stage,
    waitingSince: Math.max(stage.startedAt, epoch.startedAt),
    maxHold: parameters.maxHold,
    onInsufficient: parameters.onInsufficient,
  };
  const report = reports[gate.name] ?? { error: 'its source was not asked' };
  if ('error' in report) return { gate, verdict: holdUnusable('stale', report.error, timing) };
  const defect = findDefect(report);
  if (defect !== undefined) return { gate, verdict: holdUnusable('invalid-data', defect, timing) };

  const bars = splitRisk(parameters, epoch.number, promotion.epoch.number);
  const sight = {
    now,
    stageStartedAt: stage.startedAt,
    epoch,
    promotionEpoch: promotion.epoch,
    curve: promotion.curve,
  };
  const evidence = weighEvidence(gate, report, sight);
  const findings = describeFindings(gate, report, evidence, bars, sight, stage.evidence);
  if (findings.dataAge !== undefined && findings.dataAge > gate.staleness) {
    return { gate, verdict: holdUnusable('stale', undefined, timing), findings };
  }
  return { gate, verdict: judge(gate, evidence, bars, timing), findings };
}

/** Data that cannot be used decide nothing, except that a backend does not wait for them forever. */
function holdUnusable(reason: 'stale' | 'invalid-data', detail: string | undefined, timing: Timing): Verdict {
  if (timing.onInsufficient === 'halt' && isOverdue(timing)) return { state: 'halt', reason: 'timeout' };
  return detail === undefined ? { state: 'hold', reason } : { state: 'hold', reason, detail };
}

/** The most serious first: what a person has to mend before what time mends. */
const gravity: readonly HoldReason[] = [
  'invalid-data',
  'stale',
  'shared-incident',
  'needs-human',
  'no-data',
  'not-enough-evidence',
  'soaking',
];

/** Any halt halts; a raise needs the consent of every required gate, and no sign of trouble from any other. */
function combine(
  gates: readonly GateDecision[],
  { memory, now, stage }: Look,
): Pick<Decision, 'verdict' | 'because' | 'latched'> {
  if (memory.halt !== undefined) {
    return { verdict: { state: 'halt', reason: memory.halt.reason }, because: memory.halt.gate, latched: memory.halt };
  }
  const halting = gates.find(({ verdict }) => verdict.state === 'halt');
  if (halting !== undefined) return { verdict: halting.verdict, because: halting.gate.name };

  const weight = ({ verdict }: GateDecision): number =>
    verdict.state === 'hold' ? gravity.indexOf(verdict.reason) : gravity.length;
  const holding = gates
    .filter(({ gate, verdict }) => verdict.state === 'hold' && (gate.required || verdict.reason === 'shared-incident'))
    .toSorted((one, other) => weight(one) - weight(other))[0];
  if (holding !== undefined) return { verdict: holding.verdict, because: holding.gate.name };
  return { verdict: agree(gates, stage, now) };
}

/** Nobody objects. Where no gate has to agree, nothing has been proven either, and only a stage that asks for nothing ends. */
function agree(gates: readonly GateDecision[], stage: Stage, now: number): Verdict {
  const consents = gates.filter(({ gate }) => gate.required).map(({ verdict }) => verdict);
  const weakest = (['unproven', 'soaked', 'screened', 'proven'] as const).find((reason) =>
    consents.some((verdict) => verdict.reason === reason),
  );
  if (weakest !== undefined) return { state: 'promote', reason: weakest };
  if (stage.evidence.kind !== 'halt-only') return { state: 'hold', reason: 'no-data', detail: 'no gate is required' };
  return now >= stage.startedAt + stage.soak
    ? { state: 'promote', reason: 'soaked' }
    : { state: 'hold', reason: 'soaking' };
}
