import { expect, test } from '@jest/globals';
import { suite } from '#kit/suite';
import { resolveUses } from '#rehearsal/workflow/uses';

const [owner = '', repository = ''] = suite.repository.split('/');

test.each([
  ['./actions/a', { kind: 'local', path: 'actions/a' }],
  ['./actions/a/', { kind: 'local', path: 'actions/a' }],
  ['./', { kind: 'local', path: '' }],
  ['$/actions/a', { kind: 'self', path: 'actions/a' }],
  [
    'actions/checkout@v7',
    { kind: 'remote', owner: 'actions', repository: 'checkout', path: '', ref: 'v7', isSuite: false },
  ],
  [
    'a/b/c/d@refs/heads/x',
    { kind: 'remote', owner: 'a', repository: 'b', path: 'c/d', ref: 'refs/heads/x', isSuite: false },
  ],
  [
    `${suite.repository}/actions/a@v1`,
    { kind: 'remote', owner, repository, path: 'actions/a', ref: 'v1', isSuite: true },
  ],
  [`${suite.repository.toUpperCase()}@v1`, { kind: 'remote', ref: 'v1', isSuite: true }],
  ['docker://alpine:3', { kind: 'docker', image: 'alpine:3' }],
  ['$/actions/a@v1', { kind: 'unreadable', reason: '`$/` takes no ref: it means the same commit' }],
  ['actions/checkout', { kind: 'unreadable' }],
  ['checkout@v7', { kind: 'unreadable' }],
  ['../actions/a', { kind: 'unreadable' }],
])('uses: %s', (text, expected) => {
  expect(resolveUses(text)).toMatchObject(expected);
});
