/**
 * The one time that emulators and shipped code share in a test. It stands still between moves, so that a run is the same
 * every time, and it moves by itself only when everybody waits for it.
 *
 * Two kinds of waiting:
 * - a **sleep** makes time move: once nobody is busy, the clock jumps to the earliest sleep and wakes it, one sleeper per
 *   jump, ties in the order of registration;
 * - a **deadline** (the time limit of a request, of a wait, a heartbeat) does not: it fires when time reaches it on the way to
 *   something else. Only a hang (a request that will never be answered) lets time move to the earliest deadline, since nothing
 *   else can end it.
 *
 * Busy is: a request that an emulator works on (`enter`), a participant that has joined and does not sleep, and a deadline that
 * fired and is still being acted upon (`hold`). Times are milliseconds since the Unix epoch.
 */
export interface VirtualClock {
  readonly now: () => number;
  /** Now as an ISO 8601 string in UTC, with milliseconds. */
  readonly iso: () => string;
  /** Moves to a time (ms or ISO) and fires what lies on the way in order. Throws RangeError when that would go backwards. */
  readonly advanceTo: (time: number | string) => void;
  /** Moves by `ms` >= 0. */
  readonly advanceBy: (ms: number) => void;
  /** Resolves when virtual time has reached now + ms; 0 or less resolves in this turn of the event loop. Rejects when `signal` aborts. */
  readonly sleep: (ms: number, options?: WaitOptions) => Promise<void>;
  /** Like `sleep`, but does not make time move. Resolves with the release of its hold: call it once the deadline was acted upon. */
  readonly deadline: (ms: number, options?: WaitOptions & { hold?: boolean }) => Promise<Release>;
  /** Somebody works: the clock does not move until the returned function is called. */
  readonly enter: () => Release;
  /** A participant, awake until it sleeps. While any participant is awake the clock does not move. */
  readonly join: (name: string) => Release;
  /** Something hangs until its caller gives up: time may move to the earliest deadline. */
  readonly hang: () => Release;
  /** Called after every change: of the time, of who waits, of who is busy. Returns the unsubscribing function. */
  readonly subscribe: (listener: () => void) => Release;
  /** Who waits for what, for a person who asks why a run does not go on. */
  readonly describe: () => ClockDescription;
}

/** Ends what it was returned for. Calling it again does nothing. */
export type Release = () => void;

export interface WaitOptions {
  /** The joined participant that waits. */
  readonly participant?: string | undefined;
  /** Unregisters the wait. */
  readonly signal?: AbortSignal | undefined;
}

export interface ClockDescription {
  readonly now: string;
  readonly sleeps: readonly { until: string; participant?: string }[];
  readonly deadlines: readonly { until: string; participant?: string }[];
  /** Distinct sleepers: each participant counts once, each anonymous sleep once. */
  readonly asleep: number;
  readonly active: number;
  readonly awake: readonly string[];
  readonly held: number;
  readonly hangs: number;
}

export interface VirtualClockOptions {
  /** false: the clock moves by `advanceTo` and `advanceBy` only. Default true. */
  readonly autoAdvance?: boolean;
}

interface Wait {
  readonly at: number;
  readonly kind: 'sleep' | 'deadline';
  readonly participant: string | undefined;
  readonly fire: () => void;
}

/** @param start ISO 8601 time at which the clock stands first; throws RangeError when it is none. */
export function createVirtualClock(start: string, options: VirtualClockOptions = {}): VirtualClock {
  const autoAdvance = options.autoAdvance ?? true;
  let time = parseTime(start);
  let active = 0;
  let held = 0;
  let hangs = 0;
  // A hang buys moves only after something changed on the callers' side; see `moveForHang`.
  let hangMayMove = false;
  let waits: Wait[] = []; // In the order of registration, which breaks ties.
  const participants = new Map<string, number>();
  const listeners = new Set<() => void>();
  let scheduled = false;

  function changed(): void {
    for (const listener of listeners) listener();
    if (!autoAdvance || scheduled) return;
    scheduled = true;
    // Two turns of the event loop: what was started together (Promise.all, requests in flight) is registered before time moves.
    setImmediate(() =>
      setImmediate(() => {
        scheduled = false;
        move();
      }),
    );
  }

  function setTime(to: number): void {
    if (to === time) return;
    time = to;
    for (const listener of listeners) listener();
  }

  function fire(wait: Wait): void {
    waits = waits.filter((other) => other !== wait);
    setTime(Math.max(time, wait.at));
    wait.fire();
    changed();
  }

  function awake(): string[] {
    const asleep = new Set(waits.filter((wait) => wait.kind === 'sleep').map((wait) => wait.participant));
    return [...participants.keys()].filter((name) => !asleep.has(name));
  }

  function move(): void {
    if (active > 0 || held > 0) return;
    const sleep = earliest(waits.filter((wait) => wait.kind === 'sleep'));
    const deadline = earliest(waits.filter((wait) => wait.kind === 'deadline'));
    if (sleep !== undefined && awake().length === 0) {
      // Whoever set a limit that lies on the way gets to act on it first.
      fire(deadline !== undefined && deadline.at <= sleep.at ? deadline : sleep);
      return;
    }
    moveForHang(deadline);
  }

  // One hang may fire one deadline. It may fire the next only after somebody registered, released or left: otherwise the time
  // limits of a whole run would fire at once, before the first caller could give up.
  function moveForHang(deadline: Wait | undefined): void {
    if (hangs === 0 || !hangMayMove || deadline === undefined) return;
    hangMayMove = false;
    fire(deadline);
  }

  function wait(kind: Wait['kind'], ms: number, options: WaitOptions, onFire?: () => void): Promise<void> {
    const { participant, signal } = options;
    return new Promise((resolve, reject) => {
      const giveUp = (): void => {
        waits = waits.filter((other) => other !== entry);
        hangMayMove = true;
        reject(new Error('The wait was given up.'));
        changed();
      };
      const entry: Wait = {
        at: time + Math.max(0, ms),
        kind,
        participant,
        fire: () => {
          signal?.removeEventListener('abort', giveUp);
          onFire?.();
          resolve();
        },
      };
      if (signal?.aborted === true) {
        reject(new Error('The wait was given up.'));
        return;
      }
      signal?.addEventListener('abort', giveUp, { once: true });
      waits.push(entry);
      hangMayMove = true;
      if (entry.at <= time) fire(entry);
      else changed();
    });
  }

  function advanceTo(target: number | string): void {
    const to = typeof target === 'number' ? target : parseTime(target);
    if (to < time) throw new RangeError(`The clock stands at ${toIso(time)} and cannot go back to ${toIso(to)}.`);
    for (let next = earliest(waits); next !== undefined && next.at <= to; next = earliest(waits)) fire(next);
    setTime(to);
    changed();
  }

  function counted(change: (by: 1 | -1) => void): Release {
    change(1);
    changed();
    return once(() => {
      change(-1);
      changed();
    });
  }

  return {
    now: () => time,
    iso: () => toIso(time),
    advanceTo,
    advanceBy: (ms) => {
      advanceTo(time + ms);
    },
    sleep: (ms, waitOptions = {}) => wait('sleep', ms, waitOptions),
    deadline: async (ms, waitOptions = {}) => {
      let release: Release = () => undefined;
      // The hold must stand before anybody else runs, or the clock could move on between the firing and the acting upon it.
      const hold = (): void => {
        release = counted((by) => {
          held += by;
          hangMayMove = true;
        });
      };
      await wait('deadline', ms, waitOptions, waitOptions.hold === true ? hold : undefined);
      return release;
    },
    enter: () => counted((by) => (active += by)),
    join: (name) =>
      counted((by) => {
        const count = (participants.get(name) ?? 0) + by;
        if (count > 0) participants.set(name, count);
        else participants.delete(name);
      }),
    hang: () =>
      counted((by) => {
        hangs += by;
        hangMayMove = true;
      }),
    subscribe: (listener) => {
      listeners.add(listener);
      return once(() => listeners.delete(listener));
    },
    describe: () => {
      const list = (kind: Wait['kind']): { until: string; participant?: string }[] =>
        waits
          .filter((entry) => entry.kind === kind)
          .map(({ at, participant }) => ({ until: toIso(at), ...(participant === undefined ? {} : { participant }) }));
      const sleeps = list('sleep');
      const named = new Set(sleeps.flatMap(({ participant }) => participant ?? []));
      const anonymous = sleeps.filter(({ participant }) => participant === undefined).length;
      return {
        now: toIso(time),
        sleeps,
        deadlines: list('deadline'),
        asleep: named.size + anonymous,
        active,
        awake: awake(),
        held,
        hangs,
      };
    },
  };
}

function earliest(waits: readonly Wait[]): Wait | undefined {
  return waits.reduce<Wait | undefined>(
    (first, wait) => (first === undefined || wait.at < first.at ? wait : first),
    undefined,
  );
}

function once(end: () => void): Release {
  let ended = false;
  return () => {
    if (ended) return;
    ended = true;
    end();
  };
}

function toIso(time: number): string {
  return new Date(time).toISOString();
}

function parseTime(text: string): number {
  const time = Date.parse(text);
  if (Number.isNaN(time)) throw new RangeError(`"${text}" is not an ISO 8601 time such as 2026-11-24T09:00:00Z.`);
  return time;
}
