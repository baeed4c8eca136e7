import { android, ios, ourRule, plannedHours, pool, rules, smallApp, withRate } from './apps.ts';
import type { Effort } from './apps.ts';
import { median, quantile, shareOf } from './statistics.ts';
import { percent } from '../table.ts';
import type { Table } from '../table.ts';
import type { Outcome, World } from './world.ts';

/** The five rules and this one on the plan 0/6/12/24/48 h, and for the other apps. */
export function makeAppTables(effort: Effort): Table[] {
  const silent = { ...android, tests: [] };
  return [
    ...[1, 3].flatMap((phi) => [
      compareRules(effort, 100, `Android, 5 M users, test stages of 24 h and 48 h in front, overdispersion ${phi}`, {
        ...android,
        phi,
      }),
      compareRules(effort, 100, `The same with silent testers: production alone, overdispersion ${phi}`, {
        ...silent,
        phi,
      }),
    ]),
    ...[1, 3].map((phi) =>
      compareRules(effort, 30, `Small app, 10,000 users, overdispersion ${phi}`, { ...smallApp, tests: [], phi }),
    ),
    makeSmallPlans(effort),
    compareRules(
      effort,
      60,
      'iOS, 3 M users, 1/2/5/10/20/50/100 % daily, a hold pauses, overdispersion 1',
      { ...ios, tests: [] },
      144,
    ),
  ];
}

function compareRules(effort: Effort, count: number, title: string, world: World, planned = plannedHours): Table {
  const rows = rules.map(({ name, rule }) => {
    const run = (rate: number, previous = 0.003): Outcome[] =>
      pool(effort, count, `${title} ${rate} ${previous}`, withRate(world, rate, previous), rule(world));
    const [good, border, atLimit] = [run(0.003), run(0.0045), run(0.005, 0.005)];
    const bad = [0.008, 0.01, 0.02, 0.05].map((rate) => run(rate));
    return [
      name,
      ...[good, border, atLimit].map((outcomes) => percent(shareOf(outcomes, isHalted))),
      ...bad.map(describeHalts),
      percent(shareOf(bad[0] ?? [], leftFirstStage)),
      describeDelays(good, planned, world),
      describeDelays(border, planned, world),
    ];
  });
  return {
    title,
    columns: [
      'Rule',
      'false halts % at 0.3 %',
      '0.45 %',
      '0.5 %',
      '0.8 % halted: h, users',
      '1 %',
      '2 %',
      '5 %',
      '0.8 % left first stage, %',
      '0.3 % late: %, h',
      '0.45 % late',
    ],
    rows,
    notes: [
      `${count * effort.scale * effort.seeds.length} rollouts per cell; previous version 0.3 % (0.5 % beside 0.5 %); hours are median/p90 from the first production exposure (below 0: on a test track), users the median share that had been updated; late: behind the plan, of those that arrived.`,
    ],
  };
}

/** A small app cannot prove anything at 5 %: the cure is the plan. */
function makeSmallPlans(effort: Effort): Table {
  const proven = { kind: 'proven' } as const;
  const plans = [
    { name: '5/10/20/50/100 %', stages: smallApp.stages },
    {
      name: '20/50/100 %',
      stages: [
        { exposure: 0.2, soak: 24, evidence: proven },
        { exposure: 0.5, soak: 24, evidence: proven },
        { exposure: 1, soak: 48, evidence: proven },
      ],
    },
    {
      name: '50/100 %',
      stages: [
        { exposure: 0.5, soak: 48, evidence: proven },
        { exposure: 1, soak: 48, evidence: proven },
      ],
    },
  ];
  return {
    title: 'Small app, 10,000 users: other plans, this rule, overdispersion 1',
    columns: ['Plan', '0.3 % late: %, h', '1 % halted: %; h, users', '2 %', '1 % left first stage, %'],
    rows: plans.map(({ name, stages }) => {
      const world = { ...smallApp, tests: [], stages };
      const run = (rate: number): Outcome[] =>
        pool(effort, 50, `plans ${name} ${rate}`, withRate(world, rate), ourRule(world));
      const bad = run(0.01);
      return [
        name,
        describeDelays(run(0.003), plannedHours, world),
        describeHalts(bad),
        describeHalts(run(0.02)),
        percent(shareOf(bad, leftFirstStage)),
      ];
    }),
  };
}

export function isHalted({ haltedAt }: Outcome): boolean {
  return haltedAt !== undefined;
}

export function leftFirstStage({ begun }: Outcome): boolean {
  return begun.length > 1;
}

/** `6/9h 0.77%`, with the share that was halted in front where it was not every one. */
function describeHalts(outcomes: readonly Outcome[]): string {
  const halted = outcomes.filter(isHalted);
  if (halted.length === 0) return 'none';
  const hours = halted.map(({ haltedAt = Number.NaN }) => haltedAt);
  const all = halted.length === outcomes.length ? '' : `${percent(halted.length / outcomes.length)} %; `;
  return `${all}${median(hours)}/${quantile(hours, 0.9)}h ${percent(median(halted.map(({ updated }) => updated)), 2)}%`;
}

/** `7 %, 0/1h`: how many were late at all, and median/p90 of the lateness, of those that arrived at the last stage. */
export function describeDelays(outcomes: readonly Outcome[], planned: number, world: World): string {
  const arrived = outcomes.filter(({ begun }) => begun.length === world.stages.length);
  if (arrived.length === 0) return 'none arrived';
  const delays = arrived.map(({ begun }) => Math.max(0, (begun.at(-1) ?? 0) - planned));
  const lost = arrived.length === outcomes.length ? '' : ` (${percent(arrived.length / outcomes.length, 0)} % arrive)`;
  return `${percent(
    shareOf(delays, (delay) => delay > 0),
    0,
  )} %, ${median(delays)}/${quantile(delays, 0.9)}h${lost}`;
}
