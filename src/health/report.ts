/** What one unit is. A limit for one kind says nothing about another: 0.5 % of sessions is not 0.5 % of users a day. */
export type Unit = 'session' | 'user-hour' | 'user-day' | 'request' | 'rating';

/** Units of one version and how many of them were bad. Fractions are allowed, since some sources give shares. */
export interface Tally {
  /** 0 or more. */
  readonly units: number;
  /** 0 to `units`. */
  readonly bad: number;
  /**
   * The true number lies within `units` ± this, for sources that estimate or round their units and count the bad ones.
   * Halting assumes the most units, promoting the fewest. Default 0.
   */
  readonly uncertainty?: number;
}

/** What was counted from `start` to `end` (milliseconds since the epoch, `end` exclusive). */
export interface Bucket extends Tally {
  readonly start: number;
  readonly end: number;
  /** The version that most users had before, in the same time. */
  readonly previous?: Tally;
}

/** One answer of a source for one gate. */
export interface Report {
  /** Each hour (mobile) or 15 s (backend), in any order, without overlap; times without units may be left out. */
  readonly buckets: readonly Bucket[];
  /** Up to when the source says that its data reach; default: the end of the last bucket. */
  readonly freshUntil?: number;
  /** The buckets as they were at an earlier look, so that data that shrink are noticed. */
  readonly earlier?: readonly Bucket[];
}

/** A source that gave no answer that can be used. */
export interface SourceError {
  readonly error: string;
}

/** Revisions that take away more than this share of a bucket's units are a broken source, not a revision. */
const tolerableShrinkage = 0.2;

/** The first thing that makes a report unusable, in words that name the bucket; undefined when it is sound. */
export function findDefect({ buckets, freshUntil, earlier = [] }: Report): string | undefined {
  if (freshUntil !== undefined && !Number.isFinite(freshUntil))
    return `up to when the data reach is ${freshUntil}, which is no time`;
  const sorted = buckets.toSorted((one, other) => one.start - other.start);
  for (const [index, bucket] of sorted.entries()) {
    const defect = findBucketDefect(bucket, sorted[index - 1]);
    if (defect !== undefined) return `${nameBucket(bucket)}: ${defect}`;
  }
  return findShrinkage(sorted, earlier);
}

function findBucketDefect(bucket: Bucket, before: Bucket | undefined): string | undefined {
  if (!(Number.isFinite(bucket.start) && Number.isFinite(bucket.end))) return 'its start or end is not a time';
  if (bucket.end <= bucket.start) return 'it ends before it starts';
  if (before !== undefined && before.end > bucket.start) return `it overlaps ${nameBucket(before)}`;
  const own = findTallyDefect(bucket);
  if (own !== undefined || bucket.previous === undefined) return own;
  const previous = findTallyDefect(bucket.previous);
  return previous === undefined ? undefined : `of the previous version, ${previous}`;
}

function findTallyDefect({ units, bad, uncertainty = 0 }: Tally): string | undefined {
  const defect =
    findNumberDefect('units', units) ?? findNumberDefect('bad', bad) ?? findNumberDefect('uncertainty', uncertainty);
  return defect ?? (bad > units ? `${bad} bad of only ${units} units` : undefined);
}

function findNumberDefect(name: string, value: number): string | undefined {
  // Infinity is refused, too: a rate of anything over infinity would be 0.
  if (!Number.isFinite(value)) return `${name} is ${value}, which is no number of anything`;
  return value < 0 ? `${name} is ${value}, below 0` : undefined;
}

function findShrinkage(sorted: readonly Bucket[], earlier: readonly Bucket[]): string | undefined {
  const first = sorted[0]?.start ?? Number.POSITIVE_INFINITY;
  const now = new Map(sorted.map((bucket) => [bucket.start, bucket]));
  for (const then of earlier) {
    // A source may stop telling about the distant past.
    if (then.start < first) continue;
    const { units, uncertainty = 0 } = now.get(then.start) ?? { units: 0 };
    const least = (then.units - (then.uncertainty ?? 0)) * (1 - tolerableShrinkage);
    if (units + uncertainty < least) return `${nameBucket(then)}: it shrank from ${then.units} to ${units} units`;
  }
  return undefined;
}

function nameBucket({ start }: Bucket): string {
  const date = new Date(start);
  return `bucket ${Number.isNaN(date.getTime()) ? String(start) : date.toISOString().replace(/:00\.000Z$/, 'Z')}`;
}
