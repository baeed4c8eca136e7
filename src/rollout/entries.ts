import type { Curve } from '#health/completeness';
import type { Parameters } from '#health/parameters';
import type { ReviewMemory } from '#vendors/play-vitals/review-memory';

/** A release of one app: one version in one build. */
export interface ReleaseId {
  /** Of the policy: "tracker-mobile". */
  readonly name: string;
  readonly version: string;
  readonly build: string;
}

/** "tracker-mobile@2.15.3+20250114.1": also the tag in git, and the name of the ledger. */
export function tagOf({ name, version, build }: ReleaseId): string {
  return `${name}@${version}+${build}`;
}

/** What of the release is in the stores, by platform. */
export type ArtifactId =
  | { readonly store: 'google-play'; readonly versionCode: number }
  | { readonly store: 'app-store'; readonly build: string };

/** The release that most users have before this one comes. */
export interface Baseline {
  /** As the sources of health know it. */
  readonly releaseName: string;
  /** Of Google Play; empty elsewhere. */
  readonly versionCodes: readonly number[];
}

/** Where a release is with users. */
export interface Place {
  /** Of Google Play as the policy spells it; "testflight" or "app-store". */
  readonly track: string;
  /** Share of the users of that track, 0 to 1. */
  readonly share: number;
}

/** Who or what did it: a gate, a person by name, the store or its console, the controller. */
export type Doer = 'controller' | 'store' | `@${string}` | `gate ${string}`;

/** What happened to a release. Entries are only ever added; what they mean together is `readState`. */
export type Event =
  | { readonly kind: 'opened'; readonly release: ReleaseId; readonly policy: string; readonly by: Doer }
  | {
      readonly kind: 'joined';
      readonly platform: string;
      readonly artifact: ArtifactId;
      readonly baseline: Baseline | null;
      readonly by: Doer;
    }
  /** The first users have it; what the verdicts depend on is frozen. */
  | {
      readonly kind: 'began';
      readonly platform: string;
      readonly parameters: Parameters;
      readonly curves: Readonly<Record<string, Curve>>;
    }
  /** Its exposure is another one now. `drift`: nobody here moved it. */
  | {
      readonly kind: 'reached';
      readonly platform: string;
      readonly place: Place;
      readonly how: 'move' | 'seen' | 'drift';
      readonly by: Doer;
    }
  /** Users get it at this place; before, it was committed and with the reviewers. The clock of the stage begins. */
  | { readonly kind: 'published'; readonly platform: string }
  /** The verdict is another one than before. */
  | {
      readonly kind: 'decided';
      readonly platform: string;
      readonly state: 'promote' | 'hold' | 'halt' | 'done';
      readonly reason: string;
      readonly sentence: string;
      /** What a person may choose; where the rollout waits for one. */
      readonly choice?: string;
    }
  | {
      readonly kind: 'halted';
      readonly platform: string;
      readonly reason: string;
      readonly gate: string | null;
      readonly by: Doer;
      readonly sentence: string;
      readonly isCritical: boolean;
    }
  /** The store shows the halt. */
  | { readonly kind: 'stopped'; readonly platform: string }
  | { readonly kind: 'resumed'; readonly platform: string; readonly by: Doer }
  /** A phased release rests for a hold; it goes on by itself when the reason is gone. */
  | { readonly kind: 'paused'; readonly platform: string; readonly reason: string }
  | { readonly kind: 'unpaused'; readonly platform: string }
  | {
      readonly kind: 'held';
      readonly platform: string;
      readonly until: string;
      readonly why: string;
      readonly by: Doer;
    }
  | { readonly kind: 'released'; readonly platform: string; readonly by: Doer }
  | { readonly kind: 'expedited'; readonly platform: string; readonly by: Doer }
  | { readonly kind: 'parameters'; readonly platform: string; readonly parameters: Parameters }
  | { readonly kind: 'curve'; readonly platform: string; readonly gate: string; readonly curve: Curve }
  | {
      readonly kind: 'snapshot';
      readonly platform: string;
      /** By gate: hours since the epoch, units, bad units; of buckets that may still change. */
      readonly counts: Readonly<Record<string, readonly (readonly [hour: number, units: number, bad: number])[]>>;
      /** Whether tracks were read in an edit. */
      readonly looked: boolean;
      /** Google Play's, that no earlier entry tells of, or not with these stars. */
      readonly reviews?: ReviewMemory;
    }
  | { readonly kind: 'superseded'; readonly platform: string; readonly by: string }
  | { readonly kind: 'completed'; readonly platform: string }
  | { readonly kind: 'abandoned'; readonly platform: string; readonly by: Doer; readonly why: string };

export type Entry = Event & {
  /** ISO 8601, UTC. */
  readonly at: string;
  /** The run that wrote it: its id and attempt, or "local". */
  readonly run: string;
};

/** A move that a run has taken upon itself, until it has read it back. While it is young nobody else makes one for this platform. */
export interface Claim {
  readonly run: string;
  readonly at: string;
  /** The kind of the move. */
  readonly move: string;
  /** Where the release will be. */
  readonly place: Place;
  readonly by: Doer;
  /** Of a pause: the reason of the hold. */
  readonly reason: string | null;
}

export interface Ledger {
  readonly entries: readonly Entry[];
  /** By platform. */
  readonly claims: Readonly<Record<string, Claim>>;
}

export const emptyLedger: Ledger = { entries: [], claims: {} };

export interface Signature {
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly run: string;
}

/** The same ledger with more in it. */
export function addEvents(ledger: Ledger, events: readonly Event[], { now, run }: Signature): Ledger {
  if (events.length === 0) return ledger;
  const at = new Date(now).toISOString();
  return { ...ledger, entries: [...ledger.entries, ...events.map((event) => ({ ...event, at, run }))] };
}

export function setClaim(ledger: Ledger, platform: string, claim: Claim | undefined): Ledger {
  const others = Object.fromEntries(Object.entries(ledger.claims).filter(([name]) => name !== platform));
  return { ...ledger, claims: claim === undefined ? others : { ...others, [platform]: claim } };
}
