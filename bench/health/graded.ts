import { learnCurve } from '#health/completeness';
import type { Curve, Snapshot } from '#health/completeness';
import type { Gate } from '#health/parameters';
import type { RaiseNeed } from '#health/verdict';
import { android, crashGate, parametersOf, repeat, withRate } from './apps.ts';
import type { Effort } from './apps.ts';
import { createRandom } from './random.ts';
import { ours } from './rules.ts';
import { median, shareOf } from './statistics.ts';
import { number, percent } from '../table.ts';
import type { Table } from '../table.ts';
import { simulate } from './world.ts';
import type { Outcome, Rule, World } from './world.ts';

const proven: RaiseNeed = { kind: 'proven' };
const gradedNeeds: readonly RaiseNeed[] = [
  { kind: 'screened', factor: 5 },
  { kind: 'screened', factor: 3 },
  proven,
  proven,
  proven,
];
const hour = 3_600_000;

/** Half of the crashes are reported at once, the others 6 h later in the mean; one session a day and user. */
function worldOf(dailyUsers: number, needs: readonly RaiseNeed[]): World {
  return {
    ...android,
    tests: [],
    users: dailyUsers,
    phi: 1.5,
    delay: { atOnce: 0.5, mean: 6 },
    stages: android.stages.map((stage, index) => ({ ...stage, evidence: needs[index] ?? proven })),
  };
}

export interface Variant {
  readonly name: string;
  readonly needs: readonly RaiseNeed[];
  readonly learned: boolean;
}

export const proofEverywhere: Variant = {
  name: 'proof everywhere, 6 h maturity',
  needs: android.stages.map(() => proven),
  learned: false,
};
export const gradedAndLearned: Variant = { name: 'graded, learned curve', needs: gradedNeeds, learned: true };
const variants = [
  proofEverywhere,
  { name: 'graded, 6 h maturity', needs: gradedNeeds, learned: false },
  gradedAndLearned,
];

/**
 * Learns from the version before, which everybody has: every bucket of its last days as it was seen every six hours. A
 * small app takes longer, since it needs as many crashes.
 */
function learnFromPast(dailyUsers: number, seed: number): Curve | undefined {
  const needed = Math.min(60, Math.max(4, Math.ceil(200_000 / dailyUsers))) * 24;
  const world: World = {
    ...worldOf(dailyUsers, [proven]),
    adoption: 0,
    stages: [{ exposure: 1, soak: needed + 72, evidence: proven }],
    horizon: needed + 72,
  };
  const snapshots: Snapshot[] = [];
  const watch: Rule = ({ buckets, now }) => {
    if ((now / hour) % 6 === 0)
      for (const bucket of buckets.slice(-72)) snapshots.push({ bucket: { ...bucket }, seenAt: now });
    return 'hold';
  };
  simulate(world, watch, createRandom(seed, `curve ${dailyUsers}`));
  return learnCurve(snapshots);
}

export interface GradedCell {
  /** Hours at which 10, 20, 50 and 100 % are reached by a healthy release (median). */
  readonly raises: () => readonly number[];
  readonly arrived: () => number;
  /** Sessions on the new version until the halt; NaN when some were never halted. */
  readonly sessions: (rate: number) => number;
  readonly passed: (rate: number, stage: number) => number;
  readonly halted: (rate: number) => number;
}

/** One variant at one size: what a good release reaches when, and what a bad one costs. */
export function runGraded(effort: Effort, count: number, dailyUsers: number, variant: Variant): GradedCell {
  const world = worldOf(dailyUsers, variant.needs);
  const gate: Gate = { ...crashGate(1.5), maturity: 6 * hour };
  const cache = new Map<number, Outcome[]>();
  const run = (rate: number): Outcome[] => {
    const known = cache.get(rate);
    if (known !== undefined) return known;
    const outcomes = effort.seeds.flatMap((seed) => {
      const curve = variant.learned ? learnFromPast(dailyUsers, seed) : undefined;
      const rule = ours(gate, { ...parametersOf(gate, world), maxHold: Infinity }, curve);
      return repeat(
        Math.max(5, Math.round(count * effort.scale)),
        seed,
        `graded ${dailyUsers} ${rate}`,
        withRate(world, rate),
        rule,
      );
    });
    cache.set(rate, outcomes);
    return outcomes;
  };
  return {
    raises: () => [1, 2, 3, 4].map((stage) => median(run(0.003).map(({ begun }) => begun[stage] ?? Infinity))),
    arrived: () => shareOf(run(0.003), ({ begun }) => begun.length === world.stages.length),
    sessions: (rate) => median(run(rate).map(({ haltedAt, units }) => (haltedAt === undefined ? Infinity : units))),
    passed: (rate, stage) => shareOf(run(rate), ({ begun }) => begun.length > stage),
    halted: (rate) => shareOf(run(rate), ({ haltedAt }) => haltedAt !== undefined),
  };
}

const sizes = [1_000_000, 100_000, 20_000, 3_000] as const;

export function makeGradedTable(effort: Effort): Table {
  const count = 40;
  const hours = (value: number): string => (Number.isFinite(value) ? String(value) : 'not');
  const sessions = (value: number): string => (Number.isFinite(value) ? number(value) : 'not halted');
  return {
    title: 'Graded evidence and learned completeness',
    columns: [
      'Daily users',
      'Variant',
      '0.3 %: 10/20/50/100 % reached at h',
      'arrived %',
      '1 %: sessions until the halt',
      '0.75 %',
      '2.5 %',
      '1 %: got a first raise / passed 20 %, %',
      '2.5 %: got a first raise, %',
    ],
    rows: sizes.flatMap((size) =>
      variants.map((variant) => {
        const cell = runGraded(effort, count, size, variant);
        return [
          number(size),
          variant.name,
          cell.raises().map(hours).join('/'),
          percent(cell.arrived(), 0),
          ...[0.01, 0.0075, 0.025].map((rate) => sessions(cell.sessions(rate))),
          `${percent(cell.passed(0.01, 1))} / ${percent(cell.passed(0.01, 3))}`,
          percent(cell.passed(0.025, 1)),
        ];
      }),
    ),
    notes: [
      `${count * effort.scale * effort.seeds.length} rollouts per cell, medians; within 336 h; crashes half at once and half 6 h later in the mean, overdispersion 1.5, previous version 0.3 %. "not": more than half never get there in time; there "on-insufficient" speaks.`,
    ],
  };
}
