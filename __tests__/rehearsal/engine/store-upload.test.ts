import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { createExpoEmulator } from '#emulators/expo/server';
import { createExpoWorld } from '#emulators/expo/world';
import type { Release } from '#emulators/google-play/state';
import { createPlayEmulator } from '#emulators/google-play/server';
import { createPlayWorld } from '#emulators/google-play/world';
import { suite } from '#kit/suite';
import type { RunResult } from '#rehearsal/engine/result';
import { openRehearsal } from '#rehearsal/engine/session';
import { testWithAndroidTools } from '../../artifacts/android-tools.ts';
import { makeSample, PACKAGE, sumUp } from '../../store-upload/android-stage.ts';
import { addWearTracks } from '../../store-upload/situations-android.ts';
import { root } from '../../support/scenario.ts';
import { at, findJob, logOf, showSteps } from './runs.ts';

// The reusable workflow and its example, from the caller's event to the release at Google Play: their files, our action from dist/,
// the stand-ins of the engine, and emulators of the stores behind it.

let home = '';
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'slipway-upload-'));
  const bin = join(home, 'bin');
  mkdirSync(bin);
  symlinkSync(join(root, '__tests__/store-upload/fastlane-stand-in.mjs'), join(bin, 'fastlane'));
  writeFileSync(join(bin, 'ruby'), '#!/bin/sh\necho "ruby 3.4.0"\n', { mode: 0o755 });
  writeFileSync(join(bin, 'gem'), '#!/bin/sh\necho "gem $*"\n', { mode: 0o755 });
});
afterAll(() => {
  rmSync(home, { recursive: true, force: true });
});

interface Rehearsed {
  /** Files beside the example's. */
  readonly files?: Readonly<Record<string, string | Buffer>>;
  readonly workflow?: string;
  readonly inputs?: (build: string) => Readonly<Record<string, string>>;
  readonly without?: string;
}

interface After {
  readonly result: RunResult;
  readonly releases: (track: string) => readonly Pick<Release, 'versionCodes' | 'status'>[];
}

async function rehearse(given: Rehearsed, look: (after: After) => void): Promise<void> {
  const folder = join(mkdtempSync(join(home, 'run-')), 'tracker');
  mkdirSync(join(folder, '.github/workflows'), { recursive: true });
  if (given.workflow === undefined)
    cpSync(join(root, 'examples/tracker/.github'), join(folder, '.github'), { recursive: true });
  mkdirSync(join(folder, 'mobile'));
  writeFileSync(join(folder, 'mobile/package.json'), '{}');
  for (const [path, content] of Object.entries(given.files ?? {})) writeFileSync(join(folder, path), content);
  const bundle = await makeSample();
  const watch = await makeSample({ watch: true, versionCode: 43 });
  // Filled when the addresses of the emulators are known, which need the clock of the rehearsal.
  const secrets: Record<string, string> = {};
  const rehearsal = await openRehearsal({
    root: folder,
    suite: root,
    repository: 'example-org/tracker',
    machine: { ...process.env, PATH: [join(home, 'bin'), process.env['PATH'] ?? ''].join(delimiter) },
    at,
    settings: { secrets },
  });
  const subject = join(folder, '..', 'subject.txt');
  writeFileSync(subject, 'a-secret-subject-token');
  const play = createPlayWorld();
  play.addApp(PACKAGE);
  addWearTracks(play);
  play.addAccount({ subjectTokens: ['a-secret-subject-token'] });
  const expo = createExpoWorld();
  const [build, token] = [expo.addBuild({}, bundle), expo.addToken()];
  const packages = new Map([bundle, watch].map((bytes, index) => [sumUp(bytes), index]));
  const stores = {
    play: createPlayEmulator({
      world: play,
      clock: rehearsal.clock,
      readPackage: (sent) => {
        const index = packages.get(sumUp(sent));
        if (index === undefined) throw new Error('What has arrived is not what was built.');
        return {
          packageName: PACKAGE,
          versionCode: 42 + index,
          versionName: '1.2.3',
          signed: true,
          watch: index === 1,
        };
      },
    }),
    expo: createExpoEmulator({ world: expo, clock: rehearsal.clock }),
  };
  await Promise.all([stores.play.start(), stores.expo.start()]);
  try {
    const credentials = {
      type: 'external_account',
      audience: 'slipway',
      subject_token_type: 'urn:ietf:params:oauth:token-type:jwt',
      token_url: `${stores.play.url}/v1/token`,
      credential_source: { file: subject },
    };
    Object.assign(secrets, { EXPO_TOKEN: token, GOOGLE_CREDENTIALS: JSON.stringify(credentials) });
    if (given.without !== undefined) Reflect.deleteProperty(secrets, given.without);
    const result = await rehearsal.run({
      workflow: given.workflow ?? '.github/workflows/upload.yml',
      event: 'workflow_dispatch',
      ...(given.inputs === undefined ? {} : { inputs: given.inputs(build) }),
      endpoints: { SLIPWAY_GOOGLE_API: stores.play.url, SLIPWAY_EXPO_API: stores.expo.url },
    });
    look({
      result,
      releases: (track) =>
        stores.play.snapshot().apps[PACKAGE]?.content.tracks.find(({ name }) => name === track)?.releases ?? [],
    });
    expect([...stores.play.errors, ...stores.expo.errors]).toEqual([]);
  } finally {
    await Promise.all([stores.play.stop(), stores.expo.stop()]);
    await rehearsal.close();
  }
}

const ran = (result: RunResult, name: string): string[] =>
  showSteps(findJob(result, name).steps)
    .filter((line) => !line.endsWith(': skipped'))
    .map((line) => line.replace(/@[0-9a-f]{40}/, ''));

describe("the example's upload of a build of EAS", () => {
  const inputs = (build: string): Record<string, string> => ({ platform: 'android', build });

  testWithAndroidTools('arrives at Google Play', async () => {
    await rehearse({ inputs }, ({ result, releases }) => {
      expect(result.refusals).toEqual([]);
      const job = findJob(result, 'upload / Upload');
      expect({ steps: ran(result, 'upload / Upload'), log: logOf(job) }).toMatchObject({
        steps: [
          'Refuse what has no credentials: success',
          'Run actions/checkout: success',
          'Find what is to be uploaded: success',
          'Run ruby/setup-ruby: success',
          'Install Fastlane: success',
          'Run $/actions/store-upload: success',
        ],
      });
      expect(job.outputs).toMatchObject({ uploaded: 'true', 'version-code': '42', lifecycle: 'PUBLISHED' });
      expect(job.environment).toBeUndefined();
      expect(releases('internal')).toMatchObject([{ versionCodes: [42], status: 'completed' }]);
      expect(logOf(job).join('\n')).not.toContain('a-secret-subject-token');
    });
  });

  testWithAndroidTools('without a secret says which, before anything else', async () => {
    await rehearse({ inputs, without: 'GOOGLE_CREDENTIALS' }, ({ result, releases }) => {
      expect(result.conclusion).toBe('failure');
      expect(ran(result, 'upload / Upload')).toEqual(['Refuse what has no credentials: failure']);
      expect(findJob(result, 'upload / Upload').annotations[0]?.message).toContain('google-credentials is missing');
      expect(releases('internal')).toEqual([]);
    });
  });

  testWithAndroidTools('that is not there is told by the action', async () => {
    await rehearse(
      { inputs: () => ({ platform: 'android', build: '5f4e3d2c-0000-4000-8000-999999999999' }) },
      ({ result }) => {
        expect(result.conclusion).toBe('failure');
        expect(findJob(result, 'upload / Upload').annotations.at(-1)?.message).toContain('[expo-build-unknown]');
      },
    );
  });
});

describe('bundles of the same run', () => {
  const workflow = `
name: Build and upload
on: workflow_dispatch
permissions: {}
jobs:
  build:
    runs-on: ubuntu-24.04
    permissions: { contents: read }
    steps:
      - uses: actions/checkout@v7
        with: { persist-credentials: false }
      - uses: actions/upload-artifact@v7
        with: { name: bundles, path: "*.aab" }
  upload:
    needs: build
    permissions: { contents: read }
    uses: ${suite.repository}/.github/workflows/store-upload.yml@${suite.majorTag}
    with:
      artifact-name: bundles
      environment: play
    secrets:
      google-credentials: \${{ secrets.GOOGLE_CREDENTIALS }}
`;

  testWithAndroidTools('arrive on the tracks of the phone and of the watch', async () => {
    const path = '.github/workflows/both.yml';
    const watch = await makeSample({ watch: true, versionCode: 43 });
    const files = { [path]: workflow, 'app.aab': await makeSample(), 'wear.aab': watch };
    await rehearse({ files, workflow: path }, ({ result, releases }) => {
      expect(result.refusals).toEqual([]);
      const job = findJob(result, 'upload / Upload');
      expect({ conclusion: result.conclusion, log: logOf(job) }).toMatchObject({ conclusion: 'success' });
      expect(job.outputs).toMatchObject({ uploaded: 'true', track: 'internal', 'wear-uploaded': 'true' });
      expect(job.environment?.name).toBe('play');
      expect([releases('internal'), releases('wear:internal')]).toMatchObject([
        [{ versionCodes: [42] }],
        [{ versionCodes: [43] }],
      ]);
    });
  });
});
