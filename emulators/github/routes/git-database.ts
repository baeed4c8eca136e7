import { isRecord } from '../../base/data.ts';
import type { Answer } from '../../base/routes.ts';
import { readCommit, resolveCommit } from '../git-graph.ts';
import { toBlob, writeObject, type Person, type TreeMode } from '../git-objects.ts';
import { listFiles, readTree, removePath, walkTree, writeTree, type Files } from '../git-trees.ts';
import { nodeId } from '../links.ts';
import { invalid, notFound, unprocessable } from '../refusals.ts';
import { renderGitCommit } from '../renderers/commits.ts';
import {
  inRepository,
  read,
  REPOSITORY,
  requireText,
  toSeconds,
  write,
  type Call,
  type GitHubRoute,
} from '../routing.ts';
import type { Schema } from '../schemas.ts';
import type { Repository } from '../state.ts';

const DOCS = 'https://docs.github.com/en/rest/git';

export const GIT_DATABASE_ROUTES: readonly GitHubRoute[] = [
  {
    operation: 'git/create-blob',
    method: 'POST',
    path: `${REPOSITORY}/git/blobs`,
    needs: write('contents'),
    source: `${DOCS}/blobs#create-a-blob: encoding utf-8 (default) or base64`,
    handler: inRepository(createBlob),
  },
  {
    operation: 'git/get-blob',
    method: 'GET',
    path: `${REPOSITORY}/git/blobs/{file_sha}`,
    needs: read('contents'),
    source: `${DOCS}/blobs#get-a-blob: content always in base64; raw media type gives the bytes`,
    handler: inRepository(getBlob),
  },
  {
    operation: 'git/create-tree',
    method: 'POST',
    path: `${REPOSITORY}/git/trees`,
    needs: write('contents'),
    source: `${DOCS}/trees#create-a-tree: entries over base_tree, sha null deletes, content makes a blob`,
    handler: inRepository(createTree),
  },
  {
    operation: 'git/get-tree',
    method: 'GET',
    path: `${REPOSITORY}/git/trees/{tree_sha+}`,
    needs: read('contents'),
    source: `${DOCS}/trees#get-a-tree: any value of recursive, even 0, makes it recursive; 100,000 entries at most`,
    handler: inRepository(getTree),
  },
  {
    operation: 'git/create-commit',
    method: 'POST',
    path: `${REPOSITORY}/git/commits`,
    needs: write('contents'),
    source: `${DOCS}/commits#create-a-commit: author defaults to the caller and now, committer to the author`,
    handler: inRepository(createCommit),
  },
  {
    operation: 'git/get-commit',
    method: 'GET',
    path: `${REPOSITORY}/git/commits/{commit_sha}`,
    needs: read('contents'),
    source: `${DOCS}/commits#get-a-commit-object`,
    handler: inRepository(getCommit),
  },
  {
    operation: 'git/create-tag',
    method: 'POST',
    path: `${REPOSITORY}/git/tags`,
    needs: write('contents'),
    source: `${DOCS}/tags#create-a-tag-object: makes the object only, the ref is made apart`,
    handler: inRepository(createTag),
  },
  {
    operation: 'git/get-tag',
    method: 'GET',
    path: `${REPOSITORY}/git/tags/{tag_sha}`,
    needs: read('contents'),
    source: `${DOCS}/tags#get-a-tag`,
    handler: inRepository(getTag),
  },
];

/** Entries of a tree that one answer holds. */
const MOST_ENTRIES = 100_000;

const MODES: readonly TreeMode[] = ['100644', '100755', '040000', '160000', '120000'];

function createBlob(call: Call): Answer {
  const { content, encoding = 'utf-8' } = call.body;
  if (typeof content !== 'string') throw invalid('Blob', 'content', 'missing_field');
  const sha = writeObject(call.repository.objects, toBlob(decodeContent(content, encoding === 'base64')));
  const body: Schema<'short-blob'> = { sha, url: `${call.links.api}/git/blobs/${sha}` };
  return { status: 201, body };
}

function getBlob({ params, request, repository, links }: Call): Answer {
  const sha = params['file_sha'] ?? '';
  const blob = repository.objects[sha];
  if (blob?.type !== 'blob') throw notFound();
  if (/\braw\b/.test(request.headers['accept'] ?? '')) {
    const headers = { 'content-type': 'application/vnd.github.raw; charset=utf-8' };
    return { status: 200, headers, body: Buffer.from(blob.base64, 'base64') };
  }
  const body: Schema<'blob'> = {
    sha,
    node_id: nodeId('B', `${repository.id}:${sha}`),
    size: blob.size,
    url: `${links.api}/git/blobs/${sha}`,
    content: wrapBase64(blob.base64),
    encoding: 'base64',
  };
  return { status: 200, body };
}

function createTree(call: Call): Answer {
  const { repository, body } = call;
  const { base_tree: base, tree: entries } = body;
  if (!Array.isArray(entries)) throw invalid('Tree', 'tree', 'missing_field');
  if (base !== undefined && (typeof base !== 'string' || repository.objects[base] === undefined)) {
    throw unprocessable('base_tree is not a valid tree');
  }
  const files = listFiles(repository.objects, typeof base === 'string' ? treeOf(repository, base) : '');
  for (const entry of entries as unknown[]) applyEntry(call, files, entry);
  const sha = writeTree(repository.objects, files);
  return { status: 201, body: renderTree(call, sha, false) };
}

function applyEntry({ repository }: Call, files: Files, entry: unknown): void {
  const { path, mode: asked, sha, content } = isRecord(entry) ? entry : {};
  if (typeof path !== 'string') throw unprocessable('tree.path is missing');
  removePath(files, path);
  if (sha === null) return;
  const mode = MODES.find((candidate) => candidate === asked);
  if (mode === undefined) throw unprocessable('Must supply a valid tree.mode');
  if (typeof content === 'string') {
    files.set(path, { mode, type: 'blob', sha: writeObject(repository.objects, toBlob(content)) });
    return;
  }
  if (typeof sha !== 'string') throw unprocessable('Must supply either tree.sha or tree.content');
  const type = repository.objects[sha]?.type;
  if (mode === '160000') files.set(path, { mode, type: 'commit', sha });
  else if (mode !== '040000' && type === 'blob') files.set(path, { mode, type, sha });
  else if (mode === '040000' && type === 'tree') {
    for (const [inside, file] of listFiles(repository.objects, sha, `${path}/`)) files.set(inside, file);
  } else throw unprocessable(`tree.sha ${sha} is not a valid ${mode === '040000' ? 'tree' : 'blob'}`);
}

function getTree(call: Call): Answer {
  const { params, query, repository } = call;
  const name = params['tree_sha'] ?? '';
  const sha =
    repository.objects[name]?.type === 'tree' ? name : treeOf(repository, resolveCommit(repository, name) ?? '');
  if (repository.objects[sha]?.type !== 'tree') throw notFound();
  return { status: 200, body: renderTree(call, sha, query['recursive'] !== undefined) };
}

function renderTree({ repository, links }: Call, sha: string, recursive: boolean): Schema<'git-tree'> {
  const { objects } = repository;
  const all = recursive
    ? [...walkTree(objects, sha)]
    : readTree(objects, sha).entries.map((entry) => ({ path: entry.name, entry }));
  return {
    sha,
    url: `${links.api}/git/trees/${sha}`,
    truncated: all.length > MOST_ENTRIES,
    tree: all.slice(0, MOST_ENTRIES).map(({ path, entry }) => {
      const object = objects[entry.sha];
      return {
        path,
        mode: entry.mode,
        type: entry.type,
        sha: entry.sha,
        ...(object?.type === 'blob' ? { size: object.size } : {}),
        ...(entry.type === 'commit' ? {} : { url: `${links.api}/git/${entry.type}s/${entry.sha}` }),
      };
    }),
  };
}

function createCommit(call: Call): Answer {
  const { repository, links, body } = call;
  const message = requireText(call, 'Commit', 'message');
  const tree = requireText(call, 'Commit', 'tree');
  const parents = body['parents'] ?? [];
  if (repository.objects[tree]?.type !== 'tree') throw unprocessable('Tree SHA does not exist');
  if (!isTexts(parents) || parents.some((parent) => readCommit(repository.objects, parent) === undefined)) {
    throw unprocessable('Parent SHA does not exist or is not a commit object');
  }
  const author = readPerson(call, 'author') ?? callerAsPerson(call);
  const committer = readPerson(call, 'committer') ?? author;
  const commit = { type: 'commit' as const, tree, parents, author, committer, message };
  const sha = writeObject(repository.objects, commit);
  return { status: 201, body: renderGitCommit(repository, links, sha, commit) };
}

function getCommit({ params, repository, links }: Call): Answer {
  const sha = params['commit_sha'] ?? '';
  const commit = readCommit(repository.objects, sha);
  if (commit === undefined) throw notFound();
  return { status: 200, body: renderGitCommit(repository, links, sha, commit) };
}

function createTag(call: Call): Answer {
  const { repository } = call;
  const tag = requireText(call, 'Tag', 'tag');
  const message = requireText(call, 'Tag', 'message');
  const object = requireText(call, 'Tag', 'object');
  const target = repository.objects[object];
  if (target === undefined || target.type !== call.body['type']) throw unprocessable('Could not verify object');
  const tagger = readPerson(call, 'tagger') ?? callerAsPerson(call);
  const sha = writeObject(repository.objects, { type: 'tag', object, objectType: target.type, tag, tagger, message });
  return { status: 201, body: renderTag(call, sha) };
}

function getTag(call: Call): Answer {
  const sha = call.params['tag_sha'] ?? '';
  if (call.repository.objects[sha]?.type !== 'tag') throw notFound();
  return { status: 200, body: renderTag(call, sha) };
}

function renderTag({ repository, links }: Call, sha: string): Schema<'git-tag'> {
  const tag = repository.objects[sha];
  if (tag?.type !== 'tag') throw notFound();
  return {
    node_id: nodeId('TA', `${repository.id}:${sha}`),
    sha,
    url: `${links.api}/git/tags/${sha}`,
    tag: tag.tag,
    message: tag.message,
    tagger: tag.tagger,
    object: { sha: tag.object, type: tag.objectType, url: `${links.api}/git/${tag.objectType}s/${tag.object}` },
    verification: { verified: false, reason: 'unsigned', signature: null, payload: null, verified_at: null },
  };
}

/** The person that a field of the body names; a date that is missing is now. */
export function readPerson(call: Call, field: string): Person | undefined {
  const value = call.body[field];
  if (!isRecord(value)) return undefined;
  const { name, email, date } = value;
  if (typeof name !== 'string' || typeof email !== 'string') throw invalid('Commit', field, 'missing_field');
  const time = typeof date === 'string' ? Date.parse(date) : call.now;
  if (Number.isNaN(time)) throw invalid('Commit', `${field}.date`, 'invalid');
  return { name, email, date: toSeconds(time) };
}

/** Whom GitHub takes for the author where none is given. */
export function callerAsPerson({ actor, at }: Call): Person {
  return { name: actor, email: `${actor}@users.noreply.github.com`, date: at };
}

/** base64 as GitHub sends it: lines of 60 characters, each with its newline. */
export function wrapBase64(base64: string): string {
  return base64.replace(/.{1,60}/g, '$&\n');
}

/** Bytes of a content field. */
export function decodeContent(content: string, base64: boolean): Buffer {
  return Buffer.from(content, base64 ? 'base64' : 'utf8');
}

// Callers may give a commit where a tree is asked for.
function treeOf({ objects }: Repository, sha: string): string {
  return readCommit(objects, sha)?.tree ?? sha;
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}
