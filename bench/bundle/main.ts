import { spawn, spawnSync } from 'node:child_process';
import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { stepEnvironment } from '#rehearsal/runner/environment';

/**
 * What a step pays before its work begins: the bytes that GitHub downloads, and the time from the start of the process to
 * the first line of work, as a ratio to a bundle of bare `@actions/core` that is built and run here, in turns, since these
 * times drift with the machine. Run: node bench/bundle/main.ts [--runs N]
 */
const bars = { startRatio: 1.3, distGzipBytes: 1_500_000 } as const;

const root = dirname(dirname(import.meta.dirname));
const at = process.argv.indexOf('--runs');
const runs = at < 0 ? 15 : Number(process.argv[at + 1]);

const work = mkdtempSync(join(tmpdir(), 'slipway-bench-'));
const missed: string[] = [];
try {
  const bare = buildBareCore(work);
  printSizes(bare);
  await printStarts(bare);
} finally {
  rmSync(work, { recursive: true });
}
process.exitCode = missed.length === 0 ? 0 : 1;

/** The smallest action that anyone would write on `@actions/core`, bundled by ncc as its documentation says. */
function buildBareCore(folder: string): string {
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  writeFileSync(join(folder, 'index.js'), "import * as core from '@actions/core';\ncore.info('first line of work');\n");
  // A folder inside the repository, so that the package is found.
  const source = join(root, 'build', 'bench-bare');
  mkdirSync(source, { recursive: true });
  for (const file of ['package.json', 'index.js']) writeFileSync(join(source, file), readFileSync(join(folder, file)));
  const ncc = join(root, 'node_modules/@vercel/ncc/dist/ncc/cli.js');
  const { status, stderr } = spawnSync(
    process.execPath,
    [ncc, 'build', 'index.js', '-o', join(folder, 'bare'), '--quiet', '--no-cache'],
    { cwd: source, encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(stderr);
  rmSync(source, { recursive: true });
  return join(folder, 'bare', 'index.js');
}

function printSizes(bare: string): void {
  const files = globSync('dist/**/*', { cwd: root, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  const rows = [
    ...files.map((file) => [file.slice(root.length + 1), file] as const),
    ['(bare @actions/core, to compare)', bare] as const,
  ].map(([name, file]) => {
    const bytes = readFileSync(file);
    return { file: name, bytes: bytes.byteLength, gzipped: gzipSync(bytes, { level: 9 }).byteLength };
  });
  const own = rows.slice(0, -1);
  const total = {
    file: 'dist/ in all',
    bytes: sum(own.map((row) => row.bytes)),
    gzipped: sum(own.map((row) => row.gzipped)),
  };
  console.table([...own, total, ...rows.slice(-1)]);
  report(`dist/ gzipped: ${total.gzipped} bytes`, total.gzipped, bars.distGzipBytes);
}

async function printStarts(bare: string): Promise<void> {
  const workspace = join(work, 'workspace');
  mkdirSync(workspace);
  const environment = stepEnvironment(process.env, { workspace, temp: work, toolCache: work });
  const files = Object.fromEntries(
    ['GITHUB_OUTPUT', 'GITHUB_STATE', 'GITHUB_STEP_SUMMARY'].map((name) => [name, join(work, name)]),
  );
  for (const file of Object.values(files)) writeFileSync(file, '');

  const stubs = globSync('dist/*/main.js', { cwd: root }).sort();
  const table: Record<string, unknown>[] = [];
  for (const stub of stubs) {
    const [own, reference]: [number[], number[]] = [[], []];
    for (let run = -1; run < runs; run += 1) {
      const a = await timeToFirstLine(join(root, stub), { ...environment, ...files }, workspace);
      const b = await timeToFirstLine(bare, { ...environment, ...files }, workspace);
      // The first pair only warms the file cache.
      if (run < 0) continue;
      own.push(a);
      reference.push(b);
    }
    const ratio = median(own.map((value, index) => value / (reference[index] ?? Number.NaN)));
    table.push({
      bundle: stub,
      'ms (median)': Math.round(median(own)),
      'bare core, ms': Math.round(median(reference)),
      ratio: ratio.toFixed(2),
      pairs: runs,
    });
    report(`${stub}: start`, ratio, bars.startRatio);
  }
  console.table(table);
}

/** Milliseconds from the start of the process to its first line of output. */
async function timeToFirstLine(script: string, env: Readonly<Record<string, string>>, cwd: string): Promise<number> {
  const startedAt = performance.now();
  const child = spawn(process.execPath, [script], { cwd, env, stdio: ['ignore', 'pipe', 'ignore'] });
  const first = await new Promise<number>((resolve, reject) => {
    child.stdout.once('data', () => {
      resolve(performance.now() - startedAt);
    });
    child.once('error', reject);
    child.once('close', () => {
      reject(new Error(`${script} printed nothing`));
    });
  });
  child.kill('SIGKILL');
  return first;
}

function report(what: string, value: number, bar: number): void {
  const ok = value <= bar;
  if (!ok) missed.push(what);
  console.log(`${ok ? 'ok  ' : 'MISS'} ${what} ${value < 100 ? value.toFixed(2) : value}, bar ${bar}`);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
