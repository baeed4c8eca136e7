import type { Report, SourceError } from '#health/report';
import { decidePlatform } from '#rollout/decide';
import type { Move, Order, PlatformDecision, Situation } from '#rollout/decision';
import {
  addEvents,
  emptyLedger,
  setClaim,
  type ArtifactId,
  type Doer,
  type Event,
  type Ledger,
  type Place,
} from '#rollout/entries';
import { toParameters } from '#rollout/gates';
import { isSamePlace } from '#rollout/places';
import type { PlatformPolicy, Policy } from '#rollout/policy';
import { readPolicy } from '#rollout/policy-file';
import { takeSnapshot } from '#rollout/snapshot';
import { isNews, readState, type PlatformState } from '#rollout/state';
import type { Sight } from '#rollout/world';

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

/** What a move that was made is told in the ledger, and whether the store has to show it first. */
export interface Effect {
  readonly events: readonly Event[];
  readonly isPending: boolean;
}

/** A rollout in a world that does what it is told: the decision, the world and the ledger, hour by hour. */
export abstract class ModelRollout {
  readonly policy: Policy;
  ledger: Ledger = emptyLedger;
  now = start;
  isUploading = false;
  curves: Situation['curves'] = {};
  /** By gate. */
  reports: Readonly<Record<string, Report | SourceError>> = {};
  managed: Situation['managed'] = [];
  others: Situation['others'] = [];
  needs: Situation['needs'] = {};
  longestGap = hour;
  readonly moves: { readonly at: number; readonly move: Move; readonly decision: PlatformDecision }[] = [];

  constructor(policy: Policy, artifact: ArtifactId) {
    this.policy = policy;
    const [first] = policy.platforms;
    if (first === undefined) throw new Error('the policy has no platform');
    this.ledger = addEvents(
      this.ledger,
      [
        {
          kind: 'opened',
          release: { name: policy.release, version: '2.15.3', build: '20261130.1' },
          policy: 'hash',
          by: '@octocat',
        },
        { kind: 'joined', platform: first.name, artifact, baseline: null, by: '@octocat' },
      ],
      { now: this.now, run: '1' },
    );
  }

  abstract get platform(): PlatformPolicy;
  /** What a run can see. @param looked in an edit, where the store has such a thing */
  abstract see(looked: boolean): Sight;
  /** Changes the world as the store does. @throws Error for what the store would refuse */
  abstract apply(move: Move): void;
  protected abstract tellEffect(decision: PlatformDecision & { readonly move: Move }, place: Place, by: Doer): Effect;

  get state(): PlatformState {
    const [state] = readState(this.ledger).platforms;
    if (state === undefined) throw new Error('no platform joined');
    return state;
  }

  situation(sight: Sight, order?: Order, run = `run ${this.now}`): Situation & { readonly run: string } {
    const { release } = readState(this.ledger);
    return {
      policy: this.policy,
      platform: this.platform,
      release,
      state: this.state,
      others: this.others,
      managed: this.managed,
      sight,
      reports: this.reports,
      parameters: toParameters(this.policy, this.platform),
      needs: this.needs,
      longestGap: this.longestGap,
      curves: this.curves,
      claim: this.ledger.claims[this.platform.name],
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
    const { name } = this.platform;
    const decision = this.decide(order);
    const run = `run ${this.now}`;
    const signature = { now: this.now, run };
    const snapshot = takeSnapshot(decision.state, { reports: this.reports, looked: decision.looked, now: this.now });
    const events = snapshot === undefined ? decision.events : [...decision.events, snapshot];
    this.ledger = addEvents(this.ledger, events, signature);
    const { move, to, state, verdict } = decision;
    const known = this.ledger.claims[name];
    if (move === undefined) {
      // As a run does it: a claim that is settled, or of a move that nobody wants any more, goes.
      const isWaiting =
        known !== undefined && !isSamePlace(state.place, known.place) && verdict.reason === 'processing';
      if (!isWaiting && verdict.reason !== 'claimed') this.ledger = setClaim(this.ledger, name, undefined);
      return decision;
    }
    const place = to ?? state.place ?? { track: '', share: 0 };
    const isSame = known?.move === move.kind && isSamePlace(known.place, place);
    const by = isSame ? known.by : (order?.by ?? 'controller');
    const reason = move.kind === 'pause' && state.halt === null ? verdict.reason : null;
    const at = new Date(this.now).toISOString();
    this.ledger = setClaim(this.ledger, name, { run, at, move: move.kind, place, by, reason });
    if (dies === 'claimed') return decision;
    this.moves.push({ at: this.now, move, decision });
    this.apply(move);
    if (dies === 'moved') return decision;
    const { events: done, isPending } = this.tellEffect({ ...decision, move }, place, by);
    for (const event of done)
      if (isNews(readState(this.ledger), event)) this.ledger = addEvents(this.ledger, [event], signature);
    if (!isPending) this.ledger = setClaim(this.ledger, name, undefined);
    return decision;
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
