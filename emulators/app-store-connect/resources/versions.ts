import { oldState } from '../old-states.ts';
import { describePhase } from '../phase-days.ts';
import { APPLE, manyOf, nothing, one, oneOf, PLATFORMS, type ResourceRow } from './rows.ts';
import { OLD_STATES, SUBMISSION_STATES, VERSION_STATES } from './states.ts';

export const VERSIONS: ResourceRow<'appStoreVersions'> = {
  attributes: {
    platform: PLATFORMS,
    versionString: 'string',
    appStoreState: OLD_STATES,
    appVersionState: VERSION_STATES,
    copyright: 'string',
    reviewType: ['APP_STORE', 'NOTARIZATION'],
    releaseType: ['MANUAL', 'AFTER_APPROVAL', 'SCHEDULED'],
    earliestReleaseDate: 'date-time',
    usesIdfa: 'boolean',
    downloadable: 'boolean',
    createdDate: 'date-time',
  },
  relationships: {
    app: one('apps', { linked: false }),
    appStoreVersionLocalizations: manyOf('appStoreVersionLocalizations', 'appStoreVersion'),
    build: one('builds'),
    appStoreVersionPhasedRelease: oneOf('appStoreVersionPhasedReleases', 'appStoreVersion'),
    appStoreReviewDetail: oneOf('appStoreReviewDetails', 'appStoreVersion'),
    appStoreVersionSubmission: oneOf('appStoreVersionSubmissions', 'appStoreVersion'),
    customerReviews: manyOf('customerReviews', 'appStoreVersion', { included: false }),
    ...nothing({
      one: {
        gameCenterAppVersion: 'gameCenterAppVersions',
        routingAppCoverage: 'routingAppCoverages',
        appClipDefaultExperience: 'appClipDefaultExperiences',
        alternativeDistributionPackage: 'alternativeDistributionPackages',
      },
      many: {
        appStoreVersionExperiments: 'appStoreVersionExperiments',
        appStoreVersionExperimentsV2: 'appStoreVersionExperiments',
      },
    }),
  },
  show: ({ attributes }) => ({ appStoreState: oldState(attributes.appVersionState), reviewType: 'APP_STORE' }),
  newestFirst: true,
  source: `${APPLE}/appstoreversion`,
};

export const VERSION_LOCALIZATIONS: ResourceRow<'appStoreVersionLocalizations'> = {
  attributes: {
    description: 'string',
    locale: 'string',
    keywords: 'string',
    marketingUrl: 'string',
    promotionalText: 'string',
    supportUrl: 'string',
    whatsNew: 'string',
  },
  relationships: {
    appStoreVersion: one('appStoreVersions', { linked: false }),
    appScreenshotSets: manyOf('appScreenshotSets', 'appStoreVersionLocalization'),
    ...nothing({ many: { appPreviewSets: 'appPreviewSets', searchKeywords: 'appKeywords' } }),
  },
  source: `${APPLE}/appstoreversionlocalization`,
};

const CONTACT = {
  contactFirstName: 'string',
  contactLastName: 'string',
  contactPhone: 'string',
  contactEmail: 'string',
  demoAccountName: 'string',
  demoAccountPassword: 'string',
  demoAccountRequired: 'boolean',
  notes: 'string',
} as const;

export const REVIEW_DETAILS: ResourceRow<'appStoreReviewDetails'> = {
  attributes: CONTACT,
  relationships: {
    appStoreVersion: one('appStoreVersions', { linked: false }),
    ...nothing({ many: { appStoreReviewAttachments: 'appStoreReviewAttachments' } }),
  },
  source: `${APPLE}/appstorereviewdetail`,
};

export const BETA_REVIEW_DETAILS: ResourceRow<'betaAppReviewDetails'> = {
  attributes: CONTACT,
  relationships: { app: one('apps') },
  source: `${APPLE}/betaappreviewdetail`,
};

export const PHASED_RELEASES: ResourceRow<'appStoreVersionPhasedReleases'> = {
  attributes: {
    phasedReleaseState: ['INACTIVE', 'ACTIVE', 'PAUSED', 'COMPLETE'],
    startDate: 'date-time',
    totalPauseDuration: 'integer',
    currentDayNumber: 'integer',
  },
  relationships: {},
  show: (phase, _state, now) => describePhase(phase, now),
  source: `${APPLE}/appstoreversionphasedrelease`,
};

export const RELEASE_REQUESTS: ResourceRow<'appStoreVersionReleaseRequests'> = {
  attributes: {},
  relationships: {},
  source: `${APPLE}/appstoreversionreleaserequest`,
};

export const VERSION_SUBMISSIONS: ResourceRow<'appStoreVersionSubmissions'> = {
  attributes: {},
  relationships: { appStoreVersion: one('appStoreVersions', { linked: false }) },
  source: `${APPLE}/appstoreversionsubmission`,
};

export const REVIEW_SUBMISSIONS: ResourceRow<'reviewSubmissions'> = {
  attributes: { platform: PLATFORMS, submittedDate: 'date-time', state: SUBMISSION_STATES },
  relationships: {
    app: one('apps', { linked: false }),
    items: manyOf('reviewSubmissionItems', 'reviewSubmission'),
    appStoreVersionForReview: one('appStoreVersions', { linked: false }),
    ...nothing({ one: { submittedByActor: 'actors', lastUpdatedByActor: 'actors' } }, { linked: false }),
  },
  source: `${APPLE}/reviewsubmission`,
};

export const REVIEW_ITEMS: ResourceRow<'reviewSubmissionItems'> = {
  attributes: { state: ['READY_FOR_REVIEW', 'ACCEPTED', 'APPROVED', 'REJECTED', 'REMOVED'] },
  relationships: {
    appStoreVersion: one('appStoreVersions', { linked: false }),
    ...nothing(
      {
        one: {
          appCustomProductPageVersion: 'appCustomProductPageVersions',
          appStoreVersionExperiment: 'appStoreVersionExperiments',
          appStoreVersionExperimentV2: 'appStoreVersionExperiments',
          appEvent: 'appEvents',
          backgroundAssetVersion: 'backgroundAssetVersions',
          gameCenterAchievementVersion: 'gameCenterAchievementVersions',
          gameCenterActivityVersion: 'gameCenterActivityVersions',
          gameCenterChallengeVersion: 'gameCenterChallengeVersions',
          gameCenterLeaderboardSetVersion: 'gameCenterLeaderboardSetVersions',
          gameCenterLeaderboardVersion: 'gameCenterLeaderboardVersions',
          inAppPurchaseVersion: 'inAppPurchaseVersions',
          subscriptionVersion: 'subscriptionVersions',
          subscriptionGroupVersion: 'subscriptionGroupVersions',
        },
      },
      { linked: false },
    ),
  },
  source: `${APPLE}/reviewsubmissionitem`,
};
