import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { runMutants } from './mutants.ts';
import { shareVariable, takeShareOption, writeShare } from './share.ts';
import type { Command } from '../cli/command.ts';

export const test: Command = {
  usage: 'test [--long [--share N]] [PATTERN ...]',
  summary: 'Run the fast tests, or the long tier: matrices and mutants; with --share one of N parts, by the commit.',
  run: async (args, root) => {
    const taken = takeShareOption(args, root);
    if (typeof taken === 'string') {
      console.error(`slipway: ${taken}`);
      return 2;
    }
    const { share, rest } = taken;
    const long = rest.includes('--long');
    const patterns = rest.filter((arg) => arg !== '--long');
    const code = runJest(root, [...(long ? ['--config', 'jest.long.config.js'] : []), ...patterns], {
      [shareVariable]: writeShare(share),
    });
    if (!long || code !== 0 || patterns.length > 0) return code;
    return runMutants([], root, share);
  },
};

/** Jest on Node 24, which strips the types, with its support for ES modules on. */
function runJest(root: string, args: readonly string[], environment: Readonly<Record<string, string>>): number {
  const flags = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];
  const jest = join(root, 'node_modules/jest/bin/jest.js');
  const { status } = spawnSync(process.execPath, [...flags, jest, ...args], {
    cwd: root,
    env: { ...process.env, ...environment },
    stdio: 'inherit',
  });
  return status ?? 1;
}
