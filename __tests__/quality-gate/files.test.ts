import { describe, expect, test } from '@jest/globals';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readBaseline } from '#reports/baseline';
import { parseCobertura } from '#reports/cobertura';
import { parseJunit } from '#reports/junit';
import { parseLcov } from '#reports/lcov';
import { qualityGate } from '../../actions/quality-gate/main.ts';
import { modes, play } from '../support/scenario.ts';
import { coverageOf, healthy, jestReport, standInMonorepo, standInProject } from './project.ts';

const jestOf = (covered: number, total: number): object => ({
  ...healthy.jest,
  report: jestReport({ coverageMap: coverageOf(covered, total, 'WORKSPACE/src/a.js') }),
});

describe.each(modes)('%s: the report files', (mode) => {
  test('of all packages together, with paths from the workspace, and a baseline of this commit', async () => {
    const env = { GITHUB_SHA: 'a'.repeat(40) };
    const packages = { mobile: { jest: jestOf(4, 5) }, web: { jest: jestOf(9, 10) } };
    await play(
      mode,
      qualityGate,
      standInMonorepo(packages, { inputs: { 'report-directory': 'out/reports' }, env }),
      (seen) => {
        const folder = seen.outputs['report-directory'] ?? '';
        expect(folder).toBe(join(seen.workspace, 'out/reports'));
        const read = (name: string): string => readFileSync(join(folder, name), 'utf8');
        expect(parseLcov(read('lcov.info')).map(({ path }) => path)).toEqual(['mobile/src/a.js', 'web/src/a.js']);
        expect(parseCobertura(read('cobertura.xml')).sources.map(({ path, lines }) => `${path} ${lines.size}`)).toEqual(
          ['mobile/src/a.js 5', 'web/src/a.js 10'],
        );
        expect(parseJunit(read('junit-1.xml')).failed).toEqual([]);
        expect(existsSync(join(folder, 'junit-2.xml'))).toBe(true);
        expect(readBaseline(read('baseline.json'))).toMatchObject({
          baseline: {
            commit: 'a'.repeat(40),
            packages: [{ name: 'mobile', counts: { lines: { covered: 4, total: 5 } } }, { name: 'web' }],
          },
        });
      },
    );
  });

  test('are there when the gate says no, too; without coverage there is still what the run came to', async () => {
    await play(
      mode,
      qualityGate,
      standInProject({ jest: jestOf(1, 5) }, { inputs: { 'report-directory': 'out' } }),
      (seen) => {
        expect(seen.outputs['verdict']).toBe('fail');
        expect(existsSync(join(seen.workspace, 'out/lcov.info'))).toBe(true);
      },
    );
    await play(
      mode,
      qualityGate,
      standInProject({ jest: { config: healthy.jest.config } }, { inputs: { 'report-directory': 'out' } }),
      (seen) => {
        expect(seen.outputs['report-directory']).toBe(join(seen.workspace, 'out'));
        expect(readdirSync(join(seen.workspace, 'out'))).toEqual(['quality.json']);
      },
    );
  });

  test('that cannot be written fail the gate, whatever else passed', async () => {
    const project = standInProject({});
    const scenario = {
      inputs: { 'report-directory': 'in-the-way' },
      prepare: (workspace: string) => {
        project.prepare?.(workspace);
        writeFileSync(join(workspace, 'in-the-way'), 'a file where the folder should be');
      },
    };
    await play(mode, qualityGate, scenario, (seen) => {
      expect(seen.exitCode).toBe(1);
      expect(seen.outputs).toMatchObject({
        verdict: 'fail',
        blame: 'tool',
        reasons: '["reports-unwritable"]',
        'report-directory': '',
      });
      expect(seen.summary).toContain('(`reports-unwritable`)');
    });
  });
});
