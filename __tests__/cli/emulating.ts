import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { root } from '../support/scenario.ts';

export interface Emulating {
  /** All that was printed until the emulator was ready. */
  readonly guide: string;
  readonly url: string;
  /** Presses Ctrl-C; resolves to the exit code. */
  readonly interrupt: () => Promise<number | null>;
}

/** Starts `./slipway emulate` as a person does, and waits until it says how to use it. */
export async function withEmulating(
  args: readonly string[],
  run: (running: Emulating) => Promise<void>,
): Promise<void> {
  const child = spawn(process.execPath, [join(root, 'cli/main.ts'), 'emulate', ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  try {
    const guide = await new Promise<string>((resolve, reject) => {
      let text = '';
      child.stdout.setEncoding('utf8').on('data', (more: string) => {
        text += more;
        if (text.includes('Ctrl-C ends it.')) resolve(text);
      });
      void ended.then((code) => {
        reject(new Error(`It ended with ${code} before it was ready: ${text}`));
      });
    });
    await run({
      guide,
      url: /http:\/\/127\.0\.0\.1:\d+/.exec(guide)?.[0] ?? '',
      interrupt: () => {
        child.kill('SIGINT');
        return ended;
      },
    });
  } finally {
    child.kill('SIGKILL');
    await ended;
  }
}
