import { drawBinomial, drawClustered, drawPoisson, randomFor } from './draws.ts';
import { rateOf, type Moment } from './rates.ts';
import { activeHours, activeShare, clustering, sessionsPerHour, type Measure, type WorldSettings } from './settings.ts';

/** What users of one version did in one hour. */
export interface Usage {
  readonly version: string;
  /** Users who opened the app. */
  readonly userHours: number;
  readonly sessions: number;
  /** Of sessions. */
  readonly crashes: number;
  /** Of users. */
  readonly anrs: number;
  /** With a text. */
  readonly reviews: number;
  readonly oneStars: number;
  /** What the counts were drawn from. */
  readonly rates: Readonly<Record<Measure, number>>;
}

export interface Users {
  readonly platform: string;
  readonly version: string;
  readonly users: number;
  /** Who is counted: users and testers of one version are drawn apart. */
  readonly who: 'users' | 'testers';
}

/** @param weight of the hour */
export function use(
  settings: WorldSettings,
  { platform, version, users, who }: Users,
  moment: Moment,
  weight: number,
): Usage {
  const about = [platform, version, who, moment.since] as const;
  const random = randomFor(settings.seed, 'usage', ...about);
  const rates = Object.fromEntries(
    (['crash', 'anr', 'oneStar', 'reviews'] as const).map((what) => [
      what,
      rateOf(settings, { platform, version, what }, moment),
    ]),
  ) as Record<Measure, number>;
  const userHours = drawBinomial(random, users, Math.min(1, ((activeShare * activeHours) / 24) * weight));
  const sessions = userHours + drawPoisson(random, userHours * (sessionsPerHour - 1));
  const reviews = Math.min(userHours, drawPoisson(random, (users * rates.reviews * weight) / 24));
  return {
    version,
    userHours,
    sessions,
    crashes: drawClustered(random, sessions, rates.crash, clustering),
    anrs: drawClustered(random, userHours, rates.anr, clustering),
    reviews,
    oneStars: drawBinomial(random, reviews, rates.oneStar),
    rates,
  };
}

/** What two groups of one version did together. */
export function addUsage(one: Usage, other: Usage): Usage {
  return {
    ...one,
    userHours: one.userHours + other.userHours,
    sessions: one.sessions + other.sessions,
    crashes: one.crashes + other.crashes,
    anrs: one.anrs + other.anrs,
    reviews: one.reviews + other.reviews,
    oneStars: one.oneStars + other.oneStars,
  };
}
