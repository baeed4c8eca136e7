import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import type { SourceCoverage } from '#reports/source-coverage';

/**
 * Whether coverage can be of the code that lies here: each file is there, and no counted line is beyond its end. A report
 * that does not fit was measured on another commit, or names its files from another folder.
 * @returns what does not fit, as a sentence without a stop; undefined when all does
 */
export function checkFits(sources: readonly SourceCoverage[], workspace: string): string | undefined {
  for (const { path, lines } of sources) {
    const name = relative(workspace, path);
    const length = countLines(path);
    if (length === undefined) return `it names ${name}, and there is no such file`;
    const last = Math.max(0, ...lines.keys());
    if (last > length) return `it counts line ${last} of ${name}, which has ${length}: it was measured on other code`;
  }
  return undefined;
}

function countLines(path: string): number | undefined {
  try {
    return readFileSync(path, 'utf8').split('\n').length;
  } catch {
    return undefined;
  }
}
