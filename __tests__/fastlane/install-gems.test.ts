import { expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '../support/scenario.ts';

/** A stand-in for Ruby: says its version and its source of gems, and writes down what it is asked to run. */
const RUBY = `#!/bin/sh
if [ "$1" = -e ]; then printf '%s\\n%s\\n' "$STAND_IN_VERSION" "$STAND_IN_SOURCE"; exit 0; fi
echo "$*" >> "$STAND_IN_LOG"
env | grep '^BUNDLE_\\|^GEM_' >> "$STAND_IN_LOG"
[ "$3" = "$STAND_IN_FAILS" ] && { echo 'no such gem'; exit 5; }
exit 0
`;

interface Machine {
  readonly version?: string;
  readonly source?: string;
  readonly fails?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** How often to install. */
  readonly times?: number;
}

interface Installed {
  /** What `installGems` returned, each time. */
  readonly reasons: readonly (string | null)[];
  /** What Ruby was asked to run, and with which variables. */
  readonly log: string;
  readonly stamped: boolean;
}

/** Installs the gems of a made-up checkout on a machine that has this Ruby; null is none at all. */
function installOn(machine: Machine | null): Installed {
  const folder = mkdtempSync(join(tmpdir(), 'slipway-gems-'));
  const put = (name: string, content: string): string => {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };
  try {
    put('__tests__/fastlane/gems/Gemfile.lock', 'GEM\n\nBUNDLED WITH\n   2.6.9\n');
    if (machine !== null) chmodSync(put('bin/ruby', RUBY), 0o755);
    const log = put('log', '');
    const { version = '3.1.2', source = 'https://rubygems.org/', fails = '', env = {}, times = 1 } = machine ?? {};
    const module = pathToFileURL(join(root, 'scripts/install-gems.js')).href;
    const reasons = Array.from({ length: times }, () => {
      const script = `const { installGems } = await import(${JSON.stringify(module)}); console.log = () => {}; process.stdout.write(JSON.stringify(installGems(${JSON.stringify(folder)}) ?? null));`;
      const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
        encoding: 'utf8',
        env: {
          PATH: machine === null ? join(folder, 'none') : `${join(folder, 'bin')}:/usr/bin:/bin`,
          STAND_IN_VERSION: version,
          STAND_IN_SOURCE: source,
          STAND_IN_FAILS: fails,
          STAND_IN_LOG: log,
          ...env,
        },
      });
      expect(stderr).toBe('');
      return JSON.parse(stdout) as string | null;
    });
    return {
      reasons,
      log: readFileSync(log, 'utf8').replaceAll(folder, 'ROOT'),
      stamped: existsSync(join(folder, '.slipway/fastlane/.slipway-lockfile')),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

test('Bundler comes by gem in the version of the lockfile, and installs what it pins, once', () => {
  const { reasons, log, stamped } = installOn({ times: 2 });
  expect(reasons).toEqual([null, null]);
  expect(stamped).toBe(true);
  const runs = log.split('\n').filter((line) => line.startsWith('-S'));
  expect(runs).toEqual([
    '-S gem install bundler -v 2.6.9 --install-dir ROOT/.slipway/fastlane/bundler --no-user-install --no-document',
    '-S ROOT/.slipway/fastlane/bundler/bin/bundle install',
  ]);
  expect(log).toContain('BUNDLE_GEMFILE=ROOT/__tests__/fastlane/gems/Gemfile');
  expect(log).toContain('BUNDLE_FROZEN=true');
  expect(log).not.toContain('MIRROR');
});

test.each([
  { rule: 'the source that a machine has set for gem is a mirror for Bundler', mirror: 'BUNDLE_MIRROR__ALL=' },
  {
    rule: 'a mirror that Bundler has been told of in the environment is the one',
    env: { BUNDLE_MIRROR__ALL: 'https://own.example.test/' },
    mirror: 'BUNDLE_MIRROR__ALL=https://own.example.test/',
  },
  { rule: 'and so is one of its configuration', config: true, mirror: null },
])('$rule', ({ env = {}, config = false, mirror }) => {
  const folder = mkdtempSync(join(tmpdir(), 'slipway-home-'));
  const file = join(folder, 'config');
  if (config) writeFileSync(file, '---\nBUNDLE_MIRROR__HTTPS://RUBYGEMS__ORG/: "https://own.example.test/"\n');
  const source = 'https://gems.example.test/';
  const { log } = installOn({ source, env: { BUNDLE_USER_CONFIG: file, ...env } });
  rmSync(folder, { recursive: true });
  if (mirror === null) expect(log).not.toContain('MIRROR');
  else expect(log).toContain(mirror.endsWith('=') ? `${mirror}${source}` : mirror);
});

test.each([
  { machine: null, reason: 'Ruby was not found' },
  { machine: { version: '2.7.8' }, reason: 'needs Ruby 3.1 or newer; this is 2.7.8' },
  { machine: { version: '3.0.9' }, reason: 'this is 3.0.9' },
  { machine: { fails: 'install' }, reason: 'no such gem' },
])('what stands in the way is said: $reason', ({ machine, reason }) => {
  const { reasons, stamped } = installOn(machine);
  expect(reasons).toEqual([expect.stringContaining(reason)]);
  expect(stamped).toBe(false);
});
