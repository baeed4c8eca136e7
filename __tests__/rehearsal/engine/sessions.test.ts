import { describe, expect, test } from '@jest/globals';
import { findJob, logOf, rehearseText, withRehearsal } from './runs.ts';

const path = '.github/workflows/test.yml';

describe('a laptop is safe', () => {
  test("a step finds nothing of the person's environment, home or credentials", async () => {
    const result = await rehearseText(
      `
on: push
jobs:
  job:
    runs-on: ubuntu-24.04
    steps: [{ run: 'env; echo "home holds [$(ls -A "$HOME")]"; git config --global --list 2>/dev/null || echo no git config' }]
`,
      {
        machine: {
          PATH: process.env['PATH'],
          HOME: '/home/person',
          GITHUB_TOKEN: 'ghp_of-a-person',
          AWS_SECRET_ACCESS_KEY: 'key-of-a-person',
          NPM_TOKEN: 'npm-of-a-person',
          HTTPS_PROXY: 'http://proxy.example:3128',
        },
      },
    );
    const text = logOf(findJob(result, 'job')).join('\n');
    expect(text).not.toContain('person');
    expect(text).toContain('home holds []');
    expect(text).toContain('HTTPS_PROXY=http://proxy.example:3128');
  });

  test('an action reaches this machine and no other', async () => {
    const result = await withRehearsal(
      {
        [path]: 'on: push\njobs:\n  job: { runs-on: ubuntu-24.04, steps: [{ uses: $/actions/call }] }\n',
        'actions/call/action.yml': 'name: Call\ndescription: Calls.\nruns: { using: node24, main: call.mjs }\n',
        'actions/call/call.mjs': `
import https from 'node:https';
import net from 'node:net';
const say = (name) => (error) => console.log(name, error.cause?.message ?? error.message);
await fetch('https://api.github.com/').catch(say('fetch'));
await new Promise((resolve) => https.get('https://192.0.2.1/').on('error', (error) => resolve(say('https')(error))));
await new Promise((resolve) => net.connect(443, 'example.com').on('error', (error) => resolve(say('net')(error))));
console.log('own', (await fetch(process.env.GITHUB_API_URL + '/rate_limit')).status);
`,
      },
      (rehearsal) => rehearsal.run({ workflow: path, event: 'push' }),
    );
    const lines = logOf(findJob(result, 'job'));
    for (const [name, host] of [
      ['fetch', 'api.github.com:443'],
      ['https', '192.0.2.1:443'],
      ['net', 'example.com:443'],
    ])
      expect(lines).toContain(`${name ?? ''} a rehearsal reaches no host but this machine: ${host ?? ''}`);
    expect(lines.find((line) => line.startsWith('own'))).toMatch(/own [24]\d\d/);
  });
});

describe('what is refused before the first step', () => {
  test('an action that nothing stands in for, with its place and what it would need', async () => {
    const result = await rehearseText(`
on: push
jobs:
  job:
    runs-on: ubuntu-24.04
    steps:
      - uses: somebody/else@v1
      - uses: actions/github-script@v8
        with: { script: 'x' }
`);
    expect(result.conclusion).toBe('startup-failure');
    expect(result.jobs).toEqual([]);
    expect(result.refusals).toMatchObject([
      { file: path, line: 7, message: expect.stringContaining('somebody/else is not on this machine') },
      { file: path, line: 8, message: expect.stringContaining('nothing stands in for actions/github-script') },
    ]);
  });

  test('also one that only a composite action of the suite or of the repository uses', async () => {
    const result = await withRehearsal(
      {
        [path]: 'on: push\njobs:\n  job: { runs-on: ubuntu-24.04, steps: [{ uses: $/actions/outer }] }\n',
        'actions/outer/action.yml':
          'name: O\ndescription: O.\nruns:\n  using: composite\n  steps:\n    - uses: somebody/else@v1\n',
      },
      (rehearsal) => rehearsal.run({ workflow: path, event: 'push' }),
    );
    expect(result.refusals).toMatchObject([{ file: 'actions/outer/action.yml', line: 6 }]);
  });

  test('an event that starts nothing, and a job that is not there', async () => {
    const text =
      'on: { push: { branches: [other] } }\njobs:\n  job: { runs-on: ubuntu-24.04, steps: [{ run: "true" }] }\n';
    expect((await rehearseText(text)).refusals[0]?.message).toContain('main is not among branches: other');
    expect((await rehearseText(text, { request: { event: 'pull_request' } })).refusals[0]?.message).toContain(
      'It starts on push, not on pull_request',
    );
    const missing = await rehearseText(text.replace('other', 'main'), { request: { job: 'jobb' } });
    expect(missing.refusals[0]?.message).toContain('there is no job "jobb"; there are job');
  });

  test('a job for another system stops the run; another job may be chosen', async () => {
    const text = `
on: push
jobs:
  mac: { runs-on: macos-15, steps: [{ run: 'true' }] }
  linux: { runs-on: ubuntu-24.04, steps: [{ run: 'true' }] }
  after: { needs: linux, runs-on: ubuntu-24.04, steps: [{ run: 'true' }] }
`;
    expect((await rehearseText(text)).refusals).toMatchObject([{ line: 4 }]);
    const chosen = await rehearseText(text, { request: { job: 'after' } });
    expect(chosen.jobs.map(({ name, result }) => [name, result])).toEqual([
      ['linux', 'success'],
      ['after', 'success'],
    ]);
  });

  test('a label that only an expression gives fails its leg, and is never green', async () => {
    const result = await rehearseText(`
on: push
jobs:
  legs: { strategy: { fail-fast: false, matrix: { os: [ubuntu-24.04, windows-2025] } }, runs-on: '\${{ matrix.os }}', steps: [{ run: 'true' }] }
`);
    expect(result.jobs.map(({ result: end }) => end)).toEqual(['success', 'failure']);
    expect(findJob(result, 'legs (windows-2025)').annotations[0]?.message).toContain('windows-2025');
  });
});

describe('more than one run of a rehearsal', () => {
  const group = (more: string): string => `
on: { workflow_dispatch: { inputs: { n: {} } } }
concurrency: { group: 'Release-\${{ github.ref }}', ${more} }
jobs:
  job: { runs-on: ubuntu-24.04, steps: [{ run: 'echo "begin \${{ inputs.n }}"; sleep 0.4; echo "end \${{ inputs.n }}"' }] }
`;
  async function race(more: string): Promise<string[]> {
    return withRehearsal({ [path]: group(more) }, async (rehearsal) => {
      const runs = ['1', '2', '3'].map((n) =>
        rehearsal.run({ workflow: path, event: 'workflow_dispatch', inputs: { n } }),
      );
      return (await Promise.all(runs)).map(({ conclusion }) => conclusion);
    });
  }

  test('in one group one runs, one waits, and a newer one takes the place of the waiting one', async () => {
    expect(await race('cancel-in-progress: false')).toEqual(['success', 'cancelled', 'success']);
  });
  test('with cancel-in-progress the newest wins', async () => {
    expect(await race('cancel-in-progress: true')).toEqual(['cancelled', 'cancelled', 'success']);
  });
  test('with a longer queue all run, one after the other', async () => {
    expect(await race('queue: max')).toEqual(['success', 'success', 'success']);
  });

  test('caches outlive a run, and a pull request does not read those of main that are not there', async () => {
    const text = `
on: [push, pull_request]
jobs:
  job:
    runs-on: ubuntu-24.04
    steps:
      - { id: c, uses: actions/cache@v5, with: { path: store, key: 'k-\${{ github.event_name }}', restore-keys: k- } }
      - run: 'mkdir -p store; echo x > store/x; echo "hit [\${{ steps.c.outputs.cache-hit }}] \${{ steps.c.outputs.cache-matched-key }}"'
`;
    await withRehearsal({ [path]: text }, async (rehearsal) => {
      const run = async (event: string): Promise<string | undefined> =>
        logOf(findJob(await rehearsal.run({ workflow: path, event }), 'job')).find((line) => line.startsWith('hit'));
      expect(await run('pull_request')).toBe('hit [] ');
      // What a pull request has saved is its own.
      expect(await run('push')).toBe('hit [] ');
      expect(await run('push')).toBe('hit [true] k-push');
      expect(await run('pull_request')).toBe('hit [true] k-pull_request');
    });
  });
});

test('an environment whose expression comes to nothing names none', async () => {
  const job = (name: string): string =>
    `{ runs-on: ubuntu-24.04, environment: { name: "${name}", deployment: false }, steps: [{ run: 'true' }] }`;
  const result = await rehearseText(`
on: push
permissions: {}
jobs:
  none: ${job('${{ vars.NOBODY_HAS_SET_IT }}')}
  one: ${job('${{ vars.NOBODY_HAS_SET_IT || github.event_name }}')}
`);
  expect(result.conclusion).toBe('success');
  expect([findJob(result, 'none').environment, findJob(result, 'one').environment?.name]).toEqual([undefined, 'push']);
});
