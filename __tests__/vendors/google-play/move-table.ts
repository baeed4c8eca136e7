import type { PlayWorld } from '#emulators/google-play/world';
import type { GooglePlay } from '#vendors/google-play/client';
import type { CommitPolicy } from '#vendors/google-play/edits';
import type { Moved } from '#vendors/google-play/moves';
import { completeRollout, haltRelease, raiseRollout, resumeRelease } from '#vendors/google-play/rollout';
import { promoteRelease, startRelease } from '#vendors/google-play/start';
import { packageName, rollout } from './stage.ts';

export interface TriedMove {
  readonly prepare?: (world: PlayWorld) => void;
  readonly act: (play: GooglePlay, policy?: CommitPolicy) => Promise<Moved>;
  /** The track that is changed, and what it holds afterwards; its other releases are among it. */
  readonly track: string;
  readonly after: readonly string[];
}

export const of42 = { track: 'production', versionCode: 42 };

const wearRollout = (world: PlayWorld): void => {
  const release = { versionCodes: [50_042], status: 'inProgress', userFraction: 0.5, watch: true } as const;
  world.addRelease(packageName, 'wear:production', release);
};

/** Every move, in a world where it can be made. */
export const moves: Readonly<Record<string, TriedMove>> = {
  start: {
    act: async (play, policy) =>
      startRelease(play, { track: 'production', versionCodes: [42], name: '4.2', reach: 0.05, priority: 4 }, policy),
    track: 'production',
    after: ['42 inProgress 0.05', '40 completed'],
  },
  promote: {
    act: async (play, policy) =>
      promoteRelease(play, { from: 'internal', track: 'production', versionCode: 42, reach: 0.05 }, policy),
    track: 'production',
    after: ['42 inProgress 0.05', '40 completed'],
  },
  'promote to everybody': {
    act: async (play, policy) =>
      promoteRelease(play, { from: 'qa', track: 'closed', versionCode: 42, reach: 'everybody' }, policy),
    // "My testers" is a closed track, too: without it "closed" has one meaning.
    prepare: ({ state }) => {
      const content = state.apps[packageName]?.content;
      if (content !== undefined) content.tracks = content.tracks.filter(({ name }) => name !== 'My testers');
    },
    track: 'alpha',
    after: ['42 completed'],
  },
  raise: {
    prepare: rollout('inProgress', 0.05),
    act: async (play, policy) => raiseRollout(play, of42, { from: 0.05, to: 0.1 }, policy),
    track: 'production',
    after: ['42 inProgress 0.1', '40 completed'],
  },
  halt: {
    prepare: rollout('inProgress', 0.2),
    act: async (play, policy) => haltRelease(play, of42, policy),
    track: 'production',
    after: ['42 halted 0.2', '40 completed'],
  },
  'halt what everybody could get': {
    prepare: rollout('completed'),
    act: async (play, policy) => haltRelease(play, of42, policy),
    track: 'production',
    after: ['42 halted', '40 completed'],
  },
  resume: {
    prepare: rollout('halted', 0.2),
    act: async (play, policy) => resumeRelease(play, of42, 0.2, policy),
    track: 'production',
    after: ['42 inProgress 0.2', '40 completed'],
  },
  complete: {
    prepare: rollout('inProgress', 0.5),
    act: async (play, policy) => completeRollout(play, of42, policy),
    track: 'production',
    after: ['42 completed'],
  },
  'promote a watch': {
    act: async (play, policy) =>
      promoteRelease(
        play,
        { from: 'wear:qa', track: 'wear:production', versionCode: 50_042, reach: 0.5, retain: [42] },
        policy,
      ),
    prepare: ({ state }) => {
      // A phone's bundle that a watch track may retain.
      const artifacts = state.apps[packageName]?.content.artifacts ?? [];
      for (const [index, artifact] of artifacts.entries())
        if (artifact.versionCode === 42) artifacts[index] = { ...artifact, watch: true };
    },
    track: 'wear:production',
    after: ['50042+42 inProgress 0.5', '50040 completed'],
  },
  'complete a watch': {
    prepare: wearRollout,
    act: async (play, policy) => completeRollout(play, { track: 'wear:production', versionCode: 50_042 }, policy),
    track: 'wear:production',
    after: ['50042 completed'],
  },
};
