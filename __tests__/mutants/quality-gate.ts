import type { Mutant } from './mutant.ts';

/** Mistakes in the quality gate: each makes it green when it should not be. */
export const mutants: readonly Mutant[] = [
  {
    id: 'gate-missing-report-passes',
    file: 'actions/quality-gate/checks/tests.ts',
    find: "return [{ blame: 'tool', message: messages['tests-report-missing'](end, tellingLine(outcome.tail)) }];",
    replace: 'return [];',
    why: 'A test that calls process.exit(0) passes the gate.',
    killedBy: '__tests__/quality-gate/faults',
  },
  {
    id: 'gate-zero-of-zero-passes',
    file: 'src/reports/coverage.ts',
    find: 'return total > 0 && covered',
    replace: 'return covered',
    why: 'A coverage scope that matches nothing passes with 100 %.',
    killedBy: '__tests__/reports',
  },
  {
    id: 'gate-rounds-up',
    file: 'src/reports/coverage.ts',
    find: 'covered * 100_000_000 >= Math.round(threshold * 1_000_000) * total',
    replace: 'Math.round((covered * 1_000) / total) / 10 >= threshold',
    why: '79.96 % passes for 80 %.',
    killedBy: '__tests__/quality-gate/faults',
  },
  {
    id: 'gate-exit-code-ignored',
    file: 'actions/quality-gate/checks/tests.ts',
    find: "if (outcome.end.kind !== 'exited' || outcome.end.code !== 0)\n    return [{ blame: 'tool', message: messages['tests-exit'](end) }, ...reasons];",
    replace: '',
    why: 'A failing global teardown passes.',
    killedBy: '__tests__/quality-gate/faults',
  },
  {
    id: 'gate-empty-lint-passes',
    file: 'actions/quality-gate/checks/lint.ts',
    find: "if (report.files === 0) return [{ blame: 'configuration', message: messages['lint-nothing-checked']() }];",
    replace: '',
    why: '"0 files linted" passes.',
    killedBy: '__tests__/quality-gate/faults',
  },
  {
    id: 'gate-types-of-nothing-pass',
    file: 'actions/quality-gate/checks/types.ts',
    find: "if (report.files.length === 0) return [{ blame: 'configuration', message: messages['types-nothing-checked']() }];",
    replace: '',
    why: 'A solution file with only references is "type-checked".',
    killedBy: '__tests__/quality-gate/faults',
  },
  {
    id: 'gate-killed-passes',
    file: 'actions/quality-gate/checks/check.ts',
    find: "if (end.kind === 'killed') return tool(messages['check-killed'](name, end.signal));",
    replace: '',
    why: 'A run that the kernel killed after a whole report is judged by the report of a dying process, with the wrong blame.',
    killedBy: '__tests__/quality-gate/faults',
  },
  {
    id: 'gate-scope-not-asked',
    file: 'actions/quality-gate/checks/tests.ts',
    find: 'if (!shown)',
    replace: 'if (durationMs < 0)',
    why: 'Files that no test imports do not count.',
    killedBy: '__tests__/quality-gate/faults',
  },
];
