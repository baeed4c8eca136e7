import { compareBuilds, formatBuild, parseBuild, type Build } from './build.ts';
import { compareVersions, formatVersion, parseVersion, type Version } from './version.ts';

/** A version and the build of it that goes to users. */
export interface Release {
  readonly version: Version;
  readonly build: Build;
}

/** `2.15.3 (20250114.1)`, for people. Neither store takes that in one field. */
export function formatRelease({ version, build }: Release): string {
  return `${formatVersion(version)} (${formatBuild(build)})`;
}

/** `tracker-mobile@2.15.3+20250114.1`: the tag in git, and the release at Sentry. @param name of the app */
export function formatTag(name: string, { version, build }: Release): string {
  return `${name}@${formatVersion(version)}+${formatBuild(build)}`;
}

/** @throws SyntaxError when it is no such tag */
export function parseTag(tag: string): Release & { readonly name: string } {
  const [, name, version, build] = /^([^@]+)@([^+]+)\+(.+)$/.exec(tag) ?? [];
  if (name === undefined || version === undefined || build === undefined)
    throw new SyntaxError(`"${tag}" is no tag of the form NAME@MAJOR.MINOR.PATCH+YYYYMMDD.N`);
  return { name, version: parseVersion(version), build: parseBuild(build) };
}

/** Less than 0 where the first is the older one: by version, then by build. */
export function compareReleases(one: Release, other: Release): number {
  return compareVersions(one.version, other.version) || compareBuilds(one.build, other.build);
}

/** The tag of the newest release of this app before another; undefined for the first. Tags of other forms are passed over. */
export function findPreviousTag(name: string, release: Release, tags: readonly string[]): string | undefined {
  return tags
    .flatMap((tag) => {
      try {
        const parsed = parseTag(tag);
        return parsed.name === name && compareReleases(parsed, release) < 0 ? [{ tag, parsed }] : [];
      } catch (error) {
        if (error instanceof SyntaxError) return [];
        throw error;
      }
    })
    .toSorted((one, other) => compareReleases(one.parsed, other.parsed))
    .at(-1)?.tag;
}
