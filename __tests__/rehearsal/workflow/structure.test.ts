import { describe, expect, test } from '@jest/globals';
import { checkCron, ticksTooOften } from '#rehearsal/workflow/cron';
import { checkStructure } from '#rehearsal/workflow/structure';
import { workflowOf } from './repository.ts';

function findings(text: string): string[] {
  return checkStructure(workflowOf(text)).map(({ level, line, column, what }) => `${level} ${line}:${column} ${what}`);
}

const jobs = (text: string): string => `on: push\njobs:\n${text}`;
const job = (id: string, rest = ''): string => `  ${id}:\n    runs-on: x\n    steps: [{ run: a }]\n${rest}`;
const on = (text: string): string => `on:\n${text}\njobs:\n${job('a')}`;

describe('what GitHub finds in a file beyond its schema', () => {
  test.each<[string, string, readonly string[]]>([
    ['nothing', jobs(job('a') + job('b', '    needs: a\n') + job('c', '    needs: [a, B]\n')), []],
    ['an unknown need', jobs(job('a', '    needs: b\n')), ["error 6:12 Job 'a' depends on unknown job 'b'"]],
    [
      'a circle of two',
      jobs(job('a', '    needs: b\n') + job('b', '    needs: [a]\n')),
      [
        "error 6:12 Job 'a' depends on job 'b' which creates a cycle in the dependency graph",
        "error 10:13 Job 'b' depends on job 'a' which creates a cycle in the dependency graph",
      ],
    ],
    [
      'a circle of three behind a job',
      jobs(
        job('x', '    needs: a\n') +
          job('a', '    needs: b\n') +
          job('b', '    needs: c\n') +
          job('c', '    needs: a\n'),
      ),
      ['a', 'b', 'c'].map(
        (id, index) =>
          `error ${10 + index * 4}:12 Job '${id}' depends on job '${'bca'[index] ?? ''}' which creates a cycle in the dependency graph`,
      ),
    ],
    [
      'itself',
      jobs(job('a', '    needs: a\n')),
      ["error 6:12 Job 'a' depends on job 'a' which creates a cycle in the dependency graph"],
    ],
    ['a bad id', jobs(job('1a')), ["error 3:3 '1a' is no id of a job"]],
    ['an id with a dot', jobs(job('a.b')), ["error 3:3 'a.b' is no id of a job"]],
    ['a long id', jobs(job('a'.repeat(100))), [`error 3:3 '${'a'.repeat(100)}' is no id of a job`]],
    ['an id of 99', jobs(job('a'.repeat(99))), []],
    ['a reserved id', jobs(job('__a')), ["error 3:3 '__a' is no id of a job"]],
    [
      'an id of a step twice, in another case',
      jobs('  a:\n    runs-on: x\n    steps:\n      - { id: one, run: a }\n      - { id: ONE, run: a }\n'),
      ["error 7:15 the id 'ONE' is used twice"],
    ],
    ['no steps', jobs('  a:\n    runs-on: x\n    steps: []\n'), ["warning 3:3 the job 'a' has no steps"]],
    [
      'branches and branches-ignore',
      on('  push: { branches: [a], branches-ignore: [b] }'),
      ['error 2:22 push has both branches and branches-ignore'],
    ],
    [
      'paths and paths-ignore',
      on('  pull_request: { paths: a, paths-ignore: b }'),
      ['error 2:26 pull_request has both paths and paths-ignore'],
    ],
    [
      'only negative branches',
      on("  push: { branches: ['!a'] }"),
      ['warning 2:22 branches has only negative patterns'],
    ],
    [
      'a bad schedule',
      on("  schedule: [{ cron: '* * * *' }]"),
      [
        "error 2:22 the schedule '* * * *' has 4 fields; expected five: minute, hour, day of the month, month, day of the week",
      ],
    ],
    [
      'a frequent schedule',
      on("  schedule: [{ cron: '*/2 * * * *' }]"),
      ["warning 2:22 the schedule '*/2 * * * *' is too often"],
    ],
    [
      'a bad time zone',
      on("  schedule: [{ cron: '7 * * * *', timezone: Mars/Base }]"),
      ["error 2:45 'Mars/Base' is no time zone of the IANA database"],
    ],
    ['a good time zone', on("  schedule: [{ cron: '7 * * * *', timezone: Europe/Madrid }]"), []],
    [
      'a choice without options',
      on('  workflow_dispatch: { inputs: { a: { type: choice } } }'),
      ["error 2:34 the choice 'a' has no options"],
    ],
    [
      'options without a choice',
      on('  workflow_dispatch: { inputs: { a: { type: string, options: [b] } } }'),
      ["error 2:34 the input 'a' has options and is no choice"],
    ],
    [
      'a default of another type',
      on('  workflow_call: { inputs: { a: { type: boolean, default: x } } }'),
      [`error 2:59 the input 'a' got "x", and takes a boolean`],
    ],
    [
      'a default that is no option',
      on('  workflow_dispatch: { inputs: { a: { type: choice, options: [b], default: c } } }'),
      [`error 2:76 the input 'a' got "c", and takes one of b`],
    ],
    [
      'a default that an expression gives',
      on("  workflow_call: { inputs: { a: { type: boolean, default: '${{ github.ref }}' } } }"),
      [],
    ],
    [
      '26 inputs of a dispatch',
      on(
        `  workflow_dispatch:\n    inputs: {${Array.from({ length: 26 }, (_, index) => ` i${index}: {}`).join(',')} }`,
      ),
      ['error 2:3 26 inputs of a dispatch'],
    ],
    [
      '26 inputs of a call',
      on(
        `  workflow_call:\n    inputs: {${Array.from({ length: 26 }, (_, index) => ` i${index}: { type: string }`).join(',')} }`,
      ),
      [],
    ],
    [
      'a queue that is cancelled',
      `concurrency: { group: a, queue: max, cancel-in-progress: true }\n${jobs(job('a'))}`,
      ['error 1:14 `queue: max` with `cancel-in-progress: true`'],
    ],
    ['a queue that is not', `concurrency: { group: a, queue: max, cancel-in-progress: false }\n${jobs(job('a'))}`, []],
    [
      'a long group',
      jobs(job('a', `    concurrency: ${'g'.repeat(401)}\n`)),
      ['error 6:18 the name of the concurrency group is too long'],
    ],
    [
      'an empty vector',
      jobs(job('a', '    strategy: { matrix: { os: [] } }\n')),
      ["error 6:27 Matrix vector 'os' does not contain any values"],
    ],
    [
      'a matrix of 257',
      jobs(
        job('a', `    strategy: { matrix: { n: [${Array.from({ length: 257 }, (_, index) => index).join(', ')}] } }\n`),
      ),
      ['error 6:25 the matrix makes 257 jobs'],
    ],
    ['a matrix of 256', jobs(job('a', `    strategy: { matrix: { a: [${numbers(16)}], b: [${numbers(16)}] } }\n`)), []],
    [
      'a job that is not needed',
      jobs(job('a') + job('b', '    if: needs.a.result == needs.c.result\n    needs: [c]\n') + job('c')),
      ["warning 9:9 'needs.a' is empty"],
    ],
    [
      'a step that is not there',
      jobs(
        "  a:\n    runs-on: x\n    outputs: { o: '${{ steps.two.outputs.x }}' }\n    steps:\n      - { id: one, run: a }\n      - run: echo ${{ steps.one.outputs.x }} ${{ steps.three.outcome }}\n",
      ),
      ["warning 8:14 'steps.three' is empty"],
    ],
    [
      'an input that is not there',
      `on: { workflow_call: { inputs: { one: { type: string } } } }\njobs:\n  a:\n    runs-on: x\n    steps: [{ run: 'a \${{ inputs.ONE }} \${{ inputs.two }}' }]\n`,
      ["warning 5:20 'inputs.two' is empty"],
    ],
    [
      'an output of a job that is not there',
      on("  workflow_call: { outputs: { o: { value: '${{ jobs.b.outputs.x }}' } } }"),
      ["warning 2:44 'jobs.b' is empty"],
    ],
    [
      'a condition that is always true',
      jobs('  a:\n    runs-on: x\n    steps:\n      - run: a\n        if: ${{ false }} || false\n'),
      ['warning 7:13 the condition is always true'],
    ],
    [
      'a condition with braces in a text',
      jobs("  a:\n    runs-on: x\n    steps:\n      - run: a\n        if: ${{ '}}' == github.ref }}\n"),
      [],
    ],
    [
      'a condition that is not',
      jobs('  a:\n    runs-on: x\n    steps:\n      - run: a\n        if: ${{ false || false }}\n'),
      [],
    ],
    [
      'a long script',
      jobs(`  a:\n    runs-on: x\n    steps:\n      - run: ${'a'.repeat(21_001)}\n`),
      ['error 6:14 the script is too long'],
    ],
  ])('%s', (_name, text, expected) => {
    expect(findings(text)).toEqual(expected);
  });
});

function numbers(count: number): string {
  return Array.from({ length: count }, (_, index) => index).join(', ');
}

describe('the expression of a schedule', () => {
  test.each([
    '* * * * *',
    '0 0 1 1 0',
    '59 23 31 12 6',
    '*/15 * * * *',
    '0 9-17 * * MON-FRI',
    '0,30 4 * jan,JUL *',
    '5-59/10 * * * *',
    '20/15 * * * *',
  ])('%s is one', (cron) => {
    expect(checkCron(cron)).toBeUndefined();
  });

  test.each([
    ['60 * * * *', "has '60' as minute; expected values from 0 to 59"],
    ['* 24 * * *', "has '24' as hour; expected values from 0 to 23"],
    ['* * 0 * *', "has '0' as day of the month; expected values from 1 to 31"],
    ['* * * 13 *', "has '13' as month; expected values from 1 to 12"],
    ['* * * * 7', "has '7' as day of the week; expected values from 0 to 6"],
    ['*/0 * * * *', "has '*/0' as minute; expected values from 0 to 59"],
    ['5-1 * * * *', "has '5-1' as minute; expected values from 0 to 59"],
    ['@daily', 'has 1 fields; expected five: minute, hour, day of the month, month, day of the week'],
    ['* * * * * *', 'has 6 fields; expected five: minute, hour, day of the month, month, day of the week'],
    [', * * * *', "has ',' as minute; expected values from 0 to 59"],
  ])('%s is none', (cron, why) => {
    expect(checkCron(cron)).toBe(why);
  });

  test.each([
    ['*/5 * * * *', false],
    ['*/4 * * * *', true],
    ['0,4 * * * *', true],
    ['0,58 * * * *', true],
    ['0,58 3 * * *', false],
    ['7 * * * *', false],
  ])('%s comes too often: %s', (cron, tooOften) => {
    expect(ticksTooOften(cron)).toBe(tooOften);
  });
});
