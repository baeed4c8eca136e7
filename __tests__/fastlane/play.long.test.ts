import { expect } from '@jest/globals';
import type { PlannedFault } from '#emulators/base/fault-plan';
import { makePackage } from '#emulators/google-play/packages';
import { PACKAGE, withPlay, type Stage } from '../emulators/google-play/harness.ts';
import { runFastlane, testWithFastlane, withFolder, type FastlaneRun } from './run-fastlane.ts';

/** One run of Fastlane, and what is to be seen afterwards. */
interface Step {
  readonly wish: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly files?: Readonly<Record<string, string | Buffer>>;
  readonly faults?: readonly PlannedFault[];
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
interface Story {
  readonly story: string;
  readonly prepare?: (world: Stage['world']) => void;
  readonly steps: readonly Step[];
  /** What else the emulator holds at the end. */
  readonly check?: (stage: Stage) => void;
}

const bundle = (versionCode: number, watch = false): Buffer =>
  makePackage({ packageName: PACKAGE, versionCode, versionName: `1.${versionCode}`, watch });
const aab = (versionCode: number, watch = false): Record<string, Buffer> => ({ 'app.aab': bundle(versionCode, watch) });

/** No binary: Fastlane would take any that lies about. */
const NO_BINARY = { SUPPLY_SKIP_UPLOAD_AAB: 'true', SUPPLY_SKIP_UPLOAD_APK: 'true' };

const supply = (options: Readonly<Record<string, string>>): string[] => [
  'supply',
  ...Object.entries(options).flatMap(([name, value]) => [`--${name}`, value]),
];

const UPLOAD = [
  'edits.insert',
  'edits.bundles.upload/start',
  'edits.bundles.upload/send',
  'edits.tracks.list',
  'edits.tracks.update',
];
const PROMOTE = ['edits.insert', 'edits.tracks.list', 'edits.tracks.list', 'edits.tracks.update', 'edits.commit'];
const OLD = { name: '1.0', status: 'completed', versionCodes: [40] };

const STORIES: readonly Story[] = [
  {
    story: 'internal, then promoted to beta; a reader counts',
    steps: [
      {
        wish: 'upload to internal',
        args: supply({ aab: 'app.aab', track: 'internal' }),
        files: aab(42),
        prints: ['Successfully finished the upload to Google Play'],
        log: [...UPLOAD, 'edits.commit'],
        then: { internal: [{ name: '1.42', status: 'completed', versionCodes: [42] }], production: [OLD] },
      },
      {
        wish: 'read the version codes of a track',
        args: ['run', 'google_play_track_version_codes', 'track:internal'],
        prints: ["Found '42' version codes in track 'internal'"],
        log: ['edits.insert', 'edits.tracks.get', 'edits.delete'],
      },
      {
        wish: 'promote',
        args: supply({ track: 'internal', track_promote_to: 'beta', version_code: '42' }),
        env: NO_BINARY,
        log: PROMOTE,
        then: { beta: [{ name: '1.42', status: 'completed', versionCodes: [42] }] },
      },
    ],
  },
  {
    story: 'a staged rollout: raised, halted, resumed, finished',
    steps: [
      {
        wish: 'upload at 5 %, with its mapping',
        args: supply({
          aab: 'app.aab',
          track: 'production',
          rollout: '0.05',
          version_name: '1.1 (42)',
          mapping: 'mapping.txt',
        }),
        files: { ...aab(42), 'mapping.txt': 'a -> b:\n' },
        log: [
          ...UPLOAD.slice(0, 3),
          'edits.deobfuscationfiles.upload/start',
          'edits.deobfuscationfiles.upload/send',
          ...UPLOAD.slice(3),
          'edits.commit',
        ],
        then: { production: [{ name: '1.1 (42)', status: 'inProgress', userFraction: 0.05, versionCodes: [42] }, OLD] },
      },
    ],
  },
];

const KEY = (url: string): string =>
  JSON.stringify({
    type: 'external_account',
    audience: 'slipway',
    subject_token_type: 'urn:ietf:params:oauth:token-type:jwt',
    token_url: `${url}/token`,
    credential_source: { file: 'subject.txt' },
  });

async function runStep(stage: Stage, { args, env = {}, files = {}, faults = [] }: Step): Promise<FastlaneRun> {
  for (const fault of faults) stage.faults.add(fault);
  const { url } = stage.emulator;
  return withFolder({ 'subject.txt': 'fastlane', ...files }, (cwd) =>
    runFastlane({
      args,
      cwd,
      env: { SUPPLY_JSON_KEY_DATA: KEY(url), SUPPLY_ROOT_URL: `${url}/`, SUPPLY_PACKAGE_NAME: PACKAGE, ...env },
    }),
  );
}

/** Operations since the n-th request, refusals with their status. */
function operationsSince(stage: Stage, n: number): string[] {
  return stage.emulator.log
    .entries()
    .slice(n)
    .map(({ operation, status }) => (status === null || status < 400 ? operation : `${operation} ${status}`));
}

function releasesIn(stage: Stage, track: string): unknown {
  const found = stage.emulator.snapshot().apps[PACKAGE]?.content.tracks.find(({ name }) => name === track);
  return found?.releases.map(({ batch: _, ...release }) => release);
}

testWithFastlane.each(STORIES)('$story', async ({ prepare, steps, check }) => {
  const seed = (world: Stage['world']): void => {
    world.addAccount({ email: 'fastlane@example.test', subjectTokens: ['fastlane'] });
    prepare?.(world);
  };
  // The tool's time is real time, so the emulator goes by it too.
  await withPlay({ prepare: seed, start: new Date().toISOString() }, async (stage) => {
    for (const step of steps) {
      const before = stage.emulator.log.entries().length;
      const run = await runStep(stage, step);
      const output = `${run.stdout}${run.stderr}`;
      const log = operationsSince(stage, before);
      expect({ wish: step.wish, exit: run.exit, log, output }).toEqual({
        wish: step.wish,
        exit: step.exit ?? 0,
        log: ['sts.token/exchange', ...step.log],
        output: expect.any(String),
      });
      for (const text of step.prints ?? []) expect(output).toContain(text);
      for (const [track, releases] of Object.entries(step.then ?? {}))
        expect(releasesIn(stage, track)).toEqual(releases);
    }
    check?.(stage);
  });
});
