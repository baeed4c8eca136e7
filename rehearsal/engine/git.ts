import { spawnSync } from 'node:child_process';

/** Who makes the commits of a rehearsal. */
const person = { name: 'Rehearsal', email: 'rehearsal@users.noreply.github.com' };

/** @returns standard output without the last line break. @throws Error with git's own words. */
export type Git = (args: readonly string[], options?: GitOptions) => string;

export interface GitOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly input?: string;
  /** Instead of throwing when git fails. */
  readonly otherwise?: string;
}

/**
 * Git without the person's configuration, hooks or credentials: only what is in the repository counts.
 * @param machine for PATH
 * @param at date of commits, ISO 8601
 */
export function createGit(machine: NodeJS.ProcessEnv, at: string): Git {
  const base = {
    PATH: machine['PATH'] ?? '',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_TERMINAL_PROMPT: '0',
    GIT_AUTHOR_NAME: person.name,
    GIT_AUTHOR_EMAIL: person.email,
    GIT_AUTHOR_DATE: at,
    GIT_COMMITTER_NAME: person.name,
    GIT_COMMITTER_EMAIL: person.email,
    GIT_COMMITTER_DATE: at,
    LC_ALL: 'C',
  };
  return (args, { cwd, env = {}, input, otherwise } = {}) => {
    const { status, stdout, stderr, error } = spawnSync('git', ['-c', 'safe.directory=*', ...args], {
      ...(cwd === undefined ? {} : { cwd }),
      env: { ...base, ...env },
      ...(input === undefined ? {} : { input }),
      encoding: 'utf8',
      maxBuffer: 1 << 30,
    });
    if (status === 0) return stdout.trimEnd();
    if (otherwise !== undefined) return otherwise;
    throw new Error(`git ${args[0] ?? ''} failed: ${(error?.message ?? stderr).trim()}`);
  };
}
