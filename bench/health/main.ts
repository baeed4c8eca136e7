import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { makeAppTables } from './app-tables.ts';
import type { Effort } from './apps.ts';
import { makeBackendTables } from './backend-table.ts';
import { checkGoals } from './goals.ts';
import { makeGradedTable } from './graded.ts';
import { drawPictures } from './pictures.ts';
import { makeStressTable } from './stress-table.ts';
import { formatTable } from '../table.ts';
import type { Table } from '../table.ts';
import { makeTimingTable } from './timing.ts';

const usage = `node bench/health/main.ts [--seed N] [--short] [--only PART ...] [--pictures FOLDER]

Simulates rollouts under this rule and four others, prints the tables, and checks the goals on the seeds N, N+1 and N+2.
Parts: goals, apps, backend, stress, graded, timing. --short runs a small part of everything (20 s) and judges nothing.`;

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    short: { type: 'boolean', default: false },
    only: { type: 'string', multiple: true },
    pictures: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});

process.exitCode = values.help ? showUsage() : run();

function showUsage(): number {
  console.log(usage);
  return 0;
}

function run(): number {
  const seed = Number(values.seed);
  if (!Number.isInteger(seed)) {
    console.error(`--seed is "${values.seed}"; it has to be a whole number.`);
    return 2;
  }
  const effort: Effort = values.short
    ? { seeds: [seed], scale: 0.05 }
    : { seeds: [seed, seed + 1, seed + 2], scale: 1 };
  console.log(`seeds ${effort.seeds.join(', ')}${values.short ? '; a short run: too few rollouts to judge by' : ''}\n`);
  let missed = 0;
  const parts: Readonly<Record<string, () => readonly Table[]>> = {
    goals: () => {
      const results = checkGoals(effort, (line) => {
        console.error(line);
      });
      missed = results.missed;
      return [results.table];
    },
    graded: () => [makeGradedTable(effort)],
    apps: () => makeAppTables(effort),
    backend: () => makeBackendTables(effort),
    stress: () => [makeStressTable(effort)],
    timing: () => [makeTimingTable()],
  };
  const unknown = (values.only ?? []).filter((name) => !(name in parts));
  if (unknown.length > 0) {
    console.error(`There is no part ${unknown.join(', ')}; there are ${Object.keys(parts).join(', ')}.`);
    return 2;
  }
  for (const [name, make] of Object.entries(parts)) {
    if (values.only !== undefined && !values.only.includes(name)) continue;
    const startedAt = performance.now();
    for (const table of make()) console.log(formatTable(table));
    console.error(`${name}: ${((performance.now() - startedAt) / 1_000).toFixed(1)} s`);
  }
  if (values.pictures !== undefined) writePictures(values.pictures, effort);
  if (missed > 0) console.log(`${missed} goals are not met.`);
  return missed > 0 ? 1 : 0;
}

function writePictures(folder: string, effort: Effort): void {
  mkdirSync(folder, { recursive: true });
  for (const { file, svg } of drawPictures(effort)) {
    writeFileSync(join(folder, file), svg);
    console.error(`written: ${join(folder, file)}`);
  }
}
