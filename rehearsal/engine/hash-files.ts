import { createHash } from 'node:crypto';
import { globSync, readFileSync, statSync } from 'node:fs';
import { resolve, sep } from 'node:path';

/**
 * `hashFiles()`: SHA-256 over the SHA-256 of each file that the patterns find in the workspace; empty when they find none. A pattern
 * with `!` leaves out. The order of the files is that of their paths, which GitHub does not document.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/expressions#hashfiles
 */
export function hashFiles(workspace: string, patterns: readonly string[]): string {
  const found = new Set<string>();
  for (const line of patterns.flatMap((pattern) => pattern.split('\n')).map((text) => text.trim())) {
    const excludes = line.startsWith('!');
    const pattern = resolve(workspace, excludes ? line.slice(1) : line);
    if (line === '') continue;
    for (const file of globSync(pattern)) {
      if (excludes) found.delete(file);
      else if (file.startsWith(workspace + sep) && statSync(file).isFile()) found.add(file);
    }
  }
  if (found.size === 0) return '';
  const total = createHash('sha256');
  for (const file of [...found].sort()) total.update(createHash('sha256').update(readFileSync(file)).digest());
  return total.digest('hex');
}
