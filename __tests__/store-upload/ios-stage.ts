import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createVirtualClock } from '#emulators/base/clock';
import { createFaultPlan, type PlannedFault } from '#emulators/base/fault-plan';
import type { Inspect } from '#emulators/app-store-connect/routes/uploads';
import { createAscEmulator, type AscEmulator } from '#emulators/app-store-connect/server';
import type { Settings } from '#emulators/app-store-connect/settings';
import { createAscWorld, type AscWorld } from '#emulators/app-store-connect/world';
import type { AppOptions, SeededApp } from '#emulators/app-store-connect/seeds';
import { storeUpload } from '../../actions/store-upload/main.ts';
import {
  makeBundleFiles,
  makeCodeSignature,
  makeIpa,
  makeProfile,
  makeProgram,
  makeSigner,
  type BundleOptions,
  type Value,
} from '../artifacts/apple-samples.ts';
import { play, type Mode, type Seen } from '../support/scenario.ts';
import { serveTime } from '../support/virtual-time.ts';

const APP = 'Payload/Tracker.app';
export const WATCH = `${APP}/Watch/TrackerWatch.app`;
const NOW = '2026-11-25T08:00:00Z';

type Entitlements = Readonly<Record<string, Value>>;

/** What makes a sample other than a good one. */
export interface Sample {
  readonly app?: BundleOptions;
  readonly watch?: BundleOptions;
  readonly entitlements?: Entitlements;
  /** null leaves the signature out, `ad-hoc` names nobody. */
  readonly signed?: 'ad-hoc' | null;
  /** null leaves the profile out. */
  readonly profile?: Readonly<Record<string, Value>> | null;
  readonly platform?: number;
  /** Instead of an .ipa. */
  readonly bytes?: Buffer;
}

/** An app with its watch app, as a release build exports it, signed by a certificate that OpenSSL made. */
export function makeSample(folder: string, sample: Sample = {}): string {
  const { app, watch, entitlements = {}, signed, profile = {}, platform, bytes } = sample;
  if (bytes !== undefined) {
    const path = join(folder, 'app.ipa');
    writeFileSync(path, bytes);
    return path;
  }
  const signer = makeSigner(folder, '/CN=Apple Distribution: Acme');
  const sign = (): Buffer => makeCodeSignature(folder, signed === 'ad-hoc' ? null : signer, entitlements);
  const program = makeProgram({
    ...(signed === null ? {} : { signature: sign() }),
    ...(platform === undefined ? {} : { platform }),
  });
  const profiled = profile === null ? {} : { profile: makeProfile(folder, signer, profile) };
  const watchInfo = {
    CFBundleIdentifier: 'com.example.app.watch',
    WKCompanionAppBundleIdentifier: 'com.example.app',
    ...watch?.info,
  };
  return makeIpa(folder, {
    ...makeBundleFiles(APP, {
      program,
      ...profiled,
      ...app,
      info: { ITSAppUsesNonExemptEncryption: false, ...app?.info },
    }),
    ...makeBundleFiles(WATCH, { program: makeProgram({ signature: sign(), platform: 4 }), ...watch, info: watchInfo }),
  });
}

export interface Setting {
  readonly sample?: Sample;
  readonly inputs?: Readonly<Record<string, string>> | ((key: string) => Readonly<Record<string, string>>);
  readonly settings?: Partial<Settings>;
  /** A script that is found as `fastlane`. */
  readonly fastlane?: string;
  readonly env?: (
    emulator: AscEmulator,
  ) => Readonly<Record<string, string>> | Promise<Readonly<Record<string, string>>>;
  /** Further files of the checkout. */
  readonly files?: Readonly<Record<string, string | Buffer>>;
  readonly start?: string;
  /** Default: 1.0 is out. */
  readonly app?: AppOptions;
  readonly inspect?: Inspect;
  readonly prepare?: (world: AscWorld, app: SeededApp) => void;
  readonly faults?: readonly PlannedFault[];
}

export interface After {
  readonly seen: Seen;
  readonly emulator: AscEmulator;
  /** Builds at App Store Connect: version, number, state. */
  readonly builds: readonly string[];
  /** Writes that took effect, by operation. */
  readonly applied: readonly string[];
  readonly key: string;
}

/** @param files by path; one that ends with a slash is a folder */
export function writeFiles(folder: string, files: Readonly<Record<string, string | Buffer>>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(path.endsWith('/') ? join(folder, path) : dirname(join(folder, path)), { recursive: true });
    if (!path.endsWith('/')) writeFileSync(join(folder, path), content);
  }
}

/** Runs the action with a sample against the emulator, on the virtual clock. */
export async function run(mode: Mode, setting: Setting, look: (after: After) => void | Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'slipway-store-upload-'));
  const { start = NOW } = setting;
  const world = createAscWorld({ start, settings: { uploadPart: 4_096, ...setting.settings } });
  const key = world.addKey();
  const app = world.addApp(setting.app);
  setting.prepare?.(world, app);
  const clock = createVirtualClock(start);
  const declared: Readonly<Record<string, Value | undefined>> = {
    ITSAppUsesNonExemptEncryption: false,
    ...setting.sample?.app?.info,
  };
  const emulator = createAscEmulator({
    world,
    clock,
    faults: createFaultPlan(setting.faults),
    // What Apple reads in the sample, and what it finds wrong.
    inspect: (bytes, upload) => ({
      usesNonExemptEncryption: declared['ITSAppUsesNonExemptEncryption'] === undefined ? null : false,
      ...setting.inspect?.(bytes, upload),
    }),
  });
  await emulator.start();
  const time = await serveTime(clock);
  try {
    const ipa = makeSample(folder, setting.sample);
    const bin = join(folder, 'bin');
    mkdirSync(bin);
    if (setting.fastlane !== undefined) writeFileSync(join(bin, 'fastlane'), setting.fastlane, { mode: 0o755 });
    const scenario = {
      inputs: {
        artifact: 'build/Tracker.ipa',
        'github-token': 'ghs_workflow',
        'app-store-connect-key-id': key.keyId,
        'app-store-connect-issuer-id': key.issuerId ?? '',
        'app-store-connect-key': key.privateKey,
        ...(typeof setting.inputs === 'function' ? setting.inputs(key.privateKey) : setting.inputs),
      },
      prepare: (workspace: string) => {
        writeFiles(workspace, { 'build/.keep': '', ...setting.files });
        copyFileSync(ipa, join(workspace, 'build/Tracker.ipa'));
      },
      env: { SLIPWAY_APP_STORE_CONNECT_API: emulator.url, ...(await setting.env?.(emulator)) },
      path: [bin, dirname(process.execPath), '/usr/bin', '/bin'],
      ...time.scenario,
    };
    await play(mode, storeUpload, scenario, async (seen) => {
      const { builds, preReleaseVersions } = emulator.snapshot().tables;
      await look({
        seen,
        emulator,
        builds: Object.values(builds).map(
          ({ attributes, to }) =>
            `${preReleaseVersions[to.preReleaseVersion]?.attributes.version ?? ''} (${attributes.version}) ${attributes.processingState}`,
        ),
        applied: emulator.log.writes().map(({ operation }) => operation),
        key: key.privateKey,
      });
    });
    if (emulator.errors.length > 0) throw new AggregateError(emulator.errors, 'The emulator failed.');
  } finally {
    await time.stop();
    await emulator.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
