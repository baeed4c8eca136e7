import { parseBuild } from '#versions/build';
import { toVersionCode } from '#versions/version-code';

/** The app of the example, whose caller's workflows are rehearsed. */
export const app = {
  repository: 'example-org/tracker',
  workflow: '.github/workflows/mobile-promote.yml',
  package: 'com.example.tracker',
  bundleId: 'com.example.tracker',
  /** At Sentry. */
  organization: 'example',
  projects: { android: 'tracker-android', wear: 'tracker-wear', ios: 'tracker-ios' },
} as const;

export type PlatformName = keyof typeof app.projects;
export const platformNames = ['android', 'wear', 'ios'] as const satisfies readonly PlatformName[];

/** Which release of a rehearsal: what everybody has, the one that is rolled out, and one that comes in the middle of that. */
export const roles = ['previous', 'release', 'next'] as const;
export type Role = (typeof roles)[number];

export interface RehearsedRelease {
  readonly role: Role;
  readonly version: string;
  /** `20261130.1`: also Apple's build number. */
  readonly build: string;
}

export const releases: Readonly<Record<Role, RehearsedRelease>> = {
  previous: { role: 'previous', version: '2.15.2', build: '20261116.1' },
  release: { role: 'release', version: '2.15.3', build: '20261130.1' },
  next: { role: 'next', version: '2.15.4', build: '20261130.2' },
};

/** The version code of a release on a platform of Google Play. */
export function codeOf({ build }: RehearsedRelease, platform: PlatformName): number {
  return toVersionCode(parseBuild(build), platform === 'wear' ? 'wear' : 'phone');
}

export function tagOf(name: string, { version, build }: RehearsedRelease): string {
  return `${name}@${version}+${build}`;
}
