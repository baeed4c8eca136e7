import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { mutants } from './mutants.ts';
import type { Command } from '../cli/command.ts';

export const test: Command = {
  usage: 'test [--long] [PATTERN ...]',
  summary: 'Run the fast tests, or the long tier: matrices and mutants.',
  run: async (args, root) => {
    const long = args.includes('--long');
    const patterns = args.filter((arg) => arg !== '--long');
    const code = runJest(root, [...(long ? ['--config', 'jest.long.config.js'] : []), ...patterns]);
    if (!long || code !== 0 || patterns.length > 0) return code;
    return mutants.run([], root);
  },
};

/** Jest on Node 24, which strips the types, with its support for ES modules on. */
function runJest(root: string, args: readonly string[]): number {
  const flags = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];
  const jest = join(root, 'node_modules/jest/bin/jest.js');
  const { status } = spawnSync(process.execPath, [...flags, jest, ...args], {
    cwd: root,
    stdio: 'inherit',
  });
  return status ?? 1;
}
