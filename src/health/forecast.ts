import type { Evidence, Sight } from './evidence.ts';
import { evidenceBelow } from './mixture.ts';
import type { Bars, Gate } from './parameters.ts';
import type { Bucket, Report } from './report.ts';
import { unitsToScreen } from './sample-size.ts';
import type { RaiseNeed } from './verdict.ts';

/** What a raise still waits for, about. */
export interface Forecast {
  /** More units, as they are reported (not divided by the overdispersion). */
  readonly units: number;
  /** Milliseconds at the present pace; absent while no units come in. */
  readonly time?: number;
}

/** The pace is taken from at most the last day, so that a night does not look like an outage. */
const paceSpan = 24 * 3_600_000;

/** @returns undefined when nothing is missing, or when more units at the present rate would never do */
export function forecast(
  gate: Gate,
  report: Report,
  evidence: Evidence,
  bars: Bars,
  sight: Sight,
  need: RaiseNeed,
): Forecast | undefined {
  const missing = countMissing(gate, evidence, bars, need);
  if (missing === undefined || missing <= 0) return undefined;
  const units = Math.ceil(missing * gate.overdispersion.value);
  const time = estimateTime(units, gate, report, sight);
  return time === undefined ? { units } : { units, time };
}

/** Missing units divided by the overdispersion, if the rate stays as it is. */
function countMissing(gate: Gate, evidence: Evidence, bars: Bars, need: RaiseNeed): number | undefined {
  const { units, bad } = evidence.rollout.promoting;
  if (need.kind === 'halt-only') return 0;
  const proof = countMissingForProof(units, bad, gate, bars);
  if (need.kind === 'proven') return proof;
  const screen = Math.max(0, unitsToScreen(need.factor, gate.limit, bars.rollout) - units);
  return proof === undefined ? screen : Math.min(screen, proof);
}

function countMissingForProof(units: number, bad: number, gate: Gate, bars: Bars): number | undefined {
  const rate = units > 0 ? bad / units : 0;
  // Above the limit no number of units convinces the literal gate.
  if (rate > gate.limit) return undefined;
  const limit = gate.limit * gate.margin;
  const proves = (more: number): boolean =>
    evidenceBelow({ units: units + more, bad: bad + rate * more }, limit) >= bars.promotion;
  if (proves(0)) return 0;
  let enough = 1;
  while (!proves(enough)) enough *= 2;
  let tooFew = enough === 1 ? 0 : enough / 2;
  while (enough - tooFew > 1) {
    const middle = Math.floor((tooFew + enough) / 2);
    if (proves(middle)) enough = middle;
    else tooFew = middle;
  }
  return enough;
}

/** First what has been reported and only has to grow old, then what has yet to come. */
function estimateTime(units: number, gate: Gate, { buckets }: Report, { now, curve }: Sight): number | undefined {
  const recent = buckets.filter(({ end }) => end > now - paceSpan).toSorted((one, other) => one.start - other.start);
  const lag = curve === undefined ? gate.maturity : 0;
  let waiting = units;
  for (const bucket of lag > 0 ? recent : []) {
    if (now - bucket.end >= lag) continue;
    waiting -= bucket.units;
    if (waiting <= 0) return bucket.end + lag - now;
  }
  const pace = measurePace(recent, now);
  if (pace <= 0) return undefined;
  // Under a curve every hour that passes lets the older ones grow, so that as much begins to count as comes in.
  return lag + waiting / pace;
}

/** Units per millisecond. */
function measurePace(recent: readonly Bucket[], now: number): number {
  const first = recent[0];
  if (first === undefined) return 0;
  return recent.reduce((sum, { units }) => sum + units, 0) / Math.max(1, Math.min(now - first.start, paceSpan));
}
