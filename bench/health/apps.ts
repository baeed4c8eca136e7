import { comparePrevious, countHaltingTests, defineGate, mobile } from '#health/parameters';
import type { Gate, Parameters } from '#health/parameters';
import { createRandom } from './random.ts';
import { minimumSample, naive, ours, sprt, wilson } from './rules.ts';
import { simulate } from './world.ts';
import type { Outcome, Rule, World } from './world.ts';

const hour = 3_600_000;
export const limit = 0.005;
const proven = { kind: 'proven' } as const;

/** 0/6/12/24/48 h: 5, 10, 20, 50 and 100 %, each stage at least until the next hour of the plan, two days more at 100 %. */
const production = [
  { exposure: 0.05, soak: 6, evidence: proven },
  { exposure: 0.1, soak: 6, evidence: proven },
  { exposure: 0.2, soak: 12, evidence: proven },
  { exposure: 0.5, soak: 24, evidence: proven },
  { exposure: 1, soak: 48, evidence: proven },
];

/** The hour of the plan at which everybody has the new version. */
export const plannedHours = 48;

/** 5 million installed, 40 % of them active a day, 2.5 sessions each; the previous version at 0.3 %. */
export const android: World = {
  step: hour,
  tests: [
    { testers: 100, soak: 24 },
    { testers: 10_000, soak: 48 },
  ],
  stages: production,
  users: 5_000_000,
  unitsPerUser: 1 / 24,
  diurnal: 0.6,
  opened: [9, 17],
  adoption: 36,
  rate: () => 0.003,
  previousRate: () => 0.003,
  phi: 1,
  horizon: 336,
};

/** A small app has few testers, too. */
export const smallApp: World = {
  ...android,
  users: 10_000,
  tests: [
    { testers: 20, soak: 24 },
    { testers: 200, soak: 48 },
  ],
};

/** The store raises every day; a hold pauses it (the strict policy). */
export const ios: World = {
  ...android,
  users: 3_000_000,
  tests: [{ testers: 100, soak: 24 }],
  stages: [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1].map((exposure, index) => ({
    exposure,
    soak: index === 6 ? 48 : 24,
    evidence: proven,
  })),
};

/** The crash gate beside an ANR gate: four tests can halt. Data come at once here, so every bucket is complete. */
export function crashGate(phi: number): Gate {
  return defineGate('mobile', {
    name: 'crash',
    unit: 'session',
    limit,
    overdispersion: { value: phi, origin: 'given' },
    comparison: comparePrevious(limit),
    maturity: 0,
  });
}

export function parametersOf(gate: Gate, world: World): Parameters {
  const parameters = {
    ...mobile,
    stages: world.tests.length + world.stages.length,
    gates: [gate, { ...gate, name: 'anr' }],
  };
  if (countHaltingTests(parameters.gates) !== 4) throw new Error('the tables assume four tests that can halt');
  return parameters;
}

export function ourRule(world: World, phi = world.phi): Rule {
  const gate = crashGate(phi);
  return ours(gate, parametersOf(gate, world));
}

/** The rules side by side; ours last. */
export const rules: readonly { readonly name: string; readonly rule: (world: World) => Rule }[] = [
  { name: 'naive point', rule: () => naive(limit) },
  { name: 'minimum 100', rule: () => minimumSample(limit, 100) },
  { name: 'minimum 1,000', rule: () => minimumSample(limit, 1_000) },
  { name: 'Wilson 95 %', rule: () => wilson(limit) },
  { name: 'SPRT 0.5 / 1 %', rule: () => sprt(limit) },
  { name: 'this rule', rule: (world) => ourRule(world) },
];

/** How much of the whole is run: pooled over `seeds`, `scale` times the usual numbers. */
export interface Effort {
  readonly seeds: readonly number[];
  readonly scale: number;
}

/** `count` rollouts of one seed; the same for the same seed and name, in whatever order the tables are made. */
export function repeat(count: number, seed: number, name: string, world: World, rule: Rule): Outcome[] {
  const random = createRandom(seed, name);
  return Array.from({ length: count }, () => simulate(world, rule, random));
}

/** `count` rollouts of each seed. */
export function pool({ seeds, scale }: Effort, count: number, name: string, world: World, rule: Rule): Outcome[] {
  return seeds.flatMap((seed) => repeat(Math.max(5, Math.round(count * scale)), seed, name, world, rule));
}

export function withRate(world: World, rate: number, previous = 0.003): World {
  return { ...world, rate: () => rate, previousRate: () => previous };
}
