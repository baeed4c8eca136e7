import { VendorError } from '#kit/errors';
import { list, record, text } from '#kit/shapes';
import { orMissing, type GitHub } from './client.ts';

/** A name in git and what stands behind it. */
export interface Ref {
  /** All of it, such as `refs/tags/v1`. */
  readonly name: string;
  /** Of the commit, or of the tag object that stands before it. */
  readonly sha: string;
  readonly type: string;
}

const objectShape = record(
  { sha: text(64, /^[0-9a-f]{40,64}$/, 'the full name of an object'), type: text(20) },
  'ignored',
);
const refShape = record({ ref: text(1_000), object: objectShape }, 'ignored');
const mostRefs = 100_000;

/**
 * All refs whose names begin so. @param start without `refs/`, such as `tags/tracker@`
 * @throws VendorError
 */
export async function listRefs(github: GitHub, start: string): Promise<readonly Ref[]> {
  const question = {
    operation: `list the refs ${start}*`,
    route: 'GET /repos/{owner}/{repo}/git/matching-refs/{ref}',
    parameters: { ref: start },
  } as const;
  // GitHub gives all of them in one answer: the route has no pages.
  return (await github.read(question, list(refShape, mostRefs))).map(toRef);
}

/** Undefined where there is none. @param name all of it. @throws VendorError */
export async function readRef(github: GitHub, name: string): Promise<Ref | undefined> {
  const question = {
    operation: `read the ref ${name}`,
    route: 'GET /repos/{owner}/{repo}/git/ref/{ref}',
    parameters: { ref: name.replace(/^refs\//, '') },
  } as const;
  const found = await orMissing(github.read(question, refShape));
  return found === undefined ? undefined : toRef(found);
}

function toRef({ ref, object }: ReturnType<typeof refShape>): Ref {
  return { name: ref, ...object };
}

/**
 * What became of a name that was to be made: it is ours, somebody has it, or no answer says which. To make one is the only
 * atomic step that GitHub's API has: of two who try, one is refused.
 */
export type Made =
  { readonly is: 'created' } | { readonly is: 'taken' } | { readonly is: 'unknown'; readonly error: VendorError };

/**
 * Makes a ref that must not exist yet. @param name all of it
 * @throws VendorError for every refusal but that it exists
 */
export async function createRef(github: GitHub, name: string, sha: string): Promise<Made> {
  const question = {
    operation: `make the ref ${name}`,
    route: 'POST /repos/{owner}/{repo}/git/refs',
    parameters: { ref: name, sha },
  } as const;
  try {
    await github.read(question, refShape);
    return { is: 'created' };
  } catch (error) {
    if (!(error instanceof VendorError)) throw error;
    const { status, body = '', ambiguous } = error.details;
    if (status === 422 && /already exists/i.test(body)) return { is: 'taken' };
    if (ambiguous) return { is: 'unknown', error };
    throw error;
  }
}

/** The commit that a tag names, also where an object with a message stands between. @throws VendorError */
export async function resolveTag(github: GitHub, ref: Ref): Promise<string> {
  let { sha, type } = ref;
  // A tag of a tag is allowed; more of them are nobody's intention.
  for (let depth = 0; type === 'tag' && depth < 5; depth += 1) {
    const question = {
      operation: `read the tag ${ref.name}`,
      route: 'GET /repos/{owner}/{repo}/git/tags/{tag_sha}',
      parameters: { tag_sha: sha },
    } as const;
    ({ sha, type } = (await github.read(question, record({ object: objectShape }, 'ignored'))).object);
  }
  return sha;
}
