import { expect } from '@jest/globals';
import { addBuild, type SeededApp } from '#emulators/app-store-connect/seeds';
import type { AscEmulator } from '#emulators/app-store-connect/server';
import type { AscWorld } from '#emulators/app-store-connect/world';
import type { PlannedFault } from '#emulators/base/fault-plan';
import { startTlsProxy, type TlsProxy } from '#emulators/base/tls-proxy';
import { versionIn } from './app-store-version.ts';
import { AT_ONCE, HOST } from '../fastlane/app-store-story.ts';
import { bundledFastlane, testWithFastlane } from '../fastlane/run-fastlane.ts';
import { run, type After } from './ios-stage.ts';

// The built action starts a lane of the real Fastlane, which comes through a proxy that ends TLS, since its host is fixed. The build
// is there already: Fastlane sends one from a Mac only.

const OPTIONS = {
  app_identifier: 'com.example.app',
  app_version: '2.15.3',
  build_number: '20261122.1',
  metadata_path: './fastlane/metadata',
  skip_binary_upload: true,
  skip_screenshots: true,
  force: true,
  run_precheck_before_submit: false,
  automatic_release: false,
  submit_for_review: true,
};

function makeFastfile(options: Readonly<Record<string, unknown>>): string {
  const all = Object.entries({ ...OPTIONS, ...options }).map(([name, value]) => `${name}: ${JSON.stringify(value)}`);
  all.push('submission_information: { export_compliance_uses_encryption: false }');
  return `platform :ios do\n  lane :release do\n    upload_to_app_store(${all.join(', ')})\n  end\nend\n`;
}

interface Play {
  /** Beside `OPTIONS`. */
  readonly options?: Readonly<Record<string, unknown>>;
  readonly faults?: readonly PlannedFault[];
}

async function release({ options = {}, faults = [] }: Play, look: (after: After) => void): Promise<void> {
  const start = new Date().toISOString();
  let proxy: TlsProxy | undefined;
  const env = async (emulator: AscEmulator): Promise<Record<string, string>> => {
    proxy = await startTlsProxy({ [HOST]: emulator.url });
    return { SPACESHIP_PROXY: proxy.url, SSL_CERT_FILE: proxy.authority };
  };
  const setting = {
    start,
    env,
    faults,
    fastlane: bundledFastlane(),
    files: { 'fastlane/Fastfile': makeFastfile(options), 'fastlane/metadata/en-US/release_notes.txt': 'Maps.\n' },
    settings: AT_ONCE,
    inputs: {
      lane: 'ios release',
      destination: 'app-store',
      'release-notes': 'en-US: Maps.',
      'pass-env': 'SPACESHIP_PROXY\nSSL_CERT_FILE',
    },
    prepare: (world: AscWorld, app: SeededApp) => {
      addBuild(world.state, { app: app.id, version: '2.15.3', number: '20261122.1' }, Date.parse(start));
    },
  };
  try {
    await run('bundle', setting, look);
  } finally {
    await proxy?.stop();
    expect(proxy?.refused).toEqual([]);
  }
}

const SUBMITTED = {
  is: '2.15.3 WAITING_FOR_REVIEW MANUAL',
  build: '20261122.1',
  phases: ['INACTIVE'],
  news: ['Maps.'],
};

testWithFastlane('a lane submits, in phases, and nothing is left to be done', async () => {
  await release({ options: { phased_release: true } }, ({ seen, emulator, applied }) => {
    expect({ exit: seen.exitCode, log: seen.log }).toMatchObject({ exit: 0 });
    expect(versionIn(emulator)).toEqual(SUBMITTED);
    expect(applied.filter((operation) => operation.startsWith('reviewSubmissions_'))).toHaveLength(2);
    expect(applied.filter((operation) => operation.startsWith('appStoreVersionPhasedReleases_'))).toHaveLength(1);
    expect(seen.left).toEqual([]);
  });
});

testWithFastlane(
  'a lane that names no phases, and an automatic release, is put right before anybody reviews it',
  async () => {
    await release({ options: { automatic_release: true } }, ({ seen, emulator }) => {
      expect({ exit: seen.exitCode, log: seen.log }).toMatchObject({ exit: 0 });
      expect(versionIn(emulator)).toEqual(SUBMITTED);
    });
  },
);

testWithFastlane('a submission that Apple refuses once is repaired, though the lane has failed', async () => {
  const faults: PlannedFault[] = [
    { match: { operation: 'reviewSubmissions_updateInstance' }, fault: { kind: 'status', status: 409 } },
  ];
  await release({ options: { phased_release: true }, faults }, ({ seen, emulator }) => {
    expect({ exit: seen.exitCode, log: seen.log }).toEqual({
      exit: 0,
      log: expect.stringContaining('Fastlane ended with exit code 1, and the build is there all the same'),
    });
    expect(versionIn(emulator)).toEqual(SUBMITTED);
  });
});

testWithFastlane('a lane that fails at its texts submits nothing, and neither do we', async () => {
  const faults: PlannedFault[] = [
    {
      match: { operation: 'appStoreVersionLocalizations_updateInstance' },
      fault: { kind: 'status', status: 409 },
      times: Infinity,
    },
  ];
  await release({ options: { phased_release: true }, faults }, ({ seen, emulator, applied }) => {
    expect({ exit: seen.exitCode, log: seen.log }).toEqual({ exit: 3, log: expect.stringContaining('[lane-failed]') });
    expect(versionIn(emulator)).toMatchObject({ is: expect.stringContaining('2.15.3 PREPARE_FOR_SUBMISSION') });
    expect(applied.filter((operation) => operation.startsWith('reviewSubmissions_'))).toEqual([]);
  });
});
