import type { Answer } from '../../base/routes.ts';
import { readCommit, resolveCommit } from '../git-graph.ts';
import { blobBytes, toBlob, writeObject, type Blob, type TreeEntry } from '../git-objects.ts';
import { findEntry, listFiles, readTree, removePath, writeTree } from '../git-trees.ts';
import { conflict, invalid, notFound, unprocessable } from '../refusals.ts';
import { encodePath, renderGitCommit } from '../renderers/commits.ts';
import {
  inRepository,
  optionalText,
  read,
  REPOSITORY,
  requireText,
  write,
  type Call,
  type GitHubRoute,
} from '../routing.ts';
import type { Schema } from '../schemas.ts';
import { moveRef } from '../state.ts';
import { callerAsPerson, decodeContent, readPerson, wrapBase64 } from './git-database.ts';

const DOCS = 'https://docs.github.com/en/rest/repos/contents?apiVersion=2022-11-28';

export const CONTENT_ROUTES: readonly GitHubRoute[] = [
  {
    operation: 'repos/get-content',
    method: 'GET',
    path: `${REPOSITORY}/contents/{path+}`,
    needs: read('contents'),
    source: `${DOCS}#get-repository-content: above 1 MB only raw, above 100 MB not at all; 1,000 files of a directory`,
    handler: inRepository(getContent),
  },
  {
    operation: 'repos/get-content',
    method: 'GET',
    path: `${REPOSITORY}/contents`,
    needs: read('contents'),
    source: `${DOCS}#get-repository-content: without a path the root`,
    handler: inRepository(getContent),
  },
  {
    operation: 'repos/create-or-update-file-contents',
    method: 'PUT',
    path: `${REPOSITORY}/contents/{path+}`,
    needs: write('contents'),
    source: `${DOCS}#create-or-update-file-contents: an existing file needs the sha of its blob, 409 if that is not the current one`,
    handler: inRepository(putContent),
  },
  {
    operation: 'repos/delete-file',
    method: 'DELETE',
    path: `${REPOSITORY}/contents/{path+}`,
    needs: write('contents'),
    source: `${DOCS}#delete-a-file`,
    handler: inRepository(deleteContent),
  },
];

const MEGABYTE = 1_000_000;
const MOST_FILES = 1_000;

function getContent(call: Call): Answer {
  const { params, query, repository, request } = call;
  const ref = query['ref'] ?? repository.defaultBranch;
  const path = params['path'] ?? '';
  const commit = resolveCommit(repository, ref);
  if (commit === undefined) throw notFound(`No commit found for the ref ${ref}`);
  const tree = readCommit(repository.objects, commit)?.tree ?? '';
  const entry: TreeEntry | undefined =
    path === '' ? { mode: '040000', type: 'tree', name: '', sha: tree } : findEntry(repository.objects, tree, path);
  if (entry === undefined) throw notFound();
  if (entry.type === 'tree') {
    const entries = readTree(repository.objects, entry.sha).entries.slice(0, MOST_FILES);
    return { status: 200, body: entries.map((child) => renderEntry(call, ref, join(path, child.name), child)) };
  }
  const blob = repository.objects[entry.sha];
  if (blob?.type !== 'blob') throw notFound();
  if (/\braw\b/.test(request.headers['accept'] ?? '')) {
    const headers = { 'content-type': 'application/vnd.github.raw+json; charset=utf-8' };
    return { status: 200, headers, body: blobBytes(blob) };
  }
  return { status: 200, body: renderFile(call, ref, path, entry, blob) };
}

function putContent(call: Call): Answer {
  const { repository, params } = call;
  const path = params['path'] ?? '';
  const message = requireText(call, 'Commit', 'message');
  const content = call.body['content'];
  if (typeof content !== 'string') throw invalid('Commit', 'content', 'missing_field');
  if (!/^[A-Za-z0-9+/\s]*={0,2}\s*$/.test(content)) throw unprocessable('content is not valid Base64');
  const branch = requireBranch(call);
  const existing = findEntry(repository.objects, branch.tree, path);
  if (existing !== undefined) requireCurrent(call, path, existing);
  const files = listFiles(repository.objects, branch.tree);
  const mode = files.get(path)?.mode ?? '100644';
  const blob = toBlob(decodeContent(content, true));
  files.set(path, { mode, type: 'blob', sha: writeObject(repository.objects, blob) });
  const commit = commitFiles(call, branch, message, writeTree(repository.objects, files));
  const entry: TreeEntry = { mode, type: 'blob', name: path, sha: writeObject(repository.objects, blob) };
  const entryLinks = renderLinks(call, branch.name, path, entry);
  const body = { content: { ...entryLinks, type: 'file', size: blob.size }, commit } satisfies Schema<'file-commit'>;
  return { status: existing === undefined ? 201 : 200, body };
}

function deleteContent(call: Call): Answer {
  const { repository, params } = call;
  const path = params['path'] ?? '';
  const message = requireText(call, 'Commit', 'message');
  const branch = requireBranch(call);
  const existing = findEntry(repository.objects, branch.tree, path);
  if (existing === undefined) throw notFound();
  requireCurrent(call, path, existing);
  const files = listFiles(repository.objects, branch.tree);
  removePath(files, path);
  const commit = commitFiles(call, branch, message, writeTree(repository.objects, files));
  const body = { content: null, commit } satisfies Schema<'file-commit'>;
  return { status: 200, body };
}

interface Branch {
  readonly name: string;
  readonly head: string;
  readonly tree: string;
}

function requireBranch(call: Call): Branch {
  const { repository, query } = call;
  const name = optionalText(call, 'Commit', 'branch') ?? query['branch'] ?? repository.defaultBranch;
  const head = repository.refs[`refs/heads/${name}`];
  if (head === undefined) throw notFound(`Branch ${name} not found`);
  return { name, head, tree: readCommit(repository.objects, head)?.tree ?? '' };
}

// The precondition of a write: the caller names the blob that it has seen.
function requireCurrent(call: Call, path: string, existing: TreeEntry): void {
  const sha = optionalText(call, 'Commit', 'sha') ?? call.query['sha'];
  if (sha === undefined) throw unprocessable('Invalid request.\n\n"sha" wasn\'t supplied.');
  if (sha !== existing.sha) throw conflict(`${path} does not match ${sha}`);
}

function commitFiles(call: Call, branch: Branch, message: string, tree: string): Schema<'git-commit'> {
  const { repository, links } = call;
  const committer = readPerson(call, 'committer') ?? callerAsPerson(call);
  const author = readPerson(call, 'author') ?? committer;
  const commit = { type: 'commit' as const, tree, parents: [branch.head], author, committer, message };
  const sha = writeObject(repository.objects, commit);
  moveRef(repository, `refs/heads/${branch.name}`, sha);
  return renderGitCommit(repository, links, sha, commit);
}

function renderFile(call: Call, ref: string, path: string, entry: TreeEntry, blob: Blob): Schema<'content-file'> {
  const small = blob.size <= MEGABYTE;
  return {
    ...renderLinks(call, ref, path, entry),
    type: 'file',
    size: blob.size,
    content: small ? wrapBase64(blob.base64) : '',
    encoding: small ? 'base64' : 'none',
  };
}

function renderEntry(call: Call, ref: string, path: string, entry: TreeEntry): Schema<'content-directory'>[number] {
  const object = call.repository.objects[entry.sha];
  return {
    ...renderLinks(call, ref, path, entry),
    type: entry.type === 'tree' ? 'dir' : entry.type === 'commit' ? 'submodule' : 'file',
    size: object?.type === 'blob' ? object.size : 0,
  };
}

interface FileLinks {
  readonly name: string;
  readonly path: string;
  readonly sha: string;
  readonly url: string;
  readonly git_url: string;
  readonly html_url: string;
  readonly download_url: string;
  readonly _links: { self: string; git: string; html: string };
}

function renderLinks({ links, repository }: Call, ref: string, path: string, entry: TreeEntry): FileLinks {
  const encoded = encodePath(path);
  const self = `${links.api}/contents/${encoded}?ref=${encodeURIComponent(ref)}`;
  const git = `${links.api}/git/${entry.type}s/${entry.sha}`;
  const html = `${links.html}/${entry.type}/${ref}/${encoded}`;
  const raw = `https://raw.githubusercontent.com/${repository.owner}/${repository.name}/${ref}/${encoded}`;
  return {
    name: path.split('/').at(-1) ?? '',
    path,
    sha: entry.sha,
    url: self,
    git_url: git,
    html_url: html,
    download_url: raw,
    _links: { self, git, html },
  };
}

function join(path: string, name: string): string {
  return path === '' ? name : `${path}/${name}`;
}
