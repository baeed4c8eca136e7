import type { Traffic } from '#health/expected-units';
import type { Parameters } from '#health/parameters';
import { planRollout, type PlannedStage, type StageForecast } from '#health/planner';
import type { Unit } from '#health/report';
import type { RaiseNeed } from '#health/verdict';
import { haltOnly } from './presets.ts';

const hourMs = 3_600_000;
/** No cure is a soak that is longer than this. */
const longestSoak = 30 * 24 * hourMs;
/** Nothing has more users in a day than there are people. */
const mostUnits = 1e10;

/** Changes of a stage, each by itself enough. */
export type Cure =
  | { readonly kind: 'soak'; readonly soak: number }
  | { readonly kind: 'share'; readonly share: number }
  | { readonly kind: 'evidence'; readonly evidence: RaiseNeed };

/** How much traffic a stage as it stands would need. */
export interface Enough {
  readonly gate: string;
  readonly unit: Unit;
  /** Units a day when everybody has the version; of a test stage its testers, one unit each. */
  readonly perDay: number;
  /** To decide by the end of the soak, or, where no number would do that, at least within the longest hold. */
  readonly within: 'soak' | 'hold';
}

/** A stage in its plan. */
export interface Chain {
  readonly parameters: Parameters;
  readonly stages: readonly PlannedStage[];
  readonly index: number;
  readonly traffic: Readonly<Record<string, Traffic>>;
}

/** Up to this stage. */
export function forecastAll({ parameters, stages, index, traffic }: Chain): readonly StageForecast[] {
  return planRollout(parameters, stages.slice(0, index + 1), traffic).stages;
}

function forecastAt(chain: Chain): StageForecast {
  const forecast = forecastAll(chain)[chain.index];
  if (forecast === undefined) throw new RangeError(`The plan has no stage ${chain.index}.`);
  return forecast;
}

/** The same with only these gates asked for their consent: what halts, and the risk that each may spend, stays as it is. */
export function askOnly(parameters: Parameters, names: readonly string[]): Parameters {
  return {
    ...parameters,
    gates: parameters.gates.map((gate) => ({ ...gate, required: gate.required && names.includes(gate.name) })),
  };
}

function change(chain: Chain, changed: Partial<PlannedStage>): Chain {
  const { stages, index } = chain;
  return { ...chain, stages: stages.map((stage, at) => (at === index ? { ...stage, ...changed } : stage)) };
}

export function isInTime(chain: Chain): boolean {
  return ['in-time', 'needs-nothing'].includes(forecastAt(chain).outlook);
}

/** @param canGrow whether a larger share is in the hands of the policy */
export function findCures(chain: Chain, canGrow: boolean): readonly Cure[] {
  const { index, stages } = chain;
  const stage = stages[index];
  if (stage === undefined) return [];
  const share = canGrow ? findShare(chain, stage) : undefined;
  const soak = findSoak(chain);
  return [
    ...(soak === undefined ? [] : [{ kind: 'soak', soak } as const]),
    ...(share === undefined ? [] : [{ kind: 'share', share } as const]),
    { kind: 'evidence', evidence: findEvidence(chain, stage.evidence) },
  ];
}

/** In whole hours. */
function findSoak(chain: Chain): number | undefined {
  const patient = { ...chain, parameters: { ...chain.parameters, maxHold: longestSoak } };
  const { outlook, from, to } = forecastAt(patient);
  if (outlook === 'never') return undefined;
  const soak = Math.ceil((to - from) / hourMs) * hourMs;
  return soak <= longestSoak && isInTime(change(chain, { soak })) ? soak : undefined;
}

/** In whole percent, so that it is easily written. */
function findShare(chain: Chain, { exposure }: PlannedStage): number | undefined {
  const { gate } = forecastAt(chain);
  const share = Math.ceil((gate?.exposureInTime ?? Infinity) * 100) / 100;
  if (!(share > exposure && share <= 1)) return undefined;
  return isInTime(change(chain, { exposure: share })) ? share : undefined;
}

/** From the strictest on. */
const words: readonly RaiseNeed[] = [
  ...[2, 3, 5, 10, 20].map((factor): RaiseNeed => ({ kind: 'screened', factor })),
  haltOnly,
];

/** The strictest word that is weaker than what stands there, and decides in time. */
function findEvidence(chain: Chain, now: RaiseNeed): RaiseNeed {
  const weaker = words.filter(
    (word) => word.kind !== 'screened' || now.kind !== 'screened' || word.factor > now.factor,
  );
  return weaker.find((evidence) => isInTime(change(chain, { evidence }))) ?? haltOnly;
}

/**
 * The least traffic of these gates with which the stage decides, of the gate that needs the most of it.
 * @param names of gates whose consent is needed and wanting
 */
export function findEnough(chain: Chain, names: readonly string[]): Enough | undefined {
  const each = names.flatMap((name): Enough[] => {
    const gate = chain.parameters.gates.find((one) => one.name === name);
    if (gate === undefined) return [];
    const known = chain.traffic[name] ?? { unitsPerHour: 0, adoption: 36 * hourMs };
    const at = (perDay: number): StageForecast['outlook'] =>
      forecastAt({
        ...chain,
        parameters: askOnly(chain.parameters, [name]),
        traffic: { ...chain.traffic, [name]: { ...known, unitsPerHour: perDay / 24 } },
      }).outlook;
    const inSoak = findLeast((perDay) => at(perDay) === 'in-time');
    if (inSoak !== undefined) return [{ gate: name, unit: gate.unit, perDay: inSoak, within: 'soak' }];
    const inHold = findLeast((perDay) => at(perDay) !== 'never');
    return inHold === undefined ? [] : [{ gate: name, unit: gate.unit, perDay: inHold, within: 'hold' }];
  });
  // One gate that nothing helps makes the others vain.
  if (each.length < names.length) return undefined;
  return each.toSorted((one, other) => rank(one) - rank(other) || other.perDay - one.perDay)[0];
}

function rank({ within }: Enough): number {
  return within === 'hold' ? 0 : 1;
}

/** To two digits, upwards: more would be make-believe. */
function findLeast(isEnough: (perDay: number) => boolean): number | undefined {
  if (!isEnough(mostUnits)) return undefined;
  let [few, many] = [0, Math.log(mostUnits)];
  while (many - few > 0.005) {
    const middle = (few + many) / 2;
    if (isEnough(Math.exp(middle))) many = middle;
    else few = middle;
  }
  const least = Math.exp(many);
  const digit = 10 ** Math.max(0, Math.floor(Math.log10(least)) - 1);
  return Math.ceil(least / digit) * digit;
}
