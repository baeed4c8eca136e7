import { keepHalt } from './app-store-halt.ts';
import { notePause } from './app-store-world.ts';
import { rest } from './app-store-rest.ts';
import type { PlatformDecision, StandingOrder, Verdict } from './decision.ts';
import { conclude, hold, note, type Draft, concludeDone } from './drafting.ts';
import type { Place } from './entries.ts';
import { noteOrderedHalt, tellHold } from './health-look.ts';
import { phases } from './presets.ts';
import type { AppStoreSight } from './world.ts';

/** What a person asked for; undefined for a raise that nobody can make now. */
export function carryOrder(begun: Draft, sight: AppStoreSight, order: StandingOrder): PlatformDecision | undefined {
  // Who halts what is paused already means it as well, and is not the store.
  const draft = order.command === 'halt' ? begun : notePause(begun, sight);
  const { state } = draft;
  const { platform } = state;
  const { command, by, why, until } = order;
  const { version } = sight;
  switch (command) {
    case 'abandon':
      return concludeDone(note(draft, { kind: 'abandoned', platform, by, why }));
    case 'hold': {
      const held = note(draft, { kind: 'held', platform, until: new Date(until).toISOString(), why, by });
      if (state.halt !== null) return keepHalt(held, sight, undefined);
      // It was to be resumed, and now it is not: it rests for the hold from now on.
      const isResting = version?.phased?.state === 'PAUSED' && state.pause === null;
      const resting = isResting ? note(held, { kind: 'paused', platform, reason: 'held' }) : held;
      return rest(resting, sight, tellHold(resting), { isForced: true });
    }
    case 'halt':
      return keepHalt(notePause(noteOrderedHalt(draft, order), sight), sight, undefined);
    case 'resume': {
      const isHalted = state.halt !== null;
      const isHeld = state.hold !== null;
      const resumed = isHalted
        ? note(draft, { kind: 'resumed', platform, by })
        : isHeld
          ? note(draft, { kind: 'released', platform, by })
          : draft;
      if (version?.phased?.state !== 'PAUSED')
        return conclude(
          resumed,
          hold(
            isHalted || isHeld ? 'resumed' : 'released',
            isHalted || isHeld ? `${by} resumed it` : 'it was neither held nor halted',
          ),
        );
      return conclude(
        resumed,
        { state: 'promote', reason: 'resumed', sentence: `${by} resumed it` },
        { move: { kind: 'unpause', versionId: version.id } },
      );
    }
    case 'promote':
    case 'complete':
      // What is due is done, whoever asks for something else.
      if (state.halt !== null && version?.phased?.state === 'ACTIVE') return keepHalt(draft, sight, undefined);
      if (state.halt !== null)
        return conclude(draft, {
          state: 'halt',
          reason: 'halted',
          sentence: 'it is halted, and is resumed first',
          choice: 'resume or abandon',
        });
      return raiseBy(draft, sight, order);
  }
}

/** By hand: an approved version is released, and one in phases goes to everybody where just that was asked for: it is final. */
function raiseBy(draft: Draft, sight: AppStoreSight, { by, command }: StandingOrder): PlatformDecision | undefined {
  const { version } = sight;
  const sentence = `${by} asked for it`;
  const verdict: Verdict = { state: 'promote', reason: 'by-hand', sentence };
  if (version?.state === 'PENDING_DEVELOPER_RELEASE') {
    const to: Place = { track: 'app-store', share: version.phased === null ? 1 : (phases[0] ?? 1) };
    return conclude(draft, verdict, { move: { kind: 'release', versionId: version.id }, to });
  }
  if (version?.phased?.state === 'PAUSED' && command === 'promote')
    return conclude(draft, verdict, { move: { kind: 'unpause', versionId: version.id } });
  const isPhasing = version?.phased?.state === 'ACTIVE' || version?.phased?.state === 'PAUSED';
  if (version !== null && version.state === 'READY_FOR_DISTRIBUTION' && isPhasing && command === 'complete')
    return conclude(draft, verdict, {
      move: { kind: 'complete-phases', versionId: version.id },
      to: { track: 'app-store', share: 1 },
    });
  return undefined;
}
