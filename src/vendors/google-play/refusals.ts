import { ConfigurationError, VendorError } from '#kit/errors';
import type { VendorDetails } from '#kit/errors';
import type { Message } from '#kit/messages';
import type { GoogleError } from '#vendors/google-auth/api';
import { googlePlayMessages } from './messages.ts';

export const vendor = 'Google Play';

/** Google Play said no. */
export class GooglePlayRefusal extends VendorError {
  /** Which row of the table it is: the id of its message without "google-play-". Decisions rest on it. */
  readonly kind: string;

  constructor(note: Message, details: VendorDetails) {
    super(note, details);
    this.name = 'GooglePlayRefusal';
    this.kind = note.id.replace(/^google-play-/, '');
  }
}

interface Row {
  readonly note: (operation: string, said: string) => Message;
  /** Whose fault it is: `user` for what a person sets in a workflow or in the Play Console. */
  readonly fault: 'user' | 'vendor';
  readonly when: (error: GoogleError) => boolean;
  readonly source: string;
}

const tramline = 'https://github.com/tramlinehq/tramline (play_developer/error.rb)';
const pages = 'https://developers.google.com/android-publisher';

const says =
  (pattern: RegExp, ...statuses: readonly number[]) =>
  ({ said, httpStatus }: GoogleError): boolean =>
    pattern.test(said) && (statuses.length === 0 || statuses.includes(httpStatus));
const gives =
  (...names: readonly string[]) =>
  ({ reasons }: GoogleError): boolean =>
    reasons.some((reason) => names.includes(reason));
const either =
  (...tests: readonly Row['when'][]) =>
  (error: GoogleError): boolean =>
    tests.some((test) => test(error));

const messages = googlePlayMessages;

/** In this order: the first that fits. A 403 is as often a bundle that Google does not take as a permission. */
const table: readonly Row[] = [
  {
    note: messages['google-play-edit-gone'],
    fault: 'vendor',
    when: either(
      says(/edit has been deleted|edit has expired|outside of this edit|already been successfully committed/i),
      says(/^edit not found/i, 404),
      gives('editExpired', 'editNotFound', 'editAlreadyCommitted'),
      ({ httpStatus }) => httpStatus === 409,
    ),
    source: `${pages}/concurrency-considerations, ${pages}/api-ref/rest/v3/edits; the words: ${tramline}, https://github.com/r0adkll/upload-google-play/issues/96; legacy reasons: https://github.com/Triple-T/gradle-play-publisher (Responses.kt)`,
  },
  {
    note: messages['google-play-in-review'],
    fault: 'vendor',
    when: either(gives('CHANGES_ALREADY_IN_REVIEW'), says(/already have changes in review/i)),
    source: `${pages}/api-ref/rest/v3/edits/commit#changes_in_review_error_message_sample`,
  },
  {
    note: messages['google-play-review-by-hand'],
    fault: 'user',
    when: says(/cannot be sent for review automatically/i),
    source: 'https://github.com/r0adkll/upload-google-play/issues/228',
  },
  {
    note: messages['google-play-review-automatic'],
    fault: 'user',
    when: says(/changesNotSentForReview must not be set/i),
    source: 'https://github.com/r0adkll/upload-google-play/issues/228',
  },
  {
    note: messages['google-play-rate-limited'],
    fault: 'vendor',
    when: gives('rateLimitExceeded', 'userRateLimitExceeded', 'quotaExceeded'),
    source: `${pages}/quotas`,
  },
  {
    note: messages['google-play-unauthorized'],
    fault: 'user',
    when: ({ httpStatus }) => httpStatus === 401,
    source: 'https://cloud.google.com/docs/authentication/troubleshoot-adc',
  },
  {
    note: messages['google-play-api-disabled'],
    fault: 'user',
    when: either(
      says(/has not been used in project|it is disabled/i, 403),
      gives('accessNotConfigured', 'SERVICE_DISABLED'),
    ),
    source: tramline,
  },
  {
    note: messages['google-play-scope-missing'],
    fault: 'user',
    when: either(says(/insufficient authentication scopes/i), gives('ACCESS_TOKEN_SCOPE_INSUFFICIENT')),
    source: 'https://cloud.google.com/docs/authentication/troubleshoot-adc',
  },
  {
    note: messages['google-play-forbidden'],
    fault: 'user',
    when: says(/caller does not have permission/i, 403),
    source: tramline,
  },
  {
    note: messages['google-play-code-used'],
    fault: 'user',
    when: either(
      says(/version code .*already been used/i),
      gives('apkUpgradeVersionConflict', 'apkNotificationMessageKeyUpgradeVersionConflict'),
    ),
    source: `${tramline}, https://github.com/fastlane/fastlane/issues/16553`,
  },
  {
    note: messages['google-play-form-factor'],
    fault: 'user',
    when: says(/android\.hardware\.type\.watch/),
    source: 'https://github.com/r0adkll/upload-google-play/issues/235',
  },
  {
    note: messages['google-play-no-upgrade'],
    fault: 'user',
    when: either(says(/does not allow any existing users to upgrade/i), gives('apkNoUpgradePath')),
    source: tramline,
  },
  {
    note: messages['google-play-package-invalid'],
    fault: 'user',
    when: says(/was not signed|wrong package name|not a valid zip archive/i),
    source: tramline,
  },
  {
    note: messages['google-play-no-countries'],
    fault: 'user',
    when: says(/targeting no countries/i),
    source: tramline,
  },
  {
    note: messages['google-play-declaration-missing'],
    fault: 'user',
    when: says(/you must let us know whether/i),
    source: tramline,
  },
  {
    note: messages['google-play-account-blocked'],
    fault: 'user',
    when: says(/issues with your account/i),
    source: tramline,
  },
  {
    note: messages['google-play-notes-too-long'],
    fault: 'user',
    when: says(/notes in language .* too long/i),
    source: 'https://github.com/keymanapp/keyman/issues/5533',
  },
  {
    note: messages['google-play-package-unknown'],
    fault: 'user',
    when: either(says(/^package not found/i, 404), gives('applicationNotFound')),
    source: tramline,
  },
  {
    note: messages['google-play-codes-unknown'],
    fault: 'user',
    when: says(/version codes could not be found/i, 404),
    source: tramline,
  },
  {
    note: messages['google-play-track-not-found'],
    fault: 'user',
    when: either(says(/track (not found|empty)/i, 404), gives('trackNotFound', 'trackEmpty')),
    source: 'https://github.com/fastlane/fastlane (supply/lib/supply/client.rb)',
  },
  {
    note: messages['google-play-draft-app'],
    fault: 'user',
    when: says(/only releases with status draft/i),
    source: tramline,
  },
  {
    note: messages['google-play-first-staged'],
    fault: 'user',
    when: says(/first release on a track cannot be staged/i),
    source: tramline,
  },
  {
    note: messages['google-play-fully-released'],
    fault: 'user',
    when: says(/fully released can ?not be staged/i),
    source: tramline,
  },
  {
    note: messages['google-play-fraction'],
    fault: 'user',
    when: says(/user ?fraction/i, 400),
    source: 'https://github.com/fastlane/fastlane/issues/17605',
  },
  {
    note: messages['google-play-one-of-a-kind'],
    fault: 'user',
    when: says(/only one \w+ release is allowed/i),
    source: 'https://github.com/fastlane/fastlane/issues/28995',
  },
  {
    note: messages['google-play-release-to-halt-missing'],
    fault: 'user',
    when: gives('releaseToHaltNotFound'),
    source: 'https://github.com/fastlane/fastlane/issues/13588',
  },
  {
    note: messages['google-play-precondition'],
    fault: 'vendor',
    when: either(says(/precondition check failed/i), ({ status }) => status === 'FAILED_PRECONDITION'),
    source: 'https://github.com/r0adkll/upload-google-play/issues/239',
  },
];

/** What a refusal means. A user's fault is a ConfigurationError that has the refusal as its cause. */
export function explainRefusal(error: GoogleError, details: VendorDetails): GooglePlayRefusal | ConfigurationError {
  const row = table.find(({ when }) => when(error));
  const note = (row?.note ?? messages['google-play-refused'])(details.operation, error.said);
  const refusal = new GooglePlayRefusal(note, details);
  return row?.fault === 'user' ? new ConfigurationError(note, [], { cause: refusal }) : refusal;
}

/** The refusal behind an error, whosever fault it is; undefined for every other error. */
export function findRefusal(error: unknown): GooglePlayRefusal | undefined {
  if (error instanceof GooglePlayRefusal) return error;
  return error instanceof ConfigurationError && error.cause instanceof GooglePlayRefusal ? error.cause : undefined;
}
