import { writeFigures } from '#reports/quality-figures';
import type { Figures } from '#reports/quality-figures';
import type { Counts } from '#reports/coverage';

export type Written = Parameters<typeof writeFigures>[0];

const all = (covered: number, total: number): Counts => ({
  lines: { covered, total },
  branches: { covered, total },
  functions: { covered, total },
  statements: { covered, total },
});

/** Figures of a run that failed, with everything in them that the format has. */
export const failing: Written = {
  name: 'quality',
  commit: 'c'.repeat(40),
  event: 'pull_request',
  measuredAt: '2026-11-24T09:00:00.000Z',
  verdict: 'fail',
  blame: 'code',
  reasons: [
    { id: 'types-failed', text: 'The type check found 2 errors in 1 file.', cure: 'Mend them.', package: 'mobile' },
  ],
  checks: [
    { package: 'mobile', name: 'types', outcome: 'failed', extent: '42 files', findings: 2, durationMs: 4_230 },
    {
      package: 'web',
      name: 'tests',
      outcome: 'passed',
      extent: '118 tests in 12 files',
      findings: 0,
      durationMs: 65_000,
    },
    { package: 'web', name: 'lint', outcome: 'not-run', extent: 'nothing', findings: 0, durationMs: 0 },
    { package: '', name: 'patch', outcome: 'passed', extent: '7 lines', findings: 0, durationMs: 12 },
  ],
  findings: [
    { file: 'mobile/src/a.ts', line: 3, title: 'TS2322', message: "Type 'A' is not assignable.", check: 'types' },
    { file: 'mobile/src/b.ts', line: null, title: 'TS6133', message: 'Unused.', check: 'types' },
  ],
  coverage: {
    packages: [
      { name: 'mobile', suite: 'unit', counts: all(81, 100), threshold: 80, base: all(80, 100) },
      { name: 'web', suite: 'integration', counts: all(5_999, 10_000), threshold: 60, base: null },
    ],
    total: { counts: all(6_080, 10_100), base: all(6_090, 10_100) },
    patch: { covered: 6, total: 7, threshold: 80 },
    base: { commit: 'b'.repeat(40), distance: 2 },
    worstFiles: [{ file: 'mobile/src/a.ts', lines: { covered: 1, total: 3 }, uncovered: '2-3' }],
  },
  pyramid: { unit: 70, integration: 20, e2e: 10 },
};

export const passing: Written = {
  ...failing,
  verdict: 'pass',
  blame: '',
  reasons: [],
  checks: failing.checks.filter(({ outcome }) => outcome === 'passed'),
  findings: [],
};

export function read(written: Written, leftOut: Partial<Figures['leftOut']> = {}): Figures {
  const figures = JSON.parse(writeFigures(written)) as Figures;
  return { ...figures, leftOut: { ...figures.leftOut, ...leftOut } };
}
