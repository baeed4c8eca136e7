import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ledgerPath, writeLedger } from '#rollout/ledger-file';
import { createGit } from '#rehearsal/engine/git';
import { root } from '../support/scenario.ts';
import { byName, parseHtml, textOf } from '../support/html.ts';
import { at, entriesOf, release, tag } from '../rehearsal/report/ledgers.ts';
import { policyText } from '../rehearsal/report/rehearsed.ts';

let folder = '';
beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'slipway-report-')));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function report(cwd: string, ...args: readonly string[]): { code: number | null; out: string } {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', join(root, 'cli/main.ts'), 'report', ...args],
    { cwd, encoding: 'utf8' },
  );
  return { code: status, out: stdout + stderr };
}

function write(path: string, text: string): string {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  return file;
}

const ledger = writeLedger({ entries: entriesOf(), claims: {} });

/** The release before it, which is with everybody. */
const earlier = { ...release, version: '2.15.2', build: '20261116.1' };
const earlierLedger = writeLedger({
  entries: [
    at(-9, { kind: 'opened', release: earlier, policy: 'sha256:0', by: '@ada' }),
    at(-9, {
      kind: 'joined',
      platform: 'android',
      artifact: { store: 'google-play', versionCode: 6 },
      baseline: null,
      by: '@ada',
    }),
    at(-8, { kind: 'completed', platform: 'android' }),
  ],
  claims: {},
});

function openRepository(name: string): { readonly path: string; readonly git: ReturnType<typeof createGit> } {
  const path = join(folder, name);
  mkdirSync(path);
  const make = createGit(process.env, '2026-11-30T08:00:00Z');
  const git: typeof make = (args, options = {}) => make(args, { cwd: path, ...options });
  git(['init', '-q', '-b', 'main']);
  write(`${name}/.github/slipway.yml`, policyText);
  write(
    `${name}/.github/workflows/promote.yml`,
    'on: { workflow_dispatch: }\njobs: { a: { uses: slipway-ci/slipway/.github/workflows/mobile-promote.yml@v1 } }\n',
  );
  git(['add', '.']);
  git(['commit', '-qm', 'an app']);
  git(['remote', 'add', 'origin', 'git@github.com:example/app.git']);
  return { path, git };
}

/** A commit with ledgers and no history, that a ref leads to. */
function commitLedgers(git: ReturnType<typeof createGit>, ref: string, files: Readonly<Record<string, string>>): void {
  const env = { GIT_INDEX_FILE: join(folder, 'index') };
  rmSync(env.GIT_INDEX_FILE, { force: true });
  for (const [path, text] of Object.entries(files)) {
    const blob = git(['hash-object', '-w', '--stdin'], { input: text });
    git(['update-index', '--add', '--cacheinfo', `100644,${blob},${path}`], { env });
  }
  const tree = git(['write-tree'], { env });
  git(['update-ref', ref, git(['commit-tree', tree, '-m', 'ledger'])]);
}

describe('from the branch of a clone', () => {
  test('what was fetched of it, where there is no local one; the release on its way, links, and the own workflow', () => {
    const { path, git } = openRepository('fetched');
    commitLedgers(git, 'refs/remotes/origin/slipway-ledger', {
      [ledgerPath(release)]: ledger,
      [ledgerPath(earlier)]: earlierLedger,
      'releases/tracker-mobile/uploading.json': '{}',
      'README.md': 'not a ledger',
    });
    const { code, out } = report(path);
    expect(out).toContain('2.15.3 android: halted, production 20 %. 2 % crash: above the limit');
    expect(out).toContain('The report as a page: .slipway/report.html');
    expect(code).toBe(0);
    const page = parseHtml(readFileSync(join(path, '.slipway/report.html'), 'utf8'));
    const text = textOf(page);
    expect(text).toContain('from the branch origin/slipway-ledger at ');
    expect(text).toContain('gh workflow run promote.yml');
    expect(text).not.toContain('2.15.2');
    expect(byName(page, 'a').map(({ attributes }) => attributes['href'])).toContain(
      'https://github.com/example/app/actions/runs/9003',
    );
  });

  test('the local branch counts, and it is said that the fetched one is another', () => {
    const { path, git } = openRepository('both');
    commitLedgers(git, 'refs/heads/slipway-ledger', { [ledgerPath(release)]: ledger });
    commitLedgers(git, 'refs/remotes/origin/slipway-ledger', { [ledgerPath(earlier)]: earlierLedger });
    const { code, out } = report(path, '--output', 'pages/one.html');
    expect(code).toBe(0);
    expect(out).toContain('This is the local branch slipway-ledger, and origin/slipway-ledger is at another commit');
    expect(readFileSync(join(path, 'pages/one.html'), 'utf8')).toContain(tag.replaceAll('"', ''));
  });

  test('another branch by name, and a release that is over by its version', () => {
    const { path, git } = openRepository('named');
    commitLedgers(git, 'refs/heads/ledgers', {
      [ledgerPath(release)]: ledger,
      [`archive/tracker-mobile/2.15.2+20261116.1.json`]: earlierLedger,
    });
    const { code, out } = report(path, '--branch', 'ledgers', '--release', '2.15.2');
    expect(out).toContain('2.15.2 android: complete');
    expect(code).toBe(0);
  });

  test('no branch, no ledger, no clone: each is said with what to do', () => {
    const { path, git } = openRepository('empty');
    expect(report(path)).toEqual({
      code: 2,
      out: expect.stringContaining(
        'there is no branch slipway-ledger here, and no origin/slipway-ledger. Fetch it with "git fetch origin slipway-ledger',
      ),
    });
    commitLedgers(git, 'refs/heads/slipway-ledger', { 'README.md': 'nothing yet' });
    expect(report(path)).toEqual({
      code: 2,
      out: expect.stringMatching(/the branch slipway-ledger at [0-9a-f]{7} holds no ledger/),
    });
    const bare = join(folder, 'no-clone');
    mkdirSync(bare);
    expect(report(bare).out).toContain('is in no git clone that can be read');
  });
});

describe('from files', () => {
  test('one that cannot be read takes nothing from the others, and is named with its reason', () => {
    write('ledgers/2.15.3.json', ledger);
    const broken = write('ledgers/broken.json', '{"schema": 9}');
    const { code, out } = report(folder, '--ledger', 'ledgers', '--output', 'page.html');
    expect(out).toContain(
      `${broken.slice(folder.length + 1)} cannot be read: it was written by a newer version (schema 9, and 1 is known).`,
    );
    expect(code).toBe(0);
    const text = textOf(parseHtml(readFileSync(join(folder, 'page.html'), 'utf8')));
    expect(text).toContain('broken.json cannot be read');
    expect(text).toContain('No policy was read');
  });

  test.each([
    [['--ledger', 'nowhere'], 'there is no file or folder "nowhere"'],
    [['--ledger', 'one.txt'], '"one.txt" is no .json file, as ledgers are'],
    [['--ledger', 'one.json'], 'one.json cannot be read: it is no JSON.'],
    [['--ledger', 'good', '--release', '2.15.4'], `there is no release "2.15.4". There are: ${tag}`],
    [['--ledger', 'good', '--release', 'tracker-mobile@2.15.3+20261130.2'], `did you mean "${tag}"?`],
    [['--ledger', 'good', '--policy', 'no.yml'], 'there is no file "no.yml"'],
    [['--ledger', 'good', '--policy', 'bad.yml'], 'bad.yml:1:1: '],
    [['--ledger', 'good', '--output', 'one.json/page.html'], 'the page could not be written: '],
    [['--ledger', 'good', '--branch', 'x'], 'give one of them'],
    [['--legder', 'good'], 'there is no option "--legder"; did you mean "--ledger"?'],
    [['2.15.3'], '"2.15.3" is no option; name a release with --release'],
    [['--release'], '"--release" needs a value'],
  ])('%j is refused', (args, reason) => {
    write('good/2.15.3.json', ledger);
    write('one.json', 'not json');
    write('one.txt', ledger.slice(0, 10));
    write('bad.yml', 'platform: {}\n');
    const { code, out } = report(folder, ...args);
    expect(out).toContain(reason);
    expect(code).toBe(2);
  });
});
