import { weighHour } from './activity.ts';
import { randomFor } from './draws.ts';
import { countTesters, countUsers, createPopulation, update, type Exposure, type Population } from './population.ts';
import type { Reached } from './rates.ts';
import type { PlatformSettings, WorldSettings } from './settings.ts';
import { addUsage, use, type Usage } from './usage.ts';

const hourMs = 3_600_000;

/** The users of an app on one platform, hour by hour. Plain data: the same beginning and the same exposures make the same end. */
export interface PlatformWorld {
  readonly settings: WorldSettings;
  readonly platform: PlatformSettings;
  /** When it began, milliseconds since the epoch; a whole hour. */
  readonly beganAt: number;
  /** The hour that comes next. */
  readonly now: number;
  readonly population: Population;
  readonly reached: readonly Reached[];
}

/** One hour that is over. */
export interface WorldHour {
  /** Its begin, milliseconds since the epoch. */
  readonly at: number;
  /** Of the users, testers apart: those who have the version at its end. */
  readonly users: Readonly<Record<string, number>>;
  readonly testers: Readonly<Record<string, number>>;
  /** Of users and testers together, by version. Versions that nobody has are left out. */
  readonly usage: readonly Usage[];
  /** Of testers alone. */
  readonly testing: readonly Usage[];
}

export function createPlatformWorld(settings: WorldSettings, name: string, beganAt: number): PlatformWorld {
  const platform = settings.platforms.find((one) => one.name === name);
  if (platform === undefined) throw new Error(`The world has no platform ${name}.`);
  const population = createPopulation(platform, settings.versions.length);
  return { settings, platform, beganAt, now: beganAt, population, reached: [] };
}

/** Lets one hour pass, in which the store gives to users what `exposure` says. */
export function passHour(
  world: PlatformWorld,
  exposure: Exposure,
): { readonly world: PlatformWorld; readonly hour: WorldHour } {
  const { settings, platform, now } = world;
  const since = now - world.beganAt;
  const weight = weighHour(now);
  const random = randomFor(settings.seed, 'updates', platform.name, since);
  const population = update(world.population, exposure, platform, weight, random);
  const reached = noteReached(world.reached, settings, exposure, since);
  const moment = { since, reached };
  const names = settings.versions.map(({ version }) => version);
  const usages = names.map((version, index) => {
    const common = { platform: platform.name, version };
    const [users, testers] = [countUsers(population, index), countTesters(population, index)];
    const own = use(settings, { ...common, users, who: 'users' }, moment, weight);
    const test = use(settings, { ...common, users: testers, who: 'testers' }, moment, weight);
    return { version, users, testers, all: addUsage(own, test), test };
  });
  return {
    world: { ...world, now: now + hourMs, population, reached },
    hour: {
      at: now,
      users: Object.fromEntries(usages.map(({ version, users }) => [version, users])),
      testers: Object.fromEntries(usages.map(({ version, testers }) => [version, testers])),
      usage: usages.filter(({ users, testers }) => users + testers > 0).map(({ all }) => all),
      testing: usages.filter(({ testers }) => testers > 0).map(({ test }) => test),
    },
  };
}

/** A share that is reached is remembered: what begins with it does not end when it is halted. */
function noteReached(
  known: readonly Reached[],
  { versions }: WorldSettings,
  { rollout, everybody }: Exposure,
  since: number,
): readonly Reached[] {
  const now = [
    { version: versions[everybody]?.version ?? '', share: 1 },
    ...(rollout === undefined ? [] : [{ version: versions[rollout.version]?.version ?? '', share: rollout.share }]),
  ];
  const fresh = now.filter(
    ({ version, share }) => !known.some((one) => one.version === version && one.share >= share - 1e-9),
  );
  return fresh.length === 0 ? known : [...known, ...fresh.map((one) => ({ ...one, since }))];
}
