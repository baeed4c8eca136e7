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
export function carryOrder(draft: Draft, sight: AppStoreSight, order: StandingOrder): PlatformDecision | undefined {
  const { state } = draft;
  const { platform } = state;
  const { command, by, why, until } = order;
  const { version } = sight;
  switch (command) {
    case 'abandon':
      return concludeDone(note(draft, { kind: 'abandoned', platform, by, why }));
    case 'hold': {
      const held = note(draft, { kind: 'held', platform, until: new Date(until).toISOString(), why, by });
      return rest(held, sight, tellHold(held), { isForced: true });
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
      if (state.halt !== null)
        return conclude(draft, {
          state: 'halt',
          reason: 'halted',
          sentence: 'it is halted, and is resumed first',
          choice: 'resume or abandon',
        });
      return completeBy(draft, sight, by);
  }
}

/** By hand: an approved version is released, and one in phases goes to everybody. */
function completeBy(draft: Draft, sight: AppStoreSight, by: `@${string}`): PlatformDecision | undefined {
  const { version } = sight;
  const sentence = `${by} asked for it`;
  const verdict: Verdict = { state: 'promote', reason: 'by-hand', sentence };
  if (version?.state === 'PENDING_DEVELOPER_RELEASE') {
    const to: Place = { track: 'app-store', share: version.phased === null ? 1 : (phases[0] ?? 1) };
    return conclude(draft, verdict, { move: { kind: 'release', versionId: version.id }, to });
  }
  const isPhasing = version?.phased?.state === 'ACTIVE' || version?.phased?.state === 'PAUSED';
  if (version !== null && version.state === 'READY_FOR_DISTRIBUTION' && isPhasing)
    return conclude(draft, verdict, {
      move: { kind: 'complete-phases', versionId: version.id },
      to: { track: 'app-store', share: 1 },
    });
  return undefined;
}
