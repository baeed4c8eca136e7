import type { Report } from '#health/report';
import { childEnvironment } from '#kit/child-env';
import type { Environment } from '#kit/child-env';
import { formatDuration } from '#kit/duration';
import { ConfigurationError } from '#kit/errors';
import type { Exec, Outcome } from '#kit/exec';
import { readHealthReport } from './health-report.ts';
import type { Subject } from './health-report.ts';
import { commandMessages } from './messages.ts';

/** What a gate asks of its command. */
export interface CommandQuestion extends Subject {
  /** Name of the gate. */
  readonly gate: string;
  /** The release that most users had before. */
  readonly previous?: string;
  /** From when to when, in milliseconds since the epoch; `end` exclusive. */
  readonly start: number;
  readonly end: number;
}

export interface CommandSource {
  readonly exec: Exec;
  /** What the user wrote: run by `bash -eo pipefail`, as a `run:` step is. */
  readonly run: string;
  /** Absolute. */
  readonly folder: string;
  readonly environment: Environment;
  /** Names from the input `pass-env`: the command's own credentials. */
  readonly passEnv: readonly string[];
  /** Wall-clock limit in milliseconds. */
  readonly timeoutMs: number;
}

/**
 * Asks the user's command, the source for everybody whose tool has no client here. It learns what it is asked for from
 * SLIPWAY_RELEASE, SLIPWAY_PREVIOUS (empty for none), SLIPWAY_UNIT, SLIPWAY_START and SLIPWAY_END (ISO 8601, UTC), and prints a
 * health report. Values go by environment and never into the text of the command.
 * @throws ConfigurationError (`health-command-failed`, `health-command-unreadable`, `environment-refused`): whoever asks has
 *   no data then.
 */
export async function askCommand(source: CommandSource, question: CommandQuestion): Promise<Report> {
  const { exec, run, folder, environment, passEnv, timeoutMs } = source;
  const { gate, release, previous = '', unit, start, end } = question;
  const outcome = await exec.run({
    name: `gate ${gate}`,
    file: 'bash',
    args: ['-eo', 'pipefail', '-c', run],
    cwd: folder,
    env: {
      ...childEnvironment(environment, passEnv),
      SLIPWAY_RELEASE: release,
      SLIPWAY_PREVIOUS: previous,
      SLIPWAY_UNIT: unit,
      SLIPWAY_START: new Date(start).toISOString(),
      SLIPWAY_END: new Date(end).toISOString(),
    },
    timeoutMs,
    capture: true,
  });
  const broken = describeBroken(outcome, timeoutMs);
  if (broken !== undefined) {
    const last = outcome.tail.findLast((line) => line.trim() !== '') ?? '';
    throw new ConfigurationError(commandMessages['health-command-failed'](gate, broken, last.slice(0, 300)));
  }
  try {
    return readHealthReport(outcome.stdout ?? '', question);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new ConfigurationError(commandMessages['health-command-unreadable'](gate, error.message), [], {
      cause: error,
    });
  }
}

/** Undefined for a command that ended well and whose output is whole. */
function describeBroken({ end, stdout }: Outcome, timeoutMs: number): string | undefined {
  switch (end.kind) {
    case 'exited':
      if (end.code !== 0) return `exit code ${end.code}`;
      return stdout === undefined ? 'more than 64 MB of output' : undefined;
    case 'killed':
      return end.signal;
    case 'timed-out':
      return `the time limit of ${formatDuration(timeoutMs)}`;
    case 'not-started':
      return `nothing, since it could not be started (${end.reason})`;
  }
}
