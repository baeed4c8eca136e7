import { findAll, getResource, type AscState, type BetaReview, type Build, type BuildBetaDetail } from './state.ts';

/** https://developer.apple.com/help/app-store-connect/test-a-beta-version/testflight-overview: a build can be tested for 90 days. */
export const BUILD_LIFETIME = 90 * 86_400_000;

export function isExpired({ attributes }: Build, now: number): boolean {
  return attributes.expired || now >= Date.parse(attributes.expirationDate);
}

type BetaState = string;

/**
 * What internal and external testers may do with a build:
 * https://developer.apple.com/documentation/appstoreconnectapi/internalbetastate and externalbetastate.
 */
export function describeBetaStates(
  state: AscState,
  buildId: string,
  now: number,
): { internalBuildState: BetaState; externalBuildState: BetaState } {
  const build = getResource(state, 'builds', buildId);
  const shared = isInTestFlightProcessing(state, build, now) ? 'PROCESSING' : sharedState(build, now);
  if (shared !== undefined) return { internalBuildState: shared, externalBuildState: shared };
  const groups = findAll(
    state,
    'betaGroups',
    ({ to, lists, attributes }) =>
      to.app === build.to.app && (lists.builds.includes(buildId) || attributes.hasAccessToAllBuilds),
  );
  const tests = (isInternal: boolean): boolean =>
    groups.some(({ attributes }) => attributes.isInternalGroup === isInternal);
  return {
    internalBuildState: tests(true) ? 'IN_BETA_TESTING' : 'READY_FOR_BETA_TESTING',
    externalBuildState: externalState(build, findReview(state, buildId), tests(false)),
  };
}

/** TestFlight goes on for a while after a build has been processed. */
export function isInTestFlightProcessing({ settings }: AscState, { processedAt }: Build, now: number): boolean {
  return processedAt !== null && now < processedAt + settings.testFlightProcessing;
}

function sharedState(build: Build, now: number): BetaState | undefined {
  const { attributes } = build;
  if (attributes.processingState === 'PROCESSING') return 'PROCESSING';
  if (attributes.processingState !== 'VALID') return 'PROCESSING_EXCEPTION';
  if (isExpired(build, now)) return 'EXPIRED';
  return attributes.usesNonExemptEncryption === null ? 'MISSING_EXPORT_COMPLIANCE' : undefined;
}

const REVIEWED: Readonly<Record<BetaReview['attributes']['betaReviewState'], BetaState>> = {
  WAITING_FOR_REVIEW: 'WAITING_FOR_BETA_REVIEW',
  IN_REVIEW: 'IN_BETA_REVIEW',
  REJECTED: 'BETA_REJECTED',
  APPROVED: 'BETA_APPROVED',
};

function externalState(build: Build, review: BetaReview | undefined, tested: boolean): BetaState {
  if (build.attributes.buildAudienceType === 'INTERNAL_ONLY') return 'NOT_APPLICABLE';
  if (review === undefined) return 'READY_FOR_BETA_SUBMISSION';
  const { betaReviewState } = review.attributes;
  return betaReviewState === 'APPROVED' && tested ? 'IN_BETA_TESTING' : REVIEWED[betaReviewState];
}

/** The review of a build, if it was ever submitted. */
export function findReview(state: AscState, buildId: string): BetaReview | undefined {
  return findAll(state, 'betaAppReviewSubmissions', ({ to }) => to.build === buildId)[0];
}

export function findBetaDetail(state: AscState, buildId: string): BuildBetaDetail | undefined {
  return findAll(state, 'buildBetaDetails', ({ to }) => to.build === buildId)[0];
}
