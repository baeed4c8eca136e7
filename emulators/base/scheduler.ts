import type { Release, VirtualClock } from './clock.ts';
import { pickIndex, type Random } from './random.ts';

/** A request that waits at the barrier. */
export interface Ticket {
  /** Who sent it; the empty string for nobody known. */
  readonly actor: string;
  readonly operation: string;
  /** 0 for the first request that came to the barrier. */
  readonly arrival: number;
}

/**
 * Picks the next request: an index into `waiting`, which is sorted by actor, then arrival, so that a choice does not depend on
 * which of two connections the machine happened to serve first. `step` counts the releases from 0.
 */
export type Choose = (waiting: readonly Ticket[], step: number) => number;

/** A request that was let through. */
export interface Admission {
  /** The request is done: the next one may go. */
  readonly end: Release;
  /**
   * The request hangs or is delayed: the others go on, and its caller is not waited for until the returned function is called.
   * (They must: while they wait here the clock stands still, and the request would hang for good.)
   */
  readonly suspend: () => Release;
}

export interface Scheduler {
  /** Resolves when it is this request's turn. Rejects when `signal` aborts. */
  readonly admit: (ticket: Omit<Ticket, 'arrival'>, signal: AbortSignal) => Promise<Admission>;
  /** One caller is finished and will send nothing any more. */
  readonly leave: () => void;
}

export interface SchedulerOptions {
  /** How many callers send requests, one at a time each: so many requests must wait before one is let through. */
  readonly callers: number;
  readonly choose: Choose;
  /** Callers that sleep on this clock are not waited for. */
  readonly clock?: VirtualClock;
}

/**
 * Holds concurrent requests at a barrier and lets them through one at a time, in the order that `choose` wants. So two
 * controllers that run at once meet every race that is asked for, the same at every run.
 */
export function createScheduler(options: SchedulerOptions): Scheduler {
  const waiting: (Ticket & { readonly admit: (admission: Admission) => void })[] = [];
  let callers = options.callers;
  let arrivals = 0;
  let step = 0;
  let running = false;

  function pump(): void {
    const asleep = options.clock?.describe().asleep ?? 0;
    if (running || waiting.length === 0 || waiting.length < callers - asleep) return;
    waiting.sort((a, b) => compare(a.actor, b.actor) || a.arrival - b.arrival);
    const index = options.choose(waiting, step);
    const [next] = waiting.splice(index, 1);
    if (next === undefined)
      throw new RangeError(`The scheduler was told to release request ${index} of ${waiting.length}.`);
    step += 1;
    running = true;
    next.admit(createAdmission());
  }

  // Whether a request is served is one fact for all; each request may take itself out of it once.
  function createAdmission(): Admission {
    let serving = true;
    const end = (): void => {
      if (!serving) return;
      serving = false;
      running = false;
      pump();
    };
    return {
      end,
      suspend: () => {
        callers -= 1;
        end();
        let suspended = true;
        return () => {
          if (!suspended) return;
          suspended = false;
          callers += 1;
        };
      },
    };
  }

  options.clock?.subscribe(pump);
  return {
    admit: (ticket, signal) =>
      new Promise((resolve, reject) => {
        const entry = { ...ticket, arrival: arrivals++, admit: resolve };
        waiting.push(entry);
        signal.addEventListener('abort', () => {
          const index = waiting.indexOf(entry);
          if (index < 0) return;
          waiting.splice(index, 1);
          reject(new Error('The caller went away before its turn.'));
        });
        pump();
      }),
    leave: () => {
      callers -= 1;
      pump();
    },
  };
}

/** A seeded order. */
export function chooseAtRandom(random: Random): Choose {
  return (waiting) => pickIndex(random, waiting.length);
}

/** The first requests to arrive in a given order of arrivals (`listOrders`), all later ones as they come. */
export function chooseByArrival(order: readonly number[]): Choose {
  return (waiting, step) => {
    const wanted = order[step];
    const index = waiting.findIndex(({ arrival }) => arrival === wanted);
    if (index >= 0) return index;
    const first = Math.min(...waiting.map(({ arrival }) => arrival));
    return waiting.findIndex(({ arrival }) => arrival === first);
  };
}

/** One actor after the other (`listInterleavings`), the first that waits where the wanted one does not. */
export function chooseByActor(actors: readonly string[]): Choose {
  return (waiting, step) =>
    Math.max(
      0,
      waiting.findIndex(({ actor }) => actor === actors[step]),
    );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
