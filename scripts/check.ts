import { spawnSync } from 'node:child_process';
import { existsSync, globSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { formatDuration } from '#kit/duration';
import { buildBundle, shippedBundle } from './bundle.ts';
import type { Command } from '../cli/command.ts';

interface Step {
  readonly name: string;
  readonly cure: string;
  /** Empty when there is nothing to say. */
  readonly run: (root: string) => { readonly ok: boolean; readonly output: string };
}

/** Everything that holds for every commit. All of it runs, also behind a failure: one run shows all that is wrong. */
const steps: readonly Step[] = [
  { name: 'types', cure: 'mend the lines above', run: node('typescript7/bin/tsc', '-p', 'tsconfig.json') },
  {
    name: 'lint and floors',
    cure: 'mend the lines above',
    run: node('eslint/bin/eslint.js', '.', '--max-warnings', '0'),
  },
  {
    name: 'format',
    cure: 'run: npx prettier --write .',
    run: node('prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'),
  },
  { name: 'unused code', cure: 'delete what nobody uses', run: node('knip/bin/knip.js') },
  { name: 'actions and workflows', cure: 'mend the lines above', run: script('lint/workflows/main.ts') },
  { name: 'dist', cure: 'run: ./slipway build, and commit dist/', run: checkDist },
];

export const check: Command = {
  usage: 'check',
  summary: 'Types, lint, floors, format, unused code, action.yml and workflows, dist up to date.',
  run: async (_, root) => {
    const failed: string[] = [];
    for (const step of steps) {
      const startedAt = performance.now();
      const { ok, output } = step.run(root);
      if (!ok) console.log(output.trimEnd());
      console.log(
        `${ok ? '✔' : '✘'} ${step.name} (${formatDuration(performance.now() - startedAt)})${ok ? '' : `: ${step.cure}`}`,
      );
      if (!ok) failed.push(step.name);
    }
    console.log(
      failed.length === 0
        ? 'check: everything holds'
        : `check: ${failed.length} of ${steps.length} failed: ${failed.join(', ')}`,
    );
    return Promise.resolve(failed.length === 0 ? 0 : 1);
  },
};

function node(tool: string, ...args: readonly string[]): Step['run'] {
  return (root) => spawnNode(root, [join('node_modules', tool), ...args]);
}

function script(path: string): Step['run'] {
  return (root) => spawnNode(root, ['--disable-warning=ExperimentalWarning', path]);
}

function spawnNode(cwd: string, args: readonly string[]): ReturnType<Step['run']> {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd, encoding: 'utf8' });
  return { ok: status === 0, output: stdout + stderr };
}

/** Builds beside dist/ and compares byte by byte: what is committed must be what the sources make. */
function checkDist(root: string): ReturnType<Step['run']> {
  const fresh = 'build/fresh-dist';
  buildBundle(root, shippedBundle, fresh);
  const list = (folder: string): string[] =>
    globSync('**/*', { cwd: join(root, folder), withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(join(root, folder).length + 1))
      .sort();
  const names = [...new Set([...list('dist'), ...list(fresh)])];
  const differing = names.filter((name) => {
    const [committed, built] = [join(root, 'dist', name), join(root, fresh, name)];
    return !existsSync(committed) || !existsSync(built) || !readFileSync(committed).equals(readFileSync(built));
  });
  rmSync(join(root, fresh), { recursive: true, force: true });
  return {
    ok: differing.length === 0,
    output: differing.map((name) => `dist/${name} is not what the sources build`).join('\n'),
  };
}
