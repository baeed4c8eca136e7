import { createVirtualClock, type VirtualClock } from '#emulators/base/clock';
import { createFaultPlan, type FaultPlan, type PlannedFault } from '#emulators/base/fault-plan';
import type { LogEntry } from '#emulators/base/request-log';
import { Refusal, type Route } from '#emulators/base/routes';
import type { Scheduler } from '#emulators/base/scheduler';
import { createEmulator, type Emulator } from '#emulators/base/server';
import { createStore } from '#emulators/base/store';

/** The smallest vendor: a number that is read, raised, and raised on condition. */
interface CounterState {
  value: number;
  history: string[];
}

const ROUTES: readonly Route<CounterState>[] = [
  {
    operation: 'read',
    method: 'GET',
    path: '/value',
    needs: undefined,
    source: 'test',
    handler: (_request, { value }) => ({ status: 200, body: { value } }),
  },
  {
    operation: 'raise',
    method: 'POST',
    path: '/value',
    needs: undefined,
    source: 'test',
    handler: (_request, state) => {
      state.value += 1;
      return { status: 201, body: { value: state.value } };
    },
  },
  {
    operation: 'compare-and-set',
    method: 'PUT',
    path: '/value/{expected}',
    needs: undefined,
    source: 'test',
    handler: ({ params, headers }, state) => {
      if (`${state.value}` !== params['expected']) return { status: 409, body: { value: state.value } };
      state.value += 1;
      state.history.push(headers['x-actor'] ?? '');
      return { status: 200, body: { value: state.value } };
    },
  },
  {
    operation: 'fail-late',
    method: 'POST',
    path: '/fail/{how}',
    needs: undefined,
    source: 'test',
    handler: ({ params }, state) => {
      state.value += 100;
      if (params['how'] === 'refuse') throw new Refusal({ status: 422, body: {} });
      if (params['how'] === 'answer') return { status: 500, body: {} };
      throw new Error('a bug in the emulator');
    },
  },
];

export interface Counter {
  readonly emulator: Emulator<CounterState>;
  readonly clock: VirtualClock;
  readonly faults: FaultPlan;
  readonly killed: LogEntry[];
  readonly send: (
    method: string,
    path: string,
    options?: { actor?: string; signal?: AbortSignal },
  ) => Promise<Response>;
  readonly value: () => number;
}

export interface CounterOptions {
  /** Kills the process under test, for the fault `kill-caller`. */
  readonly kill?: () => void;
  readonly faults?: readonly PlannedFault[];
  readonly scheduler?: Scheduler;
}

export async function withCounter(options: CounterOptions, run: (counter: Counter) => Promise<void>): Promise<void> {
  const clock = createVirtualClock('2026-11-24T09:00:00Z');
  const killed: LogEntry[] = [];
  const faults = createFaultPlan(options.faults ?? [], (entry) => {
    killed.push(entry);
    options.kill?.();
  });
  const emulator = createEmulator<CounterState, unknown>({
    vendor: 'counter',
    routes: ROUTES,
    manners: {
      identify: ({ headers }) => headers['x-actor'] ?? null,
      notFound: () => ({ status: 404, body: {} }),
      fail: (status) => ({ status, body: { failed: true } }),
    },
    store: createStore<CounterState>({ value: 0, history: [] }),
    clock,
    faults,
    scheduler: options.scheduler,
  });
  await emulator.start();
  try {
    await run({
      emulator,
      clock,
      faults,
      killed,
      send: (method, path, { actor, signal } = {}) =>
        fetch(`${emulator.url}${path}`, {
          method,
          headers: actor === undefined ? {} : { 'x-actor': actor },
          ...(signal === undefined ? {} : { signal }),
        }),
      value: () => emulator.snapshot().value,
    });
  } finally {
    await emulator.stop();
  }
}
