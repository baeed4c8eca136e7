import { unitsToProve } from '#health/sample-size';
import { limit, ourRule, pool, smallApp, withRate } from './apps.ts';
import type { Effort } from './apps.ts';
import { isHalted, leftFirstStage } from './app-tables.ts';
import { gradedAndLearned, proofEverywhere, runGraded } from './graded.ts';
import { createRandom } from './random.ts';
import type { Random } from './random.ts';
import { median, quantile, shareOf } from './statistics.ts';
import {
  hoursSinceOnset,
  lateReports,
  runIncident,
  runLate,
  runOnset,
  silent,
  slowPlan,
  trueCurve,
} from './stress-table.ts';
import { countNotFinite, timeLook } from './timing.ts';
import { number, percent } from '../table.ts';
import type { Table } from '../table.ts';
import { countToFindWorse, countToHalt, countToPromote } from './unit-runs.ts';
import type { World } from './world.ts';

/** One promise in numbers. `observe` gives one value per line of `bounds`, each of which may not be exceeded. */
interface Goal {
  readonly id: string;
  readonly text: string;
  readonly bounds: readonly number[];
  readonly observe: (effort: Effort) => readonly number[];
  readonly format: (value: number, index: number) => string;
  /** What would have to be given up where a bound is not kept. */
  readonly price: string;
}

const inPercent = (value: number): string => `${percent(value, 2)} %`;
const inHours = (value: number): string => `${value} h`;

function falseHalts(effort: Effort, world: World, rate: number, previous: number, phi: number, count: number): number {
  const spread = { ...withRate(world, rate, previous), phi };
  return shareOf(
    pool(effort, count, `false halts ${rate} ${previous} ${phi} ${world.users}`, spread, ourRule(spread)),
    isHalted,
  );
}

function units(effort: Effort, name: string, count: number, draw: (random: Random) => number | undefined): number[] {
  return effort.seeds.flatMap((seed) => {
    const random = createRandom(seed, name);
    return Array.from({ length: Math.max(20, Math.round(count * effort.scale)) }, () => draw(random) ?? Infinity);
  });
}

function medianAndP90(values: readonly number[]): [number, number] {
  return [median(values), quantile(values, 0.9)];
}

const small = { ...smallApp, tests: [] };

const goals: readonly Goal[] = [
  {
    id: '1',
    text: 'False halts at the limit, hourly looks, overdispersion 1 and 3',
    bounds: [0.01, 0.01],
    observe: (effort) => [1, 3].map((phi) => falseHalts(effort, silent, 0.005, 0.005, phi, 1_000)),
    format: inPercent,
    price: 'a larger falseHaltRisk',
  },
  {
    id: '2a',
    text: 'False halts at 0.9 of the limit: 5 M and 10,000 users, overdispersion 1 and 3',
    bounds: [0.005, 0.005, 0.005, 0.005],
    observe: (effort) => eachSize(effort, 0.0045),
    format: inPercent,
    price: 'a smaller falseHaltRisk, so slower halts',
  },
  {
    id: '2b',
    text: 'The same at 0.6 of the limit',
    bounds: [0.002, 0.002, 0.002, 0.002],
    observe: (effort) => eachSize(effort, 0.003),
    format: inPercent,
    price: 'a smaller falseHaltRisk, so slower halts',
  },
  ...(
    [
      [2, 4_000, 7_500],
      [4, 600, 1_200],
      [10, 120, 230],
      [1.6, 10_500, 18_500],
    ] as const
  ).map(([factor, middle, most]): Goal => ({
    id: '3',
    text: `Units to halt ${factor} × the limit, median and p90`,
    bounds: [middle, most],
    observe: (effort) =>
      medianAndP90(units(effort, `halt ${factor}`, 20_000, (random) => countToHalt(factor * limit, limit, random))),
    format: number,
    price: 'a larger falseHaltRisk, or fewer gates that share it',
  })),
  {
    id: '4',
    text: '5 M users: 1 % halted, hours p90; users updated (median); left the first stage',
    bounds: [8, 0.01, 0.01],
    observe(effort) {
      const outcomes = pool(effort, 1_000, 'goal 4', withRate(silent, 0.01), ourRule(silent));
      const hours = outcomes.map(({ haltedAt = Infinity }) => haltedAt);
      return [quantile(hours, 0.9), median(outcomes.map(({ updated }) => updated)), shareOf(outcomes, leftFirstStage)];
    },
    format: (value, index) => (index === 0 ? inHours(value) : inPercent(value)),
    price: 'a larger falseHaltRisk (each doubling saves about a tenth of the units), or a larger first stage',
  },
  ...(
    [
      [0.6, 1_700, 4_000],
      [0.9, 4_500, 11_000],
    ] as const
  ).map(([factor, middle, most]): Goal => ({
    id: '5',
    text: `Units to promote ${factor} × the limit, median and p90`,
    bounds: [middle, most],
    observe: (effort) =>
      medianAndP90(
        units(effort, `promote ${factor}`, 2_000, (random) => countToPromote(factor * limit, limit, random)),
      ),
    format: number,
    price: 'a larger margin or falsePromotionRisk',
  })),
  {
    id: '5',
    text: 'Units to promote without a bad one, exactly',
    bounds: [581],
    observe: () => [unitsToProve(0, 1.5 * limit, Math.log(20))],
    format: number,
    price: 'a larger margin or falsePromotionRisk',
  },
  {
    id: '6',
    text: 'Ever promoted although at 1.5 × the limit, and at 1.6 ×',
    bounds: [0.05, 0.01],
    observe: (effort) =>
      [1.5, 1.6].map((factor) => {
        const world = withRate(silent, factor * limit, factor * limit);
        return shareOf(pool(effort, 500, `goal 6 ${factor}`, world, ourRule(world)), leftFirstStage);
      }),
    format: inPercent,
    price: 'a smaller falsePromotionRisk, so later raises',
  },
  ...(
    [
      ['7', silent, 'another first stage: more users, or graded evidence'],
      [
        '7b',
        { ...silent, opened: [0, 24] },
        'opening by day, as people do: by night six hours at 5 % are too few users; or graded evidence (4.8a)',
      ],
    ] as const
  ).map(([id, base, price]): Goal => ({
    id,
    text: `5 M users, 0.3 %, opened between ${base.opened.join(' and ')} h: late at all (overdispersion 1); median hours late (3)`,
    bounds: [0.1, 1],
    observe(effort) {
      const lateness = (phi: number): number[] => {
        const world = { ...base, phi };
        const outcomes = pool(effort, 500, `goal 7 ${phi}`, world, ourRule(world));
        return outcomes.map(({ begun }) => (begun[4] ?? Infinity) - 48);
      };
      return [shareOf(lateness(1), (hours) => hours > 0), median(lateness(3))];
    },
    format: (value, index) => (index === 1 ? inHours(value) : inPercent(value)),
    price,
  })),
  {
    id: '8',
    text: 'Begins with the 20 % stage: 1 % and 0.8 % found, hours p90',
    bounds: [2, 5],
    observe: (effort) => [0.01, 0.008].map((rate) => quantile(hoursSinceOnset(runOnset(effort, 500, rate)), 0.9)),
    format: inHours,
    price:
      'another hour of the day: opened between 9 and 17 h this plan enters the 20 % stage by night; the whole risk of the stages on that one would do for 0.8 % only (table "Stress")',
  },
  {
    id: '8b',
    text: 'The same on the plan that the goal was set for (6/12/24/24 h, opened at any hour)',
    bounds: [2, 5],
    observe: (effort) =>
      [0.01, 0.008].map((rate) => quantile(hoursSinceOnset(runOnset(effort, 500, rate, { plan: slowPlan })), 0.9)),
    format: inHours,
    price: 'a larger share of the risk for the stages, taken from the whole rollout',
  },
  {
    id: '9',
    text: 'Shared incident × 5 for 6 h: false halts; late reports with a curve: 0.8 % left the first stage',
    bounds: [0.02, 0.01],
    observe: (effort) => [
      shareOf(runIncident(effort, 500, 0.003), isHalted),
      shareOf(runLate(effort, 500, 0.008, 6, trueCurve(lateReports)), leftFirstStage),
    ],
    format: inPercent,
    price: 'demotion at less than ten bad units of the previous version; a maturity lag beside the curve',
  },
  {
    id: '10',
    text: 'Units to find 3 × and 2 × the previous 0.3 % at a share of 5 % (median)',
    bounds: [4_500, 35_000],
    observe: (effort) =>
      [3, 2].map((factor) =>
        median(
          units(effort, `worse ${factor}`, 300, (random) =>
            countToFindWorse(factor * 0.003, 0.003, random, factor === 3 ? 50 : 250),
          ),
        ),
      ),
    format: number,
    price: 'a tolerated ratio nearer to 1, so false halts from early adopters',
  },
  {
    id: '4.8a',
    text: '1 M daily users, graded and learned: hours behind the plan at 10/20/50/100 % (median)',
    bounds: [1, 1, 1, 1],
    observe: (effort) => {
      const raises = runGraded(effort, 60, 1_000_000, gradedAndLearned).raises();
      return raises.map((hours, index) => hours - ([6, 12, 24, 48][index] ?? 0));
    },
    format: inHours,
    price: 'screened(4x) for the first raise: fewer units, so a release four to five times too bad could pass',
  },
  {
    id: '4.8b',
    text: 'Sessions that graded and learned evidence gives to 1 %, as a share of proof everywhere (median)',
    bounds: [1.1],
    observe: (effort) => [
      runGraded(effort, 400, 1_000_000, gradedAndLearned).sessions(0.01) /
        runGraded(effort, 400, 1_000_000, proofEverywhere).sessions(0.01),
    ],
    format: (value) => value.toFixed(2),
    price: 'proof before the second raise',
  },
  {
    id: '12',
    text: 'Not finite for 10^9 units and fractional counts (cases); ms per gate and look, 336 buckets, all that is shown',
    bounds: [0, 1],
    observe: () => [countNotFinite(), timeLook(336)],
    format: (value) => String(Number(value.toFixed(3))),
    price: 'coarser buckets for old hours',
  },
];

function eachSize(effort: Effort, rate: number): number[] {
  return [silent, small].flatMap((world) =>
    [1, 3].map((phi) => falseHalts(effort, world, rate, 0.003, phi, world === small ? 500 : 2_000)),
  );
}

export interface GoalResults {
  readonly table: Table;
  readonly missed: number;
}

/** Every goal on every seed by itself. A short run has too few rollouts to be judged by. */
export function checkGoals(effort: Effort, report: (line: string) => void): GoalResults {
  const judged = effort.scale >= 1;
  let missed = 0;
  const rows = goals.map(({ id, text, bounds, observe, format, price }) => {
    const perSeed = effort.seeds.map((seed) => observe({ ...effort, seeds: [seed] }));
    const met = perSeed.every((values) => values.every((value, index) => value <= (bounds[index] ?? Infinity)));
    if (judged && !met) missed += 1;
    const fate = !judged ? 'not judged' : met ? 'met' : `NOT met; it would take ${price}`;
    report(`goal ${id}: ${fate}`);
    return [id, text, bounds.map(format).join('; '), ...perSeed.map((values) => values.map(format).join('; ')), fate];
  });
  return {
    missed,
    table: {
      title: 'Goals',
      columns: ['#', 'Goal', 'At most', ...effort.seeds.map((seed) => `Seed ${seed}`), ''],
      rows,
    },
  };
}
