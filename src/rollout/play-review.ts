import { formatDuration } from '#kit/duration';
import type { Verdict } from './decision.ts';
import { hold, type Draft } from './drafting.ts';
import type { Found } from './play-world.ts';

/** Google reviews within hours as a rule, and up to seven days: https://support.google.com/googleplay/android-developer/answer/9859751 */
const reviewOverdueMs = 4 * 3_600_000;

export function tellReview({ state, situation }: Draft, { lifecycle, track }: Found): Verdict {
  const since = state.inReviewSince ?? situation.now;
  const waited = situation.now - since;
  switch (lifecycle ?? '') {
    case 'IN_REVIEW':
      if (waited < reviewOverdueMs)
        return hold('in-review', `Google reviews it on ${track}`, { until: since + reviewOverdueMs });
      return hold(
        'review-overdue',
        `Google has reviewed it on ${track} for ${formatDuration(waited)}, longer than usual`,
        {
          choice: 'wait, or write to Google Play support',
        },
      );
    case 'NOT_SENT_FOR_REVIEW':
      return hold('not-sent', `it waits on ${track} until a person sends it for review`, {
        choice: 'send it for review in the Play Console, under Publishing overview',
      });
    case 'APPROVED_NOT_PUBLISHED':
      return hold('not-published', `Google approved it on ${track}, and managed publishing waits for a person`, {
        choice: 'publish it in the Play Console, under Publishing overview',
      });
    case 'NOT_APPROVED':
      return hold('rejected', `Google rejected it on ${track}`, {
        choice: 'read the reason in the Play Console, and upload a build that mends it',
      });
    case 'DRAFT':
      return hold('draft', `it is a draft on ${track}, which nobody gets`, {
        choice: 'start it in the Play Console, or upload it with a rollout',
      });
    default:
      return hold(
        'publication-unknown',
        `whether users get it on ${track} Google does not say (${lifecycle ?? 'nothing'})`,
      );
  }
}
