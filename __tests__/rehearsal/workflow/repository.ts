import type { Problem } from '#rehearsal/expressions/place';
import { type LoadedAction, loadAction } from '#rehearsal/workflow/action';
import { type LoadedWorkflow, loadWorkflow, type Repository } from '#rehearsal/workflow/load';
import type { FileKind } from '#rehearsal/workflow/schema';
import type { Workflow } from '#rehearsal/workflow/workflow';

/** A repository of the files given, by path. */
export function repositoryOf(files: Readonly<Record<string, string>>): Repository {
  return { readFile: (path) => files[path] };
}

export function load(text: string, path = '.github/workflows/x.yml'): LoadedWorkflow {
  return loadWorkflow(repositoryOf({ [path]: text }), path);
}

/** @throws Error for a file that does not load */
export function workflowOf(text: string, path?: string): Workflow {
  const loaded = load(text, path);
  if ('problems' in loaded) throw new Error(JSON.stringify(loaded.problems, undefined, 2));
  return loaded.workflow;
}

/** The problems of a file of either kind. */
export function readFile(kind: FileKind, path: string, text: string): readonly Problem[] {
  const repository = repositoryOf({ [path]: text });
  const loaded: LoadedWorkflow | LoadedAction =
    kind === 'workflow' ? loadWorkflow(repository, path) : loadAction(repository, '');
  return 'problems' in loaded ? loaded.problems : [];
}
