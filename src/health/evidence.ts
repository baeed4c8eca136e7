import { evidenceWorse, isSharedIncident, sumComparable } from './comparison.ts';
import type { Comparable } from './comparison.ts';
import type { Curve } from './completeness.ts';
import type { Epoch } from './epochs.ts';
import { evidenceAbove, evidenceBelow } from './mixture.ts';
import type { Gate } from './parameters.ts';
import type { Report } from './report.ts';
import { belongsTo, selectSince, sumWindow } from './windows.ts';
import type { WindowSums } from './windows.ts';

/** Where a look at a gate stands in time. */
export interface Sight {
  /** Milliseconds since the epoch of Unix. */
  readonly now: number;
  readonly stageStartedAt: number;
  readonly epoch: Epoch;
  readonly promotionEpoch: Epoch;
  readonly curve?: Curve | undefined;
}

/** Everything that one report says for and against a release; logs of evidence, so 0 is none. */
export interface Evidence {
  /** Since the rollout, or the epoch, began. */
  readonly rollout: WindowSums;
  /** Since the stage began: without it, a bug that comes with a stage drowns in the good units before. */
  readonly stage: WindowSums;
  readonly aboveInRollout: number;
  readonly aboveInStage: number;
  /** That the rate is below `limit` × `margin`, in whichever of the two sums of the rollout says less. */
  readonly below: number;
  /**
   * That the new version is worse than the previous one; absent without a comparison. A function, as those below, since
   * it costs most and is seldom at stake.
   */
  readonly worse?: () => number;
  readonly comparable?: Comparable;
  /** Whether the previous version is as bad in each window. */
  readonly sharedInRollout: () => boolean;
  readonly sharedInStage: () => boolean;
}

/** Always from the whole series of buckets, so that revised counts are simply counted anew. */
export function weighEvidence(gate: Gate, report: Report, sight: Sight): Evidence {
  const inEpoch = report.buckets.filter((bucket) => belongsTo(sight.epoch, bucket));
  const inStage = selectSince(inEpoch, sight.stageStartedAt);
  const options = { ...sight, gate };
  const [rollout, stage] = [sumWindow(inEpoch, options), sumWindow(inStage, options)];
  const { comparison } = gate;
  const phi = gate.overdispersion.value;
  return {
    rollout,
    stage,
    aboveInRollout: evidenceAbove(rollout.halting, gate.limit),
    aboveInStage: evidenceAbove(stage.halting, gate.limit),
    // Young buckets are no proof, yet the bad units in them are no secret: both sums have to agree to a raise, and the
    // interval that is shown (from the lower bound of one to the upper of both) always holds the rate that is shown.
    below: Math.min(
      evidenceBelow(rollout.promoting, gate.limit * gate.margin),
      evidenceBelow(rollout.halting, gate.limit * gate.margin),
    ),
    ...(comparison === undefined
      ? {}
      : { worse: () => evidenceWorse(inEpoch, comparison.ratio, phi), comparable: sumComparable(inEpoch) }),
    sharedInRollout: () => isSharedIncident(inEpoch, gate.limit, phi),
    sharedInStage: () => isSharedIncident(inStage, gate.limit, phi),
  };
}
