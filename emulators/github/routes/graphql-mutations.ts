import { isRecord } from '../../base/data.ts';
import type { EmulatorRequest, HandlerContext } from '../../base/routes.ts';
import { isFastForward, readCommit } from '../git-graph.ts';
import { toBlob, writeObject } from '../git-objects.ts';
import { listFiles, removePath, writeTree } from '../git-trees.ts';
import { graphqlError, type GraphqlObject } from '../graphql-execution.ts';
import { commitObject, refObject } from '../graphql-git.ts';
import { fromNodeId } from '../links.ts';
import { refuseProtectedCommit } from '../protection.ts';
import { createCall, findRepository, type Call } from '../routing.ts';
import { moveRef, type GitHubState } from '../state.ts';
import { callerAsPerson } from './git-database.ts';
import { isValidRefName } from './refs.ts';

/** The id that stands for "does not exist", before or after. */
const NOTHING = '0'.repeat(40);

/** A mutation's input and what it works on. */
export interface GraphqlCall {
  readonly request: EmulatorRequest;
  readonly state: GitHubState;
  readonly context: HandlerContext;
  readonly input: Readonly<Record<string, unknown>>;
  /** Name of the mutation, for the path of errors. */
  readonly name: string;
}

/** Creates, moves and deletes several refs at once, or none of them. */
export function updateRefs(graphql: GraphqlCall): GraphqlObject {
  const { input, name } = graphql;
  const call = callByRepositoryId(graphql, input['repositoryId']);
  const updates = input['refUpdates'];
  if (!Array.isArray(updates)) throw graphqlError('INVALID', [name], 'refUpdates is required.');
  for (const update of updates as unknown[]) applyUpdate(call, name, isRecord(update) ? update : {});
  return { type: 'UpdateRefsPayload', fields: { clientMutationId: () => optional(input['clientMutationId']) } };
}

function applyUpdate({ repository }: Call, mutation: string, update: Readonly<Record<string, unknown>>): void {
  const { name: ref, beforeOid, afterOid, force } = update;
  const refuse = (type: string, message: string): never => {
    throw graphqlError(type, [mutation], message);
  };
  if (typeof ref !== 'string' || !isValidRefName(ref))
    return refuse('UNPROCESSABLE', `${String(ref)} is not a valid ref name.`);
  if (typeof afterOid !== 'string') return refuse('INVALID', 'afterOid is required.');
  const current = repository.refs[ref];
  if (typeof beforeOid === 'string' && beforeOid !== (current ?? NOTHING)) {
    return refuse('STALE_DATA', `Expected ${ref} to point to "${beforeOid}" but it did not.`);
  }
  if (afterOid === NOTHING) {
    // eslint-disable-next-line @typescript-eslint/no-dynamic-delete -- a record by name is what JSON can hold
    delete repository.refs[ref];
    return;
  }
  if (repository.objects[afterOid] === undefined) return refuse('UNPROCESSABLE', `${afterOid} does not exist.`);
  const rewinds = current !== undefined && !isFastForward(repository.objects, current, afterOid);
  if (rewinds && force !== true) return refuse('UNPROCESSABLE', `Update to ${ref} is not a fast forward.`);
  refuseProtectedCommit(repository, ref, mutation);
  moveRef(repository, ref, afterOid);
}

/** Commits additions and deletions on top of a branch whose head must be the expected one. */
export function createCommitOnBranch(graphql: GraphqlCall): GraphqlObject {
  const { input, name } = graphql;
  const { call, ref } = findBranch(graphql);
  const { repository } = call;
  const head = repository.refs[ref];
  if (head === undefined) throw graphqlError('NOT_FOUND', [name], `Could not resolve to a branch ${ref}.`);
  const expected = String(input['expectedHeadOid']);
  if (expected !== head) {
    const message = `Expected branch to point to "${expected}" but it did not.  Pull and try again.`;
    throw graphqlError('STALE_DATA', [name], message);
  }
  refuseProtectedCommit(repository, ref, name);
  const files = listFiles(repository.objects, readCommit(repository.objects, head)?.tree ?? '');
  for (const { path } of listChanges(input, 'deletions')) {
    if (!removePath(files, path))
      throw graphqlError('UNPROCESSABLE', [name], `A path was requested for deletion which does not exist: ${path}`);
  }
  for (const { path, contents } of listChanges(input, 'additions')) {
    removePath(files, path);
    const sha = writeObject(repository.objects, toBlob(Buffer.from(contents, 'base64')));
    files.set(path, { mode: '100644', type: 'blob', sha });
  }
  const author = callerAsPerson(call);
  const tree = writeTree(repository.objects, files);
  const sha = writeObject(repository.objects, {
    type: 'commit',
    tree,
    parents: [head],
    author,
    committer: author,
    message: readMessage(graphql),
  });
  moveRef(repository, ref, sha);
  return {
    type: 'CreateCommitOnBranchPayload',
    fields: {
      clientMutationId: () => optional(input['clientMutationId']),
      commit: () => commitObject(call, sha),
      ref: () => refObject(call, ref),
    },
  };
}

function findBranch(graphql: GraphqlCall): { call: Call; ref: string } {
  const { input, name, request, state, context } = graphql;
  const branch = isRecord(input['branch']) ? input['branch'] : {};
  const { id, repositoryNameWithOwner, branchName } = branch;
  if (typeof id === 'string') {
    const [repositoryId, ref = ''] = (fromNodeId('REF', id) ?? '').split(/:(.*)/s);
    return { call: callByDatabaseId(graphql, repositoryId), ref };
  }
  if (typeof repositoryNameWithOwner !== 'string' || typeof branchName !== 'string') {
    throw graphqlError('INVALID', [name], 'branch needs an id, or repositoryNameWithOwner and branchName.');
  }
  const ref = branchName.startsWith('refs/heads/') ? branchName : `refs/heads/${branchName}`;
  if (findRepository(state, repositoryNameWithOwner) === undefined) {
    const message = `Could not resolve to a Repository with the name '${repositoryNameWithOwner}'.`;
    throw graphqlError('NOT_FOUND', [name], message);
  }
  return { call: createCall(request, state, context, repositoryNameWithOwner), ref };
}

function callByRepositoryId(graphql: GraphqlCall, id: unknown): Call {
  return callByDatabaseId(graphql, typeof id === 'string' ? fromNodeId('R', id) : undefined);
}

function callByDatabaseId({ request, state, context, name }: GraphqlCall, id: string | undefined): Call {
  const found = Object.entries(state.repositories).find(([, repository]) => `${repository.id}` === id);
  if (found === undefined) throw graphqlError('NOT_FOUND', [name], 'Could not resolve to a node with the global id.');
  return createCall(request, state, context, found[0]);
}

function listChanges(
  input: GraphqlCall['input'],
  kind: 'additions' | 'deletions',
): { path: string; contents: string }[] {
  const changes = isRecord(input['fileChanges']) ? input['fileChanges'][kind] : undefined;
  if (!Array.isArray(changes)) return [];
  return (changes as unknown[])
    .filter(isRecord)
    .map(({ path, contents }) => ({ path: String(path), contents: String(contents) }));
}

function readMessage({ input, name }: GraphqlCall): string {
  const message = isRecord(input['message']) ? input['message'] : {};
  const { headline, body } = message;
  if (typeof headline !== 'string') throw graphqlError('INVALID', [name], 'message.headline is required.');
  return typeof body === 'string' && body !== '' ? `${headline}\n\n${body}` : headline;
}

function optional(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
