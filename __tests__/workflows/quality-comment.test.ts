import { expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { root } from '../support/scenario.ts';

interface Job {
  readonly permissions: Readonly<Record<string, string>>;
  readonly uses?: string;
  readonly concurrency?: { readonly group: string; readonly 'cancel-in-progress': boolean };
  readonly steps?: readonly { readonly uses: string; readonly with?: Readonly<Record<string, string>> }[];
}

interface Workflow {
  readonly name: string;
  readonly on: {
    readonly workflow_call?: { readonly inputs: Readonly<Record<string, { readonly default: string }>> };
    readonly workflow_run?: { readonly workflows: readonly string[]; readonly types: readonly string[] };
  };
  readonly permissions: object;
  readonly jobs: Readonly<Record<string, Job>>;
}

const read = (path: string): Workflow => parse(readFileSync(join(root, path), 'utf8')) as Workflow;
const reusable = read('.github/workflows/quality-comment.yml');
const caller = read('examples/tracker/.github/workflows/quality-comment.yml');
const gate = read('examples/tracker/.github/workflows/quality.yml');
const needed = { actions: 'read', 'pull-requests': 'write' };

test('it runs nothing of the code that it speaks about: no checkout, no script, one step', () => {
  expect(Object.values(reusable.jobs).flatMap(({ steps = [] }) => steps)).toEqual([
    { id: 'comment', uses: '$/actions/quality-comment', with: { name: '${{ inputs.name }}' } },
  ]);
});

test('both ask for what the action calls, and for nothing else', () => {
  for (const { permissions, jobs } of [reusable, caller]) {
    expect(permissions).toEqual({});
    expect(Object.values(jobs).map((job) => job.permissions)).toEqual([needed]);
  }
});

test('the default of the name is that of the action, and the artifact is the one that the gate keeps', () => {
  const manifest = parse(readFileSync(join(root, 'actions/quality-comment/action.yml'), 'utf8')) as {
    inputs: Readonly<Record<string, { readonly default: string }>>;
  };
  const name = reusable.on.workflow_call?.inputs['name']?.default ?? '';
  expect(name).toBe(manifest.inputs['name']?.default);
  const gateWorkflow = read('.github/workflows/quality.yml');
  expect(gateWorkflow.on.workflow_call?.inputs['name']?.default).toBe(name);
  const kept = Object.values(gateWorkflow.jobs)
    .flatMap(({ steps = [] }) => steps)
    .map((step) => step.with?.['name']);
  expect(kept).toContain('${{ inputs.name }}-reports');
});

test('one run at a time speaks to a branch of a repository, and none is cancelled in the middle', () => {
  expect(reusable.jobs['comment']?.concurrency).toEqual({
    group: expect.stringMatching(/inputs\.name.*workflow_run\.head_repository\.full_name.*workflow_run\.head_branch/),
    'cancel-in-progress': false,
  });
});

test('the example starts it at the end of the workflow with the gate, by the name that this has', () => {
  expect(caller.on.workflow_run).toEqual({ workflows: [gate.name], types: ['completed'] });
  expect(caller.jobs['comment']?.uses).toMatch(/\/\.github\/workflows\/quality-comment\.yml@v1$/);
});
