import type { Event } from './entries.ts';
import type { Move, PlatformDecision, Situation, Verdict } from './decision.ts';
import type { Decision as HealthDecision } from '#health/decision';
import { apply, type PlatformState } from './state.ts';
import type { Place } from './entries.ts';

type PlatformEvent = Exclude<Event, { readonly kind: 'opened' | 'joined' }>;

/** A decision while it is made: what was found out so far, and the state that follows from it. */
export interface Draft {
  readonly situation: Situation;
  readonly state: PlatformState;
  readonly events: readonly Event[];
}

export function beginDraft(situation: Situation): Draft {
  return { situation, state: situation.state, events: [] };
}

export function note(draft: Draft, event: PlatformEvent): Draft {
  const at = new Date(draft.situation.now).toISOString();
  return {
    ...draft,
    state: apply(draft.state, { ...event, at, run: '' }),
    events: [...draft.events, event],
  };
}

export interface Ending {
  readonly move?: Move;
  readonly to?: Place;
  readonly look?: true;
  readonly ask?: true;
  readonly health?: HealthDecision;
}

/** Closes a draft. A verdict that says the same as the last one is not written again: a ledger is read by people. */
export function conclude(draft: Draft, verdict: Verdict, ending: Ending = {}): PlatformDecision {
  const { decided, platform } = draft.state;
  const { state, reason, sentence, choice } = verdict;
  const isSame = decided?.state === state && decided.reason === reason && decided.choice === (choice ?? null);
  const asked = choice === undefined ? {} : { choice };
  const last = isSame ? draft : note(draft, { kind: 'decided', platform, state, reason, sentence, ...asked });
  return { verdict, events: last.events, state: last.state, ...ending };
}

export function hold(
  reason: string,
  sentence: string,
  rest: Omit<Verdict, 'state' | 'reason' | 'sentence'> = {},
): Verdict {
  return { state: 'hold', reason, sentence, ...rest };
}

/** A release that is over, in the same words from then on. */
export function concludeDone(draft: Draft, ending: Ending = {}): PlatformDecision {
  const { life, supersededBy } = draft.state;
  const sentences: Readonly<Record<string, string>> = {
    complete: 'everybody may have it, and it was watched long enough',
    superseded: `${supersededBy ?? 'a newer release'} has taken its place`,
    abandoned: 'it was abandoned, and nothing moves it any more',
  };
  return conclude(draft, { state: 'done', reason: life, sentence: sentences[life] ?? '' }, ending);
}

export function isOver({ life }: PlatformState): boolean {
  return life === 'superseded' || life === 'complete' || life === 'abandoned';
}
