import { optional, record } from '#kit/shapes';
import { path, readAll } from './client.ts';
import type { AppStoreConnect } from './client.ts';
import { many, word } from './documents.ts';
import type { Platform } from './versions.ts';

/** What lies with Apple's reviewers, or is being made ready for them. */
export interface ReviewSubmission {
  readonly id: string;
  /** "READY_FOR_REVIEW" (a draft), "WAITING_FOR_REVIEW", "IN_REVIEW", "UNRESOLVED_ISSUES", "CANCELING", "COMPLETING". */
  readonly state: string;
  readonly items: readonly {
    readonly id: string;
    /** The version that the item is; null for anything else (an event, a product page ...). */
    readonly versionId: string | null;
  }[];
}

/** All but COMPLETE. */
const openStates = [
  'READY_FOR_REVIEW',
  'WAITING_FOR_REVIEW',
  'IN_REVIEW',
  'UNRESOLVED_ISSUES',
  'CANCELING',
  'COMPLETING',
];

const attributes = record({ state: optional(word) }, 'ignored');

/**
 * The submissions of an app that are not over, drafts among them.
 * @throws VendorError
 */
export async function readReviewSubmissions(
  connect: AppStoreConnect,
  appId: string,
  platform: Platform = 'IOS',
): Promise<readonly ReviewSubmission[]> {
  const question = {
    operation: 'read the review submissions',
    path: path`/v1/apps/${appId}/reviewSubmissions`,
    query: { 'filter[platform]': platform, 'filter[state]': openStates.join(',') },
  };
  const shape = many('reviewSubmissions', attributes, ({ id, attributes: { state } }) => ({ id, state: state ?? '' }));
  const submissions: ReviewSubmission[] = [];
  for (const { id, state } of await readAll(connect, question, shape)) {
    submissions.push({ id, state, items: await readItems(connect, id) });
  }
  return submissions;
}

async function readItems(connect: AppStoreConnect, submissionId: string): Promise<ReviewSubmission['items']> {
  const question = {
    operation: 'read the items of the review submission',
    path: path`/v1/reviewSubmissions/${submissionId}/items`,
    query: { include: 'appStoreVersion' },
  };
  const shape = many('reviewSubmissionItems', attributes, ({ id, attributes: { state }, related }) => ({
    id,
    state,
    versionId: related['appStoreVersion']?.[0] ?? null,
  }));
  const items = await readAll(connect, question, shape);
  return items.filter(({ state }) => state !== 'REMOVED').map(({ id, versionId }) => ({ id, versionId }));
}

/** One with a version in it: one with other items only lies beside it and does not block a version. */
export function holdsVersion({ items }: ReviewSubmission): boolean {
  return items.some(({ versionId }) => versionId !== null);
}

export function holds({ items }: ReviewSubmission, wanted: string): boolean {
  return items.some(({ versionId }) => versionId === wanted);
}
