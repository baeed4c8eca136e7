import { describe, expect, test } from '@jest/globals';
import type { Permissions } from '#emulators/github/routing';
import { ALL_PERMISSIONS } from '#emulators/github/world';
import { drive, prepareForDrives, type Drive } from './github-drives.ts';
import { withGitHub, type Reply, type Stage } from './github-harness.ts';

/**
 * Who may call what, by operation, first match: a second statement of https://docs.github.com/en/rest/authentication/permissions-required-for-github-apps,
 * independent of the emulator's table.
 */
const PERMISSIONS: readonly (readonly [operations: RegExp, accepted: string | null])[] = [
  [/^(repos\/get|users\/get-authenticated|rate-limit\/get|graphql\/rateLimit)$/, null],
  [/^repos\/list-pull-requests-associated-with-commit$|^pulls\//, 'pull_requests=read'],
  [/^issues\/(list-for-repo)$/, 'issues=read'],
  [/^issues\/(create)$/, 'issues=write'],
  [/^issues\/(get|list)/, 'issues=read; pull_requests=read'],
  [/^issues\//, 'issues=write; pull_requests=write'],
  [/^checks\/(get|list)/, 'checks=read'],
  [/^checks\//, 'checks=write'],
  [/^repos\/create-commit-status$/, 'statuses=write'],
  [/^repos\/(get-combined-status|list-commit-statuses)/, 'statuses=read'],
  [/^(graphql\/deployments|repos\/(get|list)-deployment.*)$/, 'deployments=read'],
  [/^repos\/.*-deployment|^graphql\/createDeploymentStatus$/, 'deployments=write'],
  [/environment/, 'actions=read'],
  [/^actions\/create/, 'actions=write'],
  [/^actions\//, 'actions=read'],
  [/^(git|repos)\/(get|list|compare)|^graphql\/repository$/, 'contents=read'],
  [/./, 'contents=write'],
];

function acceptedFor(operation: string): string | null {
  return PERMISSIONS.find(([operations]) => operations.test(operation))?.[1] ?? null;
}

function isRefusal(reply: Reply): boolean {
  const refused = reply.text.includes('Resource not accessible by integration');
  // GraphQL says so with status 200.
  return refused && (reply.status === 403 || reply.text.includes('"type":"FORBIDDEN"'));
}

describe('permissions', () => {
  test('of every operation: named in the answer, needed, and enough', async () => {
    await withGitHub({ prepare: prepareForDrives }, async (stage) => {
      const drives: { one: Drive; accepted: string | null }[] = [];
      await drive(stage, (one, reply) => {
        drives.push({ one, accepted: reply.headers.get('x-accepted-github-permissions') });
      });
      for (const { one, accepted } of drives) {
        const expected = acceptedFor(one.operation);
        const shown = one.operation === 'repos/get' ? 'metadata=read' : expected;
        expect({ operation: one.operation, accepted }).toEqual({ operation: one.operation, accepted: shown });
      }
      const operations = [...new Map(drives.map(({ one }) => [one.operation, one])).values()];
      expect(operations.length).toBeGreaterThan(60);
      // Asked with the tokens of apps, and this one is for people only.
      const forApps = operations.filter(({ operation }) => operation !== 'users/get-authenticated');
      for (const one of forApps) await examine(stage, one);
    });
  });

  let tokens = 0;

  async function examine({ world, request }: Stage, { operation, method, path, body }: Drive): Promise<void> {
    const accepted = acceptedFor(operation);
    const alternatives = accepted?.split('; ').map((alternative) => alternative.split('=')) ?? [];
    const isRefused = async (permissions: Permissions): Promise<boolean> => {
      const { secret } = world.addToken({ name: `t${tokens++}`, permissions });
      const reply = await request(method, path, { secret, ...(body === undefined ? {} : { body }) });
      expect(reply.status).not.toBe(401);
      return isRefusal(reply);
    };
    const rows: { permissions: Permissions; refused: boolean }[] = [{ permissions: {}, refused: accepted !== null }];
    for (const [scope = '', level] of alternatives) {
      rows.push(
        { permissions: { [scope]: level }, refused: false },
        { permissions: { [scope]: 'write' }, refused: false },
      );
      if (level === 'write') rows.push({ permissions: { [scope]: 'read' }, refused: true });
    }
    const others = Object.entries(ALL_PERMISSIONS).filter(
      ([scope]) => !alternatives.some(([needed]) => needed === scope),
    );
    rows.push({ permissions: Object.fromEntries(others), refused: accepted !== null });
    for (const { permissions, refused } of rows) {
      expect({ operation, permissions, refused: await isRefused(permissions) }).toEqual({
        operation,
        permissions,
        refused,
      });
    }
  }
});

interface Row {
  readonly rule: string;
  readonly path: string;
  readonly method?: string;
  readonly body?: object;
  readonly secret?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly status: number;
  readonly message?: string | RegExp;
}

const TROUBLE = 'https://docs.github.com/en/rest/using-the-rest-api/troubleshooting-the-rest-api';

const ROWS: readonly Row[] = [
  { rule: `${TROUBLE}: a bad token`, path: '', secret: 'ghs_none', status: 401, message: 'Bad credentials' },
  { rule: `${TROUBLE}: a bad token, GraphQL`, path: '//graphql', method: 'POST', secret: 'ghs_none', status: 401 },
  { rule: `${TROUBLE}: no token`, path: '', headers: { authorization: '' }, status: 401 },
  {
    rule: 'RFC 7617: the token as a password',
    path: '',
    headers: { authorization: `Basic ${btoa('x-access-token:ghs_workflow')}` },
    status: 200,
  },
  { rule: 'token scheme of older clients', path: '', headers: { authorization: 'token ghs_workflow' }, status: 200 },
  {
    rule: `${TROUBLE}: a private repository out of reach does not exist`,
    path: '',
    secret: 'ghs_elsewhere',
    status: 404,
    message: 'Not Found',
  },
  {
    rule: `${TROUBLE}: nor does one that is not there`,
    path: '//repos/example-org/none',
    status: 404,
    message: 'Not Found',
  },
  {
    rule: 'https://docs.github.com/en/rest/users/users#get-the-authenticated-user: not for installation tokens',
    path: '//user',
    status: 403,
    message: 'Resource not accessible by integration',
  },
  { rule: 'names of repositories are matched without case', path: '//repos/Example-Org/Tracker', status: 200 },
  {
    rule: 'a personal access token is refused in its own words',
    path: '/pulls',
    secret: 'ghs_person',
    status: 403,
    message: 'Resource not accessible by personal access token',
  },
  {
    rule: 'checks are for apps',
    path: '/check-runs',
    method: 'POST',
    secret: 'ghs_person',
    status: 403,
    message: /GitHub App/,
  },
  {
    rule: 'api-versions: an unknown one',
    path: '',
    headers: { 'x-github-api-version': '2020-01-01' },
    status: 400,
    message: /2022-11-28/,
  },
  { rule: 'api-versions: the newer one', path: '', headers: { 'x-github-api-version': '2026-03-10' }, status: 200 },
  {
    rule: 'getting-started: a user agent is required',
    path: '',
    headers: { 'user-agent': '' },
    status: 403,
    message: /User-Agent/,
  },
];

test.each(ROWS)('$rule', async ({ path, method = 'GET', body, status, message, ...options }) => {
  const prepare = (world: Stage['world']): void => {
    world.addToken({ name: 'elsewhere', repositories: ['example-org/other'] });
    world.addToken({ name: 'person', kind: 'pat', actor: 'ada', permissions: { checks: 'write' } });
  };
  await withGitHub({ prepare }, async ({ request }) => {
    const reply = await request(method, path, { ...options, ...(body === undefined ? {} : { body }) });
    expect(reply.status).toBe(status);
    if (message !== undefined) expect((reply.body as { message: string }).message).toMatch(message);
  });
});

test('secrets are never in the log, the snapshot or the pages for people', async () => {
  await withGitHub({}, async ({ request, emulator }) => {
    await request('GET', '');
    await request('GET', '', { secret: 'ghs_wrong' });
    const pages = await Promise.all(
      ['/_emulator/state', '/_emulator/requests'].map(async (page) => (await fetch(`${emulator.url}${page}`)).text()),
    );
    const everything = JSON.stringify([emulator.log, emulator.snapshot(), pages]);
    expect(everything).not.toMatch(/ghs_/);
    expect(emulator.log.entries().map(({ actor }) => actor)).toEqual(['workflow', null]);
  });
});

describe('version 2026-03-10', () => {
  test('drops fields that the older one has', async () => {
    const headers = { 'x-github-api-version': '2026-03-10' };
    await withGitHub({ prepare: prepareForDrives }, async ({ request }) => {
      const [old, now] = [await request('GET', '/pulls/1'), await request('GET', '/pulls/1', { headers })];
      expect(old.body).toHaveProperty('merge_commit_sha');
      expect(old.body).toHaveProperty('head.repo.has_downloads');
      expect(now.body).not.toHaveProperty('merge_commit_sha');
      expect(now.body).not.toHaveProperty('head.repo.has_downloads');
      expect(now.body).toHaveProperty('assignees');
      expect((await request('GET', '//rate_limit', { headers })).body).not.toHaveProperty('rate');
      const body = { ref: 'main' };
      const dispatched = await request('POST', '/actions/workflows/release.yml/dispatches', { headers, body });
      expect([dispatched.status, dispatched.body]).toEqual([
        200,
        expect.objectContaining({ workflow_run_id: expect.any(Number) }),
      ]);
    });
  });
});

describe('limits', () => {
  const small = { 'github-token': { core: 3, graphql: 2 }, app: { core: 3, graphql: 2 }, pat: { core: 3, graphql: 2 } };

  test('a GITHUB_TOKEN has 1,000 requests an hour and repository', async () => {
    await withGitHub({}, async ({ request }) => {
      const { headers } = await request('GET', '');
      expect([
        headers.get('x-ratelimit-limit'),
        headers.get('x-ratelimit-remaining'),
        headers.get('x-ratelimit-used'),
      ]).toEqual(['1000', '999', '1']);
      expect(headers.get('x-ratelimit-resource')).toBe('core');
      expect(headers.get('x-ratelimit-reset')).toBe(`${Date.parse('2026-11-24T10:00:00Z') / 1000}`);
    });
  });

  test('used up: 403 with nothing remaining until the hour is over, for all tokens of the repository', async () => {
    await withGitHub(
      { primaryLimits: small, prepare: (world) => world.addToken({ name: 'second' }) },
      async ({ request, clock }) => {
        for (const secret of ['ghs_workflow', 'ghs_second', 'ghs_workflow']) {
          expect((await request('GET', '', { secret })).status).toBe(200);
        }
        const refused = await request('GET', '', { secret: 'ghs_second' });
        expect([refused.status, refused.headers.get('x-ratelimit-remaining')]).toEqual([403, '0']);
        expect(refused.text).toMatch(/API rate limit exceeded for installation ID/);
        clock.advanceBy(3_599_999);
        expect((await request('GET', '')).status).toBe(403);
        clock.advanceBy(1);
        expect((await request('GET', '')).headers.get('x-ratelimit-remaining')).toBe('2');
      },
    );
  });

  test('GraphQL has its own, and says so with status 200', async () => {
    await withGitHub({ primaryLimits: small }, async ({ request }) => {
      const ask = (): Promise<Reply> =>
        request('POST', '//graphql', { body: { query: '{ rateLimit { remaining } }' } });
      expect((await ask()).body).toEqual({ data: { rateLimit: { remaining: 2 } } });
      await ask();
      const refused = await ask();
      expect([refused.status, refused.headers.get('x-ratelimit-remaining')]).toEqual([200, '0']);
      expect(refused.body).toMatchObject({ errors: [{ type: 'RATE_LIMITED' }] });
      expect((await request('GET', '')).status).toBe(200);
    });
  });

  test('asking for the limit is free', async () => {
    await withGitHub({ primaryLimits: small }, async ({ request }) => {
      for (let n = 0; n < 5; n += 1) await request('GET', '//rate_limit');
      await request('GET', '');
      expect((await request('GET', '//rate_limit')).body).toMatchObject({
        resources: { core: { limit: 3, used: 1, remaining: 2 }, graphql: { limit: 2, used: 0 } },
      });
    });
  });

  test('a conditional request that finds nothing new is free', async () => {
    await withGitHub({ primaryLimits: small }, async ({ request }) => {
      const first = await request('GET', '/git/ref/heads/main');
      const headers = { 'if-none-match': first.headers.get('etag') ?? '' };
      for (let n = 0; n < 5; n += 1) {
        const again = await request('GET', '/git/ref/heads/main', { headers });
        expect([again.status, again.headers.get('x-ratelimit-remaining')]).toEqual([304, '2']);
      }
    });
  });

  test('secondary: the 81st creation within a minute waits, reads do not', async () => {
    await withGitHub({}, async ({ request, clock }) => {
      const create = (): Promise<Reply> => request('POST', '/issues', { body: { title: 'x' } });
      for (let n = 0; n < 80; n += 1) {
        expect((await create()).status).toBe(201);
        if (n === 0) clock.advanceBy(20_000);
      }
      const refused = await create();
      expect([refused.status, refused.headers.get('retry-after')]).toEqual([403, '40']);
      expect(refused.text).toMatch(/secondary rate limit/);
      expect((await request('GET', '/issues')).status).toBe(200);
      clock.advanceBy(40_001);
      expect((await create()).status).toBe(201);
      expect((await create()).status).toBe(403);
    });
  });
});
