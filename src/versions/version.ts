/** What people call a release: MAJOR.MINOR.PATCH, and nothing else, since Apple's CFBundleShortVersionString takes no more. */
export interface Version {
  readonly major: number;
  readonly minor: number;
  readonly patch: number;
}

const PART = '(0|[1-9]\\d{0,5})';
const VERSION = new RegExp(`^${PART}\\.${PART}\\.${PART}$`);

/**
 * @throws SyntaxError for anything but three numbers from 0 to 999999 without leading zeros, such as `2.15.3`
 */
export function parseVersion(text: string): Version {
  const [, major, minor, patch] = VERSION.exec(text) ?? [];
  if (major === undefined)
    throw new SyntaxError(`"${text}" is no version of the form MAJOR.MINOR.PATCH, such as 2.15.3`);
  return { major: Number(major), minor: Number(minor), patch: Number(patch) };
}

export function formatVersion({ major, minor, patch }: Version): string {
  return `${major}.${minor}.${patch}`;
}

/** Less than 0 where the first is the older one. */
export function compareVersions(one: Version, other: Version): number {
  return one.major - other.major || one.minor - other.minor || one.patch - other.patch;
}
