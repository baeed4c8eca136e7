import type { Move, PlatformDecision } from '#rollout/decision';
import type { Doer, Event } from '#rollout/entries';
import { tell } from '#rollout/policy-stages';
import { isSamePlace, tellPlace } from '#rollout/places';
import type { PlatformPolicy } from '#rollout/policy';
import type { Stores } from './stores.ts';

/** A move in words: "raise production to 10 %". */
export function tellMove(move: Move): string {
  switch (move.kind) {
    case 'raise':
      return `raise ${move.track} from ${tell(move.from)} to ${tell(move.to)}`;
    case 'complete':
      return `give ${move.track} to everybody`;
    case 'promote':
      return `bring it from ${move.from} to ${tellPlace({ track: move.track, share: move.to })}`;
    case 'halt':
      return `halt it on ${move.track}`;
    case 'resume':
      return `resume ${move.track} at ${tell(move.to)}`;
    case 'release':
      return 'release the approved version';
    case 'pause':
      return 'pause the phased release';
    case 'unpause':
      return 'resume the phased release';
    case 'complete-phases':
      return 'give the version to everybody';
  }
}

export interface Made {
  /** False when the world was as asked for already. */
  readonly moved: boolean;
  readonly events: readonly Event[];
  /** The store has to show it first: whose move it was is remembered until then. */
  readonly isPending: boolean;
}

/**
 * Makes a move and reads it back.
 * @throws ConfigurationError, VendorError; it is made only where nothing is thrown
 */
export async function makeMove(
  stores: Stores,
  platform: PlatformPolicy,
  decision: PlatformDecision & { readonly move: Move },
  by: Doer,
): Promise<Made> {
  const { move, to, state } = decision;
  const name = platform.name;
  if (platform.store === 'app-store') return changeVersion(stores, decision, name);
  const play = await stores.play(platform.package);
  const { did, lifecycle } = await movePlay(play, move);
  const isPublished = lifecycle === 'PUBLISHED';
  if (move.kind === 'halt')
    return { moved: did === 'moved', isPending: false, events: [{ kind: 'stopped', platform: name }] };
  const place = to ?? state.place ?? { track: '', share: 0 };
  return {
    moved: did === 'moved',
    isPending: false,
    events: [
      // A resume changes no exposure as a rule.
      ...(isSamePlace(state.place, place)
        ? []
        : [{ kind: 'reached', platform: name, place, how: 'move', by } as const]),
      ...(isPublished ? [{ kind: 'published', platform: name } as const] : []),
    ],
  };
}

async function movePlay(
  play: Awaited<ReturnType<Stores['play']>>,
  move: Move,
): Promise<{ readonly did: 'moved' | 'unchanged'; readonly lifecycle: string | null }> {
  const rollout = await import('#vendors/google-play/rollout');
  // Whether Google sends a change for review by itself it says only when it is asked.
  const policy = { review: 'as-asked' } as const;
  switch (move.kind) {
    case 'raise':
      return rollout.raiseRollout(play, move, { from: move.from, to: move.to }, policy);
    case 'complete':
      return rollout.completeRollout(play, move, policy);
    case 'halt':
      return rollout.haltRelease(play, move, policy);
    case 'resume':
      return rollout.resumeRelease(play, move, move.to, policy);
    case 'promote': {
      const { promoteRelease } = await import('#vendors/google-play/start');
      const { from, track, versionCode, to, replacing } = move;
      const reach = to >= 1 ? 'everybody' : to;
      const wish = { from, track, versionCode, reach, ...(replacing === undefined ? {} : { replacing }) } as const;
      return promoteRelease(play, wish, policy);
    }
    case 'release':
    case 'pause':
    case 'unpause':
    case 'complete-phases':
      throw new TypeError(`${move.kind} is no move of Google Play.`);
  }
}

async function changeVersion(
  stores: Stores,
  { move, state, verdict }: PlatformDecision & { readonly move: Move },
  platform: string,
): Promise<Made> {
  if (!('versionId' in move)) throw new TypeError(`${move.kind} is no move of the App Store.`);
  const connect = await stores.connect();
  const { versionId } = move;
  if (move.kind === 'release') {
    const { releaseVersion } = await import('#vendors/app-store-connect/release');
    const { did } = await releaseVersion(connect, versionId);
    return { moved: did === 'moved', isPending: true, events: [] };
  }
  const { changePhasedRelease } = await import('#vendors/app-store-connect/phased-release');
  const change = { pause: 'pause', unpause: 'resume', 'complete-phases': 'complete' } as const;
  const { did } = await changePhasedRelease(connect, versionId, change[move.kind]);
  const moved = did === 'moved';
  if (move.kind === 'complete-phases') return { moved, isPending: true, events: [] };
  if (move.kind === 'unpause')
    return { moved, isPending: false, events: state.pause === null ? [] : [{ kind: 'unpaused', platform }] };
  const paused: Event =
    state.halt === null ? { kind: 'paused', platform, reason: verdict.reason } : { kind: 'stopped', platform };
  return { moved, isPending: false, events: [paused] };
}
