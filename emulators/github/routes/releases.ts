import type { Answer } from '../../base/routes.ts';
import { readCommit, resolveCommit } from '../git-graph.ts';
import { nodeId } from '../links.ts';
import { invalid, notFound } from '../refusals.ts';
import { renderUser } from '../renderers/users.ts';
import {
  answerList,
  findById,
  flag,
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
import { moveRef, nextId, type Release } from '../state.ts';

const DOCS = 'https://docs.github.com/en/rest/releases/releases?apiVersion=2022-11-28';

export const RELEASE_ROUTES: readonly GitHubRoute[] = [
  {
    operation: 'repos/list-releases',
    method: 'GET',
    path: `${REPOSITORY}/releases`,
    needs: read('contents'),
    source: `${DOCS}#list-releases: drafts only for those who may write`,
    handler: inRepository((call) =>
      answerList(
        call,
        [...call.repository.releases].reverse().map((release) => renderRelease(call, release)),
      ),
    ),
  },
  {
    operation: 'repos/create-release',
    method: 'POST',
    path: `${REPOSITORY}/releases`,
    needs: { ...write('contents'), createsContent: true },
    source: `${DOCS}#create-a-release: makes the tag when it is published; 422 already_exists for a tag with a release`,
    handler: inRepository(createRelease),
  },
  {
    operation: 'repos/get-release-by-tag',
    method: 'GET',
    path: `${REPOSITORY}/releases/tags/{tag+}`,
    needs: read('contents'),
    source: `${DOCS}#get-a-release-by-tag-name: published ones only`,
    handler: inRepository((call) =>
      answerFound(call, ({ tagName, draft }) => tagName === call.params['tag'] && !draft),
    ),
  },
  {
    operation: 'repos/get-latest-release',
    method: 'GET',
    path: `${REPOSITORY}/releases/latest`,
    needs: read('contents'),
    source: `${DOCS}#get-the-latest-release: neither draft nor prerelease`,
    handler: inRepository((call) => answerFound(call, ({ draft, prerelease }) => !draft && !prerelease)),
  },
  {
    operation: 'repos/get-release',
    method: 'GET',
    path: `${REPOSITORY}/releases/{release_id}`,
    needs: read('contents'),
    source: `${DOCS}#get-a-release`,
    handler: inRepository((call) => answerFound(call, ({ id }) => `${id}` === call.params['release_id'])),
  },
  {
    operation: 'repos/update-release',
    method: 'PATCH',
    path: `${REPOSITORY}/releases/{release_id}`,
    needs: write('contents'),
    source: `${DOCS}#update-a-release: publishing a draft makes its tag`,
    handler: inRepository(updateRelease),
  },
];

function createRelease(call: Call): Answer {
  const { repository, state, actor, at } = call;
  const tagName = requireText(call, 'Release', 'tag_name');
  requireFreeTag(call, tagName);
  const draft = flag(call, 'draft', false);
  const release: Release = {
    id: nextId(state),
    tagName,
    targetCommitish: optionalText(call, 'Release', 'target_commitish') ?? repository.defaultBranch,
    name: optionalText(call, 'Release', 'name') ?? null,
    body: optionalText(call, 'Release', 'body') ?? null,
    draft,
    prerelease: flag(call, 'prerelease', false),
    author: actor,
    createdAt: at,
    publishedAt: draft ? null : at,
  };
  publishTag(call, release);
  repository.releases.push(release);
  return { status: 201, body: renderRelease(call, release) };
}

function updateRelease(call: Call): Answer {
  const release = findById(call.repository.releases, call.params['release_id']);
  const tagName = optionalText(call, 'Release', 'tag_name') ?? release.tagName;
  requireFreeTag(call, tagName, release);
  release.tagName = tagName;
  release.targetCommitish = optionalText(call, 'Release', 'target_commitish') ?? release.targetCommitish;
  release.name = optionalText(call, 'Release', 'name') ?? release.name;
  release.body = optionalText(call, 'Release', 'body') ?? release.body;
  release.draft = flag(call, 'draft', release.draft);
  release.prerelease = flag(call, 'prerelease', release.prerelease);
  if (!release.draft) release.publishedAt ??= call.at;
  publishTag(call, release);
  return { status: 200, body: renderRelease(call, release) };
}

// Drafts may share a tag; published releases may not.
function requireFreeTag({ repository }: Call, tagName: string, own?: Release): void {
  const taken = repository.releases.some((release) => release !== own && !release.draft && release.tagName === tagName);
  if (taken) throw invalid('Release', 'tag_name', 'already_exists');
}

function publishTag({ repository }: Call, release: Release): void {
  const ref = `refs/tags/${release.tagName}`;
  if (release.draft || repository.refs[ref] !== undefined) return;
  const sha = resolveCommit(repository, release.targetCommitish);
  if (sha === undefined) throw invalid('Release', 'target_commitish', 'invalid');
  moveRef(repository, ref, sha);
}

function answerFound(call: Call, wanted: (release: Release) => boolean): Answer {
  const release = call.repository.releases.findLast(wanted);
  if (release === undefined) throw notFound();
  return { status: 200, body: renderRelease(call, release) };
}

function renderRelease({ repository, links }: Call, release: Release): Schema<'release'> {
  const url = `${links.api}/releases/${release.id}`;
  const tag = encodeURIComponent(release.tagName);
  const sha = resolveCommit(repository, `refs/tags/${release.tagName}`) ?? '';
  return {
    id: release.id,
    node_id: nodeId('RE', release.id),
    url,
    html_url: `${links.html}/releases/tag/${tag}`,
    assets_url: `${url}/assets`,
    upload_url: `${links.origin.replace('api.', 'uploads.')}/repos/${repository.owner}/${repository.name}/releases/${release.id}/assets{?name,label}`,
    tarball_url: release.draft ? null : `${links.api}/tarball/${tag}`,
    zipball_url: release.draft ? null : `${links.api}/zipball/${tag}`,
    tag_name: release.tagName,
    target_commitish: release.targetCommitish,
    name: release.name,
    body: release.body,
    draft: release.draft,
    prerelease: release.prerelease,
    immutable: false,
    // GitHub's created_at is the date of the commit behind the tag.
    created_at: readCommit(repository.objects, sha)?.committer.date ?? release.createdAt,
    updated_at: release.publishedAt ?? release.createdAt,
    published_at: release.publishedAt,
    author: renderUser(links, release.author),
    assets: [],
  };
}
