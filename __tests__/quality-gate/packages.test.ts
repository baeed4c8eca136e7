import { describe, expect, test } from '@jest/globals';
import { qualityGate } from '../../actions/quality-gate/main.ts';
import { runTasks } from '../../actions/quality-gate/schedule.ts';
import type { Task } from '../../actions/quality-gate/schedule.ts';
import type { CheckName, CheckResult } from '../../actions/quality-gate/checks/check.ts';
import { messages } from '../../actions/quality-gate/messages.ts';
import { modes, play } from '../support/scenario.ts';
import { coverageOf, healthy, jestReport, standInMonorepo, standInProject } from './project.ts';

const below = { ...healthy.jest, report: jestReport({ coverageMap: coverageOf(70, 100) }) };
const typeError = { stdout: 'src/a.ts(1,1): error TS1: x\n', exit: 2 };

describe.each(modes)('%s: several packages', (mode) => {
  test('pass together, and the coverage outputs are of all lines together', async () => {
    const rich = { ...healthy.jest, report: jestReport({ coverageMap: coverageOf(90, 100) }) };
    const poor = { ...healthy.jest, report: jestReport({ coverageMap: coverageOf(240, 300) }) };
    await play(
      mode,
      qualityGate,
      standInMonorepo({ mobile: { jest: rich }, 'libs/api': { jest: poor }, web: {} }),
      (seen) => {
        expect(seen.exitCode).toBe(0);
        // 90 + 240 + 5 of 100 + 300 + 5: not the mean of the three percentages.
        expect(seen.outputs['coverage-lines']).toBe('82.71');
        expect(seen.summary).toContain('| `libs/api` | 80.00 % ✅ |');
        expect(seen.summary).toContain('| all | 82.71 % |');
        expect(seen.log).toContain('libs/api tests: passed');
      },
    );
  });

  test('each is held to the threshold by itself, and the reason names it', async () => {
    await play(mode, qualityGate, standInMonorepo({ mobile: { jest: below }, web: {} }), (seen) => {
      expect(seen.exitCode).toBe(1);
      expect(seen.annotations.at(-1)?.message).toContain('mobile: Coverage of lines is 70.00 %');
      expect(seen.summary).toContain('❌ quality-gate: fail, 1 of 6 checks did not pass');
      expect(seen.log).toContain('web tests: passed');
    });
  });

  test('findings stand at their place in the workspace, and a total without one of the packages is not given', async () => {
    await play(
      mode,
      qualityGate,
      standInMonorepo({ mobile: { tsc: typeError, jest: { config: healthy.jest.config } }, web: {} }),
      (seen) => {
        expect(seen.annotations[0]).toMatchObject({ file: 'mobile/src/a.ts', line: 1 });
        expect(seen.outputs['coverage-lines']).toBe('');
        expect(JSON.parse(seen.outputs['reasons'] ?? '')).toEqual(['types-failed', 'tests-report-missing']);
      },
    );
  });

  test('a folder that is not there is named before anything runs', async () => {
    await play(
      mode,
      qualityGate,
      standInMonorepo({ mobile: {} }, { inputs: { 'working-directory': 'mobile\nweb' } }),
      (seen) => {
        expect(seen.exitCode).toBe(2);
        expect(seen.log).toContain('working-directory: there is no such folder in the workspace');
        expect(seen.log).not.toContain('types: passed');
      },
    );
  });

  test('gated: no dearer check after a cheaper one that did not pass, and what was not run is no pass', async () => {
    await play(mode, qualityGate, standInProject({ tsc: typeError }, { inputs: { order: 'gated' } }), (seen) => {
      expect(JSON.parse(seen.outputs['reasons'] ?? '')).toEqual(['types-failed']);
      expect(seen.exitCode).toBe(1);
      expect(seen.log).not.toContain('lint:');
      expect(seen.summary.match(/⏭️ not run/g)).toHaveLength(2);
    });
  });

  test('gated: one package stops, the others go on', async () => {
    await play(
      mode,
      qualityGate,
      standInMonorepo({ mobile: { tsc: typeError }, web: {} }, { inputs: { order: 'gated' } }),
      (seen) => {
        expect(seen.log).toContain('web tests: passed');
        expect(seen.log).not.toContain('mobile lint');
        expect(seen.exitCode).toBe(1);
      },
    );
  });
});

describe('the schedule', () => {
  const names: readonly CheckName[] = ['types', 'lint', 'tests'];

  /** Tasks that note when they begin and end only when the test says so. */
  function stage(packages: readonly string[], failing: readonly string[] = []) {
    const events: string[] = [];
    const open = new Map<string, () => void>();
    const tasks = packages.flatMap((of) =>
      names.map((name): Task => {
        const id = `${of} ${name}`;
        return {
          name,
          package: of,
          run: async () => {
            events.push(id);
            await new Promise<void>((resolve) => open.set(id, resolve));
            const reasons = failing.includes(id)
              ? [{ blame: 'code' as const, message: messages['tests-none']('Jest') }]
              : [];
            return { package: of, name, reasons, findings: [], durationMs: 1, extent: '' } satisfies CheckResult;
          },
        };
      }),
    );
    return { tasks, events, open };
  }

  async function settle(): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve));
  }

  test('parallel: the dearest first, never more at once than cores, results in the order of the tasks', async () => {
    const { tasks, events, open } = stage(['a', 'b']);
    const running = runTasks(tasks, 'parallel', 2);
    await settle();
    expect(events).toEqual(['a tests', 'b tests']);
    while (events.length < 6 || open.size > 0) {
      const [id, end] = [...open][0] ?? ['', () => undefined];
      open.delete(id);
      end();
      await settle();
      expect(open.size).toBeLessThanOrEqual(2);
    }
    expect((await running).map((result) => `${result.package} ${result.name}`)).toEqual(
      tasks.map((task) => `${task.package} ${task.name}`),
    );
  });

  test('gated: types, lint, tests, and nothing behind a failure', async () => {
    const { tasks, events, open } = stage(['a'], ['a lint']);
    const running = runTasks(tasks, 'gated', 4);
    for (const id of ['a types', 'a lint']) {
      await settle();
      open.get(id)?.();
    }
    const results = await running;
    expect(events).toEqual(['a types', 'a lint']);
    expect(results.map((result) => result.notRun === true)).toEqual([false, false, true]);
  });

  test('an error of ours in one task comes out, and no further task begins', async () => {
    const begun: string[] = [];
    const tasks = ['a', 'b', 'c', 'd'].map((of): Task => ({
      package: of,
      name: 'types',
      run: async () => {
        begun.push(of);
        await settle();
        throw new Error(`defect in ${of}`);
      },
    }));
    await expect(runTasks(tasks, 'parallel', 2)).rejects.toThrow('defect in a');
    expect(begun).toEqual(['a', 'b']);
  });
});
