import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';
import { parseFileCommands } from '#rehearsal/runner/file-commands';
import { root } from '../support/scenario.ts';

// The reusable workflow as a file, and its scripts by the shell that GitHub runs them with. Whole runs of it are rehearsed in
// __tests__/rehearsal/engine/store-upload.test.ts.

interface Workflow {
  readonly on: {
    readonly workflow_call: {
      readonly inputs: Readonly<Record<string, { readonly default: string }>>;
      readonly secrets: Readonly<Record<string, { readonly required: boolean }>>;
      readonly outputs: Readonly<Record<string, { readonly value: string }>>;
    };
  };
  readonly permissions: object;
  readonly jobs: { readonly upload: Job };
}

interface Job {
  readonly permissions: object;
  readonly environment: object;
  readonly concurrency: object;
  readonly outputs: Readonly<Record<string, string>>;
  readonly steps: readonly {
    readonly name?: string;
    readonly uses?: string;
    readonly run?: string;
    readonly with?: Readonly<Record<string, string>>;
  }[];
}

const workflow = parse(readFileSync(join(root, '.github/workflows/store-upload.yml'), 'utf8')) as Workflow;
const { inputs, secrets, outputs } = workflow.on.workflow_call;
const job = workflow.jobs.upload;
const manifest = parse(readFileSync(join(root, 'actions/store-upload/action.yml'), 'utf8')) as {
  readonly inputs: Readonly<Record<string, { readonly default?: string }>>;
  readonly outputs: Readonly<Record<string, object>>;
};

test('every input of the action is handed on under its own name, with its default', () => {
  const upload = job.steps.find(({ uses }) => uses === '$/actions/store-upload');
  const own: Readonly<Record<string, string>> = {
    // Found in the artifact of the run, where there is one.
    artifact: '${{ steps.files.outputs.artifact }}',
    mapping: '${{ steps.files.outputs.mapping }}',
    'native-symbols': '${{ steps.files.outputs.native-symbols }}',
    ...Object.fromEntries(Object.keys(secrets).map((name) => [name, `\${{ secrets.${name} }}`])),
  };
  // No variable of the caller reaches a called workflow, so there is none to pass.
  // What opens a rollout asks for more than every caller grants.
  const left = ['pass-env', 'open-rollout', 'policy', 'app', 'github-token'];
  const names = Object.keys(manifest.inputs).filter((name) => !left.includes(name));
  const handed = names.map((name) => [name, own[name] ?? `\${{ inputs.${name} }}`]);
  expect(upload?.with).toEqual(Object.fromEntries(handed));
  for (const name of names.filter((one) => !Object.hasOwn(secrets, one))) {
    const expected = name === 'platform' ? 'android' : (manifest.inputs[name]?.default ?? '');
    expect({ name, default: inputs[name]?.default }).toEqual({ name, default: expected });
  }
});

test('every output of the action but its end comes through', () => {
  const names = Object.keys(manifest.outputs).filter(
    (name) => !['result', 'bundle-id', 'opened', 'release-tag'].includes(name),
  );
  expect(Object.keys(outputs).sort()).toEqual(names.sort());
  for (const name of names) {
    expect(job.outputs[name]).toBe(`\${{ steps.upload.outputs.${name} }}`);
    expect(outputs[name]?.value).toBe(`\${{ jobs.upload.outputs.${name} }}`);
  }
});

test('it may read the code and nothing else; no secret is required; one upload of an app at a time', () => {
  expect([workflow.permissions, job.permissions]).toEqual([{}, { contents: 'read' }]);
  expect(Object.values(secrets).map(({ required }) => required)).toEqual([false, false, false]);
  expect(job.environment).toEqual({ name: '${{ inputs.environment }}', deployment: false });
  expect(job.concurrency).toEqual({
    group: 'store-upload-${{ inputs.platform }}-${{ inputs.bundle-id || github.repository }}',
    'cancel-in-progress': false,
    queue: 'max',
  });
});

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'slipway-upload-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

interface Ran {
  readonly code: number | null;
  readonly said: string;
  readonly outputs: Readonly<Record<string, string>>;
}

function run(name: string, env: Readonly<Record<string, string>>, cwd = folder): Ran {
  const script = job.steps.find((step) => step.name === name)?.run ?? 'exit 99';
  const output = join(folder, 'output');
  writeFileSync(output, '');
  // The line with which the runner starts `shell: bash`.
  const { status, stdout } = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script], {
    cwd,
    env: { PATH: process.env['PATH'] ?? '', GITHUB_OUTPUT: output, ...env },
    encoding: 'utf8',
  });
  return { code: status, said: stdout, outputs: Object.fromEntries(parseFileCommands(readFileSync(output, 'utf8'))) };
}

function fill(...files: readonly string[]): void {
  for (const file of files) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), '');
  }
}

describe('what is to be uploaded', () => {
  const find = (env: Readonly<Record<string, string>>): Ran =>
    run('Find what is to be uploaded', {
      PLATFORM: 'android',
      NAME: '',
      FOLDER: join(folder, 'got'),
      ARTIFACT: '',
      MAPPING: '',
      SYMBOLS: '',
      ...env,
    });

  test('every bundle of the artifact, and what goes with it', () => {
    fill('got/wear/wear.aab', 'got/app/app.aab', 'got/app/app.apk', 'got/mapping.txt');
    expect(find({ NAME: 'bundles', MAPPING: 'mapping.txt' })).toMatchObject({
      code: 0,
      outputs: {
        artifact: `${folder}/got/app/app.aab\n${folder}/got/wear/wear.aab`,
        mapping: `${folder}/got/mapping.txt`,
        'native-symbols': '',
      },
    });
  });

  test('the .ipa of it for Apple', () => {
    fill('got/App.ipa', 'got/app.aab');
    expect(find({ NAME: 'builds', PLATFORM: 'ios' }).outputs['artifact']).toBe(`${folder}/got/App.ipa`);
  });

  test('the files of it that are named; addresses, builds of EAS and whole paths stay as they are', () => {
    const given = ['app/a b.aab', 'https://example.test/app.aab?x=1', 'eas:5f4e', '/tmp/app.aab'];
    expect(find({ NAME: 'bundles', ARTIFACT: `${given.join('\n')}\n` }).outputs['artifact']?.split('\n')).toEqual([
      `${folder}/got/app/a b.aab`,
      ...given.slice(1),
    ]);
  });

  test('what lies in the repository, where no artifact is named', () => {
    expect(find({ ARTIFACT: 'build/app.aab', SYMBOLS: 'symbols.zip' }).outputs).toEqual({
      artifact: 'build/app.aab',
      mapping: '',
      'native-symbols': 'symbols.zip',
    });
  });

  test('an artifact without a bundle is refused, with what it holds', () => {
    fill('got/app.apk', 'got/notes.txt');
    const { code, said, outputs: found } = find({ NAME: 'bundles' });
    expect([code, found]).toEqual([1, {}]);
    expect(said).toMatch(/^::error title=store-upload.yml::The artifact bundles holds no .aab: .*app.apk/);
  });
});

describe('credentials', () => {
  const check = (env: Readonly<Record<string, string>>): Ran =>
    run('Refuse what has no credentials', {
      PLATFORM: 'android',
      ARTIFACT: '',
      GOOGLE: 'false',
      APPLE: 'false',
      EXPO: 'false',
      ...env,
    });

  test.each<[what: string, env: Record<string, string>, missing: string | undefined]>([
    ['none for Google', { APPLE: 'true' }, 'google-credentials'],
    ['none for Apple', { PLATFORM: 'ios', GOOGLE: 'true' }, 'app-store-connect-key'],
    ['none for Expo', { GOOGLE: 'true', ARTIFACT: 'app.aab\neas:5f4e' }, 'expo-token'],
    ['for Google', { GOOGLE: 'true', ARTIFACT: 'app.aab' }, undefined],
    ['for Apple', { PLATFORM: 'ios', APPLE: 'true' }, undefined],
    ['for Google and Expo', { GOOGLE: 'true', EXPO: 'true', ARTIFACT: 'eas:5f4e' }, undefined],
  ])('%s', (_what, env, missing) => {
    const { code, said } = check(env);
    expect(code).toBe(missing === undefined ? 0 : 1);
    expect(said).toContain(missing === undefined ? '' : `The secret ${missing} is missing`);
  });

  test('another platform', () => {
    expect(check({ PLATFORM: 'watchos', GOOGLE: 'true' }).said).toContain(
      'platform is "watchos"; valid are android and ios.',
    );
  });
});

describe('Fastlane', () => {
  const install = (cwd: string, ...files: readonly string[]): Ran & { readonly ran: string } => {
    fill('work/mobile/.keep', ...files);
    mkdirSync(join(folder, 'bin'));
    for (const name of ['gem', 'bundle'])
      writeFileSync(
        join(folder, 'bin', name),
        `#!/bin/sh\necho "$(basename "$PWD"): ${name} $* \${BUNDLE_FROZEN:-}" >> '${folder}/ran'\n[ ! -f broken ]\n`,
        { mode: 0o755 },
      );
    const env = {
      PATH: `${join(folder, 'bin')}:/usr/bin:/bin`,
      VERSION: '2.240.1',
      GITHUB_WORKSPACE: join(folder, 'work'),
    };
    const ran = run('Install Fastlane', env, join(folder, cwd));
    return { ...ran, ran: existsSync(join(folder, 'ran')) ? readFileSync(join(folder, 'ran'), 'utf8').trim() : '' };
  };

  test.each<[what: string, files: string[], ran: string]>([
    ['of the app', ['work/mobile/Gemfile'], 'mobile: bundle install'],
    ['of the app, as locked', ['work/mobile/Gemfile', 'work/mobile/Gemfile.lock'], 'mobile: bundle install true'],
    ['of a folder above the app', ['work/Gemfile'], 'work: bundle install'],
    ['of no app', [], 'mobile: gem install fastlane --version 2.240.1 --no-document'],
    [
      'not of a folder above the repository',
      ['Gemfile'],
      'mobile: gem install fastlane --version 2.240.1 --no-document',
    ],
  ])('%s', (_what, files, expected) => {
    expect(install('work/mobile', ...files)).toMatchObject({ code: 0, ran: expected });
  });

  test('that cannot be installed fails the step', () => {
    expect(install('work/mobile', 'work/mobile/Gemfile', 'work/mobile/broken').code).not.toBe(0);
  });
});
