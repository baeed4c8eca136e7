import { randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { ActionWork } from '#rehearsal/ahead/ahead';
import { parseFileCommands } from '#rehearsal/runner/file-commands';
import { runProcess, type Child } from '#rehearsal/runner/process';
import { githubVariables } from './contexts.ts';
import type { JsonObject } from './matrix.ts';
import type { JobStatus, Machine, StepControl } from './machine.ts';

const names = ['GITHUB_OUTPUT', 'GITHUB_ENV', 'GITHUB_PATH', 'GITHUB_STATE', 'GITHUB_STEP_SUMMARY'] as const;
type FileCommands = Readonly<Record<(typeof names)[number], string>>;

/** 1 MiB per step (actions/runner, CreateStepSummaryCommand). */
const summaryBytes = 1024 * 1024;

export interface ProcessWork {
  readonly file: string;
  readonly args: readonly string[];
  readonly cwd: string;
  /** Of a JavaScript action, whose process may have been started before its step begins. */
  readonly action?: Pick<ActionWork, 'script' | 'imports'>;
  /** Of this process alone, such as inputs and state. */
  readonly env?: Readonly<Record<string, string>>;
  /** On the virtual clock under this name; a process that is not lets virtual time stand still. */
  readonly participant?: string;
}

export interface ProcessOutcome {
  readonly outcome: JobStatus;
  readonly exitCode: number;
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
}

/** Runs one process of a step, with the runner's environment and file commands, and does what it wrote into them. */
export async function runStepProcess(
  machine: Machine,
  control: StepControl,
  work: ProcessWork,
): Promise<ProcessOutcome> {
  const folder = join(machine.folders.temp, '_runner_file_commands', randomUUID());
  mkdirSync(folder, { recursive: true });
  const files = Object.fromEntries(
    names.map((name) => {
      const path = join(folder, name.toLowerCase());
      writeFileSync(path, '');
      return [name, path];
    }),
  ) as FileCommands;
  const { clock } = machine.run.ground;
  const leave = work.participant === undefined ? clock.enter() : clock.join(work.participant);
  try {
    const env = { ...processEnvironment(machine, control), ...files, ...work.env };
    const exitCode = await runProcess({
      running: findRunning(machine, work, env),
      file: work.file,
      args: work.args,
      cwd: work.cwd,
      env,
      onLine: control.sink.read,
      cancel: control.signal,
      cancelMs: machine.run.ground.cancelMs,
      ownGroup: true,
    });
    return obey(machine, control, files, exitCode);
  } finally {
    leave();
  }
}

/** The process of an action that was started ahead, and has its work now; undefined where none was. */
function findRunning(
  { run }: Machine,
  { file: node, cwd, action }: ProcessWork,
  env: Readonly<Record<string, string>>,
): Child | undefined {
  const { ahead } = run.ground;
  if (action === undefined || ahead === undefined) return undefined;
  const work = { node, ...action, env, cwd };
  const child = ahead.take(work);
  ahead.prepare(work);
  return child;
}

/** The least of the machine, then `env`, then the variables that nobody can change. */
function processEnvironment(machine: Machine, { env, scope }: StepControl): Record<string, string> {
  const { folders, least, contexts } = machine;
  const runner = contexts.runner as Readonly<Record<string, string>>;
  return {
    ...least,
    CI: 'true',
    ...env,
    PATH: [...machine.path, env['PATH'] ?? least['PATH'] ?? ''].join(delimiter),
    HOME: env['HOME'] ?? folders.home,
    GITHUB_ACTIONS: 'true',
    ...githubVariables(scope.contexts['github'] as JsonObject),
    RUNNER_OS: runner['os'] ?? '',
    RUNNER_ARCH: runner['arch'] ?? '',
    RUNNER_NAME: runner['name'] ?? '',
    RUNNER_ENVIRONMENT: runner['environment'] ?? '',
    RUNNER_TEMP: folders.temp,
    RUNNER_TOOL_CACHE: runner['tool_cache'] ?? '',
    RUNNER_WORKSPACE: folders.workspace,
    RUNNER_TRACKING_ID: least['RUNNER_TRACKING_ID'] ?? '',
  };
}

function obey(machine: Machine, control: StepControl, files: FileCommands, exitCode: number): ProcessOutcome {
  const { sink, key } = control;
  let failed = exitCode !== 0;
  const readPairs = (name: keyof FileCommands, command: string): Map<string, string> => {
    try {
      return parseFileCommands(read(files[name]));
    } catch (error) {
      sink.fail(`Unable to process file command '${command}' successfully.`);
      sink.fail(error instanceof Error ? error.message : String(error));
      failed = true;
      return new Map();
    }
  };
  for (const [name, value] of readPairs('GITHUB_ENV', 'env')) {
    if (name.toUpperCase() === 'NODE_OPTIONS')
      sink.fail(`Can't store NODE_OPTIONS output parameter using '$GITHUB_ENV' command.`);
    else machine.env.set(name, value);
  }
  for (const line of read(files.GITHUB_PATH).split(/\r?\n/)) {
    if (line !== '') machine.path = [line, ...machine.path.filter((folder) => folder !== line)];
  }
  const state = machine.states.get(key) ?? new Map<string, string>();
  for (const [name, value] of readPairs('GITHUB_STATE', 'state')) state.set(name, value);
  machine.states.set(key, state);
  const outputs = Object.fromEntries(readPairs('GITHUB_OUTPUT', 'output'));
  const cancelled = control.signal.aborted;
  return {
    exitCode,
    outcome: cancelled ? 'cancelled' : failed ? 'failure' : 'success',
    outputs,
    summary: readSummary(files.GITHUB_STEP_SUMMARY, control),
  };
}

function readSummary(path: string, { sink }: StepControl): string {
  const text = read(path);
  const bytes = Buffer.byteLength(text);
  if (bytes <= summaryBytes) return text;
  const [most, got] = [summaryBytes / 1024, Math.floor(bytes / 1024)];
  sink.fail(`$GITHUB_STEP_SUMMARY upload aborted, supports content up to a size of ${most}k, got ${got}k.`);
  return '';
}

/** Empty for what a step has removed or replaced by something else. */
function read(path: string): string {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true ? readFileSync(path, 'utf8') : '';
}
