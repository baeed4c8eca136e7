import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import type { Readable } from 'node:stream';
import { createInterface } from 'node:readline';

/** A process whose outputs are pipes. */
export type Child = ChildProcess & { readonly stdout: Readable; readonly stderr: Readable };

export interface ProcessOptions {
  /** One that runs already, for just this and in a group of its own; nothing is started then. */
  readonly running?: Child | undefined;
  readonly file: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  /** Every line of both streams, as it comes. */
  readonly onLine: (line: string) => void;
  /** Ends the process as the runner does: SIGINT, then SIGTERM, then SIGKILL to it and all that it started. */
  readonly cancel?: AbortSignal;
  /** Milliseconds between the signals of a cancel. */
  readonly cancelMs?: CancelTimes;
  /** A process group of its own: a Ctrl-C in the terminal does not reach it, and the last signal reaches its children. */
  readonly ownGroup?: boolean;
  readonly onStart?: (pid: number) => void;
}

export interface CancelTimes {
  readonly terminate: number;
  readonly kill: number;
}

/** The runner's times between the signals of a cancel (actions/runner, ProcessInvoker): SIGINT, SIGTERM, SIGKILL. */
export const runnerCancelMs: CancelTimes = { terminate: 7_500, kill: 2_500 };

/** How long the runner listens to what a process left behind after its end (actions/runner, ProcessInvoker). */
const drainMs = 5_000;

/**
 * Runs a process to its end and resolves to its exit code; a signal counts as the shell counts it. Rejects when it cannot be
 * started.
 */
export async function runProcess(options: ProcessOptions): Promise<number> {
  const child =
    options.running ??
    spawn(options.file, options.args, {
      cwd: options.cwd,
      env: options.env,
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: options.ownGroup === true,
    });
  if (child.pid !== undefined) options.onStart?.(child.pid);
  const timers: NodeJS.Timeout[] = [];
  const times = options.cancelMs ?? runnerCancelMs;
  const later = (ms: number, what: () => void): void => {
    timers.push(setTimeout(what, ms));
  };
  const killAll = (): void => {
    if (options.ownGroup === true && child.pid !== undefined && process.platform !== 'win32') killGroup(child.pid);
    else child.kill('SIGKILL');
  };
  const cancel = (): void => {
    child.kill('SIGINT');
    later(times.terminate, () => child.kill('SIGTERM'));
    later(times.terminate + times.kill, killAll);
  };
  options.cancel?.addEventListener('abort', cancel, { once: true });
  if (options.cancel?.aborted === true) cancel();
  for (const stream of [child.stdout, child.stderr])
    createInterface({ input: stream, crlfDelay: Infinity }).on('line', options.onLine);
  try {
    return await new Promise<number>((resolve, reject) => {
      child.once('error', reject);
      child.once('exit', () => {
        later(drainMs, () => {
          child.stdout.destroy();
          child.stderr.destroy();
        });
      });
      child.once('close', (code, signal) => {
        resolve(code ?? (signal === 'SIGINT' ? 130 : 137));
      });
    });
  } finally {
    for (const timer of timers) clearTimeout(timer);
    options.cancel?.removeEventListener('abort', cancel);
  }
}

function killGroup(pid: number): void {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // The group is gone already.
  }
}
