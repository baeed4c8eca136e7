import { afterEach } from '@jest/globals';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { runAction } from '#kit/action';
import type { Action } from '#kit/action';
import { systemClock } from '#kit/clock';
import type { Clock } from '#kit/clock';
import { CancelledError } from '#kit/errors';
import { fetchOverHttp } from '#kit/fetch';
import type { Fields } from '#kit/inputs';
import { kitMessages } from '#kit/messages';
import { createActionsRunner } from '#kit/runner';
import { stepEnvironment } from '#rehearsal/runner/environment';
import { parseFileCommands } from '#rehearsal/runner/file-commands';
import { createStepLog } from '#rehearsal/runner/log-commands';
import type { Annotation } from '#rehearsal/runner/log-commands';
import { createTrackingId, endJob } from '#rehearsal/runner/job';
import { readManifest } from '#rehearsal/runner/manifest';
import { inputVariables, runStep } from '#rehearsal/runner/step';
import type { StepOptions, StepResult } from '#rehearsal/runner/step';

export const root = dirname(dirname(import.meta.dirname));

/**
 * `source` runs an action in this process, so that coverage counts it; `bundle` starts what the build made, as the
 * runner does. A scenario says the same of both.
 */
export const modes = ['source', 'bundle'] as const;
export type Mode = (typeof modes)[number];

/**
 * For scenarios of many processes, where the same once more takes minutes: only as the runner starts them. Mutants ask for the
 * source as well, since no bundle is built for a mutant.
 */
export const slowModes: readonly Mode[] = process.env['SLIPWAY_MODES'] === 'all' ? modes : ['bundle'];

export interface Scenario {
  readonly inputs: Readonly<Record<string, string>>;
  /** Files of the workspace, by path. */
  readonly files?: Readonly<Record<string, string>>;
  /** Prepares the workspace further: links, packages. */
  readonly prepare?: (workspace: string) => void;
  /** `WORKSPACE` in a value stands for the path of the workspace. */
  readonly env?: Readonly<Record<string, string>>;
  readonly path?: readonly string[];
  readonly fileCommands?: StepOptions['fileCommands'];
  readonly cancelWhen?: (line: string) => boolean;
  readonly nodeOptions?: readonly string[];
  readonly clock?: Clock;
  readonly onStart?: (pid: number) => void;
}

/** What a user could observe of a step. */
export interface Seen {
  readonly exitCode: number;
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
  readonly annotations: readonly Annotation[];
  /** The log as GitHub shows it. */
  readonly log: string;
  /** The same before the runner's masks. */
  readonly raw: string;
  /** Of `post`, when the action has one. */
  readonly postLog: string;
  /** Files that are left in the runner's temporary folder after main and post. */
  readonly left: readonly string[];
  readonly workspace: string;
  readonly temp: string;
  /** Runs the step once more, on the workspace as it is now. */
  readonly again: () => Promise<Seen>;
}

/** The folder of an action's action.yml, by name; the probe is the tests' own. */
export function actionFolder(name: string): string {
  return join(root, name === 'probe' ? '__tests__/probe/actions' : 'actions', name);
}

// After the test and not in `play`: whether a step leaves processes behind is what some tests ask, and a test that hangs
// never comes to its end.
const jobs = new Set<string>();
afterEach(() => {
  for (const job of jobs) endJob(job);
  jobs.clear();
});

/** Plays a scenario and hands what was seen to `look`; the workspace is removed afterwards. */
export async function play<F extends Fields, O extends string>(
  mode: Mode,
  action: Action<F, O>,
  scenario: Scenario,
  look: (seen: Seen) => void | Promise<void>,
): Promise<void> {
  const trackingId = createTrackingId();
  jobs.add(trackingId);
  const home = mkdtempSync(join(tmpdir(), 'slipway-test-'));
  const [workspace, temp, toolCache] = [join(home, 'workspace'), join(home, 'temp'), join(home, 'tool-cache')];
  for (const folder of [workspace, temp, toolCache]) mkdirSync(folder);
  try {
    for (const [path, content] of Object.entries(scenario.files ?? {})) {
      mkdirSync(dirname(join(workspace, path)), { recursive: true });
      writeFileSync(join(workspace, path), content);
    }
    scenario.prepare?.(workspace);
    const environment = stepEnvironment(process.env, {
      workspace,
      temp,
      toolCache,
      trackingId,
      ...(scenario.path === undefined ? {} : { path: scenario.path }),
      env: Object.fromEntries(
        Object.entries(scenario.env ?? {}).map(([name, value]) => [name, value.replaceAll('WORKSPACE', workspace)]),
      ),
    });
    const options: StepOptions = {
      action: actionFolder(action.name),
      inputs: scenario.inputs,
      environment,
      node: process.execPath,
      ...(scenario.fileCommands === undefined ? {} : { fileCommands: scenario.fileCommands }),
      ...(scenario.cancelWhen === undefined ? {} : { cancelWhen: scenario.cancelWhen }),
      ...(scenario.nodeOptions === undefined ? {} : { nodeOptions: scenario.nodeOptions }),
      ...(scenario.onStart === undefined ? {} : { onStart: scenario.onStart }),
    };
    const run = async (): Promise<Seen> => {
      const result =
        mode === 'bundle' ? await runStep(options) : await runInProcess(action, options, scenario.clock ?? systemClock);
      return {
        exitCode: result.exitCode,
        outputs: Object.fromEntries(result.outputs),
        summary: result.summary,
        annotations: result.log.annotations,
        log: result.log.visible.join('\n'),
        raw: result.log.raw.join('\n'),
        postLog: result.post?.log.visible.join('\n') ?? '',
        left: readdirSync(temp, { recursive: true, encoding: 'utf8' }).filter(
          (path) => !path.startsWith('_runner_file_commands'),
        ),
        workspace,
        temp,
        again: run,
      };
    };
    await look(await run());
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

/** The same as `runStep`, without a process: `@actions/core` reads this process's environment and writes its output. */
async function runInProcess<F extends Fields, O extends string>(
  action: Action<F, O>,
  options: StepOptions,
  clock: Clock,
): Promise<StepResult> {
  const manifest = readManifest(options.action);
  const folder = join(options.environment['RUNNER_TEMP'] ?? '', '_runner_file_commands');
  mkdirSync(folder, { recursive: true });
  const file = (name: keyof NonNullable<StepOptions['fileCommands']>): string => {
    const path = options.fileCommands?.[name] ?? join(folder, name);
    if (options.fileCommands?.[name] === undefined) writeFileSync(path, '');
    return path;
  };
  const files = {
    GITHUB_OUTPUT: file('GITHUB_OUTPUT'),
    GITHUB_ENV: file('GITHUB_ENV'),
    GITHUB_PATH: file('GITHUB_PATH'),
    GITHUB_STATE: file('GITHUB_STATE'),
    GITHUB_STEP_SUMMARY: file('GITHUB_STEP_SUMMARY'),
  };
  const environment = { ...options.environment, ...files, ...inputVariables(manifest, options.inputs) };
  const main = await runPhase(action, 'main', environment, options, clock, []);
  const state = parseFileCommands(readIfFile(files.GITHUB_STATE));
  const stateVariables = Object.fromEntries([...state].map(([name, value]) => [`STATE_${name}`, value]));
  const post =
    manifest.post === undefined
      ? undefined
      : await runPhase(action, 'post', { ...environment, ...stateVariables }, options, clock, [...main.log.masks]);
  return {
    ...main,
    state,
    outputs: parseFileCommands(readIfFile(files.GITHUB_OUTPUT)),
    env: new Map(),
    summary: main.log.mask(readIfFile(files.GITHUB_STEP_SUMMARY)),
    durationMs: 0,
    ...(post === undefined ? {} : { post }),
  };
}

async function runPhase<F extends Fields, O extends string>(
  action: Action<F, O>,
  phase: 'main' | 'post',
  environment: Readonly<Record<string, string>>,
  options: StepOptions,
  clock: Clock,
  masks: readonly string[],
): Promise<{ exitCode: number; log: ReturnType<typeof createStepLog> }> {
  const log = createStepLog({ masks: new Set(masks) });
  const cancel = new AbortController();
  let rest = '';
  const write = (text: string): void => {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      const before = log.visible.length;
      log.read(line);
      const seen = log.visible.slice(before);
      if (phase === 'main' && seen.some((one) => options.cancelWhen?.(one) === true)) {
        cancel.abort(new CancelledError(kitMessages.cancelled()));
      }
    }
  };
  const restore = takeOver(environment, write);
  try {
    const exitCode = await runAction(action, phase, {
      environment: process.env,
      runner: createActionsRunner(write),
      clock,
      fetch: fetchOverHttp,
      elapsed: () => performance.now(),
      random: Math.random,
      cancel: cancel.signal,
    });
    return { exitCode, log };
  } finally {
    restore();
  }
}

/** Swaps the environment and standard output of this process; returns how to give them back. */
function takeOver(environment: Readonly<Record<string, string>>, write: (text: string) => void): () => void {
  const kept = { ...process.env };
  // eslint-disable-next-line @typescript-eslint/unbound-method -- put back as it was
  const keptWrite = process.stdout.write;
  for (const name of Object.keys(process.env)) Reflect.deleteProperty(process.env, name);
  Object.assign(process.env, environment);
  process.stdout.write = (chunk: string | Uint8Array): boolean => {
    write(typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('utf8'));
    return true;
  };
  return () => {
    process.stdout.write = keptWrite;
    for (const name of Object.keys(process.env)) Reflect.deleteProperty(process.env, name);
    Object.assign(process.env, kept);
  };
}

function readIfFile(path: string): string {
  return existsSync(path) && !path.startsWith('/dev/') ? readFileSync(path, 'utf8') : '';
}
