import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { VirtualClock } from './clock.ts';
import { deliver, type Turn } from './delivery.ts';
import { createFaultPlan, type FaultPlan } from './fault-plan.ts';
import { listen, readBody, type Listening } from './http.ts';
import { encode, tag, toRequest, write, writeHead } from './messages.ts';
import { createRequestLog, type LogEntry, type RequestLog } from './request-log.ts';
import {
  createRouter,
  readsOnly,
  Refusal,
  type Answer,
  type EmulatorRequest,
  type HandlerContext,
  type Route,
} from './routes.ts';
import type { Admission, Scheduler } from './scheduler.ts';
import type { Store } from './store.ts';

/** What a vendor does with every request, around its routes. */
export interface VendorManners<State, Needs> {
  /** Name of the credential that the request carries, null without a valid one. */
  identify(request: EmulatorRequest): string | null;
  /** The account that acts with it, where that is not the name. */
  actsAs?(request: EmulatorRequest): string | undefined;
  /** Refuses a request before its route sees it: credentials, permissions, limits, versions. */
  admit?(
    request: EmulatorRequest,
    route: Route<State, Needs> | undefined,
    state: State,
    context: HandlerContext,
  ): Answer | undefined;
  /** Completes every answer that the vendor gives: common headers, limits counted. `route` is undefined where none fits. */
  complete?(
    answer: Answer,
    request: EmulatorRequest,
    route: Route<State, Needs> | undefined,
    context: HandlerContext,
  ): Answer;
  /** The vendor's answer where no route fits. */
  notFound(request: EmulatorRequest): Answer;
  /** The vendor's way to say that it failed, for faults. */
  fail(status: number): Answer;
}

export interface EmulatorOptions<State, Needs> {
  /** Name in the log. */
  readonly vendor: string;
  readonly routes: readonly Route<State, Needs>[];
  readonly manners: VendorManners<State, Needs>;
  readonly store: Store<State>;
  readonly clock: VirtualClock;
  readonly log?: RequestLog | undefined;
  readonly faults?: FaultPlan | undefined;
  readonly scheduler?: Scheduler | undefined;
}

export interface Emulator<State> {
  readonly vendor: string;
  /** `http://127.0.0.1:<port>`; throws before `start`. */
  readonly url: string;
  readonly log: RequestLog;
  readonly faults: FaultPlan;
  readonly clock: VirtualClock;
  /** What went wrong inside the emulator itself; a test should find none. */
  readonly errors: readonly unknown[];
  /** The state as JSON. */
  readonly snapshot: () => State;
  /** Listens; without a port, or with 0, on one that is free. Rejects with EADDRINUSE for a port that is taken. */
  readonly start: (port?: number) => Promise<void>;
  /** Stops listening and cuts all connections. */
  readonly stop: () => Promise<void>;
}

/**
 * A stateful HTTP server that answers as a vendor does. `GET /_emulator/state` and `GET /_emulator/requests` show a person what
 * it holds and has seen; they are neither logged nor met by faults.
 */
export function createEmulator<State, Needs>(options: EmulatorOptions<State, Needs>): Emulator<State> {
  const { vendor, manners, store, clock, log = createRequestLog(), faults = createFaultPlan() } = options;
  const findRoute = createRouter(options.routes);
  const errors: unknown[] = [];
  let listening: Listening | undefined;

  function url(): string {
    if (listening === undefined) throw new Error(`The ${vendor} emulator has not been started.`);
    return listening.url;
  }

  const admin: Readonly<Record<string, () => unknown>> = {
    '/_emulator/state': () => store.read(),
    '/_emulator/requests': () => log,
  };

  async function serve(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const activity = createActivity(clock);
    let entry: LogEntry | undefined;
    try {
      const gone = new AbortController();
      response.on('close', () => {
        if (!response.writableFinished) gone.abort();
      });
      const plain = toRequest(incoming, await readBody(incoming));
      const show = admin[plain.path];
      if (show !== undefined) {
        // As a text: the log goes on.
        const shown = { status: 200, headers: { 'content-type': 'application/json; charset=utf-8' } };
        write(response, { ...shown, body: JSON.stringify(show()) }, clock.now());
        return;
      }
      const { route, request } = findRoute(plain) ?? { route: undefined, request: plain };
      const operation = route?.operation ?? 'unknown';
      const actor = manners.identify(request);
      activity.admitted(await options.scheduler?.admit({ actor: actor ?? '', operation }, gone.signal));
      const { method, path, query } = request;
      const reads = readsOnly(route ?? { method });
      entry = log.open({ at: clock.iso(), vendor, operation, method, path, query, actor, reads }, request.raw);
      const fault = faults.take(entry);
      if (fault !== undefined) log.record(entry.n, { fault: fault.kind });
      await deliver(createTurn({ request, route, entry, response, gone: gone.signal, activity }), fault);
    } catch (error) {
      // A caller that went away (during its body, at the barrier, in a delay) is no failure of the emulator.
      if (!response.destroyed && !response.headersSent) {
        errors.push(error);
        if (entry !== undefined) log.record(entry.n, { status: 500 });
        write(
          response,
          { status: 500, body: { message: `The ${vendor} emulator failed: ${String(error)}` } },
          clock.now(),
        );
      }
    } finally {
      activity.end();
    }
  }

  interface TurnParts {
    readonly request: EmulatorRequest;
    readonly route: Route<State, Needs> | undefined;
    readonly entry: LogEntry;
    readonly response: ServerResponse;
    readonly gone: AbortSignal;
    readonly activity: Activity;
  }

  function createTurn({ request, route, entry, response, gone, activity }: TurnParts): Turn {
    const context = (): HandlerContext => ({
      now: clock.now(),
      iso: clock.iso(),
      url: url(),
      actor: manners.actsAs?.(request) ?? entry.actor ?? '',
    });
    const handle = (state: State): Answer => {
      const refused = manners.admit?.(request, route, state, context());
      if (refused !== undefined) return refused;
      return route === undefined ? manners.notFound(request) : route.handler(request, state, context());
    };
    const complete = (answer: Answer): Answer => {
      const tagged = entry.reads && answer.status === 200 ? tag(answer, request) : answer;
      return manners.complete?.(tagged, request, route, context()) ?? tagged;
    };
    /** Begins to answer. @returns what is still to be sent */
    const begin = (answer: Answer): Buffer => {
      const body = encode(answer);
      log.record(entry.n, { status: answer.status, bytes: body.length });
      writeHead(response, answer, body.length, clock.now());
      return body;
    };
    return {
      apply: () => {
        if (entry.reads) return complete(orRefusal(() => handle(store.read())));
        const kept = orRefused(() => store.transact(handle, ({ status }) => status < 400));
        log.record(entry.n, { applied: kept.changed });
        return complete(kept.result);
      },
      applyStale: () => complete(orRefusal(() => handle(store.previous()))),
      fail: (status, body, headers = {}) => {
        const answer = manners.fail(status);
        return { ...answer, headers: { ...answer.headers, ...headers }, body: body ?? answer.body };
      },
      send: (answer) => {
        response.end(begin(answer));
      },
      sendHalf: async (answer) => {
        const body = begin(answer);
        await new Promise((resolve) => response.write(body.subarray(0, Math.floor(body.length / 2)), resolve));
        response.socket?.destroy();
      },
      reset: () => response.socket?.resetAndDestroy(),
      pass: (ms) => activity.pause(() => clock.sleep(ms, { signal: gone })),
      hang: () =>
        activity.pause(async () => {
          const release = clock.hang();
          if (!gone.aborted)
            await new Promise((resolve) => {
              gone.addEventListener('abort', resolve);
            });
          release();
        }),
      kill: () => {
        faults.kill(entry);
      },
    };
  }

  return {
    vendor,
    get url() {
      return url();
    },
    log,
    faults,
    clock,
    errors,
    snapshot: store.read,
    start: async (port = 0) => {
      listening = await listen(
        createServer((incoming, response) => {
          void serve(incoming, response);
        }),
        port,
      );
    },
    stop: async () => {
      await listening?.close();
    },
  };
}

/** The same emulator with more to it, such as the driver of a vendor. What `more` has too takes the place of its own. */
export function extendEmulator<State, More extends object>(
  emulator: Emulator<State>,
  more: More,
): Omit<Emulator<State>, keyof More> & More {
  // By descriptor: its address is known only once it has started, and so is read each time.
  return Object.defineProperties(
    {},
    {
      ...Object.getOwnPropertyDescriptors(emulator),
      ...Object.getOwnPropertyDescriptors(more),
    },
  ) as Omit<Emulator<State>, keyof More> & More;
}

/** A request as far as others wait for it: the clock, and who stands at the barrier. */
interface Activity {
  readonly admitted: (admission: Admission | undefined) => void;
  /** Runs a wait during which nobody waits for this request. */
  readonly pause: <T>(wait: () => Promise<T>) => Promise<T>;
  readonly end: () => void;
}

function createActivity(clock: VirtualClock): Activity {
  let leave = clock.enter();
  let admission: Admission | undefined;
  return {
    admitted: (given) => {
      admission = given;
    },
    pause: async (wait) => {
      // The wait is registered before the activity ends, so that the clock never sees neither.
      const waited = wait();
      const resume = admission?.suspend();
      leave();
      try {
        return await waited;
      } finally {
        leave = clock.enter();
        resume?.();
      }
    },
    end: () => {
      leave();
      admission?.end();
    },
  };
}

function orRefusal(run: () => Answer): Answer {
  return orRefused(() => ({ result: run(), changed: false })).result;
}

function orRefused(run: () => { result: Answer; changed: boolean }): { result: Answer; changed: boolean } {
  try {
    return run();
  } catch (error) {
    if (error instanceof Refusal) return { result: error.answer, changed: false };
    throw error;
  }
}
