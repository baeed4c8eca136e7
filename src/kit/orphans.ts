import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** The variable that marks every process of one command, however far it has detached itself from us. */
export const markVariable = 'SLIPWAY_COMMAND';

/**
 * Ends what a command left behind: processes that moved into a group or session of their own, which a signal to the
 * command's group does not reach. Such a process could write into our files after our verdict, or hold a port or a
 * simulator. The runner does the same at the end of a job with RUNNER_TRACKING_ID; a step wants it at once.
 * @param variable the variable that carries the mark.
 * @returns the process ids that were sent SIGKILL.
 */
export function killOrphans(mark: string, variable = markVariable): readonly number[] {
  const killed: number[] = [];
  // A process can start another one between the listing and the kill: look again until there is nothing more.
  for (let round = 0; round < 10; round += 1) {
    const found = findMarked(`${variable}=${mark}`).filter((pid) => !killed.includes(pid));
    if (found.length === 0) break;
    for (const pid of found) {
      killed.push(pid);
      signalProcess(pid, 'SIGKILL');
    }
  }
  return killed;
}

/** Sends a signal to a process, or to a whole group when `pid` is negative. True when somebody was there to get it. */
export function signalProcess(pid: number, signal: NodeJS.Signals): boolean {
  try {
    return process.kill(pid, signal);
  } catch {
    return false;
  }
}

function findMarked(wanted: string): number[] {
  if (process.platform === 'linux') return findInProc(wanted);
  // Windows has no way to read another process's environment; there `taskkill /T` follows the parent links (exec.ts).
  return process.platform === 'win32' ? [] : findByPs(wanted);
}

function findInProc(wanted: string): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .filter((name) => {
      try {
        return readFileSync(`/proc/${name}/environ`, 'latin1').split('\0').includes(wanted);
      } catch {
        // Gone meanwhile, or somebody else's.
        return false;
      }
    })
    .map(Number);
}

function findByPs(wanted: string): number[] {
  try {
    // BSD ps: `E` shows the environment of the user's own processes behind the command.
    const listing = execFileSync('ps', ['-axEww', '-o', 'pid=,command='], { encoding: 'utf8', maxBuffer: 64_000_000 });
    return listing
      .split('\n')
      .filter((line) => line.includes(wanted))
      .map((line) => Number.parseInt(line, 10))
      .filter((pid) => pid > 0 && pid !== process.pid);
  } catch {
    return [];
  }
}
