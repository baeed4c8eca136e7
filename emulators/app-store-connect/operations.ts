import type { AscError } from './refusals.ts';
import type { ResourceType } from './state.ts';

type Operation = 'GET_COLLECTION' | 'GET_INSTANCE' | 'CREATE' | 'UPDATE' | 'DELETE';

/** What Apple lets be done with each type at all, in its own words: its description 4.4.1. */
export const ALLOWED_OPERATIONS: Readonly<Record<ResourceType, readonly Operation[]>> = {
  apps: ['GET_COLLECTION', 'GET_INSTANCE', 'UPDATE'],
  appInfos: ['GET_INSTANCE', 'UPDATE'],
  appInfoLocalizations: ['CREATE', 'GET_INSTANCE', 'UPDATE', 'DELETE'],
  ageRatingDeclarations: ['UPDATE'],
  appStoreVersions: ['CREATE', 'GET_INSTANCE', 'UPDATE', 'DELETE'],
  appStoreVersionLocalizations: ['CREATE', 'GET_INSTANCE', 'UPDATE', 'DELETE'],
  appScreenshotSets: ['CREATE', 'GET_INSTANCE', 'DELETE'],
  appScreenshots: ['CREATE', 'GET_INSTANCE', 'UPDATE', 'DELETE'],
  appStoreReviewDetails: ['CREATE', 'GET_INSTANCE', 'UPDATE'],
  appStoreVersionPhasedReleases: ['CREATE', 'UPDATE', 'DELETE'],
  appStoreVersionReleaseRequests: ['CREATE'],
  appStoreVersionSubmissions: ['DELETE'],
  builds: ['GET_COLLECTION', 'GET_INSTANCE', 'UPDATE'],
  buildBundles: [],
  buildBetaDetails: ['GET_COLLECTION', 'GET_INSTANCE', 'UPDATE'],
  preReleaseVersions: ['GET_COLLECTION', 'GET_INSTANCE'],
  betaBuildLocalizations: ['GET_COLLECTION', 'CREATE', 'GET_INSTANCE', 'UPDATE', 'DELETE'],
  betaGroups: ['GET_COLLECTION', 'CREATE', 'GET_INSTANCE', 'UPDATE', 'DELETE'],
  betaAppReviewSubmissions: ['GET_COLLECTION', 'CREATE', 'GET_INSTANCE'],
  betaAppReviewDetails: ['GET_COLLECTION', 'GET_INSTANCE', 'UPDATE'],
  betaAppLocalizations: ['GET_COLLECTION', 'CREATE', 'GET_INSTANCE', 'UPDATE', 'DELETE'],
  reviewSubmissions: ['GET_COLLECTION', 'CREATE', 'GET_INSTANCE', 'UPDATE'],
  reviewSubmissionItems: ['CREATE', 'UPDATE', 'DELETE'],
  buildUploads: ['CREATE', 'GET_INSTANCE', 'DELETE'],
  buildUploadFiles: ['CREATE', 'GET_INSTANCE', 'UPDATE'],
  customerReviews: ['GET_INSTANCE'],
};

const OPERATIONS: Readonly<Record<string, Operation>> = {
  'GET all': 'GET_COLLECTION',
  'GET one': 'GET_INSTANCE',
  'POST all': 'CREATE',
  'PATCH one': 'UPDATE',
  'DELETE one': 'DELETE',
};

/** Apple's answer to what cannot be done with a type; undefined where it can, or where the type is not emulated. */
export function findForbidden(method: string, path: string): AscError | undefined {
  const [, type = '', id] = /^\/v1\/(\w+)(?:\/([^/]+))?$/.exec(path) ?? [];
  const operation = OPERATIONS[`${method} ${id === undefined ? 'all' : 'one'}`];
  const allowed = Object.entries(ALLOWED_OPERATIONS).find(([name]) => name === type)?.[1];
  if (operation === undefined || allowed === undefined || allowed.includes(operation)) return undefined;
  const list = `Allowed operation${allowed.length === 1 ? ' is' : 's are'}: ${allowed.join(', ')}`;
  return {
    status: 403,
    code: 'FORBIDDEN_ERROR',
    title: 'The given operation is not allowed',
    detail: `The resource '${type}' does not allow '${operation}'. ${list}`,
  };
}
