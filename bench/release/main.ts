import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { repository } from '#rehearsal/release/app';
import { findScenario, listScenarios, parseScenario } from '#rehearsal/release/library';
import { readRehearsedPolicy, rehearseRelease } from '#rehearsal/release/rehearse';
import type { ReleaseRehearsal } from '#rehearsal/release/result';
import type { Scenario } from '#rehearsal/release/scenario';
import type { RehearseOptions } from '#rehearsal/release/stage';
import { formatTable } from '../table.ts';
import { drawRelease } from './pictures.ts';
import { toRows } from './rows.ts';

/**
 * The rehearsal of whole releases.
 *   node bench/release/main.ts [--seeds 1,2,3] [--scenario NAME] [--source] [--jobs N]
 *     the one table: each scenario with what was expected and observed, and the naive rule beside it. `--source` runs the action in
 *     this process instead of the caller's workflow with the bundle in a process for each tick.
 *   node bench/release/main.ts --cost [--ticks N]
 *     what the healthy release costs, as a ratio to as many bare starts of the bundle, and with 9 million users to 10,000.
 *   node bench/release/main.ts --pictures FOLDER [--scenario NAME]
 *     the page of a release as pictures, at the widths of a laptop and a phone, light and dark. Default: the crash spike.
 */
const bars = { seconds: 60, ticks: 168, ratio: 3, users: 1.2 };

const root = join(import.meta.dirname, '..', '..');
const node = ['--disable-warning=ExperimentalWarning', import.meta.filename];
const policyText = readFileSync(join(root, repository.folder, repository.policy), 'utf8');
const one = valueOf('--one', '');
if (one !== '') {
  process.stdout.write(JSON.stringify(await run(one, Number(valueOf('--seed', '1')))));
} else if (process.argv.includes('--cost')) await measureCost();
else if (process.argv.includes('--pictures')) await drawPictures(valueOf('--pictures', 'docs/pictures'));
else await printTable();

async function drawPictures(folder: string): Promise<void> {
  const result = await run(valueOf('--scenario', 'crash-spike-in-stage-2'), 1);
  for (const file of await drawRelease(result, folder)) console.log(file);
}

/** Each scenario and seed in a process of its own, as many at once as there are cores. */
async function printTable(): Promise<void> {
  const seeds = valueOf('--seeds', '1,2,3').split(',').map(Number);
  const only = valueOf('--scenario', '');
  const names = listScenarios().map(({ name }) => name);
  const wanted = names
    .filter((name) => only === '' || name === only)
    .flatMap((name) => seeds.map((seed) => ({ name, seed })));
  const results = new Map<string, ReleaseRehearsal>();
  const waiting = [...wanted];
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const result = await runApart(next.name, next.seed);
      results.set(`${next.name} ${next.seed}`, result);
      console.error(
        `${result.holds ? 'ok  ' : 'MISS'} ${next.name}, seed ${next.seed}: ${Math.round(result.cost.totalMs / 1_000)} s`,
      );
    }
  };
  await Promise.all(Array.from({ length: Number(valueOf('--jobs', String(availableParallelism()))) }, work));
  const all = wanted.flatMap(({ name, seed }) => results.get(`${name} ${seed}`) ?? []);
  console.log(
    formatTable({
      title: 'Whole releases',
      columns: [
        'scenario',
        'seed',
        'platform',
        'expected',
        'observed',
        'halt after',
        'have it',
        'users',
        'naive rule',
        '',
      ],
      rows: all.flatMap(toRows),
      notes: [
        'Halt after: from the first hour in which somebody had what is truly above the limit. Have it: of the platform, at the end.',
        'Naive rule: raise by the hours of the plan, halt at the first hourly look with a share above the limit.',
      ],
    }),
  );
  const missed = all.filter(({ holds }) => !holds);
  console.log(`${all.length - missed.length} of ${all.length} as expected.`);
  process.exitCode = missed.length === 0 ? 0 : 1;
}

async function runApart(name: string, seed: number): Promise<ReleaseRehearsal> {
  const mode = process.argv.includes('--source') ? ['--source'] : [];
  const child = spawn(process.execPath, [...node, '--one', name, '--seed', String(seed), ...mode], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const chunks: Buffer[] = [];
  for await (const chunk of child.stdout) chunks.push(chunk as Buffer);
  return JSON.parse(Buffer.concat(chunks).toString('utf8')) as ReleaseRehearsal;
}

async function run(name: string, seed: number, change: Partial<RehearseOptions> = {}): Promise<ReleaseRehearsal> {
  const scenario = load(name);
  const read = readRehearsedPolicy(policyText);
  if ('defects' in read) throw new Error('The policy of the example has a mistake.');
  return rehearseRelease({
    ...{ scenario, policyText, policy: read.policy, suite: root, machine: process.env, seed },
    mode: process.argv.includes('--source') ? 'source' : 'workflow',
    ...change,
  });
}

function load(name: string): Scenario {
  const file = findScenario(name);
  const result = typeof file === 'string' ? undefined : parseScenario(file);
  if (result === undefined || 'defects' in result) throw new Error(`The scenario ${name} cannot be read.`);
  return result.scenario;
}

async function measureCost(): Promise<void> {
  const hours = Number(valueOf('--ticks', '240'));
  const healthy = { ...load('healthy'), limit: hours * 3_600_000 };
  // The first of each only warms the caches.
  startBare(3);
  await run('healthy', 1, { scenario: { ...healthy, limit: 3 * 3_600_000 } });
  const before = startBare(20);
  const million = await run('healthy', 1, { scenario: healthy });
  const after = startBare(20);
  const bare = (before + after) / 2;
  const small = await run('healthy', 1, { scenario: resize(healthy, 10_000) });
  const large = await run('healthy', 1, { scenario: resize(healthy, 9_000_000) });
  const describe = (what: string, { cost }: ReleaseRehearsal): readonly string[] => [
    what,
    String(cost.ticks),
    String(cost.processes),
    (cost.totalMs / 1_000).toFixed(1),
    (cost.totalMs / cost.processes).toFixed(0),
    (cost.runsMs / cost.processes).toFixed(0),
    (cost.worldMs / cost.processes).toFixed(0),
    String(cost.requests),
  ];
  console.log(
    formatTable({
      title: 'What the healthy release costs',
      columns: ['users', 'ticks', 'processes', 's', 'ms a process', 'of that in the run', 'in the world', 'requests'],
      rows: [describe('1,000,000', million), describe('10,000', small), describe('9,000,000', large)],
      notes: [`A bare start of the bundle takes ${bare.toFixed(0)} ms.`],
    }),
  );
  report(
    `seconds for ${bars.ticks} ticks`,
    (million.cost.totalMs / million.cost.ticks / 1_000) * bars.ticks,
    bars.seconds,
  );
  report('ratio to as many bare starts', million.cost.totalMs / million.cost.processes / bare, bars.ratio);
  report(
    'a tick with 9 million users, to one with 10,000',
    large.cost.totalMs / large.cost.ticks / (small.cost.totalMs / small.cost.ticks),
    bars.users,
  );
}

function resize(scenario: Scenario, users: number): Scenario {
  const factor = users / 1_000_000;
  const { android, wear, ios } = scenario.users;
  return { ...scenario, users: { android: android * factor, wear: wear * factor, ios: ios * factor } };
}

/** Starts the bundle as often, with an input that ends it at once. @returns milliseconds of one */
function startBare(times: number): number {
  const script = join(root, 'dist/staged-promote/main.js');
  const startedAt = performance.now();
  for (let count = 0; count < times; count += 1)
    spawnSync(process.execPath, [script], { env: { PATH: process.env['PATH'], INPUT_COMMAND: 'nothing' }, cwd: root });
  return (performance.now() - startedAt) / times;
}

function report(what: string, value: number, bar: number): void {
  const ok = value <= bar;
  if (!ok) process.exitCode = 1;
  console.log(`${ok ? 'ok  ' : 'MISS'} ${what} ${value.toFixed(2)}, bar ${bar}`);
}

function valueOf(option: string, otherwise: string): string {
  const at = process.argv.indexOf(option);
  return at < 0 ? otherwise : (process.argv[at + 1] ?? otherwise);
}
