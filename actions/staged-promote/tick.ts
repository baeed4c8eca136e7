import { ForeseenError, VendorError } from '#kit/errors';
import { isBrake, type Move, type Order, type PlatformDecision } from '#rollout/decision';
import {
  addEvents,
  setClaim,
  tagOf,
  type Claim,
  type Doer,
  type Event,
  type Ledger,
  type ReleaseId,
} from '#rollout/entries';
import { writeHeadline } from '#rollout/ledger-file';
import { findRollout, readLedgers, toChange, type LedgerBranch, type Ledgers } from '#rollout/ledgers';
import type { Policy } from '#rollout/policy';
import { isSamePlace } from '#rollout/places';
import { isNews, readState } from '#rollout/state';
import type { PromoteContext } from './context.ts';
import { decideAll, type Decided } from './decisions.ts';
import { messages } from './messages.ts';
import { makeMove, tellMove, type Made } from './moves.ts';
import type { Pulse } from './pulse.ts';
import type { Stores } from './stores.ts';

/** A decision with what became of its move. */
export interface Outcome extends Decided {
  /** Absent without a move, and for one that was not made. */
  readonly made?: Made;
  readonly failure?: ForeseenError;
}

export interface Ticked {
  readonly ledgers: Ledgers;
  readonly outcomes: readonly Outcome[];
  /** Why the ledger could not be written. */
  readonly unwritten?: ForeseenError;
}

export interface Ticking {
  readonly context: PromoteContext;
  readonly policy: Policy;
  readonly stores: Stores;
  readonly branch: LedgerBranch;
  readonly run: string;
  readonly pulse: Pulse;
  /** What a person asked for, and of which platforms of which releases; without it everything is looked at. */
  readonly order?: Order;
  /** "tag platform". */
  readonly wanted: ReadonlySet<string>;
}

const mostAttempts = 6;

/**
 * Observe, decide, act, verify, record: at most one move for each platform. What is decided is written down before it is done, by
 * compare-and-swap, so that of two runs at once only one does it; a halt is done all the same where the ledger cannot be written.
 */
export async function tick(ticking: Ticking): Promise<Ticked> {
  const { context } = ticking;
  const { ledgers, decided, unwritten } = await decideAndClaim(ticking);
  const isObserving = context.inputs.mode === 'observe';
  const outcomes: Outcome[] = [];
  // Brakes first: a raise that takes its time must not keep a halt waiting.
  for (const one of decided.toSorted((first, second) => rank(first) - rank(second)))
    outcomes.push(isObserving ? one : await act(ticking, one, unwritten !== undefined));
  const recorded = isObserving ? undefined : await record(ticking, outcomes, unwritten !== undefined);
  const failure =
    recorded ?? (unwritten === undefined || outcomes.some(({ made }) => made !== undefined) ? undefined : unwritten);
  return { ledgers, outcomes, ...(failure === undefined ? {} : { unwritten: failure }) };
}

function rank({ decision: { move } }: Decided): number {
  return move === undefined ? 2 : isBrake(move) ? 0 : 1;
}

async function decideAndClaim(
  ticking: Ticking,
): Promise<{ readonly ledgers: Ledgers; readonly decided: readonly Decided[]; readonly unwritten?: ForeseenError }> {
  const { context, branch, order, wanted } = ticking;
  const deciding = {
    ...ticking,
    longestGap: ticking.pulse.longestGap,
    orderFor: (): Order | undefined => order,
    seen: new Map<string, Promise<unknown>>(),
  };
  for (let attempt = 1; ; attempt += 1) {
    const ledgers = readLedgers(await branch.read());
    const decided = await context.log.group('Look and decide', async () => decideAll(deciding, ledgers, wanted));
    if (context.inputs.mode === 'observe') return { ledgers, decided };
    const changed = changeLedgers(ledgers, decided, (ledger, one) =>
      claim(addEvents(ledger, one.events, signature(ticking)), one, ticking),
    );
    if (changed.length === 0) return { ledgers, decided };
    const message = headline(decided);
    try {
      const written = await branch.write(toChange(ledgers, changed, message));
      if (written.is === 'written') return { ledgers, decided };
      if (written.is === 'unknown') return { ledgers, decided, unwritten: written.error };
    } catch (error) {
      // A halt is worth more than its record.
      if (!(error instanceof ForeseenError) || error.fault === 'cancelled') throw error;
      return { ledgers, decided, unwritten: error };
    }
    context.log.info('The ledger was changed by somebody else: deciding anew');
    if (attempt === mostAttempts) return { ledgers, decided, unwritten: contended(branch, attempt) };
  }
}

function contended({ name }: LedgerBranch, attempts: number): VendorError {
  const note = messages['ledger-unwritten'](
    `the branch ${name} was changed by somebody else ${attempts} times in a row`,
  );
  return new VendorError(note, { vendor: 'GitHub', operation: 'write the ledger', attempts, ambiguous: false });
}

function signature({ context, run }: Ticking): { readonly now: number; readonly run: string } {
  return { now: context.clock.now(), run };
}

function doerOf({ order }: Ticking): Doer {
  return order?.by ?? 'controller';
}

/** The ledger of each release that changes, with all of its platforms. */
function changeLedgers<T extends Decided>(
  ledgers: Ledgers,
  decided: readonly T[],
  change: (ledger: Ledger, one: T) => Ledger,
): readonly { readonly release: ReleaseId; readonly ledger: Ledger }[] {
  const changed = new Map<string, { readonly release: ReleaseId; readonly ledger: Ledger }>();
  for (const one of decided) {
    const { release } = one.rollout.state;
    const known = changed.get(tagOf(release))?.ledger ?? findRollout(ledgers, release)?.ledger;
    if (known === undefined) continue;
    const next = change(known, one);
    if (!isSame(next, known)) changed.set(tagOf(release), { release, ledger: next });
  }
  return [...changed.values()];
}

/** Entries are only ever added, and adding none leaves them as they are: a ledger of a week is not compared word by word. */
function isSame(one: Ledger, other: Ledger): boolean {
  return one.entries === other.entries && JSON.stringify(one.claims) === JSON.stringify(other.claims);
}

/** Takes the move upon this run; a claim that is settled, or of a move that nobody wants any more, goes. */
function claim(ledger: Ledger, { decision, platform: { name } }: Decided, ticking: Ticking): Ledger {
  const { move, to, state, verdict } = decision;
  const known = ledger.claims[name];
  if (verdict.reason === 'claimed') return ledger;
  if (move === undefined) {
    const isWaiting =
      known !== undefined &&
      !isSamePlace(state.place, known.place) &&
      verdict.state === 'hold' &&
      verdict.reason === 'processing';
    return isWaiting || known === undefined ? ledger : setClaim(ledger, name, undefined);
  }
  const { now, run } = signature(ticking);
  const place = to ?? state.place ?? { track: '', share: 0 };
  const isHold = move.kind === 'pause' && state.halt === null;
  const next: Claim = {
    run,
    at: new Date(now).toISOString(),
    move: move.kind,
    place,
    // Who began it is who did it, also where another run finishes it.
    by: known?.move === move.kind && isSamePlace(known.place, place) ? known.by : doerOf(ticking),
    reason: isHold ? verdict.reason : null,
  };
  return setClaim(ledger, name, next);
}

function headline(decided: readonly Decided[]): string {
  const [first] = decided.filter(({ events, decision }) => events.length > 0 || decision.move !== undefined);
  if (first === undefined) return 'settled [skip ci]';
  const { platform, decision, rollout } = first;
  const { verdict } = decision;
  return writeHeadline(rollout.state.release, `${platform.name}: ${verdict.state} (${verdict.reason})`);
}

async function act(ticking: Ticking, one: Decided, isUnwritten: boolean): Promise<Outcome> {
  const { context, stores } = ticking;
  const { decision, platform } = one;
  if (!hasMove(decision)) return one;
  // What could not be claimed might be made by another run as well; a brake does no harm twice.
  if (isUnwritten && !isBrake(decision.move)) return one;
  const what = tellMove(decision.move);
  return context.log.group(`${platform.name}: ${what}`, async () => {
    try {
      const claimed = one.rollout.ledger.claims[platform.name];
      const by = claimed?.move === decision.move.kind ? claimed.by : doerOf(ticking);
      return { ...one, made: await makeMove(stores, platform, decision, by) };
    } catch (error) {
      if (!(error instanceof ForeseenError) || error.fault === 'cancelled') throw error;
      context.log.info(`${error.notes[0].text} ${error.notes[0].cure}`);
      return { ...one, failure: error };
    }
  });
}

function hasMove(decision: PlatformDecision): decision is PlatformDecision & { readonly move: Move } {
  return decision.move !== undefined;
}

/**
 * Writes down what was made. Others may have written since: what is added to is what stands there now.
 * @returns why it could not be
 */
async function record(
  ticking: Ticking,
  outcomes: readonly Outcome[],
  isUnwritten: boolean,
): Promise<ForeseenError | undefined> {
  const { branch } = ticking;
  const acted = outcomes
    .filter(({ decision }) => hasMove(decision))
    .filter(({ made, failure }) => made !== undefined || failure !== undefined);
  if (acted.length === 0) return undefined;
  try {
    for (let attempt = 1; attempt <= mostAttempts; attempt += 1) {
      const ledgers = readLedgers(await branch.read());
      const changed = changeLedgers(ledgers, acted, (ledger, outcome) => settle(ledger, outcome, ticking, isUnwritten));
      if (changed.length === 0) return undefined;
      const written = await branch.write(toChange(ledgers, changed, headline(acted)));
      if (written.is === 'written') return undefined;
      if (written.is === 'unknown') return written.error;
    }
    return contended(branch, mostAttempts);
  } catch (error) {
    if (!(error instanceof ForeseenError) || error.fault === 'cancelled') throw error;
    return error;
  }
}

function settle(
  ledger: Ledger,
  { decision, platform: { name }, made, failure, events }: Outcome,
  ticking: Ticking,
  isUnwritten: boolean,
): Ledger {
  const { run } = ticking;
  const before: readonly Event[] = isUnwritten ? events : [];
  const known = addEvents(ledger, before, signature(ticking));
  const added = (made?.events ?? []).reduce(
    (sum, event) => (isNews(readState(sum), event) ? addEvents(sum, [event], signature(ticking)) : sum),
    known,
  );
  const own = added.claims[name];
  // Whoever took over a claim of ours settles it.
  if (own?.run !== run || made?.isPending === true) return added;
  // Who resumed it has said so already: that stays to be done, also where a store refuses it for now.
  const isOpen =
    failure !== undefined &&
    (resumes.has(decision.move?.kind ?? '') || (failure instanceof VendorError && failure.details.ambiguous));
  return isOpen || decision.move === undefined ? added : setClaim(added, name, undefined);
}

const resumes: ReadonlySet<string> = new Set(['resume', 'unpause']);
