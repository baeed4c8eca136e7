import { AGE_RATING_DECLARATIONS, APP_INFO_LOCALIZATIONS, APP_INFOS, APPS } from './resources/apps.ts';
import type { RelationshipRow, ResourceRow } from './resources/rows.ts';
import {
  BETA_APP_LOCALIZATIONS,
  BETA_BUILD_LOCALIZATIONS,
  BETA_GROUPS,
  BETA_REVIEWS,
  BUILD_BETA_DETAILS,
  BUILD_BUNDLES,
  BUILDS,
  PRE_RELEASE_VERSIONS,
} from './resources/testflight.ts';
import { BUILD_UPLOAD_FILES, BUILD_UPLOADS, CUSTOMER_REVIEWS } from './resources/uploads.ts';
import {
  BETA_REVIEW_DETAILS,
  PHASED_RELEASES,
  RELEASE_REQUESTS,
  REVIEW_DETAILS,
  REVIEW_ITEMS,
  REVIEW_SUBMISSIONS,
  VERSION_LOCALIZATIONS,
  VERSION_SUBMISSIONS,
  VERSIONS,
} from './resources/versions.ts';
import { SCREENSHOT_SETS, SCREENSHOTS } from './resources/screenshots.ts';
import type { AscState, Resource, Resources, ResourceType } from './state.ts';

/** What Apple documents of each type that is emulated. */
export const RESOURCES: { readonly [T in ResourceType]: ResourceRow<T> } = {
  apps: APPS,
  appInfos: APP_INFOS,
  appInfoLocalizations: APP_INFO_LOCALIZATIONS,
  ageRatingDeclarations: AGE_RATING_DECLARATIONS,
  appStoreVersions: VERSIONS,
  appStoreVersionLocalizations: VERSION_LOCALIZATIONS,
  appScreenshotSets: SCREENSHOT_SETS,
  appScreenshots: SCREENSHOTS,
  appStoreReviewDetails: REVIEW_DETAILS,
  appStoreVersionPhasedReleases: PHASED_RELEASES,
  appStoreVersionReleaseRequests: RELEASE_REQUESTS,
  appStoreVersionSubmissions: VERSION_SUBMISSIONS,
  builds: BUILDS,
  buildBundles: BUILD_BUNDLES,
  buildBetaDetails: BUILD_BETA_DETAILS,
  preReleaseVersions: PRE_RELEASE_VERSIONS,
  betaBuildLocalizations: BETA_BUILD_LOCALIZATIONS,
  betaGroups: BETA_GROUPS,
  betaAppReviewSubmissions: BETA_REVIEWS,
  betaAppReviewDetails: BETA_REVIEW_DETAILS,
  betaAppLocalizations: BETA_APP_LOCALIZATIONS,
  reviewSubmissions: REVIEW_SUBMISSIONS,
  reviewSubmissionItems: REVIEW_ITEMS,
  buildUploads: BUILD_UPLOADS,
  buildUploadFiles: BUILD_UPLOAD_FILES,
  customerReviews: CUSTOMER_REVIEWS,
};

/** A resource of any type, as far as the tables speak of it. */
export interface AnyResource extends Resource<object, Readonly<Record<string, string | null>>> {
  readonly lists?: Readonly<Record<string, readonly string[]>>;
}

export function isResourceType(type: string): type is ResourceType {
  return Object.hasOwn(RESOURCES, type);
}

/** All resources of a type, oldest first. */
export function listResources(state: AscState, type: string): AnyResource[] {
  return isResourceType(type) ? Object.values<Resource>(state.tables[type]).map((one) => one as AnyResource) : [];
}

/** The row of a type, for those that treat all types alike. */
export function rowOf(type: ResourceType): ResourceRow {
  return RESOURCES[type] as unknown as ResourceRow;
}

/** The attributes that a caller sees. */
export function showAttributes(
  state: AscState,
  type: ResourceType,
  resource: AnyResource,
  now: number,
): Record<string, unknown> {
  const shown = rowOf(type).show?.(resource as unknown as Resources[ResourceType], state, now);
  return { ...resource.attributes, ...shown };
}

/** The resources that a relationship leads to, in the order of its list where it has one, else oldest first. */
export function followRelationship(
  state: AscState,
  resource: AnyResource,
  name: string,
  row: RelationshipRow,
): AnyResource[] {
  const { ids } = row;
  if (ids.in === 'nothing') return [];
  const all = listResources(state, row.type);
  if (ids.in === 'others') return all.filter(({ to }) => to[ids.to] === resource.id);
  if (ids.in === 'lists-of-others') return all.filter(({ lists }) => lists?.[ids.list]?.includes(resource.id));
  if (ids.in === 'to') return all.filter(({ id }) => resource.to[name] === id);
  return (resource.lists?.[name] ?? []).flatMap((wanted) => all.filter(({ id }) => id === wanted));
}
