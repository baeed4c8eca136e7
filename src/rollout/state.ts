import type { Snapshot } from '#health/completeness';
import { adoptCurve, adoptParameters, latch, resume, startRollout, type Memory } from '#health/epochs';
import type { HaltReason } from '#health/verdict';
import type { ReviewMemory } from '#vendors/play-vitals/review-memory';
import type { ArtifactId, Baseline, Doer, Entry, Event, Ledger, Place, ReleaseId } from './entries.ts';
import { isSamePlace } from './places.ts';
import { isProductionTrack } from './policy-stages.ts';
import { addReviews } from './review-news.ts';

/** open: on its way. The others are over, or wait for a person. */
export type Life = 'open' | 'halted' | 'superseded' | 'complete' | 'abandoned';

/** What is known of a release on one platform. Times are milliseconds since the epoch. */
export interface PlatformState {
  readonly platform: string;
  readonly artifact: ArtifactId;
  readonly baseline: Baseline | null;
  readonly joinedAt: number;
  readonly life: Life;
  /** Null before any store showed it. */
  readonly place: Place | null;
  readonly reachedAt: number | null;
  /** Since when users get it at this place; null while it is with the reviewers. */
  readonly publishedAt: number | null;
  /** Since when users of the store get it. */
  readonly productionAt: number | null;
  readonly memory: Memory | null;
  readonly decided: {
    readonly state: string;
    readonly reason: string;
    /** What a person may choose; null where the rollout waits for none. */
    readonly choice: string | null;
    readonly at: number;
  } | null;
  /** Since when reviewers have it, as far as it was seen: no store says. */
  readonly inReviewSince: number | null;
  readonly halt: {
    readonly reason: string;
    readonly gate: string | null;
    readonly by: Doer;
    readonly at: number;
    readonly sentence: string;
    readonly isCritical: boolean;
    /** Whether the store showed it. */
    readonly isShown: boolean;
  } | null;
  readonly pause: { readonly reason: string; readonly at: number } | null;
  readonly hold: { readonly until: number; readonly why: string; readonly by: Doer; readonly at: number } | null;
  readonly isExpedited: boolean;
  readonly supersededBy: string | null;
  /** When tracks were last read in an edit. */
  readonly lookedAt: number | null;
  readonly snapshotAt: number | null;
  /** By gate. */
  readonly snapshots: Readonly<Record<string, readonly Snapshot[]>>;
  readonly reviews: ReviewMemory;
}

export interface RolloutState {
  readonly release: ReleaseId;
  readonly openedAt: number;
  readonly openedBy: Doer;
  /** Hash of the policy with which it was opened. */
  readonly policy: string;
  /** In the order in which they joined. */
  readonly platforms: readonly PlatformState[];
}

const hourMs = 3_600_000;

/**
 * What the entries of a ledger mean together.
 * @throws SyntaxError for a ledger that does not begin with the opening of its release, or names a platform that never joined
 */
export function readState({ entries }: Ledger): RolloutState {
  const [first, ...others] = entries;
  if (first?.kind !== 'opened') throw new SyntaxError('it does not begin with the opening of a release');
  const platforms = new Map<string, PlatformState>();
  for (const entry of others) {
    // Two who open at once: the first one stands.
    if (entry.kind === 'opened') continue;
    const known = platforms.get(entry.platform);
    if (entry.kind === 'joined') platforms.set(entry.platform, known ?? join(entry));
    else if (known === undefined) throw new SyntaxError(`"${entry.platform}" is "${entry.kind}" and never joined`);
    else platforms.set(entry.platform, apply(known, entry));
  }
  const { release, by, policy, at } = first;
  return { release, openedAt: Date.parse(at), openedBy: by, policy, platforms: [...platforms.values()] };
}

function join({ platform, artifact, baseline, at }: Entry & { readonly kind: 'joined' }): PlatformState {
  return {
    platform,
    artifact,
    baseline,
    joinedAt: Date.parse(at),
    life: 'open',
    place: null,
    reachedAt: null,
    publishedAt: null,
    productionAt: null,
    memory: null,
    decided: null,
    inReviewSince: null,
    halt: null,
    pause: null,
    hold: null,
    isExpedited: false,
    supersededBy: null,
    lookedAt: null,
    snapshotAt: null,
    snapshots: {},
    reviews: { lookedAt: null, reviews: [] },
  };
}

/** Users of the store, as opposed to testers. */
export function isStorePlace({ track }: Place): boolean {
  return track === 'app-store' || isProductionTrack(track);
}

const reviewReasons: ReadonlySet<string> = new Set(['in-review', 'review-overdue']);
/** What a verdict says that says nothing about the reviewers: they have it all the while. */
const otherReasons: ReadonlySet<string> = new Set(['store-unreadable', 'held', 'hold-overdue', 'released', 'resumed']);

/** The state after one more entry. */
export function apply(
  state: PlatformState,
  entry: Exclude<Entry, { readonly kind: 'opened' | 'joined' }>,
): PlatformState {
  const at = Date.parse(entry.at);
  switch (entry.kind) {
    case 'began':
      return { ...state, memory: startRollout(entry.parameters, at, entry.curves) };
    case 'reached':
      return { ...state, place: entry.place, reachedAt: at, publishedAt: null };
    case 'published': {
      const isStore = state.place !== null && isStorePlace(state.place);
      return { ...state, publishedAt: at, productionAt: state.productionAt ?? (isStore ? at : null) };
    }
    case 'decided':
      return {
        ...state,
        decided: { state: entry.state, reason: entry.reason, choice: entry.choice ?? null, at },
        inReviewSince: reviewReasons.has(entry.reason)
          ? (state.inReviewSince ?? at)
          : otherReasons.has(entry.reason)
            ? state.inReviewSince
            : null,
      };
    case 'halted':
      return applyHalt(state, entry, at);
    case 'stopped':
      return state.halt === null ? state : { ...state, halt: { ...state.halt, isShown: true } };
    case 'resumed':
      return {
        ...state,
        life: 'open',
        halt: null,
        hold: null,
        // Its stage begins anew, as its evidence does.
        publishedAt: null,
        memory: state.memory === null ? null : resume(state.memory, at),
      };
    case 'paused':
      return { ...state, pause: { reason: entry.reason, at } };
    case 'unpaused':
      return { ...state, pause: null };
    case 'held':
      return { ...state, hold: { until: Date.parse(entry.until), why: entry.why, by: entry.by, at } };
    case 'released':
      return { ...state, hold: null };
    case 'expedited':
      return { ...state, isExpedited: true };
    case 'parameters':
      return state.memory === null ? state : { ...state, memory: adoptParameters(state.memory, entry.parameters, at) };
    case 'curve':
      return applyCurve(state, entry, at);
    case 'snapshot':
      return applySnapshot(state, entry, at);
    case 'superseded':
      return { ...state, life: 'superseded', supersededBy: entry.by };
    case 'completed':
      return { ...state, life: 'complete' };
    case 'abandoned':
      return { ...state, life: 'abandoned' };
  }
}

function applyHalt(
  state: PlatformState,
  { reason, gate, by, sentence, isCritical }: Entry & { readonly kind: 'halted' },
  at: number,
): PlatformState {
  // Later ones do not replace the first, which is what a person has to read.
  if (state.halt !== null) return state;
  const memory =
    gate === null || state.memory === null
      ? state.memory
      : latch(state.memory, { reason: reason as HaltReason, gate, at });
  return { ...state, life: 'halted', halt: { reason, gate, by, at, sentence, isCritical, isShown: false }, memory };
}

function applyCurve(
  state: PlatformState,
  { gate: name, curve }: Entry & { readonly kind: 'curve' },
  at: number,
): PlatformState {
  const gate = state.memory?.parameters.gates.find((one) => one.name === name);
  if (state.memory === null || gate === undefined) return state;
  return { ...state, memory: adoptCurve(state.memory, gate, curve, at) };
}

function applySnapshot(
  state: PlatformState,
  { counts, looked, reviews }: Entry & { readonly kind: 'snapshot' },
  seenAt: number,
): PlatformState {
  const added = Object.entries(counts).map(([gate, buckets]): [string, readonly Snapshot[]] => [
    gate,
    [
      ...(state.snapshots[gate] ?? []),
      ...buckets.map(([hour, units, bad]) => ({
        bucket: { start: hour * hourMs, end: (hour + 1) * hourMs, units, bad },
        seenAt,
      })),
    ],
  ]);
  return {
    ...state,
    snapshotAt: seenAt,
    lookedAt: looked ? seenAt : state.lookedAt,
    snapshots: { ...state.snapshots, ...Object.fromEntries(added) },
    reviews: reviews === undefined ? state.reviews : addReviews(state.reviews, reviews),
  };
}

/** Whether an event of a move says what the ledger does not say yet: another run may have looked in between, and have written it down. */
export function isNews({ platforms }: RolloutState, event: Event): boolean {
  if (event.kind === 'opened' || event.kind === 'joined') return true;
  const state = platforms.find(({ platform }) => platform === event.platform);
  if (state === undefined) return true;
  if (event.kind === 'reached') return !isSamePlace(state.place, event.place);
  if (event.kind === 'published') return state.publishedAt === null;
  if (event.kind === 'stopped') return state.halt?.isShown !== true;
  if (event.kind === 'paused') return state.pause === null;
  return event.kind !== 'unpaused' || state.pause !== null;
}
