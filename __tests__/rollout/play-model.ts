import type { Move, PlatformDecision } from '#rollout/decision';
import type { Doer, Place } from '#rollout/entries';
import type { PlayPolicy, Policy } from '#rollout/policy';
import type { PlaySight } from '#rollout/world';
import type { ReleaseStatus } from '#vendors/google-play/releases';
import { ModelRollout, type Effect } from './situations.ts';

export interface ModelRelease {
  readonly versionCode: number;
  readonly status: ReleaseStatus;
  readonly fraction: number | null;
  readonly lifecycle: string;
}

/** Google Play as it matters to a decision: tracks with releases. */
export interface PlayModel {
  tracks: Record<string, ModelRelease[]>;
}

export class PlayRollout extends ModelRollout {
  readonly code: number;
  world: PlayModel = { tracks: {} };

  constructor(policy: Policy, code = 120) {
    super(policy, { store: 'google-play', versionCode: code });
    this.code = code;
    for (const { track } of this.platform.steps) this.world.tracks[track] = [];
    this.world.tracks['production'] = [
      { versionCode: 100, status: 'completed', fraction: null, lifecycle: 'PUBLISHED' },
    ];
  }

  get platform(): PlayPolicy {
    const [platform] = this.policy.platforms;
    if (platform?.store !== 'google-play') throw new Error('the first platform is not of Google Play');
    return platform;
  }

  see(looked: boolean): PlaySight {
    return {
      store: 'google-play',
      looked,
      tracks: this.platform.steps
        .filter(({ track }, index, all) => all.findIndex((other) => other.track === track) === index)
        .map(({ track }) => ({
          track,
          releases: (this.world.tracks[track] ?? []).map((release) =>
            looked ? release : { ...release, status: null, fraction: null },
          ),
        })),
    };
  }

  protected tellEffect({ move }: PlatformDecision & { readonly move: Move }, place: Place, by: Doer): Effect {
    const platform = this.platform.name;
    if (move.kind === 'halt') return { isPending: false, events: [{ kind: 'stopped', platform }] };
    return {
      isPending: false,
      events: [
        { kind: 'reached', platform, place, how: 'move', by },
        { kind: 'published', platform },
      ],
    };
  }

  apply(move: Move): void {
    if (!('track' in move)) throw new Error(`${move.kind} is no move of Google Play`);
    const there = this.world.tracks[move.track] ?? [];
    const others = there.filter(({ versionCode }) => versionCode !== move.versionCode);
    const own = there.find(({ versionCode }) => versionCode === move.versionCode);
    const put = (status: ReleaseStatus, fraction: number | null): void => {
      const kept = others.filter((other) => status === 'halted' || other.status !== status);
      this.world.tracks[move.track] = [
        ...kept,
        { versionCode: move.versionCode, status, fraction, lifecycle: 'PUBLISHED' },
      ];
    };
    switch (move.kind) {
      case 'raise':
      case 'resume':
        put('inProgress', move.to);
        return;
      case 'promote':
        if (move.to >= 1) put('completed', null);
        else put('inProgress', move.to);
        return;
      case 'complete':
        put('completed', null);
        return;
      case 'halt':
        put('halted', own?.fraction ?? null);
    }
  }

  upload(track = 'internal'): void {
    this.world.tracks[track] = [
      ...(this.world.tracks[track] ?? []).filter(({ status }) => status !== 'completed'),
      { versionCode: this.code, status: 'completed', fraction: null, lifecycle: 'PUBLISHED' },
    ];
  }
}
