import type { Report, SourceError } from '#health/report';
import { decidePlatform } from '#rollout/decide';
import type { Move, Order, PlatformDecision, Situation } from '#rollout/decision';
import { addEvents, emptyLedger, setClaim, type Ledger } from '#rollout/entries';
import { toParameters } from '#rollout/gates';
import type { Policy } from '#rollout/policy';
import { readPolicy } from '#rollout/policy-file';
import { takeSnapshot } from '#rollout/snapshot';
import { readState, type PlatformState } from '#rollout/state';
import type { ReleaseStatus } from '#vendors/google-play/releases';
import type { PlaySight, Sight } from '#rollout/world';

export const hour = 3_600_000;
export const day = 24 * hour;
/** Monday, 8:17 UTC. */
export const start = Date.parse('2026-11-30T08:17:00Z');

export function policyOf(text: string): Policy {
  const result = readPolicy(text, 'tracker');
  if ('defects' in result)
    throw new Error(result.defects.map(({ line, message }) => `${line}: ${message.text}`).join('\n'));
  return result.policy;
}

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

/** A rollout in a world that does what it is told: the decision, the world and the ledger, hour by hour. */
export class PlayRollout {
  readonly policy: Policy;
  readonly code = 120;
  ledger: Ledger = emptyLedger;
  now = start;
  isUploading = false;
  curves: Situation['curves'] = {};
  world: PlayModel = { tracks: {} };
  /** By gate. */
  reports: Readonly<Record<string, Report | SourceError>> = {};
  readonly moves: { readonly at: number; readonly move: Move; readonly decision: PlatformDecision }[] = [];

  constructor(policy: Policy) {
    this.policy = policy;
    this.ledger = addEvents(
      this.ledger,
      [
        {
          kind: 'opened',
          release: { name: policy.release, version: '2.15.3', build: '20261130.1' },
          policy: 'hash',
          by: '@octocat',
        },
        {
          kind: 'joined',
          platform: 'android',
          artifact: { store: 'google-play', versionCode: this.code },
          baseline: null,
          by: '@octocat',
        },
      ],
      { now: this.now, run: '1' },
    );
    for (const { track } of this.platform.steps) this.world.tracks[track] = [];
    this.world.tracks['production'] = [
      { versionCode: 100, status: 'completed', fraction: null, lifecycle: 'PUBLISHED' },
    ];
  }

  get platform(): Policy['platforms'][number] & { readonly store: 'google-play' } {
    const [platform] = this.policy.platforms;
    if (platform?.store !== 'google-play') throw new Error('the first platform is not of Google Play');
    return platform;
  }

  get state(): PlatformState {
    const [state] = readState(this.ledger).platforms;
    if (state === undefined) throw new Error('no platform joined');
    return state;
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

  situation(sight: Sight, order?: Order, run = `run ${this.now}`): Situation & { readonly run: string } {
    const { release } = readState(this.ledger);
    return {
      policy: this.policy,
      platform: this.platform,
      release,
      state: this.state,
      others: [],
      managed: [],
      sight,
      reports: this.reports,
      parameters: toParameters(this.policy, this.platform),
      needs: {},
      longestGap: hour,
      curves: this.curves,
      claim: this.ledger.claims['android'],
      isUploading: this.isUploading,
      order,
      now: this.now,
      run,
    };
  }

  /** Looks without an edit first, and in one where that is asked for, as the controller does. */
  decide(order?: Order): PlatformDecision & { readonly looked: boolean } {
    const first = decidePlatform(this.situation(this.see(false), order));
    if (first.look !== true) return { ...first, looked: false };
    return { ...decidePlatform(this.situation(this.see(true), order)), looked: true };
  }

  /** One run. @param dies after it has claimed, or after it has moved and before it has written that down */
  tick(order?: Order, dies?: 'claimed' | 'moved'): PlatformDecision {
    const decision = this.decide(order);
    const run = `run ${this.now}`;
    const signature = { now: this.now, run };
    const snapshot = takeSnapshot(decision.state, { reports: this.reports, looked: decision.looked, now: this.now });
    const events = snapshot === undefined ? decision.events : [...decision.events, snapshot];
    this.ledger = addEvents(this.ledger, events, signature);
    const { move, to } = decision;
    if (move === undefined) return decision;
    const place = to ?? decision.state.place ?? { track: '', share: 0 };
    const at = new Date(this.now).toISOString();
    const by = order?.by ?? 'controller';
    this.ledger = setClaim(this.ledger, 'android', { run, at, move: move.kind, place, by, reason: null });
    if (dies === 'claimed') return decision;
    this.moves.push({ at: this.now, move, decision });
    this.apply(move);
    if (dies === 'moved') return decision;
    const done =
      move.kind === 'halt'
        ? [{ kind: 'stopped', platform: 'android' } as const]
        : [
            { kind: 'reached', platform: 'android', place, how: 'move', by } as const,
            { kind: 'published', platform: 'android' } as const,
          ];
    this.ledger = setClaim(addEvents(this.ledger, done, signature), 'android', undefined);
    return decision;
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

  /** What people see of it: the state without times. */
  get exposure(): string {
    const { place, life } = this.state;
    return `${life} ${place === null ? 'nowhere' : `${place.track} ${place.share}`}`;
  }
}

/** Hours of sessions since `since`: `units` an hour, a share of them bad. */
export function hoursOf(since: number, now: number, units: number, share: number): Report {
  const first = Math.floor(since / hour) * hour;
  const buckets = [];
  for (let at = first; at + hour <= now; at += hour)
    buckets.push({ start: at, end: at + hour, units, bad: Math.round(units * share) });
  return { buckets, freshUntil: now };
}
