import type { PlannedFault } from '#emulators/base/fault-plan';
import { makePackage } from '#emulators/google-play/packages';
import { PACKAGE, type Stage } from '../emulators/google-play/harness.ts';

/** One run of Fastlane, and what is to be seen afterwards. */
export interface Step {
  readonly wish: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly files?: Readonly<Record<string, string | Buffer>>;
  readonly faults?: readonly PlannedFault[];
  /** Another run, from beginning to end, while this one waits for the answer to an operation. */
  readonly meanwhile?: { readonly at: string; readonly args: readonly string[] };
  /** Default: by workload identity. */
  readonly signsIn?: 'by workload identity' | 'by impersonation' | 'by the metadata server';
  /** Default 0. */
  readonly exit?: number;
  /** Texts of its output, stdout and stderr together. */
  readonly prints?: readonly string[];
  /** Operations in their order, after the token's; a refusal has its status behind it. */
  readonly log: readonly string[];
  /** Live releases by track; tracks that are not named are not looked at. */
  readonly then?: Readonly<Record<string, readonly object[]>>;
}

/** Runs one after the other against one emulator. */
export interface Story {
  readonly story: string;
  readonly prepare?: (world: Stage['world']) => void;
  readonly steps: readonly Step[];
  /** What else the emulator holds at the end. */
  readonly check?: (stage: Stage) => void;
}

/** A stand-in of a bundle, in the folder of a run. */
export function aab(versionCode: number, watch = false): Record<string, Buffer> {
  return { 'app.aab': makePackage({ packageName: PACKAGE, versionCode, versionName: `1.${versionCode}`, watch }) };
}

/** No binary: Fastlane would take any that lies about. */
export const NO_BINARY = { SUPPLY_SKIP_UPLOAD_AAB: 'true', SUPPLY_SKIP_UPLOAD_APK: 'true' };

export function supply(options: Readonly<Record<string, string>>): string[] {
  return ['supply', ...Object.entries(options).flatMap(([name, value]) => [`--${name}`, value])];
}

/** An upload to one track, without its commit. */
export const UPLOAD = [
  'edits.insert',
  'edits.bundles.upload/start',
  'edits.bundles.upload/send',
  'edits.tracks.list',
  'edits.tracks.update',
];

export const PROMOTE = [
  'edits.insert',
  'edits.tracks.list',
  'edits.tracks.list',
  'edits.tracks.update',
  'edits.commit',
];

/** Any change of a rollout that is under way. */
export const RAISE = ['edits.insert', 'edits.tracks.list', 'edits.tracks.update', 'edits.commit'];

/** Fastlane looks for halted and completed releases only where it promotes. */
export const SELF_PROMOTION = { track: 'production', track_promote_to: 'production' };

/** What everybody has from the beginning. */
export const OLD = { name: '1.0', status: 'completed', versionCodes: [40] };

export const ROLLING = { name: '1.1 (42)', versionCodes: [42] };

/** A world in which 42 is with 10 % of the users. */
export function rolling({ addRelease }: Stage['world']): void {
  addRelease(PACKAGE, 'production', { ...ROLLING, status: 'inProgress', userFraction: 0.1 });
}
