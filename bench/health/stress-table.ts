import type { Curve } from '#health/completeness';
import { estimateOverdispersion } from '#health/overdispersion';
import { android, crashGate, ourRule, parametersOf, pool, withRate } from './apps.ts';
import type { Effort } from './apps.ts';
import { describeDelays, isHalted, leftFirstStage } from './app-tables.ts';
import { createRandom, drawClustered } from './random.ts';
import { ours, oursWithoutPrevious } from './rules.ts';
import { median, quantile, shareOf } from './statistics.ts';
import { percent } from '../table.ts';
import type { Table } from '../table.ts';
import { simulate } from './world.ts';
import type { Outcome, Rule, World } from './world.ts';

const hour = 3_600_000;
/** Production alone: what testers would find first is not to hide what the rule finds. */
export const silent: World = { ...android, tests: [] };

interface Stress {
  readonly name: string;
  readonly run: (effort: Effort, count: number) => readonly Outcome[];
  readonly describe: (outcomes: readonly Outcome[]) => string;
}

/** The plan with a longer second stage, opened at any hour of the day. */
export const slowPlan: World = {
  ...silent,
  opened: [0, 24],
  stages: silent.stages.map((stage, index) => ({ ...stage, soak: [6, 12, 24, 24, 48][index] ?? 48 })),
};

export interface OnsetOptions {
  readonly plan?: World;
  /** Stages among which the risk is divided: 1 gives all of it to the one, and beyond all measure none to any. */
  readonly dividedBy?: number;
}

/** Healthy until the 20 % stage, then bad. */
export function runOnset(effort: Effort, count: number, rate: number, options: OnsetOptions = {}): Outcome[] {
  const { plan = silent, dividedBy } = options;
  const world = { ...plan, rate: (_: number, stage: number) => (stage >= 2 ? rate : 0.003) };
  const parameters = parametersOf(crashGate(1), world);
  const rule = ours(crashGate(1), { ...parameters, stages: dividedBy ?? parameters.stages });
  return pool(effort, count, `onset ${rate}`, world, rule);
}

export function hoursSinceOnset(outcomes: readonly Outcome[]): number[] {
  return outcomes.map(({ haltedAt = Infinity, begun }) => haltedAt - (begun[2] ?? 0));
}

/** Reports as in the reference: half at once, half 12 h later in the mean. */
export const lateReports = { atOnce: 0.5, mean: 12 };

/** What is reported on average at each age, as a curve; learned ones are tried in the table of graded evidence. */
export function trueCurve({ atOnce, mean }: { readonly atOnce: number; readonly mean: number }): Curve {
  const share = (age: number): number => atOnce + (1 - atOnce) * -Math.expm1(-(age + 1) / mean);
  return {
    steps: Array.from({ length: 96 }, (_, age) => ({ age: age * hour, share: share(age) })),
    learnedFrom: 1_000,
  };
}

export function runLate(effort: Effort, count: number, rate: number, maturity: number, curve?: Curve): Outcome[] {
  const world = { ...withRate(silent, rate), delay: lateReports };
  const gate = { ...crashGate(1), maturity: maturity * hour };
  return pool(effort, count, `late ${rate}`, world, ours(gate, parametersOf(gate, world), curve));
}

/** Both versions five times as bad for six hours. */
export function runIncident(effort: Effort, count: number, rate: number, compared = true): Outcome[] {
  const factor = (time: number): number => (time >= 10 && time < 16 ? 5 : 1);
  const world = {
    ...silent,
    rate: (time: number) => rate * factor(time),
    previousRate: (time: number) => 0.003 * factor(time),
  };
  return pool(effort, count, `incident ${rate}`, world, runWith(compared, world));
}

function runWith(compared: boolean, world: World): Rule {
  const gate = crashGate(world.phi);
  const parameters = parametersOf(gate, world);
  return compared ? ours(gate, parameters) : oursWithoutPrevious(gate, parameters);
}

/** At the limit with clusters of three, while the rule takes `phi` for granted or estimates it from the week before. */
export function runClustered(effort: Effort, count: number, phi: number | 'estimated'): Outcome[] {
  const world = { ...withRate(silent, 0.005, 0.005), phi: 3 };
  if (phi !== 'estimated') return pool(effort, count, 'clusters', world, runWith(false, { ...world, phi }));
  return effort.seeds.flatMap((seed) => {
    const random = createRandom(seed, 'clusters estimated');
    return Array.from({ length: Math.max(5, Math.round(count * effort.scale)) }, () => {
      const week = Array.from({ length: 168 }, () => ({ units: 200_000, bad: drawClustered(random, 1_000, 3) }));
      const { value } = estimateOverdispersion(week, { unit: 'session' });
      return simulate(world, runWith(false, { ...world, phi: value }), random);
    });
  });
}

const halted = (outcomes: readonly Outcome[]): string => `${percent(shareOf(outcomes, isHalted))} % halted`;
const past = (outcomes: readonly Outcome[]): string =>
  `${percent(shareOf(outcomes, leftFirstStage))} % left the first stage`;
const afterOnset = (outcomes: readonly Outcome[]): string => {
  const hours = hoursSinceOnset(outcomes);
  return `${median(hours)}/${quantile(hours, 0.9)} h after it began`;
};
const lateness = (outcomes: readonly Outcome[]): string => {
  const hours = outcomes.map(({ begun }) => (begun[4] ?? Infinity) - 48);
  return `${median(hours)}/${quantile(hours, 0.9)} h late, ${halted(outcomes)}`;
};
const haltTime = (outcomes: readonly Outcome[]): string => {
  const found = outcomes.filter(isHalted).map(({ haltedAt = 0 }) => haltedAt);
  return `${halted(outcomes)}, ${median(found)}/${quantile(found, 0.9)} h`;
};

const shaken = (phi = 1): World => ({ ...silent, shocks: 0.4, phi });
const early: World = { ...withRate(silent, 0.0026, 0.002) };

const anyHour: World = { ...silent, opened: [0, 24] };

const stresses: readonly Stress[] = [
  {
    name: '0.3 %, opened between 9 and 17 h as everywhere',
    run: (effort, count) => pool(effort, count, 'hours', silent, ourRule(silent)),
    describe: (outcomes) => `${describeDelays(outcomes, 48, silent)} late`,
  },
  {
    name: '… opened at any hour of the day',
    run: (effort, count) => pool(effort, count, 'hours', anyHour, ourRule(silent)),
    describe: (outcomes) => `${describeDelays(outcomes, 48, silent)} late`,
  },
  ...[0.008, 0.01, 0.015, 0.03].flatMap((rate): Stress[] => [
    {
      name: `0.3 %, from the 20 % stage on ${percent(rate)} %`,
      run: (effort, count) => runOnset(effort, count, rate),
      describe: afterOnset,
    },
    {
      name: '… without the window of the stage',
      run: (effort, count) => runOnset(effort, count, rate, { dividedBy: Number.MAX_VALUE }),
      describe: afterOnset,
    },
    {
      name: '… with the whole risk of the stages on this one',
      run: (effort, count) => runOnset(effort, count, rate, { dividedBy: 1 }),
      describe: afterOnset,
    },
  ]),
  {
    name: 'late reports, 0.8 %: no correction',
    run: (effort, count) => runLate(effort, count, 0.008, 0),
    describe: past,
  },
  { name: '… 6 h maturity', run: (effort, count) => runLate(effort, count, 0.008, 6), describe: past },
  {
    name: '… completeness curve',
    run: (effort, count) => runLate(effort, count, 0.008, 6, trueCurve(lateReports)),
    describe: past,
  },
  {
    name: 'late reports, 0.3 %: 6 h maturity',
    run: (effort, count) => runLate(effort, count, 0.003, 6),
    describe: lateness,
  },
  {
    name: '… completeness curve',
    run: (effort, count) => runLate(effort, count, 0.003, 6, trueCurve(lateReports)),
    describe: lateness,
  },
  {
    name: 'shared incident, both × 5 for 6 h, 0.3 %: absolute test alone',
    run: (effort, count) => runIncident(effort, count, 0.003, false),
    describe: halted,
  },
  { name: '… with the demotion', run: (effort, count) => runIncident(effort, count, 0.003), describe: lateness },
  { name: '… a bad release of 1 %', run: (effort, count) => runIncident(effort, count, 0.01), describe: haltTime },
  {
    name: 'common hourly shocks, log-sd 0.4, 0.3 %: absolute test alone',
    run: (effort, count) => pool(effort, count, 'shocks', shaken(), runWith(false, shaken())),
    describe: halted,
  },
  {
    name: '… with the demotion',
    run: (effort, count) => pool(effort, count, 'shocks', shaken(), runWith(true, shaken())),
    describe: halted,
  },
  {
    name: 'early adopters crash 1.3 × more (0.26 vs 0.2 %)',
    run: (effort, count) => pool(effort, count, 'early', early, ourRule(early)),
    describe: halted,
  },
  {
    name: '2 × worse below the limit (0.4 vs 0.2 %)',
    run: (effort, count) => pool(effort, count, 'twice', withRate(silent, 0.004, 0.002), ourRule(silent)),
    describe: haltTime,
  },
  {
    name: 'at the limit, clusters of 3: absolute test, overdispersion ignored',
    run: (effort, count) => runClustered(effort, count, 1),
    describe: halted,
  },
  { name: '… given', run: (effort, count) => runClustered(effort, count, 3), describe: halted },
  {
    name: '… estimated from the week before',
    run: (effort, count) => runClustered(effort, count, 'estimated'),
    describe: halted,
  },
];

export function makeStressTable(effort: Effort): Table {
  const count = 100;
  return {
    title: 'Stress: Android, 5 M users, production alone, this rule',
    columns: ['Scenario', 'Result'],
    rows: stresses.map(({ name, run, describe }) => [name, describe(run(effort, count))]),
    notes: [`${count * effort.scale * effort.seeds.length} rollouts per row; hours are median/p90.`],
  };
}
