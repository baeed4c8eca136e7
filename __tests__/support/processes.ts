import { readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';

/** True while a process with this id runs; a zombie that nobody has reaped yet does not count. */
function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return process.platform !== 'linux';
  }
}

/**
 * Resolves when the process is gone. SIGKILL is carried out when the kernel comes to it, which on a busy machine is later than the
 * call that sent it. @throws when it still runs after ten seconds
 */
export async function untilGone(pid: number): Promise<void> {
  const end = performance.now() + 10_000;
  while (isRunning(pid)) {
    if (performance.now() > end) throw new Error(`The process ${pid} still runs.`);
    await setTimeout(10);
  }
}
