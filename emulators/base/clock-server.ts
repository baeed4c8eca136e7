import { closeSync, openSync, writeSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { isRecord } from './data.ts';
import { listen, readBody, type Listening } from './http.ts';
import type { Release, VirtualClock, WaitOptions } from './clock.ts';

export interface ClockServer {
  /** `http://127.0.0.1:<port>`, without a slash at the end. */
  readonly url: string;
  /** Cuts all connections, which unregisters everybody who waits, and closes the file. */
  readonly stop: () => Promise<void>;
}

export interface ClockServerOptions {
  /**
   * A file of 8 bytes that always holds `now()` as a little-endian float64, so that another process can read the time
   * synchronously (`Date.now()`). It is written before anybody is told that time has moved.
   */
  readonly file?: string;
}

/**
 * The virtual clock over HTTP, for shipped code that runs in a process of its own. Bodies and answers are JSON; every answer
 * holds `now` (ms since the epoch). Closing the connection of a waiting request unregisters it.
 *
 * | request | body | answered |
 * |---|---|---|
 * | `GET /clock` | | at once, with who waits for what (`ClockDescription`) |
 * | `POST /clock/sleep` | `ms` or `until`, `participant`? | when virtual time has got there; makes time move |
 * | `POST /clock/deadline` | `ms` or `until`, `participant`?, `hold`? | when virtual time has got there; does not make it move. With `hold: true` the answer carries `hold`, an id, and time stands still until that is released |
 * | `POST /clock/release` | `hold` | at once: the deadline that fired was acted upon (the request was aborted, say) |
 * | `POST /clock/join` | `participant` | when the connection closes, that is: never. While it is open the clock moves only when this participant sleeps; its end releases what it holds |
 * | `POST /clock/advance` | `ms` or `to` (ISO 8601) | at once, after the move |
 *
 * A single child process needs neither `join` nor `hold`, as long as it does not sleep and compute at once. Two processes on
 * one clock should both join: otherwise the sleep of one runs ahead while the other computes. A process whose requests have
 * time limits should hold: otherwise a second time limit may pass before the first has been acted upon.
 */
export async function createClockServer(clock: VirtualClock, options: ClockServerOptions = {}): Promise<ClockServer> {
  const mirror = options.file === undefined ? undefined : mirrorTime(clock, options.file);
  const holds = new Map<string, Hold>();
  const server = createServer((request, response) => {
    void answer(clock, holds, request, response);
  });
  const listening: Listening = await listen(server);
  return {
    url: listening.url,
    stop: async () => {
      await listening.close();
      for (const { release } of holds.values()) release();
      mirror?.();
    },
  };
}

/** In real time. To act upon a deadline is a turn of the event loop. */
const longestHoldMs = 1_000;

/** A deadline that fired and is being acted upon. */
interface Hold {
  readonly participant: string | undefined;
  readonly release: Release;
}

async function answer(
  clock: VirtualClock,
  holds: Map<string, Hold>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const gone = new AbortController();
  response.on('close', () => {
    gone.abort();
  });
  const send = (status: number, body: object): void => {
    if (response.destroyed) return;
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ now: clock.now(), ...body }));
  };
  try {
    const body = parse((await readBody(request)).toString());
    const options: WaitOptions = { participant: text(body['participant']), signal: gone.signal };
    const route = `${request.method ?? ''} ${new URL(request.url ?? '/', 'http://clock').pathname}`;
    const routes: Record<string, () => Promise<void> | void> = {
      'GET /clock': () => {
        send(200, { ...clock.describe(), now: clock.now(), iso: clock.iso() });
      },
      'POST /clock/sleep': async () => {
        await clock.sleep(duration(clock, body), options);
        send(200, {});
      },
      'POST /clock/deadline': async () => {
        const release = await clock.deadline(duration(clock, body), { ...options, hold: body['hold'] === true });
        if (body['hold'] !== true) {
          send(200, {});
          return;
        }
        const id = `${holds.size + 1}`;
        holds.set(id, { participant: options.participant, release });
        if (response.destroyed) release();
        // Who died between this answer and its release, and never joined, is noticed by nothing else.
        setTimeout(release, longestHoldMs).unref();
        send(200, { hold: id });
      },
      'POST /clock/release': () => {
        holds.get(text(body['hold']) ?? '')?.release();
        send(200, {});
      },
      'POST /clock/join': () => {
        const leave = clock.join(options.participant ?? 'anonymous');
        const end = (): void => {
          // A process that was killed releases nothing any more.
          for (const hold of holds.values()) if (hold.participant === options.participant) hold.release();
          leave();
        };
        gone.signal.addEventListener('abort', end, { once: true });
        // The headers tell the participant that it has joined; the answer itself never ends.
        response.writeHead(200, { 'content-type': 'application/json' });
        response.flushHeaders();
      },
      'POST /clock/advance': () => {
        const { to } = body;
        if (typeof to === 'string') clock.advanceTo(to);
        else clock.advanceBy(duration(clock, body));
        send(200, {});
      },
    };
    const handle = routes[route];
    if (handle === undefined) send(404, { message: `The clock does not know ${route}.`, routes: Object.keys(routes) });
    else await handle();
  } catch (error) {
    send(400, { message: error instanceof Error ? error.message : String(error) });
  }
}

function duration(clock: VirtualClock, body: Record<string, unknown>): number {
  const { ms, until } = body;
  if (typeof ms === 'number' && ms >= 0) return ms;
  if (typeof until === 'number') return until - clock.now();
  throw new RangeError('Give "ms", a number of milliseconds of at least 0, or "until", ms since the epoch.');
}

function parse(body: string): Record<string, unknown> {
  const parsed: unknown = body === '' ? {} : JSON.parse(body);
  if (!isRecord(parsed)) throw new RangeError('The body must be a JSON object.');
  return parsed;
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function mirrorTime(clock: VirtualClock, file: string): Release {
  const descriptor = openSync(file, 'w');
  const bytes = Buffer.alloc(8);
  let written = Number.NaN;
  const write = (): void => {
    if (clock.now() === written) return;
    written = clock.now();
    bytes.writeDoubleLE(written);
    writeSync(descriptor, bytes, 0, 8, 0);
  };
  write();
  const unsubscribe = clock.subscribe(write);
  return () => {
    unsubscribe();
    closeSync(descriptor);
  };
}
