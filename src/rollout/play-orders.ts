import type { Move, PlatformDecision, StandingOrder } from './decision.ts';
import { conclude, hold, note, type Draft, concludeDone } from './drafting.ts';
import { keepMemory, noteOrderedHalt, tellHold } from './health-look.ts';
import { keepHalt } from './play-halt.ts';
import { decideRaise } from './play-raise.ts';
import { tellReview } from './play-review.ts';
import { noteHalt, shareOf, type Found } from './play-world.ts';

/** What a person asked for; a hotfix's plan is no order but another plan. */
export function carryOrder(begun: Draft, found: Found, order: StandingOrder): PlatformDecision {
  // Who halts what is halted already means it as well, and is not the store.
  const draft = order.command === 'halt' ? begun : noteHalt(begun, found);
  const { state } = draft;
  const { platform } = state;
  const { command, by, why, until } = order;
  switch (command) {
    case 'abandon':
      return concludeDone(note(draft, { kind: 'abandoned', platform, by, why }));
    case 'hold': {
      const held = note(draft, { kind: 'held', platform, until: new Date(until).toISOString(), why, by });
      return conclude(held, tellHold(held));
    }
    case 'halt':
      return keepHalt(noteHalt(noteOrderedHalt(draft, order), found), found, undefined);
    case 'resume':
      return resumeBy(draft, found, by);
    case 'promote':
    case 'complete':
      // What is due is done, whoever asks for something else.
      if (state.halt?.isShown === false) return keepHalt(draft, found, undefined);
      if (state.halt !== null)
        return conclude(draft, {
          state: 'halt',
          reason: 'halted',
          sentence: 'it is halted, and is resumed first',
          choice: 'resume or abandon',
        });
      if (state.publishedAt === null || found.lifecycle !== 'PUBLISHED')
        return conclude(draft, tellReview(draft, found));
      return decideRaise(keepMemory(draft), found, { isForced: true, by, toAll: command === 'complete' });
  }
}

function resumeBy(draft: Draft, found: Found, by: `@${string}`): PlatformDecision {
  const { state } = draft;
  const { platform, halt } = state;
  if (halt === null && found.status === 'halted') return resumeAgain(draft, found);
  if (halt === null) {
    const released = state.hold === null ? draft : note(draft, { kind: 'released', platform, by });
    return conclude(
      released,
      hold('released', state.hold === null ? 'it was neither held nor halted' : `${by} took the hold back`),
    );
  }
  const resumed = note(draft, { kind: 'resumed', platform, by });
  const sentence = `${by} resumed it; its evidence begins anew`;
  if (found.status !== 'halted') return conclude(resumed, hold('resumed', sentence));
  const share = shareOf(found);
  // A release that everybody had has no share of its own: the largest below everybody is asked for.
  const to = share < 1 ? share : 0.999;
  const move: Move = { kind: 'resume', track: found.track, versionCode: found.versionCode, to };
  return conclude(
    resumed,
    { state: 'promote', reason: 'resumed', sentence },
    { move, to: { track: found.track, share: to } },
  );
}

/** A run that was to resume it has ended before that. */
export function resumeAgain(draft: Draft, found: Found): PlatformDecision {
  const { claim } = draft.situation;
  const { track, versionCode } = found;
  const to = claim?.place.share ?? shareOf(found);
  const verdict = { state: 'promote', reason: 'resumed', sentence: `${claim?.by ?? 'somebody'} resumed it` } as const;
  return conclude(draft, verdict, {
    move: { kind: 'resume', track, versionCode, to },
    to: { track, share: to },
  });
}
