import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { createInterface } from 'node:readline';

/**
 * The newcomer: a fresh clone of what is committed, an empty HOME, an empty npm cache, and the two commands of the README,
 * with npm 10 and npm 11; then the second start, timed to the first step of the workflow. What follows is the workflow's own
 * work: it installs the example's packages each time, as it does on GitHub.
 * Run: node bench/fresh-clone/main.ts [--npm 10.9.2 --npm 11.4.2]
 */
const secondStartBarMs = 5_000;

const root = dirname(dirname(import.meta.dirname));
const given = process.argv.flatMap((argument, index) => (argument === '--npm' ? [process.argv[index + 1] ?? ''] : []));
const npmVersions = given.length > 0 ? given : ['10', '11'];

const rows: Record<string, unknown>[] = [];
for (const version of npmVersions) await tryNpm(version);
console.table(rows);
process.exitCode = rows.every((row) => row['result'] === 'ok') ? 0 : 1;

async function tryNpm(version: string): Promise<void> {
  const home = mkdtempSync(join(tmpdir(), 'slipway-newcomer-'));
  try {
    const clone = join(home, 'slipway');
    run('git', ['clone', '--quiet', `file://${root}`, clone], home, process.env);
    const environment = newcomerEnvironment(home, version);
    const npm = run('npm', ['--version'], clone, environment).trim();
    for (const command of [['rehearse'], ['test'], ['rehearse']]) {
      const second =
        command[0] === 'rehearse' && rows.some((row) => row['npm'] === npm && row['command'] === './slipway rehearse');
      console.log(`\n=== npm ${npm}: ./slipway ${command.join(' ')}${second ? ' (second start)' : ''}`);
      const { code, firstStepMs, totalMs } = await time(join(clone, 'slipway'), command, clone, environment);
      const late = second && firstStepMs > secondStartBarMs;
      rows.push({
        npm,
        command: `./slipway ${command.join(' ')}${second ? ', again' : ''}`,
        result:
          code === 0 && !late ? 'ok' : late ? `first step after more than ${secondStartBarMs} ms` : `exit ${code}`,
        'first step, s': Number.isFinite(firstStepMs) ? (firstStepMs / 1_000).toFixed(1) : '',
        'in all, s': (totalMs / 1_000).toFixed(0),
      });
    }
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

/** Nothing of this person's machine but PATH and the registry it is told to use; npm of the wanted version comes first on PATH. */
function newcomerEnvironment(home: string, version: string): NodeJS.ProcessEnv {
  const empty = join(home, 'home');
  mkdirSync(empty);
  const registry = run('npm', ['config', 'get', 'registry'], home, process.env).trim();
  const tools = join(home, 'tools');
  mkdirSync(tools);
  run(
    'npm',
    ['install', '--silent', '--no-audit', '--no-fund', '--prefix', tools, `npm@${version}`],
    home,
    process.env,
  );
  // The Node of the machine, not the one that runs this file.
  const own = dirname(process.execPath);
  const path = (process.env['PATH'] ?? '')
    .split(delimiter)
    .filter((folder) => folder !== own && !folder.includes('node_modules'));
  return {
    PATH: [join(tools, 'node_modules/.bin'), ...path].join(delimiter),
    HOME: empty,
    npm_config_registry: registry,
    LANG: 'C.UTF-8',
  };
}

async function time(
  file: string,
  args: readonly string[],
  cwd: string,
  env: NodeJS.ProcessEnv,
): Promise<{ code: number; firstStepMs: number; totalMs: number }> {
  const startedAt = performance.now();
  let firstStepMs = Number.POSITIVE_INFINITY;
  const child = spawn(file, args, { cwd, env, stdio: ['ignore', 'pipe', 'inherit'] });
  createInterface({ input: child.stdout }).on('line', (line) => {
    if (/^\s+⏳ /.test(line)) firstStepMs = Math.min(firstStepMs, performance.now() - startedAt);
    if (/^slipway:|passed after|failed after|^tests:|verdict/.test(line)) console.log(line);
  });
  const code = await new Promise<number>((resolve) => {
    child.once('close', (status) => {
      resolve(status ?? 1);
    });
  });
  return { code, firstStepMs, totalMs: performance.now() - startedAt };
}

function run(file: string, args: readonly string[], cwd: string, env: NodeJS.ProcessEnv): string {
  const { status, stdout, stderr } = spawnSync(file, args, { cwd, env, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${file} ${args.join(' ')} failed: ${stderr}`);
  return stdout;
}
