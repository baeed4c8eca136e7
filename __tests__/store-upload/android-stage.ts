import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createVirtualClock } from '#emulators/base/clock';
import { createFaultPlan, type PlannedFault } from '#emulators/base/fault-plan';
import { listen } from '#emulators/base/http';
import type { LogEntry } from '#emulators/base/request-log';
import { createExpoEmulator } from '#emulators/expo/server';
import { createExpoWorld, type ExpoWorld } from '#emulators/expo/world';
import type { PackageFile } from '#emulators/google-play/packages';
import type { Release } from '#emulators/google-play/state';
import { createPlayEmulator, type PlayEmulator } from '#emulators/google-play/server';
import { createPlayWorld, type PlayWorld, type SeededAccount } from '#emulators/google-play/world';
import { storeUpload } from '../../actions/store-upload/main.ts';
import {
  makeBundle,
  makeKeyStore,
  makeLibrary,
  patchArchive,
  signJar,
  type AppOptions,
} from '../artifacts/android-tools.ts';
import { play, root, type Mode, type Seen } from '../support/scenario.ts';
import { serveTime } from '../support/virtual-time.ts';

export const PACKAGE = 'com.example.app';

/** What makes a sample other than a good one. */
export interface Sample {
  readonly app?: AppOptions;
  readonly versionCode?: number;
  readonly watch?: boolean;
  /** null leaves the signature out. */
  readonly signer?: string | null;
  readonly files?: Readonly<Record<string, string>>;
  /** Done to the bundle after signing. */
  readonly patch?: Readonly<Record<string, string | null>>;
  /** A native library, its parts aligned to this many bytes. */
  readonly pageSize?: number;
  /** Instead of an .aab. */
  readonly bytes?: Buffer;
}

export interface Setting {
  readonly sample?: Sample;
  /** A second bundle, build/wear.aab: the input "artifact" then names both, the watch's first. */
  readonly watch?: Sample;
  readonly inputs?: Readonly<Record<string, string>> | ((account: SeededAccount) => Readonly<Record<string, string>>);
  /** The sample is served, and not in the checkout: inputs for its address and its SHA-256. */
  readonly download?: (address: string, sha256: string) => Readonly<Record<string, string>>;
  /** Expo is there: fills it with the bytes of the sample, and says the inputs. */
  readonly expo?: (world: ExpoWorld, bytes: Buffer) => Readonly<Record<string, string>>;
  readonly expoFaults?: readonly PlannedFault[];
  /** That many downloads break off in the middle. */
  readonly breaks?: number;
  readonly prepare?: (world: PlayWorld) => void;
  readonly faults?: readonly PlannedFault[];
  /**
   * Which Fastlane runs: a stand-in, or the one at a path; null leaves it out. `without rollout` loses that
   * option, `idle` does nothing and ends well, `telling` tells how it was started, `lane` is a lane.
   */
  readonly fastlane?: string | null;
  readonly start?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Further files of the checkout. */
  readonly files?: Readonly<Record<string, string>>;
  /** Writes those that are no text. */
  readonly fill?: (workspace: string) => void;
}

export interface After {
  readonly seen: Seen;
  readonly emulator: PlayEmulator;
  /** Symbols that Google Play has: kind, version code and SHA-256. */
  readonly symbols: readonly (readonly [type: string, versionCode: number, sha256: string])[];
  /** Live releases of a track. */
  readonly releases: (track: string) => readonly Omit<Release, 'batch'>[];
  /** What Expo was asked. */
  readonly expo: readonly LogEntry[];
  /** Commits that took effect. */
  readonly commits: number;
  readonly openEdits: number;
  /** The secret subject token, which Google was shown. */
  readonly subject: string;
  /** Command lines of Fastlane. */
  readonly commands: string;
}

const STAND_IN = join(root, '__tests__/store-upload/fastlane-stand-in.mjs');

const SCRIPTS: Readonly<Record<string, string>> = {
  'without rollout': `#!/bin/sh
for argument do
  shift
  if [ "$argument" = --rollout ]; then skip=yes; elif [ -n "$skip" ]; then skip=; else set -- "$@" "$argument"; fi
done
exec ${STAND_IN} "$@"
`,
  // A lane that gives a share of the users, and nothing without one.
  lane: `#!/bin/sh
echo "$1 $2 in $(pwd) for $TEAM and \${OTHER:-nobody}"
[ -z "$SLIPWAY_ROLLOUT" ] || exec ${STAND_IN} supply --aab "$SLIPWAY_ARTIFACT" --track "$SLIPWAY_TRACK" --rollout "$SLIPWAY_ROLLOUT"
`,
  idle: '#!/bin/sh\necho "fastlane.tools finished successfully"\n',
  telling: `#!/usr/bin/env node
console.log(JSON.stringify({
  cwd: process.cwd(),
  files: require('node:fs').readdirSync('.'),
  args: process.argv.slice(2),
  variables: Object.keys(process.env),
}));
`,
};

/** Starts a program, and writes down how. */
function recordCommands(program: string, folder: string): string {
  return `#!/bin/sh\nprintf '%s\\n' "$@" >> '${join(folder, 'commands')}'\nexec '${program}' "$@"\n`;
}

function readIfThere(path: string): string {
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}

/** Bundles do not change while a test file runs, and signing takes Java's time. */
const made = new Map<string, Buffer>();

export async function makeSample(sample: Sample = {}): Promise<Buffer> {
  if (sample.bytes !== undefined) return sample.bytes;
  const id = JSON.stringify(sample);
  const known = made.get(id);
  if (known !== undefined) return known;
  const folder = mkdtempSync(join(tmpdir(), 'slipway-sample-'));
  try {
    const { versionCode = 42, watch = false, signer = 'CN=Upload, O=Acme, C=ES', files = {}, patch, pageSize } = sample;
    const feature = watch ? '<uses-feature android:name="android.hardware.type.watch"/>' : '';
    const path = makeBundle(folder, {
      manifest: `package="${PACKAGE}" android:versionCode="${versionCode}" android:versionName="1.2.3"`,
      elements: `<uses-sdk android:minSdkVersion="24" android:targetSdkVersion="35"/>${feature}`,
      files: {
        ...files,
        ...(pageSize === undefined ? {} : { 'base/lib/arm64-v8a/libapp.so': makeLibrary(folder, pageSize) }),
      },
      ...sample.app,
    });
    if (signer !== null) signJar(path, makeKeyStore(folder, 'key', signer));
    if (patch !== undefined) await patchArchive(path, patch);
    const bytes = readFileSync(path);
    made.set(id, bytes);
    return bytes;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export function sumUp(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

function describePackage({ versionCode = 42, watch = false }: Sample): PackageFile {
  return { packageName: PACKAGE, versionCode, versionName: '1.2.3', signed: true, watch };
}

/** Runs the action with a bundle against the emulator, which has 40 in production, on the virtual clock. */
export async function run(mode: Mode, setting: Setting, look: (after: After) => void | Promise<void>): Promise<void> {
  const { sample = {}, fastlane = STAND_IN, start = '2026-11-24T09:00:00Z' } = setting;
  const bytes = await makeSample(sample);
  const watch = setting.watch === undefined ? undefined : { watch: true, versionCode: 43, ...setting.watch };
  const watchBytes = watch === undefined ? undefined : await makeSample(watch);
  const subject = 'a-secret-subject-token';
  const world = createPlayWorld();
  world.addApp(PACKAGE);
  world.addRelease(PACKAGE, 'production', { versionCodes: [40] });
  world.addAccount({ subjectTokens: [subject] });
  const robot = world.addAccount({ email: 'robot@example.test' });
  setting.prepare?.(world);
  const clock = createVirtualClock(start);
  const packages = new Map([[sumUp(bytes), describePackage(sample)]]);
  if (watch !== undefined && watchBytes !== undefined) packages.set(sumUp(watchBytes), describePackage(watch));
  const emulator = createPlayEmulator({
    world,
    clock,
    faults: createFaultPlan(setting.faults),
    // It is told what is in the samples: reading them is what is tested.
    readPackage: (sent) => {
      const file = packages.get(sumUp(sent));
      if (file === undefined) throw new Error('What has arrived is not what was sent.');
      return file;
    },
  });
  await emulator.start();
  const time = await serveTime(clock);
  const expoWorld = createExpoWorld();
  const expoInputs = setting.expo?.(expoWorld, bytes);
  const expo = createExpoEmulator({ world: expoWorld, clock, faults: createFaultPlan(setting.expoFaults) });
  await expo.start();
  let breaks = setting.breaks ?? 0;
  const files = await listen(
    createServer((_, response) => {
      const isBreaking = breaks > 0;
      breaks -= 1;
      response.setHeader('content-length', bytes.length);
      if (isBreaking) response.write(bytes.subarray(0, bytes.length / 2), () => response.destroy());
      else response.end(bytes);
    }),
  );
  const folder = mkdtempSync(join(tmpdir(), 'slipway-bin-'));
  try {
    const bin = join(folder, 'bin');
    mkdirSync(bin);
    const script = SCRIPTS[fastlane ?? ''];
    if (script !== undefined) writeFileSync(join(bin, 'fastlane'), script, { mode: 0o755 });
    else if (fastlane !== null) writeFileSync(join(bin, 'fastlane'), recordCommands(fastlane, folder), { mode: 0o755 });
    const key = {
      type: 'external_account',
      audience: 'slipway',
      subject_token_type: 'urn:ietf:params:oauth:token-type:jwt',
      token_url: `${emulator.url}/v1/token`,
      credential_source: { file: join(folder, 'subject.txt') },
    };
    writeFileSync(join(folder, 'subject.txt'), subject);
    chmodSync(join(folder, 'subject.txt'), 0o600);
    const inputs = typeof setting.inputs === 'function' ? setting.inputs(robot) : setting.inputs;
    const scenario = {
      inputs: {
        artifact: watch === undefined ? 'build/app.aab' : 'build/wear.aab\nbuild/app.aab',
        'google-credentials': JSON.stringify(key),
        'github-token': 'ghs_workflow',
        ...expoInputs,
        ...inputs,
        ...setting.download?.(`${files.url}/builds/app.aab`, sumUp(bytes)),
      },
      files: { 'build/.keep': '', 'stray/other.aab': 'not to be taken', ...setting.files },
      prepare: (workspace: string) => {
        if (setting.download === undefined) writeFileSync(join(workspace, 'build/app.aab'), bytes);
        if (watchBytes !== undefined) writeFileSync(join(workspace, 'build/wear.aab'), watchBytes);
        setting.fill?.(workspace);
        mkdirSync(join(workspace, 'fastlane'), { recursive: true });
        copyFileSync(join(workspace, 'stray/other.aab'), join(workspace, 'other.aab'));
      },
      env: { SLIPWAY_GOOGLE_API: emulator.url, SLIPWAY_EXPO_API: expo.url, ...setting.env },
      path: [bin, dirname(process.execPath), '/usr/bin', '/bin'],
      ...time.scenario,
    };
    await play(mode, storeUpload, scenario, async (seen) => {
      const { snapshot } = emulator;
      await look({
        seen,
        emulator,
        expo: expo.log.entries(),
        symbols: (snapshot().apps[PACKAGE]?.content.symbols ?? []).map(
          ({ type, versionCode, sha256 }) => [type, versionCode, sha256] as const,
        ),
        releases: (track) =>
          (snapshot().apps[PACKAGE]?.content.tracks.find(({ name }) => name === track)?.releases ?? []).map(
            (release) => ({ ...release, batch: undefined }),
          ),
        commits: emulator.log.writes().filter(({ operation }) => operation === 'edits.commit').length,
        openEdits: Object.values(snapshot().edits).filter(({ status }) => status === 'open').length,
        subject,
        commands: readIfThere(join(folder, 'commands')),
      });
    });
    const errors = [...emulator.errors, ...expo.errors];
    if (errors.length > 0) throw new AggregateError(errors, 'An emulator failed.');
  } finally {
    await time.stop();
    await files.close();
    await expo.stop();
    await emulator.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
