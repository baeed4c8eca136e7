import { tagOf } from '#rollout/entries';
import { releaseOf, releases, roles, type AppStorePlatform, type PlayPlatform, type Role } from './app.ts';
import { listWorldGates, sumTallies } from './evidence.ts';
import { listPlan } from './plan.ts';
import type { GateEvidence, HourRecord, PlatformRecord, Story } from './result.ts';
import type { RehearseOptions, Seen, Stage } from './stage.ts';

/** What became of one platform, for whoever draws it. */
export function toRecord(
  { hours, stories }: Stage,
  { scenario, policy }: RehearseOptions,
  platform: PlayPlatform | AppStorePlatform,
): PlatformRecord {
  const seen = hours.get(platform.name) ?? [];
  return {
    name: platform.name,
    kind: platform.kind,
    users: scenario.users[platform.kind],
    plan: listPlan(policy, platform.policy, scenario.start),
    hours: seen.map(toHourRecord),
    stories: roles.flatMap((role): readonly Story[] => {
      const looks = stories.get(`${role} ${platform.name}`);
      if (looks === undefined) return [];
      const worldHours = seen.map(({ hour }) => hour);
      const evidence = listWorldGates(policy, platform.policy).map((gate): GateEvidence => ({
        gate: gate.policy.name,
        max: gate.policy.max,
        points: looks.map(({ at }) => ({
          at,
          ...sumTallies(
            gate,
            worldHours.filter((hour) => hour.at < at),
            releases[role].version,
            at,
            scenario,
          ),
        })),
      }));
      return [{ role, tag: tagOf(releaseOf(policy, role)), looks, evidence }];
    }),
  };
}

function toHourRecord({ hour, exposure }: Seen): HourRecord {
  const { rollout, everybody } = exposure;
  const newest = rollout ?? { version: everybody, share: 1 };
  const byRole = <T>(values: Readonly<Record<string, T>>): Partial<Record<Role, T>> =>
    Object.fromEntries(
      roles.flatMap((role) => {
        const value = values[releases[role].version];
        return value === undefined ? [] : [[role, value]];
      }),
    );
  return {
    at: hour.at,
    open: { role: roles[newest.version] ?? 'previous', share: newest.share },
    users: byRole(hour.users),
    testers: byRole(hour.testers),
    usage: byRole(Object.fromEntries(hour.usage.map((one) => [one.version, one]))),
  };
}
