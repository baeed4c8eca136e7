import type { Move, PlatformDecision } from '#rollout/decision';
import type { AppStorePolicy, Policy } from '#rollout/policy';
import { phases } from '#rollout/presets';
import type { AppStoreSight } from '#rollout/world';
import { day, ModelRollout, type Effect } from './situations.ts';

export interface ModelPhase {
  state: 'INACTIVE' | 'ACTIVE' | 'PAUSED' | 'COMPLETE';
  startedAt: number | null;
  pausedAt: number | null;
  pausedFor: number;
  /** Of Apple, 1 to 7, when it was completed. */
  endedOn: number | null;
}

/** The App Store as it matters to a decision. */
export interface AppStoreModel {
  /** Apple's word; null before there is a version. */
  state: string | null;
  releaseType: 'MANUAL' | 'AFTER_APPROVAL';
  phase: ModelPhase | null;
  /** Of the build in TestFlight; null before it is there. */
  build: 'PROCESSING' | 'IN_BETA_TESTING' | null;
  newer: string | null;
}

/** https://developer.apple.com/help/app-store-connect/update-your-app/release-a-version-update-in-phases */
const budget = 30 * day;

export function createPhase(startedAt: number | null = null): ModelPhase {
  return {
    state: startedAt === null ? 'INACTIVE' : 'ACTIVE',
    startedAt,
    pausedAt: null,
    pausedFor: 0,
    endedOn: null,
  };
}

export class AppStoreRollout extends ModelRollout {
  world: AppStoreModel = {
    state: null,
    releaseType: 'MANUAL',
    phase: createPhase(),
    build: 'IN_BETA_TESTING',
    newer: null,
  };
  /** Whether a version that was released is with users at once, and not at the next look. */
  isSwift = true;

  constructor(policy: Policy) {
    super(policy, { store: 'app-store', build: '20261130.1' });
  }

  get platform(): AppStorePolicy {
    const [platform] = this.policy.platforms;
    if (platform?.store !== 'app-store') throw new Error('the first platform is not of the App Store');
    return platform;
  }

  /** Time that the phased release has run, without its pauses. */
  private get running(): number {
    const { startedAt = null, pausedFor = 0, pausedAt = null } = this.world.phase ?? {};
    if (startedAt === null) return 0;
    return this.now - startedAt - pausedFor - (pausedAt === null ? 0 : this.now - pausedAt);
  }

  private get paused(): number {
    const { pausedFor = 0, pausedAt = null } = this.world.phase ?? {};
    return pausedFor + (pausedAt === null ? 0 : this.now - pausedAt);
  }

  private get today(): number {
    return Math.min(phases.length, Math.floor(this.running / day) + 1);
  }

  /** What Apple does by itself. */
  settle(): void {
    const { phase } = this.world;
    if (phase === null) return;
    const isOver = phase.state === 'ACTIVE' && this.running >= phases.length * day;
    const isSpent = phase.state === 'PAUSED' && this.paused >= budget;
    if (isOver || isSpent) this.completePhase(phase);
  }

  private completePhase(phase: ModelPhase): void {
    phase.endedOn = this.today;
    phase.pausedFor = this.paused;
    phase.pausedAt = null;
    phase.state = 'COMPLETE';
  }

  see(): AppStoreSight {
    this.settle();
    const { state, releaseType, phase, build, newer } = this.world;
    const phased =
      phase === null
        ? null
        : {
            id: 'phase',
            state: phase.state,
            day: phase.startedAt === null ? null : (phase.endedOn ?? this.today),
            startedAt: phase.startedAt,
            pausedDays: Math.floor(this.paused / day),
          };
    const asksBuild = this.platform.testFlight !== undefined && this.state.place?.track !== 'app-store';
    return {
      store: 'app-store',
      version: state === null ? null : { id: 'version', state, releaseType, phased, build: '20261130.1' },
      build: build === null || !asksBuild ? null : { id: 'build', isTestable: build !== 'PROCESSING', state: build },
      newer,
    };
  }

  protected tellEffect({ move, state, verdict }: PlatformDecision & { readonly move: Move }): Effect {
    const platform = this.platform.name;
    if (move.kind === 'release' || move.kind === 'complete-phases') return { isPending: true, events: [] };
    if (move.kind === 'unpause')
      return { isPending: false, events: state.pause === null ? [] : [{ kind: 'unpaused', platform }] };
    return {
      isPending: false,
      events: [
        state.halt === null ? { kind: 'paused', platform, reason: verdict.reason } : { kind: 'stopped', platform },
      ],
    };
  }

  apply(move: Move): void {
    this.settle();
    const { state, phase } = this.world;
    const refuse = (): never => {
      throw new Error(`Apple refuses "${move.kind}" for ${state ?? 'no version'} ${phase?.state ?? 'without phases'}`);
    };
    switch (move.kind) {
      case 'release':
        if (state !== 'PENDING_DEVELOPER_RELEASE') return refuse();
        this.world.state = 'PROCESSING_FOR_DISTRIBUTION';
        if (this.isSwift) this.distribute();
        return undefined;
      case 'pause':
        if (phase?.state !== 'ACTIVE' || this.paused >= budget) return refuse();
        phase.state = 'PAUSED';
        phase.pausedAt = this.now;
        return undefined;
      case 'unpause':
        if (phase?.state !== 'PAUSED') return refuse();
        phase.pausedFor = this.paused;
        phase.pausedAt = null;
        phase.state = 'ACTIVE';
        return undefined;
      case 'complete-phases':
        if (phase?.state !== 'ACTIVE' && phase?.state !== 'PAUSED') return refuse();
        this.completePhase(phase);
        return undefined;
      case 'raise':
      case 'complete':
      case 'promote':
      case 'halt':
      case 'resume':
        return refuse();
    }
  }

  /** It comes to the users. */
  distribute(): void {
    this.world.state = 'READY_FOR_DISTRIBUTION';
    const { phase } = this.world;
    if (phase?.state === 'INACTIVE') this.world.phase = createPhase(this.now);
  }

  /** Released in phases since a time, as it was seen by runs since. */
  release(since: number): void {
    this.world.state = 'READY_FOR_DISTRIBUTION';
    this.world.phase = createPhase(since);
  }
}
