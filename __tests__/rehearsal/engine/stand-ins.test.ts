import { describe, expect, test } from '@jest/globals';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { findJob, logOf, rehearseText, showAnnotations, showSteps, withRehearsal } from './runs.ts';

function steps(...lines: readonly string[]): string {
  return `
on: push
permissions: { contents: read }
jobs:
  job:
    runs-on: ubuntu-24.04
    steps:
${lines.map((line) => `      - ${line}`).join('\n')}
`;
}

describe('a stand-in', () => {
  test('refuses what it cannot answer, with the reason', async () => {
    const result = await rehearseText(
      steps(
        '{ name: submodules, continue-on-error: true, uses: actions/checkout@v7, with: { submodules: recursive } }',
        '{ name: gems, continue-on-error: true, uses: ruby/setup-ruby@v1, with: { bundler-cache: true } }',
        '{ name: odd, continue-on-error: true, uses: actions/cache/restore@v5, with: { path: x, key: k, odd: 1 } }',
      ),
    );
    const annotations = showAnnotations(findJob(result, 'job'));
    expect(annotations[0]).toMatch(
      /actions\/checkout does not take the input "submodules" \(recursive\): submodules would/,
    );
    expect(annotations[1]).toMatch(/ruby\/setup-ruby does not take the input "bundler-cache"/);
    expect(annotations[2]).toMatch(/warning: Unexpected input\(s\) 'odd', valid inputs are \['path', 'key'/);
    expect(showSteps(findJob(result, 'job').steps)).toEqual([
      'submodules: failure, success',
      'gems: failure, success',
      'odd: success',
    ]);
  });

  test('checks the same out again as if it were the first time, whatever the job before did with it', async () => {
    const look = "run: 'git status --porcelain; git rev-parse HEAD; git rev-list --count HEAD; ls; cat kept.txt'";
    const files = {
      'kept.txt': 'as it was',
      '.github/workflows/test.yml': steps(
        '{ uses: actions/checkout@v7, with: { persist-credentials: false } }',
        `{ ${look} }`,
        `{ run: 'echo changed > kept.txt; echo new > other.txt; git config user.name Somebody' }`,
      ),
    };
    await withRehearsal(files, async ({ run }) => {
      const [first, second] = [
        await run({ workflow: '.github/workflows/test.yml', event: 'push' }),
        await run({ workflow: '.github/workflows/test.yml', event: 'push' }),
      ].map((result) => findJob(result, 'job').steps.find(({ name }) => name.startsWith('Run git status'))?.log);
      const lines = first?.filter((line) => !line.startsWith('##')) ?? [];
      // Nothing has changed, one commit is there, and the file is what it was.
      expect(lines.slice(-4)).toEqual([expect.stringMatching(/^[0-9a-f]{40}$/), '1', 'kept.txt', 'as it was']);
      expect(second).toEqual(first);
    });
  });

  test('takes languages from this machine, says which, and fails where there is none', async () => {
    const bin = mkdtempSync(join(tmpdir(), 'slipway-bin-'));
    const java = join(bin, 'java');
    writeFileSync(java, '#!/bin/sh\necho "openjdk version 99" >&2\n');
    chmodSync(java, 0o755);
    try {
      const result = await rehearseText(
        steps(
          "{ uses: actions/setup-java@v5, with: { java-version: '21', distribution: temurin } }",
          `{ run: 'java -version; echo "home $JAVA_HOME"' }`,
          "{ name: ruby, continue-on-error: true, uses: ruby/setup-ruby@v1, with: { ruby-version: '3.4' } }",
        ),
        { machine: { PATH: [bin, '/usr/bin', '/bin'].join(delimiter) } },
      );
      const job = findJob(result, 'job');
      expect(logOf(job)).toContain('openjdk version 99');
      expect(result.warnings.map(({ message }) => message)).toContain(
        'actions/setup-java: the java of this machine stands in for 21: openjdk version 99',
      );
      // Whether this machine has a Ruby, the test cannot know; that it is never green without one, it can.
      const [ruby = ''] = showSteps(job.steps).slice(-1);
      expect(ruby === 'ruby: success').toBe(
        result.warnings.some(({ message }) => message.startsWith('ruby/setup-ruby')),
      );
    } finally {
      rmSync(bin, { recursive: true });
    }
  });

  test('a Node that is not here is replaced with a warning, which stands in the report', async () => {
    const result = await rehearseText(
      steps(
        "{ uses: actions/setup-node@v7, with: { node-version: '4' } }",
        "{ uses: actions/setup-node@v7, with: { node-version: '>=20.19 || ^99' } }",
        '{ uses: actions/setup-node@v7, with: { node-version: lts/* } }',
      ),
    );
    expect(result.warnings).toMatchObject([
      {
        file: '.github/workflows/test.yml',
        line: 8,
        message: expect.stringContaining('Node 4 is not on this machine'),
      },
    ]);
  });

  test('npm of the job fetches by the way that npm of this machine takes, without its credentials', async () => {
    const bin = mkdtempSync(join(tmpdir(), 'slipway-bin-'));
    const npm = join(bin, 'npm');
    const settings = [
      'registry=https://me:secret@mirror.example.com/npm/',
      'cache=/somewhere/.npm',
      'cafile=/etc/own-ca.pem',
      'proxy=null',
      'https-proxy=http://me:secret@proxy.example.com:3128/',
      'noproxy=',
    ];
    writeFileSync(npm, `#!/bin/sh\nprintf '%s\\n' ${settings.map((line) => `'${line}'`).join(' ')}\n`);
    chmodSync(npm, 0o755);
    try {
      const result = await rehearseText(
        steps('{ uses: actions/setup-node@v7 }', `{ name: sees, run: 'env | grep npm_config_ | sort' }`),
        { machine: { PATH: [bin, '/usr/bin', '/bin'].join(delimiter) } },
      );
      const seen = logOf(findJob(result, 'job'));
      expect(seen.filter((line) => line.startsWith('npm_config_'))).toEqual([
        'npm_config_cache=/somewhere/.npm',
        'npm_config_cafile=/etc/own-ca.pem',
        'npm_config_https_proxy=http://proxy.example.com:3128/',
        'npm_config_registry=https://mirror.example.com/npm/',
      ]);
    } finally {
      rmSync(bin, { recursive: true });
    }
  });

  test('clouds ask for the permission that they need on GitHub', async () => {
    const result = await rehearseText(
      steps(
        "{ uses: aws-actions/configure-aws-credentials@v6, with: { role-to-assume: 'arn:aws:iam::123456789012:role/x', aws-region: eu-west-1 } }",
      ),
    );
    expect(result.conclusion).toBe('startup-failure');
    expect(result.refusals[0]?.message).toContain("'id-token: write'");
    const inputs = await rehearseText(
      steps(
        '{ name: no region, continue-on-error: true, uses: aws-actions/configure-aws-credentials@v6, with: { aws-access-key-id: a, aws-secret-access-key: b } }',
        '{ name: none, continue-on-error: true, uses: google-github-actions/auth@v3 }',
      ),
    );
    expect(showAnnotations(findJob(inputs, 'job')).join('\n')).toMatch(/aws-region[\s\S]*must specify exactly one of/);
  });
});

test('a matcher is removed by its file, too', async () => {
  const matcher = '{"problemMatcher":[{"owner":"o","pattern":[{"regexp":"^E (.*)$","message":1}]}]}';
  const result = await rehearseText(
    steps(
      `{ run: 'echo ''${matcher}'' > "$RUNNER_TEMP/m.json"; echo "::add-matcher::$RUNNER_TEMP/m.json"; echo "E one"' }`,
      `{ run: 'echo "::remove-matcher::$RUNNER_TEMP/m.json"; echo "E two"' }`,
    ),
  );
  expect(showAnnotations(findJob(result, 'job'))).toEqual(['error: one']);
});
