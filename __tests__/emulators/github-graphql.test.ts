import { describe, expect, test } from '@jest/globals';
import { fromNodeId } from '#emulators/github/links';
import { deploy, report } from './deploying.ts';
import { DEPLOYMENTS_QUERY } from './github-drives.ts';
import { withGitHub } from './github-harness.ts';

describe('deployments through GraphQL', () => {
  interface Answered {
    readonly repository: {
      readonly deployments: {
        readonly totalCount: number;
        readonly nodes: readonly {
          id: string;
          state: string;
          payload: string;
          latestStatus: { state: string } | null;
        }[];
        readonly pageInfo: { hasNextPage: boolean; endCursor: string | null };
      };
    };
  }

  test('newest first, page by page, with state and payload as text', async () => {
    await withGitHub({}, async (stage) => {
      const ids: number[] = [];
      for (let n = 0; n < 5; n += 1) ids.push(await deploy(stage, { payload: { n } }));
      await deploy(stage, { environment: 'qa' });
      await report(stage, ids[0] ?? 0, 'success');
      const variables = { owner: stage.repo.owner, name: stage.repo.repo, first: 2 };
      const seen: number[] = [];
      for (let after: string | null = null, more = true; more;) {
        const answered: Answered = await stage.octokit().graphql(DEPLOYMENTS_QUERY, { ...variables, after });
        const { nodes, pageInfo, totalCount }: Answered['repository']['deployments'] = answered.repository.deployments;
        expect(totalCount).toBe(5);
        seen.push(...nodes.map(({ id }) => Number(fromNodeId('DE', id))));
        for (const node of nodes) {
          const number = Number(fromNodeId('DE', node.id));
          const first = number === ids[0];
          expect(node).toMatchObject({
            state: first ? 'ACTIVE' : 'PENDING',
            latestStatus: first ? { state: 'SUCCESS' } : null,
          });
          expect(JSON.parse(node.payload)).toEqual({ n: ids.indexOf(number) });
        }
        after = pageInfo.endCursor;
        more = pageInfo.hasNextPage;
      }
      expect(seen).toEqual(ids.toReversed());
    });
  });

  test.each([
    {
      what: 'an unknown field',
      query: '{ repository(owner: "example-org", name: "tracker") { stargazerCount } }',
      status: 501,
    },
    { what: 'an unknown root field', query: '{ viewer { login } }', status: 501 },
    { what: 'an unknown mutation', query: 'mutation { deleteRef(input: {}) { clientMutationId } }', status: 501 },
    {
      what: 'a named fragment',
      query: 'query { repository(owner: "a", name: "b") { ...x } } fragment x on Repository { id }',
      status: 501,
    },
    {
      what: 'a variable that is missing',
      query: 'query($o: String!) { repository(owner: $o, name: "tracker") { id } }',
      status: 501,
    },
    { what: 'no document', query: '', status: 501 },
    {
      what: 'a repository that is not there',
      query: '{ repository(owner: "a", name: "b") { id } }',
      status: 200,
      error: 'NOT_FOUND',
    },
    {
      what: 'a connection without a size',
      query: '{ repository(owner: "example-org", name: "tracker") { deployments { totalCount } } }',
      status: 200,
      error: 'MISSING_PAGINATION_BOUNDARIES',
    },
    {
      what: 'a page of 101',
      query: '{ repository(owner: "example-org", name: "tracker") { deployments(first: 101) { totalCount } } }',
      status: 200,
      error: 'EXCESSIVE_PAGINATION',
    },
  ])('$what is refused loudly', async ({ query, status, error }) => {
    await withGitHub({}, async ({ request }) => {
      const reply = await request('POST', '//graphql', { body: { query } });
      expect(reply.status).toBe(status);
      if (error !== undefined) expect(reply.body).toMatchObject({ errors: [{ type: error }] });
    });
  });

  test('aliases, inline fragments, comments and defaults are understood', async () => {
    await withGitHub({}, async ({ octokit }) => {
      const query = `query q($name: String = "tracker") { # the one
        it: repository(owner: "example-org", name: $name) {
          __typename main: ref(qualifiedName: "main") { name prefix target { ... on Commit { messageHeadline } ... on Tag { name } } }
        }
      }`;
      expect(await octokit().graphql(query)).toEqual({
        it: {
          __typename: 'Repository',
          main: { name: 'main', prefix: 'refs/heads/', target: { messageHeadline: 'Begin' } },
        },
      });
    });
  });
});
