import { backend, comparePrevious, defineGate } from '#health/parameters';
import { limit, pool, withRate } from './apps.ts';
import type { Effort } from './apps.ts';
import { minimumSample, naive, ours, sprt, wilson } from './rules.ts';
import { median, quantile, shareOf } from './statistics.ts';
import { percent } from '../table.ts';
import type { Table } from '../table.ts';
import type { Outcome, Rule, World } from './world.ts';

const step = 15_000;
const proven = { kind: 'proven' } as const;

/** 1, 10, 50 and 100 % for 5, 3, 3 and 3 minutes; looked at every 15 s. */
function backendAt(requestsPerSecond: number): World {
  return {
    step,
    tests: [],
    stages: [0.01, 0.1, 0.5, 1].map((exposure, index) => ({ exposure, soak: index === 0 ? 20 : 12, evidence: proven })),
    users: requestsPerSecond * 15,
    unitsPerUser: 1,
    diurnal: 0,
    opened: [9, 17],
    adoption: 0,
    rate: () => 0.003,
    previousRate: () => 0.003,
    phi: 1,
    horizon: 600,
  };
}

const plannedSteps = 44;

function backendRule({ stages, phi }: World): Rule {
  const gate = defineGate('backend', {
    name: 'errors',
    unit: 'request',
    limit,
    overdispersion: { value: phi, origin: 'given' },
    comparison: comparePrevious(limit),
    maturity: 0,
  });
  return ours(gate, { ...backend, stages: stages.length, gates: [gate] });
}

const rules: readonly { readonly name: string; readonly rule: (world: World) => Rule }[] = [
  { name: 'naive point', rule: () => naive(limit) },
  { name: 'minimum 1,000', rule: () => minimumSample(limit, 1_000) },
  { name: 'Wilson 95 %', rule: () => wilson(limit) },
  { name: 'SPRT 0.5 / 1 %', rule: () => sprt(limit) },
  { name: 'this rule', rule: backendRule },
];

export function makeBackendTables(effort: Effort): Table[] {
  const rows = [1, 3].flatMap((phi) =>
    rules.map(({ name, rule }) =>
      compare(effort, `${name}, overdispersion ${phi}`, rule, { ...backendAt(2_000), phi }),
    ),
  );
  const slow = compare(effort, 'this rule, 50 requests/s, overdispersion 1', backendRule, backendAt(50));
  return [
    {
      title: 'Backend, 2,000 requests/s, 1/10/50/100 % for 5/3/3/3 min, looked at every 15 s',
      columns: [
        'Rule',
        'false halts % at 0.3 %',
        '0.45 %',
        '1 %: s, failed requests',
        '2 %',
        '5 %',
        '0.8 % stopped at 1 %, %',
        '0.3 % late: %, s',
        '0.3 % timed out, %',
      ],
      rows: [...rows, slow],
      notes: [
        'Two tests can halt, risk 0.1 % in all; 30 min without evidence end it (timed out). Seconds are median/p90 from the first request; failed requests the median until then.',
      ],
    },
  ];
}

function compare(effort: Effort, name: string, rule: (world: World) => Rule, base: World): string[] {
  const run = (rate: number): Outcome[] =>
    pool(effort, 100, `backend ${name} ${rate}`, withRate(base, rate), rule(base));
  const good = run(0.003);
  const arrived = good.filter(({ begun }) => begun.length === base.stages.length);
  const delays = arrived.map(({ begun }) => (Math.max(0, (begun.at(-1) ?? 0) - plannedSteps) * step) / 1_000);
  const late =
    arrived.length === 0
      ? 'none arrived'
      : `${percent(
          shareOf(delays, (delay) => delay > 0),
          0,
        )} %, ${median(delays)}/${quantile(delays, 0.9)}`;
  const stopped = ({ haltedAt, timedOut, begun }: Outcome): boolean =>
    (haltedAt !== undefined || timedOut) && begun.length === 1;
  return [
    name,
    percent(shareOf(good, ({ haltedAt }) => haltedAt !== undefined)),
    percent(shareOf(run(0.0045), ({ haltedAt }) => haltedAt !== undefined)),
    ...[0.01, 0.02, 0.05].map((rate) => describeHalts(run(rate))),
    percent(shareOf(run(0.008), stopped)),
    late,
    percent(shareOf(good, ({ timedOut }) => timedOut)),
  ];
}

function describeHalts(outcomes: readonly Outcome[]): string {
  const stopped = outcomes.filter(({ haltedAt }) => haltedAt !== undefined);
  if (stopped.length === 0) return 'none';
  const seconds = stopped.map(({ haltedAt = Number.NaN }) => (haltedAt * step) / 1_000);
  const all = stopped.length === outcomes.length ? '' : `${percent(stopped.length / outcomes.length)} %: `;
  return `${all}${median(seconds)}/${quantile(seconds, 0.9)}s, ${Math.round(median(stopped.map(({ badUnits }) => badUnits)))}`;
}
