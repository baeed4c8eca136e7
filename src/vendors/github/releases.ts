import { VendorError } from '#kit/errors';
import { nullable, record, text } from '#kit/shapes';
import { orMissing, type GitHub } from './client.ts';

/** A release on GitHub's page of releases. */
export interface GitHubRelease {
  readonly tag: string;
  readonly name: string | null;
  readonly url: string;
}

const releaseShape = record(
  { tag_name: text(1_000), name: nullable(text(1_000)), html_url: text(2_000, /^https?:\/\//, 'an address') },
  'ignored',
);
const notesShape = record({ body: text(200_000) }, 'ignored');

/** The published release of a tag; undefined where there is none. @throws VendorError */
export async function findRelease(github: GitHub, tag: string): Promise<GitHubRelease | undefined> {
  const question = {
    operation: `read the release of ${tag}`,
    route: 'GET /repos/{owner}/{repo}/releases/tags/{tag}',
    parameters: { tag },
  } as const;
  const found = await orMissing(github.read(question, releaseShape));
  return found === undefined ? undefined : { tag: found.tag_name, name: found.name, url: found.html_url };
}

/**
 * What GitHub writes of the pull requests that were merged between two tags, as `.github/release.yml` of the repository sorts
 * them. @param previous undefined for the first release, which has all of them
 * @throws VendorError
 */
export async function writeNotes(github: GitHub, tag: string, previous: string | undefined): Promise<string> {
  const question = {
    operation: `write the notes of ${tag}`,
    route: 'POST /repos/{owner}/{repo}/releases/generate-notes',
    parameters: { tag_name: tag, ...(previous === undefined ? {} : { previous_tag_name: previous }) },
    // It keeps nothing.
    repeatable: true,
  } as const;
  return (await github.read(question, notesShape)).body;
}

export interface NewRelease {
  readonly tag: string;
  readonly name: string;
  readonly body: string;
  readonly prerelease: boolean;
  /** Whether GitHub's page shows it as the latest one. */
  readonly latest: boolean;
}

/**
 * Publishes a release for a tag that exists. That there is one already, or that no answer says, is no error: whoever looks
 * again sees it.
 * @returns the error where no answer says
 * @throws VendorError for every other refusal
 */
export async function createRelease(github: GitHub, release: NewRelease): Promise<VendorError | undefined> {
  const { tag, name, body, prerelease, latest } = release;
  const question = {
    operation: `publish the release of ${tag}`,
    route: 'POST /repos/{owner}/{repo}/releases',
    parameters: { tag_name: tag, name, body, prerelease, make_latest: latest ? 'true' : 'false' },
  } as const;
  try {
    await github.read(question, releaseShape);
    return undefined;
  } catch (error) {
    if (!(error instanceof VendorError)) throw error;
    const { status, body: said = '', ambiguous } = error.details;
    if (status === 422 && said.includes('already_exists')) return undefined;
    if (ambiguous) return error;
    throw error;
  }
}
