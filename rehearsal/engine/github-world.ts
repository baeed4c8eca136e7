import { spawnSync } from 'node:child_process';
import type { Commit, GitObject, Person, TreeEntry, TreeMode } from '#emulators/github/git-objects';
import { toBlob } from '#emulators/github/git-objects';
import type { GitHubWorld } from '#emulators/github/world';
import { createGitHubWorld } from '#emulators/github/world';
import type { Snapshot } from './snapshot.ts';

/** What the emulator gets to know of a repository: enough for what a workflow asks about its own commits and files. */
const limits = { commits: 50, blobBytes: 1_000_000, totalBytes: 64_000_000 };

export interface WorldOptions {
  /** `owner/name` */
  readonly repository: string;
  readonly snapshot: Snapshot;
  /** Names of its workflows, without the ending of their files. */
  readonly workflows: readonly string[];
  /** ISO 8601 */
  readonly at: string;
  readonly machine: NodeJS.ProcessEnv;
}

/** The emulator's state, and what of it events speak of. */
export interface RehearsedWorld {
  readonly world: GitHubWorld;
  /** Id of a run of the pull request that has ended, for `workflow_run`. */
  readonly endedRun: number;
}

/**
 * GitHub as it is when the rehearsal begins: the snapshot's commits under their own ids, its pull request, and a run of it that has
 * ended. No credential yet.
 */
export function createRehearsedWorld({ repository, snapshot, workflows, at, machine }: WorldOptions): RehearsedWorld {
  const [owner = '', repo = ''] = repository.split('/');
  const world = createGitHubWorld({ owner, repo, at });
  const { repository: state, tokens } = world;
  tokens.length = 0;
  state.defaultBranch = snapshot.defaultBranch;
  state.objects = readObjects(snapshot, machine);
  state.refs = {
    [`refs/heads/${snapshot.defaultBranch}`]: snapshot.base,
    [`refs/heads/${snapshot.headBranch}`]: snapshot.head,
    'refs/pull/1/head': snapshot.head,
    'refs/pull/1/merge': snapshot.merge,
  };
  for (const name of workflows) world.addWorkflow(name);
  world.openPull({ head: snapshot.headBranch, title: 'Rehearsal', mergeCommitSha: snapshot.merge });
  const { id } = world.addRun({
    workflow: 'quality',
    event: 'pull_request',
    headBranch: snapshot.headBranch,
    headSha: snapshot.head,
  });
  return { world, endedRun: id };
}

function readObjects(snapshot: Snapshot, machine: NodeJS.ProcessEnv): Record<string, GitObject> {
  const git = (args: readonly string[], input = ''): Buffer =>
    spawnSync('git', [`--git-dir=${snapshot.gitDir}`, ...args], {
      env: { PATH: machine['PATH'] ?? '', GIT_CONFIG_NOSYSTEM: '1', GIT_CONFIG_GLOBAL: '/dev/null' },
      input,
      maxBuffer: 1 << 30,
    }).stdout;
  const lines = (bytes: Buffer): string[] => bytes.toString('utf8').split('\n').filter(Boolean);
  const wanted = new Set<string>();
  const trees = new Map<string, string>();
  const heads = [snapshot.merge, snapshot.base];
  for (const line of lines(git(['log', `--max-count=${limits.commits}`, '--format=%H %T', ...heads]))) {
    const [commit = '', tree = ''] = line.split(' ');
    wanted.add(commit);
    trees.set(commit, tree);
  }
  let total = 0;
  for (const tree of new Set(heads.map((commit) => trees.get(commit) ?? commit))) {
    wanted.add(tree);
    for (const line of lines(
      git(['ls-tree', '-r', '-t', '--format=%(objecttype) %(objectname) %(objectsize)', tree]),
    )) {
      const [type = '', sha = '', size = '0'] = line.split(' ');
      if (type === 'commit' || wanted.has(sha)) continue;
      if (type === 'blob' && (Number(size) > limits.blobBytes || total > limits.totalBytes)) continue;
      total += type === 'blob' ? Number(size) : 0;
      wanted.add(sha);
    }
  }
  return parseBatch(git(['cat-file', '--batch'], [...wanted].join('\n')));
}

/** The output of `git cat-file --batch`: `<id> <type> <size>`, the content, a line break. */
function parseBatch(bytes: Buffer): Record<string, GitObject> {
  const objects: Record<string, GitObject> = {};
  for (let at = 0; at < bytes.length;) {
    const end = bytes.indexOf(10, at);
    const [sha = '', type = '', size = '0'] = bytes.toString('utf8', at, end).split(' ');
    const content = bytes.subarray(end + 1, end + 1 + Number(size));
    const object = parseObject(type, content);
    if (object !== undefined) objects[sha] = object;
    at = end + 2 + (type === 'missing' ? -1 : Number(size));
  }
  return objects;
}

function parseObject(type: string, content: Buffer): GitObject | undefined {
  if (type === 'blob') return toBlob(content);
  if (type === 'tree') return { type: 'tree', entries: parseTree(content) };
  if (type === 'commit') return parseCommit(content.toString('utf8'));
  return undefined;
}

function parseTree(content: Buffer): TreeEntry[] {
  const entries: TreeEntry[] = [];
  for (let at = 0; at < content.length;) {
    const nul = content.indexOf(0, at);
    const [mode = '', ...words] = content.toString('utf8', at, nul).split(' ');
    const padded = mode.padStart(6, '0') as TreeMode;
    const type = padded === '040000' ? 'tree' : padded === '160000' ? 'commit' : 'blob';
    entries.push({ mode: padded, type, name: words.join(' '), sha: content.toString('hex', nul + 1, nul + 21) });
    at = nul + 21;
  }
  return entries;
}

function parseCommit(text: string): Commit {
  const end = text.indexOf('\n\n');
  const headers = text.slice(0, end).split('\n');
  const values = (name: string): string[] =>
    headers.filter((line) => line.startsWith(`${name} `)).map((line) => line.slice(name.length + 1));
  return {
    type: 'commit',
    tree: values('tree')[0] ?? '',
    parents: values('parent'),
    author: parsePerson(values('author')[0] ?? ''),
    committer: parsePerson(values('committer')[0] ?? ''),
    message: text.slice(end + 2),
  };
}

function parsePerson(text: string): Person {
  const {
    name = '',
    email = '',
    seconds = '0',
  } = /^(?<name>.*) <(?<email>.*)> (?<seconds>\d+)/.exec(text)?.groups ?? {};
  return { name, email, date: new Date(Number(seconds) * 1_000).toISOString().replace('.000Z', 'Z') };
}
