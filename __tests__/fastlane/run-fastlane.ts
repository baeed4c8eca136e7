import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { testWith } from '../support/required.ts';
import { root } from '../support/scenario.ts';

const home = join(root, '.slipway/fastlane');

/** A test that needs the real Fastlane: skipped with the reason where it is not installed, unless CI requires it. */
export const testWithFastlane = testWith(
  'fastlane',
  existsSync(join(home, '.slipway-lockfile'))
    ? undefined
    : 'run "./slipway test --long" on a machine with Ruby 3.1 or newer, make and a C compiler',
);

export interface FastlaneOptions {
  /** What follows `fastlane`, such as `['supply', '--aab', 'app.aab']`. */
  readonly args: readonly string[];
  /** Beside the few variables that every run has; nothing of this process's environment is handed on but PATH. */
  readonly env?: Readonly<Record<string, string>>;
  /** Fastlane takes files of this folder without asking: give it one that holds nothing else. */
  readonly cwd: string;
}

export interface FastlaneRun {
  /** null where a signal ended it. */
  readonly exit: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** After this long a run hangs, and is killed. */
const PATIENCE_MS = 120_000;

/**
 * Quiet, and calling nobody but who is meant: update check, usage figures and the search for known issues are off, and what would
 * leave this machine is sent to a proxy that is not there. (Loopback is never sent through a proxy.)
 */
const ENVIRONMENT = {
  LANG: 'C.UTF-8',
  CI: 'true',
  FASTLANE_SKIP_UPDATE_CHECK: '1',
  FASTLANE_OPT_OUT_USAGE: '1',
  FASTLANE_HIDE_GITHUB_ISSUES: '1',
  FASTLANE_DISABLE_COLORS: '1',
  FASTLANE_HIDE_TIMESTAMP: '1',
  FASTLANE_SKIP_ACTION_SUMMARY: '1',
  FASTLANE_SKIP_DOCS: '1',
  FASTLANE_SKIP_RUBY_VERSION_WARNING: '1',
  SKIP_SLOW_FASTLANE_WARNING: '1',
  HTTPS_PROXY: 'http://127.0.0.1:9',
  HTTP_PROXY: 'http://127.0.0.1:9',
};

/** Bundler works on our Gemfile, and nowhere else. */
const BUNDLE = {
  GEM_HOME: join(home, 'bundler'),
  GEM_PATH: join(home, 'bundler'),
  BUNDLE_GEMFILE: join(root, '__tests__/fastlane/gems/Gemfile'),
  BUNDLE_PATH: join(home, 'gems'),
  BUNDLE_APP_CONFIG: join(home, 'config'),
  BUNDLE_FROZEN: 'true',
};

/** Runs the real Fastlane as a child process with a home of its own, and waits for its end. */
export function runFastlane({ args, env = {}, cwd }: FastlaneOptions): Promise<FastlaneRun> {
  return runBundled(['fastlane', ...args], { cwd, env: { ...ENVIRONMENT, ...env } });
}

/** A script that is the real Fastlane, for whoever looks for it on PATH. */
export function bundledFastlane(): string {
  const variables = Object.entries(BUNDLE).map(([name, value]) => `export ${name}='${value}'`);
  return ['#!/bin/sh', ...variables, `exec ruby -S '${join(home, 'bundler/bin/bundle')}' exec fastlane "$@"`, ''].join(
    '\n',
  );
}

/** Runs any program of the bundle, such as `ruby`. */
export async function runBundled(
  command: readonly string[],
  { cwd, env = {} }: { readonly cwd: string; readonly env?: Readonly<Record<string, string>> },
): Promise<FastlaneRun> {
  const person = mkdtempSync(join(tmpdir(), 'slipway-fastlane-home-'));
  try {
    const child = spawn('ruby', ['-S', join(home, 'bundler/bin/bundle'), 'exec', ...command], {
      cwd,
      env: { PATH: process.env['PATH'] ?? '', HOME: person, ...BUNDLE, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: PATIENCE_MS,
      killSignal: 'SIGKILL',
    });
    const texts = { stdout: '', stderr: '' };
    child.stdout.setEncoding('utf8').on('data', (text: string) => (texts.stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (texts.stderr += text));
    const exit = await new Promise<number | null>((resolve, reject) => {
      child.on('error', reject);
      child.on('close', resolve);
    });
    return { exit, ...texts };
  } finally {
    rmSync(person, { recursive: true, force: true });
  }
}

/** Runs with a fresh folder that holds these files, and removes it. */
export async function withFolder<T>(
  files: Readonly<Record<string, string | Buffer>>,
  run: (folder: string) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'slipway-fastlane-'));
  try {
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), content);
    }
    return await run(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
