import { join } from 'node:path';
import { formatShare, missingTo, reaches } from '#reports/coverage';
import type { PatchCoverage } from '#reports/patch-coverage';
import { messages } from '../messages.ts';
import { readPatch } from '../patch.ts';
import type { PatchContext } from '../patch.ts';
import { measuredIn } from './check.ts';
import type { CheckResult, Finding, Reason } from './check.ts';

/**
 * Coverage of the changed lines, from what the suites of this run have measured.
 * @param elapsed a monotonic clock in milliseconds.
 * @returns why there is nothing to judge, as a text, where there is no patch.
 */
export async function checkPatch(
  tests: readonly CheckResult[],
  threshold: number,
  context: PatchContext,
  elapsed: () => number,
): Promise<CheckResult | string> {
  const measured = measuredIn(tests);
  // Judged from some of the suites it would be a guess; the tests of the others say already why the gate fails.
  if (measured.length < tests.length) return 'the coverage of a suite is missing';
  const startedAt = elapsed();
  const patch = await readPatch(
    measured.flatMap((result) => result.measured.sources),
    context,
  );
  if ('none' in patch) return patch.none;
  const result = { package: '', name: 'patch', durationMs: elapsed() - startedAt } as const;
  if ('broken' in patch) {
    return { ...result, reasons: [{ blame: 'configuration', message: patch.broken }], findings: [], extent: 'nothing' };
  }
  const { coverage } = patch;
  const reasons = judge(coverage, threshold);
  return {
    ...result,
    reasons,
    findings: findUncovered(coverage, reasons.length > 0 ? 'error' : 'notice', context.workspace),
    extent: coverage.nothingExecutable
      ? 'no executable line changed'
      : `${coverage.total.covered} of ${coverage.total.total} changed lines`,
    patch: coverage.total,
  };
}

function judge({ total, nothingExecutable }: PatchCoverage, threshold: number): readonly Reason[] {
  if (nothingExecutable || reaches(total, threshold)) return [];
  const missing = missingTo(total, threshold);
  return [{ blame: 'code', message: messages['patch-below'](formatShare(total), threshold, missing) }];
}

function findUncovered({ files }: PatchCoverage, level: Finding['level'], workspace: string): readonly Finding[] {
  return files.flatMap(({ path, uncovered }) =>
    uncovered.map(({ start, end }) => ({
      file: join(workspace, path),
      line: start,
      endLine: end,
      level,
      title: 'changed and not covered',
      message: start === end ? `No test runs line ${start}.` : `No test runs the lines ${start} to ${end}.`,
    })),
  );
}
