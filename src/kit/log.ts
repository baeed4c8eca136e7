import { randomBytes } from 'node:crypto';
import { formatDuration } from './duration.ts';
import type { Clock } from './clock.ts';
import type { Runner } from './runner.ts';
import type { Vault } from './secrets.ts';

/** The step's log: ours and that of the commands we run, in one order, redacted, and never taken for commands. */
export interface Log {
  info(text: string): void;
  /** Shown only when the run has debug logging on. */
  debug(text: string): void;
  /** Folds what `work` logs under a title, and says how long it took. Groups do not nest: an inner one is a line. */
  group<T>(title: string, work: () => Promise<T>): Promise<T>;
  /** A line that a command under our control printed, shown behind `source`, never read as a workflow command. */
  foreign(source: string, line: string): void;
  /** Speaks to the runner in a moment when it listens. */
  speak(words: (runner: Runner) => void): void;
  /** Makes sure that the runner listens again; called last. */
  close(): void;
}

/**
 * While lines of a child are on their way the runner is told to stop reading commands, with a token that the child
 * cannot guess: it would obey `::add-mask::` or `::set-output::` of anyone who prints them. The prefix alone is not
 * enough, since the old form `##[command]` is found anywhere in a line.
 */
export function createLog(runner: Runner, vault: Vault, clock: Clock): Log {
  let stopToken: string | undefined;
  let openGroup = false;

  const listen = (): void => {
    if (stopToken === undefined) return;
    runner.command(`::${stopToken}::`);
    stopToken = undefined;
  };
  const stopListening = (): void => {
    if (stopToken !== undefined) return;
    stopToken = randomBytes(16).toString('hex');
    runner.command(`::stop-commands::${stopToken}`);
  };
  /** Our own text may quote foreign text (a test's title, a file name), so it must not start a command either. */
  const printOwn = (text: string): void => {
    const redacted = vault.redact(text);
    const risky = redacted.split('\n').some((line) => line.trimStart().startsWith('::') || line.includes('##['));
    if (risky) stopListening();
    for (const line of redacted.split('\n')) runner.line(line);
  };

  return {
    info: printOwn,
    debug(text) {
      listen();
      runner.debug(vault.redact(text));
    },
    async group(title, work) {
      const nested = openGroup;
      const startedAt = clock.now();
      if (nested) {
        printOwn(title);
      } else {
        listen();
        runner.startGroup(vault.redact(title));
        openGroup = true;
      }
      try {
        return await work();
      } finally {
        if (!nested) {
          printOwn(`${title}: ${formatDuration(clock.now() - startedAt)}`);
          listen();
          runner.endGroup();
          openGroup = false;
        }
      }
    },
    foreign(source, line) {
      stopListening();
      runner.line(`${source} │ ${vault.redact(stripControls(line))}`);
    },
    speak(words) {
      listen();
      words(runner);
    },
    close: listen,
  };
}

/** Keeps colours and drops what moves the cursor or rings the bell: a log is not a terminal. */
function stripControls(line: string): string {
  return line.replaceAll(/\u001B\[[0-9;?]*[A-LN-Za-ln-z]|[\u0000-\u0008\u000B-\u001A\u001C-\u001F]/g, '');
}
