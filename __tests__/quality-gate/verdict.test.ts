import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Blame, CheckName, CheckResult } from '../../actions/quality-gate/checks/check.ts';
import { messages } from '../../actions/quality-gate/messages.ts';
import { judgeChecks } from '../../actions/quality-gate/verdict.ts';

const results = fc.array(
  fc.record({
    package: fc.constantFrom('a', 'b', ''),
    name: fc.constantFrom<CheckName>('types', 'lint', 'tests', 'patch'),
    blames: fc.array(fc.constantFrom<Blame>('code', 'configuration', 'tool'), { maxLength: 2 }),
    notRun: fc.boolean(),
  }),
  { maxLength: 6 },
);

test('property: a pass needs every check to have run and none to have a reason; the heaviest blame comes first', () => {
  const reached = { pass: 0, fail: 0 };
  fc.assert(
    fc.property(results, (parts) => {
      const checks = parts.map(({ blames, notRun, ...part }): CheckResult => ({
        ...part,
        ...(notRun ? { notRun } : {}),
        reasons: blames.map((blame) => ({ blame, message: messages['tests-none']('Jest') })),
        findings: [],
        durationMs: 0,
        extent: '',
      }));
      const verdict = judgeChecks(checks);
      const clean = parts.length > 0 && parts.every(({ blames, notRun }) => blames.length === 0 && !notRun);
      expect(verdict.verdict).toBe(clean ? 'pass' : 'fail');
      const blames = parts.flatMap((part) => part.blames);
      const heaviest = (['code', 'configuration', 'tool'] as const).find((blame) => blames.includes(blame));
      if (!clean) expect(verdict.blame).toBe(heaviest ?? 'tool');
      expect(verdict.reasons).toHaveLength(blames.length);
      reached[verdict.verdict] += 1;
    }),
    { numRuns: 500, examples: [[[{ package: 'a', name: 'types', blames: [], notRun: false }]], [[]]] },
  );
  // A generator that reaches only one of them proves nothing.
  expect(Math.min(reached.pass, reached.fail)).toBeGreaterThan(5);
});
