import { path } from './client.ts';
import type { AppStoreConnect, Command } from './client.ts';
import type { VersionOf } from './phased-release.ts';
import type { ReviewSubmission } from './review-submissions.ts';

/** What is sent to change what lies with Apple's reviewers. */
export function createSubmission({ appId, platform = 'IOS' }: VersionOf): Command {
  return {
    operation: 'create a review submission',
    method: 'POST',
    path: path`/v1/reviewSubmissions`,
    data: {
      type: 'reviewSubmissions',
      attributes: { platform },
      relationships: { app: { data: { type: 'apps', id: appId } } },
    },
  };
}

export function addItem(submissionId: string, versionId: string): Command {
  return {
    operation: 'put the version into the review submission',
    method: 'POST',
    path: path`/v1/reviewSubmissionItems`,
    data: {
      type: 'reviewSubmissionItems',
      relationships: {
        reviewSubmission: { data: { type: 'reviewSubmissions', id: submissionId } },
        appStoreVersion: { data: { type: 'appStoreVersions', id: versionId } },
      },
    },
  };
}

export function changeSubmission(
  id: string,
  attributes: { readonly submitted: true } | { readonly canceled: true },
  operation: string,
): Command {
  return {
    operation,
    method: 'PATCH',
    path: path`/v1/reviewSubmissions/${id}`,
    data: { type: 'reviewSubmissions', id, attributes },
  };
}

/** Takes the version out of a draft; what else lies in it stays there. */
export async function takeOut(connect: AppStoreConnect, { items }: ReviewSubmission, versionId: string): Promise<void> {
  for (const { id } of items.filter((item) => item.versionId === versionId)) {
    await connect.command({
      operation: 'take the version out of the review submission',
      method: 'DELETE',
      path: path`/v1/reviewSubmissionItems/${id}`,
    });
  }
}
