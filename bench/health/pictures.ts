import { android, pool, rules, withRate } from './apps.ts';
import type { Effort } from './apps.ts';
import { isHalted } from './app-tables.ts';
import { drawChart } from './chart.ts';
import type { Series } from './chart.ts';
import { median, shareOf } from './statistics.ts';

export interface Picture {
  readonly file: string;
  readonly svg: string;
}

const users = [3_000, 10_000, 30_000, 100_000, 300_000, 1_000_000, 5_000_000];

/** What the five rules cost a good release, and how long they leave a bad one, against the size of the app. */
export function drawPictures(effort: Effort): Picture[] {
  const worlds = users.map((count) => ({ ...android, tests: [], users: count }));
  const measure = (rate: number, value: (outcomes: ReturnType<typeof pool>) => number): Series[] =>
    rules.map(({ name, rule }) => ({
      name,
      points: worlds.map((world) => ({
        x: world.users,
        y: value(pool(effort, 40, `picture ${rate} ${world.users}`, withRate(world, rate), rule(world))),
      })),
    }));
  const half = (outcomes: ReturnType<typeof pool>): number =>
    median(outcomes.map(({ haltedAt = Infinity }) => haltedAt));
  return [
    {
      file: 'false-halts.svg',
      svg: drawChart({
        title: 'Good releases that are halted',
        description:
          'Share of releases with 0.3 % crashes (limit 0.5 %) that each rule halts during one rollout, against daily users.',
        x: { title: 'sessions a day on the whole platform', ticks: users },
        y: { title: '% of good releases', ticks: [0, 20, 40, 60, 80], scale: 'linear' },
        series: measure(0.003, (outcomes) => 100 * shareOf(outcomes, isHalted)),
      }),
    },
    {
      file: 'time-to-halt.svg',
      svg: drawChart({
        title: 'Hours until a bad release is halted',
        description:
          'Median hours until each rule halts a release with 1 % crashes (limit 0.5 %), against daily users.',
        x: { title: 'sessions a day on the whole platform', ticks: users },
        y: { title: 'hours, median', ticks: [1, 3, 10, 30, 100, 336], scale: 'log' },
        series: measure(0.01, half),
      }),
    },
  ];
}
