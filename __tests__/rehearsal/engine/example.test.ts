import { expect, test } from '@jest/globals';
import { join } from 'node:path';
import { openRehearsal } from '#rehearsal/engine/session';
import { root } from '../../support/scenario.ts';
import { at, findJob, showSteps } from './runs.ts';

test("the example's comment workflow: its caller, our workflow, our action, and the comment that GitHub would have", async () => {
  const rehearsal = await openRehearsal({
    root: join(root, 'examples/tracker'),
    suite: root,
    repository: 'example-org/tracker',
    machine: process.env,
    at,
  });
  try {
    const result = await rehearsal.run({ workflow: '.github/workflows/quality-comment.yml', event: 'workflow_run' });
    expect(result.refusals).toEqual([]);
    const job = findJob(result, 'comment / Comment');
    expect(showSteps(job.steps)).toEqual(['Run $/actions/quality-comment: success']);
    expect(job.outputs).toMatchObject({ 'pull-request': '1' });
    const { comments } = rehearsal.github.snapshot().repositories['example-org/tracker'] ?? { comments: [] };
    expect(comments.map(({ number, author }) => [number, author])).toEqual([[1, 'github-actions[bot]']]);
    expect(rehearsal.github.errors).toEqual([]);
  } finally {
    await rehearsal.close();
  }
});
