import { measureIncrease } from './comparison.ts';
import type { Comparable } from './comparison.ts';
import type { Evidence, Sight } from './evidence.ts';
import { forecast } from './forecast.ts';
import type { Forecast } from './forecast.ts';
import { lowerBound, upperBound } from './interval.ts';
import type { Bars, Gate } from './parameters.ts';
import type { Report } from './report.ts';
import { unitsToScreen } from './sample-size.ts';
import type { RaiseNeed } from './verdict.ts';

/** What a person is shown about one gate. Shares are fractions of 1. */
export interface Findings {
  readonly units: number;
  readonly bad: number;
  /** Absent without units. */
  readonly rate?: number;
  /**
   * Holds the true rate at every look at once, and agrees with the tests: the lower end passes the limit exactly when
   * the rollout's absolute test halts, the upper end falls below limit × margin exactly when proof is there.
   */
  readonly interval: { readonly low: number; readonly high: number };
  /** Since the stage began. */
  readonly stage: { readonly units: number; readonly bad: number };
  /** Shares of what is needed: 1 and more decides. */
  readonly progress: {
    /** Of the nearest absolute test that would halt. */
    readonly halt: number;
    /** Of the comparison with the previous version; absent without one. */
    readonly worse?: number;
    /** Of what a raise needs here; absent where it needs nothing. */
    readonly promote?: number;
  };
  readonly previous?: {
    readonly units: number;
    readonly rate: number;
    /** Infinite when it had no bad unit and this version has some. */
    readonly ratio: number;
  };
  /** Milliseconds from the newest data to now; absent without any. */
  readonly dataAge?: number;
  /** What is still missing for a raise; absent when nothing is, or when it cannot come at this rate. */
  readonly missing?: Forecast;
  /** Settled buckets that the completeness curve was learned from; 0 when it is assumed. */
  readonly curveFrom: number;
}

export function describeFindings(
  gate: Gate,
  report: Report,
  evidence: Evidence,
  bars: Bars,
  sight: Sight,
  need: RaiseNeed,
): Findings {
  const { rollout, stage, comparable } = evidence;
  const { halting, promoting, raw } = rollout;
  const missing = forecast(gate, report, evidence, bars, sight, need);
  const dataAge = measureAge(report, sight.now);
  return {
    units: raw.units,
    bad: raw.bad,
    ...(raw.units > 0 ? { rate: halting.units > 0 ? halting.bad / halting.units : raw.bad / raw.units } : {}),
    interval: {
      low: lowerBound(halting, bars.rollout),
      high: Math.max(upperBound(promoting, bars.promotion), upperBound(halting, bars.promotion)),
    },
    stage: { units: stage.raw.units, bad: stage.raw.bad },
    progress: {
      halt: Math.max(0, evidence.aboveInRollout / bars.rollout, evidence.aboveInStage / bars.stage),
      ...measureWorse(gate, evidence, bars),
      ...measurePromotion(gate, evidence, bars, need),
    },
    ...(comparable !== undefined && comparable.previousUnits > 0 ? { previous: comparePrevious(comparable) } : {}),
    ...(dataAge === undefined ? {} : { dataAge }),
    ...(missing === undefined ? {} : { missing }),
    curveFrom: sight.curve?.learnedFrom ?? 0,
  };
}

/** Of the evidence or of the least increase, whichever is farther away: both are needed. */
function measureWorse({ comparison }: Gate, { worse, comparable }: Evidence, bars: Bars): { worse?: number } {
  if (comparison === undefined || worse === undefined || comparable === undefined) return {};
  const { minimumIncrease } = comparison;
  const increase = minimumIncrease > 0 ? measureIncrease(comparable) / minimumIncrease : Infinity;
  const share = Math.min(worse() / bars.relative, Number.isNaN(increase) ? 0 : increase);
  return { worse: Math.max(0, share) };
}

function measurePromotion(gate: Gate, { below, rollout }: Evidence, bars: Bars, need: RaiseNeed): { promote?: number } {
  if (need.kind === 'halt-only') return {};
  const proven = Math.max(0, below / bars.promotion);
  if (need.kind === 'proven') return { promote: proven };
  return { promote: Math.max(proven, rollout.promoting.units / unitsToScreen(need.factor, gate.limit, bars.rollout)) };
}

function comparePrevious(sums: Comparable): NonNullable<Findings['previous']> {
  const rate = sums.previousBad / sums.previousUnits;
  const own = sums.bad / sums.units;
  return { units: sums.previousUnits, rate, ratio: own === 0 && rate === 0 ? 1 : own / rate };
}

function measureAge({ buckets, freshUntil }: Report, now: number): number | undefined {
  const newest = freshUntil ?? (buckets.length === 0 ? undefined : Math.max(...buckets.map(({ end }) => end)));
  return newest === undefined ? undefined : Math.max(0, now - newest);
}
