import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { readFigures } from '#reports/quality-figures';
import { readManifest } from '#rehearsal/runner/manifest';
import { stepEnvironment } from '#rehearsal/runner/environment';
import { inputVariables } from '#rehearsal/runner/step';

export interface TimedRun {
  readonly wallMs: number;
  /** User and system, of the gate and of everything that it started. */
  readonly cpuMs: number;
  /** Wall time of each check in milliseconds, summed over packages. */
  readonly checks: ReadonlyMap<string, number>;
}

/**
 * Runs the gate of dist/ as the runner would, under the shell's `time`.
 * @throws Error when it does not pass: a check that was not run would look fast.
 */
export function runGate(root: string, workspace: string, inputs: Readonly<Record<string, string>>): TimedRun {
  const home = mkdtempSync(join(tmpdir(), 'slipway-timed-'));
  try {
    const action = join(root, 'actions/quality-gate');
    const manifest = readManifest(action);
    const reports = join(home, 'reports');
    const [temp, toolCache] = [join(home, 'temp'), join(home, 'tool-cache')];
    for (const folder of [temp, toolCache]) mkdirSync(folder);
    const files = Object.fromEntries(
      ['GITHUB_OUTPUT', 'GITHUB_ENV', 'GITHUB_PATH', 'GITHUB_STATE', 'GITHUB_STEP_SUMMARY'].map((name) => {
        writeFileSync(join(home, name), '');
        return [name, join(home, name)];
      }),
    );
    const env = {
      ...stepEnvironment(process.env, { workspace, temp, toolCache, env: { ...files, ...nodeEnvironment(workspace) } }),
      ...inputVariables(manifest, { ...inputs, 'report-directory': reports, 'timeout-minutes': '60' }),
    };
    const timed = 'TIMEFORMAT="%R %U %S"; time "$@" > /dev/null 2> "$LOG"';
    const { stderr } = spawnSync('bash', ['-c', timed, 'bash', process.execPath, manifest.main], {
      env: { ...env, LOG: join(home, 'log') },
      encoding: 'utf8',
      maxBuffer: 64_000_000,
    });
    const figures = readFigures(readFileSync(join(reports, 'quality.json'), 'utf8'));
    if (figures.verdict !== 'pass')
      throw new Error(`the gate does not pass: ${figures.reasons.map(({ text }) => text).join(' ')}`);
    const checks = new Map<string, number>();
    for (const { name, durationMs } of figures.checks) checks.set(name, (checks.get(name) ?? 0) + durationMs);
    const [real = 0, user = 0, system = 0] = stderr.trim().split(' ').map(Number);
    return { wallMs: real * 1_000, cpuMs: (user + system) * 1_000, checks };
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

/** As `./slipway quality` does for this repository: its own tests need its Node and a flag for ES modules. */
function nodeEnvironment(workspace: string): Record<string, string> {
  const { name } = JSON.parse(readFileSync(join(workspace, 'package.json'), 'utf8')) as { name?: string };
  const path = { PATH: [dirname(process.execPath), process.env['PATH'] ?? ''].join(delimiter) };
  return name === 'slipway'
    ? { ...path, NODE_OPTIONS: '--experimental-vm-modules --disable-warning=ExperimentalWarning' }
    : path;
}
