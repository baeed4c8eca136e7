import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { suite } from '#kit/suite';
import { callNeeds, needless, ownNeeds } from '#rehearsal/workflow/call-needs';
import {
  defaultPermissions,
  hasAccess,
  type PermissionSet,
  permissionsOf,
  reduceToRead,
} from '#rehearsal/workflow/permissions';
import {
  checkStartUp,
  type Origin,
  type PlannedWorkflow,
  type StartUp,
  type StartUpOptions,
} from '#rehearsal/workflow/start-up';
import { repositoryOf } from './repository.ts';

type Files = Readonly<Record<string, string>>;

/** A caller's repository, and others that it calls by `owner/name/path@ref`. */
function start(
  files: Files,
  more: Partial<StartUpOptions> & { readonly others?: Readonly<Record<string, Files>> } = {},
): StartUp {
  const { others = {}, ...options } = more;
  const name = 'octo/app';
  const origin: Origin = { repository: repositoryOf(files), path: 'ci.yml', name };
  return checkStartUp(origin, {
    policy: 'restricted',
    host: { platform: 'linux' },
    resolveCall: (uses, from) => {
      if (uses.kind !== 'remote') return { ...from, path: uses.path };
      const other = `${uses.owner}/${uses.repository}`;
      const found = others[other];
      return found
        ? { repository: repositoryOf(found), path: uses.path, name: other }
        : { missing: `no copy of ${other}` };
    },
    ...options,
  });
}

const messages = ({ findings }: StartUp): string[] =>
  findings.map(({ level, file, line, column, what }) => `${level} ${file}:${line}:${column} ${what}`);

const steps = 'runs-on: ubuntu-24.04\n    steps: [{ run: a }]\n';
const caller = (rest: string, top = ''): string => `on: push\n${top}jobs:\n  call:\n    uses: ./called.yml\n${rest}`;
const called = (rest = '', call = ''): string => `on:\n  workflow_call:${call}\n${rest}jobs:\n  build:\n    ${steps}`;

/** What jobs may do, by the path of their ids, as far as they may do anything. */
function granted(plan: PlannedWorkflow | undefined, prefix = ''): Record<string, Record<string, string>> {
  const entries = (plan?.jobs ?? []).flatMap(
    ({ job, permissions, called: below }): [string, Record<string, string>][] => [
      [prefix + job.id, Object.fromEntries(Object.entries(permissions).filter(([, level]) => level !== 'none'))],
      ...Object.entries(granted(below, `${prefix}${job.id}/`)),
    ],
  );
  return Object.fromEntries(entries);
}

describe('permissions', () => {
  const restricted = { contents: 'read', packages: 'read' };

  test('without a word they are those of the repository', () => {
    const files = { 'ci.yml': `on: push\njobs:\n  a:\n    ${steps}` };
    expect(granted(start(files).plan)).toEqual({ a: restricted });
    const permissive = start(files, { policy: 'permissive' }).plan?.jobs[0]?.permissions ?? {};
    expect(permissive).toMatchObject({ contents: 'write', issues: 'write', models: 'read', 'id-token': 'none' });
  });

  test('a job has what it says, else what its workflow says, and nothing besides', () => {
    const text = `on: push
permissions: { contents: read, issues: write }
jobs:
  a:
    ${steps}
  b:
    permissions: { checks: write }
    ${steps}
  c:
    permissions: {}
    ${steps}
  d:
    permissions: read-all
    ${steps}
  e:
    permissions: write-all
    ${steps}`;
    const { a, b, c, d, e } = granted(start({ 'ci.yml': text }).plan);
    expect({ a, b, c }).toEqual({ a: { contents: 'read', issues: 'write' }, b: { checks: 'write' }, c: {} });
    expect(d).toMatchObject({ contents: 'read', models: 'read', 'security-events': 'read' });
    expect(Object.keys(d ?? {})).not.toContain('id-token');
    expect(e).toMatchObject({ contents: 'write', models: 'read', 'id-token': 'write' });
  });

  test('a called workflow has at most what its caller grants', () => {
    const files = {
      'ci.yml': caller('    permissions: { contents: read, issues: write }\n'),
      'called.yml': `on: workflow_call\npermissions: { issues: write }\njobs:\n  a:\n    ${steps}  b:\n    permissions: { contents: read }\n    ${steps}`,
    };
    const { findings, plan } = start(files);
    expect(findings).toEqual([]);
    expect(granted(plan)).toEqual({
      call: { contents: 'read', issues: 'write' },
      'call/a': { issues: 'write' },
      'call/b': { contents: 'read' },
    });
  });

  test('a called job that says nothing has what its caller has', () => {
    const files = { 'ci.yml': caller('', 'permissions: { checks: write }\n'), 'called.yml': called() };
    expect(granted(start(files).plan)).toEqual({ call: { checks: 'write' }, 'call/build': { checks: 'write' } });
  });

  test('a called job that asks for more does not start, and both places are named', () => {
    const files = {
      'ci.yml': caller('    permissions: { contents: read }\n'),
      'called.yml': `on: workflow_call\njobs:\n  a:\n    permissions: { contents: write, id-token: write }\n    ${steps}`,
    };
    expect(start(files).findings).toEqual([
      {
        level: 'error',
        file: 'called.yml',
        line: 4,
        column: 18,
        what: "Error calling workflow './called.yml'. The nested job 'a' is requesting 'contents: write, id-token: write', but is only allowed 'contents: read, id-token: none'",
        why: 'A called workflow cannot raise what its caller may do. Grant it in the calling job: contents: write, id-token: write',
        related: [{ file: 'ci.yml', line: 3, column: 3 }],
      },
    ]);
  });

  test.each([
    [
      'the workflow as a whole',
      `on: workflow_call\npermissions: { issues: write }\njobs:\n  a:\n    permissions: {}\n    ${steps}`,
      'The workflow',
    ],
    [
      'a job',
      `on: workflow_call\npermissions: {}\njobs:\n  a:\n    permissions: { issues: write }\n    ${steps}`,
      "The nested job 'a'",
    ],
  ])('%s may ask for too much, against the default of the repository too', (_name, text, who) => {
    expect(messages(start({ 'ci.yml': caller(''), 'called.yml': text }))).toEqual([
      expect.stringContaining(`${who} is requesting 'issues: write', but is only allowed 'issues: none'`),
    ]);
  });

  test('the ceiling holds through a chain', () => {
    const files = {
      'ci.yml': caller('    permissions: { contents: write }\n'),
      'called.yml': `on: workflow_call\njobs:\n  middle:\n    permissions: { contents: read }\n    uses: ./deep.yml\n`,
      'deep.yml': `on: workflow_call\njobs:\n  a:\n    permissions: { contents: write }\n    ${steps}`,
    };
    expect(messages(start(files))).toEqual([
      expect.stringMatching(/^error deep.yml:4:18 .*'contents: write', but is only allowed 'contents: read'$/),
    ]);
  });

  test('an identity needs a word of the caller, unless everything is allowed and the owner is the same', () => {
    const text = `on: workflow_call\njobs:\n  a:\n    permissions: { id-token: write }\n    ${steps}`;
    const near = { 'ci.yml': caller(''), 'called.yml': text };
    const far = { 'ci.yml': 'on: push\njobs:\n  call:\n    uses: else/where/called.yml@v1\n' };
    const others = { 'else/where': { 'called.yml': text } };
    expect(start(near, { policy: 'permissive' }).findings).toEqual([]);
    expect(start(near, { policy: 'restricted' }).findings).toHaveLength(1);
    expect(start(far, { policy: 'permissive', others }).findings).toHaveLength(1);
  });

  test('a pull request from a fork reads only', () => {
    const text = `on: pull_request\npermissions: { contents: write, id-token: write, checks: read }\njobs:\n  a:\n    ${steps}`;
    expect(granted(start({ 'ci.yml': text }, { fromFork: true }).plan)).toEqual({
      a: { contents: 'read', checks: 'read' },
    });
  });

  test('a fork cuts the token and not the call: what the files grant each other stays valid', () => {
    const files = {
      'ci.yml': caller('    permissions: { issues: write }\n'),
      'called.yml': `on: workflow_call\njobs:\n  a:\n    permissions: { issues: write }\n    ${steps}`,
    };
    const { findings, plan } = start(files, { fromFork: true });
    expect(findings).toEqual([]);
    expect(granted(plan)).toEqual({ call: { issues: 'read' }, 'call/a': { issues: 'read' } });
  });

  test('laws: a called job never has more than its caller; reading never raises', () => {
    const level = fc.constantFrom('none', 'read', 'write');
    const scopes = fc.record({ contents: level, issues: level, checks: level }, { requiredKeys: [] });
    const show = (set: object): string => JSON.stringify(set);
    const isWithin = (inner: PermissionSet, outer: PermissionSet): boolean =>
      Object.entries(inner).every(([scope, each]) => hasAccess(outer, scope, each));
    fc.assert(
      fc.property(scopes, scopes, scopes, (outer, middle, inner) => {
        const { plan } = start({
          'ci.yml': caller(`    permissions: ${show(outer)}\n`),
          'called.yml': `on: workflow_call\npermissions: ${show(middle)}\njobs:\n  a:\n    permissions: ${show(inner)}\n    ${steps}  b:\n    ${steps}`,
        });
        const [call] = plan?.jobs ?? [];
        for (const { permissions } of call?.called?.jobs ?? []) {
          expect(isWithin(permissions, call?.permissions ?? {})).toBe(true);
          expect(isWithin(reduceToRead(permissions), permissions)).toBe(true);
        }
        expect(call?.called?.jobs).toHaveLength(2);
      }),
      { numRuns: 50 },
    );
    const everything = permissionsOf({ place: { file: '', line: 1, column: 1 }, all: 'write', scopes: [] });
    expect(isWithin(defaultPermissions('restricted'), everything)).toBe(true);
  });
});

describe('what a step calls needs permission', () => {
  const withStep = (step: string, permissions = '{}'): Files => ({
    'ci.yml': `on: push\njobs:\n  a:\n    permissions: ${permissions}\n    runs-on: ubuntu-24.04\n    steps:\n      - ${step}\n`,
  });

  test.each([
    [
      'uses: softprops/action-gh-release@v2',
      '{ contents: read }',
      [
        "error ci.yml:7:15 the step needs 'contents: write' to create the release, and the job 'a' has 'contents: read'",
      ],
    ],
    ['uses: softprops/action-gh-release@v2', '{ contents: write }', []],
    ['{ uses: softprops/action-gh-release@v2, with: { token: x } }', '{}', []],
    [
      'uses: Actions/Checkout@v7',
      '{}',
      [
        "warning ci.yml:7:15 the step needs 'contents: read' to fetch the repository, and the job 'a' has 'contents: none'",
      ],
    ],
    ['uses: actions/checkout@v7', '{ contents: read }', []],
    ['{ uses: actions/checkout@v7, with: { repository: a/b } }', '{}', []],
    [
      '{ uses: aws-actions/configure-aws-credentials@v5, with: { role-to-assume: x } }',
      '{}',
      [
        "error ci.yml:7:17 the step needs 'id-token: write' to assume the role by OIDC, and the job 'a' has 'id-token: none'",
      ],
    ],
    ['{ uses: aws-actions/configure-aws-credentials@v5, with: { aws-access-key-id: x } }', '{}', []],
    ['{ uses: google-github-actions/auth@v3, with: { workload_identity_provider: x } }', '{ id-token: write }', []],
    ['{ uses: actions/download-artifact@v7, with: { name: x } }', '{}', []],
    [
      '{ uses: actions/download-artifact@v7, with: { run-id: 1 } }',
      '{}',
      [
        "error ci.yml:7:17 the step needs 'actions: read' to read the artifacts of another run, and the job 'a' has 'actions: none'",
      ],
    ],
    ['uses: actions/setup-node@v7', '{}', []],
    [
      `uses: ${suite.repository}/actions/quality-comment@v1`,
      '{ actions: read }',
      [
        "error ci.yml:7:15 the step needs 'pull-requests: write' to write the comment, and the job 'a' has 'pull-requests: none'",
      ],
    ],
    [`{ uses: ${suite.repository}/actions/quality-gate@v1, with: { order: gated } }`, '{}', []],
    [
      'uses: github/codeql-action/upload-sarif@v4',
      '{}',
      [
        "error ci.yml:7:15 the step needs 'security-events: write' to upload the results, and the job 'a' has 'security-events: none'",
      ],
    ],
  ])('%s with %s', (step, permissions, expected) => {
    expect(messages(start(withStep(step, permissions)))).toEqual(expected);
  });

  test('every action of ours has its needs, and they are what the table of its README comes to', () => {
    const folder = new URL('../../../actions/', import.meta.url);
    const names = readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
      entry.isDirectory() ? [entry.name] : [],
    );
    const told = names.map((name) => {
      const readme = readFileSync(new URL(`${name}/README.md`, folder), 'utf8');
      const section = /## Permissions\n(?<text>.*?)(?=\n## |$)/s.exec(readme)?.groups?.['text'] ?? '';
      const rows = [...section.matchAll(/^\|.*\| `(?<scope>[a-z-]+): (?<level>read|write)` +\|$/gm)];
      const levels = new Map<string, string>();
      for (const { groups } of rows) {
        const { scope = '', level = '' } = groups ?? {};
        if (levels.get(scope) !== 'write') levels.set(scope, level);
      }
      return [name, Object.fromEntries(levels)];
    });
    const known = Object.entries(ownNeeds).map(([name, needs]) => [
      name,
      Object.fromEntries(needs.map(({ scope, level }) => [scope, level])),
    ]);
    expect(Object.fromEntries(known)).toEqual(Object.fromEntries(told));
  });

  test('no action is known to need something and nothing at once', () => {
    expect(callNeeds.filter(({ action }) => needless.includes(action))).toEqual([]);
  });
});

describe('calls', () => {
  const inputs = `
    inputs:
      version: { type: string, required: true }
      count: { type: number }`;

  test.each<[string, string, string, readonly string[]]>([
    ['everything given', '    with: { version: 1, count: 2 }\n', inputs, []],
    ['given by expressions', "    with: { version: '${{ github.ref }}', count: '${{ github.ref }}' }\n", inputs, []],
    ['in another case', '    with: { VERSION: 1 }\n', inputs, []],
    ['a missing input', '', inputs, ['error ci.yml:3:3 Input version is required, but not provided while calling']],
    [
      'an unknown input',
      '    with: { version: 1, other: 2 }\n',
      inputs,
      ['error ci.yml:5:25 Invalid input, other is not defined in the referenced workflow'],
    ],
    [
      'a wrong type',
      '    with: { version: 1, count: many }\n',
      inputs,
      [`error ci.yml:5:32 the input 'count' got "many", and takes a number`],
    ],
    [
      'a missing secret',
      '',
      '\n    secrets: { TOKEN: { required: true } }',
      ['error ci.yml:3:3 Secret TOKEN is required, but not provided while calling'],
    ],
    ['a secret in another case', '    secrets: { token: x }\n', '\n    secrets: { TOKEN: { required: true } }', []],
    [
      'an unknown secret',
      '    secrets: { OTHER: x }\n',
      '\n    secrets: { TOKEN: {} }',
      ['error ci.yml:5:16 Invalid secret, OTHER is not defined in the referenced workflow'],
    ],
    ['all secrets', '    secrets: inherit\n', '\n    secrets: { TOKEN: { required: true } }', []],
  ])('%s', (_name, given, call, expected) => {
    expect(messages(start({ 'ci.yml': caller(given), 'called.yml': called('', call) }))).toEqual(expected);
  });

  test.each<[string, Files, readonly string[]]>([
    ['a file that is not there', { 'ci.yml': caller('') }, ['error called.yml:1:1 there is no workflow called.yml']],
    [
      'a file that is broken',
      { 'ci.yml': caller(''), 'called.yml': called().replace('run:', 'rum:') },
      [
        "error called.yml:6:13 There's not enough info to determine what you meant. Add one of these properties: cancel, parallel, run, shell, uses, wait, wait-all, with, working-directory",
        "error called.yml:6:15 Unexpected value 'rum'",
      ],
    ],
    [
      'a file that we refuse',
      { 'ci.yml': caller(''), 'called.yml': called().replace('steps:', 'container: x\n    steps:') },
      ["refused called.yml:6:5 'container' is not rehearsed"],
    ],
    [
      'a file that cannot be called',
      { 'ci.yml': caller(''), 'called.yml': called().replace('workflow_call', 'push') },
      ['error ci.yml:4:11 workflow_call key is not defined in the referenced workflow'],
    ],
    [
      'a file in which needs are wrong',
      { 'ci.yml': caller(''), 'called.yml': `${called()}    needs: x\n` },
      ["error called.yml:7:12 Job 'build' depends on unknown job 'x'"],
    ],
    [
      'a repository that is not there',
      { 'ci.yml': caller('').replace('./called.yml', 'a/b/c.yml@v1') },
      ["refused ci.yml:4:11 the workflow 'a/b/c.yml@v1' cannot be called here"],
    ],
    [
      'an image',
      { 'ci.yml': caller('').replace('./called.yml', 'docker://a') },
      ["error ci.yml:4:11 'docker://a' is no workflow"],
    ],
    [
      'no file',
      { 'ci.yml': caller('').replace('./called.yml', 'called.yml') },
      ["error ci.yml:4:11 'called.yml' is no workflow"],
    ],
  ])('%s', (_name, files, expected) => {
    expect(messages(start(files))).toEqual(expected);
  });

  test('problems of a called file name the call too', () => {
    const { findings } = start({ 'ci.yml': caller('') });
    expect(findings[0]?.related).toEqual([{ file: 'ci.yml', line: 4, column: 11 }]);
  });

  test('ten levels start, eleven do not; a circle is too deep as well', () => {
    const chain = (levels: number): Files =>
      Object.fromEntries(
        Array.from({ length: levels }, (_, index) => {
          const last = index === levels - 1;
          const jobs = last ? `  a:\n    ${steps}` : `  a:\n    uses: ./w${index + 1}.yml\n`;
          return [index === 0 ? 'ci.yml' : `w${index}.yml`, `on: [push, workflow_call]\njobs:\n${jobs}`];
        }),
      );
    expect(messages(start(chain(10)))).toEqual([]);
    expect(messages(start(chain(11)))).toEqual(['error w9.yml:4:11 workflows are nested deeper than 10 levels']);
    let reads = 0;
    const circle = `on: [push, workflow_call]\njobs:\n${['a', 'b', 'c'].map((id) => `  ${id}:\n    uses: ./ci.yml\n`).join('')}`;
    const files = {
      get 'ci.yml'(): string {
        reads += 1;
        return circle;
      },
    };
    expect(messages(start(files))).toEqual(
      [4, 6, 8].map((line) => `error ci.yml:${line}:11 workflows are nested deeper than 10 levels`),
    );
    expect(reads).toBe(1);
  });

  test('fifty different workflows start, fifty-one do not, and the same one counts once', () => {
    const many = (count: number, twice = false): Files => ({
      'ci.yml': `on: push\njobs:\n${Array.from({ length: count }, (_, index) => `  j${index}:\n    uses: ./w${twice ? 0 : index}.yml\n`).join('')}`,
      ...Object.fromEntries(Array.from({ length: count }, (_, index) => [`w${index}.yml`, called()])),
    });
    expect(messages(start(many(50)))).toEqual([]);
    expect(messages(start(many(51)))).toEqual(['error ci.yml:104:11 more than 50 different workflows are called']);
    expect(messages(start(many(60, true)))).toEqual([]);
  });

  test('the plan holds the called workflows', () => {
    const { plan } = start({ 'ci.yml': caller(''), 'called.yml': called() });
    expect(plan).toMatchObject({
      level: 1,
      jobs: [
        { job: { id: 'call' }, called: { level: 2, origin: { path: 'called.yml' }, jobs: [{ job: { id: 'build' } }] } },
      ],
    });
  });
});

describe('secrets that cannot reach a job', () => {
  const reads = (job = '', declared = '\n    secrets: { TOKEN: {} }'): string =>
    `on:\n  workflow_call:${declared}\njobs:\n  build:\n    runs-on: ubuntu-24.04\n${job}    steps: [{ run: 'echo \${{ secrets.TOKEN }} \${{ secrets.GITHUB_TOKEN }}' }]\n`;
  const environment = '    environment: production\n';
  const byInput = '    environment: { name: "${{ inputs.place }}" }\n';
  const chosen = (more = ''): string => `\n    { inputs: { place: { type: string${more} } }, secrets: { TOKEN: {} } }`;
  const far = (secrets: string): Files => ({
    'ci.yml': `on: push\njobs:\n  call:\n    uses: else/where/called.yml@v1\n${secrets}`,
  });
  const empty = (line: number) => `warning called.yml:${line}:20 the secret 'TOKEN' is empty in the job 'build'`;

  test.each<[string, string, string, readonly string[]]>([
    ['passed', '    secrets: { token: x }\n', reads(environment), []],
    ['inherited', '    secrets: inherit\n', reads(environment), []],
    ['inherited, and not declared', '    secrets: inherit\n', reads('', ''), []],
    ['not passed, which is a choice', '', reads(), []],
    ['not passed, with an environment', '', reads(environment), [empty(8)]],
    ['not declared', '', reads('', ''), [empty(6)]],
    ['with an environment that the caller leaves empty', '', reads(byInput, chosen()), []],
    ['with one that the caller names', '    with: { place: production }\n', reads(byInput, chosen()), [empty(8)]],
    ['with one that has a default', '', reads(byInput, chosen(', default: production')), [empty(8)]],
    ['with one that is more than an input', '', reads(byInput.replace(' }}', ' }}-a'), chosen()), [empty(8)]],
  ])('%s', (_name, given, text, expected) => {
    expect(messages(start({ 'ci.yml': caller(given), 'called.yml': text }))).toEqual(expected);
  });

  test('the reason says who could bring it and does not', () => {
    const why = (files: Files, others: Record<string, Files> = {}): string | undefined =>
      start(files, { others }).findings[0]?.why;
    expect(why({ 'ci.yml': caller(''), 'called.yml': reads(environment) })).toBe(
      'The caller does not pass it. An environment of the job only replaces secrets that the caller passes or lets inherit.',
    );
    expect(why(far(''), { 'else/where': { 'called.yml': reads(environment) } })).toBe(
      "The caller does not pass it. Secrets of an environment never reach a workflow of another owner's repository.",
    );
    expect(why({ 'ci.yml': caller(''), 'called.yml': reads('', '') })).toBe(
      'The workflow does not declare it, so no caller can pass it.',
    );
  });

  test('what is inherited does not reach another owner', () => {
    const others = { 'else/where': { 'called.yml': reads() }, 'octo/tools': { 'called.yml': reads() } };
    const inherited = far('    secrets: inherit\n');
    expect(messages(start(inherited, { others }))).toEqual([
      "error ci.yml:5:14 'secrets: inherit' does not reach else/where",
      empty(7),
    ]);
    const sameOwner = { 'ci.yml': inherited['ci.yml']?.replace('else/where', 'octo/tools') ?? '' };
    expect(messages(start(sameOwner, { others }))).toEqual([]);
  });
});

describe('machines and actions', () => {
  const job = (runsOn: string, step = 'run: a'): Files => ({
    'ci.yml': `on: push\njobs:\n  a:\n    runs-on: ${runsOn}\n    steps:\n      - ${step}\n`,
  });

  test.each([
    ['ubuntu-24.04', []],
    ['macos-15', ['refused ci.yml:4:14 the job cannot be rehearsed on this machine']],
    ['[self-hosted, gpu]', ['refused ci.yml:4:14 the job cannot be rehearsed on this machine']],
    ['{ group: large }', []],
    ['{ group: large, labels: windows-2025 }', ['refused ci.yml:4:14 the job cannot be rehearsed on this machine']],
    ['${{ github.ref }}', []],
    ['[self-hosted, "${{ github.ref }}"]', []],
  ])('runs-on: %s', (runsOn, expected) => {
    expect(messages(start(job(runsOn)))).toEqual(expected);
  });

  test('what runs in an image, or names no action, is found before anything runs', () => {
    expect(messages(start(job('ubuntu-24.04', 'uses: docker://alpine')))).toEqual([
      "refused ci.yml:6:15 'docker://alpine' is not rehearsed",
    ]);
    expect(messages(start(job('ubuntu-24.04', 'uses: checkout')))).toEqual([
      "error ci.yml:6:15 'checkout' is no action",
    ]);
    expect(messages(start(job('ubuntu-24.04', 'uses: $/a')))).toEqual([
      'error a/action.yml:1:1 there is no action a/action.yml',
    ]);
    const docker = { ...job('ubuntu-24.04', 'uses: $/a'), 'a/action.yml': 'runs: { using: docker, image: b }\n' };
    expect(start(docker).findings[0]).toMatchObject({
      level: 'refused',
      file: 'a/action.yml',
      related: [{ line: 6, column: 15 }],
    });
    expect(messages(start(job('ubuntu-24.04', 'uses: ./a')))).toEqual([]);
  });
});
