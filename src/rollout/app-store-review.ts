import type { Decision as HealthDecision } from '#health/decision';
import { explainReason } from '#health/sentence';
import { formatDuration } from '#kit/duration';
import { toStage, type AppStoreSituation, type Version } from './app-store-world.ts';
import { findObstacle } from './conditions.ts';
import type { PlatformDecision, Verdict } from './decision.ts';
import { conclude, hold, type Draft } from './drafting.ts';
import type { Place } from './entries.ts';
import { holdBy, withHealth } from './health-look.ts';
import { phases } from './presets.ts';
import type { AppStoreSight } from './world.ts';

/** Apple reviews half of all within a day: https://developer.apple.com/app-store/review/ */
const reviewOverdueMs = 48 * 3_600_000;

/** Apple's words for what happens before users get a version. */
const waiting: Readonly<
  Record<string, { readonly reason: string; readonly sentence: string; readonly choice?: string }>
> = {
  PREPARE_FOR_SUBMISSION: {
    reason: 'not-submitted',
    sentence: 'the version is prepared and not submitted',
    choice: 'submit it, by store-upload with "destination: app-store" or at App Store Connect',
  },
  READY_FOR_REVIEW: {
    reason: 'not-submitted',
    sentence: 'the version lies in a draft of a submission',
    choice: 'submit it at App Store Connect',
  },
  ACCEPTED: { reason: 'in-review', sentence: 'Apple accepted it, and other items of the submission are not decided' },
  REJECTED: {
    reason: 'rejected',
    sentence: 'Apple rejected it',
    choice: 'read the reason in the Resolution Center, and submit what mends it',
  },
  METADATA_REJECTED: {
    reason: 'rejected',
    sentence: 'Apple rejected its texts or pictures',
    choice: 'correct them at App Store Connect, and submit it again: the build stays',
  },
  INVALID_BINARY: {
    reason: 'rejected',
    sentence: 'Apple found the build invalid',
    choice: 'upload a build that mends it',
  },
  DEVELOPER_REJECTED: {
    reason: 'withdrawn',
    sentence: 'it was withdrawn from review',
    choice: 'submit it again, or abandon it',
  },
  WAITING_FOR_EXPORT_COMPLIANCE: {
    reason: 'export-compliance',
    sentence: 'Apple waits for papers about its encryption',
    choice: 'hand them in at App Store Connect',
  },
  PENDING_APPLE_RELEASE: {
    reason: 'pending-apple',
    sentence: 'Apple approved it and holds it, for its date or for a release of the system',
  },
  PROCESSING_FOR_DISTRIBUTION: { reason: 'processing', sentence: 'Apple prepares it for the store' },
};

/** Nobody of the store has it yet. */
export function decideBefore(draft: Draft, sight: AppStoreSight, health: HealthDecision | undefined): PlatformDecision {
  const { state, situation } = draft;
  const ending = withHealth(health);
  const { version, build } = sight;
  if (version?.state === 'WAITING_FOR_REVIEW' || version?.state === 'IN_REVIEW')
    return conclude(draft, tellReview(draft, version.state), ending);
  if (version?.state === 'PENDING_DEVELOPER_RELEASE') return decideRelease(draft, version, health);
  const known = version === null ? undefined : waiting[version.state];
  if (known !== undefined) {
    const { reason, sentence, choice } = known;
    return conclude(draft, hold(reason, sentence, choice === undefined ? {} : { choice }), ending);
  }
  if (version !== null)
    return conclude(
      draft,
      hold('state-unknown', `App Store Connect calls it ${version.state}, which is not known here`),
      ending,
    );
  const name = state.artifact.store === 'app-store' ? state.artifact.build : '';
  if (build === null) return conclude(draft, hold('not-uploaded', `build ${name} is not at App Store Connect`), ending);
  if (!build.isTestable)
    return conclude(draft, hold('processing', `build ${name} is ${build.state} in TestFlight`), ending);
  const due = (state.publishedAt ?? situation.now) + toStage(draft).soak;
  if (situation.now < due && health?.verdict.state !== 'hold')
    return conclude(draft, hold('soaking', 'testers have it', { until: due }), ending);
  if (health?.verdict.state === 'hold')
    return conclude(draft, hold(health.verdict.reason, explainReason(health), { until: health.dueAt }), ending);
  return conclude(
    draft,
    hold('not-submitted', `testers have it, and there is no version ${situation.release.version} for the App Store`, {
      choice: 'submit it, by store-upload with "destination: app-store"',
    }),
    ending,
  );
}

function tellReview({ state, situation }: Draft, word: string): Verdict {
  const since = state.inReviewSince ?? situation.now;
  const waited = situation.now - since;
  const what = word === 'IN_REVIEW' ? 'Apple reviews it' : 'it waits for Apple’s reviewers';
  if (waited < reviewOverdueMs) return hold('in-review', what, { until: since + reviewOverdueMs });
  return hold('review-overdue', `${what}, for ${formatDuration(waited)}, longer than usual`, {
    choice: 'wait, or ask for an expedited review at https://developer.apple.com/contact/app-store',
  });
}

function decideRelease(draft: Draft, version: Version, health: HealthDecision | undefined): PlatformDecision {
  const { situation, state } = draft;
  const ending = withHealth(health);
  const { platform } = situation as AppStoreSituation;
  if (platform.testFlight !== undefined && !state.isExpedited && state.publishedAt === null)
    return conclude(draft, hold('no-testers', 'Apple approved it, and no tester has had it yet'), ending);
  if (health !== undefined && health.verdict.state !== 'promote') return conclude(draft, holdBy(draft, health), ending);
  if (platform.phased && version.phased === null)
    return conclude(
      draft,
      hold(
        'not-phased',
        'Apple approved it without a phased release, which the policy asks for: everybody would get it at once, as they do with the first version of an app',
        { choice: 'turn its phased release on at App Store Connect, or promote by hand: everybody gets it at once' },
      ),
      ending,
    );
  const obstacle = findObstacle(situation, true);
  if (obstacle !== undefined && 'ask' in obstacle)
    return conclude(draft, hold('asking', 'what it needs is asked'), { ...ending, ask: true });
  if (obstacle !== undefined) return conclude(draft, obstacle.verdict, ending);
  const to: Place = { track: 'app-store', share: version.phased === null ? 1 : (phases[0] ?? 1) };
  const sentence = health === undefined ? 'Apple approved it' : `Apple approved it; ${explainReason(health)}`;
  const verdict: Verdict = { state: 'promote', reason: health?.verdict.reason ?? 'approved', sentence };
  return conclude(draft, verdict, { ...ending, move: { kind: 'release', versionId: version.id }, to });
}
