import { describe, expect, test } from '@jest/globals';
import { decideStart, type RepositoryEvent } from '#rehearsal/workflow/events';
import { workflowOf } from './repository.ts';

function decide(on: string, event: RepositoryEvent): string {
  const workflow = workflowOf(`on:\n${on}\njobs:\n  a:\n    runs-on: x\n    steps: [{ run: b }]\n`);
  return decideStart(workflow, event).verdict;
}

const push = (ref: string, changedFiles?: readonly string[], message = 'x'): RepositoryEvent => ({
  name: 'push',
  payload: { ref, head_commit: { message } },
  ...(changedFiles ? { changedFiles } : {}),
});
const branch = (name: string, changedFiles?: readonly string[]) => push(`refs/heads/${name}`, changedFiles);
const tag = (name: string, changedFiles?: readonly string[]) => push(`refs/tags/${name}`, changedFiles);
const pull = (base: string, action = 'opened', changedFiles?: readonly string[]): RepositoryEvent => ({
  name: 'pull_request',
  payload: { action, pull_request: { base: { ref: base } } },
  ...(changedFiles ? { changedFiles } : {}),
});

describe('does the event start the workflow?', () => {
  // https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#onpushbranchestagsbranches-ignoretags-ignore
  test.each<[string, RepositoryEvent, string]>([
    ['  push:', branch('main'), 'starts'],
    ['  push:', tag('v1'), 'starts'],
    ['  push:', pull('main'), 'filtered'],
    ['  push: { branches: [main] }', branch('main'), 'starts'],
    ['  push: { branches: main }', branch('main'), 'starts'],
    ['  push: { branches: [main] }', branch('other'), 'filtered'],
    ['  push: { branches: [main] }', tag('main'), 'filtered'],
    ['  push: { tags: [v*] }', tag('v1'), 'starts'],
    ['  push: { tags: [v*] }', tag('x1'), 'filtered'],
    ['  push: { tags: [v*] }', branch('v1'), 'filtered'],
    ['  push: { branches: [main], tags: [v*] }', tag('v1'), 'starts'],
    ['  push: { branches: [main], tags: [v*] }', branch('v1'), 'filtered'],
    ['  push: { branches-ignore: [main] }', branch('main'), 'filtered'],
    ['  push: { branches-ignore: [main] }', branch('other'), 'starts'],
    ['  push: { branches-ignore: [main] }', tag('v1'), 'filtered'],
    ['  push: { tags-ignore: [v1*] }', tag('v10'), 'filtered'],
    ['  push: { tags-ignore: [v1*] }', tag('v2'), 'starts'],
    ['  push: { paths: [src/**] }', branch('main', ['src/a.ts', 'README.md']), 'starts'],
    ['  push: { paths: [src/**] }', branch('main', ['README.md']), 'filtered'],
    ['  push: { paths: [src/**] }', branch('main', []), 'filtered'],
    ['  push: { paths: [src/**] }', branch('main'), 'unknown'],
    ['  push: { paths: [src/**] }', tag('v1'), 'starts'],
    ['  push: { paths-ignore: [docs/**] }', branch('main', ['docs/a.md']), 'filtered'],
    ['  push: { paths-ignore: [docs/**] }', branch('main', ['docs/a.md', 'src/a.ts']), 'starts'],
    ["  push: { paths: ['**', '!docs/**'] }", branch('main', ['docs/a.md']), 'filtered'],
    ['  push: { branches: [main], paths: [src/**] }', branch('other', ['src/a.ts']), 'filtered'],
    ['  push:', push('HEAD'), 'unknown'],
    ['  push:', push('refs/heads/main', undefined, 'fix [skip ci]'), 'filtered'],
    ['  push:', push('refs/heads/main', undefined, 'fix\n\nskip-checks: true'), 'filtered'],
    ['  push:', push('refs/heads/main', undefined, 'about skip ci'), 'starts'],
    ['  pull_request:', pull('main', 'opened'), 'starts'],
    ['  pull_request:', pull('main', 'synchronize'), 'starts'],
    ['  pull_request:', pull('main', 'labeled'), 'filtered'],
    ['  pull_request: { types: [labeled] }', pull('main', 'labeled'), 'starts'],
    ['  pull_request: { types: labeled }', pull('main', 'opened'), 'filtered'],
    ['  pull_request: { branches: [main] }', pull('main'), 'starts'],
    ['  pull_request: { branches: [main] }', pull('other'), 'filtered'],
    ['  pull_request: { branches-ignore: [main] }', pull('main'), 'filtered'],
    ['  pull_request: { paths: [a] }', pull('main', 'opened', ['a']), 'starts'],
    ['  pull_request: { paths: [a] }', pull('main', 'opened'), 'unknown'],
    ['  pull_request: { branches: [main] }', { name: 'pull_request', payload: { action: 'opened' } }, 'unknown'],
    ['  pull_request:', { name: 'pull_request', payload: {} }, 'unknown'],
    ['  pull_request_target:', { name: 'pull_request_target', payload: { action: 'closed' } }, 'filtered'],
    [
      '  merge_group: { branches: [main] }',
      { name: 'merge_group', payload: { merge_group: { base_ref: 'refs/heads/main' } } },
      'starts',
    ],
    [
      '  merge_group: { branches: [x] }',
      { name: 'merge_group', payload: { merge_group: { base_ref: 'refs/heads/main' } } },
      'filtered',
    ],
    [
      '  workflow_run: { workflows: [CI] }',
      { name: 'workflow_run', payload: { action: 'completed', workflow_run: { name: 'CI' } } },
      'starts',
    ],
    [
      '  workflow_run: { workflows: [CI] }',
      { name: 'workflow_run', payload: { workflow_run: { name: 'CD' } } },
      'filtered',
    ],
    [
      '  workflow_run: { workflows: [CI], branches: [a] }',
      { name: 'workflow_run', payload: { workflow_run: { name: 'CI', head_branch: 'b' } } },
      'filtered',
    ],
    ['  release: { types: [published] }', { name: 'release', payload: { action: 'published' } }, 'starts'],
    ['  release:', { name: 'release', payload: { action: 'deleted' } }, 'starts'],
    [
      '  repository_dispatch: { types: [go] }',
      { name: 'repository_dispatch', payload: { action: 'stop' } },
      'filtered',
    ],
    ["  schedule: [{ cron: '7 * * * *' }]", { name: 'schedule', payload: { schedule: '7 * * * *' } }, 'starts'],
    ["  schedule: [{ cron: '7 * * * *' }]", { name: 'schedule', payload: { schedule: '8 * * * *' } }, 'filtered'],
    ["  schedule: [{ cron: '7 * * * *' }]", { name: 'schedule', payload: {} }, 'starts'],
    ['  workflow_dispatch:', { name: 'workflow_dispatch', payload: {} }, 'starts'],
    ['  workflow_call:', { name: 'push', payload: { ref: 'refs/heads/main' } }, 'filtered'],
  ])('%s', (on, event, verdict) => {
    expect(decide(on, event)).toBe(verdict);
  });

  test('a filter of paths sees the first 300 changed files', () => {
    const many = Array.from({ length: 300 }, (_, index) => `docs/${index}.md`);
    expect(decide('  push: { paths: [src/a.ts] }', branch('main', [...many.slice(1), 'src/a.ts']))).toBe('starts');
    expect(decide('  push: { paths: [src/a.ts] }', branch('main', [...many, 'src/a.ts']))).toBe('filtered');
  });

  test('the decision says why', () => {
    const workflow = workflowOf(
      'on: { push: { branches: [main] } }\njobs: { a: { runs-on: x, steps: [{ run: b }] } }\n',
    );
    expect(decideStart(workflow, branch('fix')).why).toBe('fix is not among branches: main.');
    expect(decideStart(workflow, pull('main')).why).toBe('It starts on push, not on pull_request.');
  });
});
