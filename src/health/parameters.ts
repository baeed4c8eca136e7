import type { Overdispersion } from './overdispersion.ts';
import type { Unit } from './report.ts';

/** One health question about a release. Times are milliseconds. */
export interface Gate {
  readonly name: string;
  readonly unit: Unit;
  /** Largest share of bad units that is acceptable, above 0; `limit` × `margin` stays below 1. */
  readonly limit: number;
  /** Whether a raise needs this gate's consent. Others can halt, and hold only for a shared incident. */
  readonly required: boolean;
  /** A raise needs proof that the share is below `limit` × `margin`. Asking for proof below `limit` would keep good releases for days. */
  readonly margin: number;
  /** Present when the previous version is counted in the same buckets; then there is a second test that can halt. */
  readonly comparison?: Comparison;
  readonly overdispersion: Overdispersion;
  /** Age at which a bucket of an unmeasured source is believed to be complete. */
  readonly maturity: number;
  /** Whether units, too, are reported late: then young buckets may not halt either, since their share is too high. */
  readonly lateUnits: boolean;
  /** Age of the newest data at which nothing is decided any more. */
  readonly staleness: number;
}

export interface Comparison {
  /** How many times worse than the previous version is tolerated: its users are not a random sample of the same people. */
  readonly ratio: number;
  /** Smallest increase of the share that halts: twice nearly nothing is nearly nothing. */
  readonly minimumIncrease: number;
}

/** Everything that the verdict depends on, besides the data. Frozen when a rollout starts. */
export interface Parameters {
  /** Chance that a release at its limits is ever halted, over all gates, looks and stages together. */
  readonly falseHaltRisk: number;
  /** Chance, per gate, that a release at `limit` × `margin` or worse is ever promoted. */
  readonly falsePromotionRisk: number;
  /** Stages of the whole plan, test tracks included: each may catch what begins in it, and the risk is split among them. */
  readonly stages: number;
  /** Longest time in a stage without the evidence that its raise needs. */
  readonly maxHold: number;
  readonly onInsufficient: OnInsufficient;
  readonly gates: readonly Gate[];
}

/** What happens after `maxHold`. `halt` is for backends, where nobody waits for a person. */
export type OnInsufficient = 'ask' | 'promote-unproven' | 'hold' | 'halt';

type GateDefaults = Pick<Gate, 'required' | 'margin' | 'comparison' | 'maturity' | 'lateUnits' | 'staleness'>;
type Setting = Omit<Parameters, 'gates' | 'stages'>;

const hour = 3_600_000;

/** For apps: one rollout is days long, and a false halt costs a release train a day. */
export const mobile: Setting = {
  falseHaltRisk: 0.01,
  falsePromotionRisk: 0.05,
  maxHold: 72 * hour,
  onInsufficient: 'ask',
};

/** For backends: fifteen deploys a day at 1 % could be a false abort every week. */
export const backend: Setting = {
  falseHaltRisk: 0.001,
  falsePromotionRisk: 0.05,
  maxHold: 30 * 60_000,
  onInsufficient: 'halt',
};

/** Fills in what a gate of an app or a backend leaves open; `minimumIncrease` is a fifth of the limit. */
export function defineGate(
  setting: 'mobile' | 'backend',
  gate: Pick<Gate, 'name' | 'unit' | 'limit' | 'overdispersion'> & Partial<GateDefaults>,
): Gate {
  const times =
    setting === 'mobile' ? { maturity: 6 * hour, staleness: 6 * hour } : { maturity: 30_000, staleness: 60_000 };
  return { required: true, margin: 1.5, lateUnits: false, ...times, ...gate };
}

/** The default comparison with the previous version for a gate with this limit. */
export function comparePrevious(limit: number): Comparison {
  return { ratio: 1.5, minimumIncrease: 0.2 * limit };
}

/** Tests that can halt: one per gate, one more for each that is compared with the previous version. */
export function countHaltingTests(gates: readonly Gate[]): number {
  return gates.reduce((sum, gate) => sum + (gate.comparison === undefined ? 1 : 2), 0);
}

/** What counts as proof, as the log of 1 over the risk that is spent on it. */
export interface Bars {
  /** For the absolute test since the rollout began. */
  readonly rollout: number;
  /** For the absolute test since the stage began. */
  readonly stage: number;
  /** For the comparison with the previous version. */
  readonly relative: number;
  /** For a raise. */
  readonly promotion: number;
}

/**
 * Splits the risk: evenly among the tests that can halt; half of an absolute test's part for the whole rollout, half
 * for its stages. Each new epoch may spend half of what the one before could, so all of them together at most twice.
 *
 * @param epoch 0 for the first
 */
export function splitRisk(parameters: Parameters, epoch: number, promotionEpoch: number): Bars {
  const risk = (parameters.falseHaltRisk * 2 ** -epoch) / countHaltingTests(parameters.gates);
  return {
    rollout: Math.log(2 / risk),
    stage: Math.log((2 * parameters.stages) / risk),
    relative: Math.log(1 / risk),
    promotion: Math.log(1 / (parameters.falsePromotionRisk * 2 ** -promotionEpoch)),
  };
}

/**
 * The parameters as one text that is equal exactly when they are: keys sorted, numbers in their shortest form. It is
 * not hashed here, since two texts can be compared to say **what** changed; whoever wants it short hashes it.
 */
export function fingerprint(parameters: Parameters): string {
  return flatten(parameters, '').join('\n');
}

/** Names of what differs, such as `gates.crash.limit: 0.005 → 0.01`; empty when nothing does. */
export function listChanges(frozen: Parameters, current: Parameters): string[] {
  const entries = (parameters: Parameters): Map<string, string> =>
    new Map(
      flatten(parameters, '').map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
    );
  const [before, after] = [entries(frozen), entries(current)];
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter((key) => before.get(key) !== after.get(key))
    .map((key) => `${key}: ${before.get(key) ?? 'absent'} → ${after.get(key) ?? 'absent'}`);
}

/** `path=value` lines. Gates are known by name, so that their order does not count. */
function flatten(value: unknown, path: string): string[] {
  if (typeof value !== 'object' || value === null) return [`${path}=${JSON.stringify(value)}`];
  const entries = Array.isArray(value)
    ? value.map((gate: Gate): [string, unknown] => [gate.name, gate])
    : Object.entries(value).filter(([, inner]) => inner !== undefined);
  return entries
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([key, inner]) => flatten(inner, path === '' ? key : `${path}.${key}`));
}
