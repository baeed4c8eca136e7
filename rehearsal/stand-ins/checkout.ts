import { createHash } from 'node:crypto';
import { appendFileSync, cpSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import { suite } from '#kit/suite';
import type { Snapshot } from '#rehearsal/engine/snapshot';
import type { JobSite, StandIn, StandInCall, StandInOutcome } from './stand-in.ts';

const submodules = 'submodules would have to be fetched from elsewhere';
const lfs = 'files of LFS would have to be fetched from elsewhere';
const ssh = 'a key of the person does not enter a rehearsal';
const sparse = 'the whole tree is checked out';

/** https://github.com/actions/checkout: the tree and as much history as was asked for, from the snapshot of the rehearsed folder. */
export const checkout: StandIn = {
  does: 'checks the snapshot of this folder out, from this machine',
  inputs: {
    repository: {},
    ref: {},
    token: {},
    path: {},
    clean: { default: 'true' },
    'fetch-depth': { default: '1' },
    'fetch-tags': { default: 'false' },
    'show-progress': { default: 'true' },
    'persist-credentials': { default: 'true' },
    'set-safe-directory': { default: 'true' },
    filter: {},
    submodules: { default: 'false', refused: submodules },
    lfs: { default: 'false', refused: lfs },
    'ssh-key': { refused: ssh },
    'ssh-known-hosts': { refused: ssh },
    'ssh-strict': { default: 'true' },
    'ssh-user': { default: 'git' },
    'sparse-checkout': { refused: sparse },
    'sparse-checkout-cone-mode': { default: 'true' },
    'github-server-url': { refused: 'there is only one GitHub in a rehearsal' },
  },
  run: checkOut,
};

function checkOut({ input, say, site }: StandInCall): StandInOutcome {
  const repository = input('repository') || site.repository;
  const folder = resolve(site.workspace, input('path'));
  if (folder !== site.workspace && !folder.startsWith(site.workspace + sep))
    return { failure: `Repository path '${folder}' is not under '${site.workspace}'` };
  const snapshot = findSnapshot(site, repository);
  if (snapshot === undefined)
    return {
      failure: `the repository ${repository} is not on this machine; only ${site.repository} and the suite are`,
    };
  const isOwn = snapshot === site.snapshot;
  const wanted = input('ref') || (isOwn ? site.sha : snapshot.head);

  // A checkout into a folder that holds a repository already begins anew, as `clean: true` does.
  if (existsSync(join(folder, '.git'))) rmSync(folder, { recursive: true });
  mkdirSync(folder, { recursive: true });
  const depth = input('fetch-depth');
  const tags = input('fetch-tags') === 'true' || depth === '0' ? '--tags' : '--no-tags';
  const leaveAs = isOwn && input('ref') === '' ? site.ref : wanted;
  const commit = provide(site.git, folder, { snapshot, repository, wanted, depth, tags, leaveAs });
  say(`Checked out ${repository} at ${commit} into ${folder}, fetch-depth ${depth}`);
  const outputs = { ref: input('ref') || site.ref, commit };
  if (input('persist-credentials') !== 'true') return { outputs };
  const secret = Buffer.from(`x-access-token:${input('token') || site.token}`).toString('base64');
  say(`::add-mask::${secret}`);
  const config = join(folder, '.git', 'config');
  appendFileSync(config, `[http "https://github.com/"]\n\textraheader = AUTHORIZATION: basic ${secret}\n`);
  return {
    outputs,
    post: {
      condition: 'always',
      run: (print) => {
        if (!existsSync(config)) return;
        site.git(['config', '--unset-all', 'http.https://github.com/.extraheader'], { cwd: folder, otherwise: '' });
        print('Removed the token from the configuration of git');
      },
    },
  };
}

interface Wanted {
  readonly snapshot: Snapshot;
  readonly repository: string;
  /** What is fetched. */
  readonly wanted: string;
  readonly depth: string;
  readonly tags: string;
  /** A branch by its name, or a commit. */
  readonly leaveAs: string;
}

/** Commits by the folder of what was checked out before, which lies beside its snapshot and goes with it. */
const kept = new Map<string, string>();

/**
 * Fills an empty folder. A dozen processes of git take longer than all else that a small job does, so the same checkout is made
 * once for each snapshot, and copied for the jobs after that.
 * @returns the commit
 */
function provide(git: StandInCall['site']['git'], folder: string, asked: Wanted): string {
  const { snapshot, ...rest } = asked;
  const { wanted, depth, tags } = rest;
  const name = createHash('sha256').update(JSON.stringify(rest)).digest('hex').slice(0, 16);
  const template = join(dirname(snapshot.gitDir), 'checkouts', name);
  const known = kept.get(template);
  // What lies in the folder already is not the checkout's; and branches and tags may be pushed to between two jobs.
  const isSame =
    readdirSync(folder).length === 0 && /^[0-9a-f]{40}$/.test(wanted) && depth !== '0' && tags === '--no-tags';
  if (known !== undefined && isSame && existsSync(template)) {
    cpSync(template, folder, { recursive: true, preserveTimestamps: true, verbatimSymlinks: true });
    return known;
  }
  const commit = fetchInto(git, folder, asked);
  if (isSame) {
    cpSync(folder, template, { recursive: true, preserveTimestamps: true, verbatimSymlinks: true });
    kept.set(template, commit);
  }
  return commit;
}

function fetchInto(
  run: StandInCall['site']['git'],
  folder: string,
  { snapshot, repository, wanted, depth, tags, leaveAs }: Wanted,
): string {
  const git = (...args: readonly string[]): string => run(args, { cwd: folder });
  // Without samples of hooks, which are most of the files of a small checkout.
  git('init', '--quiet', '--template=', '.');
  const url = `https://github.com/${repository}`;
  git('remote', 'add', 'origin', url);
  // What the job fetches or pushes goes to the snapshot: GitHub is not asked.
  git('config', `url.file://${snapshot.gitDir}.insteadOf`, url);
  git('config', 'gc.auto', '0');
  // A copy keeps the sizes and times of its files, and not their inodes: git would take all of them for changed.
  git('config', 'core.checkStat', 'minimal');
  git('config', 'core.trustctime', 'false');
  const all = depth === '0' ? ['+refs/heads/*:refs/remotes/origin/*', '+refs/tags/*:refs/tags/*'] : [];
  const shallow = depth === '0' ? [] : [`--depth=${depth}`];
  // All branches first, so that the last thing fetched is what was asked for.
  if (depth === '0') git('fetch', '--quiet', tags, 'origin', ...all);
  git('fetch', '--quiet', tags, ...shallow, 'origin', wanted);
  const sha = git('rev-parse', 'FETCH_HEAD^{commit}');
  const isBranch = (name: string): boolean =>
    run([`--git-dir=${snapshot.gitDir}`, 'rev-parse', '--verify', `refs/heads/${name}`], { otherwise: '' }) !== '';
  leaveAt(git, isBranch, leaveAs, sha);
  return git('rev-parse', 'HEAD');
}

function findSnapshot(site: JobSite, repository: string): Snapshot | undefined {
  if (repository.toLowerCase() === site.repository.toLowerCase()) return site.snapshot;
  if (repository.toLowerCase() === suite.repository.toLowerCase()) return site.suiteSnapshot();
  return undefined;
}

/** A branch is checked out as a branch, a pull request's merge detached: so does the action. */
function leaveAt(
  git: (...args: readonly string[]) => string,
  isBranch: (name: string) => boolean,
  ref: string,
  sha: string,
): void {
  const name = ref.replace(/^refs\/heads\//, '');
  const branch = /^[0-9a-f]{40}$/.test(name) || !isBranch(name) ? undefined : name;
  if (branch === undefined) {
    git('checkout', '--quiet', '--force', '--detach', sha);
    return;
  }
  git('update-ref', `refs/remotes/origin/${branch}`, sha);
  git('checkout', '--quiet', '--force', '-B', branch, sha);
}
