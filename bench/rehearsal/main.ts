import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openRehearsal } from '#rehearsal/engine/session';
import { stepEnvironment } from '#rehearsal/runner/environment';

/**
 * What the engine costs. Two bars, each as a ratio to the same work without it, measured in turns in one run:
 * - from the command line to the end of a workflow with one empty step, against the step by hand;
 * - a week of an hourly workflow with one step, an action of ours, in one process, against as many bare starts of its bundle.
 * Run: node bench/rehearsal/main.ts [--runs N] [--ticks N]
 */
const bars = { startFactor: 1.5, startMs: 1_000, weekRatio: 1.6 };

const root = join(import.meta.dirname, '..', '..');
const runs = numberAfter('--runs', 9);
const ticks = numberAfter('--ticks', 168);
const work = mkdtempSync(join(tmpdir(), 'slipway-bench-'));
const missed: string[] = [];
try {
  measureStart();
  await measureWeek();
} finally {
  rmSync(work, { recursive: true, force: true });
}
process.exitCode = missed.length === 0 ? 0 : 1;

function measureStart(): void {
  const folder = repository(
    'empty',
    "on: push\njobs:\n  job:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: 'true'\n",
  );
  const script = join(work, 'empty.sh');
  writeFileSync(script, 'true');
  const engine: number[] = [];
  const hand: number[] = [];
  // The first of each only warms the caches.
  for (let run = -1; run < runs; run += 1) {
    const a = time(() => {
      start(process.execPath, ['--disable-warning=ExperimentalWarning', join(root, 'cli/main.ts'), 'rehearse', folder]);
    });
    const b = time(() => {
      start('bash', ['-e', script]);
    });
    if (run < 0) continue;
    engine.push(a);
    hand.push(b);
  }
  const bar = bars.startFactor * median(hand) + bars.startMs;
  console.table([
    { what: 'engine and one empty step', 'ms (median)': Math.round(median(engine)), runs },
    { what: 'the step by hand', 'ms (median)': Math.round(median(hand)), runs },
  ]);
  report('start of the engine, as a part of 1.5 x by hand + 1 s', median(engine) / bar, 1);
}

async function measureWeek(): Promise<void> {
  const inputs = { 'working-directory': 'nowhere' };
  const folder = repository(
    'hourly',
    `on: { schedule: [{ cron: '17 * * * *' }] }
jobs:
  tick:
    runs-on: ubuntu-24.04
    steps:
      - uses: slipway-ci/slipway/actions/quality-gate@v1
        continue-on-error: true
        with: { working-directory: ${inputs['working-directory']} }
`,
  );
  const rehearsal = await openRehearsal({
    root: folder,
    suite: root,
    machine: process.env,
    at: '2026-11-25T09:00:00Z',
  });
  const request = { workflow: '.github/workflows/hourly.yml', event: 'schedule', schedule: '17 * * * *' };
  const environment = bareEnvironment(inputs);
  const [engine, bare] = [[], []] as [number[], number[]];
  for (let tick = -1; tick < ticks; tick += 1) {
    const before = performance.now();
    const { conclusion, refusals } = await rehearsal.run(request);
    const after = performance.now();
    if (conclusion !== 'success') throw new Error(`a tick ended as ${conclusion}: ${JSON.stringify(refusals)}`);
    spawnSync(process.execPath, [join(root, 'dist/quality-gate/main.js')], { env: environment, cwd: work });
    if (tick < 0) continue;
    engine.push(after - before);
    bare.push(performance.now() - after);
  }
  await rehearsal.close();
  console.table([
    {
      what: `${ticks} runs of a one-step workflow`,
      's in all': (sum(engine) / 1_000).toFixed(1),
      'ms (median)': Math.round(median(engine)),
    },
    {
      what: `${ticks} bare starts of its bundle`,
      's in all': (sum(bare) / 1_000).toFixed(1),
      'ms (median)': Math.round(median(bare)),
    },
  ]);
  report(`a week of ${ticks} ticks, ratio`, sum(engine) / sum(bare), bars.weekRatio);
}

/** The same environment and inputs that the engine gives. */
function bareEnvironment(inputs: Readonly<Record<string, string>>): Record<string, string> {
  const files = Object.fromEntries(
    ['GITHUB_OUTPUT', 'GITHUB_STATE', 'GITHUB_STEP_SUMMARY', 'GITHUB_ENV', 'GITHUB_PATH'].map((name) => {
      const path = join(work, name);
      writeFileSync(path, '');
      return [name, path];
    }),
  );
  const given = Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]);
  return {
    ...stepEnvironment(process.env, { workspace: work, temp: work, toolCache: work }),
    ...files,
    ...(Object.fromEntries(given) as Record<string, string>),
  };
}

function repository(name: string, workflow: string): string {
  const folder = join(work, name);
  mkdirSync(join(folder, '.github/workflows'), { recursive: true });
  writeFileSync(join(folder, `.github/workflows/${name}.yml`), workflow);
  return folder;
}

function start(file: string, args: readonly string[]): void {
  const { status, stderr } = spawnSync(file, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${file} ${args.join(' ')} ended with ${status ?? 'a signal'}: ${stderr}`);
}

function time(what: () => void): number {
  const before = performance.now();
  what();
  return performance.now() - before;
}

function report(what: string, value: number, bar: number): void {
  const ok = value <= bar;
  if (!ok) missed.push(what);
  console.log(`${ok ? 'ok  ' : 'MISS'} ${what} ${value.toFixed(2)}, bar ${bar}`);
}

function numberAfter(option: string, otherwise: number): number {
  const at = process.argv.indexOf(option);
  return at < 0 ? otherwise : Number(process.argv[at + 1]);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
