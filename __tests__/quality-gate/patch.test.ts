import { describe, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { qualityGate } from '../../actions/quality-gate/main.ts';
import { slowModes, play } from '../support/scenario.ts';
import type { Scenario, Seen } from '../support/scenario.ts';
import { coverageOfLines, healthy, jestReport, patchReasons, standInProject } from './project.ts';

const file = 'src/sum.js';
const tenLines = Array.from({ length: 10 }, (_, index) => `line(${index + 1});`);

type Files = Readonly<Record<string, readonly string[] | null>>;

interface Pull {
  /** Files before, by path; `src/sum.js` with ten lines unless given. */
  readonly before?: Files;
  /** Files of the pull request: null deletes. */
  readonly after: Files;
  /** Lines of `file` (where it is afterwards) that the tests run. */
  readonly ran: readonly number[];
  readonly covers?: string;
  readonly event?: 'pull_request' | 'merge_group' | 'push';
  /** What actions/checkout leaves: GitHub's merge commit (default), or the head itself. */
  readonly checkout?: 'merge' | 'head';
  readonly depth?: number;
  readonly inputs?: Readonly<Record<string, string>>;
  /** Done to the finished checkout. */
  readonly spoil?: (workspace: string) => void;
}

/** A pull request in a real repository, checked out as `actions/checkout` does it. */
function pullRequest(pull: Pull): Scenario {
  const covers = pull.covers ?? file;
  const map = coverageOfLines(pull.ran, 40, `WORKSPACE/${covers}`);
  const project = standInProject({ jest: { ...healthy.jest, report: jestReport({ coverageMap: map }) } });
  return {
    inputs: { 'patch-threshold': '80', 'coverage-threshold': '1', ...pull.inputs },
    env: { GITHUB_EVENT_NAME: pull.event ?? 'pull_request', GITHUB_EVENT_PATH: 'WORKSPACE/event.json' },
    prepare: (workspace) => {
      const origin = `${workspace}-origin`;
      mkdirSync(origin);
      const git = (...args: string[]): string =>
        execFileSync(
          'git',
          ['-c', 'user.name=T', '-c', 'user.email=t@example.com', '-c', 'init.defaultBranch=main', ...args],
          { cwd: origin, encoding: 'utf8' },
        ).trim();
      git('init', '--quiet');
      write(origin, pull.before ?? { [file]: tenLines });
      git('add', '--all');
      git('commit', '--quiet', '--message', 'base');
      const base = git('rev-parse', 'HEAD');
      git('checkout', '--quiet', '-b', 'topic');
      write(origin, pull.after);
      git('add', '--all');
      git('commit', '--quiet', '--allow-empty', '--message', 'topic');
      const head = git('rev-parse', 'HEAD');
      git('checkout', '--quiet', 'main');
      // The base has moved on: what it changed is none of the pull request.
      write(origin, { 'src/other.js': tenLines });
      git('add', '--all');
      git('commit', '--quiet', '--message', 'meanwhile');
      git('merge', '--quiet', '--no-ff', '--no-edit', 'topic');
      git('branch', 'merged');
      rmSync(workspace, { recursive: true });
      const depth = pull.depth === undefined ? [] : ['--depth', String(pull.depth)];
      const branch = pull.checkout === 'head' ? 'topic' : 'merged';
      execFileSync('git', ['clone', '--quiet', ...depth, '--branch', branch, `file://${origin}`, workspace]);
      project.prepare?.(workspace);
      const payload =
        pull.event === 'merge_group'
          ? { merge_group: { base_sha: base, head_sha: head } }
          : { pull_request: { base: { sha: base }, head: { sha: head } } };
      writeFileSync(join(workspace, 'event.json'), JSON.stringify(payload));
      pull.spoil?.(workspace);
      rmSync(origin, { recursive: true });
    },
  };
}

function write(folder: string, files: Files): void {
  for (const [path, lines] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    if (lines === null) rmSync(join(folder, path));
    else writeFileSync(join(folder, path), `${lines.join('\n')}\n`);
  }
}

const changed = (...numbers: readonly number[]): readonly string[] =>
  tenLines.map((line, index) => (numbers.includes(index + 1) ? `${line} // changed` : line));

function places(seen: Seen): string[] {
  return seen.annotations
    .filter((one) => one.file !== undefined)
    .map((one) => `${one.level} ${one.file ?? ''}:${one.line ?? ''}-${one.endLine ?? ''}`);
}

interface Row {
  readonly what: string;
  readonly pull: Pull;
  readonly reasons: readonly string[];
  readonly share: string;
  readonly at?: readonly string[];
  readonly says?: string;
}

const rows: readonly Row[] = [
  {
    what: 'changed lines that no test runs',
    pull: { after: { [file]: changed(3, 4, 8) }, ran: [3] },
    reasons: ['patch-below'],
    share: '33.33',
    at: [`error ${file}:4-4`, `error ${file}:8-8`],
  },
  {
    what: 'changed lines that are all run, in a file that is poorly covered otherwise',
    pull: { after: { [file]: changed(3, 4) }, ran: [3, 4] },
    reasons: [],
    share: '100.00',
    at: [],
  },
  {
    what: 'exactly the threshold, the rest as a notice',
    pull: { after: { [file]: changed(1, 2, 3, 4, 5) }, ran: [1, 2, 3, 4] },
    reasons: [],
    share: '80.00',
    at: [`notice ${file}:5-5`],
  },
  {
    what: 'a renamed file: only its changed line counts',
    pull: { after: { [file]: null, 'src/total.js': changed(7) }, covers: 'src/total.js', ran: [7] },
    reasons: [],
    share: '100.00',
    at: [],
  },
  {
    what: 'a deleted file: nothing to cover',
    pull: { before: { [file]: tenLines, 'src/gone.js': tenLines }, after: { 'src/gone.js': null }, ran: [1] },
    reasons: [],
    share: 'none',
    at: [],
  },
  {
    what: 'only a document',
    pull: { after: { 'README.md': ['# hello'] }, ran: [1] },
    reasons: [],
    share: 'none',
    at: [],
  },
  {
    what: 'a new file',
    pull: { after: { 'src/new file.js': tenLines }, covers: 'src/new file.js', ran: [] },
    reasons: ['coverage-below', 'patch-below'],
    share: '0.00',
    at: ['error src/new file.js:1-10'],
  },
  {
    what: "the head itself, with its history: what the base did meanwhile is not the pull request's",
    pull: { after: { [file]: changed(2) }, ran: [2], checkout: 'head' },
    reasons: [],
    share: '100.00',
    at: [],
  },
  {
    what: 'a merge group',
    pull: { after: { [file]: changed(2) }, ran: [2], event: 'merge_group', checkout: 'head' },
    reasons: [],
    share: '100.00',
    at: [],
  },
  {
    what: 'a checkout of depth 2, as the README asks for',
    pull: { after: { [file]: changed(2) }, ran: [2], depth: 2 },
    reasons: [],
    share: '100.00',
    at: [],
  },
  {
    what: 'a checkout of depth 1',
    pull: { after: { [file]: changed(2) }, ran: [2], depth: 1 },
    reasons: ['patch-base-missing'],
    share: '',
    says: 'fetch-depth: 2',
  },
  {
    what: 'a shallow merge group',
    pull: { after: { [file]: changed(2) }, ran: [2], depth: 1, event: 'merge_group' },
    reasons: ['patch-base-missing'],
    share: '',
    says: 'fetch-depth: 0',
  },
  {
    what: 'no git checkout at all',
    pull: {
      after: { [file]: changed(2) },
      ran: [2],
      spoil: (workspace) => {
        renameSync(join(workspace, '.git'), join(workspace, 'git'));
      },
    },
    reasons: ['patch-base-missing'],
    share: '',
    says: 'fetch-depth: 2',
  },
  {
    what: 'a repository that is damaged',
    pull: { after: { [file]: changed(2) }, ran: [2], spoil: damage },
    reasons: ['patch-unreadable'],
    share: '',
    says: 'The changed lines are not known',
  },
  {
    what: 'an event whose payload cannot be read',
    pull: {
      after: { [file]: changed(2) },
      ran: [2],
      spoil: (workspace) => {
        writeFileSync(join(workspace, 'event.json'), '{"pull_requ');
      },
    },
    reasons: ['patch-unreadable'],
    share: '',
    says: 'the payload of the event cannot be read',
  },
  {
    what: 'a push: there is no patch',
    pull: { after: { [file]: changed(2) }, ran: [], event: 'push', inputs: { 'coverage-threshold': '1' } },
    reasons: ['coverage-below'],
    share: '',
    says: 'patch: not judged',
  },
];

/** Takes the tree of the base away, as an interrupted fetch does. */
function damage(workspace: string): void {
  const git = (...args: string[]): string => execFileSync('git', args, { cwd: workspace, encoding: 'utf8' }).trim();
  const tree = git('rev-parse', 'HEAD^1^{tree}');
  // Loose objects instead of a pack, so that one of them can be lost.
  const pack = git('rev-parse', '--git-path', 'objects/pack');
  const packs = readdirSync(join(workspace, pack)).filter((name) => name.endsWith('.pack'));
  for (const name of packs) {
    renameSync(join(workspace, pack, name), join(workspace, name));
    execFileSync('git', ['unpack-objects', '-q'], { cwd: workspace, input: readFileSync(join(workspace, name)) });
  }
  rmSync(join(workspace, pack), { recursive: true });
  rmSync(join(workspace, '.git/objects', tree.slice(0, 2), tree.slice(2)));
}

describe.each(slowModes)('%s: changed lines', (mode) => {
  test.each(rows)('$what', async ({ pull, reasons, share, at, says }) => {
    await play(mode, qualityGate, pullRequest(pull), (seen) => {
      expect(JSON.parse(seen.outputs['reasons'] ?? '')).toEqual([...new Set(reasons)]);
      expect(seen.outputs['patch-coverage']).toBe(share);
      expect(seen.outputs['verdict']).toBe(reasons.length === 0 ? 'pass' : 'fail');
      if (at !== undefined) expect(places(seen)).toEqual(at);
      if (says !== undefined) expect(seen.log).toContain(says);
    });
  });
});

test('every way in which the patch says no has a row', () => {
  const produced = new Set(rows.flatMap((row) => row.reasons));
  expect(patchReasons.filter((id) => !produced.has(id))).toEqual([]);
});
