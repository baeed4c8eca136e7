import { describeBetaStates, isExpired } from '../beta-states.ts';
import { APPLE, addresses, manyOf, nothing, one, oneOf, PLATFORMS, type ResourceRow } from './rows.ts';

const INTERNAL_STATES = [
  'PROCESSING',
  'PROCESSING_EXCEPTION',
  'MISSING_EXPORT_COMPLIANCE',
  'READY_FOR_BETA_TESTING',
  'IN_BETA_TESTING',
  'EXPIRED',
  'IN_EXPORT_COMPLIANCE_REVIEW',
] as const;

const EXTERNAL_STATES = [
  ...INTERNAL_STATES,
  'READY_FOR_BETA_SUBMISSION',
  'WAITING_FOR_BETA_REVIEW',
  'IN_BETA_REVIEW',
  'BETA_REJECTED',
  'BETA_APPROVED',
  'NOT_APPLICABLE',
] as const;

export const BUILDS: ResourceRow<'builds'> = {
  attributes: {
    version: 'string',
    uploadedDate: 'date-time',
    expirationDate: 'date-time',
    expired: 'boolean',
    minOsVersion: 'string',
    lsMinimumSystemVersion: 'string',
    computedMinMacOsVersion: 'string',
    computedMinVisionOsVersion: 'string',
    iconAssetToken: 'object',
    processingState: ['PROCESSING', 'FAILED', 'INVALID', 'VALID'],
    buildAudienceType: ['INTERNAL_ONLY', 'APP_STORE_ELIGIBLE'],
    usesNonExemptEncryption: 'boolean',
  },
  relationships: {
    preReleaseVersion: one('preReleaseVersions'),
    betaGroups: {
      type: 'betaGroups',
      many: true,
      ids: { in: 'lists-of-others', list: 'builds' },
      linked: false,
      included: true,
    },
    betaBuildLocalizations: manyOf('betaBuildLocalizations', 'build'),
    betaAppReviewSubmission: oneOf('betaAppReviewSubmissions', 'build'),
    app: one('apps'),
    buildBetaDetail: oneOf('buildBetaDetails', 'build'),
    appStoreVersion: oneOf('appStoreVersions', 'build'),
    buildBundles: manyOf('buildBundles', 'build', { linked: false }),
    buildUpload: one('buildUploads', { linked: false }),
    ...nothing({
      one: { appEncryptionDeclaration: 'appEncryptionDeclarations' },
      many: { individualTesters: 'betaTesters', icons: 'buildIcons' },
    }),
    ...addresses('perfPowerMetrics', 'diagnosticSignatures'),
  },
  show: (build, _state, now) => ({ expired: isExpired(build, now) }),
  source: `${APPLE}/build`,
};

export const BUILD_BUNDLES: ResourceRow<'buildBundles'> = {
  attributes: {
    bundleId: 'string',
    bundleType: ['APP', 'APP_CLIP', 'WATCH_APP'],
    includesSymbols: 'boolean',
    dSYMUrl: 'string',
  },
  relationships: {},
  source: `${APPLE}/buildbundle`,
};

export const BUILD_BETA_DETAILS: ResourceRow<'buildBetaDetails'> = {
  attributes: {
    autoNotifyEnabled: 'boolean',
    internalBuildState: INTERNAL_STATES,
    externalBuildState: EXTERNAL_STATES,
  },
  relationships: { build: one('builds') },
  show: ({ to }, state, now) => describeBetaStates(state, to.build, now),
  source: `${APPLE}/buildbetadetail`,
};

export const PRE_RELEASE_VERSIONS: ResourceRow<'preReleaseVersions'> = {
  attributes: { version: 'string', platform: PLATFORMS },
  relationships: { builds: manyOf('builds', 'preReleaseVersion'), app: one('apps') },
  source: `${APPLE}/prereleaseversion`,
};

export const BETA_BUILD_LOCALIZATIONS: ResourceRow<'betaBuildLocalizations'> = {
  attributes: { whatsNew: 'string', locale: 'string' },
  relationships: { build: one('builds') },
  source: `${APPLE}/betabuildlocalization`,
};

export const BETA_GROUPS: ResourceRow<'betaGroups'> = {
  attributes: {
    name: 'string',
    createdDate: 'date-time',
    isInternalGroup: 'boolean',
    hasAccessToAllBuilds: 'boolean',
    publicLinkEnabled: 'boolean',
    publicLinkId: 'string',
    publicLinkLimitEnabled: 'boolean',
    publicLinkLimit: 'integer',
    publicLink: 'string',
    feedbackEnabled: 'boolean',
    iosBuildsAvailableForAppleSiliconMac: 'boolean',
    iosBuildsAvailableForAppleVision: 'boolean',
  },
  relationships: {
    app: one('apps'),
    builds: { type: 'builds', many: true, ids: { in: 'list' }, linked: true, included: true },
    ...nothing({
      one: { betaRecruitmentCriteria: 'betaRecruitmentCriteria' },
      many: { betaTesters: 'betaTesters' },
    }),
    ...addresses('betaRecruitmentCriterionCompatibleBuildCheck'),
  },
  source: `${APPLE}/betagroup`,
};

export const BETA_REVIEWS: ResourceRow<'betaAppReviewSubmissions'> = {
  attributes: {
    betaReviewState: ['WAITING_FOR_REVIEW', 'IN_REVIEW', 'REJECTED', 'APPROVED'],
    submittedDate: 'date-time',
  },
  relationships: { build: one('builds') },
  source: `${APPLE}/betaappreviewsubmission`,
};

export const BETA_APP_LOCALIZATIONS: ResourceRow<'betaAppLocalizations'> = {
  attributes: {
    feedbackEmail: 'string',
    marketingUrl: 'string',
    privacyPolicyUrl: 'string',
    tvOsPrivacyPolicy: 'string',
    description: 'string',
    locale: 'string',
  },
  relationships: { app: one('apps') },
  source: `${APPLE}/betaapplocalization`,
};
