import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openRehearsal } from '#rehearsal/engine/session';
import type { RunResult } from '#rehearsal/engine/result';
import { renderRunPage } from '#rehearsal/report/run-page';
import { root } from '../../support/scenario.ts';
import { findJob, showSteps } from './runs.ts';

// The example's pull request, end to end: its workflow, our reusable workflow, our action from dist/, with the real TypeScript,
// ESLint and Jest that its lockfile asks for.

const limitMs = 1_200_000;
let home = '';
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'slipway-example-'));
});
afterAll(() => {
  rmSync(home, { recursive: true, force: true });
});

async function rehearse(change?: {
  readonly file: string;
  readonly from: string;
  readonly to: string;
}): Promise<RunResult> {
  const folder = join(mkdtempSync(join(home, 'run-')), 'tracker');
  cpSync(join(root, 'examples/tracker'), folder, {
    recursive: true,
    filter: (path) => !path.endsWith('node_modules') && !path.endsWith('coverage'),
  });
  if (change !== undefined) {
    const text = readFileSync(join(folder, change.file), 'utf8');
    expect(text).toContain(change.from);
    writeFileSync(join(folder, change.file), text.replace(change.from, change.to));
  }
  const rehearsal = await openRehearsal({
    root: folder,
    suite: root,
    machine: process.env,
    at: new Date().toISOString(),
  });
  try {
    return await rehearsal.run({ workflow: '.github/workflows/quality.yml', event: 'pull_request' });
  } finally {
    await rehearsal.close();
  }
}

describe("the example's pull request", () => {
  test(
    'passes: every step, the outputs of the called workflow, the reports as an artifact',
    async () => {
      const result = await rehearse();
      const job = findJob(result, 'mobile / Quality gate');
      const ran = showSteps(job.steps).filter((line) => !line.endsWith(': skipped'));
      expect(ran.map((line) => line.replace(/@[0-9a-f]{40}/, ''))).toEqual([
        'Run actions/checkout: success',
        'Run actions/setup-node: success',
        'Install the packages: success',
        'Run $/actions/quality-gate: success',
        'Keep the reports: success',
      ]);
      expect(job.outputs).toMatchObject({ verdict: 'pass' });
      expect(job.annotations).toEqual([]);
      expect(result.artifacts.map(({ name, files }) => [name, files.map(({ path }) => path)])).toEqual([
        ['quality-reports', ['baseline.json', 'cobertura.xml', 'junit-1.xml', 'lcov.info', 'quality.json']],
      ]);
      expect(result.standIns.map(({ action }) => action.replace(/@.*/, ''))).toEqual([
        'actions/checkout',
        'actions/setup-node',
        'actions/upload-artifact',
      ]);
      expect(result.conclusion).toBe('success');
    },
    limitMs,
  );

  test(
    'with a fault in the app the job goes red, with the annotation at the line and the line in the page',
    async () => {
      const file = 'mobile/src/domain/units.ts';
      const from = "return unit === 'kg' ? weight : weight * KILOGRAMS_PER_POUND;";
      const to = "return unit === 'kg' ? weight : String(weight);";
      const result = await rehearse({ file, from, to });
      const line =
        readFileSync(join(root, 'examples/tracker', file), 'utf8')
          .split('\n')
          .findIndex((text) => text.includes(from)) + 1;
      const job = findJob(result, 'mobile / Quality gate');
      expect(result.conclusion).toBe('failure');
      expect(
        showSteps(job.steps)
          .filter((line) => !line.endsWith(': skipped'))
          .slice(-2),
      ).toEqual(['Run $/actions/quality-gate: failure', 'Keep the reports: success']);
      expect(job.annotations).toContainEqual(
        expect.objectContaining({
          level: 'error',
          file,
          line,
          title: 'TS2322',
          excerpt: expect.arrayContaining([{ line, text: `  ${to}` }]),
        }),
      );
      expect(job.outputs).toMatchObject({ verdict: 'fail' });
      expect(renderRunPage(result)).toContain(`<code>${file}:${line}:`);
    },
    limitMs,
  );
});
