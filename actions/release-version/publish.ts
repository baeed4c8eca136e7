import { ConfigurationError, VendorError } from '#kit/errors';
import type { GitHub } from '#vendors/github/client';
import { createRef, listRefs, readRef, resolveTag } from '#vendors/github/refs';
import { createRelease, findRelease, writeNotes, type GitHubRelease } from '#vendors/github/releases';
import { findPreviousTag, formatRelease, formatTag, type Release } from '#versions/release';
import { messages } from './messages.ts';

export interface Publication {
  readonly github: GitHub;
  /** Name of the app. */
  readonly name: string;
  readonly release: Release;
  readonly commit: string;
  readonly notes: 'pull-requests' | 'none';
  readonly prerelease: boolean;
  readonly latest: boolean;
}

/** How often it is looked whether a tag or a release is there: an answer may be lost, and a list may lag behind. */
const mostLooks = 4;

/**
 * Makes the tag, then the release, each only where it is not there yet, and looks whether it is afterwards: a run that was
 * killed between is finished by the next.
 * @returns the release, and which of the two were made
 * @throws ConfigurationError (`tag-elsewhere` and what a refusal means), VendorError
 */
export async function publish(publication: Publication): Promise<{
  readonly published: GitHubRelease;
  readonly made: readonly ('tag' | 'release')[];
}> {
  const { github, name, release, commit, notes, prerelease, latest } = publication;
  const tag = formatTag(name, release);
  const made: ('tag' | 'release')[] = [];
  try {
    await lookOrMake(
      () => checkTag(publication, tag),
      async () => {
        made.push('tag');
        const answer = await createRef(github, `refs/tags/${tag}`, commit);
        return answer.is === 'unknown' ? answer.error : undefined;
      },
    );
    let body: string | undefined;
    const published = await lookOrMake(
      () => findRelease(github, tag),
      async () => {
        made.push('release');
        body ??= notes === 'none' ? '' : await writeNotes(github, tag, await findPrevious(publication));
        return await createRelease(github, { tag, name: formatRelease(release), body, prerelease, latest });
      },
    );
    return { published, made: [...new Set(made)] };
  } catch (error) {
    throw explain(error, commit);
  }
}

/** Looks, and makes what is not there, until it is there. */
async function lookOrMake<T>(
  look: () => Promise<T | undefined>,
  make: () => Promise<VendorError | undefined>,
): Promise<T> {
  let failure: VendorError | undefined;
  for (let looks = 1; looks <= mostLooks; looks += 1) {
    const found = await look();
    if (found !== undefined) return found;
    if (looks < mostLooks) failure = (await make()) ?? failure;
  }
  throw failure ?? new Error('what GitHub said it had made cannot be found there');
}

/** The commit of the tag where it is ours; undefined where there is no tag. @throws ConfigurationError when it is another */
async function checkTag({ github, commit }: Publication, tag: string): Promise<string | undefined> {
  const ref = await readRef(github, `refs/tags/${tag}`);
  if (ref === undefined) return undefined;
  const found = await resolveTag(github, ref);
  if (found !== commit) throw new ConfigurationError(messages['tag-elsewhere'](tag, found, commit));
  return found;
}

async function findPrevious({ github, name, release }: Publication): Promise<string | undefined> {
  const refs = await listRefs(github, `tags/${name}@`);
  return findPreviousTag(
    name,
    release,
    refs.map((ref) => ref.name.replace(/^refs\/tags\//, '')),
  );
}

/** What would be done, and is not. @throws as `publish` does */
export async function preview(publication: Publication): Promise<{ readonly missing: readonly ('tag' | 'release')[] }> {
  const tag = formatTag(publication.name, publication.release);
  const missing: ('tag' | 'release')[] = [];
  if ((await checkTag(publication, tag)) === undefined) missing.push('tag');
  if ((await findRelease(publication.github, tag)) === undefined) missing.push('release');
  return { missing };
}

/** What a refusal means for whoever wrote the workflow. */
function explain(error: unknown, commit: string): unknown {
  if (!(error instanceof VendorError)) return error;
  const { status, operation, body = '' } = error.details;
  const cause = { cause: error };
  if (status === 403) return new ConfigurationError(messages['token-lacks-permission'](operation, body), [], cause);
  if (status === 422 && operation.startsWith('make the ref'))
    return new ConfigurationError(messages['commit-not-found'](commit, body), [], cause);
  return error;
}
