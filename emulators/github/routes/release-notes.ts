import type { Answer } from '../../base/routes.ts';
import { listAncestors, resolveCommit } from '../git-graph.ts';
import { invalid } from '../refusals.ts';
import { inRepository, optionalText, REPOSITORY, requireText, write, type Call, type GitHubRoute } from '../routing.ts';
import type { Schema } from '../schemas.ts';

const DOCS = 'https://docs.github.com/en/rest/releases/releases?apiVersion=2022-11-28';
const FORM =
  'https://docs.github.com/en/repositories/releasing-projects-on-github/automatically-generated-release-notes';

export const RELEASE_NOTES_ROUTES: readonly GitHubRoute[] = [
  {
    operation: 'repos/generate-release-notes',
    method: 'POST',
    path: `${REPOSITORY}/releases/generate-notes`,
    needs: write('contents'),
    reads: true,
    source: `${DOCS}#generate-release-notes-content-for-a-release: kept nowhere; form by ${FORM}`,
    handler: inRepository(generateNotes),
  },
];

function generateNotes(call: Call): Answer {
  const { repository, links } = call;
  const tag = requireText(call, 'Release', 'tag_name');
  const target = optionalText(call, 'Release', 'target_commitish') ?? repository.defaultBranch;
  const head = resolveCommit(repository, `refs/tags/${tag}`) ?? resolveCommit(repository, target);
  if (head === undefined) throw invalid('Release', 'target_commitish', 'invalid');
  // Without a name GitHub takes the latest release before, as far as it can tell.
  const previous = optionalText(call, 'Release', 'previous_tag_name') ?? repository.releases.at(-1)?.tagName;
  const base = previous === undefined ? undefined : resolveCommit(repository, `refs/tags/${previous}`);
  if (previous !== undefined && base === undefined) throw invalid('Release', 'previous_tag_name', 'invalid');
  const before = base === undefined ? new Set<string>() : listAncestors(repository.objects, base);
  const reached = listAncestors(repository.objects, head);
  const merged = repository.pulls.filter(
    ({ mergedAt, mergeCommitSha }) =>
      mergedAt !== null && mergeCommitSha !== null && reached.has(mergeCommitSha) && !before.has(mergeCommitSha),
  );
  const lines = merged.map(({ title, author, number }) => `* ${title} by @${author} in ${links.html}/pull/${number}`);
  const compared =
    previous === undefined ? `${links.html}/commits/${tag}` : `${links.html}/compare/${previous}...${tag}`;
  const parts = [
    ...(lines.length === 0 ? [] : [`## What's Changed\n${lines.join('\n')}\n`]),
    `**Full Changelog**: ${compared}`,
  ];
  return { status: 200, body: { name: tag, body: parts.join('\n\n') } satisfies Schema<'release-notes-content'> };
}
