import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, isAbsolute, join, relative } from 'node:path';
import { suite } from '#kit/suite';
import { loadWorkflow } from '#rehearsal/workflow/load';
import type { Workflow } from '#rehearsal/workflow/workflow';

/** A workflow of a folder, and the event to start it with. */
export interface Choice {
  /** From the folder, with slashes. */
  readonly workflow: string;
  readonly event: string;
}

const folder = '.github/workflows';
/** What people most often want to see. */
const preferred = ['pull_request', 'push', 'merge_group', 'workflow_dispatch', 'schedule', 'workflow_run'];

/**
 * The workflow that was asked for; else the only one that uses the suite, or the only one that there is.
 * @returns what is missing, as a text
 */
export function chooseWorkflow(root: string, wanted: string | undefined, event: string | undefined): Choice | string {
  const files = existsSync(join(root, folder))
    ? readdirSync(join(root, folder))
        .filter((name) => /\.ya?ml$/.test(name))
        .sort()
    : [];
  if (files.length === 0)
    return `${root} has no workflow. It needs a file such as ${folder}/quality.yml:\n\n${smallestCaller}`;
  if (wanted !== undefined) {
    const found = files.find((name) => isSame(root, name, wanted));
    return found === undefined
      ? `there is no workflow "${wanted}"; there are ${files.join(', ')}`
      : withEvent(root, found, event);
  }
  const users = files.filter((name) => usesSuite(readFileSync(join(root, folder, name), 'utf8')));
  const candidates = users.length > 0 ? users : files;
  const [only] = candidates;
  if (only !== undefined && candidates.length === 1) return withEvent(root, only, event);
  const hint = users.length > 0 ? '' : ` None of them uses ${suite.repository}.`;
  return `choose one with --workflow: ${candidates.join(', ')}.${hint}`;
}

const smallestCaller = `name: Quality
on: pull_request
permissions: {}
jobs:
  app:
    permissions:
      contents: read # checkout
    uses: ${suite.repository}/.github/workflows/quality.yml@${suite.majorTag}
`;

function isSame(root: string, name: string, wanted: string): boolean {
  const path = isAbsolute(wanted) ? relative(root, wanted) : wanted;
  return [name, `${folder}/${name}`].includes(path) || basename(name).replace(/\.ya?ml$/, '') === path;
}

function usesSuite(text: string): boolean {
  return text.includes(`${suite.repository}/`) || /uses:\s*['"]?\$\//.test(text);
}

function withEvent(root: string, name: string, event: string | undefined): Choice {
  const workflow = `${folder}/${name}`;
  return { workflow, event: event ?? firstEvent(root, workflow) };
}

function firstEvent(root: string, path: string): string {
  const loaded = loadWorkflow({ readFile: (file) => readFileSync(join(root, file), 'utf8') }, path);
  const names = 'workflow' in loaded ? listEvents(loaded.workflow) : [];
  // A file that cannot be read is reported by the rehearsal itself, whatever the event.
  return preferred.find((each) => names.includes(each)) ?? names[0] ?? 'push';
}

function listEvents({ on }: Workflow): string[] {
  return on.map(({ event }) => event).filter((event) => event !== 'workflow_call');
}
