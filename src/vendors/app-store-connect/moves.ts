import { formatDuration } from '#kit/duration';
import { ConfigurationError, ForeseenError, VendorError } from '#kit/errors';
import type { AppStoreConnect } from './client.ts';
import { appStoreMessages } from './messages.ts';
import { AppStoreRefusal, vendor } from './refusals.ts';

/** What became of a move, and the state that was read back. */
export interface Moved<S> {
  /** `unchanged`: what was asked for was there already. */
  readonly did: 'moved' | 'unchanged';
  readonly state: S;
}

export interface Move<S> {
  /** As messages say it: "pause the phased release". */
  readonly name: string;
  /** Reads what the move depends on. */
  readonly look: () => Promise<S>;
  /** Whether the state is what is asked for. */
  readonly isDone: (state: S) => boolean;
  /** Why the move cannot be made in this state; undefined when it can. */
  readonly findObstacle: (state: S) => string | undefined;
  /** The state in words. */
  readonly tell: (state: S) => string;
  /** Sends what changes the world. */
  readonly act: (state: S) => Promise<void>;
  /** How long the world may take to show it, in milliseconds; by default a minute. */
  readonly showWithinMs?: number;
  /** Between two looks of that time, in milliseconds; by default 5 seconds. */
  readonly pauseMs?: number;
}

const mostAttempts = 3;
const pauseMs = 5_000;
const showWithinMs = 60_000;

/**
 * Looks (unless somebody just did), acts, and reads back. An answer that leaves open whether it took effect is looked after before anything is sent
 * again, and an answer is never taken for the deed: only the world that was read back is.
 * @throws ConfigurationError (`app-store-move-refused`) before anything is sent; VendorError, `ambiguous` where what was sent could not be read back.
 */
export async function carryOut<S>(connect: AppStoreConnect, move: Move<S>, seen?: S): Promise<Moved<S>> {
  let state = seen ?? (await move.look());
  if (move.isDone(state)) return { did: 'unchanged', state };
  let perhapsSent = false;
  for (let attempt = 1; ; attempt += 1) {
    const obstacle = move.findObstacle(state);
    if (obstacle !== undefined) throw refuseMove(move.name, move.tell(state), obstacle);
    const failure = await tryAct(move, state);
    if (failure === undefined) return { did: 'moved', state: await readBack(connect, move) };
    state = await lookAfter(move);
    // Who was refused and finds it done was outrun by somebody else, or by an earlier attempt of his own.
    if (move.isDone(state)) return { did: failure.details.ambiguous || perhapsSent ? 'moved' : 'unchanged', state };
    if (!failure.details.ambiguous || attempt === mostAttempts) throw failure;
    perhapsSent = true;
    await connect.sleep(pauseMs);
  }
}

/** Undefined when it was answered with success; the failure when the world has to be asked what it means. */
async function tryAct<S>(move: Move<S>, state: S): Promise<VendorError | undefined> {
  try {
    await move.act(state);
    return undefined;
  } catch (error) {
    if (error instanceof VendorError && (error.details.ambiguous || error instanceof AppStoreRefusal)) return error;
    throw error;
  }
}

/** Whoever reads only of a look that failed would take the move for not made. @throws VendorError (`app-store-not-proven`) */
async function lookAfter<S>({ name, look }: Move<S>): Promise<S> {
  try {
    return await look();
  } catch (error) {
    if (!(error instanceof ForeseenError) || error.fault === 'cancelled') throw error;
    const note = appStoreMessages['app-store-not-proven'](name, error.notes[0].text);
    throw new VendorError(note, { vendor, operation: name, attempts: 1, ambiguous: true }, { cause: error });
  }
}

/** Apple shows some writes late. */
async function readBack<S>(connect: AppStoreConnect, move: Move<S>): Promise<S> {
  const limit = move.showWithinMs ?? showWithinMs;
  return waitFor(connect, {
    ...move,
    look: async () => lookAfter(move),
    limitMs: limit,
    pauseMs: move.pauseMs ?? pauseMs,
    giveUp: (seen) => appStoreMessages['app-store-not-shown'](move.name, formatDuration(limit), seen),
  });
}

export interface Wait<S> extends Pick<Move<S>, 'name' | 'look' | 'isDone' | 'tell'> {
  readonly limitMs: number;
  readonly pauseMs: number;
  readonly giveUp: (seen: string) => ReturnType<(typeof appStoreMessages)['app-store-not-shown']>;
}

/**
 * Looks until it is done, and says what it waits for.
 * @throws VendorError at the limit.
 */
export async function waitFor<S>(connect: AppStoreConnect, wait: Wait<S>): Promise<S> {
  const endsAt = connect.clock.now() + wait.limitMs;
  for (;;) {
    const state = await wait.look();
    if (wait.isDone(state)) return state;
    const seen = wait.tell(state);
    const left = endsAt - connect.clock.now();
    if (left < wait.pauseMs)
      throw new VendorError(wait.giveUp(seen), { vendor, operation: wait.name, attempts: 1, ambiguous: true });
    connect.log.info(`${vendor}: waiting for "${wait.name}" to show (${seen}), at most ${formatDuration(left)} more`);
    await connect.sleep(wait.pauseMs);
  }
}

export function refuseMove(name: string, seen: string, why: string): ConfigurationError {
  return new ConfigurationError(appStoreMessages['app-store-move-refused'](name, seen, why));
}
