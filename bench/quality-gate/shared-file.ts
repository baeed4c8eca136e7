import { appendFileSync, globSync, readFileSync } from 'node:fs';
import { basename, extname, join, relative } from 'node:path';

const skipped = /(?:^|[\\/])(?:node_modules|dist|build|coverage|\.[^\\/]+)(?:[\\/]|$)/;

/**
 * The source file that most others import, judged by the names in their imports: what everybody edits, and what makes the
 * most work for a cache.
 * @returns its path from the workspace.
 */
export function findSharedFile(workspace: string): string {
  const files = globSync('**/*.{ts,tsx,js,jsx}', { cwd: workspace, exclude: (path) => skipped.test(path) });
  const counts = new Map<string, number>();
  for (const file of files) {
    const text = readFileSync(join(workspace, file), 'utf8');
    for (const [, from = ''] of text.matchAll(/from '([^']+)'/g)) {
      const name = basename(from, extname(from));
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  }
  const sources = files.filter((file) => !/(?:test|spec|__tests__|\.d\.ts)/.test(file));
  const imports = (file: string): number => counts.get(basename(file, extname(file))) ?? 0;
  const [first] = sources.toSorted((a, b) => imports(b) - imports(a));
  if (first === undefined) throw new Error(`there is no source file in ${workspace}`);
  return relative(workspace, join(workspace, first));
}

/** A comment more: every file that imports it has to be looked at again, and nothing else is different. */
export function changeFile(file: string, round: number): void {
  appendFileSync(file, `// ${round}\n`);
}
