import { decideAppStore } from './decide-app-store.ts';
import { decidePlay } from './decide-play.ts';
import { isBrake, type PlatformDecision, type Situation } from './decision.ts';
import { beginDraft, conclude, hold } from './drafting.ts';
import { noteOrderedHalt, tellHalt } from './health-look.ts';

/** A run that has not come back for so long is dead: a job of the controller has fewer minutes. */
const claimMs = 30 * 60_000;

/**
 * The next move of one release on one platform, and why. Pure: the same situation gives the same decision. At most one move, and
 * never one that another run is making.
 */
export function decidePlatform(situation: Situation & { readonly run: string }): PlatformDecision {
  return respectClaim(situation, decideAlone(situation));
}

function decideAlone(situation: Situation): PlatformDecision {
  const { sight, platform } = situation;
  if ('error' in sight) return decideBlind(situation, sight.error);
  if (platform.store === 'google-play' && sight.store === 'google-play')
    return decidePlay({ ...situation, platform, sight });
  if (platform.store === 'app-store' && sight.store === 'app-store')
    return decideAppStore({ ...situation, platform, sight });
  throw new TypeError(`${platform.name} is not of the store that was looked at.`);
}

/** The store does not answer: nothing is moved, but a halt by hand is kept, and carried out by whichever run sees the store again. */
function decideBlind(situation: Situation, error: string): PlatformDecision {
  const draft = beginDraft(situation);
  const { order, state } = situation;
  if (order?.command === 'halt' && state.halt === null) {
    const halted = noteOrderedHalt(draft, order);
    const { sentence } = tellHalt(halted);
    const choice = 'halt it in the console of the store';
    return conclude(halted, {
      state: 'halt',
      reason: 'store-unreadable',
      sentence: `${sentence}; the store could not be read: ${error}`,
      choice,
    });
  }
  if (state.halt === null) return conclude(draft, hold('store-unreadable', `the store could not be read: ${error}`));
  // A halt stands whether or not it can be seen.
  const told = tellHalt(draft);
  const { isShown } = state.halt;
  return conclude(draft, {
    ...told,
    reason: 'store-unreadable',
    sentence: `${told.sentence}; ${isShown ? '' : 'it is still to be carried out, and '}the store could not be read: ${error}`,
    ...(isShown ? {} : { choice: 'halt it in the console of the store' }),
  });
}

function respectClaim(
  { claim, run, now, state }: Situation & { readonly run: string },
  decision: PlatformDecision,
): PlatformDecision {
  const { move } = decision;
  if (move === undefined || isBrake(move) || claim === undefined || claim.run === run) return decision;
  const until = Date.parse(claim.at) + claimMs;
  if (now >= until) return decision;
  const { health } = decision;
  return {
    // Nothing is written: the other run writes.
    events: [],
    state,
    verdict: hold('claimed', `another run (${claim.run}) is making a move`, { until }),
    ...(health === undefined ? {} : { health }),
  };
}
