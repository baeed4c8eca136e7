import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatBytes } from '#kit/duration';
import { buildBundle, shippedBundle } from './bundle.ts';
import type { Command } from '../cli/command.ts';

export const build: Command = {
  usage: 'build',
  summary: 'Compile and bundle the actions into dist/.',
  run: async (_, root) => {
    const files = buildBundle(root, shippedBundle);
    for (const file of files)
      console.log(`${formatBytes(readFileSync(join(root, file)).byteLength).padStart(10)}  ${file}`);
    return Promise.resolve(0);
  },
};
