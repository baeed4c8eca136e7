import type { Curve } from '#health/completeness';
import { weighEvidence } from '#health/evidence';
import type { Evidence } from '#health/evidence';
import { splitRisk } from '#health/parameters';
import type { Gate, Parameters } from '#health/parameters';
import { judge } from '#health/verdict';
import type { Rule } from './world.ts';

/** Halts when the share is above the limit at any look, raises otherwise; what most release tools do. */
export function naive(limit: number): Rule {
  return minimumSample(limit, 1);
}

/** The same, with silence until there are enough units. */
export function minimumSample(limit: number, least: number): Rule {
  return ({ units, bad }) => {
    if (units < least) return 'hold';
    return bad > limit * units ? 'halt' : 'promote';
  };
}

/** Wilson's 95 % interval at every look: halts above, raises below. */
export function wilson(limit: number): Rule {
  const z = 1.959964;
  return ({ units, bad }) => {
    if (units <= 0) return 'hold';
    const share = bad / units;
    const centre = (share + (z * z) / (2 * units)) / (1 + (z * z) / units);
    const half = (z / (1 + (z * z) / units)) * Math.sqrt((share * (1 - share)) / units + (z * z) / (4 * units * units));
    if (centre - half > limit) return 'halt';
    return centre + half < limit ? 'promote' : 'hold';
  };
}

/** Wald's test of `limit` against twice the limit, with risks of 1 % and 5 %. */
export function sprt(limit: number): Rule {
  const [halt, promote] = [Math.log(0.95 / 0.01), Math.log(0.05 / 0.99)];
  return ({ units, bad }) => {
    const ratio = bad * Math.log(2) + (units - bad) * Math.log((1 - 2 * limit) / (1 - limit));
    if (ratio >= halt) return 'halt';
    return ratio <= promote ? 'promote' : 'hold';
  };
}

/** The rule of `src/health`, as shipped: the same functions that `decide` calls, for one gate among others. */
export function ours(gate: Gate, parameters: Parameters, curve?: Curve): Rule {
  return build(gate, parameters, curve, (evidence) => evidence);
}

/** The same as if the previous version were not counted: no comparison, and no incident is shared. */
export function oursWithoutPrevious(gate: Gate, parameters: Parameters): Rule {
  return build(gate, parameters, undefined, (evidence) => ({
    ...evidence,
    worse: () => -Infinity,
    sharedInRollout: () => false,
    sharedInStage: () => false,
  }));
}

function build(
  gate: Gate,
  parameters: Parameters,
  curve: Curve | undefined,
  change: (evidence: Evidence) => Evidence,
): Rule {
  const bars = splitRisk(parameters, 0, 0);
  const epoch = { number: 0, startedAt: 0 };
  const { maxHold, onInsufficient } = parameters;
  return ({ buckets, now, stage }) => {
    const sight = { now, stageStartedAt: stage.startedAt, epoch, promotionEpoch: epoch, curve };
    const timing = { now, stage, waitingSince: stage.startedAt, maxHold, onInsufficient };
    const { state, reason } = judge(gate, change(weighEvidence(gate, { buckets }, sight)), bars, timing);
    return reason === 'timeout' ? 'timeout' : state;
  };
}
