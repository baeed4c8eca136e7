import type { BuildUpload, BuildUploadFile, Screenshot, ScreenshotSet } from './sent-files.ts';

export type * from './sent-files.ts';

/** The resources as Apple documents them, with what Apple knows beside their attributes. Such times are in ms since the epoch. */
export interface Resources {
  apps: App;
  appInfos: AppInfo;
  appInfoLocalizations: AppInfoLocalization;
  ageRatingDeclarations: AgeRatingDeclaration;
  appStoreVersions: Version;
  appStoreVersionLocalizations: VersionLocalization;
  appScreenshotSets: ScreenshotSet;
  appScreenshots: Screenshot;
  appStoreReviewDetails: ReviewDetail;
  appStoreVersionPhasedReleases: PhasedRelease;
  appStoreVersionReleaseRequests: ReleaseRequest;
  appStoreVersionSubmissions: VersionSubmission;
  builds: Build;
  buildBundles: BuildBundle;
  buildBetaDetails: BuildBetaDetail;
  preReleaseVersions: PreReleaseVersion;
  betaBuildLocalizations: BetaBuildLocalization;
  betaGroups: BetaGroup;
  betaAppReviewSubmissions: BetaReview;
  betaAppReviewDetails: BetaReviewDetail;
  betaAppLocalizations: BetaAppLocalization;
  reviewSubmissions: ReviewSubmission;
  reviewSubmissionItems: ReviewItem;
  buildUploads: BuildUpload;
  buildUploadFiles: BuildUploadFile;
  customerReviews: CustomerReview;
}

export type ResourceType = keyof Resources;

export interface Resource<Attributes = object, To = object> {
  readonly id: string;
  attributes: Attributes;
  readonly to: To;
}

export type Platform = 'IOS' | 'MAC_OS' | 'TV_OS' | 'VISION_OS';

export type App = Resource<{
  readonly name: string;
  readonly bundleId: string;
  readonly sku: string;
  primaryLocale: string;
  contentRightsDeclaration: string | null;
}>;

export interface AppInfo extends Resource<{ state: AppInfoState }, { readonly app: string }> {
  /** Whether the questions about the age rating have been answered. */
  ageRated: boolean;
}

export type AppInfoState =
  | 'ACCEPTED'
  | 'DEVELOPER_REJECTED'
  | 'IN_REVIEW'
  | 'PENDING_RELEASE'
  | 'PREPARE_FOR_SUBMISSION'
  | 'READY_FOR_DISTRIBUTION'
  | 'READY_FOR_REVIEW'
  | 'REJECTED'
  | 'REPLACED_WITH_NEW_INFO'
  | 'WAITING_FOR_REVIEW';

export type AppInfoLocalization = Resource<
  { readonly locale: string; name: string; subtitle: string | null; privacyPolicyUrl: string | null },
  { readonly appInfo: string }
>;

export type AgeRatingDeclaration = Resource<Record<string, unknown>, { readonly appInfo: string }>;

/** https://developer.apple.com/documentation/appstoreconnectapi/appversionstate */
export type VersionState =
  | 'ACCEPTED'
  | 'DEVELOPER_REJECTED'
  | 'IN_REVIEW'
  | 'INVALID_BINARY'
  | 'METADATA_REJECTED'
  | 'PENDING_APPLE_RELEASE'
  | 'PENDING_DEVELOPER_RELEASE'
  | 'PREPARE_FOR_SUBMISSION'
  | 'PROCESSING_FOR_DISTRIBUTION'
  | 'READY_FOR_DISTRIBUTION'
  | 'READY_FOR_REVIEW'
  | 'REJECTED'
  | 'REPLACED_WITH_NEW_VERSION'
  | 'WAITING_FOR_EXPORT_COMPLIANCE'
  | 'WAITING_FOR_REVIEW';

export type ReleaseType = 'MANUAL' | 'AFTER_APPROVAL' | 'SCHEDULED';

export interface Version extends Resource<
  {
    readonly platform: Platform;
    versionString: string;
    appVersionState: VersionState;
    copyright: string | null;
    releaseType: ReleaseType;
    earliestReleaseDate: string | null;
    usesIdfa: boolean | null;
    downloadable: boolean;
    readonly createdDate: string;
  },
  { readonly app: string; build: string | null }
> {
  /** The state to which it returns when it is taken out of a submission that was never sent. */
  stateBefore: VersionState | null;
}

export type VersionLocalization = Resource<
  {
    readonly locale: string;
    description: string | null;
    keywords: string | null;
    marketingUrl: string | null;
    promotionalText: string | null;
    supportUrl: string | null;
    whatsNew: string | null;
  },
  { readonly appStoreVersion: string }
>;

export interface ContactAttributes {
  contactFirstName: string | null;
  contactLastName: string | null;
  contactPhone: string | null;
  contactEmail: string | null;
  demoAccountName: string | null;
  demoAccountPassword: string | null;
  demoAccountRequired: boolean | null;
  notes: string | null;
}

export type ReviewDetail = Resource<ContactAttributes, { readonly appStoreVersion: string }>;

export type PhasedState = 'INACTIVE' | 'ACTIVE' | 'PAUSED' | 'COMPLETE';

export interface PhasedRelease extends Resource<
  { phasedReleaseState: PhasedState },
  { readonly appStoreVersion: string }
> {
  startedAt: number | null;
  /** When the pause began that still lasts. */
  pausedAt: number | null;
  /** Time of the pauses that are over, in ms. */
  pausedFor: number;
  /** Where the days stopped to count. */
  endedAt: number | null;
}

export type ReleaseRequest = Resource<object, { readonly appStoreVersion: string }>;

/** That a version was submitted. Beside submissions for review it serves to take back a version that was approved. */
export type VersionSubmission = Resource<object, { readonly appStoreVersion: string }>;

export type ProcessingState = 'PROCESSING' | 'FAILED' | 'INVALID' | 'VALID';

export interface Build extends Resource<
  {
    /** CFBundleVersion. */
    readonly version: string;
    readonly uploadedDate: string;
    readonly expirationDate: string;
    expired: boolean;
    readonly minOsVersion: string;
    processingState: ProcessingState;
    readonly buildAudienceType: 'INTERNAL_ONLY' | 'APP_STORE_ELIGIBLE';
    usesNonExemptEncryption: boolean | null;
  },
  { readonly app: string; readonly preReleaseVersion: string; readonly buildUpload: string | null }
> {
  /** What its processing comes to. */
  readonly outcome: Exclude<ProcessingState, 'PROCESSING'>;
  /** When its processing ended; null before, and where that is long ago. */
  processedAt: number | null;
}

export type BuildBundle = Resource<
  {
    readonly bundleId: string;
    readonly bundleType: 'APP' | 'APP_CLIP' | 'WATCH_APP';
    readonly includesSymbols: boolean;
    readonly dSYMUrl: string | null;
  },
  { readonly build: string }
>;

export type BuildBetaDetail = Resource<{ autoNotifyEnabled: boolean }, { readonly build: string }>;

export type PreReleaseVersion = Resource<
  { readonly version: string; readonly platform: Platform },
  { readonly app: string }
>;

export type BetaBuildLocalization = Resource<
  { readonly locale: string; whatsNew: string | null },
  { readonly build: string }
>;

export interface BetaGroup extends Resource<
  {
    name: string;
    readonly createdDate: string;
    readonly isInternalGroup: boolean;
    readonly hasAccessToAllBuilds: boolean;
    publicLinkEnabled: boolean;
    feedbackEnabled: boolean;
  },
  { readonly app: string }
> {
  readonly lists: { builds: string[] };
}

export type BetaReview = Resource<
  { betaReviewState: 'WAITING_FOR_REVIEW' | 'IN_REVIEW' | 'REJECTED' | 'APPROVED'; readonly submittedDate: string },
  { readonly build: string }
>;

export type BetaReviewDetail = Resource<ContactAttributes, { readonly app: string }>;

export type BetaAppLocalization = Resource<
  { readonly locale: string; feedbackEmail: string | null; description: string | null },
  { readonly app: string }
>;

export type SubmissionState =
  | 'READY_FOR_REVIEW'
  | 'WAITING_FOR_REVIEW'
  | 'IN_REVIEW'
  | 'UNRESOLVED_ISSUES'
  | 'CANCELING'
  | 'COMPLETING'
  | 'COMPLETE';

export type ReviewSubmission = Resource<
  { readonly platform: Platform; submittedDate: string | null; state: SubmissionState },
  { readonly app: string; appStoreVersionForReview: string | null }
>;

export interface ReviewItem extends Resource<
  { state: 'READY_FOR_REVIEW' | 'ACCEPTED' | 'APPROVED' | 'REJECTED' | 'REMOVED' },
  { readonly reviewSubmission: string; readonly appStoreVersion: string | null }
> {
  /** What it is where it is no version: an event, a product page. Nothing but that it exists is known of it. */
  readonly otherThing: string | null;
}

export interface CustomerReview extends Resource<
  {
    readonly rating: number;
    readonly title: string;
    readonly body: string;
    readonly reviewerNickname: string;
    readonly createdDate: string;
    readonly territory: string;
  },
  { readonly app: string; readonly appStoreVersion: string | null }
> {
  /** When it begins to be shown. */
  readonly shownAt: number;
}
