import { parseBuild } from '#versions/build';
import { toVersionCode } from '#versions/version-code';
import type { ArtifactId, ReleaseId } from '#rollout/entries';
import { gatesOf } from '#rollout/gates';
import type { AppStorePolicy, PlatformPolicy, PlayPolicy, Policy } from '#rollout/policy';
import { fillReleaseName } from '#rollout/release-name';

/** The repository whose caller's workflows are rehearsed: the example. */
export const repository = {
  name: 'example-org/tracker',
  folder: 'examples/tracker',
  workflow: '.github/workflows/mobile-promote.yml',
  policy: '.github/slipway.yml',
} as const;

/** Which release of a rehearsal: what everybody has, the one that is rolled out, and one that comes in the middle of that. */
export const roles = ['previous', 'release', 'next'] as const;
export type Role = (typeof roles)[number];

/** Versions and builds by role; builds are also Apple's build numbers. */
export const releases = {
  previous: { version: '2.15.2', build: '20261116.1' },
  release: { version: '2.15.3', build: '20261130.1' },
  next: { version: '2.15.4', build: '20261130.2' },
} as const satisfies Readonly<Record<Role, { readonly version: string; readonly build: string }>>;

/** What a scenario says of users: Android phones, watches with Wear OS, and iPhones. */
export const kinds = ['android', 'wear', 'ios'] as const;
export type Kind = (typeof kinds)[number];

/** A platform of the policy with the users that a scenario has for it. */
export interface RehearsedPlatform {
  readonly name: string;
  readonly kind: Kind;
  /** Where its apps send sessions to, if any gate asks there. */
  readonly sentry?: { readonly organization: string; readonly project: string };
}

export type PlayPlatform = RehearsedPlatform & { readonly policy: PlayPolicy };
export type AppStorePlatform = RehearsedPlatform & { readonly policy: AppStorePolicy };

/** The platforms of a policy, in its order. */
export function listPlatforms(policy: Policy): readonly (PlayPlatform | AppStorePlatform)[] {
  return policy.platforms.map((platform) => {
    const asked = gatesOf(policy, platform).flatMap(({ source }) => (source.kind === 'sentry' ? [source] : []))[0];
    const sentry =
      asked === undefined ? {} : { sentry: { organization: asked.organization, project: asked.projects[0] } };
    if (platform.store === 'app-store') return { name: platform.name, kind: 'ios', policy: platform, ...sentry };
    const isWatch = platform.steps.every(({ track }) => track.startsWith('wear:'));
    return { name: platform.name, kind: isWatch ? 'wear' : 'android', policy: platform, ...sentry };
  });
}

export function isOfPlay(platform: PlayPlatform | AppStorePlatform): platform is PlayPlatform {
  return platform.policy.store === 'google-play';
}

export function releaseOf({ release: name }: Policy, role: Role): ReleaseId {
  return { name, ...releases[role] };
}

/** The version code of a release at Google Play. */
export function codeOf(role: Role, kind: Kind): number {
  return toVersionCode(parseBuild(releases[role].build), kind === 'wear' ? 'wear' : 'phone');
}

function artifactOf(role: Role, { kind }: RehearsedPlatform): ArtifactId {
  return kind === 'ios'
    ? { store: 'app-store', build: releases[role].build }
    : { store: 'google-play', versionCode: codeOf(role, kind) };
}

/** How the app of a platform names its release where it sends sessions. */
export function sourceNameOf(
  policy: Policy,
  platform: RehearsedPlatform & { readonly policy: PlatformPolicy },
  role: Role,
): string {
  return fillReleaseName(policy, platform.policy, releaseOf(policy, role), artifactOf(role, platform));
}
