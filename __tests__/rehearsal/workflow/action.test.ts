import { describe, expect, test } from '@jest/globals';
import { type Action, loadAction } from '#rehearsal/workflow/action';
import { repositoryOf } from './repository.ts';

function actionOf(text: string, path = 'actions/a/action.yml'): Action {
  const loaded = loadAction(repositoryOf({ [path]: text }), 'actions/a');
  if ('problems' in loaded) throw new Error(JSON.stringify(loaded.problems));
  return loaded.action;
}

describe('an action', () => {
  test('in JavaScript, with phases and their conditions', () => {
    const text = `name: A
description: b
inputs:
  one:
    description: c
    required: true
    deprecationMessage: use two
  two:
    default: \${{ github.token }}
  three:
    default: 3
outputs:
  out:
    description: d
runs:
  using: node24
  pre: pre.js
  pre-if: runner.os == 'Linux'
  main: dist/main.js
  post: post.js
  post-if: success()
`;
    expect(actionOf(text)).toMatchObject({
      kind: 'javascript',
      folder: 'actions/a',
      name: 'A',
      inputs: [
        { name: 'one', required: true, deprecationMessage: 'use two' },
        { name: 'two', required: false, default: { text: '\${{ github.token }}' } },
        { name: 'three', default: { text: '3' } },
      ],
      outputs: [{ name: 'out' }],
      pre: 'pre.js',
      preIf: { text: "runner.os == 'Linux'" },
      main: 'dist/main.js',
      post: 'post.js',
      postIf: { text: 'success()' },
    });
  });

  test('of steps', () => {
    const text = `name: A
outputs:
  out: { value: '\${{ steps.one.outputs.x }}' }
runs:
  using: composite
  steps:
    - id: one
      run: echo \${{ inputs.x }}
      shell: bash
      if: \${{ always() }}
    - uses: $/actions/b
      with: { x: y }
`;
    expect(actionOf(text)).toMatchObject({
      kind: 'composite',
      outputs: [{ name: 'out', value: { text: '${{ steps.one.outputs.x }}' } }],
      steps: [
        { kind: 'run', id: { text: 'one' }, shell: { text: 'bash' }, if: { text: '${{ always() }}' } },
        { kind: 'uses', uses: { text: '$/actions/b' } },
      ],
    });
  });

  test('may be called action.yaml, and stand at the root', () => {
    expect(actionOf('runs: { using: node20, main: a.js }\n', 'actions/a/action.yaml').kind).toBe('javascript');
    const repository = repositoryOf({ 'action.yml': 'name: Root\nruns: { using: node24, main: a.js }\n' });
    for (const folder of ['', '.']) {
      expect(loadAction(repository, folder)).toMatchObject({ action: { name: 'Root', folder: '' } });
    }
  });

  test.each([
    ['runs: { using: composite, steps: [{ run: a }] }\n', 1, 'Required property is missing: shell'],
    [
      'runs:\n  using: composite\n  steps:\n    - run: a\n      shell: b\n      timeout-minutes: 1\n',
      6,
      "Unexpected value 'timeout-minutes'",
    ],
    ['runs:\n  using: node18\n  main: a.js\n', 2, "Unexpected value 'node18'"],
    [
      'inputs:\n  a:\n    default: ${{ secrets.X }}\nruns: { using: node24, main: a.js }\n',
      3,
      "the context 'secrets' is not available here",
    ],
    [
      'runs:\n  using: composite\n  steps:\n    - run: ${{ secrets.X }}\n      shell: a\n',
      4,
      "the context 'secrets' is not available here",
    ],
  ])('%j has a problem', (text, line, what) => {
    const loaded = loadAction(repositoryOf({ 'action.yml': text }), '');
    expect(loaded).toMatchObject({ problems: [{ file: 'action.yml', line, what }] });
  });

  test('that is not there', () => {
    expect(loadAction(repositoryOf({}), 'actions/a')).toMatchObject({
      problems: [{ file: 'actions/a/action.yml', what: 'there is no action actions/a/action.yml' }],
    });
  });
});
