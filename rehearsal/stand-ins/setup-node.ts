import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { findProgram } from '#rehearsal/runner/shells';
import type { JobSite, StandIn, StandInCall, StandInOutcome } from './stand-in.ts';

/**
 * https://github.com/actions/setup-node: a Node of this machine that satisfies the version, else the one that the suite runs on,
 * with a warning; and the problem matchers that the action registers, for tsc and two formats of ESLint.
 */
export const setupNode: StandIn = {
  does: 'puts a Node of this machine on PATH and registers the matchers for tsc and ESLint',
  inputs: {
    'node-version': {},
    'node-version-file': {},
    architecture: {},
    'check-latest': { default: 'false' },
    'registry-url': { refused: 'it would sign in at a registry' },
    scope: {},
    token: {},
    cache: {},
    'package-manager-cache': { default: 'true' },
    'cache-dependency-path': {},
    mirror: {},
    'mirror-token': {},
  },
  run: setUp,
};

function setUp({ input, say, site }: StandInCall): StandInOutcome {
  const wanted = input('node-version') || readVersionFile(site, input('node-version-file'));
  const found = listNodes(site).find(({ version }) => satisfies(version, wanted));
  const own = { file: site.node, version: process.version };
  const { file, version } = found ?? own;
  say(`Node ${version} at ${file}`);
  registerMatchers(site, say);
  return {
    outputs: { 'node-version': version, 'cache-hit': 'false' },
    path: [dirname(file)],
    env: npmSettings(site),
    ...(found === undefined
      ? { warning: `Node ${wanted} is not on this machine; Node ${own.version} stands in for it` }
      : {}),
  };
}

function readVersionFile(site: JobSite, name: string): string {
  const path = resolve(site.workspace, name);
  if (name === '' || !existsSync(path)) return '';
  const text = readFileSync(path, 'utf8').trim();
  if (!name.endsWith('.json')) return text;
  const manifest = JSON.parse(text) as { volta?: { node?: string }; engines?: { node?: string } };
  return manifest.volta?.node ?? manifest.engines?.node ?? '';
}

interface Installed {
  readonly file: string;
  readonly version: string;
}

function listNodes(site: JobSite): Installed[] {
  const own = { file: site.node, version: process.version };
  const other = findProgram('node', site.machine['PATH'] ?? '');
  if (other === undefined || other === own.file) return [own];
  return [own, { file: other, version: spawnSync(other, ['--version'], { encoding: 'utf8' }).stdout.trim() }];
}

/** The forms that workflows use: `24`, `24.x`, `24.3`, `v24.3.0`, `>=20.19`, `^22`, `lts/*`, `node`, `latest`; alternatives by `||`. */
function satisfies(version: string, wanted: string): boolean {
  const have = version.replace('v', '').split('.').map(Number);
  return wanted.split('||').some((alternative) => {
    const text = alternative.trim();
    if (['', 'node', 'latest', 'current', 'lts/*', '*'].includes(text)) return true;
    const { sign = '', numbers = '' } =
      /^(?<sign>>=|\^|~|=)?\s*v?(?<numbers>\d+(?:\.(?:\d+|x|\*))*)$/.exec(text)?.groups ?? {};
    const parts = numbers
      .split('.')
      .filter((part) => part !== '')
      .map((part) => (/^\d+$/.test(part) ? Number(part) : undefined));
    if (parts.length === 0) return false;
    if (sign === '>=' || sign === '^') {
      const [major = 0, minor = 0, patch = 0] = parts;
      const difference =
        [major, minor, patch].map((part, index) => (have[index] ?? 0) - part).find((part) => part !== 0) ?? 0;
      return difference >= 0 && (sign === '>=' || have[0] === major);
    }
    const exact = sign === '~' ? parts.slice(0, 2) : parts;
    return exact.every((part, index) => part === undefined || part === have[index]);
  });
}

/** Where packages come from, by which way, whom npm believes, and where it keeps what it has fetched. */
const npmNames = {
  npm_config_registry: 'registry',
  npm_config_cache: 'cache',
  npm_config_cafile: 'cafile',
  npm_config_proxy: 'proxy',
  npm_config_https_proxy: 'https-proxy',
  npm_config_noproxy: 'noproxy',
};

/**
 * A job has a home of its own, without the person's npm settings. These few are no secret once credentials are cut out of
 * them, and without them a machine behind a mirror or a proxy could install nothing.
 */
function npmSettings(site: JobSite): Record<string, string> {
  const npm = findProgram('npm', site.machine['PATH'] ?? '');
  if (npm === undefined) return {};
  const { stdout, status } = spawnSync(npm, ['config', 'get', ...Object.values(npmNames)], {
    encoding: 'utf8',
    cwd: site.temp,
    env: { ...site.machine },
  });
  if (status !== 0) return {};
  const values = Object.fromEntries(
    stdout
      .trim()
      .split('\n')
      .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
  );
  return Object.fromEntries(
    Object.entries(npmNames).flatMap(([variable, name]) =>
      // npm prints "null" for what nobody has set.
      ['null', '', undefined].includes(values[name]) ? [] : [[variable, withoutCredentials(values[name] ?? '')]],
    ),
  );
}

function withoutCredentials(text: string): string {
  return text.replace(/^(https?:\/\/)[^/@]*@/, '$1');
}

/** What the action registers for the rest of the job; written anew after the formats of the tools. */
const matchers = {
  tsc: [
    {
      regexp: String.raw`^(\S.*)[(:](\d+)[,:](\d+)(?:\):|\s+-)\s+(error|warning|info)\s+TS(\d+)\s*:\s*(.*)$`,
      ...{ file: 1, line: 2, column: 3, severity: 4, code: 5, message: 6 },
    },
  ],
  'eslint-stylish': [
    { regexp: String.raw`^\s*(\S.*)$`, file: 1 },
    {
      regexp: String.raw`^\s+(\d+):(\d+)\s+(error|warning|info)\s+(\S.*?)\s{2,}(\S+)\s*$`,
      ...{ line: 1, column: 2, severity: 3, message: 4, code: 5, loop: true },
    },
  ],
  'eslint-compact': [
    {
      regexp: String.raw`^(.+):\sline\s(\d+),\scol\s(\d+),\s(error|warning|info|Error|Warning|Info)\s-\s(.+)\s\(([^()]+)\)$`,
      ...{ file: 1, line: 2, column: 3, severity: 4, message: 5, code: 6 },
    },
  ],
};

function registerMatchers(site: JobSite, say: (line: string) => void): void {
  const folder = join(site.temp, '_setup-node');
  mkdirSync(folder, { recursive: true });
  for (const [owner, pattern] of Object.entries(matchers)) {
    const file = join(folder, `${owner}.json`);
    writeFileSync(file, JSON.stringify({ problemMatcher: [{ owner, pattern }] }));
    say(`##[add-matcher]${file}`);
  }
}
