import { expect } from '@jest/globals';
import { createFaultPlan } from '#emulators/base/fault-plan';
import { readGraphqlSchema, type GraphqlSchema } from '#emulators/github/contract/graphql-schema';
import { readFolder, writeFiles } from '#vendors/github/branch-files';
import type { GitHub } from '#vendors/github/client';
import { recordDeployment } from '#vendors/github/deployments';
import type { GraphqlQuestion } from '#vendors/github/graphql';
import { testWith } from '../support/required.ts';
import { withClient } from '../vendors/github/stage.ts';
import { drive, prepareForDrives } from './github-drives.ts';
import { withGitHub } from './github-harness.ts';

const schema = readGraphqlSchema();
const check = testWith('github-openapi', typeof schema === 'string' ? schema : undefined);

function requireSchema(): GraphqlSchema {
  if (typeof schema === 'string') throw new Error(schema);
  return schema;
}

interface Asked {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

check('every document of the drives is one of GitHub, and every answer of the emulator fits its schema', async () => {
  const { askTypes, findMisuse, findProblems } = requireSchema();
  const asked: Asked[] = [];
  await withGitHub({ prepare: prepareForDrives }, async (stage) => {
    const typed = async (
      ...[method, path, options]: Parameters<typeof stage.request>
    ): ReturnType<typeof stage.request> => {
      if (path !== '//graphql') return stage.request(method, path, options);
      const { query, variables = {} } = options?.body as { query: string; variables?: Asked['variables'] };
      asked.push({ query, variables });
      expect([query, findMisuse(query, variables)]).toEqual([query, []]);
      const reply = await stage.request(method, path, { ...options, body: { query: askTypes(query), variables } });
      const { data } = reply.body as { data: unknown };
      expect([query, findProblems(askTypes(query), variables, data)]).toEqual([query, []]);
      return reply;
    };
    await drive({ ...stage, request: typed }, () => undefined);
  });
  expect(asked.length).toBeGreaterThan(4);
});

check('every document that our client sends is one of GitHub, with the variables that it asks for', async () => {
  const { findMisuse } = requireSchema();
  const asked: GraphqlQuestion[] = [];
  const faults = createFaultPlan([
    { match: { operation: 'graphql/createCommitOnBranch' }, fault: { kind: 'cut-before' } },
  ]);
  await withClient({ faults }, async (stage) => {
    const inner = stage.github();
    const github: GitHub = {
      ...inner,
      graphql: async (question, shape) => {
        asked.push(question);
        return inner.graphql(question, shape);
      },
    };
    const { head: expectedHead } = await readFolder(github, { branch: 'main', folder: 'docs' });
    const additions = new Map([['docs/a.md', 'a']]);
    await writeFiles(github, { branch: 'main', expectedHead, additions, deletions: ['README.md'], message: 'Go' });
    await writeFiles(github, { branch: 'gone', expectedHead, additions, deletions: [], message: 'Go' });
    await recordDeployment(github, {
      environment: 'production',
      task: 'rollout',
      key: 'k',
      ref: 'main',
      description: '',
      payload: {},
      production: true,
      status: { state: 'success', description: 'done', logUrl: 'https://github.com/o/r/actions/runs/1' },
    });
  });
  const documents = new Set(asked.map(({ operation }) => operation));
  expect([...documents]).toEqual([
    'read docs of the branch main',
    'write to the branch main',
    'look at the branch main',
    'write to the branch gone',
    'look at the branch gone',
    'look at the deployments to production',
    'add the status of the deployment',
  ]);
  for (const { operation, document, variables } of asked)
    expect([operation, findMisuse(document, JSON.parse(JSON.stringify(variables)) as Asked['variables'])]).toEqual([
      operation,
      [],
    ]);
});

check('the check can fail', () => {
  const { askTypes, findMisuse, findProblems } = requireSchema();
  const query =
    'query ($n: String!) { repository(owner: "o", name: $n) { id object(oid: "a") { ... on Blob { byteSize } } } }';
  expect(findMisuse(query, { n: 'x' })).toEqual([]);
  expect(findMisuse(query, {})).toEqual([expect.stringContaining('$n')]);
  expect(findMisuse(query.replace('byteSize', 'bytes'), { n: 'x' })).toEqual([expect.stringContaining('bytes')]);
  const answer = (object: object): string[] =>
    findProblems(askTypes(query), { n: 'x' }, { repository: { __typename: 'Repository', id: 'R_1', object } });
  expect(answer({ __typename: 'Blob', byteSize: 7 })).toEqual([]);
  expect(answer({ __typename: 'Blob', byteSize: 2 ** 31 })).toEqual([expect.stringContaining('32-bit')]);
  expect(answer({ __typename: 'Blob' })).toEqual([expect.stringContaining('no byteSize')]);
  expect(answer({ __typename: 'Nothing', byteSize: 7 })).toEqual([expect.stringContaining('Nothing')]);
});
