import { spawn, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { StringDecoder } from 'node:string_decoder';
import type { Readable } from 'node:stream';
import { formatDuration } from './duration.ts';
import { killOrphans, markVariable, signalProcess } from './orphans.ts';
import type { Log } from './log.ts';

/** A longer line is cut: somebody printed a bundle. */
const longestLine = 32_768;
/** How long a command may take to end after SIGTERM before it gets SIGKILL. The runner gives us 7.5 s on a cancel. */
const graceMs = 2_000;
/** How long we wait for a command's pipes to close after it has ended: a daemon may hold them for ever. */
const drainMs = 1_000;
/** A log that says nothing for longer looks hung. */
const defaultHeartbeatMs = 30_000;
/** Lines kept for error messages. */
const tailLines = 40;

export interface Command {
  /** What the log shows before each line, and what messages call it. */
  readonly name: string;
  readonly file: string;
  readonly args: readonly string[];
  /** Absolute. */
  readonly cwd: string;
  /** The whole environment of the command (`childEnvironment`); nothing is inherited. */
  readonly env: Readonly<Record<string, string>>;
  /** Wall-clock limit in milliseconds; at it the command and all that it started are ended. */
  readonly timeoutMs: number;
  /** Keeps standard output, up to 64 MB: in place of the log, or with "shown" beside it. */
  readonly capture?: boolean | 'shown';
  /** How often a line says that the command still runs, in milliseconds; half a minute unless given. */
  readonly heartbeatMs?: number;
}

/** How a command ended. The caller knows what an exit code of its tool means, we do not. */
export interface Outcome {
  readonly end:
    | { readonly kind: 'exited'; readonly code: number }
    | { readonly kind: 'killed'; readonly signal: string }
    | { readonly kind: 'timed-out' }
    | { readonly kind: 'not-started'; readonly reason: string };
  /** Captured standard output; undefined unless asked for, or when it was larger than 64 MB. */
  readonly stdout: string | undefined;
  /** The last lines of standard output and standard error, in the order of their coming. */
  readonly tail: readonly string[];
  readonly durationMs: number;
  /** Processes that had outlived the command and were ended. */
  readonly orphans: number;
}

const largestCapture = 64_000_000;

export interface Exec {
  /** @throws the reason of the cancel, after the command has been ended. */
  run(command: Command): Promise<Outcome>;
  /** Ends what still runs (a check that was not waited for, since another one threw), and comes back when it has ended. */
  close(): Promise<void>;
}

/**
 * Runs commands: argument arrays (never a shell string), a given environment, streamed output, a time limit, and an end
 * that takes everything with it that the command had started.
 * @param cancel aborts when the step is cancelled: every running command is ended.
 * @param elapsed a monotonic clock in milliseconds.
 */
export function createExec(log: Log, cancel: AbortSignal, elapsed: () => number): Exec {
  const closing = new AbortController();
  const signal = AbortSignal.any([cancel, closing.signal]);
  const running = new Set<Promise<unknown>>();
  return {
    async run(command) {
      signal.throwIfAborted();
      const outcome = runCommand(command, log, signal, elapsed);
      running.add(outcome);
      try {
        return await outcome;
      } finally {
        running.delete(outcome);
      }
    },
    async close() {
      closing.abort(new Error('the step has ended'));
      await Promise.allSettled(running);
    },
  };
}

async function runCommand(command: Command, log: Log, signal: AbortSignal, elapsed: () => number): Promise<Outcome> {
  const startedAt = elapsed();
  const mark = randomBytes(12).toString('hex');
  const tail: string[] = [];
  const captured: string[] = [];
  let capturedSize = 0;
  const keeps = command.capture !== undefined && command.capture !== false;
  const finish = (end: Outcome['end'], orphans = 0): Outcome => ({
    end,
    tail,
    orphans,
    durationMs: elapsed() - startedAt,
    stdout: keeps && capturedSize <= largestCapture ? captured.join('') : undefined,
  });

  const child = spawn(command.file, command.args, {
    cwd: command.cwd,
    env: { ...command.env, [markVariable]: mark },
    stdio: ['ignore', 'pipe', 'pipe'],
    // A process group of its own, so that a signal reaches the command and its children and not us.
    detached: process.platform !== 'win32',
    windowsHide: true,
  });

  const onLine = (line: string): void => {
    tail.push(line);
    if (tail.length > tailLines) tail.shift();
    log.foreign(command.name, line);
  };
  const keep = (text: string): void => {
    capturedSize += text.length;
    if (capturedSize <= largestCapture) captured.push(text);
  };
  readLines(child.stderr, onLine);
  if (keeps) readText(child.stdout, keep);
  if (command.capture !== true) readLines(child.stdout, onLine);

  return new Promise((resolve, reject) => {
    let timedOut = false;
    let killTimer: NodeJS.Timeout | undefined;
    const stop = (): void => {
      if (killTimer !== undefined) return;
      signalGroup(child, 'SIGTERM');
      killTimer = setTimeout(() => {
        signalGroup(child, 'SIGKILL');
      }, graceMs);
    };
    const timer = setTimeout(() => {
      timedOut = true;
      stop();
    }, command.timeoutMs);
    signal.addEventListener('abort', stop, { once: true });
    let heartbeat: NodeJS.Timeout;
    const beat = (): void => {
      heartbeat = setTimeout(() => {
        const [elapsedText, limit] = [elapsed() - startedAt, command.timeoutMs].map(formatDuration);
        log.info(`${command.name}: running for ${elapsedText ?? ''}, limit ${limit ?? ''}`);
        beat();
      }, command.heartbeatMs ?? defaultHeartbeatMs);
    };
    beat();
    const release = (): void => {
      clearTimeout(timer);
      clearTimeout(heartbeat);
      clearTimeout(killTimer);
      signal.removeEventListener('abort', stop);
    };

    child.once('error', (error) => {
      // `error` also comes when a signal could not be sent; then the command runs and `exit` will follow.
      if (child.pid !== undefined) return;
      release();
      resolve(finish({ kind: 'not-started', reason: error.message }));
    });
    child.once('exit', (code, killedBy) => {
      release();
      // What is left of the group, then what has left the group; only then can the pipes be expected to close.
      signalGroup(child, 'SIGKILL');
      const orphans = killOrphans(mark).length;
      void drained(child).then(() => {
        if (signal.aborted) reject(signal.reason as Error);
        else if (timedOut) resolve(finish({ kind: 'timed-out' }, orphans));
        else if (killedBy !== null) resolve(finish({ kind: 'killed', signal: killedBy }, orphans));
        else resolve(finish({ kind: 'exited', code: code ?? -1 }, orphans));
      });
    });
  });
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  if (process.platform === 'win32') spawnSync('taskkill', ['/pid', String(child.pid), '/T', '/F'], { stdio: 'ignore' });
  else signalProcess(-child.pid, signal);
}

async function drained(child: ChildProcess): Promise<void> {
  const streams = [child.stdout, child.stderr].filter((stream): stream is Readable => stream !== null);
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, drainMs);
    child.once('close', () => {
      clearTimeout(timer);
      resolve();
    });
  });
  for (const stream of streams) stream.destroy();
}

function readText(stream: Readable, onText: (text: string) => void): void {
  const decoder = new StringDecoder('utf8');
  stream.on('data', (chunk: Buffer) => {
    onText(decoder.write(chunk));
  });
  stream.on('end', () => {
    onText(decoder.end());
  });
}

/** Calls back for each whole line; a rest without a line end counts as one when the stream ends. */
function readLines(stream: Readable, onLine: (line: string) => void): void {
  let rest = '';
  let dropped = 0;
  const flush = (): void => {
    onLine(dropped === 0 ? rest : `${rest} … (${dropped} characters more)`);
    [rest, dropped] = ['', 0];
  };
  const append = (text: string): void => {
    const room = longestLine - rest.length;
    rest += text.slice(0, room);
    dropped += Math.max(0, text.length - room);
  };
  readText(stream, (text) => {
    const [first = '', ...others] = text.split(/\r?\n/);
    append(first);
    for (const other of others) {
      flush();
      append(other);
    }
  });
  // Also when we destroy the stream because somebody else holds the pipe.
  stream.on('close', () => {
    if (rest !== '') flush();
  });
}

/** What a person calls the end of a command: "exit code 2", "SIGKILL". */
export function describeEnd(end: Outcome['end']): string {
  switch (end.kind) {
    case 'exited':
      return `exit code ${end.code}`;
    case 'killed':
      return end.signal;
    case 'timed-out':
      return 'the time limit';
    case 'not-started':
      return `not started: ${end.reason}`;
  }
}
