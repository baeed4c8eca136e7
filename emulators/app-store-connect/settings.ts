/** https://developer.apple.com/documentation/appstoreconnectapi/large-data-sets: at most 200 on a page. */
export const LARGEST_PAGE = 200;

/** How long things take at Apple, and what they come to. Times are in ms. The driver changes them while the emulator runs. */
export interface Settings {
  /** The address that answers name in their links, without a slash at the end; null: that of the emulator. Set it behind a proxy. */
  publicUrl: string | null;
  /** What stands for `data` of a relationship to one that is included and leads nowhere. Apple's description has neither. */
  emptyIncluded: 'null' | 'left-out';
  /** What the address of such a relationship answers. Both are reported: https://github.com/codemagic-ci-cd/cli-tools/issues/346 has 404. */
  emptyRelated: 'null' | 'not-found';
  /** Whether lists of versions and of reviews begin with the newest. Apple has turned this round before (fastlane/fastlane#26626). */
  newestFirst: boolean;
  /** The most on a page, whatever the caller asks for: a list then has several pages without hundreds of resources. */
  largestPage: number;
  /** From the last byte of a file until its upload is COMPLETE or FAILED. */
  uploadProcessing: number;
  /** From the arrival of a build until it is VALID, INVALID or FAILED. */
  buildProcessing: number;
  buildOutcome: 'VALID' | 'INVALID' | 'FAILED';
  /** From the end of a build's processing until TestFlight is done with it as well. Fastlane waits for both (fastlane_core, build_watcher.rb). */
  testFlightProcessing: number;
  /** From the last word on a screenshot until it is COMPLETE or FAILED. */
  screenshotProcessing: number;
  /** From then on until its checksum is shown: fastlane waits for that (https://github.com/fastlane/fastlane/issues/30094). */
  checksumShownAfter: number;
  /** Size of the parts that a file is sent in, in bytes. Apple names it with each file, and documents no figure. */
  uploadPart: number;
  /** How long the addresses of parts work. */
  uploadLifetime: number;
  /** From adding a version to a submission until it is READY_FOR_REVIEW. */
  adding: number;
  /** From submitting until the review begins; null waits for the driver. */
  waiting: number | null;
  /** How long a review lasts; null waits for the driver. */
  reviewing: number | null;
  outcome: ReviewOutcome;
  /** How long a submission is CANCELING. */
  cancelling: number;
  /** How long a submission that is reviewed is COMPLETING. */
  completing: number;
  /** Where an approved version waits for its date: Apple's pages describe both states, and say of neither that it is this one. */
  scheduledWaitsAs: 'PENDING_APPLE_RELEASE' | 'PENDING_DEVELOPER_RELEASE';
  /** How long a version is PROCESSING_FOR_DISTRIBUTION. */
  distributing: number;
  /** Whether a phased release is COMPLETE when its seventh day begins, since everybody has it then, or when that day is over. */
  phaseCompletes: 'day-7-begins' | 'day-7-ends';
  /** What becomes of a phased release that has been paused for 30 days in all. */
  afterPauseBudget: 'complete' | 'resume' | 'stay-paused';
  betaWaiting: number | null;
  betaReviewing: number | null;
  betaOutcome: 'approve' | 'reject';
  /** From writing a customer review until the API shows it. */
  reviewsShownAfter: number;
}

/** `reject-others`: the version is accepted, and what else is in its submission is not. */
export type ReviewOutcome = 'approve' | 'reject' | 'reject-metadata' | 'reject-others';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** https://developer.apple.com/distribute/app-review: nine in ten reviews are done within a day. The rest is what users report. */
export const STANDARD_SETTINGS: Settings = {
  publicUrl: null,
  emptyIncluded: 'null',
  emptyRelated: 'null',
  newestFirst: true,
  largestPage: LARGEST_PAGE,
  uploadProcessing: 2 * MINUTE,
  buildProcessing: 10 * MINUTE,
  buildOutcome: 'VALID',
  testFlightProcessing: 0,
  screenshotProcessing: 20 * SECOND,
  checksumShownAfter: 5 * SECOND,
  uploadPart: 8 * 1_024 * 1_024,
  uploadLifetime: 24 * HOUR,
  adding: 20 * SECOND,
  waiting: 6 * HOUR,
  reviewing: 2 * HOUR,
  outcome: 'approve',
  cancelling: MINUTE,
  completing: MINUTE,
  scheduledWaitsAs: 'PENDING_APPLE_RELEASE',
  distributing: 15 * MINUTE,
  phaseCompletes: 'day-7-ends',
  afterPauseBudget: 'complete',
  betaWaiting: 2 * HOUR,
  betaReviewing: HOUR,
  betaOutcome: 'approve',
  reviewsShownAfter: 0,
};
