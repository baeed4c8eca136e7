import { expectUnits, type Traffic } from '#health/expected-units';
import { splitRisk, type Gate, type OnInsufficient, type Parameters } from '#health/parameters';
import { warnOfPlan } from '#health/plan-warnings';
import type { GateForecast, Outlook as Timing, PlannedStage, StageForecast } from '#health/planner';
import type { Overdispersion } from '#health/overdispersion';
import type { Unit } from '#health/report';
import { unitsToScreen } from '#health/sample-size';
import { planStages, toParameters } from './gates.ts';
import {
  askOnly,
  findCures,
  findEnough,
  forecastAll,
  isInTime,
  type Chain,
  type Cure,
  type Enough,
} from './outlook-cures.ts';
import type { PlatformPolicy, Policy } from './policy.ts';
import { isDaily, type GateTraffic, type TrafficByGate } from './traffic.ts';

/** Phones update by night and by Wi-Fi: in this time 63 % of those who may have a version take it up. */
const adoption = 36 * 3_600_000;
/** How many times above its limit a release is; coarse, since the numbers of users are. */
const factors = [1.5, 2, 3, 5, 10, 20, 50];

/**
 * Whether a stage's evidence is there when its soak ends (`in-time`), later (`late`), or not within the longest hold (`never`).
 * `unknown`: nobody knows how much a gate would count.
 */
export type StageState = Timing | 'unknown';

export interface StageOutlook {
  readonly stage: PlannedStage;
  /** Testers, and no users of the store. */
  readonly isTest: boolean;
  /** How many test there, where the policy says so. */
  readonly testers?: number;
  readonly state: StageState;
  /** Milliseconds from the opening to the start and the end of the stage, at the earliest; windows and reviews are not counted. */
  readonly from: number;
  readonly to: number;
  /** About the gate that takes longest, where one is needed and known. */
  readonly gate?: GateForecast & { readonly unit: Unit };
  /** Gates whose consent is needed and of which nothing is known. */
  readonly unknown: readonly string[];
  /** What would be enough, where it does not decide in time. */
  readonly enough?: Enough;
  /** What to change in the policy so that it decides in time, each by itself. */
  readonly cures: readonly Cure[];
  /** How bad a release has to be, in limits of that gate, so that it has been halted about by the end of this stage. */
  readonly notices?: { readonly gate: string; readonly factor: number };
}

/** What can be said of a platform's plan before anybody has the release. All numbers are estimates. */
export interface Outlook {
  readonly platform: string;
  readonly onInsufficient: OnInsufficient;
  readonly maxHold: number;
  readonly stages: readonly StageOutlook[];
  /** Each says what cannot work, and the cure. */
  readonly warnings: readonly string[];
  /** Gates, and where their numbers come from. */
  readonly sources: readonly { readonly gate: string; readonly origin: GateTraffic['origin'] | 'unknown' }[];
}

/**
 * Says which stages of a platform can decide within their time, what follows where they cannot, and what to change.
 *
 * A stage for testing is looked at by itself, and its testers are not counted for later stages: on the safe side. Until the release
 * before was measured, its overdispersion is taken to be 3 and its rate 0.6 of the limit.
 */
export function planOutlook(policy: Policy, platform: PlatformPolicy, known: TrafficByGate): Outlook {
  const parameters = toParameters(policy, platform, overdispersionsOf(known));
  const listed = listStages(platform);
  const inStore = listed.filter(({ isTest }) => !isTest).map(({ planned }) => planned);
  const store = mapTraffic(known, (one) => one);
  const stages: StageOutlook[] = [];
  for (const { planned, isTest, testers, canGrow } of listed) {
    const chain: Chain = isTest
      ? { parameters, stages: [planned], index: 0, traffic: ofTesters(parameters, known, testers) }
      : { parameters, stages: inStore, index: inStore.indexOf(planned), traffic: store };
    const from = stages.at(-1)?.to ?? 0;
    const one = lookAt(chain, isTest, canGrow);
    stages.push({ ...one, ...(testers === undefined ? {} : { testers }), from, to: from + one.to - one.from });
  }
  const { onInsufficient, maxHold } = policy;
  return {
    platform: platform.name,
    ...{ onInsufficient, maxHold, stages },
    warnings: [...warnOfGates(parameters, platform, stages), ...warnOfPlan(parameters, [], store)],
    sources: parameters.gates.map(({ name }) => ({ gate: name, origin: known[name]?.origin ?? 'unknown' })),
  };
}

interface Listed {
  readonly planned: PlannedStage;
  readonly isTest: boolean;
  /** Undefined where the policy does not say. */
  readonly testers?: number;
  /** Whether the policy may give it to more users. */
  readonly canGrow: boolean;
}

/** The exposure of a stage for testing is the share of its testers. */
function listStages(platform: PlatformPolicy): readonly Listed[] {
  return planStages(platform).map((planned, index): Listed => {
    if (platform.store === 'google-play') {
      const { isProduction = true, reach = 1, testers } = platform.steps[index] ?? {};
      if (isProduction) return { planned, isTest: false, canGrow: true };
      return listTest({ ...planned, exposure: reach }, testers);
    }
    if (platform.testFlight === undefined || index > 0) return { planned, isTest: false, canGrow: false };
    return listTest({ ...planned, exposure: 1 }, platform.testFlight.testers);
  });
}

function listTest(planned: PlannedStage, testers: number | undefined): Listed {
  return { planned, isTest: true, canGrow: false, ...(testers === undefined ? {} : { testers }) };
}

function mapTraffic(known: TrafficByGate, map: (one: GateTraffic) => GateTraffic): Readonly<Record<string, Traffic>> {
  return Object.fromEntries(
    Object.entries(known).map(([name, one]) => {
      const { unitsPerHour, rate, curve } = map(one);
      const more = { ...(rate === undefined ? {} : { rate }), ...(curve === undefined ? {} : { curve }) };
      return [name, { unitsPerHour, adoption, ...more }];
    }),
  );
}

/** Each tester makes a unit a day of what people make; of requests and ratings nothing is known. */
function ofTesters(
  { gates }: Parameters,
  known: TrafficByGate,
  testers: number | undefined,
): Readonly<Record<string, Traffic>> {
  if (testers === undefined) return {};
  const counting = gates.filter(({ unit }) => isDaily(unit));
  const each = counting.map(({ name }): [string, GateTraffic] => [
    name,
    { ...known[name], origin: 'estimated', unitsPerHour: testers / 24 },
  ]);
  return mapTraffic(Object.fromEntries(each), (one) => one);
}

function overdispersionsOf(known: TrafficByGate): Readonly<Record<string, Overdispersion>> {
  return Object.fromEntries(
    Object.entries(known).flatMap(([name, { overdispersion }]) =>
      overdispersion === undefined ? [] : [[name, overdispersion]],
    ),
  );
}

function lookAt(chain: Chain, isTest: boolean, canGrow: boolean): StageOutlook {
  const { parameters, stages, index, traffic } = chain;
  const stage = stages[index];
  if (stage === undefined) throw new RangeError(`The plan has no stage ${index}.`);
  const needed = parameters.gates.filter(({ required }) => required).map(({ name }) => name);
  const known = needed.filter((name) => traffic[name] !== undefined);
  const asked: Chain = { ...chain, parameters: askOnly(parameters, known) };
  const forecasts = forecastAll(asked);
  const forecast = forecasts[index];
  if (forecast === undefined) throw new RangeError(`The plan has no stage ${index}.`);
  const base = { stage, isTest, unknown: [], cures: [], ...tellNotices(chain, forecasts) };
  const { from, to, gate } = forecast;
  if (stage.evidence.kind === 'halt-only') return { ...base, state: 'needs-nothing', from, to };
  // Whom nobody asks consents to nothing.
  if (needed.length === 0)
    return { ...base, state: 'never', from, to: from + Math.max(parameters.maxHold, stage.soak) };
  const unknown = needed.filter((name) => traffic[name] === undefined);
  const state = forecast.outlook === 'never' ? 'never' : unknown.length > 0 ? 'unknown' : forecast.outlook;
  const wanting = known.filter((name) => !isInTime({ ...chain, parameters: askOnly(parameters, [name]) }));
  const enough = state === 'in-time' ? undefined : findEnough(chain, [...wanting, ...unknown]);
  const unit = parameters.gates.find(({ name }) => name === gate?.name)?.unit;
  return {
    ...base,
    ...{ state, from, to, unknown },
    ...(gate === undefined || unit === undefined ? {} : { gate: { ...gate, unit } }),
    ...(enough === undefined ? {} : { enough }),
    // Of what nobody knows no change can be promised.
    cures: unknown.length === 0 && state !== 'in-time' ? findCures(asked, canGrow) : [],
  };
}

/** Units that can halt by the end of the soak, beside those that halt a release so many times above the limit. */
function tellNotices(
  { parameters, traffic }: Chain,
  forecasts: readonly StageForecast[],
): Pick<StageOutlook, 'notices'> {
  const last = forecasts.at(-1);
  if (last === undefined) return {};
  const end = last.from + last.stage.soak;
  const each = parameters.gates.flatMap((gate) => {
    const own = traffic[gate.name];
    if (own === undefined) return [];
    const units = countHalting(gate, own, forecasts, end) / gate.overdispersion.value;
    const bar = splitRisk(parameters, 0, 0).rollout;
    const factor = factors.find((one) => one * gate.limit < 1 && unitsToScreen(one, gate.limit, bar) <= units);
    return factor === undefined ? [] : [{ gate: gate.name, factor }];
  });
  const notices = each.toSorted((one, other) => one.factor - other.factor)[0];
  return notices === undefined ? {} : { notices };
}

/** Young hours may halt, unless their units are late as well. */
function countHalting(gate: Gate, traffic: Traffic, forecasts: readonly StageForecast[], end: number): number {
  const tranches = forecasts.map(({ from, stage }, index) => {
    const added = Math.max(0, stage.exposure - (forecasts[index - 1]?.stage.exposure ?? 0));
    return { startedAt: from, unitsPerHour: added * traffic.unitsPerHour };
  });
  return expectUnits(end, tranches, traffic, gate.lateUnits ? gate.maturity : 0);
}

function warnOfGates(
  { gates }: Parameters,
  { name }: PlatformPolicy,
  stages: readonly StageOutlook[],
): readonly string[] {
  if (gates.length === 0)
    return [`No gate is asked for ${name}, so only a person can halt it. Write one under "gates", such as crash.`];
  const asks = stages.some(({ stage }) => stage.evidence.kind !== 'halt-only');
  return asks && !gates.some(({ required }) => required)
    ? [
        `No gate of ${name} is required, so no stage that asks for evidence is ever raised by itself. Make one required, or give the stages "evidence: halt-only".`,
      ]
    : [];
}
