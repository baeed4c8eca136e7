import type { Change, WorldSettings } from '#rehearsal/world/settings';
import { releases, roles, type AppStorePlatform, type PlayPlatform } from './app.ts';
import type { Scenario } from './scenario.ts';

/**
 * A scenario as the world takes it.
 * @param lead milliseconds from the world's beginning to the opening of the release
 */
export function toWorldSettings(
  { versions, users, testers, adoption, changes }: Scenario,
  platforms: readonly (PlayPlatform | AppStorePlatform)[],
  { seed, lead }: { readonly seed: number; readonly lead: number },
): WorldSettings {
  const known = roles.flatMap((role) => {
    const rates = versions[role];
    return rates === undefined ? [] : [{ version: releases[role].version, rates }];
  });
  return {
    seed,
    platforms: platforms.map(({ name, kind }) => {
      const tracks = Object.entries(testers).filter(
        ([track]) => (track === 'testflight' ? 'ios' : track.startsWith('wear:') ? 'wear' : 'android') === kind,
      );
      return {
        name,
        store: kind === 'ios' ? 'app-store' : 'google-play',
        users: users[kind],
        testers: Object.fromEntries(tracks),
        adoption,
      };
    }),
    versions: known,
    changes: changes.flatMap(({ on, of, at, ...change }): readonly Change[] => {
      const common = {
        ...change,
        ...(of === undefined ? {} : { version: releases[of].version }),
        at: 'after' in at ? { after: lead + at.after } : at,
      };
      if (on === undefined) return [common];
      return platforms.filter(({ kind }) => kind === on).map(({ name }) => ({ ...common, platform: name }));
    }),
  };
}
