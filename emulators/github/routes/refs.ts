import type { Answer } from '../../base/routes.ts';
import { isFastForward } from '../git-graph.ts';
import { nodeId, type Links } from '../links.ts';
import { refuseProtectedRef, RULES } from '../protection.ts';
import { notFound, unprocessable } from '../refusals.ts';
import { flag, inRepository, read, REPOSITORY, requireText, write, type Call, type GitHubRoute } from '../routing.ts';
import type { Schema } from '../schemas.ts';
import { moveRef, type Repository } from '../state.ts';

const DOCS = 'https://docs.github.com/en/rest/git/refs?apiVersion=2022-11-28';

export const REF_ROUTES: readonly GitHubRoute[] = [
  {
    operation: 'git/get-ref',
    method: 'GET',
    path: `${REPOSITORY}/git/ref/{ref+}`,
    needs: read('contents'),
    source: `${DOCS}#get-a-reference: 404 unless the name is exact`,
    handler: inRepository(getRef),
  },
  {
    operation: 'git/list-matching-refs',
    method: 'GET',
    path: `${REPOSITORY}/git/matching-refs/{ref+}`,
    needs: read('contents'),
    source: `${DOCS}#list-matching-references: all that begin with the name, an empty list for none`,
    handler: inRepository(listMatchingRefs),
  },
  {
    operation: 'git/create-ref',
    method: 'POST',
    path: `${REPOSITORY}/git/refs`,
    needs: write('contents'),
    source: `${DOCS}#create-a-reference: 422 if it exists`,
    handler: inRepository(createRef),
  },
  {
    operation: 'git/update-ref',
    method: 'PATCH',
    path: `${REPOSITORY}/git/refs/{ref+}`,
    needs: write('contents'),
    source: `${DOCS}#update-a-reference: without force only fast-forwards`,
    handler: inRepository(updateRef),
  },
  {
    operation: 'git/delete-ref',
    method: 'DELETE',
    path: `${REPOSITORY}/git/refs/{ref+}`,
    needs: write('contents'),
    source: `${DOCS}#delete-a-reference`,
    handler: inRepository(deleteRef),
  },
];

function getRef({ params, repository, links }: Call): Answer {
  const ref = `refs/${params['ref'] ?? ''}`;
  if (repository.refs[ref] === undefined) throw notFound();
  return { status: 200, body: renderRef(repository, links, ref) };
}

function listMatchingRefs({ params, repository, links }: Call): Answer {
  const prefix = `refs/${params['ref'] ?? ''}`;
  const names = Object.keys(repository.refs).filter((name) => name.startsWith(prefix));
  return { status: 200, body: names.sort().map((name) => renderRef(repository, links, name)) };
}

function createRef(call: Call): Answer {
  const { repository, links } = call;
  const ref = requireText(call, 'Reference', 'ref');
  const sha = requireText(call, 'Reference', 'sha');
  if (!isValidRefName(ref)) throw unprocessable(`${ref} is not a valid ref name.`);
  if (repository.refs[ref] !== undefined) throw unprocessable('Reference already exists');
  requireTarget(repository, ref, sha);
  refuseProtectedRef(repository, ref, RULES.creation);
  moveRef(repository, ref, sha);
  return { status: 201, body: renderRef(repository, links, ref) };
}

function updateRef(call: Call): Answer {
  const { params, repository, links } = call;
  const ref = `refs/${params['ref'] ?? ''}`;
  const sha = requireText(call, 'Reference', 'sha');
  const current = repository.refs[ref];
  if (current === undefined) throw unprocessable('Reference does not exist');
  requireTarget(repository, ref, sha);
  if (!flag(call, 'force', false) && !isFastForward(repository.objects, current, sha)) {
    throw unprocessable('Update is not a fast forward');
  }
  refuseProtectedRef(repository, ref, RULES.update);
  moveRef(repository, ref, sha);
  return { status: 200, body: renderRef(repository, links, ref) };
}

function deleteRef({ params, repository }: Call): Answer {
  const ref = `refs/${params['ref'] ?? ''}`;
  if (repository.refs[ref] === undefined) throw unprocessable('Reference does not exist');
  // eslint-disable-next-line @typescript-eslint/no-dynamic-delete -- a record by name is what JSON can hold
  delete repository.refs[ref];
  return { status: 204 };
}

/** A ref as the API shows it. */
function renderRef(repository: Repository, links: Links, ref: string): Schema<'git-ref'> {
  const sha = repository.refs[ref] ?? '';
  const type = repository.objects[sha]?.type ?? 'commit';
  return {
    ref,
    node_id: nodeId('REF', `${repository.id}:${ref}`),
    url: `${links.api}/git/${ref}`,
    object: { type, sha, url: `${links.api}/git/${type}s/${sha}` },
  };
}

/** Names that git takes (git-check-ref-format), of which GitHub wants at least two slashes. */
export function isValidRefName(ref: string): boolean {
  const forbidden = /\.\.|[\u0000-\u0020\u007f~^:?*[\\]|@\{|\/\.|\/\/|\.lock(\/|$)|[/.]$/;
  return /^refs\/[^/]+\/./.test(ref) && !forbidden.test(ref);
}

/** 422 unless the object exists and may stand behind such a ref: branches hold commits. */
function requireTarget({ objects }: Repository, ref: string, sha: string): void {
  const target = objects[sha];
  if (target === undefined) throw unprocessable('Object does not exist');
  if (ref.startsWith('refs/heads/') && target.type !== 'commit') throw unprocessable('Reference update failed');
}
