import type { PlannedFault } from '#emulators/base/fault-plan';
import type { Stage } from '../emulators/app-store-connect/harness.ts';

/** One run of Fastlane, and what is to be seen afterwards. */
export interface Step {
  readonly wish: string;
  /** What follows `fastlane`. */
  readonly args: readonly string[];
  readonly files?: Readonly<Record<string, string>>;
  readonly faults?: readonly PlannedFault[];
  /** What Apple, or a person at a page of Apple's, does when an operation has been asked for so often. */
  readonly meanwhile?: { readonly after: string; readonly times: number; readonly act: (stage: Stage) => void };
  /** What was done between this run and the one before. */
  readonly before?: (stage: Stage) => void;
  /** Default 0. */
  readonly exit?: number;
  /** Texts of its output, stdout and stderr together. */
  readonly prints?: readonly string[];
  /** Operations that write, in their order; a refusal has its status behind it. */
  readonly writes: readonly string[];
  readonly then?: (stage: Stage) => void;
}

export interface Story {
  readonly story: string;
  readonly prepare?: (stage: Stage) => void;
  readonly steps: readonly Step[];
}

/** Fastlane's host of App Store Connect is fixed: it comes through a proxy that ends TLS. */
export const HOST = 'api.appstoreconnect.apple.com';

/** Time is the wall's: Apple takes no time for anything, but what a story says. */
export const AT_ONCE = {
  publicUrl: `https://${HOST}`,
  uploadProcessing: 0,
  screenshotProcessing: 0,
  checksumShownAfter: 0,
  buildProcessing: 0,
  adding: 0,
  waiting: null,
  reviewing: null,
  cancelling: 0,
  completing: 0,
  distributing: 0,
  betaWaiting: null,
  betaReviewing: null,
};

const APP = 'com.example.app';

/** `fastlane run` of an action. */
export function run(action: string, parameters: Readonly<Record<string, string | boolean | number>> = {}): string[] {
  const all = { api_key_path: 'key.json', app_identifier: APP, ...parameters };
  return ['run', action, ...Object.entries(all).map(([name, value]) => `${name}:${value}`)];
}

/** Metadata alone, as safe as it can be made: no binary, no screenshots, no question. */
export function deliver(parameters: Readonly<Record<string, string | boolean | number>> = {}): string[] {
  return run('upload_to_app_store', {
    app_version: '1.1',
    skip_binary_upload: true,
    skip_screenshots: true,
    force: true,
    run_precheck_before_submit: false,
    metadata_path: './metadata',
    ...parameters,
  });
}

export const NOTES = { 'metadata/en-US/release_notes.txt': 'Faster.\n' };
export const GERMAN = { 'metadata/de-DE/release_notes.txt': 'Schneller.\n' };

/**
 * No action pauses, resumes or completes a phased release, or releases a version: teams call the models that Fastlane itself is
 * built on, in a lane of theirs.
 */
export const FASTFILE = `
def version
  key = JSON.parse(File.read('../key.json'))
  Spaceship::ConnectAPI.auth(key_id: key['key_id'], issuer_id: key['issuer_id'], key: key['key'])
  app = Spaceship::ConnectAPI::App.find('${APP}')
  app.get_app_store_versions(includes: 'appStoreVersionPhasedRelease').find { |one| one.version_string == '1.1' }
end
lane :release do
  version.create_app_store_version_release_request
end
lane :pause do
  version.fetch_app_store_version_phased_release.pause
end
lane :resume do
  version.fetch_app_store_version_phased_release.resume
end
lane :complete do
  version.fetch_app_store_version_phased_release.complete
end
`;

/** The newest version of the app, with what hangs on it. */
export function versionOf({ emulator }: Stage, versionString = '1.1') {
  const { tables } = emulator.snapshot();
  const version = Object.values(tables.appStoreVersions).find((one) => one.attributes.versionString === versionString);
  if (version === undefined) return undefined;
  const mine = <T extends { to: { appStoreVersion?: string | null } }>(table: Readonly<Record<string, T>>): T[] =>
    Object.values(table).filter(({ to }) => to.appStoreVersion === version.id);
  return {
    id: version.id,
    state: version.attributes.appVersionState,
    releaseType: version.attributes.releaseType,
    build: version.to.build === null ? null : (tables.builds[version.to.build]?.attributes.version ?? null),
    phase: mine(tables.appStoreVersionPhasedReleases).map(({ attributes }) => attributes.phasedReleaseState),
    notes: Object.fromEntries(
      mine(tables.appStoreVersionLocalizations).map(({ attributes }) => [attributes.locale, attributes.whatsNew]),
    ),
  };
}

/** A build that is there goes to testers. */
export function distribute(parameters: Readonly<Record<string, string | boolean | number>>): string[] {
  const build = { distribute_only: true, app_version: '1.1', build_number: 42, app_platform: 'ios' };
  return run('upload_to_testflight', { ...build, ...parameters });
}
