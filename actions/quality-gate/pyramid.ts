import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { countTests } from '#reports/test-count';
import type { FiguresPyramid } from '#reports/quality-figures';
import { measuredIn } from './checks/check.ts';
import type { CheckResult, SuiteName } from './checks/check.ts';

/**
 * How many tests of each kind there are. Unit and integration tests are those that ran; E2E tests run elsewhere and are
 * counted in their sources. null where there is no such suite, or it did not come to figures.
 */
export function countPyramid(
  results: readonly CheckResult[],
  folders: readonly string[],
  e2eFolders: readonly string[],
): FiguresPyramid {
  return {
    unit: countRan(results, 'tests'),
    integration: countRan(results, 'integration'),
    e2e: countE2e(folders, e2eFolders),
  };
}

function countRan(results: readonly CheckResult[], name: SuiteName): number | null {
  const suites = results.filter((result) => result.name === name);
  const measured = measuredIn(suites);
  if (measured.length === 0 || measured.length < suites.length) return null;
  return measured.reduce((sum, result) => sum + result.measured.report.total, 0);
}

function countE2e(folders: readonly string[], e2eFolders: readonly string[]): number | null {
  const files = folders.flatMap((folder) =>
    e2eFolders.flatMap((e2e) =>
      globSync(`${e2e}/**/*.{test,spec,e2e}.{js,jsx,ts,tsx,mjs,cjs,mts,cts}`, { cwd: folder }).map((file) =>
        join(folder, file),
      ),
    ),
  );
  if (files.length === 0) return null;
  return files.reduce((sum, file) => sum + countTests(readFileSync(file, 'utf8')), 0);
}
