import { expect, test } from '@jest/globals';
import { readDescription, type Description } from '#emulators/github/contract/description';
import { drive, prepareForDrives, type Drive } from './github-drives.ts';
import { testWith } from '../support/required.ts';
import { withGitHub, type Reply } from './github-harness.ts';

const description = readDescription();
const check = testWith('github-openapi', typeof description === 'string' ? description : undefined);

/** Refusals whose bodies the description has. */
const REFUSALS: readonly Drive[] = [
  { operation: 'git/get-ref', method: 'GET', path: '/git/ref/heads/none', status: 404 },
  { operation: 'git/create-ref', method: 'POST', path: '/git/refs', body: { ref: 'refs/heads/x' }, status: 422 },
  { operation: 'repos/get-commit', method: 'GET', path: '/commits/none', status: 422 },
  { operation: 'repos/get-content', method: 'GET', path: '/contents/none', status: 404 },
  { operation: 'issues/create', method: 'POST', path: '/issues', body: {}, status: 422 },
  { operation: 'repos/create-deployment', method: 'POST', path: '/deployments', body: {}, status: 422 },
];

test('every operation of the table is driven, and none goes unnoticed', async () => {
  await withGitHub({ prepare: prepareForDrives }, async (stage) => {
    const driven: string[] = [];
    await drive(stage, (one, reply) => {
      driven.push(one.operation);
      expect({ operation: one.operation, status: reply.status, body: reply.text }).toMatchObject({
        operation: one.operation,
        status: one.status,
      });
    });
    expect(stage.emulator.log.entries().map(({ operation }) => operation)).toEqual(driven);
    expect(new Set(driven)).toEqual(new Set(stage.emulator.routes.map(({ operation }) => operation)));
  });
});

check('every answer fits the description that GitHub publishes', async () => {
  if (typeof description === 'string') throw new Error(description);
  await withGitHub({ prepare: prepareForDrives }, async (stage) => {
    const problems: Record<string, readonly string[]> = {};
    const examine = (one: Drive, reply: Reply): void => {
      const found = findProblems(description, stage.emulator.routes, one, reply);
      if (found.length > 0) problems[one.operation] = found;
    };
    await drive(stage, examine);
    for (const one of REFUSALS) {
      examine(one, await stage.request(one.method, one.path, one.body === undefined ? {} : { body: one.body }));
    }
    expect(problems).toEqual({});
  });
});

check('the check can fail: a missing field, a wrong type and an unknown status are noticed', () => {
  if (typeof description === 'string') throw new Error(description);
  const path = '/repos/{owner}/{repo}/git/ref/{ref}';
  const good = {
    ref: 'refs/heads/a',
    node_id: 'x',
    url: 'https://a.test',
    object: { type: 'commit', sha: 'a'.repeat(40), url: 'https://a.test' },
  };
  expect(description.findProblems('GET', path, 200, good)).toEqual([]);
  expect(description.findProblems('GET', path, 200, { ...good, node_id: undefined })).not.toEqual([]);
  expect(description.findProblems('GET', path, 200, { ...good, ref: 7 })).not.toEqual([]);
  expect(description.findProblems('GET', path, 418, good)).not.toEqual([]);
  expect(description.findProblems('GET', '/none', 200, good)).not.toEqual([]);
});

function findProblems(
  against: Description,
  routes: readonly { operation: string; method: string; path: string }[],
  one: Drive,
  reply: Reply,
): string[] {
  // GraphQL has a schema of its own, which GitHub publishes elsewhere.
  if (one.operation.startsWith('graphql/')) return [];
  const route = routes.find(
    ({ operation, path }) =>
      operation === one.operation && path.includes('{path') === one.path.startsWith('/contents/'),
  );
  const template = route?.path.replaceAll('+}', '}') ?? '';
  // The description gives the root of the contents the same path as a file.
  const path = template.endsWith('/contents') ? `${template}/{path}` : template;
  const found = against.findProblems(one.method, path, one.status, reply.body);
  return reply.status === one.status ? found : [`status ${reply.status} instead of ${one.status}`, ...found];
}
