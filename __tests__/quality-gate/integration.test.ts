import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseLcov } from '#reports/lcov';
import { readFigures } from '#reports/quality-figures';
import { qualityGate } from '../../actions/quality-gate/main.ts';
import { modes, play } from '../support/scenario.ts';
import { runsOf, coverageOfLines, healthy, jestReport, standInMonorepo, standInProject } from './project.ts';
import type { StandIn } from './project.ts';

const file = 'WORKSPACE/src/a.js';
const covering = (ran: readonly number[], tests = 1): object =>
  jestReport({ total: tests, passed: tests, coverageMap: coverageOfLines(ran, 10, file) });

/** Unit tests cover the lines 1 to 8, integration tests those that are given. */
function suites(integration: readonly number[], more: Partial<StandIn> = {}): { jest: StandIn } {
  return {
    jest: {
      ...healthy.jest,
      report: covering([1, 2, 3, 4, 5, 6, 7, 8], 7),
      ofConfig: { 'jest.integration.config.js': { report: covering(integration, 2), ...more } },
    },
  };
}

const config = { 'jest.integration.config.js': 'module.exports = {};\n' };
const asked = { 'integration-config': 'jest.integration.config.js' };

describe.each(modes)('%s: integration tests', (mode) => {
  test('are a suite of their own, at 60 %, with outputs, a JUnit file and their place in the pyramid', async () => {
    const files = {
      ...config,
      'e2e/login.test.js': "describe('login', () => {\n  it('opens', async () => {});\n  // it('not this one')\n});\n",
    };
    const inputs = { ...asked, 'report-directory': 'out' };
    await play(mode, qualityGate, standInProject(suites([5, 6, 7, 8, 9, 10]), { inputs, files }), (seen) => {
      expect(seen.outputs).toMatchObject({
        verdict: 'pass',
        'coverage-lines': '80.00',
        'integration-coverage': '60.00',
      });
      expect(runsOf(seen.workspace, 'jest')).toHaveLength(2);
      expect(seen.summary).toContain('### Coverage by integration tests');
      expect(seen.summary).toMatch(/\| Unit \| 7 \| 70 % \| .* \| 70 % \|/);
      expect(seen.summary).toMatch(/\| Integration \| 2 \| 20 % \| .* \| 20 % \|/);
      expect(seen.summary).toMatch(/\| E2E, counted in the sources \| 1 \| 10 % \| .* \| 10 % \|/);
      const read = (name: string): string => readFileSync(join(seen.workspace, 'out', name), 'utf8');
      expect(read('junit-1.xml')).not.toContain('(integration)');
      expect(read('junit-2.xml')).toContain('(integration)');
      // What ran in one of the suites ran.
      const [source] = parseLcov(read('lcov.info'));
      expect([...(source?.lines.values() ?? [])].filter((hits) => hits === 0)).toEqual([]);
      const figures = readFigures(read('quality.json'));
      expect(figures.pyramid).toEqual({ unit: 7, integration: 2, e2e: 1 });
      expect(figures.coverage.packages.map(({ suite, threshold }) => `${suite} ${threshold}`)).toEqual([
        'unit 80',
        'integration 60',
      ]);
    });
  });

  test('fail by their own threshold', async () => {
    await play(mode, qualityGate, standInProject(suites([5, 6, 7, 8, 9]), { inputs: asked, files: config }), (seen) => {
      expect(JSON.parse(seen.outputs['reasons'] ?? '')).toEqual(['coverage-below']);
      expect(seen.log).toContain('Coverage of lines is 50.00 %, 60 % is required');
      expect(seen.summary).toContain('| integration | ❌ failed |');
      expect(seen.outputs['coverage-lines']).toBe('80.00');
    });
  });

  test('that fail leave the unit tests their word', async () => {
    const broken = suites([1], { exit: 1, report: null });
    await play(mode, qualityGate, standInProject(broken, { inputs: asked, files: config }), (seen) => {
      expect(JSON.parse(seen.outputs['reasons'] ?? '')).toEqual(['tests-report-missing']);
      expect(seen.outputs).toMatchObject({ 'coverage-lines': '80.00', 'integration-coverage': '' });
      expect(seen.summary).toContain('| tests | ✅ passed |');
    });
  });

  test('are those of the packages that have them; where none has, the suite has not vanished in silence', async () => {
    const monorepo = standInMonorepo(
      { mobile: suites([5, 6, 7, 8, 9, 10]), web: suites([]) },
      { inputs: asked, files: { 'mobile/jest.integration.config.js': '' } },
    );
    await play(mode, qualityGate, monorepo, (seen) => {
      expect(seen.outputs).toMatchObject({ verdict: 'pass', 'integration-coverage': '60.00' });
      expect(seen.summary.match(/\| integration \|/g)).toHaveLength(1);
    });
    await play(mode, qualityGate, standInProject(suites([]), { inputs: asked }), (seen) => {
      expect(seen.exitCode).toBe(2);
      expect(seen.outputs).toMatchObject({ verdict: 'fail', blame: 'configuration', result: 'misconfigured' });
      expect(seen.log).toContain('There is no jest.integration.config.js in the workspace');
    });
  });

  test('in the order "gated" come last, and not after unit tests that failed', async () => {
    const failing = suites([5, 6, 7, 8, 9, 10]);
    const jest = { ...failing.jest, report: covering([1]) };
    const inputs = { ...asked, order: 'gated' };
    await play(mode, qualityGate, standInProject({ jest }, { inputs, files: config }), (seen) => {
      expect(JSON.parse(seen.outputs['reasons'] ?? '')).toEqual(['coverage-below']);
      expect(seen.summary).toContain('| integration | ⏭️ not run');
      expect(seen.outputs['integration-coverage']).toBe('');
    });
  });
});
