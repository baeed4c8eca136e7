import type { MapNode, TextNode } from '../expressions/template.ts';
import { asText, entriesOf, field, itemsOf, present } from './fields.ts';
import { readStep } from './jobs.ts';
import { type Loaded, missing, type Repository } from './load.ts';
import { readYaml } from './read.ts';
import { readInput, readOutput } from './triggers.ts';
import type { InputDefinition, OutputDefinition, Step } from './workflow.ts';

interface AnyAction {
  /** The folder, from the root of its repository; '' for the root. */
  readonly folder: string;
  readonly name: string;
  readonly inputs: readonly InputDefinition[];
  readonly outputs: readonly OutputDefinition[];
}

export interface JavaScriptAction extends AnyAction {
  readonly kind: 'javascript';
  /** Files, relative to the action's folder. */
  readonly main: string;
  readonly pre?: string;
  /** A condition; `always()` when absent. */
  readonly preIf?: TextNode;
  readonly post?: string;
  readonly postIf?: TextNode;
}

export interface CompositeAction extends AnyAction {
  readonly kind: 'composite';
  readonly steps: readonly Step[];
}

export type Action = JavaScriptAction | CompositeAction;
export type LoadedAction = Loaded<{ readonly action: Action }>;

const known = new Map<string, LoadedAction>();

/** Reads `action.yml` or `action.yaml` of a folder. Docker actions are refused. */
export function loadAction(repository: Repository, folder: string): LoadedAction {
  const prefix = folder === '' || folder === '.' ? '' : `${folder.replace(/^\.\/|\/$/g, '')}/`;
  const path = [`${prefix}action.yml`, `${prefix}action.yaml`].find((each) => repository.readFile(each) !== undefined);
  const text = path === undefined ? undefined : repository.readFile(path);
  if (path === undefined || text === undefined) return { problems: [missing(`${prefix}action.yml`, 'action')] };
  const key = `${path}\0${text}`;
  const loaded = known.get(key) ?? parseAction(prefix.slice(0, -1), path, text);
  known.set(key, loaded);
  return loaded;
}

function parseAction(folder: string, path: string, text: string): LoadedAction {
  const { root, problems } = readYaml('action', path, text);
  return root === undefined || problems.length > 0 ? { problems } : { action: readAction(folder, root) };
}

function readAction(folder: string, root: MapNode): Action {
  const runs = field(root, 'runs');
  const text = (name: string): string | undefined => asText(field(runs, name))?.text;
  const common = {
    folder,
    name: asText(field(root, 'name'))?.text ?? '',
    inputs: entriesOf(field(root, 'inputs')).map((entry) => readInput(entry)),
    outputs: entriesOf(field(root, 'outputs')).map(readOutput),
  };
  if (text('using') === 'composite') {
    return { ...common, kind: 'composite', steps: itemsOf(field(runs, 'steps')).flatMap(readStep) };
  }
  return {
    ...common,
    kind: 'javascript',
    main: text('main') ?? '',
    ...present({
      pre: text('pre'),
      preIf: asText(field(runs, 'pre-if')),
      post: text('post'),
      postIf: asText(field(runs, 'post-if')),
    }),
  };
}
