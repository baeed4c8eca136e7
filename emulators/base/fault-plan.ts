import type { LogEntry } from './request-log.ts';

/** Whether the vendor has carried out the request when the fault strikes. */
export type When = 'before' | 'after';

/**
 * What goes wrong. `when` says whether a write was carried out first (default `before`: it was not).
 *
 * | kind | what the caller sees | is a write carried out |
 * |---|---|---|
 * | status | this answer instead of the vendor's; one of 200 with a body for vendors that fail so | by `when` |
 * | rate-limit | 429 with `Retry-After` in seconds | no |
 * | delay | the vendor's answer, `ms` of virtual time late | yes; `before`: only if the caller still waits by then |
 * | cut-before | the connection is reset | no |
 * | cut-after | the connection is reset | yes |
 * | cut-mid-body | status, headers and half of the body, then a reset | yes |
 * | malformed-body | the vendor's status with half of the body, well delivered | yes |
 * | empty-body | 200 with no body at all | yes |
 * | stale-read | the answer from before the last write | (reads only) |
 * | hang | nothing, until it gives up | by `when` |
 * | kill-caller | nothing: the caller is killed | by `when` |
 */
export type Fault =
  | { readonly kind: 'status'; readonly status: number; readonly body?: unknown; readonly when?: When }
  | { readonly kind: 'rate-limit'; readonly retryAfter: number }
  | { readonly kind: 'delay'; readonly ms: number; readonly when?: When }
  | { readonly kind: 'cut-before' | 'cut-after' | 'cut-mid-body' | 'malformed-body' | 'empty-body' | 'stale-read' }
  | { readonly kind: 'hang' | 'kill-caller'; readonly when?: When };

export type FaultKind = Fault['kind'];

/** Which request a fault meets: all that is given must hold. An empty match meets the next request, whatever it is. */
export interface FaultMatch {
  /** The n-th request of the log, from 1. */
  readonly nth?: number;
  readonly vendor?: string;
  readonly operation?: string;
  /** The n-th request of its operation, from 1. */
  readonly occurrence?: number;
  /** Value of the `page` query parameter; 1 also meets a request without one. */
  readonly page?: number;
  /** The n-th time this very request is sent, from 1. `attempt: 1` meets every first try and lets repetitions pass. */
  readonly attempt?: number;
}

export interface PlannedFault {
  readonly match: FaultMatch;
  readonly fault: Fault;
  /** How many requests it meets at most; default 1, Infinity for all. */
  readonly times?: number;
}

export interface FaultPlan {
  /** The first planned fault that meets this request and is not used up; it counts as used from now on. */
  readonly take: (entry: LogEntry) => Fault | undefined;
  readonly add: (planned: PlannedFault) => void;
  /** Faults that have not met as many requests as planned (Infinity: none at all): a test that expects them should fail. */
  readonly unused: () => readonly PlannedFault[];
  /** Kills the process under test, for `kill-caller`. */
  readonly kill: (entry: LogEntry) => void;
}

/** @param kill how `kill-caller` kills; without it that fault is refused when it is planned. */
export function createFaultPlan(planned: readonly PlannedFault[] = [], kill?: (entry: LogEntry) => void): FaultPlan {
  const slots: { planned: PlannedFault; met: number }[] = [];

  function add(fault: PlannedFault): void {
    if (fault.fault.kind === 'kill-caller' && kill === undefined) {
      throw new TypeError('A kill-caller fault needs a way to kill the caller: createFaultPlan(faults, kill).');
    }
    slots.push({ planned: fault, met: 0 });
  }

  for (const fault of planned) add(fault);
  return {
    take: (entry) => {
      const slot = slots.find(
        (candidate) => candidate.met < times(candidate.planned) && meets(candidate.planned.match, entry),
      );
      if (slot === undefined) return undefined;
      slot.met += 1;
      return slot.planned.fault;
    },
    add,
    unused: () =>
      slots
        .filter(({ planned: fault, met }) => met === 0 || (met < times(fault) && times(fault) !== Infinity))
        .map((slot) => slot.planned),
    kill: (entry) => kill?.(entry),
  };
}

function times(planned: PlannedFault): number {
  return planned.times ?? 1;
}

function meets(match: FaultMatch, entry: LogEntry): boolean {
  const actual: Required<FaultMatch> = {
    nth: entry.n,
    vendor: entry.vendor,
    operation: entry.operation,
    occurrence: entry.occurrence,
    page: Number(entry.query['page'] ?? 1),
    attempt: entry.attempt,
  };
  return (Object.keys(match) as (keyof FaultMatch)[]).every(
    (key) => match[key] === undefined || match[key] === actual[key],
  );
}
