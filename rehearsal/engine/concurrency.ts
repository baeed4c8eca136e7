/**
 * Concurrency groups of a repository: one runs, one waits, a newer one takes the place of the waiting one; with `queue: max` up to
 * 100 wait. https://docs.github.com/en/actions/how-tos/write-workflows/choose-when-workflows-run/control-workflow-concurrency
 */
export interface Concurrency {
  /** Resolves when the group is free for the member; `undefined` when it gave way to a newer one or was cancelled while waiting. */
  readonly enter: (request: GroupRequest) => Promise<(() => void) | undefined>;
}

export interface GroupRequest {
  /** Names are compared without case. */
  readonly group: string;
  readonly cancelInProgress: boolean;
  readonly queue: 'single' | 'max';
  /** Cancels the member while it runs, for a newer one. */
  readonly cancel: () => void;
  /** Fires when the member shall not wait any longer. */
  readonly signal: AbortSignal;
}

interface Group {
  running: GroupRequest | undefined;
  waiting: Waiting[];
}

interface Waiting {
  readonly request: GroupRequest;
  readonly go: (entered: boolean) => void;
}

const mostWaiting = 100;

export function createConcurrency(): Concurrency {
  const groups = new Map<string, Group>();

  function leave(group: Group): void {
    group.running = undefined;
    const next = group.waiting.shift();
    if (next === undefined) return;
    group.running = next.request;
    next.go(true);
  }

  return {
    enter: async (request) => {
      const name = request.group.toLowerCase();
      const group = groups.get(name) ?? { running: undefined, waiting: [] };
      groups.set(name, group);
      const exit = (): void => {
        leave(group);
      };
      if (group.running === undefined) {
        group.running = request;
        return exit;
      }
      const keep = request.queue === 'max' ? mostWaiting - 1 : 0;
      for (const displaced of group.waiting.splice(keep)) displaced.go(false);
      if (request.cancelInProgress) group.running.cancel();
      const entered = await new Promise<boolean>((resolve) => {
        const waiting = { request, go: resolve };
        group.waiting.push(waiting);
        request.signal.addEventListener('abort', () => {
          group.waiting = group.waiting.filter((other) => other !== waiting);
          resolve(false);
        });
      });
      return entered ? exit : undefined;
    },
  };
}
