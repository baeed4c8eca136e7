import type { Fault, FaultKind } from './fault-plan.ts';
import { encode } from './messages.ts';
import type { Answer } from './routes.ts';

/** What a fault may do with one request. */
export interface Turn {
  /** Lets the vendor handle the request; a write is then carried out. */
  readonly apply: () => Answer;
  /** Lets the vendor answer from the state before the last write. */
  readonly applyStale: () => Answer;
  /** The vendor's answer for a failure. */
  readonly fail: (status: number, body: unknown, headers?: Readonly<Record<string, string>>) => Answer;
  readonly send: (answer: Answer) => void;
  /** Sends the head and half of the body, then cuts the connection. */
  readonly sendHalf: (answer: Answer) => Promise<void>;
  /** Cuts the connection with a TCP reset. */
  readonly reset: () => void;
  /** Resolves after `ms` of virtual time, rejects when the caller goes away first. */
  readonly pass: (ms: number) => Promise<void>;
  /** Resolves when the caller gives up; meanwhile time may move to its deadline. */
  readonly hang: () => Promise<void>;
  readonly kill: () => void;
}

type Act<K extends FaultKind> = (turn: Turn, fault: Extract<Fault, { kind: K }>) => Promise<void> | void;

const ACTS: { readonly [K in FaultKind]: Act<K> } = {
  status: (turn, { status, body, when }) => {
    if (when === 'after') turn.apply();
    turn.send(turn.fail(status, body));
  },
  'rate-limit': (turn, { retryAfter }) => {
    turn.send(turn.fail(429, undefined, { 'retry-after': `${retryAfter}` }));
  },
  delay: async (turn, { ms, when }) => {
    if (when !== 'after') await turn.pass(ms);
    const answer = turn.apply();
    if (when === 'after') await turn.pass(ms);
    turn.send(answer);
  },
  'cut-before': (turn) => {
    turn.reset();
  },
  'cut-after': (turn) => {
    turn.apply();
    turn.reset();
  },
  'cut-mid-body': async (turn) => {
    await turn.sendHalf(turn.apply());
  },
  'malformed-body': (turn) => {
    const { headers = {}, ...answer } = turn.apply();
    const whole = encode(answer);
    turn.send({
      ...answer,
      headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
      body: whole.subarray(0, Math.ceil(whole.length / 2)),
    });
  },
  'empty-body': (turn) => {
    turn.apply();
    turn.send({ status: 200 });
  },
  'stale-read': (turn) => {
    turn.send(turn.applyStale());
  },
  hang: async (turn, { when }) => {
    if (when === 'after') turn.apply();
    await turn.hang();
  },
  'kill-caller': (turn, { when }) => {
    if (when === 'after') turn.apply();
    turn.kill();
    turn.reset();
  },
};

/** Answers a request as the vendor does, or as the fault wants it. */
export async function deliver(turn: Turn, fault: Fault | undefined): Promise<void> {
  if (fault === undefined) {
    turn.send(turn.apply());
    return;
  }
  const act = ACTS[fault.kind] as Act<FaultKind>;
  await act(turn, fault);
}
