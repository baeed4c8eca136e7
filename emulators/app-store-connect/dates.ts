/** Apple writes most dates with the offset of its own place, and without milliseconds (fastlane, spaceship/spec/connect_api/fixtures). */
const OFFSET_HOURS = -8;

/** A time as builds, versions and reviews have it, such as `2026-11-24T01:00:00-08:00`. @param time ms since the epoch */
export function writeDate(time: number): string {
  const there = new Date(time + OFFSET_HOURS * 3_600_000).toISOString();
  return `${there.slice(0, 19)}-08:00`;
}

/** A time as phased releases have it, such as `2026-11-24T09:00:00Z` (https://github.com/AvdLee/appstoreconnect-swift-sdk/issues/126). */
export function writeUtcDate(time: number): string {
  return `${new Date(time).toISOString().slice(0, 19)}Z`;
}
