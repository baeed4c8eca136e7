import { cpSync, existsSync, globSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { spawn } from 'node:child_process';
import { formatDuration } from '#kit/duration';
import { allMutants } from '../__tests__/mutants/all.ts';
import type { Mutant } from '../__tests__/mutants/mutant.ts';
import type { Command } from '../cli/command.ts';
import { takeShare, takeShareOption, type Share } from './share.ts';

export const mutants: Command = {
  usage: 'mutants [--share N] [ID ...]',
  summary: 'Put known mistakes into a copy of the code, one at a time; the tests must notice each.',
  run: async (args, root) => {
    const taken = takeShareOption(args, root);
    if (typeof taken !== 'string') return runMutants(taken.rest, root, taken.share);
    console.error(`slipway: ${taken}`);
    return 2;
  },
};

/** @param ids beginnings of the ids of those that are wanted; none is all. @returns the exit code */
export async function runMutants(ids: readonly string[], root: string, share: Share): Promise<number> {
  const named =
    ids.length === 0 ? allMutants : allMutants.filter(({ id }) => ids.some((start) => id.startsWith(start)));
  const chosen = takeShare(named, share);
  if (chosen.length === 0) {
    console.error(
      `slipway: no mutant is called ${ids.join(', ')}; there are: ${allMutants.map(({ id }) => id).join(', ')}`,
    );
    return 2;
  }
  const part = chosen.length < named.length ? `, ${chosen.length} of ${named.length}` : '';
  const copies = await Promise.all(
    Array.from({ length: Math.min(2, availableParallelism()) }, async () => Promise.resolve(copyTree(root))),
  );
  try {
    const baseline = [...new Map(chosen.map((mutant) => [describeTests(mutant), mutant]))];
    const red = await inParallel(copies, baseline, async (copy, [tests, mutant]) =>
      (await runTests(copy, mutant)) === 0 ? undefined : { tests, mutant },
    );
    const broken: string[] = [];
    // Again, alone and aloud: nobody can mend what is not seen, and a mutant is no judge of a test that fails now and then.
    for (const one of red) {
      if (one === undefined) continue;
      if ((await runTests(copies[0] ?? root, one.mutant, 'inherit')) === 0)
        console.error(`These tests failed once without any mutant, and passed the second time: ${one.tests}`);
      else broken.push(one.tests);
    }
    if (broken.length > 0) {
      console.error(`These tests fail without any mutant, so they cannot kill one: ${broken.join(', ')}`);
      return 1;
    }
    const fates = await inParallel(copies, chosen, tryMutant);
    const survived = fates.filter((fate) => !fate.killed);
    for (const { mutant } of survived) console.log(`survived: ${mutant.id} (${mutant.file}): ${mutant.why}`);
    // Passed is killed, failed is survived: the closing line that every runner of ours prints.
    console.log(`mutants: ${fates.length - survived.length} passed, ${survived.length} failed${part}`);
    return survived.length === 0 ? 0 : 1;
  } finally {
    for (const copy of copies) rmSync(copy, { recursive: true, force: true });
  }
}

/** The tree without what is installed or built; packages are shared by link. */
function copyTree(root: string): string {
  const copy = mkdtempSync(join(tmpdir(), 'slipway-mutants-'));
  const left = new Set(['node_modules', '.git', 'coverage', '.slipway']);
  cpSync(root, copy, {
    recursive: true,
    filter: (source) => !left.has(relative(root, source).split('/').at(-1) ?? ''),
  });
  for (const folder of ['.', ...globSync('emulators/*/contract', { cwd: root })]) {
    const modules = join(folder, 'node_modules');
    if (existsSync(join(root, modules))) symlinkSync(join(root, modules), join(copy, modules));
  }
  return copy;
}

async function tryMutant(copy: string, mutant: Mutant): Promise<{ mutant: Mutant; killed: boolean }> {
  const startedAt = performance.now();
  const path = join(copy, mutant.file);
  const original = readFileSync(path, 'utf8');
  if (original.split(mutant.find).length !== 2)
    throw new Error(`mutant ${mutant.id}: its text does not stand exactly once in ${mutant.file}`);
  writeFileSync(
    path,
    original.replace(mutant.find, () => mutant.replace),
  );
  try {
    const killed = (await runTests(copy, mutant)) !== 0;
    console.log(
      `${killed ? '✔ killed  ' : '✘ SURVIVED'} ${mutant.id} (${formatDuration(performance.now() - startedAt)})`,
    );
    return { mutant, killed };
  } finally {
    writeFileSync(path, original);
  }
}

function describeTests({ killedBy, among = 'all', bundled = false }: Mutant): string {
  return `${killedBy} (${among}${bundled ? ', bundled' : ''})`;
}

/**
 * Exit code of the tests that must notice. A mutant that hangs them is noticed, too. That a pattern of names matches no
 * test, the run without any mutant shows: Jest passes then, and so would every mutant survive.
 */
async function runTests(
  copy: string,
  { killedBy, among = '', bundled = false }: Mutant,
  stdio: 'ignore' | 'inherit' = 'ignore',
): Promise<number> {
  const flags = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];
  const args = [
    ...flags,
    join(copy, 'node_modules/jest/bin/jest.js'),
    '--rootDir',
    copy,
    '--coverage=false',
    '--bail',
    '--runInBand',
    '--forceExit',
    // A mutant may hang a test; the test has to end by itself, so that it can end what it started.
    '--testTimeout=15000',
    // Building for each mistake would take longer than all tests together: the same scenarios run from the source.
    `--testNamePattern=^${bundled ? '' : '(?!bundle: )'}${among === '' ? '' : `.*(?:${among})`}`,
    killedBy,
  ];
  const child = spawn(process.execPath, args, {
    cwd: copy,
    env: { ...process.env, SLIPWAY_MODES: 'all', ...(bundled ? {} : { SLIPWAY_PROBE: 'as-built' }) },
    stdio,
    timeout: 120_000,
    killSignal: 'SIGKILL',
  });
  return new Promise((resolve) => {
    child.once('close', (code) => {
      resolve(code ?? 1);
    });
  });
}

/** Each worker (a copy of the tree) takes the next task when it is free; results keep the order of the tasks. */
async function inParallel<W, T, R>(
  workers: readonly W[],
  tasks: readonly T[],
  work: (worker: W, task: T) => Promise<R>,
): Promise<R[]> {
  const results = new Map<number, R>();
  let next = 0;
  await Promise.all(
    workers.map(async (worker) => {
      while (next < tasks.length) {
        const index = next;
        next += 1;
        results.set(index, await work(worker, tasks[index] as T));
      }
    }),
  );
  return tasks.map((_, index) => results.get(index) as R);
}
