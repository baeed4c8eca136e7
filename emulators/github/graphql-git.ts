import { peel, readCommit, resolveCommit } from './git-graph.ts';
import { blobBytes, type TreeEntry } from './git-objects.ts';
import { findEntry, readTree } from './git-trees.ts';
import type { GraphqlObject } from './graphql-execution.ts';
import { nodeId } from './links.ts';
import type { Call } from './routing.ts';

export function refObject(call: Call, ref: string): GraphqlObject | null {
  const sha = call.repository.refs[ref];
  if (sha === undefined) return null;
  return {
    type: 'Ref',
    fields: {
      id: () => nodeId('REF', `${call.repository.id}:${ref}`),
      name: () => ref.replace(/^refs\/(heads|tags)\//, ''),
      prefix: () => /^refs\/[^/]+\//.exec(ref)?.[0] ?? '',
      target: () => commitObject(call, sha),
    },
  };
}

export function commitObject(call: Call, sha: string): GraphqlObject {
  const { repository, links } = call;
  const commit = readCommit(repository.objects, sha);
  return {
    type: commit === undefined ? 'Tag' : 'Commit',
    fields: {
      id: () => nodeId('C', `${repository.id}:${sha}`),
      oid: () => sha,
      url: () => `${links.html}/commit/${sha}`,
      message: () => commit?.message ?? '',
      messageHeadline: () => commit?.message.split('\n', 1)[0] ?? '',
      committedDate: () => commit?.committer.date ?? null,
      tree: () => (commit === undefined ? null : treeObject(call, commit.tree)),
      file: ({ path }) => {
        const entry = commit === undefined ? undefined : findEntry(repository.objects, commit.tree, String(path));
        return entry === undefined ? null : entryObject(call, String(path), entry);
      },
    },
  };
}

/** An object by its id; null for none. */
export function objectById(call: Call, oid: string): GraphqlObject | null {
  const object = call.repository.objects[oid];
  if (object === undefined) return null;
  if (object.type === 'tree') return treeObject(call, oid);
  return object.type === 'blob' ? blobObject(call, oid) : commitObject(call, oid);
}

/** `<revision>`, or `<revision>:<path>`, as `git rev-parse` takes it; null where there is no such thing. */
export function objectByExpression(call: Call, expression: string): GraphqlObject | null {
  const { repository } = call;
  const [revision = '', path] = expression.split(/:(.*)/s);
  const sha = resolveCommit(repository, revision);
  if (sha === undefined) return null;
  const commit = readCommit(repository.objects, peel(repository.objects, sha));
  if (path === undefined || commit === undefined) return objectById(call, sha);
  if (path === '') return treeObject(call, commit.tree);
  const entry = findEntry(repository.objects, commit.tree, path);
  return entry === undefined ? null : objectById(call, entry.sha);
}

/** https://docs.github.com/en/graphql/reference/git#tree */
function treeObject(call: Call, sha: string, path = ''): GraphqlObject {
  const { entries } = readTree(call.repository.objects, sha);
  return {
    type: 'Tree',
    fields: {
      id: () => nodeId('T', `${call.repository.id}:${sha}`),
      oid: () => sha,
      entries: () =>
        entries.map((entry) => entryObject(call, path === '' ? entry.name : `${path}/${entry.name}`, entry)),
    },
  };
}

/** https://docs.github.com/en/graphql/reference/git#treeentry */
function entryObject(call: Call, path: string, entry: TreeEntry): GraphqlObject {
  return {
    type: 'TreeEntry',
    fields: {
      name: () => entry.name,
      path: () => path,
      type: () => entry.type,
      // The number itself, and so decimal in JSON.
      mode: () => Number.parseInt(entry.mode, 8),
      oid: () => entry.sha,
      object: () => (entry.type === 'tree' ? treeObject(call, entry.sha, path) : objectById(call, entry.sha)),
    },
  };
}

/** Bytes of a blob that `text` gives: measured by users (https://github.com/sveltia/sveltia-cms/issues/950). */
const LONGEST_TEXT = 512_000;

/** https://docs.github.com/en/graphql/reference/git#blob */
function blobObject({ repository }: Call, sha: string): GraphqlObject {
  const blob = repository.objects[sha];
  const bytes = blob?.type === 'blob' ? blobBytes(blob) : Buffer.alloc(0);
  // As git tells them apart: a NUL within the first 8,000 bytes.
  const binary = bytes.subarray(0, 8_000).includes(0);
  return {
    type: 'Blob',
    fields: {
      id: () => nodeId('B', `${repository.id}:${sha}`),
      oid: () => sha,
      byteSize: () => bytes.length,
      isBinary: () => binary,
      isTruncated: () => bytes.length > LONGEST_TEXT,
      text: () => (binary ? null : bytes.subarray(0, LONGEST_TEXT).toString()),
    },
  };
}
