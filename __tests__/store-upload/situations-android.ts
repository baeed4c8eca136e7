import type { messages } from '../../actions/store-upload/messages.ts';
import type { Build } from '#emulators/expo/state';
import type { PlayWorld } from '#emulators/google-play/world';
import { PACKAGE, type Setting } from './android-stage.ts';

export function addWearTracks(world: PlayWorld): void {
  for (const name of ['internal', 'production']) world.addTrack(PACKAGE, `wear:${name}`);
}

/** A build of EAS, with what makes it another than a good one. */
export function easBuild(build: Partial<Build>): Pick<Setting, 'expo'> {
  return {
    expo: (world, bytes) => ({ artifact: `eas:${world.addBuild(build, bytes)}`, 'expo-token': world.addToken() }),
  };
}

/** A rollout is to be opened, by a policy for one package. */
export function opening(
  packageName: string,
  inputs: Readonly<Record<string, string>> = { build: '20261124.1' },
): Setting {
  return {
    inputs: { 'open-rollout': 'true', 'github-token': 'ghs_workflow', ...inputs },
    files: { '.github/slipway.yml': `release: tracker\nplatforms: { android: { package: ${packageName} } }\n` },
    // Nobody listens there.
    env: { GITHUB_REPOSITORY: 'example-org/tracker', GITHUB_API_URL: 'http://127.0.0.1:9', GITHUB_ACTOR: 'octocat' },
  };
}

/** Messages of the catalogue, by an .aab or a situation that brings them. */
export const SITUATIONS: Readonly<Partial<Record<keyof typeof messages, Setting>>> = {
  'rollout-build-missing': opening(PACKAGE, {}),
  'rollout-platform-missing': opening('com.example.other'),
  'rollout-unopened': opening(PACKAGE),
  'artifact-unreadable': { sample: { bytes: Buffer.from('no archive') } },
  'artifact-sum': { inputs: { 'artifact-sha256': '0'.repeat(64) } },
  'artifact-sums': { inputs: { 'artifact-sha256': `${'0'.repeat(64)}\n${'1'.repeat(64)}` } },
  'artifacts-apart': { watch: { watch: false } },
  'artifacts-unfit': { watch: { signer: null }, prepare: addWearTracks },
  'watch-left-behind': {
    watch: {},
    prepare: addWearTracks,
    faults: [
      {
        match: { operation: 'edits.commit', occurrence: 2 },
        fault: { kind: 'status', status: 403 },
      },
    ],
  },
  'artifact-platform': { inputs: { platform: 'ios' } },
  'eas-build-unfinished': easBuild({ status: 'IN_PROGRESS' }),
  'eas-build-failed': easBuild({ status: 'ERRORED', error: { errorCode: 'GRADLE', message: 'Gradle failed.' } }),
  'eas-build-expired': easBuild({ expirationDate: '2026-11-24T08:59:59.000Z' }),
  'eas-build-unfit': easBuild({ archive: 'application.apk' }),
  'artifact-in-clear': { inputs: { artifact: 'http://example.test/app.aab', 'artifact-sha256': '0'.repeat(64) } },
  'artifact-unfit': { sample: { signer: null } },
  'fastlane-missing': { fastlane: null },
  'code-on-track-otherwise': {
    inputs: { track: 'production' },
    prepare: (world) => {
      world.addRelease(PACKAGE, 'production', { versionCodes: [42], status: 'inProgress', userFraction: 0.1 });
    },
  },
  'code-used': {
    prepare: (world) => {
      world.addRelease(PACKAGE, 'alpha', { versionCodes: [42] });
    },
  },
  'first-release-staged': { inputs: { rollout: '0.5' } },
  'rollout-under-way': {
    inputs: { track: 'production' },
    prepare: (world) => {
      world.addRelease(PACKAGE, 'production', { versionCodes: [41], status: 'inProgress', userFraction: 0.1 });
    },
  },
  'in-review': {
    prepare: (world) => {
      const app = world.state.apps[PACKAGE];
      if (app === undefined) throw new Error('There is no app.');
      app.batches['waiting'] = { state: 'in-review', until: Date.parse('2026-12-24T09:00:00Z') };
      world.addRelease(PACKAGE, 'alpha', { versionCodes: [41], batch: 'waiting' });
    },
  },
  'upload-not-shown': {
    faults: [{ match: { operation: 'edits.commit' }, fault: { kind: 'status', status: 403 }, times: Infinity }],
  },
  'upload-shown-otherwise': {
    inputs: { track: 'production', rollout: '0.05' },
    fastlane: 'without rollout',
  },
};
