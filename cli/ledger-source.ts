import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describeError, isSystemError } from '#kit/errors';

/** Files that may be ledgers, with where they are from. */
export interface LedgerSource {
  /** "the branch slipway-ledger at 1a2b3c4". */
  readonly origin: string;
  /** Text by path. */
  readonly files: ReadonlyMap<string, string>;
  /** Files that could not be read at all. */
  readonly unreadable: readonly { readonly path: string; readonly reason: string }[];
  readonly notes: readonly string[];
}

const mostBytes = 64 * 1024 * 1024;

interface GitResult {
  readonly ok: boolean;
  readonly out: string;
  readonly reason: string;
}

function git(folder: string, args: readonly string[]): GitResult {
  const { status, stdout, stderr, error } = spawnSync('git', args, {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: mostBytes,
    env: { ...process.env, LC_ALL: 'C', GIT_TERMINAL_PROMPT: '0' },
  });
  return { ok: status === 0, out: status === 0 ? stdout : '', reason: error?.message ?? stderr.trim() };
}

/**
 * The files of the branch in the clone that a folder is part of: the local branch, or else what was last fetched of it.
 * @returns what is wrong, as a text
 */
export function readLedgerBranch(folder: string, branch: string): LedgerSource | string {
  const inside = git(folder, ['rev-parse', '--git-dir']);
  if (!inside.ok)
    return `${folder} is in no git clone that can be read (${inside.reason.split('\n')[0] ?? ''}). Run it in a clone of the app, or give files with --ledger`;
  const find = (ref: string): string | undefined => {
    const { ok, out } = git(folder, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`]);
    return ok ? out.trim() : undefined;
  };
  const local = find(`refs/heads/${branch}`);
  const remote = find(`refs/remotes/origin/${branch}`);
  const commit = local ?? remote;
  if (commit === undefined)
    return `there is no branch ${branch} here, and no origin/${branch}. Fetch it with "git fetch origin ${branch}:refs/remotes/origin/${branch}", name another with --branch, or give files with --ledger. It is made when the first release is opened`;
  const listed = git(folder, [
    'ls-tree',
    '-r',
    '-z',
    '--full-tree',
    '--name-only',
    commit,
    '--',
    'releases/',
    'archive/',
  ]);
  if (!listed.ok) return `the branch ${branch} could not be listed: ${listed.reason}`;
  const files = new Map<string, string>();
  const unreadable: { path: string; reason: string }[] = [];
  for (const path of listed.out.split('\0').filter((one) => one.endsWith('.json'))) {
    const shown = git(folder, ['cat-file', 'blob', `${commit}:${path}`]);
    if (shown.ok) files.set(path, shown.out);
    else unreadable.push({ path, reason: shown.reason });
  }
  const notes =
    local !== undefined && remote !== undefined && local !== remote
      ? [`This is the local branch ${branch}, and origin/${branch} is at another commit (${remote.slice(0, 7)}).`]
      : [];
  const name = local === undefined ? `origin/${branch}` : branch;
  return { origin: `the branch ${name} at ${commit.slice(0, 7)}`, files, unreadable, notes };
}

/**
 * Ledgers of a folder and the folders below it, or one file.
 * @returns what is wrong, as a text
 */
export function readLedgerFiles(path: string): LedgerSource | string {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return `there is no file or folder "${path}"`;
  if (found.isFile() && !path.endsWith('.json')) return `"${path}" is no .json file, as ledgers are`;
  const names = found.isDirectory()
    ? readdirSync(path, { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.json'))
        .sort()
        .map((name) => join(path, name))
    : [path];
  const files = new Map<string, string>();
  const unreadable: { path: string; reason: string }[] = [];
  for (const name of names) {
    try {
      files.set(name, readFileSync(name, 'utf8'));
    } catch (error) {
      if (!isSystemError(error)) throw error;
      unreadable.push({ path: name, reason: describeError(error) });
    }
  }
  return { origin: path, files, unreadable, notes: [] };
}

/** "https://github.com/example/app", where origin is a repository of GitHub. */
export function findAddress(folder: string): string | undefined {
  const { out } = git(folder, ['config', '--get', 'remote.origin.url']);
  const [, name] = /github\.com[:/]([\w.-]+\/[\w.-]+?)(?:\.git)?\/?$/.exec(out.trim()) ?? [];
  return name === undefined ? undefined : `https://github.com/${name}`;
}
