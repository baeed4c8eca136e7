import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument, visit } from 'yaml';
import { loadWorkflow } from '#rehearsal/workflow/load';
import { availableUnder } from '#rehearsal/workflow/schema';
import { load, repositoryOf, workflowOf } from './repository.ts';

const path = '.github/workflows/x.yml';
const steps = '\n    steps: [{ run: echo }]\n';

/** line:column what */
function problems(text: string): string[] {
  const loaded = load(text);
  return 'problems' in loaded ? loaded.problems.map(({ line, column, what }) => `${line}:${column} ${what}`) : [];
}

const everything = `name: All of it
run-name: Run of \${{ github.actor }}
on:
  push:
    branches: [main, 'releases/**']
    paths-ignore: docs/**
  pull_request:
    types: [opened, labeled]
  schedule:
    - cron: '7 * * * *'
      timezone: Europe/Madrid
  workflow_dispatch:
    inputs:
      level:
        description: How loud
        type: choice
        options: [low, high]
        default: low
        required: true
  workflow_call:
    inputs:
      version: { type: string, required: true }
      count: { type: number, default: 3 }
      dry: { type: boolean, default: true }
    secrets:
      TOKEN: { required: true }
      OTHER:
    outputs:
      result:
        description: What came out
        value: \${{ jobs.build.outputs.result }}
env:
  A: 1.10
  B: \${{ vars.B }}
defaults:
  run:
    shell: bash
    working-directory: app
permissions: read-all
concurrency:
  group: all-\${{ github.ref }}
  cancel-in-progress: false
  queue: max
jobs:
  build:
    name: Build \${{ matrix.os }}
    needs: []
    if: github.ref == 'refs/heads/main'
    runs-on: [self-hosted, linux]
    permissions:
      contents: read
      id-token: write
    strategy:
      fail-fast: false
      max-parallel: 2
      matrix:
        os: [linux, macos]
        node: [20, 24]
        include:
          - os: linux
            extra: true
        exclude:
          - node: 20
    environment:
      name: production
      url: https://example.com/\${{ steps.one.outputs.x }}
      deployment: false
    env: \${{ fromJSON('{}') }}
    timeout-minutes: 30
    continue-on-error: \${{ matrix.os == 'macos' }}
    outputs:
      result: \${{ steps.one.outputs.x }}
    defaults:
      run:
        working-directory: lib
    steps:
      - id: one
        name: First
        run: |
          echo one
          echo \${{ env.A }}
        shell: python
        working-directory: src
        env:
          C: d
        continue-on-error: true
        timeout-minutes: 5
      - uses: actions/checkout@v7
        if: \${{ always() }}
        with:
          fetch-depth: 0
          ref: \${{ github.sha }}
  call:
    needs: [build]
    uses: ./.github/workflows/other.yml
    with:
      version: 1
    secrets:
      TOKEN: \${{ secrets.TOKEN }}
    concurrency: lane
  pass:
    uses: owner/repo/.github/workflows/other.yml@v1
    secrets: inherit
`;

describe('a workflow with everything in it', () => {
  const workflow = workflowOf(everything);
  const [build, call, pass] = workflow.jobs;

  test('says what its file says', () => {
    expect(workflow).toMatchObject({
      path,
      name: { text: 'All of it', place: { file: path, line: 1, column: 7 } },
      runName: { text: 'Run of ${{ github.actor }}' },
      env: {
        kind: 'map',
        entries: [{ key: { text: 'A' }, value: { text: '1.1' } }, { value: { text: '${{ vars.B }}' } }],
      },
      defaults: { shell: { text: 'bash' }, workingDirectory: { text: 'app' } },
      permissions: { all: 'read', scopes: [] },
      concurrency: {
        group: { text: 'all-${{ github.ref }}' },
        cancelInProgress: { value: false },
        queue: { text: 'max' },
      },
    });
  });

  test('has its events with filters, schedules, inputs, secrets and outputs', () => {
    const [push, pullRequest, schedule, dispatch, called] = workflow.on;
    expect(push).toMatchObject({
      event: 'push',
      place: { line: 4, column: 3 },
      filters: { branches: [{ text: 'main' }, { text: 'releases/**' }], 'paths-ignore': [{ text: 'docs/**' }] },
    });
    expect(push?.filters.tags).toBeUndefined();
    expect(pullRequest?.filters.types?.map(({ text }) => text)).toEqual(['opened', 'labeled']);
    expect(schedule?.schedules).toMatchObject([{ cron: { text: '7 * * * *' }, timezone: { text: 'Europe/Madrid' } }]);
    expect(dispatch?.inputs).toMatchObject([
      {
        name: 'level',
        type: 'choice',
        required: true,
        default: { text: 'low' },
        options: [{ text: 'low' }, { text: 'high' }],
        description: 'How loud',
      },
    ]);
    expect(called?.inputs).toMatchObject([
      { name: 'version', type: 'string', required: true },
      { name: 'count', type: 'number', required: false, default: { value: 3 } },
      { name: 'dry', type: 'boolean', default: { value: true } },
    ]);
    expect(called?.secrets).toMatchObject([
      { name: 'TOKEN', required: true },
      { name: 'OTHER', required: false },
    ]);
    expect(called?.outputs).toMatchObject([{ name: 'result', value: { text: '${{ jobs.build.outputs.result }}' } }]);
  });

  test('has its jobs with all that the parser’s own conversion drops', () => {
    expect(build).toMatchObject({
      kind: 'steps',
      id: 'build',
      name: { text: 'Build ${{ matrix.os }}' },
      needs: [],
      if: { text: "github.ref == 'refs/heads/main'" },
      runsOn: { labels: { kind: 'list', items: [{ text: 'self-hosted' }, { text: 'linux' }] } },
      permissions: {
        scopes: [
          { name: 'contents', level: 'read', place: { line: 51, column: 7 } },
          { name: 'id-token', level: 'write' },
        ],
      },
      strategy: { failFast: { value: false }, maxParallel: { value: 2 }, matrix: { kind: 'map' } },
      environment: {
        name: { text: 'production' },
        url: { text: 'https://example.com/${{ steps.one.outputs.x }}' },
        deployment: { value: false },
      },
      env: { kind: 'text', text: "${{ fromJSON('{}') }}" },
      timeoutMinutes: { value: 30 },
      continueOnError: { text: "${{ matrix.os == 'macos' }}" },
      outputs: [{ name: 'result', value: { text: '${{ steps.one.outputs.x }}' } }],
      defaults: { workingDirectory: { text: 'lib' } },
      steps: [
        {
          kind: 'run',
          id: { text: 'one' },
          name: { text: 'First' },
          run: { text: 'echo one\necho ${{ env.A }}\n' },
          shell: { text: 'python' },
          workingDirectory: { text: 'src' },
          env: { entries: [{ key: { text: 'C' }, value: { text: 'd' } }] },
          continueOnError: { value: true },
          timeoutMinutes: { value: 5 },
        },
        {
          kind: 'uses',
          uses: { text: 'actions/checkout@v7' },
          if: { text: '${{ always() }}' },
          with: { entries: [{ value: { text: '0' } }, { value: { text: '${{ github.sha }}' } }] },
        },
      ],
    });
    expect(call).toMatchObject({
      kind: 'call',
      needs: [{ text: 'build' }],
      uses: { text: './.github/workflows/other.yml' },
      with: [{ name: 'version', value: { value: 1 } }],
      secrets: [{ name: 'TOKEN', value: { text: '${{ secrets.TOKEN }}' } }],
      concurrency: { group: { text: 'lane' } },
    });
    expect(pass).toMatchObject({ kind: 'call', secrets: 'inherit', with: [] });
  });

  test('a text knows what its expressions may use, as the schema has it', () => {
    const [first] = build?.kind === 'steps' ? build.steps : [];
    expect(first?.kind === 'run' && first.run.kind === 'text' ? first.run.available : []).toEqual(
      availableUnder('string-steps-context'),
    );
    expect(build?.if?.available).toEqual(availableUnder('job-if'));
    expect(availableUnder('job-if')).not.toContain('secrets');
  });
});

describe('nothing is lost', () => {
  const folder = new URL('../../../.github/workflows/', import.meta.url);
  const own = readdirSync(folder).map((name) => [name, readFileSync(new URL(name, folder), 'utf8')] as const);

  test.each([['everything', everything] as const, ...own])(
    '%s: every scalar is in the tree, at its place',
    (_name, text) => {
      const seen = new Map<string, string>();
      collect(workflowOf(text), seen);
      const counter = new LineCounter();
      const document = parseDocument(text, { lineCounter: counter });
      const lost: string[] = [];
      visit(document, {
        Pair: (_key, pair) => {
          // Names of things without an entry of their own are members of our types: their values are looked for.
          if (isScalar(pair.value)) check(pair.value.value, pair.value.range?.[0] ?? 0);
          if (isSeq(pair.value))
            for (const item of pair.value.items) if (isScalar(item)) check(item.value, item.range?.[0] ?? 0);
          expect(
            isAlias(pair.value) ||
              isMap(pair.value) ||
              isSeq(pair.value) ||
              isScalar(pair.value) ||
              pair.value === null,
          ).toBe(true);
        },
      });
      function check(value: unknown, offset: number): void {
        const { line, col } = counter.linePos(offset);
        const found = seen.get(`${line}:${col}`);
        // Descriptions of outputs, and types, are read into members without a place.
        if (value !== null && found === undefined && !hasMember(text, line))
          lost.push(`${line}:${col} ${JSON.stringify(value)}`);
      }
      expect(lost).toEqual([]);
    },
  );
});

/** Lines whose value became a member without a place: what no run can fault. */
function hasMember(text: string, line: number): boolean {
  const written = text.split('\n')[line - 1] ?? '';
  return /^\s*(?:description|type|required|OTHER|permissions|secrets|[a-z-]+: (?:read|write))\b|\{ .*(?:type|required):/.test(
    written,
  );
}

function collect(part: unknown, seen: Map<string, string>): void {
  if (typeof part !== 'object' || part === null) return;
  if ('place' in part && 'kind' in part) {
    const { line, column } = part.place as { line: number; column: number };
    if (part.kind === 'text' && 'text' in part) seen.set(`${line}:${column}`, String(part.text));
    if (part.kind === 'value' && 'value' in part) seen.set(`${line}:${column}`, String(part.value));
  }
  for (const member of Object.values(part)) collect(member, seen);
}

describe('text is what YAML says it is', () => {
  test.each([
    ['|', '\n          a\n          b ${{ 1 }}\n', 'a\nb ${{ 1 }}\n'],
    ['>', '\n          a\n          b ${{ 1 }}\n', 'a b ${{ 1 }}\n'],
    ['>-', '\n          a\n          ${{ 1 }}\n\n          ${{ 2 }}\n', 'a ${{ 1 }}\n${{ 2 }}'],
    ['|-', '\n          ${{ 1 }}\n', '${{ 1 }}'],
    ['"a\\tb ${{ 1 }}', ' c"', 'a\tb ${{ 1 }} c'],
    ["'it''s", " ${{ 1 }}'", "it's ${{ 1 }}"],
  ])('run: %s', (head, tail, expected) => {
    const workflow = workflowOf(`on: push\njobs:\n  a:\n    runs-on: x\n    steps:\n      - run: ${head}${tail}\n`);
    expect(workflow.jobs[0]).toMatchObject({ steps: [{ run: { text: expected } }] });
  });

  test('a text that only looks like an expression stays what an expression gives', () => {
    const workflow = workflowOf(
      `on: push\njobs:\n  a:\n    runs-on: x\n    steps:\n      - run: \${{ '\${{ no }}' }}\n`,
    );
    expect(workflow.jobs[0]).toMatchObject({ steps: [{ run: { text: "\${{ '\${{ no }}' }}" } }] });
  });

  test('names may be numbers, and anchors stand for what they name', () => {
    const text = `on: push\njobs:\n  a: &job\n    runs-on: x\n    strategy: { matrix: { 1: [a] } }\n    env: { 2: b, C: 3 }${steps}  b: *job\n`;
    const workflow = workflowOf(text);
    expect(workflow.jobs).toMatchObject([
      { id: 'a', env: { entries: [{ key: { text: '2' } }, { value: { text: '3' } }] } },
      { id: 'b', strategy: { matrix: { entries: [{ key: { text: '1' } }] } } },
    ]);
  });

  test('on: repository_dispatch as a mere name, which the schema of the package refuses', () => {
    expect(workflowOf(`on: repository_dispatch\njobs:\n  a:\n    runs-on: x${steps}`).on).toMatchObject([
      { event: 'repository_dispatch' },
    ]);
    expect(workflowOf(`on: [push, repository_dispatch]\njobs:\n  a:\n    runs-on: x${steps}`).on).toHaveLength(2);
  });
});

describe('a file that GitHub would reject', () => {
  const job = (rest: string): string => `on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n${rest}`;

  test.each([
    ['an unknown key', job('    needs-not: b\n'), ["5:5 Unexpected value 'needs-not'"]],
    ['a missing key', 'on: push\njobs:\n  a:\n    steps: []\n', ['4:5 Required property is missing: runs-on']],
    ['no jobs', 'on: push\n', ['1:1 Required property is missing: jobs']],
    ['a wrong type', job('    timeout-minutes: soon\n'), ["5:22 Unexpected value 'soon'"]],
    ['an unknown event', `on: pushed\njobs:\n  a:\n    runs-on: x${steps}`, ["1:5 Unexpected value 'pushed'"]],
    ['an unknown scope', job('    permissions: { content: read }\n'), ["5:20 Unexpected value 'content'"]],
    ['a level that a scope lacks', job('    permissions: { id-token: read }\n'), ["5:30 Unexpected value 'read'"]],
    ['a key twice', job('    name: a\n    name: b\n'), ["6:5 'name' is already defined"]],
    [
      'no YAML',
      'on: [push\njobs: {}\n',
      ['2:1 Flow sequence in block collection must be sufficiently indented and end with a ]'],
    ],
    ['nothing', '', ['1:1 the file is empty']],
    ['a text', 'hello', ["1:1 Unexpected value 'hello'"]],
    ['a list', '- a\n', ['1:1 A sequence was not expected']],
    [
      'an open expression',
      job('    name: a ${{ github.ref\n'),
      [
        '5:11 The expression is not closed. An unescaped ${{ sequence was found, but the closing }} sequence was not found.',
        '5:11 an unescaped ${{ has no closing }}',
      ],
    ],
    [
      'an expression where none may be',
      'name: a ${{ 1 }}\n' + job(steps.slice(1)),
      ['1:9 an expression is not allowed here'],
    ],
    [
      'a context where none may be',
      'name: ${{ github.ref }}\n' + job(steps.slice(1)),
      ['1:7 an expression is not allowed here'],
    ],
    [
      'a secret in runs-on',
      `on: push\njobs:\n  a:\n    runs-on: x-\${{ secrets.X }}${steps}`,
      ["4:16 the context 'secrets' is not available here"],
    ],
    [
      'steps in a job condition',
      job(`    if: steps.a.outcome == 'x'${steps}`),
      ["5:9 the context 'steps' is not available here"],
    ],
    [
      'a secret in a condition',
      job('    steps:\n      - run: a\n        if: secrets.X\n'),
      ["7:13 the context 'secrets' is not available here"],
    ],
    [
      'hashFiles for a job',
      job("    name: ${{ hashFiles('a') }}\n"),
      ['5:11 the function hashFiles() is not available here'],
    ],
    ['success() in a name', job('    name: ${{ success() }}\n'), ['5:11 the function success() is not available here']],
    [
      'an unknown function',
      job('    steps:\n      - run: a\n        if: nope()\n'),
      [
        "7:13 Unrecognized function: 'nope'. Functions are case, contains, endsWith, format, fromJson, join, startsWith, toJson, success, failure, always, cancelled, hashFiles (in the expression: nope())",
      ],
    ],
    [
      'a mistake in a script',
      job('    steps:\n      - run: |\n          echo\n          echo x ${{ foo.bar }} ${{ 1 ==\n            }}\n'),
      [
        "8:18 Unrecognized named-value: 'foo'. Contexts are github, env, vars, job, jobs, steps, runner, secrets, strategy, matrix, needs, inputs (in the expression: foo.bar)",
        "8:33 Unexpected end of expression: '==' (in the expression: 1 ==)",
      ],
    ],
    [
      'an expression as a key',
      job('    env:\n      ${{ github.ref }}: a\n'),
      ['6:7 a key is an expression: ${{ github.ref }}'],
    ],
  ])('%s', (_name, text, expected) => {
    expect(problems(text)).toEqual(expected);
  });

  test('arguments of success(), which GitHub takes and does not document, are refused, not called wrong', () => {
    const loaded = load(job("    if: success('b')\n"));
    expect(loaded).toMatchObject({ problems: [{ line: 5, column: 9, refused: true }] });
    const inStep = load(job("    steps:\n      - run: a\n        if: success('b')\n"));
    expect(inStep).toMatchObject({ problems: [expect.not.objectContaining({ refused: true })] });
  });

  test('more than a mebibyte', () => {
    const text = job(steps.slice(1));
    const filled = (size: number): string => `${text}#${'x'.repeat(size - text.length - 1)}`;
    expect(problems(filled(1024 * 1024))).toEqual([]);
    expect(problems(filled(1024 * 1024 + 1))).toEqual(['1:1 the file has 1048577 characters']);
  });

  test('every problem has its reason, and all come at once, in order', () => {
    const loaded = load(job('    needs-not: b\n    container: node\n    timeout-minutes: soon\n'));
    if (!('problems' in loaded)) throw new Error('it loaded');
    expect(loaded.problems.map(({ line }) => line)).toEqual([5, 6, 7]);
    expect(loaded.problems.every(({ why, file }) => why.endsWith('.') && file === path)).toBe(true);
    expect(loaded.problems.map(({ refused }) => refused)).toEqual([undefined, true, undefined]);
  });

  test('a file that is not there', () => {
    const loaded = loadWorkflow(repositoryOf({}), path);
    expect(loaded).toMatchObject({ problems: [{ file: path, what: `there is no workflow ${path}` }] });
  });
});

test('the same content is read once, another content of the same file anew', () => {
  const text = `on: push\njobs:\n  a:\n    runs-on: x${steps}`;
  expect(load(text)).toBe(load(text));
  expect(load(text)).not.toBe(load(`${text}\n`));
  expect(load(text)).not.toBe(load(text, 'other.yml'));
});
