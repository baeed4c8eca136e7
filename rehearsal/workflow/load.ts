import type { Problem } from '../expressions/place.ts';
import type { MapNode } from '../expressions/template.ts';
import { asText, entriesOf, field, mapOrExpression, present } from './fields.ts';
import { readJob } from './jobs.ts';
import { readYaml } from './read.ts';
import { readConcurrency, readDefaults, readPermissions } from './settings.ts';
import { readTriggers } from './triggers.ts';
import type { Workflow } from './workflow.ts';

/** The files of a repository at the commit that is rehearsed. */
export interface Repository {
  /** @param path from its root, with slashes. @returns the text, or nothing if there is no such file */
  readFile(path: string): string | undefined;
}

/** What is wrong with a file, or what it says. */
export type Loaded<Content> = { readonly problems: readonly Problem[] } | Content;

export type LoadedWorkflow = Loaded<{ readonly workflow: Workflow }>;

// A week of an hourly workflow loads the same files 168 times.
const known = new Map<string, LoadedWorkflow>();

/** Reads a workflow file as GitHub does before a run. Every problem is reported at once, each with its place. */
export function loadWorkflow(repository: Repository, path: string): LoadedWorkflow {
  const text = repository.readFile(path);
  if (text === undefined) return { problems: [missing(path, 'workflow')] };
  const key = `${path}\0${text}`;
  const loaded = known.get(key) ?? parseWorkflow(path, text);
  known.set(key, loaded);
  return loaded;
}

/** The problem of a file that is not there. */
export function missing(file: string, what: string): Problem {
  return { file, line: 1, column: 1, what: `there is no ${what} ${file}`, why: 'GitHub finds none either.' };
}

function parseWorkflow(path: string, text: string): LoadedWorkflow {
  const { root, problems } = readYaml('workflow', path, text);
  return root === undefined || problems.length > 0 ? { problems } : { workflow: readWorkflow(path, root) };
}

function readWorkflow(path: string, root: MapNode): Workflow {
  return {
    path,
    place: root.place,
    on: readTriggers(field(root, 'on')),
    jobs: entriesOf(field(root, 'jobs')).map(readJob),
    ...present({
      name: asText(field(root, 'name')),
      runName: asText(field(root, 'run-name')),
      env: mapOrExpression(field(root, 'env')),
      defaults: readDefaults(field(root, 'defaults')),
      permissions: readPermissions(field(root, 'permissions')),
      concurrency: readConcurrency(field(root, 'concurrency')),
    }),
  };
}
