import { expect, test } from '@jest/globals';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { coverage } from '#rehearsal/workflow/coverage';
import type { CoverageRow } from '#rehearsal/workflow/coverage';
import { readYaml } from '#rehearsal/workflow/read';
import { workflows } from './runs.ts';

const show = ({ kind, definition, property }: CoverageRow): string => [kind, definition, property].join(' ');

test('every row of the table of coverage that says "run" is in a workflow or an action of the table', () => {
  const shown = new Set(
    globSync('**/*.yml', { cwd: workflows }).flatMap((file) => {
      const kind = file.startsWith('actions/') ? 'action' : 'workflow';
      return [...readYaml(kind, file, readFileSync(join(workflows, file), 'utf8')).rows].map(show);
    }),
  );
  const run = coverage.filter(({ state }) => state === 'run').map(show);
  expect(run.filter((row) => !shown.has(row))).toEqual([]);
});
