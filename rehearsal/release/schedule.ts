import { randomFor } from '#rehearsal/world/draws';
import { tagOf } from '#rollout/entries';
import type { Policy } from '#rollout/policy';
import { toDoings, type Doing } from './acts.ts';
import { releaseOf, releases, type Role } from './app.ts';
import type { Ground } from './ground.ts';
import type { Scenario } from './scenario.ts';

const hourMs = 3_600_000;
const minuteMs = 60_000;
/** The example's schedule. */
const minuteOfHour = 17;

/** The opening, what the scenario has people do, and the newer release. */
export function listDoings(
  ground: Ground,
  { scenario, policy }: { readonly scenario: Scenario; readonly policy: Policy },
): readonly Doing[] {
  const open = (role: Role, after: number): readonly Doing[] => [
    {
      after,
      text: `${releases[role].version} is uploaded and opened`,
      act: () => {
        ground.upload(role);
      },
      inputs: { command: 'open', release: tagOf(releaseOf(policy, role)) },
    },
  ];
  const { next } = scenario;
  const expedite: readonly Doing[] =
    next?.expedite === true
      ? [
          {
            after: next.after + minuteMs,
            text: `somebody runs "expedite" for ${releases.next.version}`,
            inputs: { command: 'expedite', release: tagOf(releaseOf(policy, 'next')) },
          },
        ]
      : [];
  return [
    ...open('release', 0),
    ...(next === undefined ? [] : open('next', next.after)),
    ...expedite,
    ...scenario.acts.flatMap((act) => toDoings(ground, policy, act)),
  ].toSorted((one, other) => one.after - other.after);
}

/** When the schedule starts a run: late, and now and then not at all. */
export function listTicks({ start, limit, ticks }: Scenario, seed: number): readonly number[] {
  const random = randomFor(seed, 'ticks');
  const { drift, dropped, gaps } = ticks;
  return Array.from({ length: Math.floor(limit / hourMs) }, (_, hour) => {
    const lateness = random() ** 2 * drift;
    const isDropped = random() < dropped;
    const at = start + hour * hourMs + minuteOfHour * minuteMs + Math.round(lateness);
    const isInGap = gaps.some(({ after, lasts }) => at >= start + after && at < start + after + lasts);
    return isDropped || isInGap ? [] : [at];
  }).flat();
}
