import type { Fault, FaultKind, FaultMatch } from './fault-plan.ts';
import type { LogEntry } from './request-log.ts';

/** One run to make: the same as the logged one, with one fault at one request. */
export interface FaultCase {
  /** For test titles: `cut-after at 7 git/update-ref (2nd)`. */
  readonly name: string;
  readonly match: FaultMatch;
  readonly fault: Fault;
}

/** One of every fault that a caller must survive. Retry-After and delays are long enough to be noticed and short enough to be waited for. */
export const ALL_FAULTS: readonly Fault[] = [
  { kind: 'status', status: 403 },
  { kind: 'status', status: 404 },
  { kind: 'status', status: 500 },
  { kind: 'status', status: 502 },
  { kind: 'status', status: 503 },
  { kind: 'status', status: 504, when: 'after' },
  { kind: 'rate-limit', retryAfter: 30 },
  { kind: 'delay', ms: 5_000 },
  { kind: 'cut-before' },
  { kind: 'cut-after' },
  { kind: 'cut-mid-body' },
  { kind: 'malformed-body' },
  { kind: 'empty-body' },
  { kind: 'stale-read' },
  { kind: 'hang' },
  { kind: 'hang', when: 'after' },
  { kind: 'kill-caller' },
  { kind: 'kill-caller', when: 'after' },
];

interface Applicability {
  readonly methods: 'reads' | 'writes' | 'all';
  /** Makes sense only where the answer has a body to damage. */
  readonly needsBody?: true;
  /** Makes sense only after something was written. */
  readonly needsEarlierWrite?: true;
}

/**
 * Which fault applies to which request. Where a read is not changed by being carried out, "after" tells the caller nothing that
 * "before" does not; so those are for writes only (see `applies`).
 */
export const FAULT_RULES: Readonly<Record<FaultKind, Applicability>> = {
  status: { methods: 'all' },
  'rate-limit': { methods: 'all' },
  delay: { methods: 'all' },
  'cut-before': { methods: 'all' },
  'cut-after': { methods: 'writes' },
  'cut-mid-body': { methods: 'all', needsBody: true },
  'malformed-body': { methods: 'all', needsBody: true },
  'empty-body': { methods: 'all', needsBody: true },
  'stale-read': { methods: 'reads', needsEarlierWrite: true },
  hang: { methods: 'all' },
  'kill-caller': { methods: 'all' },
};

/**
 * All runs that the log of a faultless run calls for: each pair of a request and a fault that applies to it, once.
 * A case is tied to the n-th request of its operation, so that it still meets it when other operations come in between.
 */
export function casesFor(log: readonly LogEntry[], faults: readonly Fault[] = ALL_FAULTS): FaultCase[] {
  return log
    .filter((entry) => entry.operation !== 'unknown' && entry.fault === undefined)
    .flatMap((entry) => faults.filter((fault) => applies(fault, entry, log)).map((fault) => toCase(fault, entry)));
}

/** Whether a fault makes sense at a logged request. */
export function applies(fault: Fault, entry: LogEntry, log: readonly LogEntry[]): boolean {
  const rule = FAULT_RULES[fault.kind];
  const methods = 'when' in fault && fault.when === 'after' ? 'writes' : rule.methods;
  const method = methods === 'all' || (methods === 'reads') === entry.reads;
  const body = rule.needsBody !== true || entry.bytes > 0;
  const earlierWrite =
    rule.needsEarlierWrite !== true ||
    log.some((other) => other.vendor === entry.vendor && other.n < entry.n && other.applied);
  return method && body && earlierWrite;
}

function toCase(fault: Fault, entry: LogEntry): FaultCase {
  const detail = [
    fault.kind,
    ...(fault.kind === 'status' ? [fault.status] : []),
    ...('when' in fault && fault.when === 'after' ? ['after'] : []),
  ].join(' ');
  const { vendor, operation, occurrence } = entry;
  return {
    name: `${detail} at ${entry.n} ${operation} (${occurrence})`,
    match: { vendor, operation, occurrence },
    fault,
  };
}
