import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { formatTable } from '../table.ts';
import { changeFile, findSharedFile } from './shared-file.ts';
import { runGate } from './timed-gate.ts';
import type { TimedRun } from './timed-gate.ts';

/**
 * What running the checks together is worth: each alone, one after the other, together; cold, and warm after a change of
 * one shared file. The gate of dist/ measures itself: in the order "gated" nothing runs beside a check, so its time is that
 * of the tool alone. Rounds alternate, and the best of each counts: the machine's noise only ever adds.
 * Run: node bench/quality-gate/main.ts [--repo PATH] [--runs 5] [--edit FILE]
 */
const bars = { togetherToSequential: 1.05, togetherToBoundWarm: 1.25 } as const;

const root = resolve(import.meta.dirname, '../..');
const { values } = parseArgs({
  options: {
    repo: { type: 'string', default: root },
    runs: { type: 'string', default: '5' },
    edit: { type: 'string' },
  },
});
const repository = resolve(values.repo);
const cores = availableParallelism();

// On a copy: the warm rounds change a file.
const home = mkdtempSync(join(tmpdir(), 'slipway-bench-'));
try {
  const workspace = join(home, 'workspace');
  cpSync(repository, workspace, { recursive: true, verbatimSymlinks: true });
  const shared = values.edit ?? findSharedFile(workspace);
  console.log(
    `${relative(process.cwd(), repository) || '.'}, best of ${values.runs}, ${cores} cores; the shared file is ${shared}\n`,
  );
  const cold = measure(workspace, 'cold', () => ({ cache: 'off' }));
  const kept = join(home, 'kept');
  // What a run on the branch before would have left.
  runGate(root, workspace, { cache: 'safe', 'cache-directory': kept, order: 'gated' });
  const warm = measure(workspace, 'warm', (round) => {
    changeFile(join(workspace, shared), round);
    return { cache: 'safe', 'cache-directory': kept };
  });
  const held = [report(cold, false), report(warm, true)];
  process.exitCode = held.every(Boolean) ? 0 : 1;
} finally {
  rmSync(home, { recursive: true, force: true });
}

interface Measured {
  readonly title: string;
  readonly sequential: readonly TimedRun[];
  readonly together: readonly TimedRun[];
}

function measure(workspace: string, title: string, prepare: (round: number) => Record<string, string>): Measured {
  const runs: { sequential: TimedRun[]; together: TimedRun[] } = { sequential: [], together: [] };
  let step = 0;
  for (let round = 0; round < Number(values.runs); round += 1) {
    const orders = [
      ['sequential', 'gated'],
      ['together', 'parallel'],
    ] as const;
    for (const [name, order] of round % 2 === 0 ? orders : orders.toReversed()) {
      step += 1;
      const run = runGate(root, workspace, { ...prepare(step), order });
      console.log(`  ${title}, ${name}: ${seconds(run.wallMs)} s wall, ${seconds(run.cpuMs)} s CPU`);
      runs[name].push(run);
    }
  }
  return { title, ...runs };
}

/** @returns whether the bars hold. */
function report({ title, sequential, together }: Measured, judgeBound: boolean): boolean {
  const best = (runs: readonly TimedRun[], of: (run: TimedRun) => number): number => Math.min(...runs.map(of));
  const names = [...new Set(sequential.flatMap((run) => [...run.checks.keys()]))];
  const alone = names.map((name) => [name, best(sequential, (run) => run.checks.get(name) ?? Infinity)] as const);
  const slowest = Math.max(...alone.map(([, time]) => time));
  const cpu = best(sequential, (run) => run.cpuMs);
  const bound = Math.max(slowest, cpu / cores);
  const inSequence = best(sequential, (run) => run.wallMs);
  const atOnce = best(together, (run) => run.wallMs);
  const toSequential = atOnce / inSequence;
  const toBound = atOnce / bound;
  const holds = [toSequential <= bars.togetherToSequential, !judgeBound || toBound <= bars.togetherToBoundWarm];
  const mark = (met: boolean | undefined): string => (met === true ? 'met' : 'NOT MET');
  console.log(
    `\n${formatTable({
      title: `The quality gate, ${title}`,
      columns: ['what', 'seconds', 'ratio', 'bar'],
      rows: [
        ...alone.map(([name, time]) => [`${name} alone`, seconds(time), '', '']),
        ['CPU of all', seconds(cpu), '', ''],
        ['lower bound', seconds(bound), '', cpu / cores > slowest ? `CPU seconds / ${cores}` : 'the slowest'],
        ['one after the other', seconds(inSequence), '', ''],
        ['together', seconds(atOnce), '', ''],
        [
          'together / one after the other',
          '',
          toSequential.toFixed(2),
          `${bars.togetherToSequential} ${mark(holds[0])}`,
        ],
        [
          'together / lower bound',
          '',
          toBound.toFixed(2),
          judgeBound ? `${bars.togetherToBoundWarm} ${mark(holds[1])}` : 'for information',
        ],
      ],
    })}`,
  );
  return holds.every(Boolean);
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1_000).toFixed(2);
}
