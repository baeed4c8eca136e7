import { ConfigurationError, VendorError } from '#kit/errors';
import { list, nullable, oneOf, record, text } from '#kit/shapes';
import type { Shape } from '#kit/shapes';
import { commitOnBranch } from './branch-commit.ts';
import { blobId, objectId, readHead, targetOf } from './branch-head.ts';
import type { GitHub } from './client.ts';
import { githubMessages } from './messages.ts';
import { createBranchClaim } from './orphan-branch.ts';
import { explained } from './refusals.ts';

export interface Folder {
  /** Of the commit that the files are of; undefined where there is no such branch. */
  readonly head: string | undefined;
  /** Text by path from the root, of the files directly in the folder. */
  readonly files: ReadonlyMap<string, string>;
}

/** A change of files on a branch: all of it, or nothing. */
export interface FileChange {
  readonly branch: string;
  /** The commit that the change was decided on; undefined for a branch that must not exist yet. */
  readonly expectedHead: string | undefined;
  /** Text by path from the root. */
  readonly additions: ReadonlyMap<string, string>;
  /** Paths of files that are there. */
  readonly deletions: readonly string[];
  /** The first line is the headline; what follows an empty line is the rest. */
  readonly message: string;
}

/**
 * What became of a change. `written`: it stands at `head`. `moved`: the branch is another one than was expected, so nothing of
 * it stands there; look and decide anew. `unknown`: no answer says which.
 */
export type Written =
  | { readonly is: 'written'; readonly head: string }
  | { readonly is: 'moved' }
  | { readonly is: 'unknown'; readonly error: VendorError };

/** Characters of a file: more than a folder of a ledger has in all, and less than an answer may hold. */
const mostUnits = 60_000_000;
const mostAttempts = 3;
const permission = 'contents: write';

interface BlobEntry {
  readonly name: string;
  readonly oid: string;
  /** Undefined where GraphQL did not give it as it is. */
  readonly text: string | undefined;
}

/**
 * Of every entry, whether it is a file at all. A text is taken only when it has the id of the file: GraphQL cuts after 512,000
 * bytes (sveltia/sveltia-cms#950), and what is no UTF-8 becomes another text.
 */
const entryShape: Shape<BlobEntry | undefined> = (value, where) => {
  const { name, type, object } = record({ name: text(4_096), type: text(20), object: (inner) => inner }, 'ignored')(
    value,
    where,
  );
  if (type !== 'blob') return undefined;
  const members = { oid: objectId, isTruncated: oneOf([true, false]), text: nullable(text(mostUnits)) };
  const { oid, isTruncated, text: given } = record(members, 'ignored')(object, `${where}.object`);
  const whole = !isTruncated && given !== null && blobId(given) === oid;
  return { name, oid, text: whole ? given : undefined };
};

const entriesShape = record({ entries: list(entryShape) }, 'ignored');

/** Ref and files in one query could be of two commits; asked for through the ref's target they are of one. */
const folderDocument = `query ($owner: String!, $name: String!, $ref: String!, $folder: String!) {
  repository(owner: $owner, name: $name) {
    ref(qualifiedName: $ref) {
      target {
        oid
        ... on Commit {
          file(path: $folder) {
            object {
              ... on Tree { entries { name type object { ... on Blob { oid isTruncated text } } } }
            }
          }
        }
      }
    }
  }
}`;

const folderShape = targetOf({ file: nullable(record({ object: entriesShape }, 'ignored')) });

/**
 * The files of a folder of a branch, without those of its sub-folders, in one request; one more for each file that is larger
 * than GraphQL gives. A branch that does not exist has no head and no files, one without the folder has a head and no files.
 * @param folder from the root, such as `ledger/tracker`
 * @throws ConfigurationError (`github-permission-missing`, `github-file-not-text`), VendorError
 */
export async function readFolder(
  github: GitHub,
  { branch, folder }: { readonly branch: string; readonly folder: string },
): Promise<Folder> {
  const question = {
    operation: `read ${folder} of the branch ${branch}`,
    document: folderDocument,
    variables: { owner: github.owner, name: github.name, ref: `refs/heads/${branch}`, folder },
  };
  const { ref } = (await explained(github.graphql(question, folderShape), { permission: 'contents: read' })).repository;
  if (ref === null) return { head: undefined, files: new Map() };
  const files = new Map<string, string>();
  for (const entry of ref.target.file?.object.entries ?? []) {
    if (entry === undefined) continue;
    const path = `${folder}/${entry.name}`;
    files.set(path, entry.text ?? (await readBlob(github, entry, branch, path)));
  }
  return { head: ref.target.oid, files };
}

/** A file of up to 100 MB, whole: https://docs.github.com/en/rest/git/blobs#get-a-blob. */
async function readBlob(github: GitHub, { oid }: BlobEntry, branch: string, path: string): Promise<string> {
  const question = {
    operation: `read ${path} of the branch ${branch}`,
    route: 'GET /repos/{owner}/{repo}/git/blobs/{file_sha}',
    parameters: { file_sha: oid },
  } as const;
  const bytes: Shape<Buffer> = (value, where) => {
    const blob = record({ content: text(mostUnits * 2), encoding: oneOf(['base64']) }, 'ignored')(value, where);
    const content = Buffer.from(blob.content, 'base64');
    if (blobId(content) !== oid) throw new SyntaxError(`content is not that of ${oid}`);
    return content;
  };
  const content = await github.read(question, bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(content);
  } catch (error) {
    throw new ConfigurationError(githubMessages['github-file-not-text'](branch, path), [], { cause: error });
  }
}

/**
 * Writes files to a branch if it still is at the commit that was expected: one request where the branch exists, three where it
 * does not. After an answer that does not say whether it happened, the branch is looked at before anything is repeated. Two who
 * want the very same are both told that it stands there: who needs to know whose it is puts something of his own into a file.
 * @throws ConfigurationError (`github-permission-missing`, `github-branch-protected`), VendorError for any other refusal:
 *   then nothing was written
 */
export async function writeFiles(github: GitHub, change: FileChange): Promise<Written> {
  const { expectedHead } = change;
  const send =
    expectedHead === undefined
      ? await explained(createBranchClaim(github, change), { permission, branch: change.branch })
      : (): Promise<Written> => commitOnBranch(github, change, expectedHead);
  let failure: VendorError | undefined;
  for (let attempt = 1; ; attempt += 1) {
    const tried = await attemptAgain(send, change.branch, failure);
    // Without doubt from before, a refusal is about somebody else's write; with it, the write may be our own.
    if (tried.is === 'written' || (tried.is === 'moved' && failure === undefined)) return tried;
    if (tried.is === 'unknown') failure = tried.error;
    const seen = await look(github, change);
    if (seen !== 'as-before') return seen;
    if (failure !== undefined && attempt >= mostAttempts) return { is: 'unknown', error: failure };
  }
}

/** A refusal of the second attempt says nothing about the first one, which may still be on its way. */
async function attemptAgain(
  send: () => Promise<Written>,
  branch: string,
  failure: VendorError | undefined,
): Promise<Written> {
  try {
    return await explained(send(), { permission, branch });
  } catch (error) {
    if (failure !== undefined && error instanceof VendorError) return { is: 'unknown', error: failure };
    throw error;
  }
}

/** Whether what was wanted stands on the branch now. */
async function look(github: GitHub, change: FileChange): Promise<Written | 'as-before'> {
  const { branch, expectedHead, additions, deletions } = change;
  try {
    const { head, ids } = await readHead(github, branch, [...additions.keys(), ...deletions]);
    if (head === expectedHead) return 'as-before';
    if (head === undefined) return { is: 'moved' };
    const stands =
      [...additions].every(([path, content]) => ids.get(path) === blobId(content)) &&
      deletions.every((path) => additions.has(path) || ids.get(path) === undefined);
    return stands ? { is: 'written', head } : { is: 'moved' };
  } catch (error) {
    if (error instanceof VendorError) return { is: 'unknown', error };
    throw error;
  }
}
