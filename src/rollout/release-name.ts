import type { ArtifactId, ReleaseId } from './entries.ts';
import type { PlatformPolicy, Policy } from './policy.ts';

/**
 * The release as the sources of health know it. `{release}`, `{version}`, `{build}`, `{version-code}` (of Google Play; elsewhere the
 * build) and `{app}` (package or bundle id) stand for its parts.
 */
export function fillReleaseName(
  { releaseName }: Policy,
  platform: PlatformPolicy,
  { name, version, build }: ReleaseId,
  artifact: ArtifactId,
): string {
  const values: Readonly<Record<string, string>> = {
    release: name,
    version,
    build,
    'version-code': artifact.store === 'google-play' ? `${artifact.versionCode}` : build,
    app: appOf(platform),
  };
  return releaseName.replaceAll(/\{([a-z-]+)\}/g, (whole, part: string) => values[part] ?? whole);
}

function appOf(platform: PlatformPolicy): string {
  if (platform.store === 'google-play') return platform.package;
  return 'bundleId' in platform.app ? platform.app.bundleId : platform.app.id;
}
