import type { Decision as HealthDecision } from '#health/decision';
import type { Curve } from '#health/completeness';
import type { Parameters } from '#health/parameters';
import type { Report, SourceError } from '#health/report';
import type { Claim, Event, Place, ReleaseId } from './entries.ts';
import type { PlatformPolicy, Policy } from './policy.ts';
import type { PlatformState } from './state.ts';
import type { Sight } from './world.ts';

/** What a person asked for. A promote, a resume and a completion are confirmed before they get here. */
export interface Order {
  readonly command: 'promote' | 'hold' | 'halt' | 'resume' | 'complete' | 'expedite' | 'abandon';
  readonly by: `@${string}`;
  readonly why: string;
  /** Of a hold, milliseconds since the epoch. */
  readonly until: number;
}

/** An order that is carried out at once; a hotfix's plan is none, but another plan. */
export type StandingOrder = Order & { readonly command: Exclude<Order['command'], 'expedite'> };

/** Everything that one decision depends on. Times are milliseconds since the epoch. */
export interface Situation {
  readonly policy: Policy;
  readonly platform: PlatformPolicy;
  readonly release: ReleaseId;
  readonly state: PlatformState;
  /** The release on its other platforms. */
  readonly others: readonly PlatformState[];
  /** Other releases that the ledger knows on this platform, with their tags. */
  readonly managed: readonly { readonly tag: string; readonly state: PlatformState; readonly isNewer: boolean }[];
  readonly sight: Sight;
  /** By gate; those of gates that were not asked are absent. */
  readonly reports: Readonly<Record<string, Report | SourceError>>;
  /** What verdicts will depend on from now on, if users have it. */
  readonly parameters: Parameters;
  /** By name; absent where nobody asked yet. */
  readonly needs: Readonly<Record<string, { readonly met: boolean; readonly detail: string }>>;
  /** The longest time between two of the last ticks. */
  readonly longestGap: number;
  /** By gate: how late reports come, as it was learned from earlier releases. */
  readonly curves: Readonly<Record<string, Curve>>;
  readonly claim: Claim | undefined;
  /** An upload of this app is under way, and an edit of the same account would end it. */
  readonly isUploading: boolean;
  readonly order: Order | undefined;
  readonly now: number;
}

/** One change of the world. */
export type Move =
  | {
      readonly kind: 'raise';
      readonly track: string;
      readonly versionCode: number;
      readonly from: number;
      readonly to: number;
    }
  | { readonly kind: 'complete'; readonly track: string; readonly versionCode: number }
  | {
      readonly kind: 'promote';
      readonly from: string;
      readonly track: string;
      readonly versionCode: number;
      /** 1 is everybody. */
      readonly to: number;
      /** A rollout that ends with it. */
      readonly replacing?: number;
    }
  | { readonly kind: 'halt'; readonly track: string; readonly versionCode: number }
  | { readonly kind: 'resume'; readonly track: string; readonly versionCode: number; readonly to: number }
  | { readonly kind: 'release'; readonly versionId: string }
  | { readonly kind: 'pause' | 'unpause' | 'complete-phases'; readonly versionId: string };

/** Whether a move makes things safer; these wait for nobody, and need no claim. */
export function isBrake({ kind }: Move): boolean {
  return kind === 'halt' || kind === 'pause';
}

export interface Verdict {
  readonly state: 'promote' | 'hold' | 'halt' | 'done';
  /** One word of `reasons`, or of src/health. */
  readonly reason: string;
  /** For a person, without the name of the platform. */
  readonly sentence: string;
  /** When it will be another one, as far as is known. */
  readonly until?: number;
  /** What a person may choose; present where the rollout waits for one. */
  readonly choice?: string;
  readonly isCritical?: boolean;
}

export interface PlatformDecision {
  readonly verdict: Verdict;
  /** What has to be remembered, in order; the change of the verdict itself is among them. */
  readonly events: readonly Event[];
  readonly move?: Move;
  /** Where the move leads; absent for one that changes no exposure. */
  readonly to?: Place;
  /** Tracks have to be read in an edit before this can be decided. */
  readonly look?: true;
  /** Needs have to be asked before this can be decided. */
  readonly ask?: true;
  /** The verdict of the gates, where they were asked. */
  readonly health?: HealthDecision;
  /** The state after `events`. */
  readonly state: PlatformState;
}
