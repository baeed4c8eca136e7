import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Environment } from '#kit/child-env';
import { ConfigurationError } from '#kit/errors';
import { findOnPath, findProjectTool } from '#kit/tools';
import { messages } from './messages.ts';

export type ManagerName = 'npm' | 'pnpm' | 'yarn';

interface Manager {
  readonly name: ManagerName;
  readonly lockfiles: readonly string[];
  /** What installs exactly what the lockfile says. */
  readonly install: string;
}

/** In the order in which they are looked for in one folder. */
const managers: readonly Manager[] = [
  { name: 'pnpm', lockfiles: ['pnpm-lock.yaml'], install: 'pnpm install --frozen-lockfile' },
  { name: 'yarn', lockfiles: ['yarn.lock'], install: 'yarn install --immutable' },
  { name: 'npm', lockfiles: ['package-lock.json', 'npm-shrinkwrap.json'], install: 'npm ci' },
];

/** How to start a tool of the project: an executable and what stands before the tool's own arguments. */
export interface ToolCommand {
  readonly file: string;
  readonly prefix: readonly string[];
}

/** The nearest lockfile decides, from the package up to the workspace: in a workspace of packages it lies at the top. */
export function findManager(folder: string, workspace: string): Manager | undefined {
  return findLockfile(folder, workspace)?.manager;
}

/** The nearest lockfile and whose it is. */
export function findLockfile(
  folder: string,
  workspace: string,
): { readonly path: string; readonly manager: Manager } | undefined {
  for (const at of foldersUp(folder, workspace)) {
    for (const manager of managers) {
      const path = manager.lockfiles.map((file) => join(at, file)).find((file) => existsSync(file));
      if (path !== undefined) return { path, manager };
    }
  }
  return undefined;
}

/**
 * A tool of the project. Every package manager links executables into `node_modules/.bin`, and starting one from there is
 * what its own `exec` does, without the half second of the manager's start. Yarn's Plug'n'Play has no such folder: there
 * `yarn run` finds the tool.
 * @throws ConfigurationError (`packages-not-installed`) with the command that installs them.
 */
export function findTool(name: string, folder: string, workspace: string, environment: Environment): ToolCommand {
  try {
    return { file: findProjectTool(name, folder, workspace), prefix: [] };
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    const yarn = isPlugAndPlay(folder, workspace) ? findOnPath('yarn', environment) : undefined;
    if (yarn !== undefined) return { file: yarn, prefix: ['run', name] };
    const manager = findManager(folder, workspace);
    const note = messages['packages-not-installed'](name, manager?.name, manager?.install);
    throw new ConfigurationError(note, [], { cause: error });
  }
}

function isPlugAndPlay(folder: string, workspace: string): boolean {
  return foldersUp(folder, workspace).some((at) => ['.pnp.cjs', '.pnp.js'].some((file) => existsSync(join(at, file))));
}

/** From a folder up to the workspace, both included. */
export function foldersUp(folder: string, top: string): readonly string[] {
  const folders: string[] = [];
  for (let at = folder; ; at = dirname(at)) {
    folders.push(at);
    if (at === top || dirname(at) === at) return folders;
  }
}
