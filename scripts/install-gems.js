// Installs the gems of __tests__/fastlane/gems into .slipway/fastlane, for ./slipway. Plain JavaScript without dependencies: it
// runs on whatever Node the machine has.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

const FOLDER = '.slipway/fastlane';
const GEMS = '__tests__/fastlane/gems';

/** Fastlane 2.240.1 refuses older ones. */
const OLDEST_RUBY = [3, 1];

/** Where everybody's gems come from; another source of this machine is used as a mirror of it. */
const RUBYGEMS = 'https://rubygems.org';

/**
 * Installs what Gemfile.lock pins, unless it is what was installed last.
 *
 * @param {string} root
 * @returns {string | undefined} why it cannot be installed, as a sentence with its cure
 */
export function installGems(root) {
  const folder = join(root, FOLDER);
  const lockfile = readFileSync(join(root, GEMS, 'Gemfile.lock'), 'utf8');
  const asked = spawnSync('ruby', ['-e', 'puts RUBY_VERSION, Gem.sources.to_a.first'], { encoding: 'utf8' });
  if (asked.status !== 0)
    return 'Ruby was not found on PATH: install Ruby 3.1 or newer, with its headers, make and a C compiler.';
  const [version = '', source = RUBYGEMS] = asked.stdout.trim().split('\n');
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major < OLDEST_RUBY[0] || (major === OLDEST_RUBY[0] && minor < OLDEST_RUBY[1])) {
    return `Fastlane needs Ruby ${OLDEST_RUBY.join('.')} or newer; this is ${version}.`;
  }
  // Gems with C code are built for one Ruby.
  const wanted = createHash('sha256').update(`${version}\n${lockfile}`).digest('hex');
  const stamp = join(folder, '.slipway-lockfile');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return undefined;

  console.log('slipway: installing Fastlane, for the tests of the stores (a minute or two) ...');
  const startedAt = Date.now();
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const bundler = /BUNDLED WITH\s+(\S+)/.exec(lockfile)?.[1] ?? '';
  const home = join(folder, 'bundler');
  const steps = [
    ['gem', 'install', 'bundler', '-v', bundler, '--install-dir', home, '--no-user-install', '--no-document'],
    [join(home, 'bin/bundle'), 'install'],
  ];
  for (const [program, ...parameters] of steps) {
    const { status, stdout, stderr } = spawnSync('ruby', ['-S', program, ...parameters], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, ...bundleEnvironment(root, source) },
    });
    if (status !== 0) {
      const said = `${stdout}${stderr}`.trim().split('\n').slice(-15).join('\n');
      return `The gems could not be installed (${[program, ...parameters].join(' ')}):\n${said}`;
    }
  }
  writeFileSync(stamp, wanted);
  console.log(`slipway: Fastlane is in ${FOLDER}, ${((Date.now() - startedAt) / 1000).toFixed(0)} s`);
  return undefined;
}

/** The variables by which Bundler works on our Gemfile and nowhere else. */
function bundleEnvironment(root, source) {
  const home = join(root, FOLDER, 'bundler');
  return {
    GEM_HOME: home,
    GEM_PATH: home,
    BUNDLE_GEMFILE: join(root, GEMS, 'Gemfile'),
    BUNDLE_PATH: join(root, FOLDER, 'gems'),
    BUNDLE_APP_CONFIG: join(root, FOLDER, 'config'),
    BUNDLE_FROZEN: 'true',
    BUNDLE_JOBS: '2',
    // Another bundle that this runs in must not reach into ours.
    RUBYOPT: '',
    // Bundler does not read the sources that `gem` is configured with.
    ...(source.replace(/\/$/, '') === RUBYGEMS || hasMirror() ? {} : { BUNDLE_MIRROR__ALL: source }),
  };
}

/** Whether this machine has told Bundler itself where gems come from: https://bundler.io/man/bundle-config.1.html. */
function hasMirror() {
  const file = process.env['BUNDLE_USER_CONFIG'] ?? join(homedir(), '.bundle/config');
  const settings = existsSync(file) ? readFileSync(file, 'utf8') : '';
  return /^BUNDLE_MIRROR__/m.test([...Object.keys(process.env), settings].join('\n'));
}
