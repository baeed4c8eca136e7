import type { Bucket } from './report.ts';

/**
 * What share of a bucket's bad events has been reported by the time the bucket has a given age. Crashes are reported at
 * the next start of the app, so a young hour looks healthier than it was.
 */
export interface Curve {
  /** Steps: from `age` (milliseconds after the bucket's end) on, `share` (0 to 1) is reported. Ages and shares rise. */
  readonly steps: readonly { readonly age: number; readonly share: number }[];
  /** How many settled buckets it was learned from. */
  readonly learnedFrom: number;
}

/** A bucket as it was seen at `seenAt`, milliseconds since the epoch. The ledger keeps one at most every six hours. */
export interface Snapshot {
  readonly bucket: Bucket;
  readonly seenAt: number;
}

/** Nothing before `maturity`, everything after: what is assumed of a source that has not been measured. */
export function assumeMaturity(maturity: number): Curve {
  return { steps: [{ age: maturity, share: 1 }], learnedFrom: 0 };
}

/** What is reported at least; 0 before the first step. */
export function shareReported(curve: Curve, age: number): number {
  let share = 0;
  for (const step of curve.steps) {
    if (step.age > age) break;
    share = step.share;
  }
  return share;
}

/**
 * What is reported at most: the share at the next step, since between two steps nothing is known. Too small a share
 * would make young hours look worse than they are, and halt; 0 before the first step, where nothing may be said at all.
 */
export function shareReportedAtMost(curve: Curve, age: number): number {
  if (shareReported(curve, age) <= 0) return 0;
  return (curve.steps.find((step) => step.age >= age) ?? curve.steps.at(-1))?.share ?? 0;
}

/** Below this many settled buckets a curve is a guess. */
const fewestBuckets = 20;
/** And below this many bad events in them: the share at each age would be off by more than a few hundredths. */
const fewestBad = 200;

export interface LearningOptions {
  /** Age at which a bucket's counts no longer change; default 48 h. */
  readonly settledAfter?: number;
  /** Width of one step; default 1 h. */
  readonly step?: number;
}

/**
 * Compares early snapshots of each bucket with its last one. Ages are pooled by step and made to rise (pool adjacent
 * violators), since a share reported cannot fall with age.
 *
 * @returns undefined while fewer than 20 settled buckets with 200 bad events are known: the default stands
 */
export function learnCurve(snapshots: readonly Snapshot[], options: LearningOptions = {}): Curve | undefined {
  const { settledAfter = 48 * 3_600_000, step = 3_600_000 } = options;
  const settled = findSettled(snapshots, settledAfter);
  const total = [...settled.values()].reduce((sum, { bucket }) => sum + bucket.bad, 0);
  if (settled.size < fewestBuckets || total < fewestBad) return undefined;

  const pools = new Map<number, { seen: number; final: number }>();
  for (const { bucket, seenAt } of snapshots) {
    const final = settled.get(bucket.start);
    if (final === undefined || seenAt < bucket.end) continue;
    // Rounded down, as when it is used: looks come at the same minute of the hour, so the error is the same both times.
    const age = Math.min(Math.floor((seenAt - bucket.end) / step) * step, settledAfter);
    const pool = pools.get(age) ?? { seen: 0, final: 0 };
    pools.set(age, { seen: pool.seen + bucket.bad, final: pool.final + final.bucket.bad });
  }
  const ages = [...pools.keys()].toSorted((one, other) => one - other);
  const shares = poolViolators(ages.map((age) => pools.get(age) ?? { seen: 0, final: 0 }));
  const steps = ages.map((age, index) => ({ age, share: Math.min(1, shares[index] ?? 0) }));
  return { steps, learnedFrom: settled.size };
}

/** The last snapshot of every bucket that was looked at after its counts had settled. */
function findSettled(snapshots: readonly Snapshot[], settledAfter: number): Map<number, Snapshot> {
  const last = new Map<number, Snapshot>();
  for (const snapshot of snapshots) {
    if (snapshot.seenAt - snapshot.bucket.end < settledAfter) continue;
    const known = last.get(snapshot.bucket.start);
    if (known === undefined || known.seenAt < snapshot.seenAt) last.set(snapshot.bucket.start, snapshot);
  }
  return last;
}

/** Isotonic regression: neighbours that fall are replaced by their pooled share. */
function poolViolators(pools: readonly { seen: number; final: number }[]): number[] {
  const blocks: { seen: number; final: number; width: number }[] = [];
  for (const { seen, final } of pools) {
    let block = { seen, final, width: 1 };
    for (let last = blocks.at(-1); last !== undefined && shareOf(last) >= shareOf(block); last = blocks.at(-1)) {
      block = { seen: last.seen + block.seen, final: last.final + block.final, width: last.width + block.width };
      blocks.pop();
    }
    blocks.push(block);
  }
  return blocks.flatMap((block) => Array.from({ length: block.width }, () => shareOf(block)));
}

function shareOf({ seen, final }: { seen: number; final: number }): number {
  return final > 0 ? seen / final : 0;
}

/** A curve that moved by more than this is another source: what was weighed by the old one proves nothing. */
const tolerableMove = 0.1;

export function movedMuch(one: Curve, other: Curve): boolean {
  return comesLater(one, other) || comesLater(other, one);
}

/** Whether reports come later than was thought, by more than a tenth at some age: then what was weighed as if they were in is not. */
export function comesLater(thought: Curve, learned: Curve): boolean {
  const ages = [...thought.steps, ...learned.steps].map((step) => step.age);
  return ages.some((age) => shareReported(thought, age) - shareReported(learned, age) > tolerableMove);
}
