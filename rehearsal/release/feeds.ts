import type { AscEmulator } from '#emulators/app-store-connect/server';
import type { ReviewSeed } from '#emulators/app-store-connect/customer-reviews';
import type { ReviewInput } from '#emulators/google-play/customer-reviews';
import type { PlayEmulator } from '#emulators/google-play/server';
import type { VitalsInput } from '#emulators/google-play/vitals';
import type { SentryEmulator } from '#emulators/sentry/server';
import type { SessionsInput } from '#emulators/sentry/sessions';
import type { Usage } from '#rehearsal/world/usage';
import type { WorldHour } from '#rehearsal/world/world';
import type { Policy } from '#rollout/policy';
import {
  codeOf,
  isOfPlay,
  releases,
  roles,
  sourceNameOf,
  type AppStorePlatform,
  type Kind,
  type PlayPlatform,
  type Role,
} from './app.ts';

const hourMs = 3_600_000;
/** Sessions are counted when their hour is over, some minutes later. */
export const sessionsAfter = hourMs + 5 * 60_000;
/**
 * Crashes are reported when the app is started again: half of them at once, the rest with a mean of six hours, here in two parts
 * (docs/health.md, "How late crashes are reported").
 */
export const crashReports = [
  { part: 0.5, after: 0 },
  { part: 0.25, after: 2 * hourMs },
  { part: 0.25, after: 10 * hourMs },
];

/** Who counts what users do. */
export interface Feeds {
  readonly policy: Policy;
  readonly play: PlayEmulator;
  readonly connect: AscEmulator;
  readonly sentry: SentryEmulator;
  /** Apple's ids of versions, by version. */
  readonly versionIds: () => Readonly<Record<string, string>>;
  readonly appId: string;
}

/** Sends what users did in hours that are over to whoever counts it; each shows it when its delay is over. */
export function report(feeds: Feeds, platform: PlayPlatform | AppStorePlatform, hours: readonly WorldHour[]): void {
  const { play, connect, sentry, appId } = feeds;
  if (platform.sentry !== undefined) {
    const { organization } = platform.sentry;
    const sessions = hours.flatMap((hour) =>
      hour.usage.flatMap((usage) => toSessions(feeds, platform, hour.at, usage)),
    );
    if (sessions.length > 0) sentry.ingestion.addSessions(organization, ...sessions);
  }
  if (!isOfPlay(platform)) {
    const ids = feeds.versionIds();
    const reviews = hours.flatMap((hour) => hour.usage.flatMap((usage) => toAppStoreReviews(hour.at, usage, ids)));
    if (reviews.length > 0) connect.console.addReviews(appId, ...reviews);
    return;
  }
  const { package: name } = platform.policy;
  const vitals = hours.flatMap((hour) => toVitals(platform.kind, hour));
  if (vitals.length > 0) play.console.addVitals(name, ...vitals);
  const reviews = hours.flatMap((hour) => hour.usage.flatMap((usage) => toPlayReviews(platform, hour.at, usage)));
  if (reviews.length > 0) play.console.addReviews(name, ...reviews);
}

function roleOf({ version }: Usage): Role {
  return roles.find((one) => releases[one].version === version) ?? 'previous';
}

function toSessions(
  { policy }: Feeds,
  platform: PlayPlatform | AppStorePlatform,
  hour: number,
  usage: Usage,
): readonly SessionsInput[] {
  const { sessions, crashes } = usage;
  if (sessions === 0) return [];
  const common = {
    project: platform.sentry?.project ?? '',
    release: sourceNameOf(policy, platform, roleOf(usage)),
    at: new Date(hour).toISOString(),
    delay: sessionsAfter,
  };
  return splitCrashes(crashes).flatMap((crashed, index) => {
    const healthy = index === 0 ? sessions - crashes : 0;
    if (healthy + crashed === 0) return [];
    const crashDelay = sessionsAfter + (crashReports[index]?.after ?? 0);
    return [{ ...common, sessions: { healthy, crashed }, crashDelay }];
  });
}

/** Whole crashes by how late they are told, as near to the parts as whole numbers can be. */
export function splitCrashes(crashes: number): readonly number[] {
  let left = crashes;
  let partLeft = 1;
  return crashReports.map(({ part }) => {
    const count = Math.min(left, Math.round((left * part) / partLeft));
    left -= count;
    partLeft -= part;
    return count;
  });
}

/** Testers are users, too: they are in the figures of all users as well as in those of the testers. */
function toVitals(kind: Kind, { at, usage, testing }: WorldHour): readonly VitalsInput[] {
  const toInput = (one: Usage, cohort: 'OS_PUBLIC' | 'APP_TESTERS'): VitalsInput => ({
    hour: new Date(at).toISOString(),
    versionCode: codeOf(roleOf(one), kind),
    cohort,
    users: one.userHours,
    crashUsers: Math.min(one.crashes, one.userHours),
    anrUsers: one.anrs,
    dimensions: { deviceType: kind === 'wear' ? 'WATCH' : 'PHONE' },
  });
  return [
    ...usage.filter(({ userHours }) => userHours > 0).map((one) => toInput(one, 'OS_PUBLIC')),
    ...testing.filter(({ userHours }) => userHours > 0).map((one) => toInput(one, 'APP_TESTERS')),
  ];
}

/** The happy ones like it very much; those between are left out. */
function starsOf(index: number, { oneStars }: Usage): number {
  return index < oneStars ? 1 : 5;
}

function toPlayReviews({ name, kind }: PlayPlatform, hour: number, usage: Usage): readonly ReviewInput[] {
  return Array.from({ length: usage.reviews }, (_, index) => ({
    id: `${name}-${usage.version}-${hour}-${index}`,
    stars: starsOf(index, usage),
    text: 'Some words.',
    versionCode: codeOf(roleOf(usage), kind),
    versionName: usage.version,
    at: new Date(hour + (index + 1) * 1_000).toISOString(),
  }));
}

function toAppStoreReviews(hour: number, usage: Usage, ids: Readonly<Record<string, string>>): readonly ReviewSeed[] {
  const versionId = ids[usage.version];
  return Array.from({ length: usage.reviews }, (_, index) => ({
    rating: starsOf(index, usage),
    ...(versionId === undefined ? {} : { versionId }),
    createdDate: new Date(hour + (index + 1) * 1_000).toISOString(),
  }));
}
