import { performance } from 'node:perf_hooks';
import type { Host } from './action.ts';
import { systemClock } from './clock.ts';
import { CancelledError } from './errors.ts';
import { fetchOverHttp } from './fetch.ts';
import { kitMessages } from './messages.ts';
import { createActionsRunner } from './runner.ts';

/** The real process as a host: its environment, its clock, its signals. Called once per process. */
export function createProcessHost(): Host {
  const cancel = new AbortController();
  // GitHub's runner sends SIGINT, SIGTERM 7.5 s later, and kills after another 2.5 s (actions/runner, ProcessInvoker).
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      cancel.abort(new CancelledError(kitMessages.cancelled()));
    });
  }
  // An error in an event handler would end the process and leave running commands behind: take the way of a cancel.
  process.on('uncaughtException', (error) => {
    cancel.abort(error);
  });
  process.on('unhandledRejection', (reason) => {
    cancel.abort(reason);
  });
  return {
    environment: process.env,
    runner: createActionsRunner((text) => {
      process.stdout.write(text);
    }),
    clock: systemClock,
    fetch: fetchOverHttp,
    elapsed: () => performance.now(),
    random: Math.random,
    cancel: cancel.signal,
  };
}
