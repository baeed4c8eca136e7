import { createHash } from 'node:crypto';

/** One request as the emulator saw it. Credentials are never part of it: neither headers nor bodies are kept. */
export interface LogEntry {
  /** 1 for the first request of the log, over all vendors that share it. */
  readonly n: number;
  /** Virtual time of arrival, ISO 8601. */
  readonly at: string;
  readonly vendor: string;
  /** Name of the route, `unknown` where no route took the request. */
  readonly operation: string;
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  /** Who asked, by the name of the credential; null without a valid one. */
  readonly actor: string | null;
  /** Whether the operation only reads. */
  readonly reads: boolean;
  /** 1 for the first request of this operation. */
  readonly occurrence: number;
  /** 1 for the first request with this method, path, query and body; 2 for its first repetition. */
  readonly attempt: number;
  /** What the caller was told; null while it waits, and for good when the connection broke before a status. */
  readonly status: number | null;
  /** Length of the answer's body. */
  readonly bytes: number;
  /** Whether the request changed the vendor's state, whatever the caller was told. */
  readonly applied: boolean;
  /** Name of the fault that met the request. */
  readonly fault?: string;
}

export type Arrival = Pick<LogEntry, 'at' | 'vendor' | 'operation' | 'method' | 'path' | 'query' | 'actor' | 'reads'>;
export type Outcome = Partial<Pick<LogEntry, 'status' | 'bytes' | 'applied' | 'fault'>>;

export interface RequestLog {
  /** Appends a request. `body` counts towards `attempt` and is forgotten. */
  readonly open: (arrival: Arrival, body: Uint8Array) => LogEntry;
  /** Adds what became of a request. */
  readonly record: (n: number, outcome: Outcome) => void;
  readonly entries: () => readonly LogEntry[];
  /** Requests that changed the vendor's state. */
  readonly writes: () => readonly LogEntry[];
  readonly toJSON: () => readonly LogEntry[];
}

/** A log for one emulator, or for several that share the count of requests. */
export function createRequestLog(): RequestLog {
  const entries: LogEntry[] = [];
  const seen = new Map<string, number>();

  function count(key: string): number {
    const next = (seen.get(key) ?? 0) + 1;
    seen.set(key, next);
    return next;
  }

  return {
    open: (arrival, body) => {
      const { vendor, operation, method, path, query } = arrival;
      const signature = JSON.stringify([vendor, method, path, query, createHash('sha1').update(body).digest('hex')]);
      const entry: LogEntry = {
        n: entries.length + 1,
        ...arrival,
        occurrence: count(JSON.stringify([vendor, operation])),
        attempt: count(signature),
        status: null,
        bytes: 0,
        applied: false,
      };
      entries.push(entry);
      return entry;
    },
    record: (n, outcome) => {
      const entry = entries[n - 1];
      if (entry === undefined) throw new RangeError(`The log holds no request ${n}.`);
      entries[n - 1] = { ...entry, ...outcome };
    },
    entries: () => [...entries],
    writes: () => entries.filter((entry) => entry.applied),
    toJSON: () => [...entries],
  };
}
