import { expectUnits, findTime } from './expected-units.ts';
import type { Traffic, Tranche } from './expected-units.ts';
import { splitRisk } from './parameters.ts';
import type { Bars, Gate, Parameters } from './parameters.ts';
import { warnOfPlan } from './plan-warnings.ts';
import { expectUnitsToProve, unitsToProve, unitsToScreen } from './sample-size.ts';
import type { RaiseNeed } from './verdict.ts';

/** One stage of a plan. */
export interface PlannedStage {
  readonly name: string;
  /** Share of all users that have the new version offered, 0 to 1. */
  readonly exposure: number;
  /** Milliseconds. */
  readonly soak: number;
  readonly evidence: RaiseNeed;
}

/** Whether a stage's evidence is there when its soak ends, later, or not within the longest hold. */
export type Outlook = 'in-time' | 'late' | 'never' | 'needs-nothing';

export interface StageForecast {
  readonly stage: PlannedStage;
  readonly outlook: Outlook;
  /** Milliseconds from the start of the plan to the start and the end of the stage; a person is assumed to raise at the longest hold. */
  readonly from: number;
  readonly to: number;
  /** About the gate that takes longest; absent where nothing is needed. */
  readonly gate?: GateForecast;
}

export interface GateForecast {
  readonly name: string;
  /** Units that count at the end of the soak, and those that the raise needs, about. */
  readonly expected: number;
  readonly needed: number;
  /** The exposure at which this stage by itself would end in time, about. Above 1: none would. */
  readonly exposureInTime: number;
  /** The same for a release without one bad unit: below it a stage is of no use. Exact. */
  readonly smallestExposure: number;
  /** Whether the source is unmeasured and this stage's first hours would count only after its soak. */
  readonly nothingCounts: boolean;
}

export interface Plan {
  readonly stages: readonly StageForecast[];
  /** Each says what cannot work, and the cure. */
  readonly warnings: readonly string[];
}

/**
 * Says before the first byte is uploaded which stages can produce their evidence within their soak, for a release as
 * healthy as the previous one.
 *
 * @param traffic by the name of the gate; a required gate without it is taken to have none
 */
export function planRollout(
  parameters: Parameters,
  stages: readonly PlannedStage[],
  traffic: Readonly<Record<string, Traffic>>,
): Plan {
  const forecasts: StageForecast[] = [];
  for (const stage of stages) {
    const from = forecasts.at(-1)?.to ?? 0;
    forecasts.push(forecastStage(parameters, forecasts, { stage, from }, traffic));
  }
  return { stages: forecasts, warnings: warnOfPlan(parameters, forecasts, traffic) };
}

interface Started {
  readonly stage: PlannedStage;
  readonly from: number;
}

function forecastStage(
  parameters: Parameters,
  before: readonly Started[],
  started: Started,
  traffic: Readonly<Record<string, Traffic>>,
): StageForecast {
  const { stage, from } = started;
  const due = from + stage.soak;
  const required = stage.evidence.kind === 'halt-only' ? [] : parameters.gates.filter((gate) => gate.required);
  if (required.length === 0) return { stage, outlook: 'needs-nothing', from, to: due };

  const limit = from + Math.max(parameters.maxHold, stage.soak);
  const each = required.map((gate) => forecastGate(parameters, gate, before, started, traffic[gate.name], limit));
  const slowest = each.reduce((one, other) => ((other.at ?? Infinity) > (one.at ?? Infinity) ? other : one));
  const outlook = slowest.at === undefined ? 'never' : slowest.at > due ? 'late' : 'in-time';
  return { stage, outlook, from, to: slowest.at ?? limit, gate: slowest.forecast };
}

function forecastGate(
  parameters: Parameters,
  gate: Gate,
  before: readonly Started[],
  started: Started,
  traffic: Traffic = { unitsPerHour: 0, adoption: 0 },
  limit: number,
): { at: number | undefined; forecast: GateForecast } {
  const { stage, from } = started;
  const bars = splitRisk(parameters, 0, 0);
  const tranches = [...before, started].map((one, index): Tranche => {
    const added = one.stage.exposure - (before[index - 1]?.stage.exposure ?? 0);
    return { startedAt: one.from, unitsPerHour: Math.max(0, added) * traffic.unitsPerHour };
  });
  const count = (time: number): number => expectUnits(time, tranches, traffic, gate.maturity);
  const needed = countNeeded(gate, stage.evidence, bars, traffic.rate ?? 0.6 * gate.limit);
  const everybody = [{ startedAt: 0, unitsPerHour: traffic.unitsPerHour }];
  const all = expectUnits(stage.soak, everybody, traffic, gate.maturity);
  return {
    at: findTime(needed, count, from + stage.soak, limit),
    forecast: {
      name: gate.name,
      expected: count(from + stage.soak),
      needed,
      exposureInTime: needed / all,
      smallestExposure: countNeeded(gate, stage.evidence, bars, 0) / all,
      nothingCounts: traffic.curve === undefined && gate.maturity >= stage.soak,
    },
  };
}

/** Units as reported, for a release at `rate`; exact for one without bad units. */
function countNeeded(gate: Gate, need: RaiseNeed, bars: Bars, rate: number): number {
  const limit = gate.limit * gate.margin;
  const proof = rate > 0 ? expectUnitsToProve(rate, limit, bars.promotion) : unitsToProve(0, limit, bars.promotion);
  const screen = need.kind === 'screened' ? unitsToScreen(need.factor, gate.limit, bars.rollout) : Infinity;
  return gate.overdispersion.value * Math.min(proof, screen);
}
