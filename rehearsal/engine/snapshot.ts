import { copyFileSync, existsSync, mkdirSync, realpathSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Git } from './git.ts';

/** What the rehearsed folder holds, as a repository that GitHub could have: a bare one, beside the person's own. */
export interface Snapshot {
  /** Absolute; a bare repository that holds all that follows. */
  readonly gitDir: string;
  readonly defaultBranch: string;
  /** Branch of the pull request; never the default one. */
  readonly headBranch: string;
  /** What the pull request is measured against. */
  readonly base: string;
  /** The working tree, with what is not committed yet. */
  readonly head: string;
  /** GitHub's merge of the two. */
  readonly merge: string;
  /** How base and head were chosen, as a sentence. */
  readonly story: string;
}

interface Heads {
  readonly base: string;
  readonly head: string;
  readonly defaultBranch: string;
  readonly headBranch: string;
  readonly story: string;
}

/**
 * Takes the working tree of a folder as the pull request's head, without touching the person's repository: objects are borrowed
 * from it, new ones go into the copy.
 * @param folder where the copy is made
 */
export function takeSnapshot(git: Git, root: string, folder: string): Snapshot {
  const gitDir = join(folder, 'repository.git');
  mkdirSync(folder, { recursive: true });
  createBareRepository(gitDir);
  const top = git(['rev-parse', '--show-toplevel'], { cwd: root, otherwise: '' });
  const owned = top !== '' && isTracked(git, root);
  if (owned) borrowObjects(git, root, gitDir);
  const index = join(folder, 'index');
  const isTop = owned && realpathSync(top) === realpathSync(root);
  if (isTop) copyIndex(git, root, index);
  const env = { GIT_DIR: gitDir, GIT_WORK_TREE: root, GIT_INDEX_FILE: index };
  git(['add', '--all', '.'], { cwd: root, env });
  const tree = git(['write-tree'], { env });

  const commit = (of: string, parents: readonly string[], message: string): string =>
    git(['commit-tree', of, ...parents.flatMap((parent) => ['-p', parent]), '-m', message], { env });
  const bare: Git = (args, options) => git(args, { ...options, env: { GIT_DIR: gitDir, ...options?.env } });
  const heads = isTop
    ? headsOfRepository(git, bare, root, tree, commit)
    : headsOfFolder(git, root, tree, owned, commit);

  const merged = isTop ? mergeTrees(bare, heads) : tree;
  const merge = commit(merged, [heads.base, heads.head], `Merge ${heads.head} into ${heads.base}`);
  const refs = {
    [`refs/heads/${heads.defaultBranch}`]: heads.base,
    [`refs/heads/${heads.headBranch}`]: heads.head,
    'refs/pull/1/head': heads.head,
    'refs/pull/1/merge': merge,
  };
  bare(['update-ref', '--stdin'], {
    input: Object.entries(refs)
      .map(([ref, sha]) => `create ${ref} ${sha}\n`)
      .join(''),
  });
  return { gitDir, ...heads, merge };
}

/** What `git init --bare` makes, without a process for it. The checkout may ask for a commit by its id, as it may of GitHub. */
function createBareRepository(gitDir: string): void {
  for (const folder of ['objects/info', 'objects/pack', 'refs/heads', 'refs/tags'])
    mkdirSync(join(gitDir, folder), { recursive: true });
  writeFileSync(join(gitDir, 'HEAD'), 'ref: refs/heads/main\n');
  writeFileSync(
    join(gitDir, 'config'),
    '[core]\n\trepositoryformatversion = 0\n\tbare = true\n[uploadpack]\n\tallowAnySHA1InWant = true\n',
  );
}

/** A folder within a repository that does not track it (a temporary folder below someone's home, say) has no history. */
function isTracked(git: Git, root: string): boolean {
  return git(['ls-files', '--error-unmatch', '.'], { cwd: root, otherwise: '' }) !== '';
}

function borrowObjects(git: Git, root: string, gitDir: string): void {
  const objects = resolve(root, git(['rev-parse', '--git-path', 'objects'], { cwd: root }));
  writeFileSync(join(gitDir, 'objects', 'info', 'alternates'), `${objects}\n`);
}

/** The person's index knows which files have not changed, so that git need not read them again. */
function copyIndex(git: Git, root: string, index: string): void {
  const theirs = resolve(root, git(['rev-parse', '--git-path', 'index'], { cwd: root }));
  if (existsSync(theirs)) copyFileSync(theirs, index);
}

type MakeCommit = (tree: string, parents: readonly string[], message: string) => string;

const emptyTree = '4b825dc642cb6eb9a060e54bf8d69288fbee4904';

function headsOfFolder(git: Git, root: string, tree: string, owned: boolean, commit: MakeCommit): Heads {
  const committed = owned ? git(['rev-parse', '--verify', 'HEAD:./'], { cwd: root, otherwise: '' }) : '';
  const base = commit(committed === '' ? emptyTree : committed, [], 'What is committed');
  const story =
    committed === ''
      ? 'the folder has no history, so the pull request adds all of it'
      : 'the pull request is what differs from the last commit of this folder';
  return {
    base,
    head: commit(tree, [base], 'What is in the folder'),
    defaultBranch: 'main',
    headBranch: 'rehearsal',
    story,
  };
}

function headsOfRepository(git: Git, bare: Git, root: string, tree: string, commit: MakeCommit): Heads {
  const parse = (name: string): string => git(['rev-parse', '--verify', '--quiet', name], { cwd: root, otherwise: '' });
  const current = git(['symbolic-ref', '--short', '--quiet', 'HEAD'], { cwd: root, otherwise: '' });
  const remote = git(['symbolic-ref', '--short', '--quiet', 'refs/remotes/origin/HEAD'], { cwd: root, otherwise: '' });
  const known = ['main', 'master'].find((name) => parse(`refs/heads/${name}`) !== '');
  const defaultBranch = remote === '' ? (known ?? (current === '' ? 'main' : current)) : remote.replace('origin/', '');
  const tip = parse('HEAD^{commit}');
  if (tip === '') return { ...headsOfFolder(git, root, tree, false, commit), defaultBranch };
  const dirty = parse('HEAD^{tree}') !== tree;
  const head = dirty ? commit(tree, [tip], 'What is not committed yet') : tip;
  const headBranch = current === '' || current === defaultBranch ? 'rehearsal' : current;
  const upstream = parse(`refs/remotes/origin/${defaultBranch}`) || parse(`refs/heads/${defaultBranch}`);
  if (upstream !== '' && upstream !== tip && bare(['merge-base', upstream, head], { otherwise: '' }) !== '') {
    const isAhead = bare(['merge-base', '--is-ancestor', tip, upstream], { otherwise: 'no' }) !== 'no';
    if (!isAhead)
      return {
        base: upstream,
        head,
        defaultBranch,
        headBranch,
        story: `the pull request is what differs from ${defaultBranch}`,
      };
  }
  if (dirty)
    return { base: tip, head, defaultBranch, headBranch, story: 'the pull request is what is not committed yet' };
  const parent = parse('HEAD^1');
  const base = parent === '' ? commit(emptyTree, [], 'Nothing') : parent;
  const story = parent === '' ? 'the pull request is the only commit' : 'the pull request is the last commit';
  return { base, head, defaultBranch, headBranch, story };
}

/** The tree of the merge. With a conflict GitHub makes none and starts no workflow; here the head's own tree stands in. */
function mergeTrees(bare: Git, { base, head }: Heads): string {
  const tree = bare(['rev-parse', `${head}^{tree}`]);
  const isAncestor = bare(['merge-base', '--is-ancestor', base, head], { otherwise: 'no' }) !== 'no';
  if (isAncestor) return tree;
  return bare(['merge-tree', '--write-tree', base, head], { otherwise: tree }).split('\n', 1).join();
}
