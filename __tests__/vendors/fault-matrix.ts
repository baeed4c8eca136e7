import { casesFor, type FaultCase } from '#emulators/base/fault-cases';
import { createFaultPlan, type FaultPlan } from '#emulators/base/fault-plan';
import type { LogEntry, RequestLog } from '#emulators/base/request-log';
import { VendorError } from '#kit/errors';

/** A client before an emulator, in a world of its own. */
export interface FaultStage {
  readonly emulator: { readonly log: RequestLog };
}

export type Outcome<T> = { readonly value: T } | { readonly error: unknown };

export interface FaultMatrix<S extends FaultStage, T> {
  /** Builds the same world each time, with these faults in it. */
  readonly open: (faults: FaultPlan, run: (stage: S) => Promise<void>) => Promise<void>;
  /** What the client does. It is done again, without faults, after a case in which it failed. */
  readonly act: (stage: S, signal: AbortSignal) => Promise<T>;
  /** What is wrong after a turn, in words; empty for nothing. `log` holds all requests so far, those of earlier turns too. */
  readonly judge: (turn: Turn<S, T>) => Promise<readonly string[]> | readonly string[];
  /** Further errors that are a right way to fail, beside a VendorError. */
  readonly expected?: (error: unknown) => boolean;
}

export interface Turn<S, T> {
  readonly stage: S;
  readonly outcome: Outcome<T>;
  readonly log: readonly LogEntry[];
  /** True in the turn after the one with the fault. */
  readonly again: boolean;
}

export interface Played {
  /** Requests of the run without a fault. */
  readonly requests: number;
  readonly cases: number;
  /** How many cases ended with success in their first turn; the others said that they failed. */
  readonly survived: number;
  readonly problems: readonly string[];
}

/**
 * Every request of a run x every fault of the plan that applies to it. Cases come from the log of a run without faults, so a
 * new request brings its own. A case passes when its first turn is judged right, when a failure is told as a VendorError (or
 * the caller was killed), and when a second turn without faults succeeds and is judged right, too. A fault that passes by
 * itself, at a request that only reads, has to be survived.
 */
export async function playFaults<S extends FaultStage, T>(matrix: FaultMatrix<S, T>): Promise<Played> {
  const log = await playClean(matrix);
  const cases = casesFor(log);
  const problems: string[] = [];
  let survived = 0;
  for (const one of cases) {
    const found = await playCase(matrix, one);
    if (found.survived) survived += 1;
    else if (hasToSurvive(one, log)) problems.push(`${one.name}: it gave up, and asking again would have done`);
    problems.push(...found.problems.map((problem) => `${one.name}: ${problem}`));
  }
  return { requests: log.length, cases: cases.length, survived, problems };
}

/** What passes by itself, and meets a request that changes nothing, is no reason to fail. */
function hasToSurvive({ match, fault }: FaultCase, log: readonly LogEntry[]): boolean {
  const met = log.find(
    (entry) =>
      entry.vendor === match.vendor && entry.operation === match.operation && entry.occurrence === match.occurrence,
  );
  if (met?.reads !== true) return false;
  if (fault.kind === 'status') return fault.status >= 500;
  return ['rate-limit', 'delay', 'cut-before', 'cut-mid-body', 'hang'].includes(fault.kind);
}

async function playClean<S extends FaultStage, T>({
  open,
  act,
  judge,
}: FaultMatrix<S, T>): Promise<readonly LogEntry[]> {
  let log: readonly LogEntry[] = [];
  await open(createFaultPlan(), async (stage) => {
    const outcome = { value: await act(stage, new AbortController().signal) };
    log = stage.emulator.log.entries();
    const problems = await judge({ stage, outcome, log, again: false });
    if (problems.length > 0) throw new Error(`Without any fault: ${problems.join('; ')}`);
  });
  return log;
}

async function playCase<S extends FaultStage, T>(
  { open, act, judge, expected = () => false }: FaultMatrix<S, T>,
  { match, fault }: FaultCase,
): Promise<{ survived: boolean; problems: readonly string[] }> {
  const caller = new AbortController();
  const killed = new Error('The caller was killed.');
  const faults = createFaultPlan([{ match, fault }], () => {
    caller.abort(killed);
  });
  const problems: string[] = [];
  let survived = false;
  await open(faults, async (stage) => {
    const turn = async (signal: AbortSignal, again: boolean): Promise<Outcome<T>> => {
      const outcome = await settle(act(stage, signal));
      problems.push(...(await judge({ stage, outcome, log: stage.emulator.log.entries(), again })));
      return outcome;
    };
    const first = await turn(caller.signal, false);
    if (faults.unused().length > 0) problems.push('the fault met no request');
    if ('value' in first) {
      survived = true;
      return;
    }
    const { error } = first;
    if (error !== killed && !(error instanceof VendorError) && !expected(error)) {
      problems.push(`it failed with ${String(error)}, which is no VendorError`);
    }
    const second = await turn(new AbortController().signal, true);
    if ('error' in second) problems.push(`a second run fails, too: ${String(second.error)}`);
  });
  return { survived, problems };
}

async function settle<T>(promise: Promise<T>): Promise<Outcome<T>> {
  try {
    return { value: await promise };
  } catch (error) {
    return { error };
  }
}
