import type { PhasedRelease } from '#vendors/app-store-connect/phased-release-state';
import type { ReleaseStatus } from '#vendors/google-play/releases';

/** A release on a track, as far as it was looked at. */
export interface ReleaseSight {
  /** Its highest version code. */
  readonly versionCode: number;
  /** How far it came on its way to users, as Google says it; null where it does not tell. */
  readonly lifecycle: string | null;
  /** Null where tracks were not read in an edit, which is the only place where Google tells it. */
  readonly status: ReleaseStatus | null;
  /** Null where it is not told, and for everybody. */
  readonly fraction: number | null;
}

export interface TrackSight {
  /** As the policy spells it. */
  readonly track: string;
  readonly releases: readonly ReleaseSight[];
}

/** An app at Google Play. */
export interface PlaySight {
  readonly store: 'google-play';
  /** Whether statuses and fractions are known, of every track of the plan; else it is a few tracks, without them. */
  readonly looked: boolean;
  readonly tracks: readonly TrackSight[];
}

/** A version and its build at App Store Connect. */
export interface AppStoreSight {
  readonly store: 'app-store';
  /** The version of the release; null before there is one. */
  readonly version: {
    readonly id: string;
    /** Apple's word: "IN_REVIEW". */
    readonly state: string;
    readonly releaseType: string | null;
    readonly phased: PhasedRelease | null;
    /** Build number; null where none was chosen. */
    readonly build: string | null;
  } | null;
  /** The build in TestFlight; null where it is not there. */
  readonly build: { readonly id: string; readonly isTestable: boolean; readonly state: string } | null;
  /** A later version that users get; null without one. */
  readonly newer: string | null;
}

/** A store that gave no answer that can be used. */
export interface Unseen {
  readonly error: string;
}

export type Sight = PlaySight | AppStoreSight | Unseen;
