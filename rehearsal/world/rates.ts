import type { Change, Measure, WorldSettings } from './settings.ts';

/** What a rate depends on besides the settings. */
export interface Moment {
  /** Milliseconds since the world's beginning. */
  readonly since: number;
  /** By version: when its share in production first reached how much, for changes that wait for a share. */
  readonly reached: readonly Reached[];
}

export interface Reached {
  readonly version: string;
  readonly share: number;
  /** Milliseconds since the world's beginning. */
  readonly since: number;
}

/** A rate of a version on a platform at a moment: that of the version, with all changes that are at work. */
export function rateOf(
  { versions, changes }: WorldSettings,
  { platform, version, what }: { readonly platform: string; readonly version: string; readonly what: Measure },
  moment: Moment,
): number {
  const own = versions.find((one) => one.version === version)?.rates[what] ?? 0;
  const rate = changes
    .filter((change) => change.what === what && applies(change, platform, version))
    .reduce((sum, change) => sum + (targetOf(change, own) - own) * strengthOf(change, version, moment), own);
  return Math.max(0, what === 'reviews' ? rate : Math.min(1, rate));
}

function applies({ platform, version }: Change, onPlatform: string, ofVersion: string): boolean {
  return (platform ?? onPlatform) === onPlatform && (version ?? ofVersion) === ofVersion;
}

function targetOf({ to }: Change, own: number): number {
  return 'rate' in to ? to.rate : own * to.times;
}

/** 0 before it begins, 1 at its height. */
function strengthOf(change: Change, version: string, moment: Moment): number {
  const start = startOf(change, version, moment);
  if (start === undefined || moment.since < start) return 0;
  const age = moment.since - start;
  if (change.lasts !== undefined && age >= change.lasts) return 0;
  return change.within <= 0 ? 1 : Math.min(1, age / change.within);
}

/** When a change begins, milliseconds since the world's beginning; undefined while nobody knows. */
function startOf({ at }: Change, version: string, { reached }: Moment): number | undefined {
  if ('after' in at) return at.after;
  const sinces = reached
    .filter((one) => one.version === version && one.share >= at.share - 1e-9)
    .map(({ since }) => since);
  return sinces.length === 0 ? undefined : Math.min(...sinces);
}
