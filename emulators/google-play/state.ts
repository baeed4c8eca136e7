import type { CustomerReview } from './customer-reviews.ts';
import type { Vitals } from './vitals.ts';

/** What Google Play knows, as plain data. Times are in ms since the epoch. */
export interface PlayState {
  /** By package name. */
  apps: Record<string, PlayApp>;
  /** By id; none is ever forgotten, since a dead edit is refused with a reason of its own. */
  edits: Record<string, Edit>;
  /** By the secret that stands in the Authorization header. */
  accessTokens: Record<string, AccessToken>;
  /** Resumable uploads by id. Their bytes are kept outside of the state (uploads.ts). */
  uploads: Record<string, Upload>;
  lastId: number;
}

export interface PlayApp {
  readonly packageName: string;
  /** Never published: takes nothing but draft releases. */
  draft: boolean;
  /** Counts every change, by API or in the Console. */
  revision: number;
  content: Content;
  review: ReviewSettings;
  /** Changes that wait for, are in, or have left a review, by id. */
  batches: Record<string, Batch>;
  vitals: Vitals;
  /** What users have written, in no order. */
  reviews: CustomerReview[];
}

export interface ReviewSettings {
  /** How long a review takes, in ms; 0 is none at all. */
  takes: number;
  /** What reviews come to. */
  outcome: 'approved' | 'rejected';
  /** Approved changes wait for a person to publish them. */
  managedPublishing: boolean;
}

/** Changes that are reviewed together. A review ends by itself when its time has come. */
export interface Batch {
  state: 'not-sent' | 'in-review' | 'approved' | 'rejected' | 'published';
  /** When the review ends; only in review. */
  readonly until?: number;
}

/** All that an edit copies, changes and puts back. */
export interface Content {
  tracks: Track[];
  artifacts: Artifact[];
  symbols: SymbolFile[];
  listings: Record<string, Listing>;
  /** Images by `language/type`. */
  images: Record<string, Image[]>;
  /** Google groups by track. */
  testers: Record<string, string[]>;
  /** Tracks that are not available like production; production itself where it is not available everywhere. */
  countries: Record<string, Availability>;
  details: Details;
}

export interface Track {
  /** `production`, `wear:production`, or the literal name of a closed track. */
  readonly name: string;
  releases: Release[];
  /** Releases that were fully rolled out before, newest last: what takes the place of a halted one. */
  history: Release[];
  /** Releases that still serve until the batch that replaces them is published. */
  replaced: { release: Release; by: string }[];
}

export type ReleaseStatus = 'draft' | 'inProgress' | 'halted' | 'completed';

export interface Release {
  readonly name: string;
  readonly versionCodes: readonly number[];
  readonly status: ReleaseStatus;
  readonly userFraction?: number;
  readonly releaseNotes?: readonly { readonly language: string; readonly text: string }[];
  readonly inAppUpdatePriority?: number;
  readonly countryTargeting?: { readonly countries: readonly string[]; readonly includeRestOfWorld: boolean };
  /** The batch that brings it to users; none before the commit, and for drafts. */
  readonly batch?: string;
}

export interface Artifact {
  readonly kind: 'bundle' | 'apk';
  readonly versionCode: number;
  readonly versionName: string;
  readonly sha1: string;
  readonly sha256: string;
  readonly size: number;
  /** Requires android.hardware.type.watch. */
  readonly watch: boolean;
}

export interface SymbolFile {
  readonly versionCode: number;
  readonly type: 'proguard' | 'nativeCode';
  readonly sha256: string;
  readonly size: number;
}

export interface Listing {
  readonly language: string;
  readonly title?: string;
  readonly shortDescription?: string;
  readonly fullDescription?: string;
  readonly video?: string;
}

export interface Image {
  readonly id: string;
  readonly sha1: string;
  readonly sha256: string;
}

/** Where a track is available. */
export interface Availability {
  /** Two-letter codes. */
  readonly countries: readonly string[];
  readonly restOfWorld: boolean;
}

export interface Details {
  readonly defaultLanguage?: string;
  readonly contactEmail?: string;
  readonly contactPhone?: string;
  readonly contactWebsite?: string;
}

export interface Edit {
  readonly id: string;
  readonly packageName: string;
  /** E-mail of the account that opened it; nobody else sees it. */
  readonly owner: string;
  /** Revision of the app that it started from. */
  readonly base: number;
  readonly expiresAt: number;
  status: 'open' | 'deleted' | 'committed';
  content: Content;
}

export interface AccessToken {
  /** E-mail of the account. */
  readonly account: string;
  readonly scopes: readonly string[];
  readonly expiresAt: number;
}

export interface Upload {
  readonly id: string;
  /** The path that it was started at, without `/upload`: an upload is finished where it began. */
  readonly path: string;
  /** Length that the caller announced, in bytes. */
  readonly size: number | null;
  /** Bytes that have arrived. */
  received: number;
  state: 'active' | 'cancelled' | 'final';
  /** The answer to the last byte, given again to who asks. */
  result: unknown;
}

/** A number that no other object has. */
export function nextId(state: PlayState): number {
  state.lastId += 1;
  return state.lastId;
}

/**
 * Copies the state for a transaction. Rows of vitals and reviews are replaced and never change, and edits that are over stay as they
 * are, so only their lists are copied.
 */
export function forkState({ apps, edits, ...rest }: PlayState): PlayState {
  const copies = Object.entries(apps).map(([name, { vitals, reviews, ...app }]): [string, PlayApp] => [
    name,
    {
      ...structuredClone(app),
      vitals: { ...structuredClone({ ...vitals, rows: [] }), rows: [...vitals.rows] },
      reviews: [...reviews],
    },
  ]);
  const open = Object.entries(edits).map(([id, edit]): [string, Edit] => [
    id,
    edit.status === 'open' ? structuredClone(edit) : edit,
  ]);
  return { ...structuredClone(rest), apps: Object.fromEntries(copies), edits: Object.fromEntries(open) };
}
