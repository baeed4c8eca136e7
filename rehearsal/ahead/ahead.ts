import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Writable } from 'node:stream';
import { pathToFileURL } from 'node:url';
import type { Child } from '#rehearsal/runner/process';

/** A JavaScript action whose step begins. */
export interface ActionWork {
  /** Absolute path of Node. */
  readonly node: string;
  /** Absolute path of the action's script. */
  readonly script: string;
  /** URLs of modules that are loaded before it, in this order. */
  readonly imports: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly cwd: string;
}

/**
 * Processes of actions that are started before their step begins. Node takes longer to start than a small action to do its work,
 * and a rehearsal that runs the same action hour by hour has a core to spare meanwhile. A process is one step's, as ever.
 */
export interface Ahead {
  /** The process that waits for just this script and has its work now; undefined where none does. */
  readonly take: (work: ActionWork) => Child | undefined;
  /** Starts the process of the next step like this one, once a script has come twice: most come once. */
  readonly prepare: (work: ActionWork) => void;
  /** Ends what was never taken. */
  readonly close: () => Promise<void>;
}

interface Waiting {
  readonly child: Child;
  /** What it was started with. */
  readonly early: string;
}

/** @param folder absolute: where processes leave compiled code for the next ones */
export function createAhead(folder: string): Ahead {
  const preload = `${pathToFileURL(join(import.meta.dirname, 'preload.mjs')).href}?${new URLSearchParams({ cache: folder }).toString()}`;
  const waiting = new Map<string, Waiting>();
  const seen = new Set<string>();
  return {
    take: (work) => {
      const key = keyOf(work);
      const found = waiting.get(key);
      if (found?.early !== JSON.stringify(earlyOf(work.env))) return undefined;
      waiting.delete(key);
      const { imports, env, cwd } = work;
      (found.child.stdio[3] as Writable).end(JSON.stringify({ imports, env, cwd }));
      return found.child;
    },
    prepare: (work) => {
      const key = keyOf(work);
      const isNew = !seen.has(key);
      seen.add(key);
      // How a pipe is read before the program begins was not tried on Windows.
      if (isNew || waiting.has(key) || process.platform === 'win32') return;
      const early = earlyOf(work.env);
      const child = spawn(work.node, [`--import=${preload}`, work.script], {
        env: early,
        stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
        detached: true,
      }) as unknown as Child;
      const forget = (): void => {
        if (waiting.get(key)?.child === child) waiting.delete(key);
      };
      child.once('error', forget);
      child.once('exit', forget);
      // One that dies while its work is on the way ends with an exit code, which says enough.
      child.stdio[3]?.on('error', () => undefined);
      waiting.set(key, { child, early: JSON.stringify(early) });
    },
    close: async () => {
      const rest = [...waiting.values()].map(({ child }) => child);
      waiting.clear();
      await Promise.all(
        rest.map(async (child) => {
          const gone = once(child, 'exit');
          child.kill('SIGKILL');
          await gone;
        }),
      );
    },
  };
}

function keyOf({ node, script }: ActionWork): string {
  return JSON.stringify([node, script]);
}

/** What Node and the libraries below it read when they start, and never again: a process that waits has it from its beginning. */
function earlyOf(env: Readonly<Record<string, string>>): Record<string, string> {
  const names = /^(NODE_|UV_|SSL_|OPENSSL_|LC_|LD_|DYLD_|MALLOC_)|^(TZ|LANG|LANGUAGE)$/;
  return Object.fromEntries(
    Object.entries(env)
      .filter(([name]) => names.test(name))
      .toSorted(([one], [other]) => (one < other ? -1 : 1)),
  );
}
