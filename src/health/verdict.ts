import { measureIncrease } from './comparison.ts';
import type { Evidence } from './evidence.ts';
import type { Counts } from './mixture.ts';
import type { Bars, Gate, OnInsufficient } from './parameters.ts';
import { unitsToScreen } from './sample-size.ts';

export type PromoteReason = 'proven' | 'screened' | 'soaked' | 'unproven';
export type HoldReason =
  'invalid-data' | 'stale' | 'shared-incident' | 'needs-human' | 'no-data' | 'not-enough-evidence' | 'soaking';
export type HaltReason = 'above-threshold' | 'worse-than-previous' | 'timeout';

export type Verdict =
  | { readonly state: 'promote'; readonly reason: PromoteReason }
  | { readonly state: 'hold'; readonly reason: HoldReason; readonly detail?: string }
  | { readonly state: 'halt'; readonly reason: HaltReason };

/**
 * What a raise needs. `proven`: proof that the rate is below the limit × the margin. `screened`: enough units that a
 * release `factor` times too bad would have been halted by now, and was not. `halt-only`: the soak is over and nothing
 * has halted, for stages whose few users cannot prove anything.
 */
export type RaiseNeed =
  { readonly kind: 'proven' } | { readonly kind: 'screened'; readonly factor: number } | { readonly kind: 'halt-only' };

/** Where a rollout stands in its plan. Times are milliseconds. */
export interface Stage {
  readonly name: string;
  readonly startedAt: number;
  /** Least time in this stage. */
  readonly soak: number;
  readonly evidence: RaiseNeed;
}

export interface Timing {
  readonly now: number;
  readonly stage: Stage;
  /** When the stage or the current epoch began, whichever is later: a resumed rollout gets its time again. */
  readonly waitingSince: number;
  readonly maxHold: number;
  readonly onInsufficient: OnInsufficient;
}

/** Fewer bad units in a stage than this are chance, not a rate. */
const fewestTelling = 3;

/** The verdict of one gate whose data are sound and fresh. */
export function judge(gate: Gate, evidence: Evidence, bars: Bars, timing: Timing): Verdict {
  const fired = findHalt(gate, evidence, bars);
  if (fired !== undefined) return fired;
  const soaked = timing.now >= timing.stage.startedAt + timing.stage.soak;
  const reason = findConsent(gate, evidence, bars, timing.stage.evidence);
  if (reason !== undefined) return soaked ? { state: 'promote', reason } : { state: 'hold', reason: 'soaking' };
  if (isOverdue(timing)) return judgeOverdue(gate, evidence, timing.onInsufficient);
  return { state: 'hold', reason: evidence.rollout.raw.units > 0 ? 'not-enough-evidence' : 'no-data' };
}

/** The tests that can halt; an absolute one is demoted to a hold while the previous version is as bad. */
function findHalt(gate: Gate, evidence: Evidence, bars: Bars): Verdict | undefined {
  const inRollout = evidence.aboveInRollout >= bars.rollout;
  const inStage = evidence.aboveInStage >= bars.stage;
  if ((inRollout && !evidence.sharedInRollout()) || (inStage && !evidence.sharedInStage())) {
    return { state: 'halt', reason: 'above-threshold' };
  }
  if (isWorse(gate, evidence, bars)) return { state: 'halt', reason: 'worse-than-previous' };
  return inRollout || inStage ? { state: 'hold', reason: 'shared-incident' } : undefined;
}

function isWorse({ comparison }: Gate, { worse, comparable }: Evidence, bars: Bars): boolean {
  if (comparison === undefined || worse === undefined || comparable === undefined) return false;
  // Without comparable units the increase is NaN, which is no increase.
  return measureIncrease(comparable) >= comparison.minimumIncrease && worse() >= bars.relative;
}

/** Why this gate agrees to a raise; undefined when it does not yet. */
function findConsent(gate: Gate, evidence: Evidence, bars: Bars, need: RaiseNeed): PromoteReason | undefined {
  if (need.kind === 'halt-only') return 'soaked';
  const { rollout, stage } = evidence;
  if (rollout.raw.units <= 0) return undefined;
  const keepsInRollout = keeps(rollout.promoting, gate.limit) && keeps(rollout.halting, gate.limit);
  const keepsInStage = keeps(stage.promoting, gate.limit) && keeps(stage.halting, gate.limit);
  if (evidence.below >= bars.promotion && keepsInRollout && (keepsInStage || stage.raw.bad < fewestTelling))
    return 'proven';
  if (need.kind === 'proven') return undefined;
  const enough = rollout.promoting.units >= unitsToScreen(need.factor, gate.limit, bars.rollout);
  return enough && (keepsInRollout || rollout.raw.bad < fewestTelling) ? 'screened' : undefined;
}

/** Written as a product, so that no units are no breach. */
function keeps({ units, bad }: Counts, limit: number): boolean {
  return bad <= limit * units;
}

export function isOverdue({ now, stage, waitingSince, maxHold }: Timing): boolean {
  return now >= waitingSince + Math.max(maxHold, stage.soak);
}

/** The evidence did not come in time. Without any data nothing is ever promoted. */
function judgeOverdue(gate: Gate, evidence: Evidence, onInsufficient: OnInsufficient): Verdict {
  const { rollout } = evidence;
  const enough = rollout.raw.units > 0;
  switch (onInsufficient) {
    case 'halt':
      return { state: 'halt', reason: 'timeout' };
    case 'hold':
      return { state: 'hold', reason: enough ? 'not-enough-evidence' : 'no-data' };
    case 'ask':
      return { state: 'hold', reason: 'needs-human' };
    case 'promote-unproven': {
      const harmless = keeps(rollout.halting, gate.limit) && evidence.aboveInRollout <= 0 && evidence.aboveInStage <= 0;
      return enough && harmless ? { state: 'promote', reason: 'unproven' } : { state: 'hold', reason: 'needs-human' };
    }
  }
}
