import { randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseFileCommands } from './file-commands.ts';
import { createStepLog } from './log-commands.ts';
import type { StepLog } from './log-commands.ts';
import { readManifest } from './manifest.ts';
import type { Manifest } from './manifest.ts';
import { runProcess } from './process.ts';

export interface StepOptions {
  /** Folder with the `action.yml`. */
  readonly action: string;
  readonly inputs: Readonly<Record<string, string>>;
  /** From `stepEnvironment`; inputs, state and the paths of the file commands are added. */
  readonly environment: Readonly<Record<string, string>>;
  /** The Node that the runner brings along. */
  readonly node: string;
  /** Before the script: `--import` of a preload. */
  readonly nodeOptions?: readonly string[];
  /** Called for every visible line, as it comes. */
  readonly onLine?: (line: string) => void;
  /** Cancels the step as the runner does, when a visible line makes it true. */
  readonly cancelWhen?: (line: string) => boolean;
  /** Replaces the paths of file commands: a full disk, a missing file. */
  readonly fileCommands?: Readonly<Partial<Record<FileCommand, string>>>;
  /** Called with the process id of each phase. */
  readonly onStart?: (pid: number) => void;
}

export type FileCommand = 'GITHUB_OUTPUT' | 'GITHUB_ENV' | 'GITHUB_PATH' | 'GITHUB_STATE' | 'GITHUB_STEP_SUMMARY';

const fileCommands: readonly FileCommand[] = [
  'GITHUB_OUTPUT',
  'GITHUB_ENV',
  'GITHUB_PATH',
  'GITHUB_STATE',
  'GITHUB_STEP_SUMMARY',
];

export interface StepResult {
  readonly exitCode: number;
  readonly log: StepLog;
  readonly outputs: ReadonlyMap<string, string>;
  readonly state: ReadonlyMap<string, string>;
  readonly env: ReadonlyMap<string, string>;
  /** Masked, as on GitHub. */
  readonly summary: string;
  readonly durationMs: number;
  /** Absent when the action has none. */
  readonly pre?: PhaseResult;
  readonly post?: PhaseResult;
}

interface PhaseResult {
  readonly exitCode: number;
  readonly log: StepLog;
}

/**
 * Runs pre, main and post of a JavaScript action as the runner does: a failed pre means no main, post runs whatever became
 * of the others, and state travels from each to the next.
 */
export async function runStep(options: StepOptions): Promise<StepResult> {
  const manifest = readManifest(options.action);
  const folder = join(options.environment['RUNNER_TEMP'] ?? '', '_runner_file_commands', randomUUID());
  mkdirSync(folder, { recursive: true });
  const files = Object.fromEntries(
    fileCommands.map((name) => [name, options.fileCommands?.[name] ?? createFile(join(folder, name.toLowerCase()))]),
  ) as Record<FileCommand, string>;
  const given = { ...options.environment, ...files, ...inputVariables(manifest, options.inputs) };
  const readState = (): Map<string, string> => parseFileCommands(read(files.GITHUB_STATE));
  const environment = (): Record<string, string> => ({
    ...given,
    ...Object.fromEntries([...readState()].map(([name, value]) => [`STATE_${name}`, value])),
  });
  // A cancel ends main; the others run to their own end.
  const calm: StepOptions = { ...options, cancelWhen: () => false };

  const pre = manifest.pre === undefined ? undefined : await runPhase(manifest.pre, environment(), calm, []);
  const startedAt = performance.now();
  const main =
    pre !== undefined && pre.exitCode !== 0
      ? pre
      : await runPhase(manifest.main, environment(), options, [...(pre?.log.masks ?? [])]);
  const durationMs = performance.now() - startedAt;
  const post =
    manifest.post === undefined ? undefined : await runPhase(manifest.post, environment(), calm, [...main.log.masks]);
  const result: StepResult = {
    ...main,
    durationMs,
    state: readState(),
    outputs: parseFileCommands(read(files.GITHUB_OUTPUT)),
    env: parseFileCommands(read(files.GITHUB_ENV)),
    summary: main.log.mask(read(files.GITHUB_STEP_SUMMARY)),
    ...(pre === undefined ? {} : { pre }),
    ...(post === undefined ? {} : { post }),
  };
  rmSync(folder, { recursive: true, force: true });
  return result;
}

async function runPhase(
  script: string,
  environment: Readonly<Record<string, string>>,
  options: StepOptions,
  masks: readonly string[],
): Promise<PhaseResult> {
  const log = createStepLog({ masks: new Set(masks) });
  const cancel = new AbortController();
  const exitCode = await runProcess({
    file: options.node,
    args: [...(options.nodeOptions ?? []), script],
    cwd: environment['GITHUB_WORKSPACE'] ?? '',
    env: environment,
    cancel: cancel.signal,
    ...(options.onStart === undefined ? {} : { onStart: options.onStart }),
    onLine: (line) => {
      const before = log.visible.length;
      log.read(line);
      for (const visible of log.visible.slice(before)) {
        options.onLine?.(visible);
        if (options.cancelWhen?.(visible) === true) cancel.abort();
      }
    },
  });
  return { exitCode, log };
}

/** All inputs of the manifest, given or by default, and what the caller gave beyond them, as the runner hands them over. */
export function inputVariables(manifest: Manifest, given: Readonly<Record<string, string>>): Record<string, string> {
  const defaults = Object.entries(manifest.inputs).map(([name, input]) => [name, input.default ?? '']);
  const values = { ...(Object.fromEntries(defaults) as Record<string, string>), ...given };
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`, value]),
  );
}

function createFile(path: string): string {
  writeFileSync(path, '');
  return path;
}

/** Empty for what is not a plain file: tests put devices and folders there to make writing fail. */
function read(path: string): string {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true ? readFileSync(path, 'utf8') : '';
}
